// SPDX-License-Identifier: Apache-2.0
#include "language/network/kernels.hpp"

#include <dnnl.hpp>
#include <vector>

namespace relgraph::network {

extern const Kernels k_kernels_avx512;
extern const Kernels k_kernels_avx2;
extern const Kernels k_kernels_plain;

namespace {

/// oneDNN's choice counts, so that one variable of the environment rules both.
bool at_least(dnnl::cpu_isa isa) {
  const auto have = static_cast<unsigned>(dnnl::get_effective_cpu_isa());
  const auto want = static_cast<unsigned>(isa);
  return (have & want) == want;
}

std::vector<const Kernels*> choose() {
  std::vector<const Kernels*> versions;
#if defined(__x86_64__)
  if (at_least(dnnl::cpu_isa::avx512_core)) versions.push_back(&k_kernels_avx512);
  if (at_least(dnnl::cpu_isa::avx2)) versions.push_back(&k_kernels_avx2);
#endif
  versions.push_back(&k_kernels_plain);
  return versions;
}

const std::vector<const Kernels*>& versions() {
  static const std::vector<const Kernels*> all = choose();
  return all;
}

}  // namespace

const Kernels& kernels() { return *versions().front(); }

const Kernels* const* kernel_versions(std::size_t& count) {
  count = versions().size();
  return versions().data();
}

}  // namespace relgraph::network
