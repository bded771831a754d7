// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "relgraph/graph.hpp"

// How the reader of graph files looks at JSON: values of a known kind, everything else as text that is
// kept. simdjson's on-demand interface checks only what is looked at; so every value is looked at.

namespace relgraph {

namespace ondemand = simdjson::ondemand;

/// Where in the file a value stands, for messages: `edges[12].evidence[0]`.
struct Place {
  static constexpr std::size_t k_no_index = SIZE_MAX;
  const Place* parent = nullptr;
  std::string_view name;  ///< the file's name where there is no parent
  std::size_t index = k_no_index;
};

/// Throws `Error{input}` that names file and place.
[[noreturn]] void fail_at(const Place& place, const std::string& message);

/// A name from the file as it may stand in a message: quoted, escaped, cut if long.
[[nodiscard]] std::string quote_name(std::string_view name);

/// The text is not JSON; whoever has the whole text finds out where.
struct SyntaxFault {};

/// Throws the `Error{input}` that says what is wrong with the text, with line and column.
[[noreturn]] void fail_syntax(std::string_view json, const std::string& file);

/// Values of a kind. `null` counts as absent where a default is given. Errors: `Error{input}`.
[[nodiscard]] std::string_view get_string(ondemand::value& value, const Place& place, std::string_view key);
[[nodiscard]] std::string_view get_string_or(ondemand::value& value, std::string_view otherwise,
                                             const Place& place, std::string_view key);
[[nodiscard]] double get_number(ondemand::value& value, const Place& place, std::string_view key);
[[nodiscard]] std::size_t get_offset(ondemand::value& value, const Place& place, std::string_view key);
[[nodiscard]] bool get_bool(ondemand::value& value, const Place& place, std::string_view key);
[[nodiscard]] ondemand::object get_object(ondemand::value& value, const Place& place, std::string_view key);
[[nodiscard]] ondemand::array get_array(ondemand::value& value, const Place& place, std::string_view key);
[[nodiscard]] bool is_null(ondemand::value& value);
/// A node id: a string, or a whole number, which becomes a string.
[[nodiscard]] std::string get_id(ondemand::value& value, const Place& place, std::string_view key);
/// Any value as compact JSON in the form that Python's json module writes.
[[nodiscard]] std::string get_compact(ondemand::value& value, const Place& place, std::string_view key);

/// Finds keys in a table, fastest when they come in the table's order, and refuses one that comes twice.
template <std::size_t N>
class KeyFinder {
 public:
  explicit KeyFinder(const std::array<std::string_view, N>& names) : m_names(names) {}

  /// Index into the table; N for a key that is not in it.
  [[nodiscard]] std::size_t find(ondemand::field& field, const Place& place) {
    // Compared as it stands in the file: right for all keys without escapes.
    const char* raw = field.key().raw();
    const std::size_t index = search(place, [&](std::string_view name) { return is_key(raw, name); });
    if (index < N) return index;
    m_unescaped = field.unescaped_key();
    return search(place, [&](std::string_view name) { return m_unescaped == name; });
  }
  /// The key that find() did not find.
  [[nodiscard]] std::string_view unknown() const { return m_unescaped; }

 private:
  /// Whether the key that starts at `raw` is `name`, closing quote and all. Keys are short and mostly the
  /// expected ones: a plain loop beats the call of memcmp.
  static bool is_key(const char* raw, std::string_view name) {
    for (const char c : name) {
      if (*raw++ != c) return false;
    }
    return *raw == '"';
  }

  template <class Equal>
  [[nodiscard]] std::size_t search(const Place& place, Equal equal) {
    static_assert(N <= 32);
    for (std::size_t step = 0; step < N; ++step) {
      const std::size_t i = m_next + step < N ? m_next + step : m_next + step - N;
      if (!equal(m_names[i])) continue;
      const std::uint32_t bit = std::uint32_t{1} << i;
      if ((m_seen & bit) != 0) fail_at(place, "the key " + quote_name(m_names[i]) + " stands twice");
      m_seen |= bit;
      m_next = i + 1 < N ? i + 1 : 0;
      return i;
    }
    return N;
  }

  const std::array<std::string_view, N>& m_names;
  std::string_view m_unescaped;
  std::size_t m_next = 0;
  std::uint32_t m_seen = 0;
};

/// Errors: `Error{input}` if two properties have one name.
void check_unique(const Properties& properties, const Place& place);

/// Calls `known(index, value)` for each key of the table and keeps every other one in `extra`.
template <std::size_t N, class Known>
void read_object(ondemand::object object, const std::array<std::string_view, N>& names, const Place& place,
                 Properties& extra, Known known) {
  KeyFinder<N> finder(names);
  for (auto&& result : object) {
    ondemand::field field = std::move(result).take_value();
    const std::size_t index = finder.find(field, place);
    if (index < N) {
      known(index, field.value());
    } else {
      std::string name(finder.unknown());
      std::string json = get_compact(field.value(), place, name);
      extra.push_back({std::move(name), std::move(json)});
    }
  }
  check_unique(extra, place);
}

/// Every field of an object as a property.
[[nodiscard]] Properties read_properties(ondemand::object object, const Place& place);

}  // namespace relgraph
