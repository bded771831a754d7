// SPDX-License-Identifier: Apache-2.0
#include "json_access.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "compact_json.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_longest_name = 80;

std::string path_of(const Place& place) {
  std::string out = place.parent != nullptr && place.parent->parent != nullptr ? path_of(*place.parent) : "";
  if (!out.empty()) out += '.';
  out += place.name;
  if (place.index != Place::k_no_index) out += "[" + std::to_string(place.index) + "]";
  return out;
}

std::string_view kind_name(ondemand::json_type type) {
  switch (type) {
    case ondemand::json_type::array: return "a list";
    case ondemand::json_type::object: return "an object";
    case ondemand::json_type::number: return "a number";
    case ondemand::json_type::string: return "a string";
    case ondemand::json_type::boolean: return "true or false";
    case ondemand::json_type::null: return "null";
  }
  return "something else";
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view k_white = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(k_white);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(k_white) - begin + 1);
}

std::string_view token(ondemand::value& value) { return trimmed(value.raw_json_token()); }

/// A word that starts like `null`, `true` or a number need not be one: simdjson looks at one letter.
void check_scalar(ondemand::value& value) {
  const std::string_view text = token(value);
  // nlohmann's parser takes a zero byte for the end.
  const bool zero = text.find('\0') != std::string_view::npos;
  if (zero || !nlohmann::json::accept(text.begin(), text.end())) throw SyntaxFault{};
}

[[noreturn]] void fail_kind(ondemand::value& value, const Place& place, std::string_view key,
                            std::string_view wanted) {
  const ondemand::json_type type = value.type();
  if (type != ondemand::json_type::array && type != ondemand::json_type::object) check_scalar(value);
  fail_at(place, quote_name(key) + " is " + std::string(kind_name(type)) + ", not " + std::string(wanted));
}

void expect(ondemand::value& value, ondemand::json_type type, const Place& place, std::string_view key,
            std::string_view wanted) {
  if (value.type() != type) fail_kind(value, place, key, wanted);
}

/// simdjson takes a string that nobody consumed for a key if a colon follows.
void consume_string(ondemand::value& value) {
  static_cast<void>(ondemand::raw_json_string(value.get_raw_json_string()));
}

/// Precondition: the value is a string. Most have no escapes and are looked at where they stand.
std::string_view string_of(ondemand::value& value) {
  std::string_view content = value.raw_json_token();
  content = content.substr(1, content.rfind('"') - 1);  // behind it is white space only
  if (content.find('\\') != std::string_view::npos) return {value.get_string()};
  consume_string(value);
  return content;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void fail_at(const Place& place, const std::string& message) {
  const Place* root = &place;
  while (root->parent != nullptr) root = root->parent;
  const std::string path = root == &place ? "" : path_of(place) + ": ";
  throw Error(ErrorCode::input, path + message, {.file = std::string(root->name)});
}

std::string quote_name(std::string_view name) {
  if (name.size() <= k_longest_name) {
    std::string out;
    append_json_string(out, name);
    return printable(out);
  }
  std::size_t end = k_longest_name;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
  std::string out;
  append_json_string(out, name.substr(0, end));
  out.insert(out.size() - 1, "…");
  return printable(out);
}

bool is_null(ondemand::value& value) {
  if (value.type() != ondemand::json_type::null) return false;
  if (token(value) != "null") throw SyntaxFault{};
  return true;
}

std::string_view get_string(ondemand::value& value, const Place& place, std::string_view key) {
  expect(value, ondemand::json_type::string, place, key, "a string");
  return string_of(value);
}

std::string_view get_string_or(ondemand::value& value, std::string_view otherwise, const Place& place,
                               std::string_view key) {
  return is_null(value) ? otherwise : get_string(value, place, key);
}

double get_number(ondemand::value& value, const Place& place, std::string_view key) {
  expect(value, ondemand::json_type::number, place, key, "a number");
  double number = 0;
  if (value.get_double().get(number) != simdjson::SUCCESS) {
    check_scalar(value);
    fail_at(place, quote_name(key) + " is out of range");
  }
  return number;
}

std::size_t get_offset(ondemand::value& value, const Place& place, std::string_view key) {
  expect(value, ondemand::json_type::number, place, key, "a number");
  std::uint64_t number = 0;
  if (value.get_uint64().get(number) != simdjson::SUCCESS) {
    check_scalar(value);
    fail_at(place, quote_name(key) + " is not a whole number from 0");
  }
  return number;
}

bool get_bool(ondemand::value& value, const Place& place, std::string_view key) {
  expect(value, ondemand::json_type::boolean, place, key, "true or false");
  bool result = false;
  if (value.get_bool().get(result) != simdjson::SUCCESS) throw SyntaxFault{};
  return result;
}

ondemand::object get_object(ondemand::value& value, const Place& place, std::string_view key) {
  expect(value, ondemand::json_type::object, place, key, "an object");
  return {value.get_object()};
}

ondemand::array get_array(ondemand::value& value, const Place& place, std::string_view key) {
  expect(value, ondemand::json_type::array, place, key, "a list");
  return {value.get_array()};
}

std::string get_id(ondemand::value& value, const Place& place, std::string_view key) {
  if (value.type() == ondemand::json_type::number) {
    const std::string_view digits = token(value);
    const bool negative = digits.starts_with('-');
    const std::string_view magnitude = digits.substr(negative ? 1 : 0);
    if (!all_digits(magnitude)) fail_kind(value, place, key, "a string or a whole number");
    if (magnitude.size() > 1 && magnitude.front() == '0') throw SyntaxFault{};
    return magnitude == "0" ? "0" : std::string(digits);
  }
  if (value.type() != ondemand::json_type::string) fail_kind(value, place, key, "a string or a whole number");
  std::string id(string_of(value));
  if (id.empty()) fail_at(place, quote_name(key) + " is empty");
  return id;
}

std::string get_compact(ondemand::value& value, const Place& place, std::string_view key) {
  std::string_view text;
  switch (value.type()) {
    case ondemand::json_type::object: text = ondemand::object(value.get_object()).raw_json(); break;
    case ondemand::json_type::array: text = ondemand::array(value.get_array()).raw_json(); break;
    case ondemand::json_type::string:
      text = token(value);
      consume_string(value);
      break;
    default: text = token(value);
  }
  std::string out;
  switch (append_compact_json(out, text)) {
    case CompactFault::none: return out;
    case CompactFault::syntax: throw SyntaxFault{};
    case CompactFault::depth: fail_at(place, quote_name(key) + " is nested too deep");
    case CompactFault::duplicate: fail_at(place, quote_name(key) + " holds an object with one key twice");
    case CompactFault::number: fail_at(place, quote_name(key) + " holds a number that is out of range");
  }
  return out;
}

void check_unique(const Properties& properties, const Place& place) {
  if (properties.size() < 2) return;
  std::vector<std::string_view> names;
  names.reserve(properties.size());
  for (const Property& property : properties) names.push_back(property.name);
  std::ranges::sort(names);
  const auto twice = std::ranges::adjacent_find(names);
  if (twice != names.end()) fail_at(place, "the key " + quote_name(*twice) + " stands twice");
}

Properties read_properties(ondemand::object object, const Place& place) {
  constexpr std::array<std::string_view, 0> k_no_keys{};
  Properties out;
  read_object(object, k_no_keys, place, out, [](std::size_t, ondemand::value&) {});
  return out;
}

}  // namespace relgraph
