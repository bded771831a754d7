// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "exchange/formats.hpp"
#include "exchange/ftm.hpp"
#include "exchange/ftm_entity.hpp"
#include "graph/json_access.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::exchange {

namespace {

using namespace ftm;
using namespace std::string_view_literals;

/// An entity may name several sources and targets, and means each pair. What that makes of a file, in bytes,
/// beyond its own size: more is no data, but an attack.
constexpr std::size_t k_most_copied = std::size_t{64} << 20U;

/// A relation whose ends are known by entity ids until all entities are read.
struct Link {
  Edge edge{};
  std::string source{};  ///< entity ids
  std::string target{};
  std::string source_node{};  ///< node ids where relgraph wrote them
  std::string target_node{};
};

class Reader {
 public:
  Reader(std::string file, Diagnostics& diagnostics) : m_file(std::move(file)), m_diagnostics(diagnostics) {}

  void read_line(std::string_view line) {
    Entity entity = parse_entity(line, m_file, m_parser);
    if (const EdgeSchema* schema = find_edge_schema(entity.schema)) {
      read_link(entity, *schema);
    } else if (is_document(entity.schema)) {
      read_document(entity);
    } else if (is_no_thing(entity.schema)) {
      ++m_left_out[entity.schema];
    } else {
      read_node(entity);
    }
  }

  Graph finish() {
    for (Link& link : m_links) {
      link.edge.source = end_of(link.source, link.source_node);
      link.edge.target = end_of(link.target, link.target_node);
      m_graph.edges.push_back(std::move(link.edge));
    }
    for (const auto& [schema, count] : m_left_out)
      warn("entities of schema " + printable(schema) + " (" + std::to_string(count) +
           "), relgraph has nothing like them");
    if (m_without_end > 0) warn("relations with one end only (" + std::to_string(m_without_end) + ")");
    return std::move(m_graph);
  }

 private:
  void warn(const std::string& what) { m_diagnostics.warn("left out: " + what, {.file = m_file}); }
  void read_link(Entity& entity, const EdgeSchema& schema);
  void read_own_link(const Entity& entity, const Strings& sources, const Strings& targets);
  void read_document(Entity& entity);
  void read_node(Entity& entity);
  std::uint32_t node_of(const std::string& entity_id, Node node);
  std::uint32_t end_of(const std::string& entity_id, const std::string& node_id);
  [[nodiscard]] Graph parse_own(const std::string& nodes, const std::string& edges,
                                const std::string& documents) const;

  static bool is_document(std::string_view schema) {
    constexpr std::array k_documents{"Document"sv,  "Article"sv, "Pages"sv, "Page"sv,     "PlainText"sv,
                                     "HyperText"sv, "Email"sv,   "Table"sv, "Workbook"sv, "Folder"sv,
                                     "Package"sv,   "Image"sv,   "Audio"sv, "Video"sv};
    return std::ranges::find(k_documents, schema) != k_documents.end();
  }
  /// Entities about an entity rather than one: a passport, a sanction, a tax bill.
  static bool is_no_thing(std::string_view schema) {
    constexpr std::array k_no_things{"Sanction"sv, "Identification"sv,   "Passport"sv,      "TaxRoll"sv,
                                     "Mention"sv,  "Similar"sv,          "ContractAward"sv, "Documentation"sv,
                                     "Note"sv,     "EconomicActivity"sv, "Risk"sv};
    return std::ranges::find(k_no_things, schema) != k_no_things.end();
  }

  std::string m_file;
  Diagnostics& m_diagnostics;
  ondemand::parser m_parser{};
  Graph m_graph{};
  std::vector<Link> m_links{};
  std::unordered_map<std::string, std::uint32_t> m_by_entity{};
  std::unordered_map<std::string, std::uint32_t> m_by_node{};
  std::unordered_set<std::string> m_documents{};
  std::map<std::string, std::size_t> m_left_out{};
  std::size_t m_without_end = 0;
  std::size_t m_copied = 0;
};

Graph Reader::parse_own(const std::string& nodes, const std::string& edges,
                        const std::string& documents) const {
  Diagnostics unheard;
  return parse_graph(
      R"({"graph":{"documents":[)" + documents + R"(]},"nodes":[)" + nodes + R"(],"edges":[)" + edges + "]}",
      m_file, unheard);
}

std::string node_type_of(const std::string& schema) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 13> k_types{
      {{"Person", "person"},
       {"Organization", "organization"},
       {"Company", "organization"},
       {"PublicBody", "organization"},
       {"LegalEntity", "unknown"},
       {"Address", "place"},
       {"Territory", "place"},
       {"RealEstate", "place"},
       {"Project", "project"},
       {"Asset", "product"},
       {"Vehicle", "product"},
       {"Vessel", "product"},
       {"Airplane", "product"}}};
  for (const auto& [name, type] : k_types) {
    if (name == schema) return std::string(type);
  }
  return to_lower(schema);
}

/// Streams of entities may bring one in parts: names and mentions are put together.
std::uint32_t Reader::node_of(const std::string& entity_id, Node node) {
  const auto index = static_cast<std::uint32_t>(m_graph.nodes.size());
  if (const auto found = m_by_entity.find(entity_id); found != m_by_entity.end()) {
    Node& known = m_graph.nodes[found->second];
    std::ranges::move(node.aliases, std::back_inserter(known.aliases));
    std::ranges::move(node.mentions, std::back_inserter(known.mentions));
    if (node.label != known.label && node.label != node.id) known.aliases.push_back(std::move(node.label));
    return found->second;
  }
  const auto [same, is_new] = m_by_node.emplace(node.id, index);
  m_by_entity.emplace(entity_id, same->second);
  if (is_new) m_graph.nodes.push_back(std::move(node));
  return same->second;
}

void Reader::read_node(Entity& entity) {
  if (!entity.own.empty()) {
    node_of(entity.id, std::move(parse_own(entity.own, "", "").nodes.front()));
    return;
  }
  Node node{.id = entity.id, .label = entity.id, .type = node_type_of(entity.schema)};
  Strings names = entity.take("name");
  for (const std::string_view property : {"alias"sv, "weakAlias"sv, "previousName"sv, "abbreviation"sv})
    std::ranges::move(entity.take(property), std::back_inserter(names));
  if (names.empty()) names = entity.take(node.type == "place" ? "full" : "title");
  if (!names.empty()) {
    node.label = std::move(names.front());
    node.aliases.assign(std::move_iterator(names.begin() + 1), std::move_iterator(names.end()));
  }
  node.extra.push_back(rest_of(entity));
  node_of(entity.id, std::move(node));
}

void Reader::read_document(Entity& entity) {
  DocumentInfo document{.id = entity.id};
  if (!entity.own.empty()) {
    document = std::move(parse_own("", "", entity.own).documents.front());
  } else {
    document.source = entity.take_first("fileName");
    document.title = entity.take_first("title");
    document.date = entity.take_first("date");
    document.language = entity.take_first("language");
    document.extra.push_back(rest_of(entity));
  }
  if (m_documents.insert(document.id).second) m_graph.documents.push_back(std::move(document));
}

void add_attribute(Edge& edge, std::string_view name, const std::string& value) {
  if (!value.empty()) set_string(edge.attributes, name, value);
}

void read_attributes(Edge& edge, Entity& entity, const EdgeSchema& schema) {
  edge.type = schema.type;
  std::string role = entity.take_first("role");
  if (schema.name == "UnknownLink" && find_relation_type(role) != nullptr)
    edge.type = std::exchange(role, {});
  for (const std::string_view other : {"relationship"sv, "purpose"sv}) {
    if (role.empty()) role = entity.take_first(other);
  }
  add_attribute(edge, "role", role);
  add_attribute(edge, "date", entity.take_first("date"));
  add_attribute(edge, "start_date", entity.take_first("startDate"));
  add_attribute(edge, "end_date", entity.take_first("endDate"));
  add_attribute(edge, "share", entity.take_first("percentage"));
  add_attribute(edge, "currency", entity.take_first("currency"));
  if (const std::string amount = entity.take_first("amount"); !amount.empty()) {
    double number = 0;
    const auto [end, error] = std::from_chars(amount.data(), amount.data() + amount.size(), number);
    const bool is_number =
        error == std::errc() && end == amount.data() + amount.size() && number - number == 0;
    if (is_number) set_number(edge.attributes, "amount", number);
    if (!is_number) set_string(edge.attributes, "amount", amount);
  }
  if (const Strings status = entity.take("status"); !status.empty()) {
    if (const auto known = parse_status(to_lower(status.front()))) {
      edge.status = *known;
    } else {
      entity.properties.emplace_back("status", status);
    }
  }
  if (const RelationType* type = find_relation_type(edge.type)) edge.polarity = type->polarity;
}

/// Input: entity ids of the two ends, one each.
void Reader::read_own_link(const Entity& entity, const Strings& sources, const Strings& targets) {
  Link link{.source = sources.front(), .target = targets.front()};
  const Place root{nullptr, m_file};
  ondemand::parser parser;
  const simdjson::padded_string text(entity.own);
  ondemand::document document = parser.iterate(text);
  constexpr std::array k_keys{"source"sv, "target"sv};
  Properties ignored;
  read_object(document.get_object(), k_keys, root, ignored, [&](std::size_t key, ondemand::value& value) {
    (key == 0 ? link.source_node : link.target_node) = get_id(value, root, k_keys[key]);
  });
  std::string nodes = "{\"id\":";
  append_json_string(nodes, link.source_node);
  if (link.target_node != link.source_node) {
    nodes += "},{\"id\":";
    append_json_string(nodes, link.target_node);
  }
  link.edge = std::move(parse_own(nodes + '}', entity.own, "").edges.front());
  m_links.push_back(std::move(link));
}

void Reader::read_link(Entity& entity, const EdgeSchema& schema) {
  const Strings sources = entity.take(schema.source);
  const Strings targets = entity.take(schema.target);
  if (!entity.own.empty() && sources.size() == 1 && targets.size() == 1) {
    read_own_link(entity, sources, targets);
    return;
  }
  if (sources.empty() || targets.empty()) {
    ++m_without_end;
    return;
  }
  const Place root{nullptr, m_file};
  const std::size_t size = entity.size + sizeof(Link);
  if (sources.size() - 1 + targets.size() - 1 > 0) {
    const std::size_t most = (k_most_copied - m_copied) / size;
    if (sources.size() > most / targets.size())
      fail_at(root, "the " + printable(entity.schema) + " names " + std::to_string(sources.size()) +
                        " sources and " + std::to_string(targets.size()) +
                        " targets, more pairs than can be read");
    m_copied += sources.size() * targets.size() * size;
  }
  Edge edge;
  read_attributes(edge, entity, schema);
  edge.extra.push_back(rest_of(entity));
  for (const std::string& source : sources) {
    for (const std::string& target : targets) m_links.push_back({edge, source, target});
  }
}

/// The node of an entity; one that the file does not describe gets a node that says no more than its id.
std::uint32_t Reader::end_of(const std::string& entity_id, const std::string& node_id) {
  const auto found = m_by_entity.find(entity_id);
  if (found != m_by_entity.end()) return found->second;
  const std::string& id = node_id.empty() ? entity_id : node_id;
  return node_of(entity_id, {.id = id, .label = id, .type = "unknown"});
}

}  // namespace

Graph read_ftm(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  const ExchangeFile& file = files.front();
  Reader reader(file.name, diagnostics);
  std::string_view rest = file.text;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    try {
      reader.read_line(line);
    } catch (const Error& error) {
      throw Error(error.code(), error.message(),
                  {.file = file.name, .line = number, .column = error.where().column}, error.hint());
    }
  }
  return reader.finish();
}

}  // namespace relgraph::exchange
