// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"
#include "language/names_text.hpp"
#include "relgraph/language.hpp"

namespace relgraph {

namespace {

/// Writes the members of one compact object; the commas are its business.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : m_out(out) { m_out += '{'; }
  ~ObjectWriter() { m_out += '}'; }
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  void key(std::string_view name) {
    if (!m_first) m_out += ',';
    m_first = false;
    append_json_string(m_out, name);
    m_out += ':';
  }
  void text(std::string_view name, std::string_view value) {
    key(name);
    append_json_string(m_out, value);
  }
  void number(std::string_view name, std::size_t value) {
    key(name);
    append_json_number(m_out, static_cast<std::int64_t>(value));
  }
  void span(Span value) {
    number("begin", value.begin);
    number("end", value.end);
  }

 private:
  std::string& m_out;
  bool m_first = true;
};

void write_token(std::string& out, const Document& document, const Analysis& analysis,
                 const Sentence& sentence, std::size_t index) {
  const Token& token = analysis.tokens[index];
  ObjectWriter object(out);
  object.span(token.span);
  object.text("text", token.span.of(document.text));
  if (!token.form.empty()) object.text("form", token.form.view());
  if (!token.lemma.empty()) object.text("lemma", token.lemma.view());
  if (!token.upos.empty()) object.text("upos", token.upos.view());
  if (!token.feats.empty()) object.text("feats", token.feats.view());
  if (token.head >= 0) {
    const std::size_t head = sentence.first_token + static_cast<std::size_t>(token.head);
    object.number("head", head == index ? 0 : static_cast<std::size_t>(token.head) + 1);
    object.text("deprel", token.deprel.view());
  }
}

void write_sentence(std::string& out, const Document& document, const Analysis& analysis,
                    const Sentence& sentence) {
  ObjectWriter object(out);
  object.span(sentence.span);
  if (sentence.heading) {
    object.key("heading");
    out += "true";
  }
  object.key("tokens");
  out += '[';
  for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
    if (i > sentence.first_token) out += ',';
    write_token(out, document, analysis, sentence, i);
  }
  out += ']';
}

void write_name(std::string& out, const Document& document, const Name& name) {
  ObjectWriter object(out);
  object.span(name.span);
  object.text("text", name.span.of(document.text));
  object.text("kind", to_string(name.kind));
  object.number("sentence", name.sentence);
}

void write_quotation(std::string& out, const Document& document, const Quotation& quotation) {
  ObjectWriter object(out);
  object.text("kind", to_string(quotation.kind));
  object.span(quotation.span);
  object.text("text", quotation.span.of(document.text));
  const auto part = [&](std::string_view name, const std::optional<Span>& span) {
    if (!span) return;
    object.key(name);
    ObjectWriter inner(out);
    inner.span(*span);
    inner.text("text", span->of(document.text));
  };
  part("cue", quotation.cue);
  part("speaker", quotation.speaker);
  if (!quotation.date.empty()) object.text("date", quotation.date);
}

template <typename Items, typename Write>
void write_array(ObjectWriter& object, std::string& out, std::string_view name, const Items& items,
                 Write write) {
  object.key(name);
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ',';
    first = false;
    write(item);
  }
  out += ']';
}

}  // namespace

std::string to_json(const Document& document, const Analysis& analysis) {
  std::string compact;
  {
    ObjectWriter object(compact);
    object.text("id", document.id);
    object.text("language", analysis.language);
    write_array(object, compact, "sentences", analysis.sentences,
                [&](const Sentence& sentence) { write_sentence(compact, document, analysis, sentence); });
    write_array(object, compact, "names", analysis.names,
                [&](const Name& name) { write_name(compact, document, name); });
    write_array(object, compact, "quotations", analysis.quotations,
                [&](const Quotation& quotation) { write_quotation(compact, document, quotation); });
  }
  std::string out;
  append_indented_json(out, compact, 0);
  out += '\n';
  return out;
}

}  // namespace relgraph
