// SPDX-License-Identifier: Apache-2.0
#include "reading/running_heads.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>

#include "base/utf8.hpp"

namespace relgraph {

namespace {

constexpr std::size_t k_margin = 2;        // lines at the top and at the foot that may be running heads
constexpr std::size_t k_longest = 120;     // bytes of a running head
constexpr std::size_t k_enough_pages = 3;  // on fewer pages a line may be repeated by chance

using Page = std::vector<Span>;

std::vector<Page> margins_of(std::string_view text) {
  std::vector<Page> pages(1);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", i), text.size());
    if (text.substr(i, end - i).find_first_not_of(" \t\r") != std::string_view::npos) {
      Page& page = pages.back();
      page.push_back({i, end});
      // Only the margins are wanted.
      if (page.size() > 2 * k_margin) page.erase(page.begin() + k_margin);
    }
    if (end < text.size() && text[end] == '\f') pages.emplace_back();
    i = end + 1;
  }
  return pages;
}

/// The line with its numbers made alike.
std::string shape_of(std::string_view line) {
  std::string shape;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && shape.ends_with('#')) continue;
    if (c != ' ' && c != '\t' && c != '\r') shape += digit ? '#' : c;
  }
  return shape;
}

bool is_page_number(const std::string& shape) {
  constexpr std::array<std::string_view, 10> k_numbers{"#",      "-#-",   "–#–", "#/#",        "|#",
                                                       "seite#", "page#", "s.#", "seite#von#", "page#of#"};
  return std::ranges::find(k_numbers, to_lower(shape)) != k_numbers.end();
}

}  // namespace

std::vector<Span> find_running_heads(std::string_view text) {
  const std::vector<Page> pages = margins_of(text);
  std::map<std::string, std::size_t> count;
  for (const Page& page : pages) {
    for (const Span line : page) {
      if (line.size() <= k_longest) ++count[shape_of(line.of(text))];
    }
  }
  std::vector<Span> found;
  for (const Page& page : pages) {
    for (std::size_t i = 0; i < page.size(); ++i) {
      if (page[i].size() > k_longest) continue;
      const std::string shape = shape_of(page[i].of(text));
      const bool outermost = i == 0 || i + 1 == page.size();
      if (count[shape] >= k_enough_pages || (outermost && is_page_number(shape))) found.push_back(page[i]);
    }
  }
  return found;
}

}  // namespace relgraph
