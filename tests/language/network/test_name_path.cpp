// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "language/network/name_path.hpp"

using relgraph::network::best_name_path;

namespace {

const std::vector<std::string> k_tags{"O", "B-PER", "I-PER", "B-ORG", "I-ORG"};

}  // namespace

TEST_CASE("names go on only as what they began as", "[network]") {
  using Path = std::vector<std::uint8_t>;
  CHECK(best_name_path({}, k_tags).empty());
  // I-PER is best alone but cannot begin.
  CHECK(best_name_path(std::vector<float>{0, 1, 5, 0, 0}, k_tags) == Path{1});
  // B-ORG then I-PER: beginning as a person loses less than going on as an organisation.
  CHECK(best_name_path(std::vector<float>{0, 4, 0, 5, 0, /**/ 0, 0, 9, 0, 1}, k_tags) == Path{1, 2});
  CHECK(best_name_path(std::vector<float>{0, 1, 0, 9, 0, /**/ 0, 0, 3, 0, 1}, k_tags) == Path{3, 4});
  // Of equal scores the first tag.
  CHECK(best_name_path(std::vector<float>(10, 0.0F), k_tags) == Path{0, 0});
}
