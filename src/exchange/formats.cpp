// SPDX-License-Identifier: Apache-2.0
#include "exchange/formats.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

using namespace exchange;
using namespace std::string_view_literals;

constexpr std::array k_csv_endings{".csv"sv};
constexpr std::array k_cypher_endings{".cypher"sv, ".cql"sv};
constexpr std::array k_cytoscape_endings{".cyjs"sv, ".cytoscape.json"sv};
constexpr std::array k_dot_endings{".dot"sv, ".gv"sv};
constexpr std::array k_ftm_endings{".ftm.json"sv, ".ijson"sv, ".ftm"sv};
constexpr std::array k_gexf_endings{".gexf"sv};
constexpr std::array k_graphml_endings{".graphml"sv, ".graphml.xml"sv};
constexpr std::array k_json_endings{".json"sv};
constexpr std::array k_jsonld_endings{".jsonld"sv};
constexpr std::array k_mermaid_endings{".mmd"sv, ".mermaid"sv};
constexpr std::array k_neo4j_endings{".neo4j.csv"sv};
constexpr std::array k_oligrapher_endings{".oligrapher.json"sv};
constexpr std::array k_turtle_endings{".ttl"sv};

// A new format is a file of its own and a line here.
constexpr std::array k_formats{
    ExchangeFormat{"json", k_json_endings, "relgraph's own, node-link JSON as NetworkX reads and writes it",
                   write_json, read_json},
    ExchangeFormat{"graphml", k_graphml_endings, "GraphML, for igraph, NetworkX, yEd, Gephi and Cytoscape",
                   write_graphml, read_graphml},
    ExchangeFormat{"gexf", k_gexf_endings, "GEXF 1.3, for Gephi", write_gexf, read_gexf},
    ExchangeFormat{"csv", k_csv_endings, "tables of edges and nodes, for spreadsheets and Gephi", write_csv,
                   read_csv},
    ExchangeFormat{"cytoscape", k_cytoscape_endings, "Cytoscape JSON, for Cytoscape and Cytoscape.js",
                   write_cytoscape, read_cytoscape},
    ExchangeFormat{"neo4j", k_neo4j_endings, "tables with the headings of neo4j-admin import", write_neo4j,
                   read_neo4j},
    ExchangeFormat{"cypher", k_cypher_endings, "Cypher statements, for cypher-shell", write_cypher, nullptr},
    ExchangeFormat{"oligrapher", k_oligrapher_endings, "Oligrapher JSON, a map with a story of the evidence",
                   write_oligrapher, nullptr},
    ExchangeFormat{"mermaid", k_mermaid_endings, "Mermaid flowchart, for README files", write_mermaid,
                   nullptr},
    ExchangeFormat{"dot", k_dot_endings, "DOT, for Graphviz", write_dot, read_dot},
    ExchangeFormat{"ftm", k_ftm_endings, "FollowTheMoney entities, one a line, for Aleph and its kin",
                   write_ftm, read_ftm},
    ExchangeFormat{"jsonld", k_jsonld_endings, "JSON-LD, linked data as JSON", write_jsonld, nullptr},
    ExchangeFormat{"turtle", k_turtle_endings, "Turtle, linked data as text", write_turtle, nullptr},
};

[[noreturn]] void unknown(const std::string& what) {
  std::string known;
  for (const ExchangeFormat& format : k_formats)
    known += (known.empty() ? "" : ", ") + std::string(format.name);
  throw Error(ErrorCode::usage, what, {}, "Known formats are " + known);
}

}  // namespace

namespace exchange {

std::vector<ExchangeFile> write_json(const Graph& graph, Diagnostics& /*diagnostics*/) {
  return {{"", serialise_graph(graph)}};
}

Graph read_json(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  return parse_graph(files.front().text, files.front().name, diagnostics);
}

}  // namespace exchange

std::span<const ExchangeFormat> exchange_formats() { return k_formats; }

const ExchangeFormat& find_exchange_format(std::string_view name) {
  const auto* const found = std::ranges::find(k_formats, to_lower(name), &ExchangeFormat::name);
  if (found == k_formats.end()) unknown("there is no format '" + printable(name) + "'");
  return *found;
}

const ExchangeFormat& exchange_format_of_file(std::string_view path) {
  // The longest ending wins: "graph.cyjs.json" may be another format than "graph.json".
  const std::string lower = to_lower(path);
  const ExchangeFormat* best = nullptr;
  std::size_t longest = 0;
  for (const ExchangeFormat& format : k_formats) {
    for (const std::string_view ending : format.endings) {
      if (lower.ends_with(ending) && ending.size() > longest) {
        best = &format;
        longest = ending.size();
      }
    }
  }
  if (best == nullptr) unknown("the ending of '" + printable(path) + "' says no format; name one");
  return *best;
}

}  // namespace relgraph
