// SPDX-License-Identifier: Apache-2.0
// Any bytes as a file of relation types: an Error with its place, or types that are whole.
#include <algorithm>
#include <cstdint>
#include <string_view>

#include "relgraph/error.hpp"
#include "relgraph/ontology.hpp"
#include "require.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace relgraph;
  const std::size_t before = relation_types().size();
  try {
    extend_ontology({reinterpret_cast<const char*>(data), size}, "input.toml");
  } catch (const Error& error) {
    require(error.code() == ErrorCode::input && error.where().line);
    require(relation_types().size() == before);
    return 0;
  }
  for (const RelationType& type : relation_types()) {
    require(!type.id.empty() && find_relation_type(type.id) == &type);
    require(std::ranges::any_of(relation_families(), [&](const auto& f) { return f.id == type.family; }));
  }
  return 0;
}
