// SPDX-License-Identifier: Apache-2.0
// From an example sentence to a pattern: every word of it is tried as the one that everything hangs on, and
// the roles in which the two actors stand to it are its frame.
#include "relgraph/teaching.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/utf8.hpp"
#include "extraction/grammar/actors.hpp"
#include "extraction/grammar/clauses.hpp"
#include "extraction/grammar/match.hpp"
#include "extraction/grammar/pattern_file.hpp"
#include "relgraph/error.hpp"
#include "relgraph/language.hpp"

namespace relgraph {

namespace {

constexpr std::string_view k_how =
    "Write '[Siemens]1 lobbyiert bei der [EU]2.', or ENTITY for each of the two";

/// Actors that the analyser knows for what they are, in place of ENTITY; two of each node type.
constexpr std::array<std::array<std::string_view, 2>, 5> k_stand_ins = {{{"Anna Weber", "Paul Keller"},
                                                                         {"Siemens", "Greenpeace"},
                                                                         {"Hamburg", "Berlin"},
                                                                         {"Apollo", "Galileo"},
                                                                         {"Windows", "Android"}}};
static_assert(k_stand_ins.size() == k_type_names.size());

std::optional<std::size_t> type_named(std::string_view name) {
  const auto found = std::ranges::find(k_type_names, name);
  if (found == k_type_names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - k_type_names.begin());
}

/// What the user wrote, ready for the analyser.
struct Example {
  std::string marked;  ///< `[Siemens]1 verklagt [Bosch]2.`
  MarkedSentence sentence;
  std::array<std::optional<std::size_t>, 2> types{};  ///< that ENTITY asked for: of source and target
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// ENTITY and ENTITY:type become marked names: the first is the source, the second the target.
void fill_in_actors(Example& example) {
  constexpr std::string_view k_word = "ENTITY";
  std::string& text = example.marked;
  std::size_t count = 0;
  for (std::size_t at = text.find(k_word); at != std::string::npos; at = text.find(k_word, at)) {
    std::size_t end = at + k_word.size();
    std::optional<std::size_t> type;
    if (end < text.size() && text[end] == ':') {
      const std::size_t from = ++end;
      while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
      type = type_named(std::string_view(text).substr(from, end - from));
      if (!type)
        throw Error(ErrorCode::usage, "unknown type '" + text.substr(from, end - from) + "' of an actor", {},
                    "It is person, organization, place, project or product");
    }
    if (++count > 2)
      throw Error(ErrorCode::usage, "the example has more than two actors", {}, std::string(k_how));
    constexpr std::size_t k_organization = 1;
    example.types[count - 1] = type;
    const std::string name = "[" + std::string(k_stand_ins[type.value_or(k_organization)][count - 1]) + "]" +
                             std::to_string(count);
    text.replace(at, end - at, name);
    at += name.size();
  }
}

Example read_example(std::string_view text, std::string_view language) {
  Example out;
  out.marked = text;
  for (char& c : out.marked)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  fill_in_actors(out);
  const std::string_view anything = language == "en" ? "something" : "etwas";
  replace_all(out.marked, "…", anything);
  replace_all(out.marked, "...", anything);
  if (!out.marked.empty() && std::string_view(".!?\"").find(out.marked.back()) == std::string_view::npos)
    out.marked += '.';
  try {
    out.sentence = parse_marked(out.marked);
  } catch (const Error& error) {
    throw Error(ErrorCode::usage, error.message(), {}, error.hint());
  }
  std::array<int, 3> count{};
  for (const auto& mark : out.sentence.marks) ++count.at(static_cast<std::size_t>(mark.end_of_frame));
  if (count[1] != 1 || count[2] != 1)
    throw Error(ErrorCode::usage, "the example needs one source and one target", {}, std::string(k_how));
  return out;
}

/// The types of the two actors: as asked for, else one that the relation allows.
std::array<std::size_t, 2> types_of(const Example& example, const RelationType& relation) {
  std::array<std::size_t, 2> out{};
  for (std::size_t end = 0; end < 2; ++end) {
    const auto& allowed = end == 0 ? relation.sources : relation.targets;
    constexpr std::size_t k_organization = 1;
    out[end] = example.types[end].value_or(
        allowed.empty() || std::ranges::find(allowed, k_type_names[k_organization]) != allowed.end()
            ? k_organization
            : type_named(allowed.front()).value_or(k_organization));
  }
  if (!fits_signature(relation, k_type_names[out[0]], k_type_names[out[1]]))
    throw Error(ErrorCode::usage,
                "'" + relation.id + "' does not lead from " + std::string(k_type_names[out[0]]) + " to " +
                    std::string(k_type_names[out[1]]),
                {}, "'relgraph types --format json' tells which types may stand at its ends");
  return out;
}

/// A way to read the example as an entry.
struct Candidate {
  std::string columns;  ///< trigger, kind, source, target
  std::vector<std::string> unneeded;
};

class Teacher {
 public:
  Teacher(const Reading& reading, const Grammar& grammar, const Example& example)
      : m_reading(reading), m_example(example), m_clauses(reading, grammar, sentence()), m_grammar(grammar) {
    for (std::size_t word = m_clauses.first(); word < m_clauses.end(); ++word)
      if (is_content(word)) m_content.push_back(word);
  }

  /// All ways, the best first: those that ask for most of the words, verbs before nouns.
  [[nodiscard]] std::vector<Candidate> candidates() const {
    std::vector<Candidate> out;
    for (const PatternKind kind : {PatternKind::verb, PatternKind::role, PatternKind::noun, PatternKind::adj})
      for (const std::size_t word : m_content)
        if (auto candidate = reading_of(word, kind)) out.push_back(std::move(*candidate));
    std::ranges::stable_sort(out, {}, [](const Candidate& c) { return c.unneeded.size(); });
    return out;
  }

 private:
  [[nodiscard]] std::size_t sentence() const { return m_reading.mentions.front().sentence; }

  [[nodiscard]] bool in_actor(std::size_t word) const {
    return std::ranges::any_of(m_reading.mentions,
                               [&](const EntityMention& m) { return m.first <= word && word <= m.last; });
  }

  /// A word that an entry may ask for, or hang on.
  [[nodiscard]] bool is_content(std::size_t word) const {
    const std::string_view upos = m_clauses.token(word).upos.view();
    if (upos != "VERB" && upos != "NOUN" && upos != "ADJ" && upos != "PROPN") return false;
    return !in_actor(word) && !m_clauses.is(word, "aux") && !m_clauses.is(word, "cop");
  }

  [[nodiscard]] bool goes_with(std::size_t word, PatternKind kind) const {
    const std::string_view upos = m_clauses.token(word).upos.view();
    if (kind == PatternKind::verb) return upos == "VERB" || upos == "ADJ";
    if (kind == PatternKind::adj) return upos == "ADJ";
    return upos == "NOUN" || upos == "PROPN";
  }

  /// Prepositions of the sentence, in its order.
  [[nodiscard]] std::vector<std::string> prepositions() const {
    std::vector<std::string> out;
    for (std::size_t word = m_clauses.first(); word < m_clauses.end(); ++word) {
      if (!m_clauses.is(word, "case")) continue;
      const std::string& key = m_clauses.key(word);
      if (std::ranges::find(out, key) == out.end()) out.push_back(key);
    }
    return out;
  }

  [[nodiscard]] std::vector<std::string> roles_of(PatternKind kind) const {
    std::vector<std::string> out;
    if (kind == PatternKind::verb) out = {"subj", "obj"};
    if (kind == PatternKind::noun) out = {"agent", "of", "obj"};
    if (kind == PatternKind::role) out = {"holder", "of"};
    if (kind == PatternKind::adj) out = {"subj"};
    for (std::string& preposition : prepositions()) out.push_back(std::move(preposition));
    return out;
  }

  /// The role in which the actor of that entity stands to the word.
  [[nodiscard]] std::string role_of(std::size_t entity, std::size_t word, PatternKind kind) const {
    for (const std::string& role : roles_of(kind)) {
      const auto fillers = m_clauses.fillers(m_clauses.role(word, kind, role));
      if (std::ranges::any_of(fillers, [&](const Filler& f) { return f.entity == entity; })) return role;
    }
    return {};
  }

  [[nodiscard]] std::string end_of(const std::string& role, std::size_t end) const {
    const auto type = m_example.types.at(end);
    return type ? role + ":" + std::string(k_type_names[*type]) : role;
  }

  /// The words beside the anchor that the entry asks for, with the prepositions that they hang on.
  [[nodiscard]] std::string beside(std::size_t anchor, std::vector<std::string>& unneeded) const {
    std::string out;
    for (std::size_t word = m_clauses.first(); word < m_clauses.end(); ++word) {
      const bool particle = m_clauses.token(word).deprel == "compound:prt" &&
                            m_clauses.head(word) == anchor && m_grammar.language() == "en";
      const bool preposition =
          m_clauses.is(word, "case") && is_content(m_clauses.head(word)) && m_clauses.head(word) != anchor;
      if (word == anchor || !(particle || preposition || is_content(word))) continue;
      const std::string& key = m_clauses.key(word);
      if (m_clauses.beside(anchor, key))
        out += (out.empty() ? "" : " ") + key;
      else if (!preposition)
        unneeded.emplace_back(m_clauses.token(word).word(m_reading.document.text));
    }
    return out;
  }

  [[nodiscard]] std::optional<Candidate> reading_of(std::size_t word, PatternKind kind) const {
    if (!goes_with(word, kind)) return std::nullopt;
    const std::string source = role_of(0, word, kind), target = role_of(1, word, kind);
    if (source.empty() || target.empty() || source == target) return std::nullopt;
    Candidate out;
    const std::string others = beside(word, out.unneeded);
    const std::string& key = m_clauses.key(word);
    const bool first = m_grammar.language() == "en" && kind == PatternKind::verb;
    const std::string trigger = others.empty() ? key : first ? key + " " + others : others + " " + key;
    out.columns = trigger + "\t" + std::string(k_pattern_kinds[static_cast<std::size_t>(kind)]) + "\t" +
                  end_of(source, 0) + "\t" + end_of(target, 1);
    return out;
  }

  const Reading& m_reading;
  const Example& m_example;
  Clauses m_clauses;
  const Grammar& m_grammar;
  std::vector<std::size_t> m_content;
};

/// The entry finds the relation of its own example, and nothing else in it.
bool finds_it(const Reading& reading, std::string_view language, const std::string& line, std::string& id) {
  Grammar grammar(language);
  try {
    grammar.add(line, "");
  } catch (const Error&) {
    return false;  // too many words, for instance
  }
  id = grammar.patterns().front().id;
  const auto found = grammar_statements(reading, grammar);
  return found.size() == 1 && found.front().source == 0 && found.front().target == 1;
}

}  // namespace

TaughtPattern pattern_from_example(std::string_view sentence, std::string_view type,
                                   std::string_view language) {
  const RelationType* relation = find_relation_type(type);
  if (relation == nullptr)
    throw Error(ErrorCode::usage, "there is no relation type '" + std::string(type) + "'", {},
                "'relgraph types' lists them");
  TaughtPattern out;
  out.language = language.empty() ? detect_language(sentence).language : std::string(language);
  if (out.language != "de" && out.language != "en")
    throw Error(ErrorCode::usage, "it does not show in which language the example is", {},
                "Say --language de or --language en");
  const Example example = read_example(sentence, out.language);
  const std::array<std::size_t, 2> types = types_of(example, *relation);

  Document document;
  document.id = "example";
  document.text = example.sentence.text;
  document.blocks.push_back({{0, document.text.size()}, BlockKind::paragraph});
  Diagnostics diagnostics;
  const Analysis analysis = analyse(document, diagnostics, out.language);
  const ReaderModel& model = reader_model();
  const auto work = network::make_workspace(model.maker);
  Reading reading{document, analysis, model, *work};
  auto marks = example.sentence.marks;
  // The source is entity 0, the target entity 1.
  std::ranges::stable_sort(marks, {}, [](const auto& m) { return m.end_of_frame == 0 ? 3 : m.end_of_frame; });
  for (const auto& mark : marks)
    add_actor(reading, {mark.begin, mark.end}, types.at(mark.end_of_frame == 2 ? 1 : 0));
  std::ranges::sort(reading.mentions, {}, &EntityMention::first);
  if (std::ranges::any_of(reading.mentions, [&](const EntityMention& m) {
        return m.sentence != reading.mentions.front().sentence;
      }))
    throw Error(ErrorCode::usage, "the two actors do not stand in one sentence", {}, std::string(k_how));

  const Grammar& grammar = *Grammar::shipped(out.language);
  for (Candidate& candidate : Teacher(reading, grammar, example).candidates()) {
    out.line = std::string(type) + "\t" + candidate.columns + "\t\t" + example.marked;
    if (!finds_it(reading, out.language, out.line, out.id)) continue;
    out.unneeded = std::move(candidate.unneeded);
    return out;
  }
  throw Error(ErrorCode::usage, "no verb, noun or adjective of the example joins the two actors", {},
              "Write a plainer sentence in which one word does: '[Siemens]1 berät [Bosch]2.'");
}

}  // namespace relgraph
