// SPDX-License-Identifier: Apache-2.0
#include "language/network/name_path.hpp"

#include <algorithm>

namespace relgraph::network {

namespace {

constexpr double k_never = -1e30;

bool may_begin(const std::string& tag) { return !tag.starts_with('I'); }

bool may_follow(const std::string& tag, const std::string& previous) {
  return may_begin(tag) ||
         (previous.size() > 1 && std::string_view(previous).substr(1) == std::string_view(tag).substr(1));
}

}  // namespace

std::vector<std::uint8_t> best_name_path(std::span<const float> scores,
                                         const std::vector<std::string>& tags) {
  const std::size_t count = tags.size(), words = count == 0 ? 0 : scores.size() / count;
  if (words == 0) return {};
  std::vector<bool> allowed(count * count);
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t p = 0; p < count; ++p) allowed[t * count + p] = may_follow(tags[t], tags[p]);
  std::vector<double> best(count), next(count);
  std::vector<std::uint8_t> back(words * count, 0), path(words);
  for (std::size_t t = 0; t < count; ++t)
    best[t] = may_begin(tags[t]) ? static_cast<double>(scores[t]) : k_never;
  for (std::size_t w = 1; w < words; ++w) {
    for (std::size_t t = 0; t < count; ++t) {
      next[t] = 2 * k_never;
      for (std::size_t p = 0; p < count; ++p) {
        if (best[p] <= next[t] || !allowed[t * count + p]) continue;
        next[t] = best[p];
        back[w * count + t] = static_cast<std::uint8_t>(p);
      }
      next[t] += static_cast<double>(scores[w * count + t]);
    }
    best.swap(next);
  }
  auto at = static_cast<std::uint8_t>(std::ranges::max_element(best) - best.begin());
  for (std::size_t w = words; w-- > 0; at = back[w * count + at]) path[w] = at;
  return path;
}

}  // namespace relgraph::network
