// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "exchange/delimited.hpp"
#include "exchange/formats.hpp"
#include "exchange/neo4j.hpp"
#include "exchange/record.hpp"
#include "exchange/record_table.hpp"

// Source: neo4j.com/docs/operations-manual, "Import", header format of CSV files.

namespace relgraph::exchange {

namespace {

using namespace std::string_view_literals;

/// What a column holds; the widest kind of its values.
enum class ColumnKind : std::uint8_t { none, whole, number, boolean, text, json };

bool is_whole(std::string_view json) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), value);
  return error == std::errc() && end == json.data() + json.size();
}

ColumnKind kind_of(std::string_view json) {
  if (json == "\"\"") return ColumnKind::json;  // an empty cell would be no value
  switch (json.front()) {
    case '"': return ColumnKind::text;
    case '{':
    case '[': return ColumnKind::json;
    case 't':
    case 'f': return ColumnKind::boolean;
    case 'n': return ColumnKind::none;
    default: return is_whole(json) ? ColumnKind::whole : ColumnKind::number;
  }
}

ColumnKind joined(ColumnKind a, ColumnKind b) {
  if (a == b || b == ColumnKind::none) return a;
  if (a == ColumnKind::none) return b;
  const auto is_number = [](ColumnKind kind) {
    return kind == ColumnKind::whole || kind == ColumnKind::number;
  };
  return is_number(a) && is_number(b) ? ColumnKind::number : ColumnKind::json;
}

std::vector<ColumnKind> kinds_of(RecordTable& table) {
  std::vector<ColumnKind> out(table.columns().size(), ColumnKind::none);
  for (std::size_t i = 0; i < table.rows(); ++i) {
    const auto& row = table.row(i);
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (row[c] != nullptr) out[c] = joined(out[c], kind_of(*row[c]));
    }
  }
  return out;
}

/// `name:type`, or for lists and objects and columns of several kinds `json:name:string`.
std::string title_of(const std::string& name, ColumnKind kind) {
  switch (kind) {
    case ColumnKind::whole: return neo4j_name(name) + ":long";
    case ColumnKind::number: return neo4j_name(name) + ":double";
    case ColumnKind::boolean: return neo4j_name(name) + ":boolean";
    case ColumnKind::json:
      // What evidence is needs no mark.
      if (name != "evidence") return neo4j_name(std::string(k_json_prefix) + name) + ":string";
      [[fallthrough]];
    default: return neo4j_name(name) + ":string";
  }
}

/// Items of a list are told apart by semicolons, which no quoting protects.
std::string list_item(std::string text, bool& changed) {
  if (text.find(';') != std::string::npos) {
    std::ranges::replace(text, ';', ',');
    changed = true;
  }
  return text;
}

/// The columns that Neo4j gives a meaning, before the others.
struct Fixed {
  std::string heading;
  std::vector<std::string> rows;  ///< with the comma at the end
};

std::string table_text(const Fixed& fixed, RecordTable& table) {
  const std::vector<ColumnKind> kinds = kinds_of(table);
  std::string out = fixed.heading;
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    out += ',';
    append_cell(out, title_of(table.columns()[c], kinds[c]));
  }
  out += '\n';
  for (std::size_t i = 0; i < table.rows(); ++i) {
    out += fixed.rows[i];
    const auto& row = table.row(i);
    for (std::size_t c = 0; c < row.size(); ++c) {
      out += ',';
      if (row[c] == nullptr || *row[c] == "null") continue;
      if (kinds[c] == ColumnKind::json) {
        append_cell(out, *row[c], true);
      } else if (kinds[c] == ColumnKind::text) {
        // Neo4j trims text that is not in quotes, and takes an empty cell for no value.
        append_cell(out, text_of_json(*row[c]).value_or(""), true);
      } else {
        out += *row[c];
      }
    }
    out += '\n';
  }
  return out;
}

void append_to(std::string& row, std::string_view text) {
  if (!row.empty()) row += ',';
  append_cell(row, text, true);
}

std::string labels_of(const std::string& type, bool& changed) {
  const std::string label = list_item(type, changed);
  if (label.empty() || label == k_common_label) return std::string(k_common_label);
  return std::string(k_common_label) + ";" + label;
}

std::string aliases_of(const Node& node, bool& changed) {
  std::string out;
  for (const std::string& alias : node.aliases) {
    if (alias.empty()) continue;
    if (!out.empty()) out += ';';
    out += list_item(alias, changed);
  }
  return out;
}

std::string nodes_text(const Graph& graph, const std::vector<std::string>& ids, bool& changed,
                       Diagnostics& diagnostics) {
  Fixed fixed{"id:ID,:LABEL,aliases:string[]", {}};
  std::vector<Properties> records;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Node& node = graph.nodes[i];
    std::string row;
    append_to(row, ids[i]);
    append_to(row, labels_of(node.type, changed));
    append_to(row, aliases_of(node, changed));
    fixed.rows.push_back(std::move(row));
    Properties record = node_record(node);
    std::erase_if(record, [](const Property& p) {
      return p.name == "type" || p.name == "aliases" || p.name == "mentions" ||
             (p.name == "label" && p.json == "\"\"");
    });
    record.push_back({"mentions", std::to_string(node.mentions.size())});
    records.push_back(std::move(record));
  }
  constexpr std::array k_first{"label"sv, "mentions"sv};
  RecordTable table(std::move(records), k_first, {}, "the nodes", diagnostics);
  return table_text(fixed, table);
}

std::string edges_text(const Graph& graph, const std::vector<std::string>& ids, Diagnostics& diagnostics) {
  Fixed fixed{":START_ID,:END_ID,:TYPE", {}};
  std::vector<Properties> records;
  for (const Edge& edge : graph.edges) {
    std::string row;
    append_to(row, ids[edge.source]);
    append_to(row, ids[edge.target]);
    append_to(row, edge.type.empty() ? k_default_edge_type : std::string_view(edge.type));
    fixed.rows.push_back(std::move(row));
    Properties record = edge_record(edge);
    std::erase_if(record, [](const Property& p) { return p.name == "type" || p.name == "label"; });
    records.push_back(std::move(record));
  }
  constexpr std::array k_first{"status"sv, "polarity"sv, "confidence"sv, "weight"sv, "sentences"sv};
  constexpr std::array k_last{"sentence"sv, "evidence"sv};
  RecordTable table(std::move(records), k_first, k_last, "the relationships", diagnostics);
  return table_text(fixed, table);
}

}  // namespace

std::vector<ExchangeFile> write_neo4j(const Graph& graph, Diagnostics& diagnostics) {
  Graph canonical = graph;
  canonicalise(canonical);
  warn_lost_frame(canonical, "Neo4j", diagnostics);
  warn_lost_mentions(canonical, "Neo4j", diagnostics);
  const std::vector<std::string> ids = cell_ids(canonical);
  bool changed = false;
  std::vector<ExchangeFile> files{{"", edges_text(canonical, ids, diagnostics)},
                                  {"-nodes", nodes_text(canonical, ids, changed, diagnostics)}};
  if (changed)
    diagnostics.warn("Neo4j has semicolons between aliases and labels: those inside became commas");
  return files;
}

}  // namespace relgraph::exchange
