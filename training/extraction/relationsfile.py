# SPDX-License-Identifier: Apache-2.0
"""Writes the relations file of docs/model-format.md."""
from __future__ import annotations

from pathlib import Path

import numpy as np
from torch import nn

from engine.model import Linear
from engine.modelfile import linear, numbers, write_tensors

from .model import CONTEXT_HEADS, MOST_SENTENCES, Reader
from .tensors import WINDOW


def tensors_of(net: Reader) -> dict[str, np.ndarray]:
    out: dict[str, np.ndarray] = {}
    for name, module in net.named_modules():
        if name == "coref_out":  # one output: not worth rounding
            out |= {"coref_out.weight": numbers(module.weight)[0], "coref_out.bias": numbers(module.bias)}
        elif isinstance(module, Linear):
            out |= linear(name, module.weight, module.bias)
        elif isinstance(module, nn.LayerNorm):
            out |= {f"{name}.weight": numbers(module.weight), f"{name}.bias": numbers(module.bias)}
        elif isinstance(module, nn.Embedding):
            out[name] = numbers(module.weight)
    s, classes = net.span, net.span.size(0)
    ends = s.size(1) - 1
    out |= linear("span.core", s[:, :ends, :ends].transpose(1, 2).reshape(classes * ends, ends), s[:, ends, :ends].reshape(-1))
    out |= linear("span.alone", s[:, :ends, ends], s[:, ends, ends])
    return {name: np.ascontiguousarray(value) for name, value in out.items()}


def write_relations(path: Path, name: str, net: Reader, lower: int, relations: list[str], base: int, threshold: float,
                    calibration: tuple[float, float]) -> None:
    shape, sizes = net.shape, net.sizes
    write_tensors(path, {
        "name": name, "kind": "relations", "base": base, "relations": relations,
        "sizes": {"lower": lower, "hidden": shape.hidden, "layers": shape.layers, "heads": shape.heads, "inner": shape.inner,
                  "ends": sizes.ends, "mention": sizes.mention, "coref": sizes.coref, "pair": sizes.pair, "context": sizes.context,
                  "context_heads": CONTEXT_HEADS, "sentences": MOST_SENTENCES, "window": WINDOW, "epsilon": shape.epsilon},
        "threshold": threshold, "calibration": list(calibration)}, tensors_of(net))
