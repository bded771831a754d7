// SPDX-License-Identifier: Apache-2.0
#include "render/order.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace relgraph::render;

TEST_CASE("connected parts: largest first") {
  const std::vector<Link> links{{0, 3}, {1, 4}, {4, 2}, {5, 5}};
  const auto parts = connected_parts(6, links);
  CHECK(parts == std::vector<std::vector<std::size_t>>{{1, 2, 4}, {0, 3}, {5}});
  CHECK(connected_parts(0, {}).empty());
}

TEST_CASE("flow order: links of a graph without cycles all run forward") {
  const std::vector<Link> links{{2, 0}, {0, 1}, {2, 1}, {1, 3}};
  const auto place = flow_order(4, links);
  for (const auto& [a, b] : links) CHECK(place[a] < place[b]);
}

TEST_CASE("flow order: every place is taken once, also in a cycle") {
  const std::vector<Link> links{{0, 1}, {1, 2}, {2, 0}, {3, 3}};
  const auto place = flow_order(4, links);
  CHECK(std::set<double>(place.begin(), place.end()).size() == 4);
  int backwards = 0;
  for (const auto& [a, b] : links) backwards += place[a] > place[b];
  CHECK(backwards == 1);
}

TEST_CASE("hub order: the hub in the middle, its neighbours on both sides") {
  std::vector<Link> links;
  for (std::size_t i = 1; i <= 6; ++i) links.emplace_back(0, i);
  links.emplace_back(6, 7);
  const auto place = hub_order(8, links);
  CHECK(place[0] == 0);
  int above = 0;
  for (std::size_t i = 1; i <= 6; ++i) {
    CHECK(std::abs(place[i]) == 1);
    above += place[i] < 0;
  }
  CHECK(above == 3);
  CHECK(std::abs(place[7]) == 2);
  CHECK(place[7] * place[6] > 0);
}

TEST_CASE("level order: within the levels, linked nodes apart where there is room") {
  std::vector<Link> ring;
  for (std::size_t i = 0; i < 10; ++i) ring.emplace_back(i, (i + 1) % 10);
  for (const std::size_t levels : {3U, 4U, 6U}) {
    const auto place = level_order(10, ring, levels);
    for (const auto& [a, b] : ring) CHECK(place[a] != place[b]);
    for (const double p : place) {
      CHECK(p >= 0);
      CHECK(p < static_cast<double>(levels));
    }
  }
}
