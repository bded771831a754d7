// SPDX-License-Identifier: Apache-2.0
#include "render/label_text.hpp"

#include <catch2/catch.hpp>

#include "fixtures.hpp"
#include "render/text_metrics.hpp"

using namespace relgraph;
using namespace relgraph::render;
using fixtures::edge;
using fixtures::node;

namespace {

/// Rows of the label of the first line of two nodes with these edges.
std::vector<std::string> rows(std::vector<Edge> edges, std::string_view language) {
  Graph graph;
  graph.nodes = {node("A"), node("B", "organization")};
  graph.edges = std::move(edges);
  std::vector<std::string> out;
  const Line line = join_lines(graph).front();
  for (const LabelRow& row : line_label(graph, line, words_of(language)).rows) out.push_back(row.text);
  return out;
}

Edge with(Edge edge, std::string_view name, std::string_view value) {
  set_string(edge.attributes, name, value);
  return edge;
}

using Rows = std::vector<std::string>;

}  // namespace

TEST_CASE("labels: the words of the ontology in either language") {
  CHECK(rows({edge(0, "criticizes", 1)}, "de") == Rows{"kritisiert"});
  CHECK(rows({edge(0, "criticizes", 1)}, "en") == Rows{"criticizes"});
  CHECK(rows({edge(0, "own_type", 1)}, "en") == Rows{"own type"});
}

TEST_CASE("labels: at most three relations, then how many more") {
  CHECK(rows({edge(0, "criticizes", 1), edge(0, "sues", 1), edge(0, "owns", 1), edge(0, "leads", 1),
              edge(0, "leaves", 1)},
             "de") == Rows{"kritisiert", "verklagt", "besitzt", "+ 2 weitere"});
}

TEST_CASE("labels: sums and shares of deals, posts of persons") {
  Edge invests = edge(0, "invests_in", 1);
  set_number(invests.attributes, "amount", 14e9);
  set_string(invests.attributes, "currency", "USD");
  CHECK(rows({invests}, "de") == Rows{"investiert in (14 Mrd. USD)"});
  CHECK(rows({invests}, "en") == Rows{"invests in (USD 14 bn)"});
  CHECK(rows({with(invests, "amount_qualifier", "fast")}, "de") ==
        Rows{"investiert in", "(fast 14 Mrd. USD)"});
  CHECK(rows({with(with(edge(0, "funds", 1), "amount", "750000000"), "currency", "EUR")}, "en") ==
        Rows{"funds (EUR 750 m)"});
  CHECK(rows({with(edge(0, "owns", 1), "share", "20 Prozent")}, "de") == Rows{"besitzt (20 %)"});
  Edge owns = edge(0, "owns", 1);
  set_number(owns.attributes, "share", 0.495);
  CHECK(rows({owns}, "en") == Rows{"owns (49.5 %)"});
  CHECK(rows({with(edge(0, "leads", 1), "role", "CEO")}, "de") == Rows{"leitet (CEO)"});
  CHECK(rows({with(edge(0, "leads", 1), "role", std::string(500, 'x'))}, "de") == Rows{"leitet"});
  // a sum in a quarrel belongs to what is said
  CHECK(rows({with(edge(0, "criticizes", 1), "amount", "10")}, "de") == Rows{"kritisiert"});
}

TEST_CASE("labels: status in words where the line does not show it") {
  CHECK(rows({edge(0, "funds", 1, Status::negated)}, "de") == Rows{"nicht: finanziert"});
  CHECK(rows({edge(0, "leads", 1, Status::former)}, "en") == Rows{"formerly: leads"});
  CHECK(rows({edge(0, "funds", 1, Status::planned)}, "de") == Rows{"finanziert"});
  CHECK(rows({edge(0, "sues", 1), edge(0, "owns", 1), edge(0, "funds", 1, Status::planned)}, "de") ==
        Rows{"verklagt", "finanziert (geplant)", "besitzt"});
}

TEST_CASE("labels: the box holds the text") {
  Graph graph;
  graph.nodes = {node("A"), node("B")};
  graph.edges = {edge(0, "criticizes", 1), edge(0, std::string(300, 'w'), 1)};
  const LineLabel label = line_label(graph, join_lines(graph).front(), words_of("en"));
  for (const LabelRow& row : label.rows) {
    CHECK(text_width(row.text, {k_label_font, false}) + 4 <= label.box.width);
  }
  CHECK(label.box.height >= static_cast<double>(label.rows.size()) * k_label_row);
  CHECK(label.box.width < 140);
}

TEST_CASE("nodes: text, icon and two px on either side fit the box, for every shape") {
  for (const char* type : {"person", "organization", "place", "project", "product", "x"}) {
    for (const char* name :
         {"X", "Elon Musk", "Ursula von der Leyen", "Bundesministerium für Wirtschaft",
          "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"}) {
      const NodeLabel label = node_label(node(name, type));
      INFO(type << " " << name);
      CHECK(label.rows.size() <= 3);
      CHECK(label.text_width + 13 + 4 + 4 <= label.box.width);
      CHECK(static_cast<double>(label.rows.size()) * k_node_row + 4 <= label.box.height);
      CHECK(label.box.width < 240);
      for (const std::string& row : label.rows) {
        CHECK(text_width(row, {k_node_font, true}) <= label.text_width + 0.01);
      }
    }
  }
}

TEST_CASE("nodes: one without a label shows its id, one without either a question mark") {
  Node nameless;
  CHECK(display_name(nameless) == "?");
  CHECK(node_label(nameless).rows == Rows{"?"});
  nameless.id = "q1";
  nameless.label = " \n";
  CHECK(display_name(nameless) == "q1");
}
