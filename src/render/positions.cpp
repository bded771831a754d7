// SPDX-License-Identifier: Apache-2.0
#include "relgraph/positions.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <tuple>

#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "relgraph/error.hpp"

namespace relgraph {

namespace {

using Json = nlohmann::json;

constexpr double k_furthest = 1e6;
constexpr const char* k_hint = "delete the file to have everything laid out anew";

[[noreturn]] void fail(const std::string& what, const std::string& file) {
  throw Error(ErrorCode::input, what, {.file = file}, k_hint);
}

/// The start of a message that quotes the file, which may be anything.
std::string readable(std::string_view text) {
  constexpr std::size_t k_longest = 200;
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < k_longest;) {
    const char32_t c = next_code_point(text, at);
    append_utf8(out, c < 0x20 ? U' ' : c);
  }
  return out;
}

/// A name for a message, whatever stands in it.
std::string shown(const std::string& name) {
  constexpr std::size_t k_longest = 60;
  std::string out;
  append_json_string(out, name.substr(0, k_longest));
  return out;
}

double number_of(const Json& value, const std::string& what, const std::string& file) {
  const double number = value.is_number() ? value.get<double>() : std::nan("");
  if (!(std::abs(number) <= k_furthest)) fail(what + " is not made of numbers up to a million", file);
  return number;
}

Place place_of(const Json& value, const std::string& what, const std::string& file) {
  if (!value.is_array() || value.size() != 2) fail(what + " is not of the form [x, y]", file);
  return {number_of(value[0], what, file), number_of(value[1], what, file)};
}

std::vector<Place> curve_of(const Json& line, const char* key, const std::string& what,
                            const std::string& file) {
  const auto found = line.find(key);
  std::vector<Place> out;
  if (found == line.end() || !found->is_array() || found->size() % 2 != 0) {
    fail(what + " has no '" + key + "' of the form [x, y, x, y, …]", file);
  }
  for (std::size_t i = 0; i + 1 < found->size(); i += 2) {
    out.push_back({number_of((*found)[i], what, file), number_of((*found)[i + 1], what, file)});
  }
  return out;
}

LinePlace line_of(const Json& line, std::size_t index, const std::string& file) {
  const std::string what = "line " + std::to_string(index + 1);
  const auto text = [&](const char* key) {
    const auto found = line.is_object() ? line.find(key) : line.end();
    if (found == line.end() || !found->is_string()) fail(what + " has no '" + key + "'", file);
    return found->get<std::string>();
  };
  const auto place = [&](const char* key) {
    const auto found = line.find(key);
    if (found == line.end()) fail(what + " has no '" + key + "'", file);
    return place_of(*found, what, file);
  };
  LinePlace out{text("source"), text("target"), {}, {}, {}, {}};
  out.label = place("label");
  out.label_size = place("size");
  out.to_label = curve_of(line, "to_label", what, file);
  out.from_label = curve_of(line, "from_label", what, file);
  return out;
}

void append_hundredths(std::string& out, double value) {
  std::array<char, 32> buffer{};
  const double limited = std::isfinite(value) ? std::clamp(value, -k_furthest, k_furthest) : 0;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), limited + 0.0, std::chars_format::fixed, 2);
  const std::string_view digits(buffer.data(), error == std::errc() ? end : buffer.data());
  out += digits == "-0.00" ? "0.00" : digits;
}

void append_places(std::string& out, std::span<const Place> places) {
  out += '[';
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0) out += ", ";
    append_hundredths(out, places[i].x);
    out += ", ";
    append_hundredths(out, places[i].y);
  }
  out += ']';
}

}  // namespace

Positions parse_positions(std::string_view json, const std::string& file) {
  Json all;
  try {
    all = Json::parse(json);
  } catch (const Json::exception& error) {
    std::string what = error.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: …"
    if (const auto end = what.find("] "); end != std::string::npos) what.erase(0, end + 2);
    fail("this is not JSON: " + readable(what), file);
  }
  const auto mark = all.is_object() ? all.find("relgraph") : all.end();
  if (mark == all.end() || *mark != "positions") {
    fail("this is not a file of positions (\"relgraph\": \"positions\" is missing)", file);
  }
  const auto nodes = all.find("nodes");
  if (nodes == all.end() || !nodes->is_object()) fail("'nodes' is missing or not an object", file);
  Positions out;
  for (const auto& [id, place] : nodes->items()) {
    out.nodes.emplace(id, place_of(place, "the place of " + shown(id), file));
  }
  const auto lines = all.find("lines");
  if (lines == all.end()) return out;
  if (!lines->is_array()) fail("'lines' is not an array", file);
  for (std::size_t i = 0; i < lines->size(); ++i) out.lines.push_back(line_of((*lines)[i], i, file));
  return out;
}

std::string serialise_positions(const Positions& positions) {
  std::string out = "{\n  \"relgraph\": \"positions\",\n  \"nodes\": {";
  bool first = true;
  for (const auto& [id, place] : positions.nodes) {
    out += first ? "\n    " : ",\n    ";
    first = false;
    append_json_string(out, id);
    out += ": ";
    append_places(out, std::array{place});
  }
  out += first ? "},\n" : "\n  },\n";
  out += "  \"lines\": [";
  std::vector<const LinePlace*> sorted;
  for (const LinePlace& line : positions.lines) sorted.push_back(&line);
  std::ranges::stable_sort(sorted, [](const LinePlace* a, const LinePlace* b) {
    return std::tie(a->source, a->target) < std::tie(b->source, b->target);
  });
  first = true;
  for (const LinePlace* line : sorted) {
    out += first ? "\n    {\"source\": " : ",\n    {\"source\": ";
    first = false;
    append_json_string(out, line->source);
    out += ", \"target\": ";
    append_json_string(out, line->target);
    out += ", \"label\": ";
    append_places(out, std::array{line->label});
    out += ", \"size\": ";
    append_places(out, std::array{line->label_size});
    out += ", \"to_label\": ";
    append_places(out, line->to_label);
    out += ", \"from_label\": ";
    append_places(out, line->from_label);
    out += '}';
  }
  out += first ? "]\n}\n" : "\n  ]\n}\n";
  return out;
}

}  // namespace relgraph
