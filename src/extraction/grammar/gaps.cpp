// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/gaps.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>

#include "base/utf8.hpp"
#include "extraction/grammar/clauses.hpp"
#include "extraction/grammar/match.hpp"
#include "extraction/grammar/operators.hpp"
#include "extraction/labels.hpp"

namespace relgraph {

namespace {

using Pairs = std::set<std::tuple<std::size_t, std::size_t, std::size_t>>;  ///< sentence or word, entities

/// What the grammar has an entry for, whether or not a statement comes of it.
struct Recognised {
  Pairs pairs{};                   ///< words of triggers with two entities in the roles of the entry
  std::set<std::size_t> idioms{};  ///< words of idioms that state nothing
};

Recognised recognised_in(const std::vector<Trial>& trials) {
  Recognised out;
  for (const Trial& trial : trials) {
    if (trial.pattern->type == nullptr) out.idioms.insert({trial.word, trial.last});
    for (const std::size_t source : trial.sources)
      for (const std::size_t target : trial.targets)
        for (const std::size_t word : {trial.word, trial.last})
          out.pairs.insert({word, std::min(source, target), std::max(source, target)});
  }
  return out;
}

/// Verbs that say nothing by themselves, also where the analyser takes them for full verbs.
bool is_bare(std::string_view key) {
  constexpr std::array<std::string_view, 27> k_bare = {
      "be",     "have",   "do",     "can",    "could", "may",    "might",   "must",     "shall",
      "should", "will",   "would",  "get",    "let",   "sein",   "haben",   "werden",   "können",
      "müssen", "sollen", "wollen", "dürfen", "mögen", "lassen", "möchten", "brauchen", "tun"};
  return std::ranges::find(k_bare, key) != k_bare.end();
}

/// Prepositions of comparison, time, cause and source: whoever they bring has no part in the act.
bool is_circumstance(std::string_view preposition) {
  constexpr std::array<std::string_view, 24> k_words = {
      "wie",   "als",     "außer",  "laut",       "zufolge",   "während", "seit",      "trotz",
      "wegen", "samt",    "statt",  "anlässlich", "like",      "than",    "as",        "during",
      "since", "despite", "except", "include",    "including", "accord",  "according", "after"};
  return std::ranges::find(k_words, preposition) != k_words.end();
}

/// `'s` is no preposition that a pattern could name.
bool is_mark(std::string_view word) {
  return word.empty() || word.find_first_of("'’") != std::string_view::npos;
}

/// Those in a role of a predicate.
struct Place {
  std::string role;
  bool core = false;  ///< else what a preposition brings, which may be a mere circumstance
  std::vector<Filler> fillers{};
};

class SentenceGaps {
 public:
  SentenceGaps(const Reading& reading, const Grammar& grammar, std::size_t sentence, const Pairs& related,
               const Recognised& recognised, std::vector<Gap>& out)
      : m_reading(reading),
        m_grammar(grammar),
        m_sentence(sentence),
        m_clauses(reading, grammar, sentence),
        m_related(related),
        m_recognised(recognised),
        m_out(out) {}

  void run() {
    for (std::size_t word = m_clauses.first(); word < m_clauses.end(); ++word) {
      if (m_recognised.idioms.contains(word)) continue;
      if (m_clauses.token(word).upos == "VERB")
        verb(word);
      else if (m_clauses.token(word).upos == "NOUN")
        noun(word);
    }
  }

 private:
  void verb(std::size_t word) {
    if (is_bare(m_clauses.key(word)) || m_clauses.is(word, "aux") || m_clauses.is(word, "cop")) return;
    if (m_grammar.is(Operator::light, m_clauses.key(word)) && carries_noun(word)) return;
    std::vector<Place> places;
    add(places, word, PatternKind::verb, {"subj", "obj"});
    pairs(word, PatternKind::verb, places);
  }

  void noun(std::size_t word) {
    // An office is somebody, an act is nobody.
    const bool office = !m_clauses.fillers(m_clauses.role(word, PatternKind::role, "holder")).empty();
    const PatternKind kind = office ? PatternKind::role : PatternKind::noun;
    std::vector<Place> places;
    if (office)
      add(places, word, kind, {"holder", "of"});
    else
      add(places, word, kind, {"agent", "of", "obj"});
    pairs(word, kind, places);
  }

  /// Whether a light verb has a noun that tells the act: „übte Kritik“, not „traf X in der Sitzung“.
  [[nodiscard]] bool carries_noun(std::size_t verb) const {
    return std::ranges::any_of(m_clauses.children(verb), [&](std::size_t c) {
      return m_clauses.token(c).upos == "NOUN" && m_clauses.fillers({c}).empty() &&
             m_clauses.light_verb(c) == verb && is_carried(c);
    });
  }

  [[nodiscard]] bool is_carried(std::size_t noun) const {
    if (m_clauses.is(noun, "nsubj")) return m_clauses.is_passive(m_clauses.head(noun));
    if (!m_clauses.is(noun, "obl")) return true;
    // „in Frage“, „aufs Korn“: a phrase that belongs to the verb has no article of its own.
    Span preposition{};
    for (const std::size_t c : m_clauses.children(noun))
      if (m_clauses.is(c, "case")) preposition = m_clauses.token(c).span;
    return std::ranges::none_of(m_clauses.children(noun), [&](std::size_t c) {
      if (m_clauses.is(c, "det")) return m_clauses.token(c).span != preposition;
      return m_clauses.is(c, "amod") || m_clauses.is(c, "nummod") || m_clauses.is(c, "conj");
    });
  }

  /// Fills the roles of a kind of predicate, then the prepositions that hang on it. Nobody stands twice.
  void add(std::vector<Place>& places, std::size_t word, PatternKind kind,
           std::initializer_list<std::string_view> roles) const {
    std::set<std::size_t> mentions;
    // „traf X in Berlin“ happens there; „lebt in Berlin“ needs the place.
    // A dateline („BERLIN – …, sagte X“) passes for an object.
    const bool says = m_grammar.is(Operator::reported, m_clauses.key(word));
    const bool complete = kind == PatternKind::verb && is_complete(word);
    const auto fill = [&](std::string_view role, bool core) {
      Place place{std::string(role), core};
      Clauses::Words words = m_clauses.role(word, kind, role);
      std::erase_if(words, [&](std::size_t w) { return !takes_part(w, word, kind, core); });
      for (const Filler& filler : m_clauses.fillers(words)) {
        const bool place_of_act = (role == "obj" ? says : !core && complete) && kind == PatternKind::verb &&
                                  k_type_names.at(m_reading.entities[filler.entity].type) == "place";
        if (!place_of_act && mentions.insert(filler.mention).second) place.fillers.push_back(filler);
      }
      if (!place.fillers.empty()) places.push_back(std::move(place));
    };
    for (const std::string_view role : roles) fill(role, true);
    for (const std::string& preposition : prepositions(word, kind)) fill(preposition, false);
  }

  /// Whether a verb says enough without a place.
  [[nodiscard]] bool is_complete(std::size_t verb) const {
    return m_clauses.child(verb, "obj") || m_clauses.child(verb, "ccomp") || m_clauses.child(verb, "xcomp") ||
           m_clauses.is_passive(verb);
  }

  /// What `Clauses::role` finds reaches far, so that a pattern that asks for a preposition misses nothing;
  /// here nobody asked, so only what hangs on the predicate itself counts.
  [[nodiscard]] bool takes_part(std::size_t filler, std::size_t word, PatternKind kind, bool core) const {
    const std::size_t above = m_clauses.head(filler);
    if (kind == PatternKind::verb) return core || above == word;
    if (kind == PatternKind::role || !m_clauses.light_verb(word) || is_carried(word)) return true;
    return above == word || m_clauses.head(above) == word;
  }

  /// Of the phrases within reach of `Clauses::role`, in the order of the text.
  [[nodiscard]] std::vector<std::string> prepositions(std::size_t word, PatternKind kind) const {
    std::vector<std::string> out;
    add_prepositions(word, kind == PatternKind::verb ? 1 : 2, out);
    if (kind == PatternKind::noun) {
      if (const auto verb = m_clauses.light_verb(word)) add_prepositions(*verb, 1, out);
      if (m_clauses.is(word, "obj") || m_clauses.is(word, "nsubj"))
        add_prepositions(m_clauses.head(word), 1, out);
    }
    return out;
  }

  void add_prepositions(std::size_t word, unsigned depth, std::vector<std::string>& out) const {
    for (const std::size_t c : m_clauses.children(word)) {
      for (const std::size_t below : m_clauses.children(c)) {
        const std::string& key = m_clauses.key(below);
        if (m_clauses.is(below, "case") && !is_mark(key) && !is_circumstance(key) &&
            std::ranges::find(out, key) == out.end())
          out.push_back(key);
      }
      if (depth > 1) add_prepositions(c, depth - 1, out);
    }
  }

  void pairs(std::size_t word, PatternKind kind, const std::vector<Place>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (is_reciprocal(word, kind, places[i], places.size()) && !pair(word, kind, places[i], places[i]))
        return;
      for (std::size_t j = i + 1; j < places.size(); ++j)
        if ((places[i].core || places[j].core) && !pair(word, kind, places[i], places[j])) return;
    }
  }

  /// Roles that several share: „X und Y duzen sich“, „Streit zwischen X und Y“.
  [[nodiscard]] bool is_reciprocal(std::size_t word, PatternKind kind, const Place& place,
                                   std::size_t places) const {
    if (kind != PatternKind::verb) return place.role == "zwischen" || place.role == "between";
    if (place.role != "subj" || places != 1) return false;
    if (m_grammar.language() == "en") return !is_complete(word);
    return std::ranges::any_of(m_clauses.children(word), [&](std::size_t c) {
      return m_clauses.key(c) == "sich" || m_clauses.key(c) == "einander";
    });
  }

  /// Notes the first two who are not related; false if the word stands in a question or condition.
  bool pair(std::size_t word, PatternKind kind, const Place& source, const Place& target) {
    for (const Filler& s : source.fillers) {
      for (const Filler& t : target.fillers) {
        if (s.entity == t.entity) continue;
        const std::size_t a = std::min(s.entity, t.entity), b = std::max(s.entity, t.entity);
        if (m_related.contains({m_sentence, a, b})) continue;
        // An entry for one pair of a list is an entry for all.
        if (m_recognised.pairs.contains({word, a, b})) return true;
        if (!status_of(m_reading, m_grammar, m_clauses, m_sentence, word)) return false;
        note(word, kind, source.role, target.role, s, t);
        return true;
      }
    }
    return true;
  }

  void note(std::size_t word, PatternKind kind, const std::string& source_role,
            const std::string& target_role, const Filler& source, const Filler& target) {
    const auto span = [&](const Filler& f) {
      return span_of(m_reading.analysis, m_reading.mentions[f.mention]);
    };
    m_out.push_back({trigger(word, kind), std::string(k_pattern_kinds.at(static_cast<std::size_t>(kind))),
                     source_role, target_role, m_reading.analysis.language,
                     m_reading.entities[source.entity].label, m_reading.entities[target.entity].label,
                     m_reading.analysis.sentences[m_sentence].span, m_clauses.token(word).span, span(source),
                     span(target)});
  }

  /// As a pattern file writes it: `sich beklagen`, `take over`, `Kritik`.
  [[nodiscard]] std::string trigger(std::size_t word, PatternKind kind) const {
    const Token& token = m_clauses.token(word);
    if (kind != PatternKind::verb)
      return std::string(token.lemma.view().empty() ? token.word(m_reading.document.text)
                                                    : token.lemma.view());
    std::string out = m_clauses.key(word);
    for (const std::size_t c : m_clauses.children(word)) {
      const std::string form = to_lower(m_clauses.token(c).word(m_reading.document.text));
      if (m_grammar.language() == "en" && m_clauses.is(c, "compound") && m_clauses.token(c).upos == "ADP")
        out += " " + form;
      if (m_grammar.language() == "de" && form == "sich" && !out.starts_with("sich ")) out = "sich " + out;
    }
    return out;
  }

  const Reading& m_reading;
  const Grammar& m_grammar;
  std::size_t m_sentence;
  Clauses m_clauses;
  const Pairs& m_related;
  const Recognised& m_recognised;
  std::vector<Gap>& m_out;
};

}  // namespace

std::vector<Gap> grammar_gaps(const Reading& reading, const Grammar& grammar,
                              const std::vector<Statement>& statements) {
  Pairs related;
  for (const Statement& s : statements)
    related.insert({s.sentence, std::min(s.source, s.target), std::max(s.source, s.target)});
  std::vector<Trial> trials;
  static_cast<void>(grammar_statements(reading, grammar, &trials));
  const Recognised recognised = recognised_in(trials);
  std::vector<Gap> out;
  const std::vector<bool> actors = sentences_of_two(reading);
  for (std::size_t sentence = 0; sentence < actors.size(); ++sentence)
    if (actors[sentence]) SentenceGaps(reading, grammar, sentence, related, recognised, out).run();
  return out;
}

}  // namespace relgraph
