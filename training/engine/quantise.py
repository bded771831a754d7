# SPDX-License-Identifier: Apache-2.0
"""The integer arithmetic of the released model, simulated in floating point.

Weights: symmetric, one scale an output channel, 7 bits (-63 .. 63): the pair sums of AVX2's
vpmaddubsw then stay within 16 bits (255 * 63 * 2 = 32130). Activations: symmetric, one scale a row
(token), 8 bits (-127 .. 127). Gradients pass the rounding as they are (straight-through, Bengio et
al. 2013, arXiv:1308.3432).
"""
from __future__ import annotations

import torch
from torch import Tensor

from .model import Linear, Network

WEIGHT_LIMIT = 63
ACTIVATION_LIMIT = 127


def scales_of(weight: Tensor, limit: int = WEIGHT_LIMIT) -> Tensor:
    """One scale a row; a row of zeros gets 1."""
    top = weight.abs().amax(-1, keepdim=True)
    return torch.where(top > 0, top / limit, torch.ones_like(top))


def integers(weight: Tensor, limit: int = WEIGHT_LIMIT) -> tuple[Tensor, Tensor]:
    """Rounded weights (int8) and scales [rows]."""
    scale = scales_of(weight.float(), limit)
    return (weight / scale).round().clamp(-limit, limit).to(torch.int8), scale.squeeze(-1)


class Quantiser:
    """Rounding of one linear map; to nearest, ties to even."""

    def weight(self, w: Tensor) -> Tensor:
        with torch.no_grad():
            scale = scales_of(w)
            rounded = (w / scale).round() * scale
        return w + (rounded - w).detach()

    def input(self, x: Tensor) -> Tensor:
        with torch.no_grad():
            y = x.float()
            scale = scales_of(y, ACTIVATION_LIMIT)
            rounded = ((y / scale).round() * scale).to(x.dtype)
        return x + (rounded - x).detach()


def quantised_layers(net: Network) -> dict[str, Linear]:
    """Every linear map of the network: all of them run in int8."""
    return {name: module for name, module in net.named_modules() if isinstance(module, Linear)}


def attach(net: Network) -> None:
    """From now on the network computes as the int8 path does."""
    for module in quantised_layers(net).values():
        module.quantiser = Quantiser()


def detach(net: Network) -> None:
    for module in quantised_layers(net).values():
        module.quantiser = None


def round_embeddings(net: Network) -> None:
    """Piece vectors to 8 bits (one scale a piece) for good: training sees what will be released."""
    with torch.no_grad():
        w = net.words.weight
        q, scale = integers(w, ACTIVATION_LIMIT)
        w.copy_(q.float() * scale[:, None])
