// SPDX-License-Identifier: Apache-2.0
#include "cli/why_not.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/wording.hpp"
#include "cli/weighing.hpp"

namespace relgraph::cli {

namespace {

constexpr std::size_t k_sentences = 3;
constexpr std::size_t k_types = 3;
constexpr std::size_t k_patterns = 3;

struct Ends {
  std::uint32_t a, b;
  [[nodiscard]] bool are_of(const CandidateRelation& c) const {
    return (c.source == a && c.target == b) || (c.source == b && c.target == a);
  }
};

/// The two in one part of a document; nothing if one of them is not there, for which `why` gets the reason.
std::optional<Ends> ends_in(const Graph& graph, const std::string& a, const std::string& b,
                            std::optional<Error>& why) {
  try {
    const Ends ends{resolve_node(graph, a), resolve_node(graph, b)};
    if (ends.a == ends.b) throw Error(ErrorCode::usage, "both names are of " + graph.nodes[ends.a].label);
    return ends;
  } catch (const Error& error) {
    if (!why) why = error;
    return std::nullopt;
  }
}

/// One reading of each type: a symmetric one is asked both ways.
void drop_other_direction(std::vector<const CandidateRelation*>& found) {
  std::vector<const CandidateRelation*> kept;
  for (const CandidateRelation* candidate : found) {
    const auto same = [&](const CandidateRelation* k) { return k->type == candidate->type; };
    if (candidate->type->symmetric && std::ranges::any_of(kept, same)) continue;
    kept.push_back(candidate);
  }
  found = std::move(kept);
}

/// The wanted types in front, the most probable of the others behind.
std::vector<PossibleRelation> telling(const Weighed& part, std::vector<const CandidateRelation*> found,
                                      const std::vector<std::string>& wanted, std::string_view language) {
  std::ranges::stable_sort(found, std::ranges::greater(), &CandidateRelation::probability);
  drop_other_direction(found);
  std::vector<PossibleRelation> out;
  const auto is_wanted = [&](const CandidateRelation* c) {
    return std::ranges::find(wanted, c->type->id) != wanted.end();
  };
  for (const CandidateRelation* c : found)
    if (is_wanted(c)) out.push_back({c, reason(part, *c, language)});
  const std::size_t most = out.size() + k_types;
  for (const CandidateRelation* c : found)
    if (!is_wanted(c) && out.size() < most) out.push_back({c, reason(part, *c, language)});
  return out;
}

/// Patterns of a sentence that have one of the two in a role: those of wanted types first, then those that
/// have both.
std::vector<TriedPattern> nearest_patterns(const Weighed& part, Span sentence, const Ends& ends,
                                           const std::vector<std::string>& wanted,
                                           std::string_view language) {
  const auto has = [](const std::vector<std::uint32_t>& nodes, std::uint32_t node) {
    return std::ranges::find(nodes, node) != nodes.end();
  };
  std::vector<std::pair<int, const PatternTrial*>> found;
  for (const PatternTrial& trial : part.trials) {
    if (trial.sentence != sentence) continue;
    const int along = (has(trial.sources, ends.a) ? 1 : 0) + (has(trial.targets, ends.b) ? 1 : 0);
    const int against = (has(trial.sources, ends.b) ? 1 : 0) + (has(trial.targets, ends.a) ? 1 : 0);
    const bool is_wanted = std::ranges::find(wanted, trial.type->id) != wanted.end();
    const int near = std::max(along, against) + (is_wanted ? 2 : 0);
    if (near > 0) found.emplace_back(near, &trial);
  }
  std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<int, const PatternTrial*>::first);
  if (found.size() > k_patterns) found.resize(k_patterns);
  std::vector<TriedPattern> out;
  for (const auto& [near, trial] : found) out.push_back({trial, reason(part, *trial, language)});
  return out;
}

void add_sentences(const WeighedDocument& document, const Weighed& part, const Ends& ends,
                   const std::vector<std::string>& wanted, std::string_view language,
                   std::vector<WeighedSentence>& out) {
  std::map<Span, std::vector<const CandidateRelation*>> by_sentence;
  for (const CandidateRelation& candidate : part.candidates)
    if (ends.are_of(candidate)) by_sentence[candidate.sentence].push_back(&candidate);
  for (auto& [span, found] : by_sentence)
    out.push_back({&document, &part, span, telling(part, std::move(found), wanted, language),
                   nearest_patterns(part, span, ends, wanted, language)});
}

void look_for_nearest(const WeighedDocument& document, const Weighed& part, const Ends& ends,
                      std::optional<NearestMentions>& best) {
  const auto gap = [](const NearestMentions& n) {
    return n.first.end < n.second.begin ? n.second.begin - n.first.end : 0;
  };
  for (const Mention& a : part.graph.nodes[ends.a].mentions) {
    for (const Mention& b : part.graph.nodes[ends.b].mentions) {
      const NearestMentions here{&document, std::min(a.span, b.span), std::max(a.span, b.span)};
      if (!best || gap(here) < gap(*best)) best = here;
    }
  }
}

struct Words {
  std::string_view no_sentence;  ///< {1}: bytes
  std::string_view before;       ///< {1}: name, {2}: mention
  std::string_view pattern;      ///< {1}: its id
};
constexpr Words k_english{
    "No sentence has both within reach of each other; the closest they come is {1} bytes:",
    "{1} is not in the sentence; the nearest mention: “{2}”", "pattern {1}"};
constexpr Words k_german{
    "Kein Satz hat beide in Reichweite voneinander; am nächsten kommen sie sich auf {1} Byte:",
    "{1} steht nicht im Satz; die nächste Erwähnung: „{2}“", "Muster {1}"};

std::string relation_text(const WeighedSentence& sentence, const CandidateRelation& c,
                          std::string_view language) {
  const std::string arrow = c.type->symmetric ? " — " : " → ";
  return sentence.part->graph.nodes[c.source].label + arrow + relation_label(c.type->id, language) + arrow +
         sentence.part->graph.nodes[c.target].label;
}

}  // namespace

WhyNot why_not(const std::vector<WeighedDocument>& documents, const std::string& a, const std::string& b,
               const std::vector<std::string>& wanted, std::string_view language) {
  WhyNot out;
  std::optional<Error> why;
  bool known = false;
  for (const WeighedDocument& document : documents) {
    for (const Weighed& part : document.parts) {
      const auto ends = ends_in(part.graph, a, b, why);
      if (!ends) continue;
      known = true;
      add_sentences(document, part, *ends, wanted, language, out.sentences);
      look_for_nearest(document, part, *ends, out.nearest);
    }
  }
  if (!known && why) throw Error(*why);
  // The first relation of a sentence is the wanted one, or the most probable.
  std::ranges::stable_sort(out.sentences, std::ranges::greater(), [](const WeighedSentence& s) {
    return s.relations.front().candidate->probability;
  });
  if (out.sentences.size() > k_sentences) out.sentences.resize(k_sentences);
  if (!out.sentences.empty()) out.nearest.reset();
  return out;
}

std::string to_text(const WhyNot& found, std::string_view language, Marking marking) {
  const Words& words = language == "de" ? k_german : k_english;
  const auto shown = [&](std::string_view text) { return marked(text, {}, marking); };
  const bool markdown = marking == Marking::html;
  const std::string quote = markdown ? "> " : "", item = markdown ? "- " : "    ",
                    end = markdown ? "\n\n" : "\n";
  std::string out;
  if (found.nearest) {
    const NearestMentions& near = *found.nearest;
    const std::size_t apart = near.second.begin - std::min(near.second.begin, near.first.end);
    const std::string& text = near.document->document.text;
    out += fill_in(words.no_sentence, {std::to_string(apart)}) + end + quote +
           shown(near.document->document.id) + ": " + shown(near.first.of(text)) + " (" +
           std::to_string(near.first.begin) + "), " + shown(near.second.of(text)) + " (" +
           std::to_string(near.second.begin) + ")\n";
  }
  for (const WeighedSentence& sentence : found.sentences) {
    const Document& document = sentence.document->document;
    const CandidateRelation& first = *sentence.relations.front().candidate;
    std::vector<Mark> marks;
    std::string outside;
    for (const auto& [node, mention] :
         {std::pair(first.source, first.source_mention), std::pair(first.target, first.target_mention)}) {
      if (sentence.span.contains(mention)) {
        marks.push_back({{mention.begin - sentence.span.begin, mention.end - sentence.span.begin}});
      } else {
        outside += item +
                   fill_in(words.before, {shown(sentence.part->graph.nodes[node].label),
                                          shown(mention.of(document.text))}) +
                   "\n";
      }
    }
    if (!out.empty()) out += "\n";
    out += quote + shown(document.id) + ", " + std::to_string(sentence.span.begin) + "–" +
           std::to_string(sentence.span.end) + ": " +
           marked(sentence.span.of(document.text), marks, marking) + end + outside;
    for (const PossibleRelation& relation : sentence.relations)
      out += item + shown_probability(relation.candidate->probability) + "  " +
             shown(relation_text(sentence, *relation.candidate, language)) + ": " + shown(relation.reason) +
             "\n";
    for (const TriedPattern& pattern : sentence.patterns)
      out += item + shown(fill_in(words.pattern, {pattern.trial->pattern})) + ": " + shown(pattern.reason) +
             "\n";
  }
  return out;
}

nlohmann::ordered_json to_json(const WhyNot& found) {
  using Json = nlohmann::ordered_json;
  constexpr std::string_view k_verdicts[] = {"accepted", "improbable", "signature",
                                             "supposed", "weaker",     "denied"};
  constexpr std::string_view k_outcomes[] = {"stated", "no_source", "no_target", "supposed", "signature"};
  const auto place = [](Span span, const std::string& text) {
    return Json{{"begin", span.begin}, {"end", span.end}, {"text", std::string(span.of(text))}};
  };
  Json sentences = Json::array();
  for (const WeighedSentence& sentence : found.sentences) {
    const std::string& text = sentence.document->document.text;
    Json relations = Json::array();
    for (const PossibleRelation& relation : sentence.relations) {
      const CandidateRelation& c = *relation.candidate;
      const auto& nodes = sentence.part->graph.nodes;
      relations.push_back({{"source", nodes[c.source].id},
                           {"source_label", nodes[c.source].label},
                           {"type", c.type->id},
                           {"target", nodes[c.target].id},
                           {"target_label", nodes[c.target].label},
                           {"probability", c.probability},
                           {"verdict", k_verdicts[static_cast<std::size_t>(c.verdict)]},
                           {"reason", relation.reason},
                           {"source_mention", place(c.source_mention, text)},
                           {"target_mention", place(c.target_mention, text)}});
    }
    Json item{{"document", sentence.document->document.id}};
    item.update(place(sentence.span, text));
    item["relations"] = std::move(relations);
    Json patterns = Json::array();
    for (const TriedPattern& pattern : sentence.patterns)
      patterns.push_back({{"pattern", pattern.trial->pattern},
                          {"type", pattern.trial->type->id},
                          {"outcome", k_outcomes[static_cast<std::size_t>(pattern.trial->outcome)]},
                          {"reason", pattern.reason},
                          {"trigger", place(pattern.trial->trigger, text)}});
    item["patterns"] = std::move(patterns);
    sentences.push_back(std::move(item));
  }
  Json nearest;
  if (found.nearest) {
    const std::string& text = found.nearest->document->document.text;
    nearest = {{"document", found.nearest->document->document.id},
               {"first", place(found.nearest->first, text)},
               {"second", place(found.nearest->second, text)}};
  }
  return {{"threshold", extraction_threshold()},
          {"sentences", std::move(sentences)},
          {"nearest", std::move(nearest)}};
}

}  // namespace relgraph::cli
