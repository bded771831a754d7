// SPDX-License-Identifier: Apache-2.0
// Pictures that leave everything where it was.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <iostream>

#include "fixtures.hpp"
#include "relgraph/render.hpp"
#include "render/compose.hpp"
#include "render/keep.hpp"

using namespace relgraph;
using namespace relgraph::render;

namespace {

Scene keep_scene(const Graph& graph, const Positions& kept) {
  return make_scene(graph, {.max_nodes = 60, .max_edges = 100, .keep = kept});
}

Positions draw_kept(const Graph& graph, const Positions& kept) {
  return draw(graph, {.max_nodes = 60, .max_edges = 100, .keep = kept}).positions;
}

/// How far nodes that both pictures have are from where they were, by themselves: the whole picture may have
/// been shifted. As shares of the diagonal of the later picture.
struct Displacement {
  double mean = 0;
  double greatest = 0;
};
Displacement displacement(const Positions& before, const Scene& after) {
  std::vector<Point> steps;
  Point sum;
  for (std::size_t i = 0; i < after.core.nodes.size(); ++i) {
    const auto found = before.nodes.find(after.graph->nodes[after.core.nodes[i]].id);
    if (found == before.nodes.end()) continue;
    steps.push_back(after.arrangement.nodes[i].center() - Point{found->second.x, found->second.y});
    sum = sum + steps.back();
  }
  Displacement out;
  if (steps.empty()) return out;
  const auto count = static_cast<double>(steps.size());
  const double diagonal = std::hypot(after.arrangement.bounds.width(), after.arrangement.bounds.height());
  for (const Point& step : steps) {
    const double off = length(step - sum * (1 / count)) / diagonal;
    out.mean += off / count;
    out.greatest = std::max(out.greatest, off);
  }
  return out;
}

void check_readable(const Arrangement& scene) {
  const Faults faults = find_faults(scene);
  CHECK(faults.nodes_on_nodes == 0);
  CHECK(faults.labels_on_nodes == 0);
  CHECK(faults.labels_on_labels == 0);
}

/// Pairs of a graph and one with more: articles one after the other, and graphs whose last actors come later.
struct Growth {
  std::string name;
  Graph before;
  Graph after;
};
Graph without_every_fourth(const Graph& graph) {
  Filter rest;
  for (std::uint32_t i = 3; i < graph.nodes.size(); i += 4) rest.exclude.push_back(i);
  return filter(graph, rest);
}
/// Each `step`th annotated article, and the articles before it in its language, up to four.
std::vector<Growth> growths(std::size_t step) {
  std::vector<Growth> out;
  std::vector<Graph> articles;
  const std::vector<std::string> files = fixtures::gold_files();
  for (std::size_t i = 0; i < files.size(); i += step) {
    const std::string name = files[i].substr(files[i].rfind('/') + 1);
    Graph one = fixtures::gold_graph(files[i]);
    out.push_back({"a third more actors: " + name, without_every_fourth(one), one});
    if (!articles.empty() && articles.back().documents[0].language != one.documents[0].language)
      articles.clear();
    const Graph before = merge(articles);
    articles.push_back(std::move(one));
    if (articles.size() > 1 && articles.size() < 6) {
      out.push_back({"one article more: " + name, before, merge(articles)});
    }
  }
  for (const Graph& graph : fixtures::gallery()) {
    const std::string name = graph.documents.empty() ? "" : graph.documents[0].title;
    out.push_back({"gallery, a third more actors: " + name, without_every_fourth(graph), graph});
  }
  for (const auto& [nodes, edges] : {std::pair(8U, 12U), std::pair(16U, 24U), std::pair(30U, 45U)}) {
    const Graph graph = fixtures::scatter(nodes, edges);
    out.push_back({"random, a third more: " + std::to_string(nodes), without_every_fourth(graph), graph});
  }
  return out;
}

}  // namespace

TEST_CASE("keep: the same graph gives the same bytes and the same positions") {
  for (const Graph& graph : {fixtures::quarrel(), fixtures::scatter(20, 40), Graph{}}) {
    const Drawing first = draw(graph, {.keep = Positions{}});
    const Drawing second = draw(graph, {.keep = parse_positions(serialise_positions(first.positions), "p")});
    CHECK(second.svg == first.svg);
    CHECK(serialise_positions(second.positions) == serialise_positions(first.positions));
  }
}

TEST_CASE("keep: what grows keeps its nodes where they were, touches nothing, and stays so") {
  for (const Growth& growth : growths(4)) {
    INFO(growth.name);
    const Positions before = draw_kept(growth.before, {});
    const Scene after = keep_scene(growth.after, before);
    check_readable(after.arrangement);
    const Displacement moved = displacement(before, after);
    CHECK(moved.mean < 0.1);
    CHECK(moved.greatest < 0.15);
    CHECK(find_faults(after.arrangement).lines_through_nodes <= 1);
    const Drawing drawn = draw(growth.after, {.max_nodes = 60, .max_edges = 100, .keep = before});
    const Drawing again =
        draw(growth.after, {.max_nodes = 60,
                            .max_edges = 100,
                            .keep = parse_positions(serialise_positions(drawn.positions), "p")});
    CHECK(again.svg == drawn.svg);
  }
}

TEST_CASE("measure: kept places against fresh layouts", "[.measure]") {
  struct Sum {
    double mean = 0;
    double greatest = 0;
    double stretch = 0;
    Faults faults;
    void add(const Displacement& moved, const Arrangement& scene) {
      mean += moved.mean;
      greatest = std::max(greatest, moved.greatest);
      stretch += page_stretch({scene.bounds.width(), scene.bounds.height()});
      const Faults one = find_faults(scene);
      faults.nodes_on_nodes += one.nodes_on_nodes;
      faults.labels_on_nodes += one.labels_on_nodes;
      faults.labels_on_labels += one.labels_on_labels;
      faults.lines_through_nodes += one.lines_through_nodes;
      faults.lines_through_labels += one.lines_through_labels;
      faults.crossings += one.crossings;
    }
    void print(const char* name, double count) const {
      std::cout << name << ": mean " << 100 * mean / count << " %, greatest " << 100 * greatest << " %, page "
                << stretch / count << ", faults " << faults.nodes_on_nodes << ' ' << faults.labels_on_nodes
                << ' ' << faults.labels_on_labels << ' ' << faults.lines_through_nodes << ' '
                << faults.lines_through_labels << ' ' << faults.crossings << '\n';
    }
  };
  for (const std::string_view kind : {"a third", "one article", "gallery", "random"}) {
    Sum kept;
    Sum fresh;
    double count = 0;
    for (const Growth& growth : growths(1)) {
      if (!growth.name.starts_with(kind)) continue;
      ++count;
      const Positions before = draw_kept(growth.before, {});
      const Scene after = keep_scene(growth.after, before);
      kept.add(displacement(before, after), after.arrangement);
      const Faults faults = find_faults(after.arrangement);
      if (faults.lines_through_nodes > 0)
        std::cout << growth.name << ": through nodes " << faults.lines_through_nodes << '\n';
      const Scene anew = keep_scene(growth.after, {});
      fresh.add(displacement(before, anew), anew.arrangement);
    }
    std::cout << kind << ", " << count << " pairs\n";
    kept.print("  kept", count);
    fresh.print("  fresh", count);
  }
}

TEST_CASE("keep: what has no tie to the rest moves nothing") {
  Graph graph = fixtures::quarrel();
  const Positions before = draw_kept(graph, {});
  const auto first = static_cast<std::uint32_t>(graph.nodes.size());
  graph.nodes.push_back(fixtures::node("Zeno"));
  graph.nodes.push_back(fixtures::node("Zilla"));
  graph.edges.push_back(fixtures::edge(first, "praises", first + 1));
  const Positions after = draw_kept(graph, before);
  for (const auto& [id, place] : before.nodes) CHECK(after.nodes.at(id) == place);
  for (const LinePlace& line : before.lines) {
    CHECK(std::ranges::find(after.lines, line) != after.lines.end());
  }
}

TEST_CASE("keep: boxes that would overlap are pushed apart, and only they move") {
  const std::vector<Size> boxes(4, Size{100, 30});
  Kept kept;
  kept.nodes = {Point{0, 0}, Point{60, 4}, Point{300, 0}, Point{0, 200}};
  const Arrangement scene = arrange_kept(boxes, {}, LayoutEngine::automatic, kept);
  check_readable(scene);
  CHECK(scene.nodes[2].center() == Point{300, 0});
  CHECK(scene.nodes[3].center() == Point{0, 200});
  CHECK(length(scene.nodes[0].center()) < 25);
  // all in one place: there is a way out all the same
  kept.nodes.assign(4, Point{5, 5});
  check_readable(arrange_kept(boxes, {}, LayoutEngine::automatic, kept));
}

TEST_CASE("keep: a place alone is enough; a line whose end was moved in the file is led anew") {
  const Graph graph = fixtures::quarrel();
  Positions kept = draw_kept(graph, {});
  kept.lines.clear();
  Scene scene = keep_scene(graph, kept);
  check_readable(scene.arrangement);
  CHECK(displacement(kept, scene).greatest < 1e-4);
  kept = draw_kept(graph, {});
  kept.nodes.begin()->second.x -= 300;
  scene = keep_scene(graph, kept);
  check_readable(scene.arrangement);
  CHECK(displacement(kept, scene).greatest < 1e-4);
}

TEST_CASE("keep: a line that turns round stays where it was") {
  Graph graph = fixtures::quarrel();
  const Positions kept = draw_kept(graph, {});
  std::swap(graph.edges[6].source, graph.edges[6].target);  // Greifswald, Foo Works
  canonicalise(graph);
  const Positions after = draw_kept(graph, kept);
  const auto line = [](const Positions& positions, std::string_view source) {
    return *std::ranges::find_if(positions.lines, [&](const LinePlace& one) {
      return one.source == source && (one.target == "greifswald" || source == "greifswald");
    });
  };
  CHECK(line(after, "greifswald").label == line(kept, "foo-works").label);
}

TEST_CASE("positions: what is written is read back") {
  Positions positions;
  positions.nodes = {{"a \"quoted\" id", {1.25, -3}}, {"b</script>", {1e5, 0}}};
  positions.lines = {
      {"a", "b", {1, 2}, {30, 12}, {{0, 0}, {1, 1}, {2, 2}, {3, 3}}, {{3, 3}, {4, 4}, {5, 5}, {6, 6}}}};
  CHECK(parse_positions(serialise_positions(positions), "p") == positions);
  CHECK(parse_positions(serialise_positions({}), "p") == Positions{});
  CHECK(
      parse_positions(R"({"relgraph": "positions", "nodes": {"a": [1, 2]}, "more": 1})", "p").nodes.at("a") ==
      Place{1, 2});
}

TEST_CASE("positions: bad files are refused with one clear error") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "not JSON"},
      {"{", "not JSON"},
      {"\xFF\xFE", "not JSON"},
      {std::string(100000, '['), "not JSON"},
      {"[]", "not a file of positions"},
      {"null", "not a file of positions"},
      {R"({"nodes": {}})", "not a file of positions"},
      {R"({"relgraph": 1, "nodes": {}})", "not a file of positions"},
      {R"({"relgraph": "positions"})", "'nodes' is missing"},
      {R"({"relgraph": "positions", "nodes": []})", "'nodes' is missing"},
      {R"({"relgraph": "positions", "nodes": {"a": 1}})", "place of \"a\""},
      {R"({"relgraph": "positions", "nodes": {"a": [1]}})", "[x, y]"},
      {R"({"relgraph": "positions", "nodes": {"a": [1, 2, 3]}})", "[x, y]"},
      {R"({"relgraph": "positions", "nodes": {"a": [1, "2"]}})", "numbers"},
      {R"({"relgraph": "positions", "nodes": {"a": [1, null]}})", "numbers"},
      {R"({"relgraph": "positions", "nodes": {"a": [1, NaN]}})", "not JSON"},
      {R"({"relgraph": "positions", "nodes": {"a": [1, 1e999]}})", "not JSON"},
      {R"({"relgraph": "positions", "nodes": {"a": [1, 1e7]}})", "numbers"},
      {R"({"relgraph": "positions", "nodes": {}, "lines": {}})", "'lines'"},
      {R"({"relgraph": "positions", "nodes": {}, "lines": [1]})", "line 1"},
      {R"({"relgraph": "positions", "nodes": {}, "lines": [{"source": "a", "target": "b"}]})", "line 1"},
      {R"({"relgraph": "positions", "nodes": {}, "lines": [{"source": "a", "target": "b", "label": [1, 2],
           "size": [1, 2], "to_label": [1], "from_label": []}]})",
       "line 1"}};
  for (const auto& [text, message] : cases) {
    INFO(text.substr(0, 100));
    try {
      (void)parse_positions(text, "positions.json");
      FAIL("was read");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::input);
      CHECK(error.where().file == "positions.json");
      CHECK(error.message().find(message) != std::string::npos);
      CHECK(error.message().find('\n') == std::string::npos);
    }
  }
}

TEST_CASE("positions: hostile ids and far places do no harm") {
  Graph graph = fixtures::quarrel();
  graph.nodes[0].id = "</script>\"'\n\x01";
  canonicalise(graph);
  const Drawing first = draw(graph, {.keep = Positions{}});
  CHECK(draw(graph, {.keep = parse_positions(serialise_positions(first.positions), "p")}).svg == first.svg);
  Positions odd = first.positions;
  for (LinePlace& line : odd.lines) line.to_label.resize(2);
  odd.nodes.begin()->second = {1e6, -1e6};
  check_readable(keep_scene(graph, odd).arrangement);
}
