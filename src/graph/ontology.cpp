// SPDX-License-Identifier: Apache-2.0
#include "relgraph/ontology.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/embedded.hpp"
#include "base/joined.hpp"
#include "base/node_types.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

struct Ontology {
  std::vector<RelationFamily> families;
  std::vector<RelationType> types;
  std::map<std::string, std::size_t, std::less<>> index;
};

constexpr std::string_view k_file = "ontology.toml";
constexpr std::array<std::string_view, 12> k_type_keys = {"id",      "family",   "polarity", "symmetric",
                                                          "label",   "inverse",  "meaning",  "sources",
                                                          "targets", "wikidata", "ftm",      "plover"};
constexpr std::array<std::string_view, 2> k_family_keys = {"id", "label"};
constexpr std::array<std::string_view, 2> k_tables = {"family", "type"};
/// An id as a label: `works for`.
std::string spaced(std::string_view id) {
  std::string label(id);
  std::ranges::replace(label, '_', ' ');
  return label;
}

/// Puts the families and types of one file into an ontology.
class Reader {
 public:
  Reader(const std::string& file, ErrorCode code, Ontology& to) : m_file(file), m_code(code), m_to(to) {}

  void read(std::string_view text) {
    try {
      const toml::table table = toml::parse(text, m_file);
      check_keys(table, k_tables);
      each(table, "family", [&](const toml::table& family) { read_family(family); });
      each(table, "type", [&](const toml::table& type) { read_type(type); });
    } catch (const toml::parse_error& error) {
      fail(std::string(error.description()), error.source(), "");
    }
  }

 private:
  [[noreturn]] void fail(const std::string& what, const toml::source_region& where,
                         const std::string& hint) const {
    throw Error(m_code, what, {.file = m_file, .line = where.begin.line}, hint);
  }

  template <typename Read>
  void each(const toml::table& table, std::string_view key, Read read) const {
    const toml::node* list = table.get(key);
    if (list == nullptr) return;
    const std::string form = "write [[" + std::string(key) + "]] above the lines of each";
    if (!list->is_array()) fail("'" + std::string(key) + "' is no list of tables", list->source(), form);
    for (const toml::node& item : *list->as_array()) {
      if (!item.is_table()) fail("'" + std::string(key) + "' is no list of tables", item.source(), form);
      read(*item.as_table());
    }
  }

  void check_keys(const toml::table& table, std::span<const std::string_view> known) const {
    for (const auto& [key, value] : table)
      if (std::ranges::find(known, key.str()) == known.end())
        fail("unknown key '" + std::string(key.str()) + "'", key.source(), "write one of " + joined(known));
  }

  std::string id_of(const toml::table& table) const {
    const auto id = table["id"].value<std::string>();
    if (!id) fail("'id' is missing", table.source(), "write id = \"lobbies_for\"");
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (id->empty() || id->size() > k_longest_id || !std::ranges::all_of(*id, fits) || id->front() < 'a')
      fail("'" + *id + "' is no id", table.get("id")->source(),
           "ids are small letters, digits and underscores: lobbies_for");
    return *id;
  }

  /// Words in English and German: of a table `{ en = …, de = … }`, or one string for both.
  std::pair<std::string, std::string> words(const toml::table& table, std::string_view key,
                                            const std::string& otherwise) const {
    const toml::node* node = table.get(key);
    if (node == nullptr) return {otherwise, otherwise};
    const std::string form =
        "write " + std::string(key) + " = { en = \"lobbies for\", de = \"lobbyiert für\" }";
    if (const auto one = node->value<std::string>()) return {*one, *one};
    if (!node->is_table())
      fail("'" + std::string(key) + "' is neither text nor a table", node->source(), form);
    const toml::table& pair = *node->as_table();
    constexpr std::array<std::string_view, 2> k_languages = {"en", "de"};
    check_keys(pair, k_languages);
    const auto en = pair["en"].value<std::string>(), de = pair["de"].value<std::string>();
    if (!en && !de) fail("'" + std::string(key) + "' has no text", node->source(), form);
    return {en ? *en : *de, de ? *de : *en};
  }

  std::vector<std::string> node_types(const toml::table& table, std::string_view key) const {
    std::vector<std::string> out;
    const toml::node* node = table.get(key);
    if (node == nullptr) return out;
    const std::string hint =
        "write " + std::string(key) + " = [\"person\", \"organization\"]; types are " + joined(k_node_types);
    if (!node->is_array()) fail("'" + std::string(key) + "' is no list", node->source(), hint);
    for (const toml::node& item : *node->as_array()) {
      out.push_back(item.value_or(std::string()));
      if (std::ranges::find(k_node_types, out.back()) == k_node_types.end())
        fail("unknown node type '" + out.back() + "'", item.source(), hint);
    }
    return out;
  }

  template <typename Value>
  Value value(const toml::table& table, std::string_view key, Value otherwise,
              const std::string& form) const {
    const toml::node* node = table.get(key);
    if (node == nullptr) return otherwise;
    if (const auto found = node->value_exact<Value>()) return *found;
    fail("'" + std::string(key) + "' has a wrong value", node->source(), form);
  }

  void read_family(const toml::table& table) {
    check_keys(table, k_family_keys);
    RelationFamily family;
    family.id = id_of(table);
    std::tie(family.label_en, family.label_de) = words(table, "label", spaced(family.id));
    const auto known = std::ranges::find(m_to.families, family.id, &RelationFamily::id);
    if (known == m_to.families.end())
      m_to.families.push_back(std::move(family));
    else
      *known = std::move(family);
  }

  void read_type(const toml::table& table) {
    check_keys(table, k_type_keys);
    RelationType type;
    type.id = id_of(table);
    if (!m_here.insert(type.id).second)
      fail("relation type '" + type.id + "' is defined twice", table.source(), "leave one of the two out");
    type.family = value<std::string>(table, "family", "", "write family = \"cooperation\"");
    if (std::ranges::find(m_to.families, type.family, &RelationFamily::id) == m_to.families.end()) {
      std::vector<std::string_view> known;
      for (const RelationFamily& family : m_to.families) known.push_back(family.id);
      fail(type.family.empty() ? "'family' is missing" : "there is no family '" + type.family + "'",
           table.contains("family") ? table.get("family")->source() : table.source(),
           "write one of " + joined(known) + ", or define it with [[family]]");
    }
    const auto polarity = value<std::int64_t>(table, "polarity", 0, "write -1, 0 or 1");
    if (polarity < -1 || polarity > 1)
      fail("the polarity " + std::to_string(polarity) + " is none", table.get("polarity")->source(),
           "write -1 for hostile, 0 for neutral, 1 for friendly");
    type.polarity = static_cast<Polarity>(polarity);
    type.symmetric = value<bool>(table, "symmetric", false, "write true or false");
    std::tie(type.label_en, type.label_de) = words(table, "label", spaced(type.id));
    std::tie(type.inverse_en, type.inverse_de) = words(table, "inverse", "");
    if (type.inverse_en.empty()) type.inverse_en = type.symmetric ? type.label_en : "← " + type.label_en;
    if (type.inverse_de.empty()) type.inverse_de = type.symmetric ? type.label_de : "← " + type.label_de;
    std::tie(type.meaning_en, type.meaning_de) = words(table, "meaning", "");
    type.sources = node_types(table, "sources");
    type.targets = node_types(table, "targets");
    type.wikidata = value<std::string>(table, "wikidata", "", "write wikidata = \"P108\"");
    type.ftm = value<std::string>(table, "ftm", "UnknownLink", "write ftm = \"Employment\"");
    type.plover = value<std::string>(table, "plover", "", "write plover = \"verbal conflict\"");
    const auto [known, fresh] = m_to.index.emplace(type.id, m_to.types.size());
    if (fresh)
      m_to.types.push_back(std::move(type));
    else
      m_to.types[known->second] = std::move(type);
  }

  static constexpr std::size_t k_longest_id = 64;
  const std::string& m_file;
  ErrorCode m_code;
  Ontology& m_to;
  std::set<std::string> m_here;
};

Ontology& ontology() {
  static Ontology instance = [] {
    Ontology out;
    const std::string file(k_file);
    Reader(file, ErrorCode::internal, out).read(embedded_file(k_file));
    return out;
  }();
  return instance;
}

bool allows(const std::vector<std::string>& types, std::string_view type) {
  return types.empty() || std::ranges::find(types, type) != types.end();
}

}  // namespace

void extend_ontology(std::string_view toml, const std::string& file) {
  Ontology extended = ontology();  // a file with a mistake changes nothing
  Reader(file, ErrorCode::input, extended).read(toml);
  ontology() = std::move(extended);
}

std::span<const RelationType> relation_types() { return ontology().types; }
std::span<const RelationFamily> relation_families() { return ontology().families; }

const RelationType* find_relation_type(std::string_view id) {
  const auto found = ontology().index.find(id);
  return found == ontology().index.end() ? nullptr : &ontology().types[found->second];
}

bool is_symmetric(std::string_view id) {
  const RelationType* type = find_relation_type(id);
  return type != nullptr && type->symmetric;
}

std::string relation_label(std::string_view id, std::string_view language) {
  if (const RelationType* type = find_relation_type(id))
    return language == "de" ? type->label_de : type->label_en;
  return spaced(id);
}

bool fits_signature(const RelationType& type, std::string_view source_type, std::string_view target_type) {
  return allows(type.sources, source_type) && allows(type.targets, target_type);
}

}  // namespace relgraph
