// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "exchange/formats.hpp"
#include "exchange/record.hpp"
#include "graph/json_access.hpp"

namespace relgraph::exchange {

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

/// What a node or an edge is in the file.
struct Element {
  Properties data;
  std::string where;  ///< `elements.edges[12]`
};

struct Reader {
  std::string file;
  Diagnostics& diagnostics;
  std::vector<Element> nodes{};
  std::vector<Element> edges{};
  Properties graph_data{};
  Properties extra{};
  bool has_elements = false;
};

/// Takes the property out; empty JSON if there is none.
std::string take(Properties& properties, std::string_view name) {
  const auto found = std::ranges::find(properties, name, &Property::name);
  if (found == properties.end()) return {};
  std::string json = std::move(found->json);
  properties.erase(found);
  return json;
}

/// How an element looks on the screen at the moment, as Cytoscape.js writes it, is not kept.
bool is_view_state(std::string_view name) {
  constexpr std::array<std::string_view, 7> k_names{"removed",   "selected", "selectable", "locked",
                                                    "grabbable", "grabbed",  "pannable"};
  return std::ranges::find(k_names, name) != k_names.end();
}

enum class Group : std::uint8_t { node, edge, by_data };

void read_element(Reader& reader, ondemand::value& value, const Place& place, Group group,
                  std::string where) {
  static constexpr std::array<std::string_view, 2> k_keys{"data", "group"};
  Element element{{}, std::move(where)};
  Properties beside;
  bool has_data = false;
  read_object(get_object(value, place, "the element"), k_keys, place, beside,
              [&](std::size_t key, ondemand::value& v) {
                if (key == 0) {
                  element.data = read_properties(get_object(v, place, k_keys[0]), {&place, k_keys[0]});
                  has_data = true;
                } else if (!is_null(v) && group == Group::by_data) {
                  group = get_string(v, place, k_keys[1]) == "edges" ? Group::edge : Group::node;
                } else {
                  static_cast<void>(get_compact(v, place, k_keys[1]));
                }
              });
  if (!has_data) fail_at(place, "there is no \"data\"");
  std::unordered_set<std::string> taken;
  for (const Property& property : element.data) taken.insert(property.name);
  for (Property& property : beside) {
    if (is_view_state(property.name) || property.json == "\"\"" || taken.contains(property.name)) continue;
    element.data.push_back(std::move(property));
  }
  if (group == Group::by_data)
    group = find_property(element.data, "source") != nullptr ? Group::edge : Group::node;
  (group == Group::edge ? reader.edges : reader.nodes).push_back(std::move(element));
}

void read_elements(Reader& reader, ondemand::array array, const Place& parent, std::string_view key,
                   Group group) {
  std::size_t index = 0;
  const std::string path = parent.parent == nullptr ? std::string(key) : "elements." + std::string(key);
  for (auto item : array) {
    const Place place{&parent, key, index};
    ondemand::value value = item.value();
    read_element(reader, value, place, group, path + "[" + std::to_string(index) + "]");
    ++index;
  }
  reader.has_elements = true;
}

void read_group(Reader& reader, ondemand::value& value, const Place& parent, std::string_view key) {
  reader.has_elements = true;
  if (is_null(value)) return;
  read_elements(reader, get_array(value, parent, key), parent, key,
                key == "edges" ? Group::edge : Group::node);
}

/// `"elements"` is a list of all, or an object of two lists.
void read_all_elements(Reader& reader, ondemand::value& value, const Place& root) {
  static constexpr std::array<std::string_view, 2> k_keys{"nodes", "edges"};
  if (value.type() == ondemand::json_type::array) {
    read_elements(reader, get_array(value, root, "elements"), root, "elements", Group::by_data);
    return;
  }
  const Place place{&root, "elements"};
  Properties unknown;
  read_object(get_object(value, root, "elements"), k_keys, place, unknown,
              [&](std::size_t key, ondemand::value& v) { read_group(reader, v, place, k_keys[key]); });
  reader.has_elements = true;
}

/// Values of the graph: an object, or a list of pairs as NetworkX writes them.
void read_graph_data(Reader& reader, ondemand::value& value, const Place& root) {
  if (value.type() == ondemand::json_type::object) {
    reader.graph_data = read_properties(get_object(value, root, "data"), {&root, "data"});
    return;
  }
  if (value.type() != ondemand::json_type::array) {
    static_cast<void>(get_compact(value, root, "data"));
    return;
  }
  const Place place{&root, "data"};
  std::unordered_set<std::string> taken;
  for (auto item : get_array(value, root, "data")) {
    ondemand::value pair_value = item.value();
    const std::string pair = get_compact(pair_value, place, "the pair");
    // A compact list of a string and a value: the string ends at the first quote that is not escaped.
    std::size_t end = 2;
    while (pair.starts_with("[\"") && end < pair.size() && pair[end] != '"')
      end += pair[end] == '\\' ? 2U : 1U;
    if (!pair.starts_with("[\"") || pair.substr(std::min(end + 1, pair.size()), 1) != ",") continue;
    std::string name = text_of_json(pair.substr(1, end)).value_or("");
    if (taken.insert(name).second)
      reader.graph_data.push_back({std::move(name), pair.substr(end + 2, pair.size() - end - 3)});
  }
}

void read_top(Reader& reader, std::size_t key, ondemand::value& value, const Place& root) {
  switch (key) {
    case 0: read_graph_data(reader, value, root); break;
    case 1:
      if (!is_null(value) && !get_bool(value, root, "directed"))
        reader.diagnostics.warn("the graph is undirected; each edge is read from its source to its target",
                                {.file = reader.file});
      break;
    case 2: static_cast<void>(get_compact(value, root, "multigraph")); break;
    case 3: read_all_elements(reader, value, root); break;
    case 4: read_group(reader, value, root, "nodes"); break;
    default: read_group(reader, value, root, "edges");
  }
}

void read_text(Reader& reader, simdjson::padded_string_view view) {
  static constexpr std::array<std::string_view, 6> k_keys{"data",     "directed", "multigraph",
                                                          "elements", "nodes",    "edges"};
  const Place root{nullptr, reader.file};
  ondemand::parser parser;
  ondemand::document document = parser.iterate(view);
  if (document.type() == ondemand::json_type::array) {
    read_elements(reader, document.get_array(), root, "elements", Group::by_data);
  } else if (document.type() == ondemand::json_type::object) {
    read_object(document.get_object(), k_keys, root, reader.extra,
                [&](std::size_t key, ondemand::value& value) { read_top(reader, key, value, root); });
  } else {
    throw SyntaxFault{};
  }
  if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) throw SyntaxFault{};
  if (!reader.has_elements) fail_at(root, "is no Cytoscape graph: there are no \"elements\"");
}

/// Says where in the file it was that a record could not be taken.
template <class Add>
void add_at(const Element& element, Add add) {
  try {
    add();
  } catch (const Error& error) {
    throw Error(error.code(), element.where + ": " + error.message(), error.where(), error.hint());
  }
}

using ValueIds = std::unordered_map<std::string, std::string>;

/// The node that an end means: one with that id, or, in files of NetworkX, with that "value".
std::string end_of(const RecordReader& records, const ValueIds& values, const std::string& json) {
  const auto text = text_of_json(json);
  if (text && records.has_node(*text)) return *text;
  const auto found = values.find(json);
  if (found != values.end()) return found->second;
  return text.value_or(json == "null" ? "" : json);
}

Properties graph_values(Properties&& given, Graph& graph) {
  Properties out;
  std::unordered_set<std::string> taken;
  for (Property& property : given) {
    if (property.name == "documents" && property.json.starts_with('[')) {
      Diagnostics ignored;
      try {
        graph.documents =
            std::move(parse_graph(R"({"graph":{"documents":)" + property.json + R"(},"nodes":[],"edges":[]})",
                                  "documents", ignored)
                          .documents);
        continue;
      } catch (const Error&) {
        // Another program's documents: kept as they are.
      }
    }
    if (property.name == "format" && property.json == "\"relgraph/1\"") continue;
    if (property.name == "documents" || property.name == "format") property.name.insert(0, "original_");
    if (taken.insert(property.name).second) out.push_back(std::move(property));
  }
  return out;
}

Properties outermost_values(Properties&& given) {
  constexpr std::array<std::string_view, 6> k_names{"directed", "multigraph", "graph",
                                                    "nodes",    "edges",      "links"};
  constexpr std::string_view k_prefix = "extra:";
  Properties out;
  std::unordered_set<std::string> taken;
  for (Property& property : given) {
    if (property.name.starts_with(k_prefix)) property.name.erase(0, k_prefix.size());
    if (std::ranges::find(k_names, property.name) != k_names.end()) property.name.insert(0, "original_");
    if (taken.insert(property.name).second) out.push_back(std::move(property));
  }
  return out;
}

Graph build(Reader& reader) {
  RecordReader records(reader.diagnostics);
  const Location where{.file = reader.file};
  ValueIds values;
  for (Element& element : reader.nodes) {
    const Property* found = find_property(element.data, "value");
    const std::string value = found != nullptr ? found->json : "";
    const std::string id_json = take(element.data, "id");
    // Without an id, "value" is all that names a node.
    const std::string id = text_of_json(id_json).value_or(text_of_json(value).value_or(""));
    if (!value.empty()) values.emplace(value, id);
    add_at(element, [&] { records.add_node(id, std::move(element.data), where); });
  }
  for (Element& element : reader.edges) {
    const std::string source = end_of(records, values, take(element.data, "source"));
    const std::string target = end_of(records, values, take(element.data, "target"));
    add_at(element, [&] { records.add_edge(source, target, std::move(element.data), where); });
  }
  Graph graph = std::move(records.graph());
  graph.graph_extra = graph_values(std::move(reader.graph_data), graph);
  graph.extra = outermost_values(std::move(reader.extra));
  return graph;
}

}  // namespace

Graph read_cytoscape(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  std::string_view text = files.front().text;
  if (text.starts_with(k_byte_order_mark)) text.remove_prefix(k_byte_order_mark.size());
  Reader reader{files.front().name, diagnostics};
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    throw Error(ErrorCode::input, "is empty", {.file = reader.file});
  try {
    read_text(reader, simdjson::padded_string(text));
  } catch (const simdjson::simdjson_error&) {
    fail_syntax(text, reader.file);
  } catch (const SyntaxFault&) {
    fail_syntax(text, reader.file);
  }
  return build(reader);
}

}  // namespace relgraph::exchange
