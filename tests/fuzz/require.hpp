// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>

/// What holds for every input of a fuzz target.
inline void require(bool holds) {
  if (!holds) std::abort();
}
