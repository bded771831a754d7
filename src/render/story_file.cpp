// SPDX-License-Identifier: Apache-2.0
#include <toml++/toml.h>

#include <algorithm>
#include <array>

#include "relgraph/error.hpp"
#include "relgraph/ontology.hpp"
#include "relgraph/story.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_most_steps = 100;

[[noreturn]] void fail(const std::string& what, const std::string& file, const toml::source_region& where,
                       const std::string& hint = {}) {
  Location location{.file = file};
  if (where.begin.line > 0) location.line = where.begin.line;
  throw Error(ErrorCode::input, what, std::move(location), hint);
}

template <std::size_t Size>
void check_keys(const toml::table& table, const std::array<std::string_view, Size>& known,
                const std::string& file) {
  for (const auto& [key, value] : table) {
    if (std::ranges::find(known, std::string_view(key)) != known.end()) continue;
    std::string hint = "known keys: ";
    for (std::size_t i = 0; i < Size; ++i) hint += (i > 0 ? ", " : "") + std::string(known[i]);
    fail("a story has no key '" + std::string(std::string_view(key)) + "' here", file, value.source(), hint);
  }
}

std::string text_of(const toml::table& table, std::string_view key, const std::string& file) {
  const toml::node* found = table.get(key);
  if (found == nullptr) return {};
  const toml::value<std::string>* text = found->as_string();
  if (text == nullptr) fail("'" + std::string(key) + "' is not a text", file, found->source());
  return text->get();
}

struct Item {
  std::string text;
  toml::source_region where;
};

std::vector<Item> list_of(const toml::table& table, std::string_view key, const std::string& file) {
  const toml::node* found = table.get(key);
  if (found == nullptr) return {};
  const toml::array* list = found->as_array();
  if (list == nullptr) fail("'" + std::string(key) + "' is not a list of texts", file, found->source());
  std::vector<Item> out;
  for (const toml::node& item : *list) {
    const toml::value<std::string>* text = item.as_string();
    if (text == nullptr) fail("'" + std::string(key) + "' is not a list of texts", file, item.source());
    out.push_back({text->get(), item.source()});
  }
  return out;
}

StoryStep step_of(const toml::table& table, std::size_t number, const std::string& file) {
  check_keys(
      table,
      std::to_array<std::string_view>({"caption", "text", "show", "hops", "types", "families", "status"}),
      file);
  StoryStep out;
  out.line = table.source().begin.line;
  const std::string step = "step " + std::to_string(number) + ": ";
  out.caption = text_of(table, "caption", file);
  if (out.caption.find_first_not_of(" \t\r\n") == std::string::npos) {
    fail(step + "the caption is missing", file, table.source());
  }
  out.text = text_of(table, "text", file);
  for (Item& item : list_of(table, "show", file)) out.show.push_back(std::move(item.text));
  if (const toml::node* hops = table.get("hops"); hops != nullptr) {
    constexpr std::int64_t k_furthest = 1000;
    const std::int64_t count = hops->is_integer() ? hops->as_integer()->get() : -1;
    if (count < 0 || count > k_furthest) {
      fail(step + "'hops' is not a whole number from 0 to 1000", file, hops->source());
    }
    out.hops = static_cast<std::size_t>(count);
  }
  for (Item& item : list_of(table, "types", file)) {
    if (find_relation_type(item.text) == nullptr) {
      fail(step + "there is no relation type '" + item.text + "'", file, item.where,
           "'relgraph types' lists them");
    }
    out.types.push_back(std::move(item.text));
  }
  for (Item& item : list_of(table, "families", file)) {
    const auto families = relation_families();
    if (std::ranges::find(families, item.text, &RelationFamily::id) == families.end()) {
      fail(step + "there is no family '" + item.text + "'", file, item.where, "'relgraph types' lists them");
    }
    out.families.push_back(std::move(item.text));
  }
  for (const Item& item : list_of(table, "status", file)) {
    const std::optional<Status> status = parse_status(item.text);
    if (!status) {
      fail(step + "there is no status '" + item.text + "'", file, item.where,
           "asserted, reported, planned, former or negated");
    }
    out.statuses.push_back(*status);
  }
  return out;
}

}  // namespace

Story parse_story(std::string_view toml_text, const std::string& file) {
  try {
    const toml::table table = toml::parse(toml_text, file);
    check_keys(table, std::to_array<std::string_view>({"title", "step"}), file);
    Story out;
    out.file = file;
    out.title = text_of(table, "title", file);
    const toml::node* steps = table.get("step");
    if (steps == nullptr) fail("the story has no [[step]]", file, {});
    if (steps->as_array() == nullptr) fail("steps are written as [[step]]", file, steps->source());
    for (const toml::node& step : *steps->as_array()) {
      if (step.as_table() == nullptr) fail("steps are written as [[step]]", file, step.source());
      if (out.steps.size() == k_most_steps) fail("the story has more than 100 steps", file, step.source());
      out.steps.push_back(step_of(*step.as_table(), out.steps.size() + 1, file));
    }
    if (out.steps.empty()) fail("the story has no [[step]]", file, steps->source());
    return out;
  } catch (const toml::parse_error& error) {
    fail(std::string(error.description()), file, error.source());
  }
}

}  // namespace relgraph
