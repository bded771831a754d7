// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>
#include <variant>

#include "base/utf8.hpp"
#include "exchange/dot_elements.hpp"
#include "exchange/dot_syntax.hpp"
#include "exchange/formats.hpp"

namespace relgraph::exchange {

namespace {

using namespace dot;

constexpr std::size_t k_deepest = 200;
/// Longer defaults would be copied to everything that follows.
constexpr std::size_t k_longest_default = 64;
/// `{a b} -> {c d}` means each pair. What that makes of a file, in bytes, beyond its own size: more is no
/// data, but an attack.
constexpr std::size_t k_most_copied = std::size_t{128} << 20U;

/// Nodes and subgraphs of a subgraph. What is in the inner ones is in the outer one; that is worked out when
/// it is asked for, so that deep nesting costs nothing.
struct Subgraph {
  std::vector<std::uint32_t> nodes{};
  std::vector<std::size_t> inner{};
  std::map<std::string, std::size_t> names{};
};

struct Defaults {
  Attributes nodes{};
  Attributes edges{};
};

/// What an arrow joins: a node, or all nodes of a subgraph.
struct NodeEnd {
  std::uint32_t node;
};
struct SubgraphEnd {
  std::size_t subgraph;
};
using End = std::variant<NodeEnd, SubgraphEnd>;

/// Source of the grammar: graphviz.org/doc/info/lang.html.
class Parser {
 public:
  Parser(std::string_view text, const std::string& file, Diagnostics& diagnostics)
      : m_scanner(text, file), m_file(file), m_diagnostics(diagnostics) {}

  Graph parse() {
    advance();
    if (m_token.is_keyword("strict")) advance();
    m_directed = m_token.is_keyword("digraph");
    if (!m_directed && !m_token.is_keyword("graph"))
      fail("is no DOT file: 'graph' or 'digraph' must come first");
    advance();
    if (m_token.is_id()) m_is_own = take_id() == "relgraph";
    if (!m_directed) warn("the graph is undirected; each edge is read from its first to its second end");
    m_subgraphs.emplace_back();
    read_body(0, {});
    if (m_token.kind != Token::Kind::end) warn("only the first graph of the file is read");
    for (Node& node : m_graph.nodes) keep_last(node.extra);
    return std::move(m_graph);
  }

 private:
  void advance() { m_token = m_scanner.next(); }
  [[noreturn]] void fail(const std::string& message) const { m_scanner.fail(m_token.line, message); }
  void warn(std::string message) { m_diagnostics.warn(std::move(message), {.file = m_file}); }
  bool skip_mark(char mark) {
    if (!m_token.is_mark(mark)) return false;
    advance();
    return true;
  }
  void expect_mark(char mark) {
    if (!skip_mark(mark)) fail(std::string("'") + mark + "' is missing" + found());
  }
  [[nodiscard]] std::string found() const {
    constexpr std::size_t k_longest = 40;
    if (m_token.kind == Token::Kind::end) return ", the file ends here";
    std::size_t end = 0;
    while (end < m_token.text.size() && end < k_longest)
      static_cast<void>(next_code_point(m_token.text, end));
    return " before '" + printable(m_token.text.substr(0, end)) + "'";
  }
  /// A name or value; quoted parts may be joined by `+`.
  std::string take_id(bool* is_html = nullptr) {
    if (!m_token.is_id()) fail("a name is missing" + found());
    if (is_html != nullptr) *is_html = m_token.kind == Token::Kind::html;
    std::string out = std::move(m_token.text);
    const bool is_quoted = m_token.kind == Token::Kind::quoted;
    advance();
    while (is_quoted && skip_mark('+')) {
      if (m_token.kind != Token::Kind::quoted) fail("a quoted text is missing" + found());
      out += m_token.text;
      advance();
    }
    return out;
  }

  void read_body(std::size_t subgraph, Defaults defaults);
  void read_statement(std::size_t subgraph, Defaults& defaults);
  void read_defaults(Defaults& defaults);
  void read_edges(End first, std::size_t subgraph, const Defaults& defaults);
  Attributes read_attributes();
  void read_port();
  End read_subgraph(std::size_t parent, const Defaults& defaults);
  End read_node(std::string name, std::size_t subgraph, const Defaults& defaults);
  [[nodiscard]] bool at_subgraph() const { return m_token.is_mark('{') || m_token.is_keyword("subgraph"); }
  [[nodiscard]] std::vector<std::uint32_t> nodes_of(const End& end);
  void charge(std::size_t count, std::size_t size);
  void set_defaults(Attributes& defaults, Attributes given);
  template <class Element>
  void apply_here(Element& element, const Attributes& attributes, std::size_t line) {
    try {
      dot::apply(element, attributes, m_is_own);
    } catch (const AttributeFault& fault) {
      m_scanner.fail(line, fault.what());
    }
  }

  Scanner m_scanner;
  const std::string& m_file;
  Diagnostics& m_diagnostics;
  Token m_token{};
  Graph m_graph{};
  std::unordered_map<std::string, std::uint32_t> m_nodes{};
  std::vector<Subgraph> m_subgraphs{};
  std::size_t m_depth = 0;
  std::size_t m_copied = 0;
  bool m_directed = true;
  bool m_is_own = false;
  bool m_has_warned_of_defaults = false;
};

void Parser::read_body(std::size_t subgraph, Defaults defaults) {
  expect_mark('{');
  if (++m_depth > k_deepest) fail("subgraphs are nested too deep");
  while (!skip_mark('}')) read_statement(subgraph, defaults);
  --m_depth;
}

void Parser::read_statement(std::size_t subgraph, Defaults& defaults) {
  const std::size_t line = m_token.line;
  if (skip_mark(';')) return;
  if (m_token.is_keyword("node") || m_token.is_keyword("edge") || m_token.is_keyword("graph"))
    return read_defaults(defaults);
  if (at_subgraph()) {
    const End end = read_subgraph(subgraph, defaults);
    return read_edges(end, subgraph, defaults);
  }
  std::string name = take_id();
  if (skip_mark('=')) {
    static_cast<void>(take_id());  // an attribute of the picture
    return;
  }
  const End end = read_node(std::move(name), subgraph, defaults);
  if (m_token.kind == Token::Kind::arrow) return read_edges(end, subgraph, defaults);
  apply_here(m_graph.nodes[std::get<NodeEnd>(end).node], read_attributes(), line);
}

void Parser::set_defaults(Attributes& defaults, Attributes given) {
  for (Attribute& attribute : given) {
    if (!is_inherited(attribute.name)) continue;
    if (attribute.value.size() > k_longest_default) {
      if (!std::exchange(m_has_warned_of_defaults, true))
        warn("defaults of more than " + std::to_string(k_longest_default) + " bytes are left out");
      continue;
    }
    std::erase_if(defaults, [&](const Attribute& old) { return old.name == attribute.name; });
    defaults.push_back(std::move(attribute));
  }
}

void Parser::read_defaults(Defaults& defaults) {
  const bool of_nodes = m_token.is_keyword("node");
  const bool of_edges = m_token.is_keyword("edge");
  advance();
  if (!m_token.is_mark('[')) fail("'[' is missing" + found());
  Attributes given = read_attributes();
  if (of_nodes) set_defaults(defaults.nodes, std::move(given));
  if (of_edges) set_defaults(defaults.edges, std::move(given));
}

Attributes Parser::read_attributes() {
  Attributes out;
  while (skip_mark('[')) {
    while (!skip_mark(']')) {
      Attribute& attribute = out.emplace_back();
      attribute.name = take_id();
      attribute.value = "true";
      if (skip_mark('=')) attribute.value = take_id(&attribute.is_html);
      if (!skip_mark(',')) static_cast<void>(skip_mark(';'));
    }
  }
  return out;
}

/// Where an edge touches a node says nothing.
void Parser::read_port() {
  for (int part = 0; part < 2 && skip_mark(':'); ++part) static_cast<void>(take_id());
}

End Parser::read_node(std::string name, std::size_t subgraph, const Defaults& defaults) {
  const std::size_t line = m_token.line;
  read_port();
  if (m_is_own) name = decode_percent(name);
  if (name.empty()) name = " ";  // DOT allows an empty name, a graph file does not
  const auto [known, is_new] =
      m_nodes.emplace(std::move(name), static_cast<std::uint32_t>(m_graph.nodes.size()));
  if (is_new) {
    Node& node =
        m_graph.nodes.emplace_back(Node{.id = known->first, .label = known->first, .type = "unknown"});
    apply_here(node, defaults.nodes, line);
  }
  m_subgraphs[subgraph].nodes.push_back(known->second);
  return NodeEnd{known->second};
}

End Parser::read_subgraph(std::size_t parent, const Defaults& defaults) {
  std::string name;
  bool is_named = false;
  if (m_token.is_keyword("subgraph")) {
    advance();
    is_named = m_token.is_id();
    if (is_named) name = take_id();
  }
  std::size_t index = m_subgraphs.size();
  if (is_named) index = m_subgraphs[parent].names.emplace(std::move(name), index).first->second;
  if (index == m_subgraphs.size()) {
    m_subgraphs.emplace_back();
    m_subgraphs[parent].inner.push_back(index);
  }
  read_body(index, defaults);
  return SubgraphEnd{index};
}

void Parser::charge(std::size_t count, std::size_t size) {
  if (size > 0 && count > (k_most_copied - m_copied) / size)
    fail("arrows between subgraphs make more edges than can be read");
  m_copied += count * size;
}

std::vector<std::uint32_t> Parser::nodes_of(const End& end) {
  if (const auto* single = std::get_if<NodeEnd>(&end)) return {single->node};
  std::vector<std::uint32_t> out;
  std::vector<std::size_t> waiting{std::get<SubgraphEnd>(end).subgraph};
  while (!waiting.empty()) {
    const Subgraph& subgraph = m_subgraphs[waiting.back()];
    charge(1 + subgraph.nodes.size() + subgraph.inner.size(), sizeof(std::size_t));
    waiting.pop_back();
    out.insert(out.end(), subgraph.nodes.begin(), subgraph.nodes.end());
    waiting.insert(waiting.end(), subgraph.inner.begin(), subgraph.inner.end());
  }
  std::ranges::sort(out);
  const auto twice = std::ranges::unique(out);
  out.erase(twice.begin(), twice.end());
  return out;
}

void Parser::read_edges(End first, std::size_t subgraph, const Defaults& defaults) {
  const std::size_t line = m_token.line;
  std::vector<End> ends{first};
  while (m_token.kind == Token::Kind::arrow) {
    if ((m_token.text == "->") != m_directed)
      fail(m_directed ? "'--' in a directed graph" : "'->' in an undirected graph");
    advance();
    ends.push_back(at_subgraph() ? read_subgraph(subgraph, defaults)
                                 : read_node(take_id(), subgraph, defaults));
  }
  Attributes attributes = defaults.edges;
  std::ranges::move(read_attributes(), std::back_inserter(attributes));
  if (ends.size() == 1) return;  // a subgraph alone
  Edge edge;
  edge.type = "related";
  apply_here(edge, attributes, line);
  std::size_t size = 0;
  for (const Attribute& attribute : attributes)
    size += sizeof(Property) + attribute.name.size() + attribute.value.size();
  std::vector<std::uint32_t> sources = nodes_of(ends.front());
  for (std::size_t i = 1; i < ends.size(); ++i) {
    std::vector<std::uint32_t> targets = nodes_of(ends[i]);
    const std::size_t pairs = sources.size() * targets.size();
    if (pairs > 1) charge(pairs, sizeof(Edge) + size);
    if (i > 1) charge(1, size);
    for (const std::uint32_t source : sources) {
      for (const std::uint32_t target : targets) {
        edge.source = source;
        edge.target = target;
        m_graph.edges.push_back(edge);
      }
    }
    sources = std::move(targets);
  }
}

}  // namespace

Graph read_dot(std::span<const ExchangeFile> files, Diagnostics& diagnostics) {
  const ExchangeFile& file = files.front();
  std::string_view text = file.text;
  std::string repaired;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (!is_valid_utf8(text)) {
    diagnostics.warn("is not UTF-8; what cannot be read is shown as U+FFFD", {.file = file.name});
    repaired = repair_utf8(text);
    text = repaired;
  }
  return Parser(text, file.name, diagnostics).parse();
}

}  // namespace relgraph::exchange
