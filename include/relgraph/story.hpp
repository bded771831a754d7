// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "relgraph/render.hpp"

namespace relgraph {

/// One picture of a story: what stands out in it. What is not asked for restricts nothing; a step that asks
/// for nothing shows everything.
struct StoryStep {
  std::string caption;
  std::string text{};                   ///< below the caption; may be empty
  std::vector<std::string> show{};      ///< actors, by label, alias or id
  std::size_t hops = 0;                 ///< also those up to so many lines away from them
  std::vector<std::string> types{};     ///< relation types
  std::vector<std::string> families{};  ///< of relation types
  std::vector<Status> statuses{};
  std::size_t line = 0;  ///< of the file, for messages
};

/// A graph told in several pictures of one layout.
struct Story {
  std::string title;
  std::vector<StoryStep> steps;
  std::string file;  ///< for messages
};

/// Reads a story (docs/story.md): TOML with `title` and `[[step]]`.
/// Input: `file` names the text in messages. At most 100 steps.
/// Errors: `Error{input}` with file and line: not TOML, no step, a step without caption, a key that no story
/// has, a value of the wrong kind, a type, family or status that does not exist.
[[nodiscard]] Story parse_story(std::string_view toml, const std::string& file);

/// One picture for each step, all of the same size and layout, what is not shown in pale. A line stands out
/// if both its ends do and one of its relations is asked for; without `show`, actors do if a line of theirs
/// does. The ids of picture n start with the id of the graph's picture and `-n`. Input: a story's title comes
/// before that of the options. Errors: those of draw; `Error{usage}` naming file and step for an actor that
/// the graph does not have or that is not drawn. Deterministic: yes.
[[nodiscard]] std::vector<Drawing> draw_story(const Graph& graph, const RenderOptions& options,
                                              const Story& story);

}  // namespace relgraph
