# SPDX-License-Identifier: Apache-2.0
"""AdamW with a learning rate that falls from the top layer to the bottom (Howard and Ruder 2018)."""
from __future__ import annotations

import torch

from .model import Network


def _peak(name: str, layers: int, top: float, heads: float, decay: float) -> float:
    if name.startswith("layers."):
        return top * decay ** (layers - 1 - int(name.split(".")[1]))
    if name.split(".")[0] in ("positions", "norm"):
        return top * decay ** layers
    return heads


def make_optimiser(net: Network, top: float, heads: float, decay: float) -> torch.optim.Optimizer:
    groups: dict[tuple[float, float], list] = {}
    for name, parameter in net.named_parameters():
        if parameter.requires_grad:
            weight_decay = 0.01 if parameter.dim() > 1 else 0.0
            groups.setdefault((_peak(name, net.shape.layers, top, heads, decay), weight_decay), []).append(parameter)
    return torch.optim.AdamW([{"params": p, "lr": peak, "peak": peak, "weight_decay": wd}
                              for (peak, wd), p in groups.items()], betas=(0.9, 0.98), fused=True)


def rate(step: int, total: int, warm_up: int = 200) -> float:
    """Linear warm-up, then linear descent to 1 % of the peak."""
    return min(1.0, (step + 1) / warm_up) * max(0.01, 1 - step / max(total, 1))
