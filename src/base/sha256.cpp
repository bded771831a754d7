// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.hpp"

#include <sha2.h>

#include <array>

namespace relgraph {

std::string sha256(std::string_view bytes) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digest{};
  SHA256End(&context, digest.data());
  return digest.data();
}

}  // namespace relgraph
