// SPDX-License-Identifier: Apache-2.0
#include "xml.hpp"

#include <cstdint>
#include <stdexcept>

#include "base/utf8.hpp"

namespace xml {

namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text) {}

  std::vector<Element> read() {
    check_characters();
    while (m_at < m_text.size()) {
      if (m_text[m_at] == '<') {
        read_tag();
      } else {
        read_text();
      }
    }
    if (!m_open.empty()) fail("element not closed");
    if (m_all.empty()) fail("no root");
    return m_all;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error(what + " at byte " + std::to_string(m_at) + ": " +
                             std::string(m_text.substr(m_at, 40)));
  }

  void check_characters() {
    if (!relgraph::is_valid_utf8(m_text)) fail("not UTF-8");
    for (std::size_t at = 0; at < m_text.size();) {
      m_at = at;
      const char32_t c = relgraph::next_code_point(m_text, at);
      const bool allowed = c == 9 || c == 10 || c == 13 || (c >= 0x20 && c < 0xD800) ||
                           (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
      if (!allowed) fail("forbidden character");
    }
    m_at = 0;
  }

  bool is_name(char c) const {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' ||
           c == '-' || c == '_' || c == '.';
  }

  std::string name() {
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && is_name(m_text[m_at])) ++m_at;
    if (m_at == begin || (m_text[begin] >= '0' && m_text[begin] <= '9')) fail("name expected");
    return std::string(m_text.substr(begin, m_at - begin));
  }

  void blanks() {
    while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n')) ++m_at;
  }

  void expect(char c) {
    if (m_at >= m_text.size() || m_text[m_at] != c) fail(std::string("expected ") + c);
    ++m_at;
  }

  std::string entity() {
    const std::size_t end = m_text.find(';', m_at);
    if (end == std::string_view::npos) fail("entity not closed");
    const std::string_view body = m_text.substr(m_at + 1, end - m_at - 1);
    m_at = end + 1;
    if (body == "amp") return "&";
    if (body == "lt") return "<";
    if (body == "gt") return ">";
    if (body == "quot") return "\"";
    if (body == "#39") return "'";
    fail("unknown entity");
  }

  void read_text() {
    std::string text;
    while (m_at < m_text.size() && m_text[m_at] != '<') {
      if (m_text.substr(m_at).starts_with("]]>")) fail("]]> in text");
      text += m_text[m_at] == '&' ? entity() : std::string(1, m_text[m_at++]);
    }
    if (!m_open.empty()) {
      m_all[m_open.back()].text += text;
    } else if (text.find_first_not_of(" \n") != std::string::npos) {
      fail("text outside the root");
    }
  }

  std::string value() {
    expect('"');
    std::string out;
    while (m_at < m_text.size() && m_text[m_at] != '"') {
      if (m_text[m_at] == '<') fail("< in an attribute");
      out += m_text[m_at] == '&' ? entity() : std::string(1, m_text[m_at++]);
    }
    expect('"');
    return out;
  }

  void read_tag() {
    ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '/') {
      ++m_at;
      if (m_open.empty() || name() != m_all[m_open.back()].name) fail("wrong end tag");
      expect('>');
      m_open.pop_back();
      return;
    }
    if (m_open.empty() && !m_all.empty()) fail("second root");
    Element element;
    element.name = name();
    element.parent = m_open.empty() ? 0 : m_open.back();
    for (;;) {
      const std::size_t before = m_at;
      blanks();
      if (m_at < m_text.size() && (m_text[m_at] == '>' || m_text[m_at] == '/')) break;
      if (m_at == before) fail("blank expected");
      const std::string key = name();
      expect('=');
      if (!element.attributes.emplace(key, value()).second) fail("attribute twice");
    }
    const bool closed = m_text[m_at] == '/';
    if (closed) ++m_at;
    expect('>');
    m_all.push_back(element);
    if (!closed) m_open.push_back(m_all.size() - 1);
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  std::vector<Element> m_all;
  std::vector<std::size_t> m_open;
};

}  // namespace

std::vector<Element> parse(std::string_view text) { return Reader(text).read(); }

std::vector<Element> named(const std::vector<Element>& all, std::string_view name) {
  std::vector<Element> out;
  for (const Element& element : all) {
    if (element.name == name) out.push_back(element);
  }
  return out;
}

}  // namespace xml
