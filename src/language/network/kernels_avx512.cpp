// SPDX-License-Identifier: Apache-2.0
#define RELGRAPH_KERNELS k_kernels_avx512
#define RELGRAPH_KERNEL_NAME "avx512"
#define RELGRAPH_KERNEL_ROWS 8
#define RELGRAPH_KERNEL_BYTES 64
#include "language/network/kernels_body.hpp"
