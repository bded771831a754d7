// SPDX-License-Identifier: Apache-2.0
#include "language/indirect_speech.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "language/lexicon.hpp"

namespace relgraph {

namespace {

constexpr std::size_t npos = SentenceTree::npos;

struct Finder {
  const Document& document;
  const SentenceTree& tree;
  const Lexicon& words;
  bool german;

  [[nodiscard]] std::string_view word(std::size_t i) const { return tree.token(i).word(document.text); }
  [[nodiscard]] std::string_view lemma(std::size_t i) const { return tree.token(i).lemma.view(); }
};

const WordTable& speech_verbs(bool german) {
  static const WordTable german_verbs("words/speech_verbs.de.tsv"),
      english_verbs("words/speech_verbs.en.tsv");
  return german ? german_verbs : english_verbs;
}

/// The lemma with its particle: `teilte … mit` is mitteilen.
std::string whole_lemma(const Finder& f, std::size_t verb) {
  std::string lemma(f.lemma(verb));
  const std::size_t particle = f.tree.child(verb, "compound:prt");
  return particle == npos || !f.german ? lemma : to_lower(f.word(particle)) + lemma;
}

bool is_speech_verb(const Finder& f, std::size_t i) {
  const Symbol upos = f.tree.token(i).upos;
  if (upos != "VERB" && upos != "AUX" && upos != "ADJ") return false;
  const WordTable& verbs = speech_verbs(f.german);
  return verbs.contains(whole_lemma(f, i)) || (upos == "VERB" && verbs.contains(f.lemma(i))) ||
         f.words.is_cue(f.word(i), "say");
}

/// Tokens of the subtree of `head` that stay when those of `without` are taken away, as one stretch.
struct Stretch {
  std::size_t begin = npos, end = 0;
  void add(std::size_t i) {
    begin = std::min(begin, i);
    end = std::max(end, i + 1);
  }
  [[nodiscard]] bool empty() const { return begin == npos; }
};

Stretch subtree(const SentenceTree& tree, std::size_t head, std::size_t without) {
  Stretch out;
  for (std::size_t i = tree.first(); i < tree.end(); ++i)
    if (tree.below(i, head) && (without == npos || !tree.below(i, without))) out.add(i);
  return out;
}

bool is_edge_mark(const SentenceTree& tree, std::size_t i) { return tree.token(i).upos == "PUNCT"; }

/// The stretch on the longer side of what cuts it (`Er komme, sagte Meier, bald.` goes on behind it).
std::optional<Span> span_of(const SentenceTree& tree, Stretch stretch) {
  if (stretch.empty()) return std::nullopt;
  while (stretch.begin < stretch.end && is_edge_mark(tree, stretch.begin)) ++stretch.begin;
  while (stretch.end > stretch.begin && is_edge_mark(tree, stretch.end - 1)) --stretch.end;
  if (stretch.begin == stretch.end) return std::nullopt;
  return Span{tree.token(stretch.begin).span.begin, tree.token(stretch.end - 1).span.end};
}

/// What is left of a stretch when `cut` is taken off at one of its ends; a cut inside it is part of the
/// message, which goes on behind it.
std::optional<Span> rest_of(const SentenceTree& tree, const Stretch& all, const Stretch& cut) {
  if (all.empty()) return std::nullopt;
  constexpr std::size_t k_edge = 2;  // words, marks among them
  if (cut.begin > all.begin + k_edge && cut.end + k_edge < all.end) return span_of(tree, all);
  const std::size_t before = cut.begin > all.begin ? cut.begin - all.begin : 0;
  const std::size_t behind = all.end > cut.end ? all.end - cut.end : 0;
  if (before == 0 && behind == 0) return std::nullopt;
  return before > behind ? span_of(tree, {all.begin, std::min(all.end, cut.begin)})
                         : span_of(tree, {std::max(all.begin, cut.end), all.end});
}

std::optional<Span> subject_of(const SentenceTree& tree, std::size_t verb) {
  const std::size_t subject = tree.child(verb, "nsubj");
  if (subject != npos) {
    if (is_relation(tree.token(subject).deprel, "nsubj:pass")) {
      const std::size_t agent = tree.child(verb, "obl:agent");
      return agent == npos ? std::nullopt : std::optional(phrase(tree, agent));
    }
    return phrase(tree, subject);
  }
  // Verbs in a row share the subject of the first, and an open clause that of the verb it hangs on.
  const Token& token = tree.token(verb);
  const bool shares = is_relation(token.deprel, "conj") || is_relation(token.deprel, "xcomp");
  return shares ? subject_of(tree, tree.head(verb)) : std::nullopt;
}

/// What depends on a verb of saying as its clause.
std::size_t clause_of(const SentenceTree& tree, std::size_t verb) {
  for (const std::string_view relation : {"ccomp", "csubj", "parataxis", "xcomp", "advcl"}) {
    for (const std::size_t c : tree.children(verb)) {
      const Token& token = tree.token(c);
      if (!is_relation(token.deprel, relation)) continue;
      if (relation == "advcl" && tree.child(c, "mark") == npos) continue;
      if (relation == "advcl" && tree.token(tree.child(c, "mark")).lemma != "dass") continue;
      if (relation == "parataxis" && c < verb && tree.child(c, "nsubj") == npos) continue;
      return c;
    }
  }
  return npos;
}

void add_verb(const Finder& f, std::size_t verb, std::vector<SpeechEvent>& out) {
  const SentenceTree& tree = f.tree;
  SpeechEvent event{tree.token(verb).span, subject_of(tree, verb), std::nullopt, verb};
  const Token& token = tree.token(verb);
  const std::size_t mark = tree.child(verb, "mark");
  const std::size_t adverb = tree.child(verb, "advmod");
  const bool as = (mark != npos && (f.word(mark) == "wie" || f.word(mark) == "Wie" || f.word(mark) == "as" ||
                                    f.word(mark) == "As")) ||
                  (adverb != npos && (f.word(adverb) == "wie" || f.word(adverb) == "Wie"));
  if (const std::size_t clause = clause_of(tree, verb); clause != npos) {
    event.message = span_of(tree, subtree(tree, clause, npos));
    if (clause < verb && event.message && event.message->contains(event.cue)) event.message.reset();
  } else if ((as && is_relation(token.deprel, "advcl")) || is_relation(token.deprel, "parataxis")) {
    const std::size_t head = tree.head(verb);
    event.message = rest_of(tree, subtree(tree, head, verb), subtree(tree, verb, npos));
  }
  out.push_back(event);
}

bool is_source_noun(const Finder& f, std::size_t noun) {
  static const WordTable nouns("words/source_nouns.de.tsv");
  const std::string_view lemma = f.lemma(noun);
  if (nouns.contains(lemma)) return true;
  constexpr std::array<std::string_view, 7> k_ends = {"bericht", "angabe",  "angaben",     "meldung",
                                                      "studie",  "umfrage", "untersuchung"};
  const std::string lower = to_lower(f.word(noun));
  return std::ranges::any_of(k_ends,
                             [&](std::string_view end) { return lower.find(end) != std::string::npos; });
}

/// `laut X`, `X zufolge`, `nach Angaben von X`, `according to X`.
bool is_source_preposition(const Finder& f, std::size_t word, std::size_t noun) {
  const std::string lower = to_lower(f.word(word));
  if (lower == "laut" || lower == "zufolge" || lower == "according") return true;
  return f.german && (lower == "nach" || lower == "gemäß") && is_source_noun(f, noun);
}

void add_source(const Finder& f, std::size_t word, std::vector<SpeechEvent>& out) {
  const SentenceTree& tree = f.tree;
  const Token& token = tree.token(word);
  if (!is_relation(token.deprel, "case") && f.word(word) != "according" && f.word(word) != "According")
    return;
  const std::size_t noun = tree.head(word);
  if (noun == word || !is_source_preposition(f, word, noun)) return;
  SpeechEvent event{token.span, phrase(tree, noun), std::nullopt, word};
  if (event.speaker->begin == token.span.begin) {
    // The preposition is part of the phrase; the speaker begins behind it.
    Stretch rest = subtree(tree, noun, word);
    if (const auto speaker = span_of(tree, {std::max(rest.begin, word + 1), rest.end}))
      event.speaker = Span{speaker->begin, std::max(speaker->begin, event.speaker->end)};
  } else if (event.speaker->end == token.span.end && word > noun) {
    event.speaker = Span{event.speaker->begin, tree.token(word - 1).span.end};
  }
  const std::size_t head = tree.head(noun);
  if (head != noun) event.message = rest_of(tree, subtree(tree, head, noun), subtree(tree, noun, npos));
  out.push_back(event);
}

/// `…, so Meier.` and `…, so die Polizei weiter.`
void add_so(const Finder& f, std::size_t word, std::vector<SpeechEvent>& out) {
  const SentenceTree& tree = f.tree;
  if (!f.german || f.word(word) != "so" || word == tree.first() || f.word(word - 1) != "," ||
      word + 1 >= tree.end())
    return;
  Stretch speaker;
  bool noun = false;
  for (std::size_t i = word + 1; i < tree.end() && f.word(i) != "," && f.word(i) != "."; ++i) {
    const Symbol upos = tree.token(i).upos;
    if (upos == "VERB" || upos == "AUX" || upos == "SCONJ") return;
    noun = noun || upos == "NOUN" || upos == "PROPN" || upos == "PRON";
    speaker.add(i);
  }
  if (!noun) return;
  const Stretch all{tree.first(), tree.end()};
  out.push_back(
      {tree.token(word).span, span_of(tree, speaker), rest_of(tree, all, {word - 1, speaker.end}), word});
}

}  // namespace

Span phrase(const SentenceTree& tree, std::size_t head) {
  Stretch stretch;
  const auto leaves = [&](std::size_t i) {
    // What stands in an apposition or a clause says more of him, not who he is.
    for (std::size_t at = i; at != head; at = tree.head(at)) {
      const Symbol& relation = tree.token(at).deprel;
      if (is_relation(relation, "acl") || is_relation(relation, "appos") ||
          is_relation(relation, "parataxis") || is_relation(relation, "advcl"))
        return true;
    }
    return false;
  };
  for (std::size_t i = tree.first(); i < tree.end(); ++i)
    if (tree.below(i, head) && !leaves(i)) stretch.add(i);
  const auto span = span_of(tree, stretch);
  return span ? *span : tree.token(head).span;
}

bool is_reported(const Document& document, const SentenceTree& tree) {
  constexpr std::array<std::string_view, 10> k_forms = {"sei",   "seien", "habe",  "werde", "könne",
                                                        "müsse", "solle", "wolle", "dürfe", "gebe"};
  if (tree.root() == npos) return false;
  const auto is_subjunctive = [&](std::size_t i) {
    const Token& token = tree.token(i);
    return std::ranges::find(k_forms, to_lower(token.word(document.text))) != k_forms.end() ||
           has_feature(token, "Mood=Sub");
  };
  if (is_subjunctive(tree.root())) return true;
  return std::ranges::any_of(tree.children(tree.root()), [&](std::size_t c) {
    const Symbol& relation = tree.token(c).deprel;
    return (is_relation(relation, "aux") || is_relation(relation, "cop")) && is_subjunctive(c);
  });
}

std::vector<SpeechEvent> speech_events(const Document& document, const Analysis& analysis,
                                       const SentenceTree& tree) {
  const Finder f{document, tree, lexicon(analysis.language), analysis.language == "de"};
  std::vector<SpeechEvent> out;
  for (std::size_t i = tree.first(); i < tree.end(); ++i) {
    if (is_speech_verb(f, i)) add_verb(f, i, out);
    add_source(f, i, out);
    add_so(f, i, out);
  }
  return out;
}

}  // namespace relgraph
