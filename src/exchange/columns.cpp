// SPDX-License-Identifier: Apache-2.0
#include "exchange/columns.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <system_error>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "graph/compact_json.hpp"

namespace relgraph::exchange {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view k_json_prefix = "json:";
constexpr std::array<std::pair<std::string_view, Scope>, 3> k_scope_prefixes{
    {{"extra:", Scope::extra}, {"attribute:", Scope::attribute}, {"file:", Scope::file}}};

/// Attributes of edges that extraction writes or that docs/graph-format.md names.
constexpr std::array k_attributes{"amount"sv, "currency"sv, "date"sv, "duration"sv, "role"sv, "share"sv};

constexpr std::array k_graph_columns{"format"sv, "documents"sv};
constexpr std::array k_node_columns{"id"sv, "label"sv, "type"sv, "aliases"sv, "mentions"sv, "mention_list"sv};
constexpr std::array k_edge_columns{"id"sv,         "source"sv,    "target"sv,  "label"sv,
                                    "type"sv,       "kind"sv,      "status"sv,  "polarity"sv,
                                    "confidence"sv, "sentences"sv, "evidence"sv};

std::span<const std::string_view> own_columns(Owner owner) {
  switch (owner) {
    case Owner::graph: return k_graph_columns;
    case Owner::node: return k_node_columns;
    case Owner::edge: return k_edge_columns;
  }
  return {};
}

bool is_own_column(Owner owner, std::string_view name) {
  const auto names = own_columns(owner);
  return std::ranges::find(names, name) != names.end();
}

bool is_known_attribute(Owner owner, std::string_view name) {
  return owner == Owner::edge && std::ranges::find(k_attributes, name) != k_attributes.end();
}

bool has_scope(Owner owner, Scope scope) {
  if (scope == Scope::attribute) return owner == Owner::edge;
  return scope == Scope::extra || owner == Owner::graph;
}

bool has_scope_prefix(std::string_view name) {
  return std::ranges::any_of(k_scope_prefixes, [&](const auto& p) { return name.starts_with(p.first); });
}

/// Whether `name` without a prefix would be read as something else.
bool needs_prefix(Owner owner, Scope scope, std::string_view name) {
  const bool known = is_known_attribute(owner, name);
  if (scope == Scope::attribute) return !known;
  return scope == Scope::file || known || name.empty() || is_own_column(owner, name) ||
         has_scope_prefix(name);
}

std::string title_of(Owner owner, Scope scope, std::string_view name, bool is_json) {
  std::string out;
  if (needs_prefix(owner, scope, name)) {
    for (const auto& [prefix, of] : k_scope_prefixes) {
      if (of == scope) out += prefix;
    }
  }
  if (is_json) out += k_json_prefix;
  return out.append(name);
}

bool is_whole(std::string_view json) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), value);
  return error == std::errc() && end == json.data() + json.size();
}

ColumnType type_of(const Property& property) {
  const std::string_view json = property.json;
  if (json == "null") return ColumnType::none;
  if (property.name.starts_with(k_json_prefix)) return ColumnType::json;
  if (json == "true" || json == "false") return ColumnType::boolean;
  if (json.starts_with('"')) return ColumnType::text;
  if (is_whole(json)) return ColumnType::whole;
  return json.starts_with('[') || json.starts_with('{') ? ColumnType::json : ColumnType::number;
}

ColumnType join(ColumnType a, ColumnType b) {
  if (a == b || b == ColumnType::none) return a;
  if (a == ColumnType::none) return b;
  const auto is_number = [](ColumnType t) { return t == ColumnType::whole || t == ColumnType::number; };
  return is_number(a) && is_number(b) ? ColumnType::number : ColumnType::json;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view k_blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(k_blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(k_blanks) + 1 - begin);
}

/// A whole number in the form of JSON, whatever its size; minus zero is none.
bool is_json_whole(std::string_view text) {
  if (text == "0") return true;
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || text.front() == '0') return false;
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

ColumnName parse_column_title(Owner owner, std::string_view title) {
  ColumnName out;
  bool has_prefix = false;
  for (const auto& [prefix, scope] : k_scope_prefixes) {
    if (has_prefix || !has_scope(owner, scope) || !title.starts_with(prefix)) continue;
    has_prefix = true;
    out.scope = scope;
    title.remove_prefix(prefix.size());
  }
  if (title.starts_with(k_json_prefix)) {
    out.is_json = true;
    title.remove_prefix(k_json_prefix.size());
  }
  if (!has_prefix && is_known_attribute(owner, title)) out.scope = Scope::attribute;
  out.is_own = !has_prefix && !out.is_json && is_own_column(owner, title);
  out.name = title;
  return out;
}

void ColumnTable::survey(const Properties& properties, Scope scope) {
  for (const Property& property : properties) {
    const auto key = std::pair(scope, std::string_view(property.name));
    auto found = m_columns.find(key);
    if (found == m_columns.end()) found = m_columns.emplace(Key(scope, property.name), Column{}).first;
    found->second.type = join(found->second.type, type_of(property));
  }
}

std::size_t ColumnTable::finish(std::size_t first) {
  for (auto& [key, column] : m_columns) {
    column.title = title_of(m_owner, key.first, key.second, column.type == ColumnType::json);
    column.index = first++;
  }
  return first;
}

const Column& ColumnTable::find(Scope scope, std::string_view name) const {
  return m_columns.find(std::pair(scope, name))->second;
}

void ColumnTable::each(const std::function<void(const Column&)>& f) const {
  for (const auto& [key, column] : m_columns) {
    if (column.type != ColumnType::none) f(column);
  }
}

std::optional<std::string> cell_text(const Property& property, const Column& column) {
  if (property.json == "null") return std::nullopt;
  if (column.type != ColumnType::text) return property.json;
  if (property.json.find('\\') != std::string::npos) return string_property({property}, property.name);
  return property.json.substr(1, property.json.size() - 2);
}

std::string edge_kind(const Edge& edge) {
  if (edge.status == Status::asserted) return edge.type;
  return edge.type + " (" + std::string(to_string(edge.status)) + ")";
}

std::optional<double> parse_number(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string number_or_text_json(std::string_view text) {
  const std::string_view number = trimmed(text);
  if (is_json_whole(number)) return std::string(number);
  const auto value = parse_number(number);
  if (!value || !std::isfinite(*value)) return text_json(text);
  std::string out;
  append_json_number(out, *value);
  return out;
}

std::string boolean_or_text_json(std::string_view text) {
  const std::string word = to_lower(trimmed(text));
  if (word == "true" || word == "1") return "true";
  if (word == "false" || word == "0") return "false";
  return text_json(text);
}

std::string text_json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string json_or_text_json(std::string_view text) {
  std::string out;
  if (append_compact_json(out, text) == CompactFault::none) return out;
  return text_json(text);
}

}  // namespace relgraph::exchange
