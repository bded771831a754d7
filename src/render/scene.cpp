// SPDX-License-Identifier: Apache-2.0
#include "render/scene.hpp"

#include "render/line_style.hpp"
#include "render/svg_writer.hpp"

namespace relgraph::render {

double Scene::line_width(std::size_t step, Status status) const {
  return render::line_width(step, status) * theme.line_width;
}

void Scene::append_fit(std::string& out, std::string_view text, Font font) const {
  if (!theme.fit_text || text.empty()) return;
  append_attribute(out, "textLength", text_width(text, font));
  append_attribute(out, "lengthAdjust", "spacingAndGlyphs");
}

}  // namespace relgraph::render
