// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "relgraph/render.hpp"
#include "render/scene.hpp"

namespace relgraph::render {

/// What stands below the title of one picture of a story.
struct Caption {
  std::string caption;
  std::string text;
  std::string focus{};  ///< who stands out, in words; for screen readers
  double room = 0;      ///< px that are kept free for it, so that all pictures of a story have one size
};

/// Reads, words and places everything. Errors: those of draw.
[[nodiscard]] Scene make_scene(const Graph& graph, const RenderOptions& options);

/// The ids of the elements, from that of the scene.
void name_elements(Scene& scene);

/// Writes a scene down.
[[nodiscard]] Drawing compose(const Scene& scene, const RenderOptions& options, const Caption& caption);

/// Height in px that a caption takes in this scene's picture.
[[nodiscard]] double caption_height(const Scene& scene, const Caption& caption);

}  // namespace relgraph::render
