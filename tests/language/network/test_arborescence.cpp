// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>

#include "language/network/arborescence.hpp"

using relgraph::network::best_tree;

namespace {

bool is_tree(const std::vector<std::int32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0) != 1) return false;
  for (std::size_t i = 1; i <= heads.size(); ++i) {
    std::size_t at = i, steps = 0;
    while (at != 0 && steps++ <= heads.size()) at = static_cast<std::size_t>(heads[at - 1]);
    if (at != 0) return false;
  }
  return true;
}

double total(const std::vector<double>& scores, const std::vector<std::int32_t>& heads) {
  double sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i)
    sum += scores[i * (heads.size() + 1) + static_cast<std::size_t>(heads[i])];
  return sum;
}

/// The best of all trees, tried one by one.
double best_of_all(const std::vector<double>& scores, std::size_t words) {
  std::vector<std::int32_t> heads(words, 0);
  double best = -1e300;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && ++heads[i] > static_cast<std::int32_t>(words)) heads[i++] = 0;
    if (i == words) return best;
  }
}

}  // namespace

TEST_CASE("the best tree is the best of all trees", "[network]") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const std::size_t words = 1 + static_cast<std::size_t>(round) % 5;
    std::vector<double> scores(words * (words + 1));
    for (double& score : scores) score = static_cast<double>(random() % 1000) / 100;
    if (round % 3 == 0)  // the root is tempting for everybody
      for (std::size_t i = 0; i < words; ++i) scores[i * (words + 1)] += 50;
    const auto heads = best_tree(scores, words);
    REQUIRE(is_tree(heads));
    CHECK(total(scores, heads) == Approx(best_of_all(scores, words)));
  }
}

TEST_CASE("long sentences with many cycles become a tree", "[network]") {
  std::mt19937 random(8);
  const std::size_t words = 200;
  std::vector<double> scores(words * (words + 1));
  for (double& score : scores) score = static_cast<double>(random() % 1000);
  CHECK(is_tree(best_tree(scores, words)));
  std::fill(scores.begin(), scores.end(), 1.0);
  CHECK(is_tree(best_tree(scores, words)));
}
