// SPDX-License-Identifier: Apache-2.0
#define RELGRAPH_KERNELS k_kernels_avx2
#define RELGRAPH_KERNEL_NAME "avx2"
#define RELGRAPH_KERNEL_ROWS 4
#define RELGRAPH_KERNEL_BYTES 32
#include "language/network/kernels_body.hpp"
