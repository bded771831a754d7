// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "json_access.hpp"

namespace relgraph {

namespace {

/// Listens only for the place of the first error.
class ErrorFinder : public nlohmann::json::json_sax_t {
 public:
  bool null() override { return true; }
  bool boolean(bool /*value*/) override { return true; }
  bool number_integer(number_integer_t /*value*/) override { return true; }
  bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
  bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
  bool string(string_t& /*value*/) override { return true; }
  bool binary(binary_t& /*value*/) override { return true; }
  bool start_object(std::size_t /*elements*/) override { return true; }
  bool key(string_t& /*name*/) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t /*elements*/) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::json::exception& error) override {
    m_read = position;
    m_what = error.what();
    return false;
  }

  std::size_t m_read = 0;  ///< bytes read up to and with the one at fault
  std::string m_what;
};

Location place_of(std::string_view json, std::size_t byte, const std::string& file) {
  const std::string_view before = json.substr(0, byte);
  const auto lines = static_cast<std::size_t>(std::ranges::count(before, '\n'));
  const std::size_t last = before.rfind('\n');
  return {.file = file,
          .line = lines + 1,
          .column = last == std::string_view::npos ? byte + 1 : byte - last,
          .byte = byte};
}

/// Words that Python's json module writes though they are no JSON.
bool is_python_number(std::string_view rest) {
  return rest.starts_with("NaN") || rest.starts_with("Infinity") || rest.starts_with("-Infinity");
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' ||
         c == '.';
}

/// nlohmann's parser names the last byte it read; users look for the first one of the word or string.
std::size_t token_begin(std::string_view json, std::size_t byte, std::string_view what) {
  if (byte >= json.size()) return json.size();
  if (json[byte] == '"' && what.find("unexpected string") != std::string_view::npos) {
    std::size_t quote = byte;
    while (quote > 0 && (json[quote - 1] != '"' || (quote > 1 && json[quote - 2] == '\\'))) --quote;
    return quote > 0 ? quote - 1 : byte;
  }
  if (!is_word_character(json[byte])) return byte;
  while (byte > 0 && is_word_character(json[byte - 1])) --byte;
  return byte;
}

/// The part of nlohmann's sentence after its class, number and place.
std::string reason(std::string_view what) {
  const std::size_t syntax = what.find("syntax error");
  if (syntax != std::string_view::npos) {
    const std::size_t dash = what.find(" - ", syntax);
    if (dash != std::string_view::npos) what.remove_prefix(dash + 3);
  } else if (what.starts_with('[')) {
    what.remove_prefix(std::min(what.find("] ") + 2, what.size()));
  }
  return printable(repair_utf8(what.substr(0, 200)));
}

std::size_t first_invalid_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (next_code_point(text, i) == k_replacement && text.substr(begin, 3) != "\xEF\xBF\xBD") return begin;
  }
  return text.size();
}

}  // namespace

void fail_syntax(std::string_view json, const std::string& file) {
  if (const std::size_t byte = first_invalid_byte(json); byte < json.size()) {
    Location where = place_of(json, byte, file);
    throw Error(ErrorCode::input, "byte " + std::to_string(byte) + " is not valid UTF-8", std::move(where));
  }
  ErrorFinder finder;
  if (nlohmann::json::sax_parse(json.begin(), json.end(), &finder)) {
    throw Error(ErrorCode::input, "is JSON that the reader cannot take in", {.file = file});
  }
  const std::size_t read = std::min(finder.m_read, json.size() + 1);
  const std::size_t byte = token_begin(json, read == 0 ? 0 : read - 1, finder.m_what);
  if (is_python_number(json.substr(byte))) {
    throw Error(ErrorCode::input, "NaN and Infinity are no JSON numbers", place_of(json, byte, file),
                "Python writes them; json.dumps(..., allow_nan=False) finds out where they come from");
  }
  if (byte < json.size() && json[byte] == '\0')
    throw Error(ErrorCode::input, "not valid JSON: a zero byte", place_of(json, byte, file));
  if (finder.m_what.find("number overflow") != std::string::npos)
    throw Error(ErrorCode::input, "the number is out of range", place_of(json, byte, file));
  throw Error(ErrorCode::input, "not valid JSON: " + reason(finder.m_what), place_of(json, byte, file));
}

}  // namespace relgraph
