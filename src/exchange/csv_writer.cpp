// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/csv.hpp"
#include "exchange/delimited.hpp"
#include "exchange/formats.hpp"
#include "exchange/json_lists.hpp"
#include "exchange/record.hpp"
#include "exchange/record_names.hpp"
#include "exchange/record_table.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::exchange {

namespace {

using namespace std::string_view_literals;

/// `a|b`, or JSON where that could not be read back.
std::string aliases_cell(const std::vector<std::string>& aliases) {
  std::string joined;
  for (const std::string& alias : aliases) {
    const bool odd = alias.empty() || alias.front() == ' ' || alias.back() == ' ' || alias.front() == '[' ||
                     alias.find('|') != std::string::npos;
    if (odd) return to_json(aliases);
    joined += (joined.empty() ? "" : "|") + alias;
  }
  return json_of_cell(joined).starts_with('"') ? joined : to_json(aliases);
}

/// A record with the cells of its values in place of them.
Properties cells_of(Properties&& record, bool of_edges) {
  for (Property& property : record) {
    if (!is_text_column(of_edges, property.name)) {
      property.json = cell_of_json(property.json);
      continue;
    }
    auto text = property.json.starts_with('"') ? text_of_json(property.json) : std::nullopt;
    if (is_attribute_name(property.name) && (!text || text->empty())) {
      property.name.insert(0, k_attribute_prefix);
      continue;  // JSON as it is
    }
    property.json = text.value_or("");
  }
  return std::move(record);
}

void append_row(std::string& out, const std::vector<const std::string*>& cells,
                const std::vector<bool>& is_text) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (cells[i] == nullptr) continue;
    // A number may start with a minus; it is no formula.
    const bool is_json = !is_text[i] && !json_of_cell(*cells[i]).starts_with('"');
    append_cell(out, is_json ? *cells[i] : defuse(*cells[i]));
  }
  out += '\n';
}

std::string table_text(RecordTable& table, bool of_edges) {
  std::string out;
  std::vector<bool> is_text;
  for (const std::string& column : table.columns()) {
    if (!is_text.empty()) out += ',';
    append_cell(out, defuse(column));
    is_text.push_back(is_text_column(of_edges, to_lower(column)));
  }
  out += '\n';
  for (std::size_t i = 0; i < table.rows(); ++i) append_row(out, table.row(i), is_text);
  return out;
}

std::string nodes_text(const Graph& graph, const std::vector<std::string>& ids, Diagnostics& diagnostics) {
  constexpr std::array k_first{"Id"sv, "Label"sv, "Type"sv, "aliases"sv, "mentions"sv};
  std::vector<Properties> records;
  records.reserve(graph.nodes.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Node& node = graph.nodes[i];
    Properties cells = cells_of(node_record(node), false);
    for (Property& cell : cells) {
      if (cell.name == "label") cell.name = "Label";
      if (cell.name == "type") cell.name = "Type";
      if (cell.name == "aliases") cell.json = aliases_cell(node.aliases);
      if (cell.name == "mentions") cell.json = std::to_string(node.mentions.size());
    }
    cells.push_back({"Id", ids[i]});
    records.push_back(std::move(cells));
  }
  RecordTable table(std::move(records), k_first, {}, "the nodes", diagnostics);
  return table_text(table, false);
}

std::string edges_text(const Graph& graph, const std::vector<std::string>& ids, Diagnostics& diagnostics) {
  constexpr std::array k_first{"Source"sv,   "Target"sv,     "Type"sv,     "Id"sv,
                               "Label"sv,    "Weight"sv,     "relation"sv, "status"sv,
                               "polarity"sv, "confidence"sv, "sentences"sv};
  constexpr std::array k_last{"sentence"sv, "evidence"sv};
  std::vector<Properties> records;
  records.reserve(graph.edges.size());
  for (const Edge& edge : graph.edges) {
    Properties cells = cells_of(edge_record(edge), true);
    for (Property& cell : cells) {
      if (cell.name == "type") cell.name = "relation";
      if (cell.name == "label") cell.name = "Label";
      if (cell.name == "weight") cell.name = "Weight";
    }
    // Gephi's "Type" says whether an edge has a direction.
    cells.push_back({"Type", is_symmetric(edge.type) ? "Undirected" : "Directed"});
    cells.push_back({"Source", ids[edge.source]});
    cells.push_back({"Target", ids[edge.target]});
    cells.push_back({"Id", "e" + std::to_string(records.size())});
    records.push_back(std::move(cells));
  }
  RecordTable table(std::move(records), k_first, k_last, "the edges", diagnostics);
  return table_text(table, true);
}

}  // namespace

std::vector<ExchangeFile> write_csv(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  warn_lost_frame(canonical, "CSV", diagnostics);
  warn_lost_mentions(canonical, "CSV", diagnostics);
  const std::vector<std::string> ids = cell_ids(canonical);
  return {{"", edges_text(canonical, ids, diagnostics)}, {"-nodes", nodes_text(canonical, ids, diagnostics)}};
}

}  // namespace relgraph::exchange
