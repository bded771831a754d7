// SPDX-License-Identifier: Apache-2.0
#include "compact_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "base/json_text.hpp"

namespace relgraph {

namespace {

/// Receives the parts of a value from nlohmann's parser and writes them down. The names are the library's.
class CompactWriter : public nlohmann::json::json_sax_t {
 public:
  explicit CompactWriter(std::string& out) : m_out(out) {}
  [[nodiscard]] CompactFault fault() const { return m_fault; }

  bool null() override { return literal("null"); }
  bool boolean(bool value) override { return literal(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override {
    separate();
    append_json_number(m_out, std::int64_t{value});
    return true;
  }
  bool number_unsigned(number_unsigned_t value) override { return literal(std::to_string(value)); }
  bool number_float(number_float_t value, const string_t& text) override {
    separate();
    if (text.find_first_of(".eE") == std::string::npos) {
      m_out += text;  // too big for 64 bits, but still a whole number
    } else {
      append_json_number(m_out, value);
    }
    return true;
  }
  bool string(string_t& value) override {
    separate();
    append_json_string(m_out, value);
    return true;
  }
  bool binary(binary_t& /*value*/) override { return stop(CompactFault::syntax); }
  bool start_object(std::size_t /*elements*/) override { return open('{'); }
  bool key(string_t& name) override {
    separate();
    m_levels.back().keys.push_back(name);
    append_json_string(m_out, name);
    m_out += ':';
    m_after_key = true;
    return true;
  }
  bool end_object() override {
    auto& keys = m_levels.back().keys;
    std::ranges::sort(keys);
    if (std::ranges::adjacent_find(keys) != keys.end()) return stop(CompactFault::duplicate);
    return close('}');
  }
  bool start_array(std::size_t /*elements*/) override { return open('['); }
  bool end_array() override { return close(']'); }
  bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                   const nlohmann::json::exception& error) override {
    constexpr int k_number_overflow = 406;
    return stop(error.id == k_number_overflow ? CompactFault::number : CompactFault::syntax);
  }

 private:
  struct Level {
    bool empty = true;
    std::vector<std::string> keys;
  };

  void separate() {
    if (m_after_key) {
      m_after_key = false;
    } else if (!m_levels.empty()) {
      if (!m_levels.back().empty) m_out += ',';
      m_levels.back().empty = false;
    }
  }
  bool literal(std::string_view text) {
    separate();
    m_out += text;
    return true;
  }
  bool open(char bracket) {
    if (m_levels.size() >= k_deepest_json) return stop(CompactFault::depth);
    separate();
    m_out += bracket;
    m_levels.emplace_back();
    return true;
  }
  bool close(char bracket) {
    m_levels.pop_back();
    m_out += bracket;
    return true;
  }
  bool stop(CompactFault fault) {
    m_fault = fault;
    return false;
  }

  std::string& m_out;
  std::vector<Level> m_levels;
  bool m_after_key = false;
  CompactFault m_fault = CompactFault::none;
};

/// Whether the text is a scalar that is compact as it stands: nearly all are, and parsing them is slow.
bool is_compact_scalar(std::string_view json) {
  if (json.empty()) return false;
  if (json.front() == '"') {
    if (json.size() < 2 || json.back() != '"') return false;
    return std::ranges::none_of(json.substr(1, json.size() - 2), [](char c) {
      return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    });
  }
  if (json == "null" || json == "true" || json == "false" || json == "0") return true;
  const std::string_view digits = json.substr(json.front() == '-' ? 1 : 0);
  return !digits.empty() && digits.front() >= '1' && digits.front() <= '9' &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

CompactFault append_compact_json(std::string& out, std::string_view json) {
  if (is_compact_scalar(json)) {
    out += json;
    return CompactFault::none;
  }
  // nlohmann's parser takes a zero byte for the end.
  if (json.find('\0') != std::string_view::npos) return CompactFault::syntax;
  CompactWriter writer(out);
  // A failed parse has told the writer why.
  static_cast<void>(nlohmann::json::sax_parse(json.begin(), json.end(), &writer));
  return writer.fault();
}

}  // namespace relgraph
