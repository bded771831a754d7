// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "graph/compact_json.hpp"

using namespace relgraph;

TEST_CASE("compact json: as Python writes it") {
  const auto [json, compact] = GENERATE(table<std::string, std::string>({
      {"null", "null"},
      {"true", "true"},
      {"0", "0"},
      {"-0", "0"},
      {"-0.0", "-0.0"},
      {"1E2", "100.0"},
      {"1e16", "1e+16"},
      {"123456789012345.60", "123456789012345.6"},
      {"0.00001", "1e-05"},
      {"18446744073709551615", "18446744073709551615"},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
      {"-123456789012345678901234567890", "-123456789012345678901234567890"},
      {R"("a\/b\u00e4\u000a\ud83d\ude00\u0000")", "\"a/b\u00e4\\n\U0001F600\\u0000\""},
      {R"( { "a" : [ 1 , { } , [ ] ] , "b" : "x" } )", R"({"a":[1,{},[]],"b":"x"})"},
      {R"([[],[[]],{"a":{}}])", R"([[],[[]],{"a":{}}])"},
      {R"("plain text")", R"("plain text")"},
  }));
  CAPTURE(json);
  std::string out;
  CHECK(append_compact_json(out, json) == CompactFault::none);
  CHECK(out == compact);
}

TEST_CASE("compact json: what it refuses") {
  std::string out;
  const auto fault = [&](const std::string& json) { return append_compact_json(out, json); };
  for (const char* json : {"", "nul", "01", "-", "+1", ".5", "[1,]", "[1 2]", "{\"a\"}", "\"a", "\"\x01\"",
                           "NaN", "-Infinity", "1 2", "\"a\"\"b\"", "\"\\ud800\"", "'a'"}) {
    CAPTURE(json);
    CHECK(fault(json) == CompactFault::syntax);
  }
  CHECK(fault("1e999") == CompactFault::number);
  CHECK(fault(R"({"a":1,"b":2,"a":3})") == CompactFault::duplicate);
  CHECK(fault(R"([{"a":{"x":1,"\u0078":2}}])") == CompactFault::duplicate);
  CHECK(fault(R"([{"a":1},{"a":1}])") == CompactFault::none);
  CHECK(fault(std::string(k_deepest_json, '[') + std::string(k_deepest_json, ']')) == CompactFault::none);
  CHECK(fault(std::string(k_deepest_json + 1, '[') + std::string(k_deepest_json + 1, ']')) ==
        CompactFault::depth);
}
