// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/match.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "extraction/grammar/clauses.hpp"
#include "extraction/grammar/operators.hpp"

namespace relgraph {

namespace {

bool goes_with(const Token& token, PatternKind kind) {
  const std::string_view upos = token.upos.view();
  switch (kind) {
    case PatternKind::verb: return upos == "VERB" || upos == "AUX" || upos == "ADJ";
    case PatternKind::noun: return upos == "NOUN" || upos == "PROPN";
    case PatternKind::role: return upos == "NOUN" || upos == "PROPN" || upos == "ADJ";
    case PatternKind::adj: return upos == "ADJ" || upos == "ADV" || upos == "VERB" || upos == "NOUN";
    case PatternKind::link: return upos == "ADP";
    case PatternKind::bracket: return false;
  }
  return false;
}

class SentenceMatch {
 public:
  SentenceMatch(const Reading& reading, const Grammar& grammar, std::size_t sentence,
                std::vector<Statement>& out, std::vector<Trial>* trials)
      : m_reading(reading),
        m_grammar(grammar),
        m_sentence(sentence),
        m_clauses(reading, grammar, sentence),
        m_out(out),
        m_trials(trials) {}

  void run() {
    for (std::size_t word = m_clauses.first(); word < m_clauses.end(); ++word) {
      const std::string& key = m_clauses.key(word);
      const auto exact = m_grammar.find(key);
      try_all(word, exact);
      // „verheiratet“ is an adjective or the participle of a verb; plurals have strange lemmas.
      const std::string form = to_lower(m_clauses.token(word).word(m_reading.document.text));
      if (form != key) try_all(word, m_grammar.find(form), true);
      if (exact.empty() && (m_clauses.token(word).upos == "NOUN" || m_clauses.token(word).upos == "PROPN"))
        try_all(word, m_grammar.find_suffix(key));
    }
    brackets();
  }

 private:
  void try_all(std::size_t word, std::span<const std::size_t> patterns, bool by_form = false) {
    std::size_t longest = 0;
    for (const std::size_t p : patterns) {
      const Pattern& pattern = m_grammar.patterns()[p];
      if (pattern.words.size() < longest) return;  // „in Frage stellen“ is no „stellen“
      if (by_form && pattern.kind == PatternKind::verb) continue;
      if (pattern.kind == PatternKind::bracket || !goes_with(m_clauses.token(word), pattern.kind)) continue;
      const auto last = last_word(word, pattern);
      if (!last) continue;
      longest = std::max(longest, pattern.words.size());
      if (pattern.type == nullptr) {
        if (m_trials != nullptr) m_trials->push_back({&pattern, m_sentence, word, *last});
        continue;
      }
      if (pattern.kind == PatternKind::link)
        link(word, pattern);
      else
        frame(word, *last, pattern);
    }
  }

  /// The word of the trigger that stands farthest from the anchor; nothing if one is missing.
  [[nodiscard]] std::optional<std::size_t> last_word(std::size_t anchor, const Pattern& pattern) const {
    std::size_t last = anchor;
    for (const std::string& word : pattern.words) {
      const auto found = m_clauses.beside(anchor, word);
      if (!found) return std::nullopt;
      last = *found;
    }
    return last;
  }

  [[nodiscard]] std::vector<Filler> fill(std::size_t word, const Pattern& pattern, const PatternEnd& end,
                                         bool owners) const {
    std::vector<Filler> out;
    for (const std::string& role : end.roles) {
      const Clauses::Words words = m_clauses.role(word, pattern.kind, role);
      for (const Filler& filler : m_clauses.fillers(words)) out.push_back(filler);
      if (!out.empty() || !owners) continue;
      for (const std::size_t w : words)
        for (const Filler& filler : m_clauses.fillers(m_clauses.possessors(w))) out.push_back(filler);
    }
    std::erase_if(
        out, [&](const Filler& f) { return end.type && m_reading.entities[f.entity].type != *end.type; });
    return out;
  }

  void frame(std::size_t word, std::size_t last, const Pattern& pattern) {
    // Criticism of somebody's plan is criticism of him.
    const bool owners = pattern.type->family == "stance" && pattern.kind != PatternKind::role;
    const auto sources = fill(word, pattern, pattern.source, false);
    if (sources.empty() && m_trials == nullptr) return;
    const auto targets = fill(word, pattern, pattern.target, owners);
    const auto outcome = [&] {
      if (sources.empty()) return PatternOutcome::no_source;
      if (targets.empty()) return PatternOutcome::no_target;
      const auto status = status_of(m_reading, m_grammar, m_clauses, m_sentence, word);
      if (!status) return PatternOutcome::supposed;
      bool fits = false;
      for (const Filler& source : sources)
        for (const Filler& target : targets)
          fits = state(source, target, pattern, *status, word, last) || fits;
      return fits ? PatternOutcome::stated : PatternOutcome::signature;
    }();
    if (m_trials == nullptr) return;
    Trial trial{&pattern, m_sentence, word, last, {}, {}, outcome};
    for (const Filler& f : sources) trial.sources.push_back(f.entity);
    for (const Filler& f : targets) trial.targets.push_back(f.entity);
    m_trials->push_back(std::move(trial));
  }

  /// A preposition between two names: „die Universität in Jena“.
  void link(std::size_t preposition, const Pattern& pattern) {
    if (!m_clauses.is(preposition, "case")) return;
    const std::size_t inside = m_clauses.head(preposition);
    const std::size_t head = m_clauses.head(inside);
    if (head == inside || !m_clauses.is(inside, "nmod") || head > preposition) return;
    const auto of = [&](const PatternEnd& end) {
      const bool at_head = end.roles.front() == "head";
      auto found = m_clauses.fillers({at_head ? head : inside});
      // „X, Linguistin bei Y“: whoever the noun is said of.
      if (found.empty() && at_head && m_clauses.token(head).upos == "NOUN")
        found = m_clauses.fillers(m_clauses.role(head, PatternKind::role, "holder"));
      std::erase_if(
          found, [&](const Filler& f) { return end.type && m_reading.entities[f.entity].type != *end.type; });
      return found;
    };
    const auto status = status_of(m_reading, m_grammar, m_clauses, m_sentence, head);
    if (!status) return;
    for (const Filler& source : of(pattern.source))
      for (const Filler& target : of(pattern.target))
        state(source, target, pattern, Status::asserted, preposition, preposition);
  }

  /// A name in brackets behind a name: „Angela Merkel (CDU)“.
  void brackets() {
    const auto patterns = m_grammar.find("(");
    if (patterns.empty()) return;
    const auto& mentions = m_reading.mentions;
    const auto from = std::ranges::lower_bound(mentions, m_clauses.first(), {}, &EntityMention::first);
    for (auto inside = from; inside != mentions.end() && inside->first < m_clauses.end(); ++inside) {
      if (!inside->entity || inside->first < m_clauses.first() + 2 || !is_mark(inside->first - 1, "("))
        continue;
      for (auto before = from; before->first < inside->first; ++before) {
        if (!before->entity || before->last + 2 != inside->first) continue;
        for (const std::size_t p : patterns) bracket(m_grammar.patterns()[p], *before, *inside);
      }
    }
  }

  [[nodiscard]] bool is_mark(std::size_t token, std::string_view mark) const {
    return m_clauses.token(token).span.of(m_reading.document.text) == mark;
  }

  void bracket(const Pattern& pattern, const EntityMention& before, const EntityMention& inside) {
    if (pattern.kind != PatternKind::bracket || pattern.type == nullptr) return;
    const auto index = [&](const EntityMention& m) {
      return static_cast<std::size_t>(&m - m_reading.mentions.data());
    };
    const bool forward = pattern.source.roles.front() == "head";
    const EntityMention& a = forward ? before : inside;
    const EntityMention& b = forward ? inside : before;
    const auto fits = [&](const PatternEnd& end, const EntityMention& m) {
      return !end.type || m_reading.entities[*m.entity].type == *end.type;
    };
    if (fits(pattern.source, a) && fits(pattern.target, b))
      state({*a.entity, index(a)}, {*b.entity, index(b)}, pattern, Status::asserted, inside.first,
            inside.last);
  }

  /// Whether the two may be related so.
  bool state(const Filler& source, const Filler& target, const Pattern& pattern, Status status,
             std::size_t first, std::size_t last) {
    if (source.entity == target.entity) return false;
    // Members of one list are one pair, not two.
    if (pattern.type->symmetric && pattern.source.roles == pattern.target.roles &&
        target.entity < source.entity)
      return true;
    const auto type_of = [&](const Filler& f) { return k_type_names[m_reading.entities[f.entity].type]; };
    if (!fits_signature(*pattern.type, type_of(source), type_of(target))) return false;
    const bool known = std::any_of(m_out.rbegin(), m_out.rend(), [&](const Statement& s) {
      return s.sentence == m_sentence && s.source == source.entity && s.target == target.entity &&
             s.pattern == &pattern && s.status == status;
    });
    if (known) return true;
    // A trigger is one run of words: as far as the anchor where the rest stands elsewhere.
    constexpr std::size_t k_near = 3;
    if (last + k_near < first || first + k_near < last) last = first;
    m_out.push_back({source.entity, target.entity, pattern.type, status, pattern.confidence, m_sentence,
                     std::min(first, last), std::max(first, last), &pattern});
    return true;
  }

  const Reading& m_reading;
  const Grammar& m_grammar;
  std::size_t m_sentence;
  Clauses m_clauses;
  std::vector<Statement>& m_out;
  std::vector<Trial>* m_trials;
};

}  // namespace

std::vector<bool> sentences_of_two(const Reading& reading) {
  std::vector<bool> two(reading.analysis.sentences.size());
  std::vector<std::optional<std::size_t>> only(two.size());
  for (const EntityMention& mention : reading.mentions) {
    if (!mention.entity) continue;
    auto& one = only[mention.sentence];
    if (one && *one != *mention.entity) two[mention.sentence] = true;
    one = mention.entity;
  }
  return two;
}

std::vector<Statement> grammar_statements(const Reading& reading, const Grammar& grammar,
                                          std::vector<Trial>* trials) {
  std::vector<Statement> out;
  const std::vector<bool> actors = sentences_of_two(reading);
  for (std::size_t sentence = 0; sentence < actors.size(); ++sentence)
    if (actors[sentence]) SentenceMatch(reading, grammar, sentence, out, trials).run();
  return out;
}

}  // namespace relgraph
