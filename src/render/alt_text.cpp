// SPDX-License-Identifier: Apache-2.0
#include "render/alt_text.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "render/text_metrics.hpp"

namespace relgraph::render {

namespace {

constexpr std::size_t k_max_name = 80;  ///< characters of a name in running text
constexpr std::size_t k_max_quote = 150;
constexpr std::size_t k_max_quotes = 3;
constexpr std::size_t k_max_aliases = 4;
constexpr std::size_t k_max_items = 8;

std::string name_in_text(const Scene& scene, std::uint32_t node) {
  return shorten(display_name(scene.graph->nodes[node]), k_max_name);
}

std::string line_ends(const Scene& scene, const Line& line) {
  return name_in_text(scene, line.source) + (line.mutual ? " ↔ " : " → ") + name_in_text(scene, line.target);
}

std::size_t evidence_of(const Scene& scene, const LineItem& item) {
  std::size_t count = 0;
  for (const std::uint32_t edge : item.edges) count += scene.graph->edges[edge].evidence.size();
  return count;
}

std::string item_with_status(const Scene& scene, const LineItem& item) {
  const Words& words = *scene.words;
  // against a line that shows none, every status is said
  std::string text = item_text(*scene.graph, item, Status::asserted, words).whole();
  const std::size_t count = evidence_of(scene, item);
  if (count > 1) text += ", " + counted(words.evidence_one, words.evidence_many, count);
  return text;
}

std::string speaker_name(const Scene& scene, const std::string& id) {
  const auto& nodes = scene.graph->nodes;
  const auto found = std::ranges::find(nodes, id, &Node::id);
  return shorten(found == nodes.end() ? std::string_view(id) : display_name(*found), k_max_name);
}

std::string document_name(const Scene& scene, const std::string& id) {
  const auto& documents = scene.graph->documents;
  const auto found = std::ranges::find(documents, id, &DocumentInfo::id);
  const bool titled = found != documents.end() && !found->title.empty();
  return shorten(titled ? found->title : id, k_max_name);
}

std::string quote(const Scene& scene, const Evidence& evidence) {
  const Words& words = *scene.words;
  std::string out = "\n";
  out += words.open_quote;
  for (const char c : shorten(evidence.text, k_max_quote)) out += c == '\n' ? ' ' : c;
  out += words.close_quote;
  std::string origin;
  if (!evidence.speaker.empty()) origin = fill_in(words.says, {speaker_name(scene, evidence.speaker)});
  if (scene.graph->documents.size() > 1) {
    origin += (origin.empty() ? "" : "; ") + document_name(scene, evidence.document);
  }
  return origin.empty() ? out : out + " (" + origin + ")";
}

}  // namespace

std::string description(const Scene& scene) {
  const Words& words = *scene.words;
  if (scene.core.nodes.empty()) return std::string(words.empty);
  std::string out =
      fill_in(words.description, {counted(words.actor_one, words.actors, scene.core.nodes.size()),
                                  counted(words.relation_one, words.relations, scene.core.shown_edges)});
  std::map<std::uint32_t, std::string> sentences;  // by source
  for (const Line& line : scene.core.lines) {
    std::string& sentence = sentences[line.source];
    sentence += sentence.empty() ? " – " : "; ";
    for (std::size_t i = 0; i < std::min(line.items.size(), k_max_items); ++i) {
      if (i > 0) sentence += ", ";
      sentence += item_text(*scene.graph, line.items[i], Status::asserted, words).whole();
    }
    if (line.items.size() > k_max_items) {
      sentence += ", " + fill_in(words.more, {std::to_string(line.items.size() - k_max_items)});
    }
    sentence += ": " + name_in_text(scene, line.target);
  }
  for (const auto& [source, sentence] : sentences) out += "\n" + name_in_text(scene, source) + sentence + ".";
  return out;
}

std::string omission_note(const Scene& scene) {
  const Words& words = *scene.words;
  const Core& core = scene.core;
  std::string out;
  if (!core.whole()) {
    out = fill_in(words.shown, {std::to_string(core.nodes.size()), std::to_string(core.all_nodes),
                                std::to_string(core.shown_edges), std::to_string(core.all_edges)});
  }
  if (core.isolated > 0) {
    out += (out.empty() ? "" : " ") + counted(words.isolated_one, words.isolated_many, core.isolated);
  }
  if (core.all_edges == 0 && core.all_nodes > 0) {
    out += (out.empty() ? "" : " ") + std::string(words.no_relations);
  }
  return out;
}

std::string node_tooltip(const Scene& scene, std::size_t index) {
  const Node& node = scene.graph->nodes[scene.core.nodes[index]];
  const NodeShape shape = shape_of(node.type);
  std::string out = shorten(display_name(node), 4 * k_max_name);
  out += " – ";
  const bool own_type = shape == NodeShape::other && !node.type.empty();
  out += own_type ? shorten(node.type, k_max_name) : std::string(scene.words->node_types[index_of(shape)]);
  std::size_t count = 0;
  for (const std::string& alias : node.aliases) {
    if (alias == node.label || ++count > k_max_aliases) continue;
    out += (count == 1 ? "\n" : ", ") + shorten(alias, k_max_name);
  }
  if (count > k_max_aliases) out += ", …";
  return out;
}

std::string line_tooltip(const Scene& scene, std::size_t index) {
  const Line& line = scene.core.lines[index];
  const Words& words = *scene.words;
  std::string out = line_ends(scene, line) + ": ";
  for (std::size_t i = 0; i < std::min(line.items.size(), k_max_items); ++i) {
    out += (i > 0 ? "; " : "") + item_with_status(scene, line.items[i]);
  }
  if (line.items.size() > k_max_items) {
    out += "; " + fill_in(words.more, {std::to_string(line.items.size() - k_max_items)});
  }
  std::vector<std::string_view> said;  // one sentence often states several relations
  for (const LineItem& item : line.items) {
    for (const std::uint32_t edge : item.edges) {
      for (const Evidence& evidence : scene.graph->edges[edge].evidence) {
        if (said.size() >= k_max_quotes) return out;
        if (evidence.text.empty() || std::ranges::find(said, evidence.text) != said.end()) continue;
        said.push_back(evidence.text);
        out += quote(scene, evidence);
        break;
      }
    }
  }
  return out;
}

}  // namespace relgraph::render
