// SPDX-License-Identifier: Apache-2.0
// The only file that knows Graphviz: its headers leak macros, and its libraries have global state.
#include "render/layout.hpp"

#include <gvc.h>

#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "relgraph/error.hpp"

namespace relgraph::render {

namespace {

constexpr double k_points_per_inch = 72;
constexpr const char* k_install_hint =
    "install Graphviz whole: the package graphviz with libgvc6, then run \"dot -c\" once";

std::mutex& graphviz_mutex() {
  static std::mutex instance;
  return instance;
}

/// What Graphviz complained about during the current layout. Guarded by graphviz_mutex().
std::string& complaints() {
  static std::string instance;
  return instance;
}

int collect_complaint(char* text) {
  constexpr std::size_t k_enough = 500;
  if (text != nullptr && complaints().size() < k_enough) complaints() += text;
  return 0;
}

[[noreturn]] void fail(const std::string& what) {
  std::string message = what;
  std::string said = complaints();
  while (!said.empty() && (said.back() == '\n' || said.back() == ' ')) said.pop_back();
  if (!said.empty()) message += ": " + said;
  throw Error(ErrorCode::internal, message, {}, k_install_hint);
}

/// Graphviz takes text as `char*`, but only reads it.
char* text(const char* literal) { return const_cast<char*>(literal); }  // NOLINT(*-const-cast)

std::string number(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 3);
  return error == std::errc() ? std::string(buffer.data(), end) : "0";
}

bool has_plugin(GVC_t* context, std::string_view name) {
  int count = 0;
  char** names = gvPluginList(context, text("layout"), &count, nullptr);
  bool found = false;
  for (int i = 0; i < count; ++i) {
    found = found || std::string_view(names[i]) == name;
    free(names[i]);
  }
  free(names);
  return found;
}

/// One context for the whole process: making and freeing one leaks 4 kB each time.
GVC_t* context() {
  static GVC_t* const instance = [] {  // NOLINT(*-non-const-global-variables)
    agseterrf(collect_complaint);
    return gvContext();
  }();
  if (instance == nullptr) fail("Graphviz does not start");
  return instance;
}

struct CloseGraph {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphPtr = std::unique_ptr<Agraph_t, CloseGraph>;

/// A finished layout of a graph; must be freed before the graph is closed.
class Layout {
 public:
  Layout(GVC_t* gvc, Agraph_t* graph, const char* program)
      : m_gvc(gvc), m_graph(graph), m_done(gvLayout(gvc, graph, program) == 0) {}
  ~Layout() { gvFreeLayout(m_gvc, m_graph); }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;
  [[nodiscard]] bool done() const { return m_done; }

 private:
  GVC_t* m_gvc;
  Agraph_t* m_graph;
  bool m_done;
};

void set_graph(Agraph_t* graph, const char* name, const std::string& value) {
  agattr(graph, AGRAPH, text(name), text(value.c_str()));
}

void set_settings(Agraph_t* graph, const LayoutSettings& settings) {
  if (settings.program == Program::dot) {
    set_graph(graph, "rankdir", settings.flow == Flow::down ? "TB" : "LR");
    set_graph(graph, "nodesep", number(settings.node_gap / k_points_per_inch));
    set_graph(graph, "ranksep", number(settings.rank_gap / k_points_per_inch));
    if (settings.quick) {
      set_graph(graph, "nslimit", "1");
      set_graph(graph, "nslimit1", "1");
      set_graph(graph, "mclimit", "0.1");
      set_graph(graph, "splines", "line");
    }
    return;
  }
  set_graph(graph, "overlap", "prism");
  set_graph(graph, "splines", settings.route ? "true" : "line");
  set_graph(graph, "sep", "+" + number(settings.node_gap / 2));
  set_graph(graph, "esep", "+" + number(settings.node_gap / 4));
  set_graph(graph, "start", "1");
}

std::vector<Agnode_t*> add_nodes(Agraph_t* graph, std::span<const Size> boxes) {
  agattr(graph, AGNODE, text("shape"), text("box"));
  agattr(graph, AGNODE, text("fixedsize"), text("true"));
  agattr(graph, AGNODE, text("label"), text(""));
  Agsym_t* width = agattr(graph, AGNODE, text("width"), text("1"));
  Agsym_t* height = agattr(graph, AGNODE, text("height"), text("1"));
  std::vector<Agnode_t*> out;
  out.reserve(boxes.size());
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const std::string name = std::to_string(i);
    Agnode_t* node = agnode(graph, text(name.c_str()), 1);
    agxset(node, width, text(number(boxes[i].width / k_points_per_inch).c_str()));
    agxset(node, height, text(number(boxes[i].height / k_points_per_inch).c_str()));
    out.push_back(node);
  }
  return out;
}

std::vector<Agedge_t*> add_edges(Agraph_t* graph, std::span<const LayoutEdge> edges,
                                 std::span<Agnode_t* const> nodes) {
  // Lines run from centre to centre: relgraph clips them itself, at the outlines that it draws.
  agattr(graph, AGEDGE, text("dir"), text("none"));
  agattr(graph, AGEDGE, text("headclip"), text("false"));
  agattr(graph, AGEDGE, text("tailclip"), text("false"));
  Agsym_t* length = agattr(graph, AGEDGE, text("len"), text("1"));
  std::vector<Agedge_t*> out;
  out.reserve(edges.size());
  for (const LayoutEdge& edge : edges) {
    Agedge_t* made = agedge(graph, nodes[edge.tail], nodes[edge.head], nullptr, 1);
    if (edge.length > 0) agxset(made, length, text(number(edge.length / k_points_per_inch).c_str()));
    out.push_back(made);
  }
  return out;
}

/// A cluster's label is a table without text, so that its size does not depend on fonts.
std::vector<Agraph_t*> add_clusters(Agraph_t* graph, const Clusters& clusters,
                                    std::span<Agnode_t* const> nodes) {
  std::vector<Agraph_t*> out(clusters.headings.size(), nullptr);
  if (clusters.of.empty()) return out;
  set_graph(graph, "margin", "9");
  set_graph(graph, "labeljust", "l");
  Agsym_t* label = agattr(graph, AGRAPH, text("label"), text(""));
  for (std::size_t i = 0; i < clusters.of.size(); ++i) {
    const std::size_t cluster = clusters.of[i];
    if (cluster == Clusters::none) continue;
    if (out[cluster] == nullptr) {
      const std::string name = "cluster" + std::to_string(cluster);
      out[cluster] = agsubg(graph, text(name.c_str()), 1);
      const Size heading = clusters.headings[cluster];
      const std::string html =
          "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" FIXEDSIZE=\"TRUE\" "
          "WIDTH=\"" +
          std::to_string(std::lround(heading.width)) + "\" HEIGHT=\"" +
          std::to_string(std::lround(heading.height)) + "\"><TR><TD></TD></TR></TABLE>";
      char* shared = agstrdup_html(graph, text(html.c_str()));
      agxset(out[cluster], label, shared);
      agstrfree(graph, shared);
    }
    agsubnode(out[cluster], nodes[i], 1);
  }
  return out;
}

Spline read_spline(Agedge_t* edge, double top) {
  Spline out;
  const splines* found = ED_spl(edge);
  if (found == nullptr) return out;
  for (int i = 0; i < found->size; ++i) {
    const bezier& curve = found->list[i];
    // pieces of one line share their ends
    for (int k = out.empty() ? 0 : 1; k < curve.size; ++k) {
      out.push_back({curve.list[k].x, top - curve.list[k].y});
    }
  }
  if (out.size() % 3 != 1) out.clear();
  return out;
}

}  // namespace

LaidOut lay_out(std::span<const Size> boxes, std::span<const LayoutEdge> edges,
                const LayoutSettings& settings, const Clusters& clusters) {
  const std::scoped_lock lock(graphviz_mutex());
  complaints().clear();
  GVC_t* gvc = context();
  const char* program = settings.program == Program::dot ? "dot" : "neato";
  if (!has_plugin(gvc, program)) {
    fail("Graphviz has no layout program \"" + std::string(program) + "\" here");
  }
  const GraphPtr graph(agopen(text("g"), Agdirected, nullptr));
  if (graph == nullptr) fail("Graphviz cannot make a graph");
  set_settings(graph.get(), settings);
  const std::vector<Agnode_t*> nodes = add_nodes(graph.get(), boxes);
  const std::vector<Agedge_t*> lines = add_edges(graph.get(), edges, nodes);
  const std::vector<Agraph_t*> areas = add_clusters(graph.get(), clusters, nodes);
  const Layout layout(gvc, graph.get(), program);
  if (!layout.done()) fail("Graphviz cannot lay out the diagram");

  LaidOut out;
  const double top = GD_bb(graph.get()).UR.y;
  for (Agnode_t* node : nodes) out.nodes.push_back({ND_coord(node).x, top - ND_coord(node).y});
  for (Agraph_t* area : areas) {
    out.areas.emplace_back();
    if (area == nullptr) continue;
    const boxf bb = GD_bb(area);
    out.areas.back() = {bb.LL.x, top - bb.UR.y, bb.UR.x, top - bb.LL.y};
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out.splines.push_back(read_spline(lines[i], top));
    if (!out.splines.back().empty()) continue;
    const Point from = out.nodes[edges[i].tail];
    const Point to = out.nodes[edges[i].head];
    out.splines.back() = {from, from + (to - from) * (1 / 3.0), from + (to - from) * (2 / 3.0), to};
  }
  return out;
}

}  // namespace relgraph::render
