// SPDX-License-Identifier: Apache-2.0
#include "exchange/delimited.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "exchange/record.hpp"
#include "graph/node_id.hpp"

namespace relgraph::exchange {

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

/// The delimiter that stands most often outside quotes in the first line.
char find_delimiter(std::string_view text) {
  constexpr std::string_view k_delimiters = ",;\t";
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted && (c == '\n' || c == '\r')) break;
    const std::size_t which = k_delimiters.find(c);
    if (!quoted && which != std::string_view::npos) ++counts.at(which);
  }
  return k_delimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

void trim(std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) {
    text.clear();
    return;
  }
  text.erase(text.find_last_not_of(" \t") + 1);
  text.erase(0, begin);
}

bool is_formula(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
  return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}

/// Text as a cell can hold it.
std::string cell_text(std::string_view text) {
  const std::string repaired = repair_utf8(text);
  if (repaired.find('\0') == std::string::npos) return repaired;
  std::string out;
  for (const char c : repaired) {
    if (c == '\0') {
      append_utf8(out, k_replacement);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

DelimitedReader::DelimitedReader(std::string_view text, std::string file, Diagnostics& diagnostics)
    : m_file(std::move(file)) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    throw Error(ErrorCode::input, "is UTF-16, not UTF-8", {.file = m_file},
                "Save it as \"CSV UTF-8\" in the spreadsheet program");
  if (text.starts_with(k_byte_order_mark)) text.remove_prefix(k_byte_order_mark.size());
  if (is_valid_utf8(text)) {
    m_text = text;
  } else {
    m_text = repair_utf8(text);
    diagnostics.warn("is not UTF-8: some characters are lost; save it as \"CSV UTF-8\"", {.file = m_file});
  }
  if (m_text.size() > 5 && to_lower(m_text.substr(0, 4)) == "sep=" &&
      (m_text[5] == '\n' || m_text[5] == '\r')) {
    m_delimiter = m_text[4];
    m_at = 5;
    end_line();
  } else {
    m_delimiter = find_delimiter(m_text);
  }
}

void DelimitedReader::end_line() {
  if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') ++m_at;
  ++m_at;
  ++m_line;
}

void DelimitedReader::read_quoted(Cell& cell) {
  const std::size_t begin_line = m_line;
  cell.quoted = true;
  for (++m_at; m_at < m_text.size(); ++m_at) {
    const char c = m_text[m_at];
    if (c == '"') {
      if (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '"') {
        ++m_at;
        return;
      }
      ++m_at;
    } else if (c == '\n' || (c == '\r' && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '\n'))) {
      ++m_line;
    }
    cell.text += c;
  }
  throw Error(ErrorCode::input, "a quote is opened and never closed", {.file = m_file, .line = begin_line});
}

void DelimitedReader::read_cell(Cell& cell) {
  cell.text.clear();
  cell.quoted = false;
  std::size_t begin = m_at;
  while (begin < m_text.size() && m_text[begin] == ' ') ++begin;
  if (begin < m_text.size() && m_text[begin] == '"' && m_delimiter != '"') {
    m_at = begin;
    read_quoted(cell);
  }
  // Text after the closing quote belongs to the cell, as other readers have it.
  begin = m_at;
  while (m_at < m_text.size() && m_text[m_at] != m_delimiter && m_text[m_at] != '\n' && m_text[m_at] != '\r')
    ++m_at;
  if (cell.quoted && m_text.find_first_not_of(' ', begin) >= m_at) return;
  cell.text.append(m_text, begin, m_at - begin);
  if (!cell.quoted) trim(cell.text);
}

bool DelimitedReader::next(std::vector<Cell>& row) {
  while (m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r')) end_line();
  if (m_at >= m_text.size()) return false;
  m_row_line = m_line;
  std::size_t count = 0;
  for (;;) {
    if (count == row.size()) row.emplace_back();
    read_cell(row[count++]);
    if (m_at >= m_text.size() || m_text[m_at] != m_delimiter) break;
    ++m_at;
  }
  row.resize(count);
  if (m_at < m_text.size()) end_line();
  return true;
}

void append_cell(std::string& out, std::string_view text, bool always) {
  const std::string held = cell_text(text);
  const bool blank = held.starts_with(' ') || held.ends_with(' ');
  if (!always && !blank && held.find_first_of(",;\t\"\r\n") == std::string::npos) {
    out += held;
    return;
  }
  out += '"';
  for (const char c : held) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string defuse(std::string_view text) {
  return is_formula(text) ? '\'' + std::string(text) : std::string(text);
}

std::string_view undo_defuse(std::string_view text) {
  if (text.starts_with('\'') && is_formula(text)) text.remove_prefix(1);
  return text;
}

std::vector<std::string> cell_ids(const Graph& graph) {
  NodeIds ids;
  std::vector<std::string> out(graph.nodes.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = cell_text(graph.nodes[i].id);
    if (out[i] == graph.nodes[i].id) ids.take(out[i]);
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] != graph.nodes[i].id) out[i] = ids.make_from(out[i]);
  }
  return out;
}

}  // namespace relgraph::exchange
