// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "relgraph/exchange.hpp"

// A file of a foreign format from anywhere: either an error in the input, or a graph that is the same after
// saving and loading, and that comes through its format again without changing any more.

namespace relgraph::fuzz {

inline void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

inline std::string through(const ExchangeFormat& format, const std::string& saved) {
  Diagnostics diagnostics;
  const Graph graph = parse_graph(saved, "saved", diagnostics);
  return serialise_graph(format.read(format.write(graph, diagnostics), diagnostics));
}

/// A second file follows after a line `----`.
inline std::vector<ExchangeFile> files_of(std::string_view text) {
  constexpr std::string_view k_border = "\n----\n";
  const std::size_t border = text.find(k_border);
  std::vector<ExchangeFile> files{{"input", std::string(text.substr(0, border))}};
  if (border != std::string_view::npos)
    files.push_back({"second", std::string(text.substr(border + k_border.size()))});
  return files;
}

inline int check_reader(std::string_view name, const std::uint8_t* data, std::size_t size) {
  const ExchangeFormat& format = find_exchange_format(name);
  Diagnostics diagnostics;
  std::string saved;
  try {
    saved = serialise_graph(format.read(files_of({reinterpret_cast<const char*>(data), size}), diagnostics));
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
    return 0;
  }
  Diagnostics none;
  demand(serialise_graph(parse_graph(saved, "saved", none)) == saved, "other bytes after saving and loading");
  // The first time what the format cannot hold is replaced, the second time columns may change their order.
  const std::string settled = through(format, through(format, saved));
  demand(through(format, settled) == settled, "a graph that changes each time it is written and read");
  return 0;
}

}  // namespace relgraph::fuzz
