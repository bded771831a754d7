// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "graphs.hpp"
#include "relgraph/report.hpp"

using namespace relgraph;
using namespace graphs;

TEST_CASE("pdf: the same bytes again, no date, a title") {
  const std::string pdf = report_pdf(affair(), {});
  CHECK(pdf.starts_with("%PDF-1.5"));
  CHECK(has(pdf, "%%EOF"));
  CHECK(!has(pdf, "/CreationDate (D:"));
  CHECK(pdf == report_pdf(affair(), {}));
}

TEST_CASE("pdf: text that no page has room for, and none at all") {
  Graph graph = affair();
  for (Node& node : graph.nodes) node.label = std::string(3000, 'M');
  for (Edge& edge : graph.edges) edge.evidence.front().text = std::string("\0</text>\x1b\xff\u202E", 13);
  CHECK(report_pdf(graph, {}).starts_with("%PDF"));
  CHECK(report_pdf(Graph(), {}).starts_with("%PDF"));
}
