// SPDX-License-Identifier: Apache-2.0
// The corrections file: reading and writing.
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/node_types.hpp"
#include "base/toml_text.hpp"
#include "base/utf8.hpp"
#include "relgraph/corrections.hpp"
#include "relgraph/ontology.hpp"

namespace relgraph {

namespace {

constexpr std::array<std::string_view, 7> k_kinds = {"merge",      "split", "rename", "type",
                                                     "drop-actor", "wrong", "right"};
constexpr std::array<std::string_view, 5> k_statuses = {"asserted", "reported", "planned", "former",
                                                        "negated"};

std::string quoted(std::string_view text) { return "'" + printable(repair_utf8(text)) + "'"; }

/// The nearest of some words if one is near enough to be meant.
std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
  std::string_view best;
  std::size_t least = std::clamp<std::size_t>(word.size() / 4, 1, 2) + 1;
  for (const std::string_view candidate : words) {
    const std::size_t distance = edit_distance(word, candidate, least);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> words) {
  if (const std::string_view near = nearest(word, words); !near.empty())
    return "Did you mean " + quoted(near) + "?";
  std::string list;
  for (const std::string_view known : words) list.append(list.empty() ? "" : ", ").append(known);
  return "It may be " + list;
}

/// One table of the file; every complaint says where it stands.
class Entry {
 public:
  Entry(const toml::table& table, std::string_view kind, const std::string& file)
      : m_table(table), m_kind(kind), m_file(file) {}

  [[noreturn]] void fail(const toml::source_region& where, std::string what, std::string hint) const {
    throw Error(ErrorCode::input, "[[" + std::string(m_kind) + "]]: " + std::move(what),
                {.file = m_file, .line = where.begin.line}, std::move(hint));
  }

  void allow(std::initializer_list<std::string_view> keys) const {
    std::vector<std::string_view> known(keys);
    known.emplace_back("note");
    for (const auto& [key, value] : m_table) {
      if (std::ranges::find(known, key.str()) == known.end())
        fail(key.source(), "there is no key " + quoted(key.str()), did_you_mean(key.str(), known));
    }
  }

  [[nodiscard]] std::string text(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    if (node == nullptr)
      fail(m_table.source(), quoted(key) + " is missing", "Add a line: " + std::string(key) + " = \"…\"");
    return as_text(*node, key);
  }
  [[nodiscard]] std::string text_or_nothing(std::string_view key) const {
    const toml::node* node = m_table.get(key);
    return node == nullptr ? std::string() : as_text(*node, key);
  }

  [[nodiscard]] std::vector<std::string> names(std::size_t least) const {
    const toml::node* node = m_table.get("names");
    const std::string hint = least == 2 ? R"(It is a list: names = ["one name", "another name"])"
                                        : R"(It is a list: names = ["a name"])";
    if (node == nullptr) fail(m_table.source(), "'names' is missing", hint);
    const toml::array* array = node->as_array();
    if (array == nullptr) fail(node->source(), "'names' is no list", hint);
    std::vector<std::string> out;
    for (const auto& item : *array) {
      std::string name = as_text(item, "names");
      if (std::ranges::find(out, name) != out.end())
        fail(item.source(), quoted(name) + " stands twice among the names", "Leave one of them out");
      out.push_back(std::move(name));
    }
    if (out.size() < least) fail(node->source(), "there are too few names", hint);
    return out;
  }

  /// A type that a user made up is as good as any, one that looks like a slip is not.
  [[nodiscard]] std::string type(std::string_view key, std::span<const std::string_view> known) const {
    std::string value = text(key);
    const auto is_word = [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const auto& where = m_table.get(key)->source();
    if (!std::ranges::all_of(value, is_word))
      fail(where, quoted(value) + " is no type", "Types are small letters, digits and _, as in 'works_for'");
    if (std::ranges::find(known, value) != known.end()) return value;
    if (!nearest(value, known).empty())
      fail(where, "there is no type " + quoted(value), did_you_mean(value, known));
    return value;
  }

  [[nodiscard]] std::optional<Status> status() const {
    const std::string value = text_or_nothing("status");
    if (value.empty()) return std::nullopt;
    const auto status = parse_status(value);
    if (!status)
      fail(m_table.get("status")->source(), "there is no status " + quoted(value),
           did_you_mean(value, k_statuses));
    return status;
  }

 private:
  std::string as_text(const toml::node& node, std::string_view key) const {
    const auto* value = node.as_string();
    if (value == nullptr)
      fail(node.source(), quoted(key) + " is no text", "Put it into quotation marks: \"…\"");
    if (fold(value->get()).empty()) fail(node.source(), quoted(key) + " is empty", "Say what is meant");
    return value->get();
  }

  const toml::table& m_table;
  std::string_view m_kind;
  const std::string& m_file;
};

JudgeRelation read_relation(const Entry& entry, bool right) {
  std::vector<std::string_view> known;
  for (const RelationType& type : relation_types()) known.push_back(type.id);
  entry.allow({"source", "type", "target", "sentence", "status"});
  return {right,
          entry.text("source"),
          entry.type("type", known),
          entry.text("target"),
          entry.text_or_nothing("sentence"),
          entry.status()};
}

Correction read_entry(const toml::table& table, std::string_view kind, const std::string& file) {
  const Entry entry(table, kind, file);
  Correction out;
  out.where = {.file = file, .line = table.source().begin.line};
  if (kind == "merge") {
    entry.allow({"names"});
    out.what = MergeEntities{entry.names(2)};
  } else if (kind == "split") {
    entry.allow({"entity", "names"});
    out.what = SplitEntity{entry.text("entity"), entry.names(1)};
  } else if (kind == "rename") {
    entry.allow({"entity", "to"});
    out.what = RenameEntity{entry.text("entity"), entry.text("to")};
  } else if (kind == "type") {
    entry.allow({"entity", "type"});
    out.what = RetypeEntity{entry.text("entity"), entry.type("type", k_node_types)};
  } else if (kind == "drop-actor") {
    entry.allow({"entity"});
    out.what = DropEntity{entry.text("entity")};
  } else {
    out.what = read_relation(entry, kind == "right");
  }
  out.note = entry.text_or_nothing("note");
  return out;
}

void read_kind(const toml::key& key, const toml::node& node, const std::string& file, Corrections& out) {
  const auto fail = [&](const std::string& what, std::string hint) {
    throw Error(ErrorCode::input, what, {.file = file, .line = key.source().begin.line}, std::move(hint));
  };
  if (std::ranges::find(k_kinds, key.str()) == k_kinds.end())
    fail("there is no correction " + quoted(key.str()), did_you_mean(key.str(), k_kinds));
  const toml::array* entries = node.as_array();
  if (entries == nullptr || !std::ranges::all_of(*entries, [](const auto& e) { return e.is_table(); })) {
    const std::string heading = "[[" + std::string(key.str()) + "]]";
    fail(quoted(key.str()) + " is no list of corrections", "Each one begins with a line " + heading);
  }
  for (const auto& item : *entries) out.items.push_back(read_entry(*item.as_table(), key.str(), file));
}

/// A key and a text as TOML.
std::string line(std::string_view key, std::string_view text) {
  return std::string(key) + " = " + toml_string(text) + "\n";
}

std::string line(std::string_view key, const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out.append(out.empty() ? "" : ", ").append(toml_string(text));
  return std::string(key) + " = [" + out + "]\n";
}

struct Writer {
  std::string operator()(const MergeEntities& c) const { return "[[merge]]\n" + line("names", c.names); }
  std::string operator()(const SplitEntity& c) const {
    return "[[split]]\n" + line("entity", c.entity) + line("names", c.names);
  }
  std::string operator()(const RenameEntity& c) const {
    return "[[rename]]\n" + line("entity", c.entity) + line("to", c.to);
  }
  std::string operator()(const RetypeEntity& c) const {
    return "[[type]]\n" + line("entity", c.entity) + line("type", c.type);
  }
  std::string operator()(const DropEntity& c) const { return "[[drop-actor]]\n" + line("entity", c.entity); }
  std::string operator()(const JudgeRelation& c) const {
    std::string out = c.right ? "[[right]]\n" : "[[wrong]]\n";
    out += line("source", c.source) + line("type", c.type) + line("target", c.target);
    if (!c.sentence.empty()) out += line("sentence", c.sentence);
    if (c.status) out += line("status", to_string(*c.status));
    return out;
  }
};

}  // namespace

std::vector<std::string> correction_kinds() { return {k_kinds.begin(), k_kinds.end()}; }

Corrections parse_corrections(std::string_view text, const std::string& file) {
  Corrections out;
  try {
    const toml::table table = toml::parse(text, file);
    for (const auto& [key, node] : table) read_kind(key, node, file, out);
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::input, repair_utf8(error.description()),
                {.file = file, .line = error.source().begin.line},
                "Names and sentences stand in quotation marks, each correction under a heading as [[merge]]");
  }
  // TOML keeps tables by name; people who correct think from the top to the bottom.
  std::ranges::stable_sort(out.items, {}, [](const Correction& c) { return c.where.line; });
  return out;
}

std::string to_toml(const Correction& correction) {
  std::string out = std::visit(Writer{}, correction.what);
  if (!correction.note.empty()) out += line("note", correction.note);
  return out;
}

}  // namespace relgraph
