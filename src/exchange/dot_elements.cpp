// SPDX-License-Identifier: Apache-2.0
#include "exchange/dot_elements.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/utf8.hpp"
#include "exchange/dot_syntax.hpp"
#include "exchange/formats.hpp"
#include "graph/compact_json.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph::exchange::dot {

namespace {

using namespace std::string_view_literals;

// Where a foreign file may say what an edge is, the first of these that it has.
constexpr std::array k_type_names{"relgraph_type"sv, "type"sv, "relation"sv, "interaction"sv, "label"sv};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string text_of(const Attribute& attribute, std::string_view name) {
  return attribute.is_html ? shown_html(attribute.value) : shown_text(attribute.value, name);
}

/// A value that is JSON as it stands, or else as a string.
std::string json_of(const std::string& text) {
  std::string out;
  if (append_compact_json(out, text) == CompactFault::none) return out;
  Properties string;
  set_string(string, "", text);
  return std::move(string.front().json);
}

/// DOT knows text only; what looks like a number is meant as one.
std::string number_or_string(const std::string& text) {
  const bool is_number =
      !text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9')) && text.size() < 400;
  if (is_number) return json_of(text);
  Properties string;
  set_string(string, "", text);
  return std::move(string.front().json);
}

/// Keys that mean something in a graph file get another name.
template <std::size_t N>
void add_extra(Properties& extra, const Attribute& attribute,
               const std::array<std::string_view, N>& reserved) {
  const std::string name = is_among(reserved, attribute.name) ? "dot_" + attribute.name : attribute.name;
  extra.push_back({name, number_or_string(text_of(attribute, ""))});
}

std::vector<std::string> aliases_of(const std::string& json) {
  const auto list = nlohmann::json::parse(json_of(json), nullptr, false);
  std::vector<std::string> out;
  if (!list.is_array()) throw AttributeFault("relgraph_aliases is no list of texts");
  for (const auto& alias : list) {
    if (!alias.is_string()) throw AttributeFault("relgraph_aliases is no list of texts");
    out.push_back(alias.get<std::string>());
  }
  return out;
}

double confidence_of(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1))
    throw AttributeFault("relgraph_confidence is not between 0 and 1");
  return value;
}

Polarity polarity_of(std::string_view text) {
  if (text == "-1") return Polarity::negative;
  if (text == "0") return Polarity::neutral;
  if (text == "1") return Polarity::positive;
  throw AttributeFault("relgraph_polarity is not -1, 0 or 1");
}

Status status_of(std::string_view text) {
  if (const auto status = parse_status(text)) return *status;
  throw AttributeFault("relgraph_status is none of asserted, reported, planned, former, negated");
}

/// Which attribute says the type: the last of that name; those of other programs only if they say anything.
const Attribute* find_type(const Attributes& attributes, bool is_own) {
  for (const std::string_view name : k_type_names) {
    if (is_own && name == "label") continue;
    const auto found = std::find_if(attributes.rbegin(), attributes.rend(), [&](const Attribute& attribute) {
      return attribute.name == name && (name == k_type_names.front() || !text_of(attribute, "").empty());
    });
    if (found != attributes.rend()) return &*found;
  }
  return nullptr;
}

}  // namespace

bool is_inherited(const std::string& name) {
  constexpr std::array k_own{"relgraph_status"sv, "relgraph_polarity"sv, "relgraph_confidence"sv};
  return is_among(k_type_names, name) || is_among(k_own, name);
}

void apply(Node& node, const Attributes& attributes, bool is_own) {
  constexpr std::array k_reserved{"id"sv, "aliases"sv, "mentions"sv};
  for (const Attribute& attribute : attributes) {
    if (attribute.name == "label") {
      node.label = text_of(attribute, node.id);
      if (node.label.empty() && !is_own) node.label = node.id;
    } else if (attribute.name == "relgraph_type" || attribute.name == "type") {
      node.type = text_of(attribute, node.id);
    } else if (attribute.name == "relgraph_aliases") {
      node.aliases = aliases_of(text_of(attribute, node.id));
    } else if (!is_own || attribute.name != "shape") {
      add_extra(node.extra, attribute, k_reserved);
    }
  }
}

void apply(Edge& edge, const Attributes& attributes, bool is_own) {
  constexpr std::array k_reserved{"source"sv, "target"sv,     "key"sv,        "type"sv,    "polarity"sv,
                                  "status"sv, "confidence"sv, "attributes"sv, "evidence"sv};
  constexpr std::array k_derived{"label"sv, "style"sv, "dir"sv, "tooltip"sv, "relgraph_sentences"sv};
  const Attribute* const type = find_type(attributes, is_own);
  if (type != nullptr) edge.type = text_of(*type, "");
  if (const RelationType* known = find_relation_type(edge.type)) edge.polarity = known->polarity;
  for (const Attribute& attribute : attributes) {
    const std::string_view name = attribute.name;
    if (&attribute == type || name == "relgraph_type") continue;
    if (name == "relgraph_status") {
      edge.status = status_of(attribute.value);
    } else if (name == "relgraph_polarity") {
      edge.polarity = polarity_of(attribute.value);
    } else if (name == "relgraph_confidence") {
      edge.confidence = confidence_of(attribute.value);
    } else if (name.starts_with(k_attribute_prefix)) {
      edge.attributes.push_back(
          {decode_percent(name.substr(k_attribute_prefix.size())), json_of(text_of(attribute, ""))});
    } else if (!is_own || !is_among(k_derived, name)) {
      add_extra(edge.extra, attribute, k_reserved);
    }
  }
  keep_last(edge.attributes);
  keep_last(edge.extra);
}

void keep_last(Properties& properties) {
  if (properties.size() < 2) return;
  std::unordered_set<std::string> seen;
  Properties kept;
  for (auto property = properties.rbegin(); property != properties.rend(); ++property) {
    if (seen.insert(property->name).second) kept.push_back(std::move(*property));
  }
  std::ranges::reverse(kept);
  properties = std::move(kept);
}

}  // namespace relgraph::exchange::dot
