// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

#include "base/node_types.hpp"
#include "base/wording.hpp"
#include "relgraph/metrics.hpp"
#include "relgraph/ontology.hpp"
#include "report/sections.hpp"

namespace relgraph::report {

namespace {

constexpr std::size_t k_posts = 3;

/// The shape of the graph without what is denied: for the numbers.
Graph without_denied(const Graph& graph) {
  Graph out;
  out.nodes.resize(graph.nodes.size());
  for (const Edge& edge : graph.edges) {
    if (edge.status != Status::negated && edge.source != edge.target) out.edges.push_back(edge);
  }
  return out;
}

struct Stances {
  std::set<std::uint32_t> friendly_out, friendly_in, hostile_out, hostile_in;
};

std::vector<Stances> stances_of(const Graph& graph) {
  std::vector<Stances> out(graph.nodes.size());
  const auto add = [&](std::uint32_t from, std::uint32_t to, bool friendly) {
    (friendly ? out[from].friendly_out : out[from].hostile_out).insert(to);
    (friendly ? out[to].friendly_in : out[to].hostile_in).insert(from);
  };
  for (const Edge& edge : graph.edges) {
    const Polarity stance = stance_of(edge);
    if (stance == Polarity::neutral || edge.source == edge.target) continue;
    add(edge.source, edge.target, stance == Polarity::positive);
    if (is_symmetric(edge.type)) add(edge.target, edge.source, stance == Polarity::positive);
  }
  return out;
}

std::string kind_of(const Node& node, const Words& words) {
  const auto* const found = std::ranges::find(k_node_types, node.type);
  if (found != k_node_types.end())
    return std::string(words.node_types[static_cast<std::size_t>(found - k_node_types.begin())]);
  const std::string own = clean(node.type);
  return own.empty() ? std::string(words.node_types.back()) : own;
}

/// "CEO (SoftBank)", "leitet SoftBank", with what the status adds.
std::string post_text(const Facts& facts, const Edge& edge) {
  const Words& words = facts.words();
  std::string out = clean(string_property(edge.attributes, "role").value_or(""), 60);
  const std::string target = facts.name(edge.target);
  if (out.empty()) {
    out = clean(relation_label(edge.type, words.language)) + " " + target;
  } else {
    out += " (" + target + ")";
  }
  if (edge.status == Status::former) return fill_in(words.former, {out});
  if (edge.status == Status::planned) return out + " – " + std::string(words.planned);
  if (edge.status == Status::reported) return out + " – " + std::string(words.reported);
  return out;
}

bool is_post(const Edge& edge) {
  constexpr std::array<std::string_view, 4> k_posts_types{"leads", "works_for", "member_of", "advises"};
  return edge.status != Status::negated && std::ranges::find(k_posts_types, edge.type) != k_posts_types.end();
}

}  // namespace

std::vector<std::string> posts_of(const Facts& facts, std::uint32_t node) {
  const Graph& graph = facts.graph();
  const bool person = graph.nodes[node].type == "person";
  std::vector<std::pair<double, std::string>> found;  // with a rank: less is better
  std::set<Ends> with_role;
  for (const bool roles : {true, false}) {
    for (const std::uint32_t index : facts.edges_at(node)) {
      const Edge& edge = graph.edges[index];
      if (!is_post(edge) || edge.source == edge.target) continue;
      const bool has_role = string_property(edge.attributes, "role").has_value();
      if (edge.source == node && has_role == roles) {
        // "berät Trump" says nothing beside "Berater (Trump)"
        if (!roles && with_role.contains({edge.source, edge.target})) continue;
        if (roles) with_role.insert({edge.source, edge.target});
        found.emplace_back((edge.status == Status::former ? 1000.0 : 0.0) - support(edge),
                           post_text(facts, edge));
      } else if (!person && !roles && edge.target == node && edge.type == "leads" &&
                 edge.status == Status::asserted) {
        const RelationType* type = find_relation_type(edge.type);
        const std::string& inverse = facts.words().language == "de" ? type->inverse_de : type->inverse_en;
        found.emplace_back(-support(edge), inverse + " " + facts.name(edge.source));
      }
    }
  }
  std::ranges::stable_sort(found, {}, &std::pair<double, std::string>::first);
  std::vector<std::string> out;
  for (auto& [rank, text] : found) {
    if (out.size() < k_posts && std::ranges::find(out, text) == out.end()) out.push_back(std::move(text));
  }
  return out;
}

std::vector<Actor> ranked_actors(const Facts& facts) {
  const Graph graph = without_denied(facts.graph());
  const Projection shape = project(graph);
  const std::vector<double> in = in_degree(shape);
  const std::vector<double> out_of = out_degree(shape);
  const std::vector<double> rank = pagerank(shape);
  const std::vector<Stances> stances = stances_of(graph);
  std::vector<Actor> out;
  for (std::uint32_t v = 0; v < graph.nodes.size(); ++v) {
    if (in[v] + out_of[v] == 0) continue;
    const Stances& s = stances[v];
    out.push_back({.node = v,
                   .name = facts.name(v),
                   .kind = kind_of(facts.graph().nodes[v], facts.words()),
                   .posts = {},
                   .out = static_cast<std::size_t>(out_of[v]),
                   .in = static_cast<std::size_t>(in[v]),
                   .pagerank = rank[v],
                   .friendly_out = s.friendly_out.size(),
                   .friendly_in = s.friendly_in.size(),
                   .hostile_out = s.hostile_out.size(),
                   .hostile_in = s.hostile_in.size()});
  }
  std::ranges::stable_sort(out, std::greater{},
                           [](const Actor& a) { return std::pair(a.in + a.out, a.pagerank); });
  return out;
}

Listed<Actor> key_actors(const Facts& facts, std::size_t most) {
  Listed<Actor> listed = Listed<Actor>::of(ranked_actors(facts), most);
  for (Actor& actor : listed.shown) actor.posts = posts_of(facts, actor.node);
  return listed;
}

}  // namespace relgraph::report
