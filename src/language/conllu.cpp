// SPDX-License-Identifier: Apache-2.0
// CoNLL-U, version 2 (https://universaldependencies.org/format.html).
#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"
#include "language/names_text.hpp"
#include "relgraph/language.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_columns = 10;

void append_field(std::string& out, std::string_view value) {
  out += value.empty() ? std::string_view("_") : value;
  out += '\t';
}

/// Text of a comment: line breaks would end it.
std::string one_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '\n', ' ');
  std::ranges::replace(out, '\t', ' ');
  return out;
}

/// Whether the token behind this one follows without white space.
bool tight(const Analysis& analysis, const Sentence& sentence, std::size_t index) {
  return index + 1 < sentence.end_token &&
         analysis.tokens[index + 1].span.begin == analysis.tokens[index].span.end;
}

/// Whether a token is the first word of a contraction.
bool begins_contraction(const Analysis& analysis, const Sentence& sentence, std::size_t index) {
  const auto& tokens = analysis.tokens;
  return index + 1 < sentence.end_token && tokens[index].span == tokens[index + 1].span &&
         (index == sentence.first_token || tokens[index - 1].span != tokens[index].span);
}

void append_token(std::string& out, const Document& document, const Analysis& analysis,
                  const Sentence& sentence, std::size_t index, const Name* name) {
  const Token& token = analysis.tokens[index];
  const std::size_t local = index - sentence.first_token;
  out += std::to_string(local + 1) + '\t';
  append_field(out, one_line(token.word(document.text)));
  append_field(out, token.lemma.view());
  append_field(out, token.upos.view());
  out += "_\t";
  append_field(out, token.feats.view());
  if (token.head < 0) {
    out += "_\t_\t";
  } else {
    const bool root = static_cast<std::size_t>(token.head) == local;
    append_field(out, root ? "0" : std::to_string(token.head + 1));
    append_field(out, token.deprel.view());
  }
  out += "_\t";
  if (name != nullptr) {
    out += name->first_token == index ? "Name=B-" : "Name=I-";
    out += to_string(name->kind);
    out += '|';
  }
  // Of a contraction, the line of the whole tells whether white space follows.
  if (token.form.empty() && tight(analysis, sentence, index)) out += "SpaceAfter=No|";
  out += "TokenRange=" + std::to_string(token.span.begin) + ':' + std::to_string(token.span.end) + '\n';
}

/// The line of a contraction such as `zum`, in front of its words.
void append_contraction(std::string& out, const Document& document, const Analysis& analysis,
                        const Sentence& sentence, std::size_t index) {
  const Span span = analysis.tokens[index].span;
  std::size_t last = index;
  while (last + 1 < sentence.end_token && analysis.tokens[last + 1].span == span) ++last;
  const std::size_t local = index - sentence.first_token + 1;
  out += std::to_string(local) + '-' + std::to_string(local + last - index) + '\t' +
         one_line(span.of(document.text)) + "\t_\t_\t_\t_\t_\t_\t_\t" +
         (tight(analysis, sentence, last) ? "SpaceAfter=No" : "_") + '\n';
}

[[noreturn]] void fail(const std::string& what, const std::string& file, std::size_t line) {
  throw Error(ErrorCode::input, what, {.file = file, .line = line},
              "expected CoNLL-U: ten columns parted by tabs, an empty line behind each sentence");
}

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

struct Reader {
  const std::string& file;
  GoldInput out{};
  std::size_t line = 0;
  std::size_t first_token = 0;
  Span contraction{};          ///< what stands in the text for some words
  std::size_t contracted = 0;  ///< number of the last of these
  std::size_t fitted = 0;      ///< byte of the contraction that the words so far go up to
  bool spelled = true;         ///< the words so far spell it
  bool glue = true;            ///< the next token follows without a blank
  bool any = false;
};

std::array<std::string_view, k_columns> columns(const Reader& reader, std::string_view row) {
  std::array<std::string_view, k_columns> fields;
  std::size_t n = 0;
  for (;; ++n) {
    const std::size_t tab = row.find('\t');
    if (n < k_columns) fields[n] = row.substr(0, tab);
    if (tab == std::string_view::npos) break;
    row.remove_prefix(tab + 1);
  }
  if (n + 1 != k_columns) {
    fail("a row with " + std::to_string(n + 1) + " columns instead of 10", reader.file, reader.line);
  }
  return fields;
}

Symbol field(std::string_view value) { return value == "_" ? Symbol() : Symbol(value); }

Span add_text(Reader& reader, std::string_view form) {
  std::string& text = reader.out.document.text;
  if (!reader.glue) text += ' ';
  const Span span{text.size(), text.size() + form.size()};
  text += form;
  return span;
}

/// `zum` stands in the text, its words `zu` and `dem` do not; of `don't`, `do` and `n't` do.
void read_contraction(Reader& reader, std::string_view id, std::string_view form, bool tight) {
  const std::size_t dash = id.find('-');
  const auto first = number(id.substr(0, dash));
  const auto last = number(id.substr(dash + 1));
  if (!first || !last || *last < *first)
    fail("the id '" + std::string(id) + "' is no range", reader.file, reader.line);
  reader.contraction = add_text(reader, form);
  reader.contracted = *last;
  reader.fitted = reader.contraction.begin;
  reader.spelled = true;
  reader.glue = tight;
}

/// Where a word of a contraction stands: at its own place as long as the words spell the contraction.
void place_word(Reader& reader, Token& token, std::string_view form, bool last) {
  const std::string_view rest = std::string_view(reader.out.document.text).substr(reader.fitted);
  const std::size_t end = reader.fitted + form.size();
  if (reader.spelled && rest.starts_with(form) &&
      (last ? end == reader.contraction.end : end < reader.contraction.end)) {
    token.span = {reader.fitted, end};
    reader.fitted = end;
    return;
  }
  auto& tokens = reader.out.analysis.tokens;
  for (std::size_t i = tokens.size(); reader.spelled && i-- > reader.first_token;) {
    if (tokens[i].span.begin < reader.contraction.begin) break;
    tokens[i].form = Symbol(tokens[i].span.of(reader.out.document.text));
    tokens[i].span = reader.contraction;
  }
  reader.spelled = false;
  token.span = reader.contraction;
  token.form = Symbol(form);
}

void read_row(Reader& reader, std::string_view row) {
  const auto fields = columns(reader, row);
  const std::string_view id = fields[0];
  if (fields[1].empty()) fail("a word without text", reader.file, reader.line);
  if (id.find('.') != std::string_view::npos) return;  // an empty node stands in no text
  const bool tight = fields[9].find("SpaceAfter=No") != std::string_view::npos;
  if (id.find('-') != std::string_view::npos) return read_contraction(reader, id, fields[1], tight);
  const auto index = number(id);
  auto& tokens = reader.out.analysis.tokens;
  if (!index || *index != tokens.size() - reader.first_token + 1)
    fail("'" + std::string(id) + "' is not the number of the next word", reader.file, reader.line);
  Token token;
  if (*index <= reader.contracted) {
    place_word(reader, token, fields[1], *index == reader.contracted);
  } else {
    token.span = add_text(reader, fields[1]);
    reader.glue = tight;
  }
  token.lemma = field(fields[2]);
  token.upos = field(fields[3]);
  token.feats = field(fields[5]);
  if (const auto head = number(fields[6])) {
    token.head = static_cast<std::int32_t>(*head == 0 ? *index - 1 : *head - 1);
    token.deprel = field(fields[7]);
  }
  tokens.push_back(token);
}

/// Heads that point past the sentence are unknown rather than wrong.
void check_heads(Reader& reader) {
  auto& tokens = reader.out.analysis.tokens;
  const std::size_t size = tokens.size() - reader.first_token;
  for (std::size_t i = reader.first_token; i < tokens.size(); ++i) {
    if (static_cast<std::size_t>(std::max(tokens[i].head, 0)) < size) continue;
    tokens[i].head = -1;
    tokens[i].deprel = Symbol();
  }
}

void end_sentence(Reader& reader) {
  auto& analysis = reader.out.analysis;
  if (analysis.tokens.size() == reader.first_token) return;
  check_heads(reader);
  Sentence sentence;
  sentence.first_token = reader.first_token;
  sentence.end_token = analysis.tokens.size();
  sentence.span = {analysis.tokens[sentence.first_token].span.begin, analysis.tokens.back().span.end};
  analysis.sentences.push_back(sentence);
  reader.out.document.blocks.push_back({sentence.span, BlockKind::paragraph});
  reader.out.document.text += '\n';
  reader.first_token = analysis.tokens.size();
  reader.contracted = 0;
  reader.glue = true;
}

void read_comment(Reader& reader, std::string_view row) {
  const auto value = [&](std::string_view key) -> std::string_view {
    return row.starts_with(key) ? row.substr(key.size()) : std::string_view();
  };
  if (const auto id = value("# newdoc id = "); !id.empty() && reader.out.document.id.empty())
    reader.out.document.id = id;
  if (const auto language = value("# language = "); !language.empty())
    reader.out.document.language = language;
}

}  // namespace

std::string to_conllu(const Document& document, const Analysis& analysis) {
  std::string out = "# newdoc id = " + one_line(document.id) + "\n";
  out += "# language = " + analysis.language + "\n";
  std::size_t name = 0;
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    out += "# sent_id = " + std::to_string(s + 1) +
           "\n# text = " + one_line(sentence.span.of(document.text)) + "\n";
    for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
      while (name < analysis.names.size() && analysis.names[name].end_token <= i) ++name;
      const bool inside = name < analysis.names.size() && analysis.names[name].first_token <= i;
      if (begins_contraction(analysis, sentence, i)) append_contraction(out, document, analysis, sentence, i);
      append_token(out, document, analysis, sentence, i, inside ? &analysis.names[name] : nullptr);
    }
    out += '\n';
  }
  return out;
}

GoldInput from_conllu(std::string_view conllu, const std::string& file) {
  Reader reader{.file = file};
  while (!conllu.empty()) {
    ++reader.line;
    const std::size_t end = conllu.find('\n');
    std::string_view row = conllu.substr(0, end);
    conllu.remove_prefix(end == std::string_view::npos ? conllu.size() : end + 1);
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (!is_valid_utf8(row)) fail("a line that is not UTF-8", file, reader.line);
    if (row.empty()) {
      end_sentence(reader);
    } else if (row.front() == '#') {
      read_comment(reader, row);
    } else {
      read_row(reader, row);
      reader.any = true;
    }
  }
  end_sentence(reader);
  if (!reader.any) fail("no words", file, reader.line);
  Document& document = reader.out.document;
  if (document.id.empty()) document.id = "input";
  document.source = file;
  reader.out.analysis.language = document.language;
  return std::move(reader.out);
}

}  // namespace relgraph
