# SPDX-License-Identifier: Apache-2.0
"""Networks from checkpoints or model files."""
from __future__ import annotations

from pathlib import Path

from .batches import Encoder
from .checkpoint import load_network
from .model import Network
from .modelfile import network_of, read_model, segmenter_of
from .quantise import attach


def load(path: Path) -> tuple[Network, Encoder]:
    """A model file comes with its int8 arithmetic."""
    if path.suffix == ".pt":
        return load_network(path)[:2]
    header, tensors = read_model(path)
    net = network_of(header, tensors)
    attach(net)
    return net, Encoder(segmenter_of(tensors), net.labels, net.shape.positions)
