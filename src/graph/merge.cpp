// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "join.hpp"
#include "merge_nodes.hpp"
#include "order.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

namespace {

/// Documents by id, then by checksum: two texts with one id are two documents.
using Variants = std::map<std::string, std::map<std::string, DocumentInfo>>;

void fill(std::string& field, const std::string& other) {
  if (field.empty()) field = other;
}

void join_documents(DocumentInfo& into, const DocumentInfo& from) {
  fill(into.title, from.title);
  fill(into.language, from.language);
  fill(into.date, from.date);
  fill(into.source, from.source);
  fill(into.sha256, from.sha256);
  join_properties(into.extra, from.extra);
}

Variants collect_documents(const std::vector<Graph>& graphs) {
  Variants out;
  for (const Graph& graph : graphs) {
    for (const DocumentInfo& document : graph.documents) {
      const auto [place, is_new] = out[document.id].try_emplace(document.sha256, document);
      if (!is_new) join_documents(place->second, document);
    }
  }
  // Without a checksum nothing says that it is another text.
  for (auto& [id, variants] : out) {
    if (variants.size() < 2 || !variants.contains("")) continue;
    const auto unknown = variants.extract("");
    join_documents(variants.begin()->second, unknown.mapped());
  }
  return out;
}

/// New ids by (old id, checksum), only where they differ.
using Renames = std::map<std::pair<std::string, std::string>, std::string>;

/// `id-2`, `id-3` …: the first that is free or already names the same text.
std::string free_id(const Variants& documents, const std::string& id, const std::string& sha256,
                    std::size_t& number) {
  for (;; ++number) {
    std::string candidate = id + "-" + std::to_string(number);
    const auto other = documents.find(candidate);
    if (other == documents.end() || (other->second.size() == 1 && other->second.contains(sha256))) {
      ++number;
      return candidate;
    }
  }
}

Renames unite_documents(const std::vector<Graph>& graphs, std::vector<DocumentInfo>& out) {
  Variants documents = collect_documents(graphs);
  std::map<std::string, DocumentInfo> united;
  Renames renames;
  for (auto& [id, variants] : documents) {
    std::size_t number = 2;
    bool first = true;
    for (auto& [sha256, document] : variants) {
      std::string new_id = first ? id : free_id(documents, id, sha256, number);
      first = false;
      if (new_id != id) renames.emplace(std::pair(id, sha256), new_id);
      document.id = new_id;
      const auto [place, is_new] = united.try_emplace(new_id, document);
      if (!is_new) join_documents(place->second, document);
    }
  }
  for (auto& [id, document] : united) out.push_back(std::move(document));
  return renames;
}

void rename_documents(Graph& graph, const Renames& renames) {
  std::map<std::string, std::string, std::less<>> mine;
  for (const DocumentInfo& document : graph.documents) {
    const auto found = renames.find(std::pair(document.id, document.sha256));
    if (found != renames.end()) mine.emplace(document.id, found->second);
  }
  if (mine.empty()) return;
  const auto rename = [&](std::string& id) {
    if (const auto found = mine.find(id); found != mine.end()) id = found->second;
  };
  for (Node& node : graph.nodes) {
    for (Mention& mention : node.mentions) rename(mention.document);
  }
  for (Edge& edge : graph.edges) {
    for (Evidence& evidence : edge.evidence) rename(evidence.document);
  }
}

/// Speakers are named by id, and ids may have changed. Precondition: `before` is sorted by id.
void rename_speaker(std::string& speaker, const std::vector<Node>& before,
                    const std::vector<std::uint32_t>& moved_to, const std::vector<Node>& after) {
  if (speaker.empty()) return;
  const auto found = std::ranges::lower_bound(before, speaker, {}, &Node::id);
  if (found == before.end() || found->id != speaker) return;
  speaker = after[moved_to[static_cast<std::size_t>(found - before.begin())]].id;
}

}  // namespace

Graph merge(std::span<const Graph> graphs) {
  // In canonical form and order it no longer shows who came first, so "the first one counts" below does
  // not depend on the order of the call.
  std::vector<Graph> inputs(graphs.begin(), graphs.end());
  for (Graph& graph : inputs) canonicalise(graph);
  std::ranges::sort(inputs, order::less<order::graph>);

  Graph out;
  const Renames renames = unite_documents(inputs, out.documents);
  for (Graph& graph : inputs) rename_documents(graph, renames);
  JoinedNodes joined = join_nodes(inputs);
  for (std::size_t g = 0; g < inputs.size(); ++g) {
    const std::vector<std::uint32_t>& moved_to = joined.moved_to[g];
    for (Edge& edge : inputs[g].edges) {
      for (Evidence& evidence : edge.evidence)
        rename_speaker(evidence.speaker, inputs[g].nodes, moved_to, joined.nodes);
      edge.source = moved_to[edge.source];
      edge.target = moved_to[edge.target];
      out.edges.push_back(std::move(edge));
    }
    join_properties(out.graph_extra, inputs[g].graph_extra);
    join_properties(out.extra, inputs[g].extra);
  }
  out.nodes = std::move(joined.nodes);
  canonicalise(out);
  return out;
}

}  // namespace relgraph
