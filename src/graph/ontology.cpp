// SPDX-License-Identifier: Apache-2.0
#include "relgraph/ontology.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/embedded.hpp"

namespace relgraph {

namespace {

struct Ontology {
  std::vector<RelationFamily> families;
  std::vector<RelationType> types;
  std::map<std::string, std::size_t, std::less<>> index;
};

constexpr std::string_view k_file = "ontology.toml";

[[noreturn]] void fail(const std::string& what, const toml::source_region& where) {
  throw Error(ErrorCode::internal, what, {.file = std::string(k_file), .line = where.begin.line});
}

std::string required(const toml::table& table, std::string_view key) {
  if (const auto value = table.at_path(key).value<std::string>()) return *value;
  fail("'" + std::string(key) + "' is missing", table.source());
}

std::vector<std::string> strings(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* array = table[key].as_array()) {
    for (const auto& item : *array) out.push_back(item.value_or(std::string()));
  }
  return out;
}

RelationType read_type(const toml::table& table) {
  RelationType type;
  type.id = required(table, "id");
  type.family = required(table, "family");
  type.polarity = static_cast<Polarity>(std::clamp(table["polarity"].value_or(0), -1, 1));
  type.symmetric = table["symmetric"].value_or(false);
  type.label_en = required(table, "label.en");
  type.label_de = required(table, "label.de");
  type.inverse_en = type.symmetric ? type.label_en : required(table, "inverse.en");
  type.inverse_de = type.symmetric ? type.label_de : required(table, "inverse.de");
  type.meaning_en = required(table, "meaning.en");
  type.meaning_de = required(table, "meaning.de");
  type.sources = strings(table, "sources");
  type.targets = strings(table, "targets");
  type.wikidata = table["wikidata"].value_or(std::string());
  type.ftm = table["ftm"].value_or(std::string("UnknownLink"));
  type.plover = table["plover"].value_or(std::string());
  return type;
}

Ontology read_ontology() {
  Ontology out;
  try {
    const toml::table table = toml::parse(embedded_file(k_file), k_file);
    for (const auto& item : *table["family"].as_array()) {
      const toml::table& family = *item.as_table();
      out.families.push_back(
          {required(family, "id"), required(family, "label.en"), required(family, "label.de")});
    }
    for (const auto& item : *table["type"].as_array()) {
      out.types.push_back(read_type(*item.as_table()));
      if (!out.index.emplace(out.types.back().id, out.types.size() - 1).second) {
        fail("relation type '" + out.types.back().id + "' is defined twice", item.source());
      }
      if (std::ranges::find(out.families, out.types.back().family, &RelationFamily::id) ==
          out.families.end()) {
        fail("there is no family '" + out.types.back().family + "'", item.source());
      }
    }
  } catch (const toml::parse_error& error) {
    fail(std::string(error.description()), error.source());
  }
  return out;
}

const Ontology& ontology() {
  static const Ontology instance = read_ontology();
  return instance;
}

bool allows(const std::vector<std::string>& types, std::string_view type) {
  return types.empty() || std::ranges::find(types, type) != types.end();
}

}  // namespace

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
  std::string label(id);
  std::ranges::replace(label, '_', ' ');
  return label;
}

bool fits_signature(const RelationType& type, std::string_view source_type, std::string_view target_type) {
  return allows(type.sources, source_type) && allows(type.targets, target_type);
}

}  // namespace relgraph
