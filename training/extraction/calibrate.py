# SPDX-License-Identifier: Apache-2.0
"""Probabilities from logits (Platt 1999), fitted on articles that were not trained on, and how well they hold."""
from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch.nn import functional as F

Judged = Sequence[tuple[float, bool]]  # logit of an edge, whether the annotation has it


def platt(judged: Judged) -> tuple[float, float]:
    """Slope and offset of the logistic curve with the greatest likelihood, the slope not below 0.2."""
    x = torch.tensor([v for v, _ in judged], dtype=torch.float64)
    y = torch.tensor([float(r) for _, r in judged], dtype=torch.float64)
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = F.binary_cross_entropy_with_logits(line[0] * x + line[1], y)
        value.backward()
        return value
    optimiser.step(loss)
    slope, offset = line.detach().tolist()
    return max(0.2, slope), offset


def expected_calibration_error(judged: Judged, line: tuple[float, float], bins: int = 10) -> float:
    """Mean distance between stated and true share of right edges (Guo et al. 2017), ten bins of equal width."""
    rows: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for logit, right in judged:
        p = 1 / (1 + math.exp(-(line[0] * logit + line[1])))
        rows[min(bins - 1, int(p * bins))].append((p, right))
    return sum(abs(sum(p for p, _ in r) - sum(w for _, w in r)) for r in rows) / max(1, len(judged))
