// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

using namespace relgraph;

namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

template <class Number>
std::string number(Number value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

std::string indented(std::string_view json, std::size_t level = 0) {
  std::string out;
  append_indented_json(out, json, level);
  return out;
}

}  // namespace

TEST_CASE("json text: strings are escaped as little as can be") {
  CHECK(quoted("") == "\"\"");
  CHECK(quoted("äöü / \u2028 \x7f") == "\"äöü / \u2028 \x7f\"");
  CHECK(quoted("\"\\\b\f\n\r\t") == R"("\"\\\b\f\n\r\t")");
  CHECK(quoted(std::string_view("\0\x1f", 2)) == R"("\u0000\u001f")");
  CHECK(quoted("a\xC3") == "\"a\uFFFD\"");
}

TEST_CASE("json text: numbers as Python's repr writes them") {
  CHECK(number(0.0) == "0.0");
  CHECK(number(-0.0) == "-0.0");
  CHECK(number(1.0) == "1.0");
  CHECK(number(0.1) == "0.1");
  CHECK(number(0.1 + 0.2) == "0.30000000000000004");
  CHECK(number(1e15) == "1000000000000000.0");
  CHECK(number(9007199254740993.0) == "9007199254740992.0");
  CHECK(number(1e16) == "1e+16");
  CHECK(number(1.5e-5) == "1.5e-05");
  CHECK(number(1e-4) == "0.0001");
  CHECK(number(1e100) == "1e+100");
  CHECK(number(5e-324) == "5e-324");
  CHECK(number(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
  CHECK(number(std::nan("")) == "null");
  CHECK(number(-std::numeric_limits<double>::infinity()) == "null");
  CHECK(number(std::int64_t{-7}) == "-7");
  CHECK(number(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
}

TEST_CASE("json text: every number reads back as itself") {
  std::mt19937_64 random(1);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t bits = random();
    double value = 0;
    static_assert(sizeof(bits) == sizeof(value));
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    REQUIRE(std::strtod(number(value).c_str(), nullptr) == value);
  }
}

TEST_CASE("json text: indented") {
  CHECK(indented("5") == "5");
  CHECK(indented("[]") == "[]");
  CHECK(indented("{ }") == "{}");
  CHECK(indented(R"({"a":[1,2],"b":{}})") == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}");
  CHECK(indented(R"(["a,b:{[\"]"])", 1) == "[\n    \"a,b:{[\\\"]\"\n  ]");
}
