// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/operators.hpp"

#include <algorithm>

#include "extraction/negation.hpp"

namespace relgraph {

namespace {

constexpr unsigned k_deepest = 12;

class Judge {
 public:
  Judge(const Reading& reading, const Grammar& grammar, const Clauses& clauses, std::size_t sentence)
      : m_reading(reading),
        m_grammar(grammar),
        m_clauses(clauses),
        m_sentence(reading.analysis.sentences[sentence]) {}

  std::optional<Status> judge(std::size_t predicate) {
    if (asks() || is_supposed(m_reading.analysis, m_sentence, predicate)) return std::nullopt;
    climb(predicate);
    if (m_negated) return Status::negated;
    if (m_planned) return Status::planned;
    if (m_former) return Status::former;
    if (m_reported || quoted(predicate)) return Status::reported;
    return Status::asserted;
  }

 private:
  [[nodiscard]] bool asks() const {
    for (std::size_t i = m_sentence.end_token; i-- > m_sentence.first_token;) {
      const Token& token = m_reading.analysis.tokens[i];
      if (!(token.upos == "PUNCT")) return false;
      if (token.lemma == "?" || token.span.of(m_reading.document.text) == "?") return true;
    }
    return false;
  }

  [[nodiscard]] bool quoted(std::size_t predicate) const {
    const Span place = m_reading.analysis.tokens[predicate].span;
    return std::ranges::any_of(m_reading.analysis.quotations, [&](const Quotation& q) {
      return q.kind != QuotationKind::post && q.span.contains(place);
    });
  }

  /// What stands beside a word: auxiliaries, adjectives, `laut X`.
  void look_beside(std::size_t word) {
    if (is_denied(m_reading.analysis, m_sentence, word)) m_negated = !m_negated;
    for (const std::size_t c : m_clauses.children(word)) {
      const std::string& key = m_clauses.key(c);
      const bool helper = m_clauses.is(c, "aux") || m_clauses.is(c, "amod") || m_clauses.is(c, "advmod") ||
                          m_clauses.is(c, "mark") || m_clauses.is(c, "compound") || m_clauses.is(c, "cop");
      if (!helper) {
        for (const std::size_t below : m_clauses.children(c))
          if (m_clauses.is(below, "case") && m_grammar.is(Operator::reported, m_clauses.key(below)))
            m_reported = true;
        continue;
      }
      m_planned = m_planned || (!m_clauses.is(c, "compound") && m_grammar.is(Operator::planned, key));
      m_former = m_former || m_grammar.is(Operator::former, key);
      if (m_grammar.is(Operator::negated, key)) m_negated = true;
      m_reported = m_reported || m_grammar.is(Operator::reported, key);
      // „wird kaufen“: the future is a plan; „wird gekauft“ is none.
      if (key == "werden" && m_clauses.token(c).deprel == "aux" &&
          m_clauses.token(word).feats.view().find("VerbForm=Inf") != std::string_view::npos)
        m_planned = true;
    }
  }

  /// From the predicate to the verbs that it depends on.
  void climb(std::size_t predicate) {
    std::size_t at = predicate;
    look_beside(at);
    for (unsigned step = 0; step < k_deepest && m_clauses.head(at) != at; ++step) {
      const std::size_t above = m_clauses.head(at);
      const bool complement = m_clauses.is(at, "xcomp") || m_clauses.is(at, "ccomp") ||
                              m_clauses.is(at, "csubj") ||
                              (m_clauses.is(at, "acl") && m_clauses.token(at).deprel != Symbol("acl:relcl"));
      const bool verb_above = m_clauses.token(above).upos == "VERB";
      const bool object = (m_clauses.is(at, "obj") || m_clauses.is(at, "nsubj") || m_clauses.is(at, "obl")) &&
                          verb_above && m_clauses.token(at).upos == "NOUN";
      const std::string& key = m_clauses.key(above);
      if (complement) {
        if (m_grammar.is(Operator::planned, key)) m_planned = true;
        if (m_grammar.is(Operator::negated, key)) m_negated = true;
        if (m_grammar.is(Operator::reported, key)) m_reported = true;
        if (verb_above && is_denied(m_reading.analysis, m_sentence, above) && !m_clauses.is(at, "ccomp"))
          m_negated = true;
        look_helpers(above);
      } else if (object) {
        // „plant die Übernahme von X“, "denies the takeover": the noun's event hangs on the verb.
        if (m_grammar.is(Operator::light, key) || m_grammar.is(Operator::planned, key)) look_beside(above);
        if (m_grammar.is(Operator::planned, key)) m_planned = true;
      } else if (m_clauses.is(at, "advcl")) {
        // „um X zu kaufen“, "to buy X": a purpose; „ohne X zu kaufen“.
        for (const std::size_t c : m_clauses.children(at)) {
          if (!m_clauses.is(c, "mark")) continue;
          if (m_clauses.key(c) == "um" || m_clauses.key(c) == "to") m_planned = true;
          if (m_clauses.key(c) == "ohne" || m_clauses.key(c) == "without") m_negated = true;
        }
        return;
      } else if (m_clauses.is(at, "conj")) {
        share_helpers(at, above);
      } else {
        return;
      }
      at = above;
    }
  }

  void look_helpers(std::size_t verb) {
    for (const std::size_t c : m_clauses.children(verb))
      if (m_clauses.is(c, "aux") && m_grammar.is(Operator::planned, m_clauses.key(c))) m_planned = true;
  }

  /// The second verb of a list has the modal verb of the first one, unless it is finite itself.
  void share_helpers(std::size_t word, std::size_t above) {
    const bool finite = m_clauses.token(word).feats.view().find("VerbForm=Fin") != std::string_view::npos;
    if (!finite && !m_clauses.child(word, "aux")) look_helpers(above);
  }

  const Reading& m_reading;
  const Grammar& m_grammar;
  const Clauses& m_clauses;
  const Sentence& m_sentence;
  bool m_negated = false, m_planned = false, m_reported = false, m_former = false;
};

}  // namespace

std::optional<Status> status_of(const Reading& reading, const Grammar& grammar, const Clauses& clauses,
                                std::size_t sentence, std::size_t predicate) {
  return Judge(reading, grammar, clauses, sentence).judge(predicate);
}

}  // namespace relgraph
