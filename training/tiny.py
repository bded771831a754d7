# SPDX-License-Identifier: Apache-2.0
"""Writes a tiny random model with a small vocabulary for unit tests: python training/tiny.py OUT.model

Its analyses are meaningless, but every step of docs/model-format.md is in it.
"""
from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from engine.e5 import load_e5
from engine.labels import Labels
from engine.model import Network, Shape
from engine.modelfile import write_model
from engine.pieces import Segmenter

LABELS = Labels(
    features=(("Case", ("", "Acc", "Dat", "Gen", "Nom")), ("Number", ("", "Plur", "Sing")), ("VerbForm", ("", "Fin"))),
    scripts=("=sein", "c||0|-1|", "c||0|0|", "c||1|-2|", "k||0|0|", "l|ge|0|0|", "l|zu|0|-1|en", "l||0|-2|er", "l||0|0|",
             "u||0|0|"),
    deprels=("advmod", "case", "det", "nsubj", "nsubj:pass", "obj", "obl", "parataxis", "punct", "root"),
)


def vocabulary(pieces: list[str], size: int = 600) -> list[int]:
    """Single signs of German and English and the most frequent pieces in their letters."""
    letters = set("abcdefghijklmnopqrstuvwxyzäöüßABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789.,;:!?-'’„“”\"()…½€▁")
    keep = {0, 1, 2, 3} | {i for i, p in enumerate(pieces) if len(p.lstrip("▁")) <= 1 and set(p) <= letters and i > 3}
    for i, piece in enumerate(pieces):
        if len(keep) >= size:
            break
        if i > 3 and set(piece) <= letters:
            keep.add(i)
    return sorted(keep)


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out", type=Path)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    torch.manual_seed(args.seed)
    e5 = load_e5()
    keep = vocabulary(e5.pieces)
    shape = Shape(len(keep), hidden=32, layers=2, heads=4, inner=64, positions=64, tag_hidden=32, name_hidden=32, arc=16,
                  rel=16)
    net = Network(shape, LABELS)
    with torch.no_grad():
        for parameter in net.parameters():
            if parameter.dim() > 1:
                parameter.normal_(0, 0.3)
            else:
                parameter.add_(torch.randn_like(parameter) * 0.1)
    write_model(args.out, "tiny", net.eval(), Segmenter([e5.pieces[i] for i in keep], e5.scores[keep],
                                                       {k: v for k, v in e5.normalisation.items() if k < 0x2100}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
