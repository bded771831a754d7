// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/json_text.hpp"
#include "relgraph/graph.hpp"

namespace relgraph {

namespace {

constexpr std::array<std::string_view, 5> k_statuses{"asserted", "reported", "planned", "former", "negated"};

void set_json(Properties& properties, std::string_view name, std::string json) {
  const auto found = std::ranges::find(properties, name, &Property::name);
  if (found != properties.end()) {
    found->json = std::move(json);
  } else {
    properties.push_back({std::string(name), std::move(json)});
  }
}

}  // namespace

std::string_view to_string(Status status) { return k_statuses[static_cast<std::size_t>(status)]; }

std::optional<Status> parse_status(std::string_view name) {
  const auto* const found = std::ranges::find(k_statuses, name);
  if (found == k_statuses.end()) return std::nullopt;
  return static_cast<Status>(found - k_statuses.begin());
}

const Property* find_property(const Properties& properties, std::string_view name) {
  const auto found = std::ranges::find(properties, name, &Property::name);
  return found == properties.end() ? nullptr : &*found;
}

std::optional<std::string> string_property(const Properties& properties, std::string_view name) {
  const Property* property = find_property(properties, name);
  if (property == nullptr || !property->json.starts_with('"')) return std::nullopt;
  const auto value = nlohmann::json::parse(property->json, nullptr, false);
  if (!value.is_string()) return std::nullopt;
  return value.get<std::string>();
}

std::optional<double> number_property(const Properties& properties, std::string_view name) {
  const Property* property = find_property(properties, name);
  if (property == nullptr || property->json.empty()) return std::nullopt;
  const std::string& json = property->json;
  // What from_chars takes beyond JSON ("inf", "nan") starts with a letter.
  const char first = json.front() == '-' && json.size() > 1 ? json[1] : json.front();
  if (first < '0' || first > '9') return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(json.data(), json.data() + json.size(), value);
  if (error != std::errc() || end != json.data() + json.size()) return std::nullopt;
  return value;
}

std::optional<double> numeric_property(const Properties& properties, std::string_view name) {
  if (const auto number = number_property(properties, name)) return number;
  const auto text = string_property(properties, name);
  return text ? number_property({{"", *text}}, "") : std::nullopt;
}

void set_string(Properties& properties, std::string_view name, std::string_view value) {
  std::string json;
  append_json_string(json, value);
  set_json(properties, name, std::move(json));
}

void set_number(Properties& properties, std::string_view name, double value) {
  // Above 2^53 a double no longer holds every whole number, so it is not written as one.
  constexpr double k_greatest_whole = 9007199254740992.0;
  std::string json;
  if (std::abs(value) <= k_greatest_whole && std::trunc(value) == value) {
    append_json_number(json, static_cast<std::int64_t>(value));
  } else {
    append_json_number(json, value);
  }
  set_json(properties, name, std::move(json));
}

}  // namespace relgraph
