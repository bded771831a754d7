# SPDX-License-Identifier: Apache-2.0
"""Scores on the test sets with gold words: python training/evaluate.py --shared ../shared MODEL...

MODEL is a checkpoint (.pt), or a model file: then int8 arithmetic is simulated. Several models vote by
the mean of their probabilities.
"""
from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import torch

from engine.corpora import NAMES_TEST, TREES_TEST, dev_sets, read_names, read_trees
from engine.load import load
from engine.predict import Predictor
from engine.quantise import attach
from engine.scores import line, score_set


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("models", type=Path, nargs="+")
    p.add_argument("--shared", type=Path, required=True)
    p.add_argument("--dev", action="store_true", help="the sets of the learning curve instead of the tests")
    p.add_argument("--int8", action="store_true", help="simulate int8 arithmetic for a checkpoint")
    p.add_argument("--f32", action="store_true", help="single precision instead of bfloat16 products")
    p.add_argument("--open", action="store_true", help="names: let all types compete, also those a set lacks")
    p.add_argument("--json", type=Path, help="write the scores here")
    args = p.parse_args()
    torch.set_num_threads(1)
    loaded = [load(path) for path in args.models]
    if args.int8:
        for net, _ in loaded:
            attach(net)
    predictor = Predictor([net for net, _ in loaded], loaded[0][1], args.open, not args.f32)
    if args.dev:
        sets = dev_sets(args.shared)
    else:
        sets = {b.file: read_trees(args.shared, b) for b in TREES_TEST}
        sets |= {c.file: read_names(args.shared, c) for c in NAMES_TEST}
    scores = {}
    for name, gold in sets.items():
        began = time.time()
        scores[name] = score_set(gold, predictor(gold))
        print(line(name, scores[name]) + f"  ({sum(len(s.words) for s in gold) / (time.time() - began):.0f} words/s)", flush=True)
    if args.json:
        args.json.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
