// SPDX-License-Identifier: Apache-2.0
#define RELGRAPH_KERNELS k_kernels_plain
#define RELGRAPH_KERNEL_NAME "plain"
#define RELGRAPH_KERNEL_ROWS 4
#define RELGRAPH_KERNEL_BYTES 16
#include "language/network/kernels_body.hpp"
