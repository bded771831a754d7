// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <catch2/catch.hpp>
#include <limits>

#include "render/svg_writer.hpp"
#include "xml.hpp"

using namespace relgraph;
using namespace relgraph::render;

namespace {

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

}  // namespace

TEST_CASE("escaping: marks, and nothing twice by accident") {
  CHECK(escaped("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;");
  CHECK(escaped("&amp;") == "&amp;amp;");
  CHECK(escaped("\\N ]]> -->") == "\\N ]]&gt; --&gt;");
  CHECK(escaped("Köhler 🇺🇸") == "Köhler 🇺🇸");
}

TEST_CASE("escaping: what XML forbids becomes the replacement character") {
  CHECK(escaped(std::string_view("a\0b", 3)) == "a\uFFFDb");
  CHECK(escaped("\x01\x1b\x7f") == "\uFFFD\uFFFD\uFFFD");
  CHECK(escaped("\xEF\xBF\xBE\xEF\xBF\xBF") == "\uFFFD\uFFFD");          // U+FFFE, U+FFFF
  CHECK(escaped("\xED\xA0\x80").find("\xED\xA0") == std::string::npos);  // a lone surrogate
  CHECK(escaped("\xC3") == "\uFFFD");
  CHECK(escaped("a\tb\nc") == "a b c");
}

TEST_CASE("escaping: marks of direction cannot disorder what stands beside them") {
  CHECK(escaped("a\u202Eb\u2066c\u200Fd") == "abcd");
  CHECK(escaped("עברית") == "עברית");
}

TEST_CASE("escaping: tooltips keep their lines") {
  std::string out;
  append_escaped_lines(out, "a\nb");
  CHECK(out == "a\nb");
}

TEST_CASE("escaping: every byte and every pair of bytes gives well-formed text") {
  std::string all;
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; b += 5) all += {static_cast<char>(a), static_cast<char>(b)};
  }
  CHECK_NOTHROW(xml::parse("<a b=\"" + escaped(all) + "\">" + escaped(all) + "</a>"));
}

TEST_CASE("numbers: tenths, no needless digits, no minus zero") {
  CHECK(number(1) == "1");
  CHECK(number(1.25) == "1.3");
  CHECK(number(-0.04) == "0");
  CHECK(number(-0.5) == "-.5");
  CHECK(number(-1.5) == "-1.5");
  CHECK(number(12345.678) == "12345.7");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "0");
  CHECK(number(std::numeric_limits<double>::infinity()) == "0");
}

TEST_CASE("paths and attributes") {
  std::string out;
  append_path(out, {{1, 1}, {1, 2}, {3, 4}, {5, 0}, {6, 0}, {7, 0.06}, {8, 0}});
  CHECK(out == "M1 1c0 1 2 3 4-1 1 0 2 .1 3 0");
  out.clear();
  append_lines_path(out, std::array<Point, 3>{Point{1, 1}, {2, 0.5}, {-1, 0}});
  CHECK(out == "M1 1l1-.5-3-.5");
  out.clear();
  append_attribute(out, "a", "x\"y");
  append_attribute(out, "b", 0.55);
  CHECK(out == " a=\"x&quot;y\" b=\".6\"");
}
