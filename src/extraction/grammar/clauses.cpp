// SPDX-License-Identifier: Apache-2.0
#include "extraction/grammar/clauses.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

constexpr unsigned k_deepest = 12;  ///< steps from a word to what it shares its arguments with

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::ranges::find(list, word) != list.end();
}

bool has(const Token& token, std::string_view feature) {
  const std::string_view feats = token.feats.view();
  const std::size_t at = feats.find(feature);
  return at != std::string_view::npos && (at == 0 || feats[at - 1] == '|');
}

bool is_participle(const Token& token) {
  if (!has(token, "VerbForm=Part")) return false;
  return !has(token, "Tense=Pres");
}

bool is_agent_preposition(std::string_view word) { return one_of(word, {"by", "von", "durch", "seitens"}); }
bool is_of(std::string_view word) { return one_of(word, {"of", "von"}); }

}  // namespace

Clauses::Clauses(const Reading& reading, const Grammar& grammar, std::size_t sentence)
    : m_reading(reading), m_grammar(grammar), m_first(reading.analysis.sentences[sentence].first_token) {
  const Sentence& of = reading.analysis.sentences[sentence];
  m_children.resize(of.end_token - of.first_token);
  m_keys.resize(m_children.size());
  m_mentions.resize(m_children.size());
  for (std::size_t i = m_first; i < end(); ++i) {
    if (head(i) != i) m_children[head(i) - m_first].push_back(i);
    const Token& word = token(i);
    const bool verb = word.upos == "VERB" || word.upos == "AUX" || is_participle(word);
    m_keys[i - m_first] = grammar.key(word.word(reading.document.text), word.lemma.view(), verb);
  }
  for (std::size_t i = m_first; i < end(); ++i) {  // wirft … vor, take over
    if (!(token(i).deprel == "compound:prt")) continue;
    const Token& verb = token(head(i));
    if (!(verb.upos == "VERB")) continue;
    std::string& whole = m_keys[head(i) - m_first];
    const std::string prefix = to_lower(token(i).word(reading.document.text));
    if (grammar.language() == "de") whole = prefix + whole;
  }
  const auto from = std::ranges::lower_bound(reading.mentions, m_first, {}, &EntityMention::first);
  for (auto m = from; m != reading.mentions.end() && m->first < end(); ++m) {
    if (!m->entity || m->last >= end()) continue;
    std::size_t top = m->first;
    for (std::size_t w = m->first; w <= m->last; ++w) {
      if (head(w) != w && head(w) >= m->first && head(w) <= m->last) continue;
      top = w;
      break;
    }
    auto& at = m_mentions[top - m_first];
    // Of mentions with one head the longest is meant.
    if (!at || reading.mentions[*at].last - reading.mentions[*at].first < m->last - m->first)
      at = static_cast<std::size_t>(m - reading.mentions.begin());
  }
}

std::size_t Clauses::head(std::size_t word) const {
  const std::int32_t above = token(word).head;
  return above < 0 ? word : m_first + static_cast<std::size_t>(above);
}

bool Clauses::is(std::size_t word, std::string_view relation) const {
  const std::string_view deprel = token(word).deprel.view();
  return deprel.starts_with(relation) && (deprel.size() == relation.size() || deprel[relation.size()] == ':');
}

std::optional<std::size_t> Clauses::child(std::size_t word, std::string_view relation) const {
  for (const std::size_t c : children(word))
    if (is(c, relation)) return c;
  return std::nullopt;
}

bool Clauses::is_word(std::size_t word, std::string_view variants) const {
  const std::string form = to_lower(token(word).word(m_reading.document.text));
  const std::string written =
      to_lower(token(word).span.of(m_reading.document.text));  // „zur“ is `zu` and `der`
  for (;;) {
    const std::size_t at = variants.find('/');
    const std::string_view one = variants.substr(0, at);
    if (one == form || one == written || one == key(word)) return true;
    if (one.starts_with('*') && key(word).ends_with(one.substr(1))) return true;
    if (at == std::string_view::npos) return false;
    variants.remove_prefix(at + 1);
  }
}

std::optional<std::size_t> Clauses::beside(std::size_t anchor, std::string_view variants) const {
  for (const std::size_t c : children(anchor)) {
    if (is(c, "conj") || is(c, "acl") || is(c, "advcl") || is(c, "ccomp") || is(c, "parataxis")) continue;
    if (is_word(c, variants)) return c;
    for (const std::size_t below : children(c))
      if (!is(below, "acl") && !is(below, "conj") && is_word(below, variants)) return below;
  }
  return std::nullopt;
}

bool Clauses::is_verbal(std::size_t word) const {
  return token(word).upos == "VERB" || token(word).upos == "AUX" || child(word, "cop").has_value() ||
         child(word, "nsubj").has_value();
}

bool Clauses::has_preposition(std::size_t word, std::string_view wanted) const {
  if (preposition(word) == wanted) return true;
  return std::ranges::any_of(children(word), [&](std::size_t c) {
    if (!is(c, "case")) return false;
    return key(c) == wanted ||
           std::ranges::any_of(children(c), [&](std::size_t f) { return key(f) == wanted; });
  });
}

std::string_view Clauses::preposition(std::size_t word) const {
  for (const std::size_t c : children(word))
    if (is(c, "case") && !(token(c).upos == "PART" && m_grammar.language() == "en" && key(c) != "to"))
      return key(c);
  return {};
}

bool Clauses::is_passive(std::size_t verb) const {
  bool helped = false;
  for (const std::size_t c : children(verb)) {
    const std::string_view deprel = token(c).deprel.view();
    if (deprel == "aux:pass" || deprel == "nsubj:pass" || deprel == "obl:agent") return true;
    helped = helped || is(c, "aux") || is(c, "nsubj");
  }
  if (!is_participle(token(verb)) || helped) return false;
  if (is(verb, "acl") || is(verb, "amod") || is(verb, "advcl")) return true;
  return is(verb, "conj") && head(verb) != verb && is_participle(token(head(verb))) && is_passive(head(verb));
}

bool Clauses::is_genitive_before(std::size_t word, std::size_t noun) const {
  // „Litauens Präsident“: the analyser is often unsure about the name of the relation.
  return word < noun && preposition(word).empty() &&
         (is(word, "nmod") || (is(word, "dep") && has(token(word), "Case=Gen")));
}

bool Clauses::is_title_of(std::size_t name) const {
  // „Bosch-Investor Siemens schwieg“: the name behind the title is taken for a second subject.
  if (name <= m_first) return false;
  const std::size_t title = name - 1;
  return token(title).upos == "NOUN" && token(name).upos == "PROPN" && head(title) == head(name) &&
         is(title, "nsubj") && is(name, "nsubj");
}

std::optional<std::size_t> Clauses::light_verb(std::size_t noun) const {
  std::size_t top = noun;
  for (unsigned step = 0; is(top, "conj") && step < k_deepest; ++step) top = head(top);
  const std::size_t verb = head(top);
  if (verb == top) return std::nullopt;
  const bool part =
      is(top, "obj") || is(top, "obl") || is(top, "xcomp") || is(top, "nsubj") || is(top, "compound");
  if (part && m_grammar.is(Operator::light, key(verb))) return verb;
  // „Kritik, die er geübt hat“ and "the criticism voiced by him".
  for (const std::size_t c : children(noun))
    if (is(c, "acl") && m_grammar.is(Operator::light, key(c))) return c;
  return std::nullopt;
}

Clauses::Words Clauses::surface_subjects(std::size_t verb, unsigned depth) const {
  Words out;
  for (const std::size_t c : children(verb))
    if (is(c, "nsubj") && out.empty()) out.push_back(c);
  if (!out.empty() || depth > k_deepest || head(verb) == verb) return out;
  const std::size_t above = head(verb);
  const bool finite = has(token(verb), "VerbForm=Fin") && !child(verb, "aux");
  if (is(verb, "conj") && is_verbal(above)) {
    out = surface_subjects(above, depth + 1);
  } else if (is(verb, "xcomp") || (is(verb, "ccomp") && !finite)) {
    if (!is_verbal(above)) return out;
    const Words objects_above = objects(above);
    const bool by_object = !objects_above.empty() && !is_passive(above) &&
                           !m_grammar.is(Operator::subject_control, key(above)) &&
                           objects_above != Words{verb};
    out = by_object ? objects_above : surface_subjects(above, depth + 1);
  } else if (is(verb, "advcl") && !finite && is_verbal(above)) {
    out = surface_subjects(above, depth + 1);
  } else if (is(verb, "amod") || (is(verb, "acl") && !token(verb).deprel.view().ends_with("relcl"))) {
    const bool infinitive = has(token(verb), "VerbForm=Inf") || child(verb, "mark");
    out = infinitive ? agents_of_noun(above, depth + 1) : Words{above};
  }
  return out;
}

Clauses::Words Clauses::agents_of_verb(std::size_t verb) const {
  Words out;
  for (const std::size_t c : children(verb))
    if (token(c).deprel == "obl:agent" ||
        ((is(c, "obl") || is(c, "nmod")) && is_agent_preposition(preposition(c))))
      out.push_back(c);
  return out;
}

Clauses::Words Clauses::objects(std::size_t verb) const {
  Words out;
  bool subject = false;
  for (const std::size_t c : children(verb)) {
    // Names have no case: of two subjects the second is the object, „der Bosch kritisierte“.
    if (token(c).deprel == "nsubj") {
      if (subject && !is_title_of(c)) out.push_back(c);
      subject = true;
    }
    if ((is(c, "obj") || is(c, "iobj") || is(c, "obl")) && preposition(c).empty() &&
        (!is(c, "obl") || token(c).deprel == "obl:arg"))
      out.push_back(c);
  }
  if (!out.empty()) return out;
  if (is_passive(verb)) return out;
  // One object of several verbs: "criticised and sued X".
  for (const std::size_t c : children(verb))
    if (is(c, "conj") && token(c).upos == "VERB" && !child(c, "nsubj"))
      for (const std::size_t o : children(c))
        if (is(o, "obj") && o > c) out.push_back(o);
  // "the company Musk founded": the object is what the clause hangs on.
  if (out.empty() && token(verb).deprel == "acl:relcl" && child(verb, "nsubj")) {
    const std::size_t actor = *child(verb, "nsubj");
    if (!antecedent(actor)) out.push_back(head(verb));
  }
  return out;
}

Clauses::Words Clauses::obliques(std::size_t word, std::string_view wanted, bool deep) const {
  Words out;
  for (const std::size_t c : children(word)) {
    const bool place = is(c, "obl") || is(c, "nmod") || is(c, "obj") || is(c, "iobj") || is(c, "xcomp") ||
                       is(c, "advcl") || is(c, "dep") || is(c, "ccomp");
    if (place && has_preposition(c, wanted)) out.push_back(c);
    // A phrase may hang on the object, or on an adjective: "has put money into X", "is critical of X".
    const bool carrier = is(c, "obj") || is(c, "xcomp") || is(c, "obl") || is(c, "nsubj") || is(c, "advmod");
    if (deep && carrier && token(c).upos != Symbol("PROPN"))
      for (const std::size_t below : obliques(c, wanted, false)) out.push_back(below);
  }
  return out;
}

Clauses::Words Clauses::agents_of_noun(std::size_t noun, unsigned depth) const {
  Words out;
  for (const std::size_t c : children(noun)) {
    const std::string_view deprel = token(c).deprel.view();
    const bool possessor = deprel == "nmod:poss" || deprel == "det:poss" ||
                           (deprel == "det" && has(token(c), "Poss=Yes")) || is_genitive_before(c, noun);
    const std::string_view by = preposition(c);
    if (possessor || ((is(c, "nmod") || is(c, "obl")) && one_of(by, {"by", "durch", "seitens"})))
      out.push_back(c);
  }
  if (!out.empty()) return out;
  if (const auto verb = light_verb(noun)) {
    return is_passive(*verb) ? agents_of_verb(*verb) : surface_subjects(*verb, depth + 1);
  }
  // The phrase with the agent may hang on the verb: „kritisierte die Übernahme von X durch Y“.
  if (head(noun) != noun && (is(noun, "obj") || is(noun, "nsubj")) && !is_passive(head(noun)))
    for (const std::size_t c : children(head(noun)))
      if (is(c, "obl") && c > noun && one_of(preposition(c), {"by", "durch"})) out.push_back(c);
  return out;
}

Clauses::Words Clauses::of_noun(std::size_t noun, bool with_agents) const {
  Words out;
  for (const std::size_t c : children(noun)) {
    const std::string_view by = preposition(c);
    const bool genitive =
        (with_agents && is_genitive_before(c, noun)) ||
        (is(c, "nmod") && by.empty() && (with_agents || c > noun) && token(c).deprel != Symbol("nmod:desc"));
    const bool owner =
        with_agents && (token(c).deprel == "det:poss" || (is(c, "det") && has(token(c), "Poss=Yes")));
    const bool phrase = (is(c, "nmod") || is(c, "obl")) && is_of(by);
    if (genitive || owner || phrase || (is(c, "compound") && c != noun + 1)) out.push_back(c);
  }
  return out;
}

Clauses::Words Clauses::possessors(std::size_t noun) const {
  return token(noun).upos == "NOUN" ? of_noun(noun, true) : Words{};
}

Clauses::Words Clauses::holders(std::size_t noun, unsigned depth) const {
  Words out;
  if (depth > k_deepest) return out;
  if (mention_at(noun) != nullptr) out.push_back(noun);
  for (const std::size_t c : children(noun))
    if (is(c, "appos") || is(c, "flat") || token(c).deprel == "nsubj") out.push_back(c);
  const std::size_t above = head(noun);
  if (above == noun) return out;
  if (noun + 1 < end() && is_title_of(noun + 1)) out.push_back(noun + 1);
  if (is(noun, "appos") || is(noun, "flat") || token(noun).deprel == "nmod:desc" ||
      (is(noun, "compound") && token(above).upos == "PROPN"))
    out.push_back(above);
  if (is(noun, "nmod") && preposition(noun).empty() && above > noun && token(above).upos == "PROPN")
    out.push_back(above);
  if (is(noun, "conj"))
    for (const std::size_t h : holders(above, depth + 1)) out.push_back(h);
  const std::string_view as = preposition(noun);
  if (is(noun, "xcomp") || one_of(as, {"as", "als", "zum", "zu"}) ||
      (is(noun, "obj") && one_of(key(above), {"become", "werden"}))) {
    const Words things = objects(above);
    for (const std::size_t o :
         things.empty() || things == Words{noun} || is_passive(above) ? surface_subjects(above) : things)
      if (o != noun) out.push_back(o);
  }
  // A list of offices shares its holder: „Gründer und Chef X“.
  if (out.empty())
    for (const std::size_t c : children(noun))
      if (is(c, "conj"))
        for (const std::size_t below : children(c))
          if (is(below, "appos") || is(below, "flat")) out.push_back(below);
  return out;
}

Clauses::Words Clauses::role(std::size_t predicate, PatternKind kind, std::string_view role) const {
  if (kind == PatternKind::verb || kind == PatternKind::adj) {
    if (role == "subj") {
      if (kind == PatternKind::adj && is(predicate, "amod")) return {head(predicate)};
      if (kind == PatternKind::verb && is_passive(predicate)) return agents_of_verb(predicate);
      if (kind == PatternKind::adj && surface_subjects(predicate).empty()) return objects(predicate);
      return surface_subjects(predicate);
    }
    if (role == "obj") {
      Words out = objects(predicate);
      if (is_passive(predicate))
        for (const std::size_t s : surface_subjects(predicate)) out.push_back(s);
      return out;
    }
    return obliques(predicate, role, true);
  }
  if (kind == PatternKind::noun && role == "agent") return agents_of_noun(predicate);
  if (kind == PatternKind::noun && role == "obj") {  // „erteilt X eine Absage“
    const auto verb = light_verb(predicate);
    Words out = verb ? objects(*verb) : Words{};
    std::erase(out, predicate);
    return out;
  }
  if (role == "of") return of_noun(predicate, kind == PatternKind::role);
  if (role == "holder") return holders(predicate);
  Words out = obliques(predicate, role, false);
  if (out.empty() && kind == PatternKind::noun) {
    if (const auto verb = light_verb(predicate)) {
      for (const std::size_t w : obliques(*verb, role, false))
        if (w != predicate) out.push_back(w);
    } else if (is(predicate, "obj") || is(predicate, "nsubj")) {
      for (const std::size_t w : obliques(head(predicate), role, false))
        if (w > predicate) out.push_back(w);
    }
    // „die Warnung von X an Y“: the second phrase may hang on the first.
    if (out.empty())
      for (const std::size_t w : of_noun(predicate, false))
        for (const std::size_t below : obliques(w, role, false)) out.push_back(below);
  }
  return out;
}

std::optional<std::size_t> Clauses::antecedent(std::size_t pronoun) const {
  const Token& word = token(pronoun);
  if (!(word.upos == "PRON" || word.upos == "DET")) return std::nullopt;
  if (!one_of(key(pronoun),
              {"der", "die", "das", "welcher", "who", "which", "that", "whom", "whose", "dessen", "deren"}))
    return std::nullopt;
  std::size_t at = pronoun;
  for (unsigned step = 0; step < k_deepest && head(at) != at; ++step) {
    at = head(at);
    if (token(at).deprel == "acl:relcl" || (is(at, "acl") && pronoun < at))
      return head(at) < pronoun ? std::optional(head(at)) : std::nullopt;
    if (is(at, "ccomp") || is(at, "advcl") || is(at, "root")) return std::nullopt;
  }
  return std::nullopt;
}

const EntityMention* Clauses::mention_at(std::size_t word) const {
  const auto at = m_mentions[word - m_first];
  return at ? &m_reading.mentions[*at] : nullptr;
}

void Clauses::add_fillers(std::size_t word, std::vector<Filler>& out, unsigned depth) const {
  if (depth > k_deepest) return;
  const auto before = out.size();
  if (const auto above = antecedent(word)) {
    add_fillers(*above, out, depth + 1);
    return;
  }
  if (const EntityMention* mention = mention_at(word)) {
    out.push_back({*mention->entity, *m_mentions[word - m_first]});
  } else {
    // A title carries its bearer: „Konzernchef X“, "the company X".
    for (const std::size_t c : children(word))
      if ((is(c, "appos") || is(c, "flat")) && out.size() == before) add_fillers(c, out, depth + 1);
  }
  for (const std::size_t c : children(word))
    if (is(c, "conj") && !is_verbal(c)) add_fillers(c, out, depth + 1);
}

std::vector<Filler> Clauses::fillers(const Words& words) const {
  std::vector<Filler> out;
  for (const std::size_t word : words) add_fillers(word, out, 0);
  return out;
}

}  // namespace relgraph
