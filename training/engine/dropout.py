# SPDX-License-Identifier: Apache-2.0
"""Dropout whose masks are windows of one pool of random bits.

torch's generator draws every mask anew and takes an eighth of a training step on a processor; a
window at a random place of a large pool is as good here and free.
"""
from __future__ import annotations

import torch
from torch import Tensor, nn

_POOL = 1 << 23


class PoolDropout(nn.Module):
    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self._pools: dict[torch.dtype, Tensor] = {}

    def _mask(self, x: Tensor) -> Tensor:
        if x.dtype not in self._pools:
            generator = torch.Generator().manual_seed(20_231 + int(1000 * self.rate))
            keep = torch.rand(_POOL, generator=generator) >= self.rate
            self._pools[x.dtype] = (keep / (1 - self.rate)).to(x.dtype)
        if x.numel() > _POOL:
            return nn.functional.dropout(torch.ones_like(x), self.rate)
        at = int(torch.randint(_POOL - x.numel() + 1, ()))
        return self._pools[x.dtype][at:at + x.numel()].view(x.shape)

    def forward(self, x: Tensor) -> Tensor:
        return x * self._mask(x) if self.training and self.rate > 0 else x
