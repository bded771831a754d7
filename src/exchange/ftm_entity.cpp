// SPDX-License-Identifier: Apache-2.0
#include "exchange/ftm_entity.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/json_text.hpp"
#include "exchange/ftm.hpp"

namespace relgraph::exchange::ftm {

namespace {

using namespace std::string_view_literals;

/// A value as text. Entities that stand inside others count as their ids.
std::string read_value(ondemand::value& value, const Place& place, std::string_view key) {
  switch (value.type()) {
    case ondemand::json_type::string: return std::string(get_string(value, place, key));
    case ondemand::json_type::object: {
      constexpr std::array k_keys{"id"sv};
      std::string id;
      Properties ignored;
      read_object(get_object(value, place, key), k_keys, place, ignored,
                  [&](std::size_t, ondemand::value& v) { id = get_id(v, place, "id"); });
      return id;
    }
    case ondemand::json_type::null: return is_null(value) ? std::string() : std::string();
    case ondemand::json_type::array: return std::string(get_string(value, place, key));  // says what is wrong
    default: return get_compact(value, place, key);
  }
}

void read_values(Strings& out, ondemand::value& value, const Place& place, std::string_view key) {
  const auto add = [&](ondemand::value& item) {
    std::string text = read_value(item, place, key);
    if (!text.empty()) out.push_back(std::move(text));
  };
  if (value.type() != ondemand::json_type::array) return add(value);
  for (auto item : get_array(value, place, key)) {
    ondemand::value element = item.value();
    add(element);
  }
}

void read_property_lists(Entity& entity, ondemand::value& value, const Place& root) {
  const Place place{&root, "properties"};
  std::unordered_set<std::string> seen;
  for (auto&& result : get_object(value, root, "properties")) {
    ondemand::field field = std::move(result).take_value();
    const std::string name(std::string_view(field.unescaped_key()));
    if (!seen.insert(name).second) fail_at(place, "the key " + quote_name(name) + " stands twice");
    read_values(entity.properties.emplace_back(name, Strings()).second, field.value(), place, name);
  }
}

}  // namespace

Strings Entity::take(std::string_view name) {
  const auto found = std::ranges::find(properties, name, [](const auto& entry) { return entry.first; });
  if (found == properties.end()) return {};
  Strings out = std::move(found->second);
  properties.erase(found);
  return out;
}

std::string Entity::take_first(std::string_view name) {
  Strings values = take(name);
  return values.empty() ? std::string() : std::move(values.front());
}

Entity parse_entity(std::string_view line, const std::string& file, ondemand::parser& parser) {
  constexpr std::array k_keys{"id"sv, "schema"sv, "properties"sv, k_own_key};
  const Place root{nullptr, file};
  const simdjson::padded_string text(line);
  Entity out;
  out.size = line.size();
  try {
    ondemand::document document = parser.iterate(text);
    if (document.type() != ondemand::json_type::object) fail_at(root, "is no entity: not an object");
    read_object(document.get_object(), k_keys, root, out.extra, [&](std::size_t key, ondemand::value& value) {
      switch (key) {
        case 0: out.id = get_id(value, root, k_keys[0]); break;
        case 1: out.schema = get_string(value, root, k_keys[1]); break;
        case 2: read_property_lists(out, value, root); break;
        default:
          // Merged entities have a list here, of no use.
          if (value.type() == ondemand::json_type::object)
            out.own = get_compact(value, root, k_own_key);
          else
            static_cast<void>(get_compact(value, root, k_own_key));
      }
    });
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) throw SyntaxFault{};
  } catch (const simdjson::simdjson_error&) {
    fail_syntax(line, file);
  } catch (const SyntaxFault&) {
    fail_syntax(line, file);
  }
  if (out.id.empty()) fail_at(root, "is no entity: there is no \"id\"");
  if (out.schema.empty()) fail_at(root, "is no entity: there is no \"schema\"");
  return out;
}

Property rest_of(const Entity& entity) {
  std::string json = "{\"schema\":";
  append_json_string(json, entity.schema);
  json += ",\"properties\":{";
  for (const auto& [name, values] : entity.properties) {
    if (!json.ends_with('{')) json += ',';
    append_json_string(json, name);
    json += ":[";
    for (const std::string& value : values) {
      if (!json.ends_with('[')) json += ',';
      append_json_string(json, value);
    }
    json += ']';
  }
  json += '}';
  for (const Property& property : entity.extra) {
    json += ',';
    append_json_string(json, property.name);
    json += ':' + property.json;
  }
  return {"ftm", json + '}'};
}

}  // namespace relgraph::exchange::ftm
