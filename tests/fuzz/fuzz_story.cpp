// SPDX-License-Identifier: Apache-2.0
// A story from anywhere: either an error about the input, or steps that each have a caption.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "base/utf8.hpp"
#include "relgraph/story.hpp"

namespace {

void demand(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "fuzz_story: %s\n", what);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relgraph;
  try {
    const Story story = parse_story({reinterpret_cast<const char*>(data), size}, "input");
    demand(!story.steps.empty() && story.steps.size() <= 100, "no steps, or too many");
    for (const StoryStep& step : story.steps) demand(!step.caption.empty(), "a step without caption");
  } catch (const Error& error) {
    demand(error.code() == ErrorCode::input, "another kind of error");
    demand(is_valid_utf8(error.what()), "a message that is not UTF-8");
  }
  return 0;
}
