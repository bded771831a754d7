// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <bit>

#include "extraction/reading.hpp"

namespace relgraph {

namespace {

float widened(std::uint16_t half) { return std::bit_cast<float>(static_cast<std::uint32_t>(half) << 16); }

/// Sentences [from, to) that see each other.
struct Window {
  std::size_t from, to;
};

/// As few windows as hold the text, of about equal length; a sentence longer than a window has its own.
std::vector<Window> windows_of(const std::vector<std::size_t>& begins, std::size_t window) {
  std::vector<Window> out;
  const std::size_t total = begins.back(), sentences = begins.size() - 1;
  if (sentences == 0) return out;
  const std::size_t count = (total + window - 1) / window;
  const std::size_t limit = std::min(window, (total * 11 + 10 * count - 1) / (10 * count) + 20);
  std::size_t first = 0;
  for (std::size_t s = 1; s < sentences; ++s) {
    if (begins[s + 1] - begins[first] <= limit) continue;
    out.push_back({first, s});
    first = s;
  }
  out.push_back({first, sentences});
  return out;
}

}  // namespace

void read_words(Reading& reading) {
  const ReaderModel& model = reading.model;
  const PieceVectors& lower = reading.analysis.vectors;
  const std::size_t hidden = model.sizes.hidden;
  reading.words.resize(lower.words.size() * hidden);
  std::size_t word = 0;
  for (const Window& window : windows_of(lower.begins, model.sizes.window)) {
    const std::size_t begin = lower.begins[window.from], end = lower.begins[window.to];
    float* x = reading.work.x.of((end - begin) * hidden);
    for (std::size_t s = window.from; s < window.to; ++s) {
      const float* number = model.sentence + std::min(s - window.from, model.sizes.sentences - 1) * hidden;
      for (std::size_t p = lower.begins[s]; p < lower.begins[s + 1]; ++p)
        for (std::size_t i = 0; i < hidden; ++i)
          x[(p - begin) * hidden + i] = widened(lower.values[p * hidden + i]) + number[i];
    }
    const std::array<std::size_t, 2> begins = {0, end - begin};
    model.layers.run(reading.work, begins, 0, model.layers.count(), x);
    for (; word < lower.words.size() && lower.words[word].first < end; ++word) {
      const float* a = x + (lower.words[word].first - begin) * hidden;
      const float* b = x + (lower.words[word].second - begin) * hidden;
      for (std::size_t i = 0; i < hidden; ++i) reading.words[word * hidden + i] = (a[i] + b[i]) * 0.5F;
    }
  }
}

}  // namespace relgraph
