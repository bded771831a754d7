// SPDX-License-Identifier: Apache-2.0
#include "cli/explanation.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "base/utf8.hpp"
#include "cli/edge_json.hpp"

namespace relgraph::cli {

namespace {

bool is_name_kind(std::string_view kind) { return kind == "name" || kind == "handle"; }
bool is_name(const Mention& mention) { return is_name_kind(mention.kind); }

std::size_t distance(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.begin < b.begin ? b.begin - a.end : a.begin - b.end;
}

/// The mention that the relation is most likely about: in the sentence the nearest to the trigger, else the
/// last one before it.
const Mention* mention_for(const Node& node, const Evidence& evidence) {
  const Span trigger = evidence.trigger.value_or(evidence.span);
  const Mention* best = nullptr;
  bool best_inside = false;
  for (const Mention& mention : node.mentions) {
    if (mention.document != evidence.document) continue;
    const bool inside = evidence.span.contains(mention.span);
    if (!inside && mention.span.begin >= evidence.span.begin) continue;
    const bool better =
        best == nullptr || (inside && !best_inside) ||
        (inside == best_inside && (inside ? distance(mention.span, trigger) < distance(best->span, trigger)
                                          : mention.span.begin > best->span.begin));
    if (!better) continue;
    best = &mention;
    best_inside = inside;
  }
  return best;
}

MentionedEnd end_of(const Graph& graph, std::uint32_t node, const Evidence& evidence, DocumentTexts& texts) {
  MentionedEnd out{node};
  const std::vector<Mention>& mentions = graph.nodes[node].mentions;
  const Mention* mention = mention_for(graph.nodes[node], evidence);
  if (mention == nullptr) return out;
  out.in_sentence = evidence.span.contains(mention->span);
  const auto add = [&](const Mention& step) {
    if (step.document != evidence.document) return true;
    out.chain.push_back({step.span, step.kind, texts.words(step.document, step.span)});
    if (is_name(step) && !evidence.span.contains(step.span)) out.at = texts.around(step.document, step.span);
    return is_name(step);
  };
  // Mentions of a node are in text order, document by document.
  const auto here = static_cast<std::size_t>(mention - mentions.data());
  for (std::size_t at = here + 1; at > 0 && !add(mentions[at - 1]); --at) {
  }
  if (is_name_kind(out.chain.back().kind)) return out;
  // "The president, Ada Alpha, …": the name comes later.
  const auto rest = std::span(mentions).subspan(here + 1);
  const auto name = std::ranges::find_if(
      rest, [&](const Mention& m) { return is_name(m) && m.document == evidence.document; });
  if (name != rest.end()) static_cast<void>(add(*name));
  return out;
}

void add_mark(const Evidence& evidence, Span span, bool trigger, std::vector<Mark>& marks) {
  if (span.empty() || !evidence.span.contains(span)) return;
  const Span inside{span.begin - evidence.span.begin, span.end - evidence.span.begin};
  if (inside.end <= evidence.text.size()) marks.push_back({inside, trigger});
}

ExplainedEvidence explain_evidence(const Graph& graph, const Edge& edge, const Evidence& evidence,
                                   DocumentTexts& texts) {
  ExplainedEvidence out{&evidence};
  for (const std::uint32_t node : {edge.source, edge.target}) {
    out.ends.push_back(end_of(graph, node, evidence, texts));
    for (const Mention& mention : graph.nodes[node].mentions)
      if (mention.document == evidence.document) add_mark(evidence, mention.span, false, out.marks);
  }
  if (evidence.trigger) add_mark(evidence, *evidence.trigger, true, out.marks);
  return out;
}

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '\\':
      case '*':
      case '_':
      case '`':
      case '#':
      case '~':
      case '|':
      case '[':
      case ']': out += '\\'; [[fallthrough]];
      default: out += c;
    }
  }
  return out;
}

struct Brackets {
  std::string_view open, close;
};

Brackets brackets_of(bool trigger, Marking marking) {
  switch (marking) {
    case Marking::brackets: return trigger ? Brackets{"{", "}"} : Brackets{"[", "]"};
    case Marking::colour: return trigger ? Brackets{"\033[1;33m", "\033[0m"} : Brackets{"\033[1m", "\033[0m"};
    case Marking::html: break;
  }
  return trigger ? Brackets{"<i>", "</i>"} : Brackets{"<b>", "</b>"};
}

}  // namespace

std::vector<ExplainedEdge> explain(const Graph& graph, std::uint32_t a, std::uint32_t b,
                                   DocumentTexts& texts) {
  std::vector<ExplainedEdge> out;
  for (const Edge& edge : graph.edges) {
    if (!(edge.source == a && edge.target == b) && !(edge.source == b && edge.target == a)) continue;
    ExplainedEdge& explained = out.emplace_back();
    explained.edge = &edge;
    for (const Evidence& evidence : edge.evidence)
      explained.evidence.push_back(explain_evidence(graph, edge, evidence, texts));
  }
  return out;
}

std::string marked(std::string_view text, const std::vector<Mark>& marks, Marking marking) {
  // Cut where a mark begins or ends: every piece is marked by itself, so that marks may overlap.
  std::set<std::size_t> cuts{0, text.size()};
  for (const Mark& mark : marks) cuts.insert({mark.span.begin, mark.span.end});
  struct Piece {
    std::string text;
    int kind;  ///< 0: plain, 1: mention, 2: trigger
  };
  std::vector<Piece> pieces;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    const Span span{*cut, *std::next(cut)};
    int kind = 0;
    for (const Mark& mark : marks)
      if (mark.span.contains(span)) kind = std::max(kind, mark.trigger ? 2 : 1);
    std::string words(span.of(text));
    std::ranges::replace(words, '\n', ' ');
    words = printable(words);
    if (!pieces.empty() && pieces.back().kind == kind) {
      pieces.back().text += words;
    } else {
      pieces.push_back({std::move(words), kind});
    }
  }
  std::string out;
  for (const Piece& piece : pieces) {
    const std::string words = marking == Marking::html ? html_escaped(piece.text) : piece.text;
    const Brackets brackets = brackets_of(piece.kind == 2, marking);
    out += piece.kind == 0 ? words : std::string(brackets.open) + words + std::string(brackets.close);
  }
  return out;
}

nlohmann::ordered_json to_json(const Graph& graph, const std::vector<ExplainedEdge>& edges) {
  using Json = nlohmann::ordered_json;
  Json out = Json::array();
  for (const ExplainedEdge& explained : edges) {
    Json edge = edge_json(graph, *explained.edge);
    for (std::size_t i = 0; i < explained.evidence.size(); ++i) {
      const ExplainedEvidence& evidence = explained.evidence[i];
      Json& item = edge["evidence"][i];
      const auto& trigger = evidence.evidence->trigger;
      item["trigger"] = trigger ? Json{{"begin", trigger->begin}, {"end", trigger->end}} : Json();
      for (std::size_t end = 0; end < evidence.ends.size(); ++end) {
        const MentionedEnd& mentioned = evidence.ends[end];
        Json chain = Json::array();
        for (const ChainStep& step : mentioned.chain)
          chain.push_back({{"begin", step.span.begin},
                           {"end", step.span.end},
                           {"kind", step.kind},
                           {"text", step.words ? Json(*step.words) : Json()}});
        item[end == 0 ? "source_mentioned" : "target_mentioned"] = {
            {"in_sentence", mentioned.in_sentence},
            {"chain", std::move(chain)},
            {"name_in", mentioned.at ? Json(*mentioned.at) : Json()}};
      }
    }
    out.push_back(std::move(edge));
  }
  return out;
}

}  // namespace relgraph::cli
