// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "build.hpp"
#include "relgraph/graph.hpp"

using namespace relgraph;
using namespace relgraph::testing;

namespace {

//  n0 --owns--> n1 --criticizes--> n2 --leads(former)--> n3 --meets--> n4      n5 (alone)
Graph chain() {
  Graph graph = shape(6, {});
  graph.edges = {relation(0, 1, "owns", Status::asserted, 0.9), relation(1, 2, "criticizes"),
                 relation(2, 3, "leads", Status::former, 0.5),
                 relation(3, 4, "meets", Status::asserted, 0.2)};
  graph.documents = {{.id = "d"}, {.id = "e"}};
  graph.edges[0].evidence = {sentence("d", 0, "D."), sentence("e", 0, "E.")};
  graph.edges[1].evidence = {sentence("e", 9, "E2.")};
  graph.nodes[5].mentions = {{"d", {4, 5}, "name"}};
  graph.nodes[4].mentions = {{"e", {4, 5}, "name"}};
  return graph;
}

std::string nodes_of(const Graph& graph) {
  std::string out;
  for (const Node& node : graph.nodes) out += node.id + " ";
  return out;
}

std::string edges_of(const Graph& graph) {
  std::string out;
  for (const Edge& edge : graph.edges)
    out += graph.nodes.at(edge.source).id + ">" + graph.nodes.at(edge.target).id + " ";
  return out;
}

}  // namespace

TEST_CASE("filter: an empty filter only drops what stands alone") {
  const Graph out = filter(chain(), {});
  CHECK(nodes_of(out) == "n0 n1 n2 n3 n4 ");
  CHECK(out.edges.size() == 4);
  Filter keep;
  keep.keep_isolated = true;
  CHECK(filter(chain(), keep).nodes.size() == 6);
  CHECK(filter({}, keep).nodes.empty());
}

TEST_CASE("filter: by type, family, status and confidence") {
  Filter wanted;
  wanted.types = {"owns", "meets"};
  CHECK(edges_of(filter(chain(), wanted)) == "n0>n1 n3>n4 ");
  wanted = {};
  wanted.families = {"stance"};
  CHECK(edges_of(filter(chain(), wanted)) == "n1>n2 ");
  wanted = {};
  wanted.statuses = {Status::former};
  CHECK(edges_of(filter(chain(), wanted)) == "n2>n3 ");
  wanted = {};
  wanted.min_confidence = 0.5;
  CHECK(edges_of(filter(chain(), wanted)) == "n0>n1 n1>n2 n2>n3 ");
  wanted.types = {"no_such_type"};
  CHECK(filter(chain(), wanted).nodes.empty());
}

TEST_CASE("filter: by document the graph is what these documents tell") {
  Filter wanted;
  wanted.documents = {"d"};
  const Graph out = filter(chain(), wanted);
  CHECK(edges_of(out) == "n0>n1 ");
  CHECK(out.edges[0].evidence.size() == 1);
  CHECK(out.documents.size() == 1);
  wanted.keep_isolated = true;
  CHECK(nodes_of(filter(chain(), wanted)) == "n0 n1 n5 ");
}

TEST_CASE("filter: focus keeps what is near, in either direction") {
  Filter wanted;
  wanted.focus = {2};
  CHECK(edges_of(filter(chain(), wanted)) == "n1>n2 n2>n3 ");
  wanted.hops = 2;
  CHECK(edges_of(filter(chain(), wanted)) == "n0>n1 n1>n2 n2>n3 n3>n4 ");
  wanted.hops = 0;
  CHECK(nodes_of(filter(chain(), wanted)) == "n2 ");
  wanted.hops = 1;
  wanted.focus = {5};
  CHECK(nodes_of(filter(chain(), wanted)) == "n5 ");
  wanted.focus = {0, 4};
  CHECK(edges_of(filter(chain(), wanted)) == "n0>n1 n3>n4 ");
}

TEST_CASE("filter: the way from the focus leads over wanted edges only") {
  Filter wanted;
  wanted.focus = {0};
  wanted.hops = 9;
  wanted.min_confidence = 0.6;
  CHECK(nodes_of(filter(chain(), wanted)) == "n0 n1 n2 ");
}

TEST_CASE("filter: excluded nodes are gone, and no way leads through them") {
  Filter wanted;
  wanted.exclude = {1};
  CHECK(edges_of(filter(chain(), wanted)) == "n2>n3 n3>n4 ");
  wanted.focus = {0};
  wanted.hops = 9;
  CHECK(nodes_of(filter(chain(), wanted)) == "n0 ");
  wanted.focus = {1};
  CHECK(nodes_of(filter(chain(), wanted)).empty());
}

TEST_CASE("filter: a self-loop holds its node") { CHECK(nodes_of(filter(shape(2, {{1, 1}}), {})) == "n1 "); }

TEST_CASE("filter: a node that does not exist is a bug of the caller") {
  Filter wanted;
  wanted.focus = {6};
  CHECK_FALSE(error_of([&] { static_cast<void>(filter(chain(), wanted)); }, ErrorCode::internal).empty());
}
