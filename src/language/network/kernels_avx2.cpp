// SPDX-License-Identifier: Apache-2.0
#define RELGRAPH_KERNELS k_kernels_avx2
#define RELGRAPH_KERNEL_NAME "avx2"
#define RELGRAPH_KERNEL_ROWS 2
#include "language/network/kernels_body.hpp"
