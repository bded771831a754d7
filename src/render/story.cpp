// SPDX-License-Identifier: Apache-2.0
#include "relgraph/story.hpp"

#include <algorithm>
#include <cstdint>

#include "relgraph/error.hpp"
#include "relgraph/ontology.hpp"
#include "render/compose.hpp"
#include "render/label_text.hpp"
#include "render/messages.hpp"
#include "render/text_metrics.hpp"

namespace relgraph {

namespace {

using namespace render;

/// Says in which step something is wrong.
[[noreturn]] void fail_in(const Story& story, std::size_t step, const std::string& what,
                          const std::string& hint) {
  const std::size_t line = story.steps[step].line;
  Location where{.file = story.file};
  if (line > 0) where.line = line;
  throw Error(ErrorCode::usage, "step " + std::to_string(step + 1) + ": " + what, std::move(where), hint);
}

/// Which of the nodes that are drawn a step names.
std::vector<bool> named_nodes(const Scene& scene, const Story& story, std::size_t step) {
  std::vector<bool> out(scene.core.nodes.size(), false);
  for (const std::string& name : story.steps[step].show) {
    std::uint32_t node = 0;
    try {
      node = resolve_node(*scene.graph, name);
    } catch (const Error& error) {
      fail_in(story, step, error.message(), error.hint());
    }
    const auto place = std::ranges::lower_bound(scene.core.nodes, node);
    if (place == scene.core.nodes.end() || *place != node) {
      fail_in(story, step, "'" + name + "' is not among the actors that are drawn",
              "actors without a relation are left out, and so are those beyond --max-nodes");
    }
    out[static_cast<std::size_t>(place - scene.core.nodes.begin())] = true;
  }
  return out;
}

std::size_t place_of(const Scene& scene, std::uint32_t node) {
  return static_cast<std::size_t>(std::ranges::lower_bound(scene.core.nodes, node) -
                                  scene.core.nodes.begin());
}

void reach_out(const Scene& scene, std::size_t hops, std::vector<bool>& nodes) {
  for (std::size_t hop = 0; hop < std::min(hops, nodes.size()); ++hop) {
    const std::vector<bool> before = nodes;
    for (const Line& line : scene.core.lines) {
      const std::size_t source = place_of(scene, line.source);
      const std::size_t target = place_of(scene, line.target);
      if (before[source] || before[target]) nodes[source] = nodes[target] = true;
    }
  }
}

bool is_asked_for(const StoryStep& step, const LineItem& item) {
  const auto lists = [](const auto& list, const auto& value) {
    return list.empty() || std::ranges::find(list, value) != list.end();
  };
  const RelationType* type = find_relation_type(item.type);
  return lists(step.types, item.type) && lists(step.statuses, item.status) &&
         lists(step.families, type == nullptr ? std::string() : type->family);
}

/// Fades what the step does not show.
void fade(Scene& scene, const Story& story, std::size_t index) {
  const StoryStep& step = story.steps[index];
  std::vector<bool> shown = named_nodes(scene, story, index);
  reach_out(scene, step.hops, shown);
  const bool by_name = !step.show.empty();
  const bool by_line = !step.types.empty() || !step.families.empty() || !step.statuses.empty();
  if (!by_name && !by_line) shown.assign(shown.size(), true);
  scene.faded_lines.assign(scene.core.lines.size(), true);
  for (std::size_t i = 0; i < scene.core.lines.size(); ++i) {
    const Line& line = scene.core.lines[i];
    const std::size_t source = place_of(scene, line.source);
    const std::size_t target = place_of(scene, line.target);
    if ((by_name || !by_line) && !(shown[source] && shown[target])) continue;
    if (std::ranges::none_of(line.items, [&](const LineItem& item) { return is_asked_for(step, item); }))
      continue;
    scene.faded_lines[i] = false;
    shown[source] = shown[target] = true;
  }
  shown.flip();
  scene.faded_nodes = std::move(shown);
}

/// "Im Vordergrund: Elon Musk, Sam Altman." for those who do not see it.
std::string focus_text(const Scene& scene) {
  constexpr std::size_t k_max_name = 80;
  std::string names;
  for (std::size_t i = 0; i < scene.core.nodes.size(); ++i) {
    if (scene.faded_nodes[i]) continue;
    names += (names.empty() ? "" : ", ") +
             shorten(display_name(scene.graph->nodes[scene.core.nodes[i]]), k_max_name);
  }
  return names.empty() ? names : fill_in(scene.words->in_focus, {names});
}

}  // namespace

std::vector<Drawing> draw_story(const Graph& graph, const RenderOptions& options, const Story& story) {
  RenderOptions own = options;
  if (!story.title.empty()) own.title = story.title;
  Scene scene = make_scene(graph, own);
  double room = 0;
  for (const StoryStep& step : story.steps) {
    room = std::max(room, caption_height(scene, {step.caption, step.text, {}, 0}));
  }
  const std::string id = scene.id;
  std::vector<Drawing> out;
  for (std::size_t i = 0; i < story.steps.size(); ++i) {
    scene.id = id + "-" + std::to_string(i + 1);
    name_elements(scene);
    fade(scene, story, i);
    out.push_back(
        compose(scene, own, {story.steps[i].caption, story.steps[i].text, focus_text(scene), room}));
  }
  return out;
}

}  // namespace relgraph
