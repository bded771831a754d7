// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/build.hpp"
#include "relgraph/exchange.hpp"

// Formats by name, for tests of what goes in and comes out.

namespace relgraph::testing {

inline std::string write_format(std::string_view format, const Graph& graph, Diagnostics& diagnostics) {
  return find_exchange_format(format).write(graph, diagnostics).front().text;
}

inline Graph read_format(std::string_view format, const std::string& text, Diagnostics& diagnostics) {
  const std::vector<ExchangeFile> files{{"f", text}};
  return find_exchange_format(format).read(files, diagnostics);
}

inline Graph read_format(std::string_view format, const std::string& text) {
  Diagnostics unheard;
  return read_format(format, text, unheard);
}

inline std::string write_format(std::string_view format, const Graph& graph) {
  Diagnostics unheard;
  return write_format(format, graph, unheard);
}

/// What a reader has to say, a line for each.
inline std::string said(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& entry : diagnostics.entries) out += entry.message + "\n";
  return out;
}

inline std::string json_of(const Properties& properties, std::string_view name) {
  const Property* found = find_property(properties, name);
  return found == nullptr ? "" : found->json;
}

/// Text that breaks out of carelessly written files.
inline std::vector<std::string> hostile_strings() {
  return {std::string("a\0b", 3),
          "\x01\x1F\x7F",
          "\xEF\xBF\xBE\xEF\xBF\xBF",
          "</data></text><script>alert(1)</script>",
          "\"'`&amp;&#10;]]>",
          "\n\r\t  two  blanks ",
          "\xE2\x80\xAE\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
          "😀👩‍👩‍👧",
          "\xCC\x81 alone",
          std::string(10000, 'x'),
          "\\N \\\\ {} [] ; , | $x$ %s",
          "\xFF\xFE broken"};
}

/// A graph of nothing but such text.
inline Graph graph_of(const std::vector<std::string>& texts) {
  Graph graph;
  for (const std::string& text : texts) {
    graph.nodes.push_back(actor(text, text, text, {text}));
    set_string(graph.nodes.back().extra, text, text);
  }
  for (std::uint32_t i = 0; i < texts.size(); ++i) {
    Edge edge = relation(i, 0, texts[i]);
    edge.evidence = {sentence(texts[i], 0, texts[i])};
    set_string(edge.attributes, texts[i], texts[i]);
    graph.edges.push_back(edge);
  }
  return graph;
}

}  // namespace relgraph::testing
