# SPDX-License-Identifier: Apache-2.0
"""Writes the released file of relations and its manifest: python training/export_extraction.py --run DIR … OUT.relations

The curve from logits to probabilities and the threshold are fitted on the held-out articles.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path

import torch

from engine.model import Shape
from engine.modelfile import VERSION, checksum_of
from extraction.calibrate import expected_calibration_error, platt
from extraction.decode import graph, predict, vectors_of
from extraction.model import Reader
from extraction.relationsfile import write_relations
from train_extraction import prepare, scorer

STEPS = [i / 50 for i in range(5, 40)]  # thresholds that are tried


def judged_edges(score, gold: dict, predicted: dict, logits: dict) -> list[tuple[float, bool]]:
    """Each edge's logit and whether the annotation has it."""
    places = score.align(gold, predicted)
    right = set()
    for r in gold["relations"]:
        if r["status"] != "negated":
            right |= {score.canonical(r["source"], t, r["target"]) for t in [r["type"], *r["alt_types"]]}
    out = []
    for (a, b, kind), logit in logits.items():
        ends = places.get(str(a)), places.get(str(b))
        out.append((logit, None not in ends and ends[0] != ends[1] and score.canonical(ends[0], kind, ends[1]) in right))
    return out


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out", type=Path)
    p.add_argument("--run", type=Path, required=True, help="folder of train_extraction.py")
    p.add_argument("--shared", type=Path, required=True)
    p.add_argument("--relgraph", type=Path, default=Path("relgraph"))
    p.add_argument("--engine", type=Path, required=True)
    p.add_argument("--corpus", type=Path, action="append", default=[])
    p.add_argument("--name", default="relgraph-de-en")
    p.add_argument("--newsroom", action="store_true", help="calibrate on held-out articles that were not written for training")
    p.add_argument("--note", help="what the manifest has to say beside")
    args = p.parse_args()
    state = torch.load(args.run / "reader.pt", weights_only=True)
    net = Reader(Shape(**state["shape"]), len(state["relations"]))
    net.load_state_dict(state["weights"])
    net.as_released()
    args.out_file, args.out = args.out, args.run
    args.lower, args.seed, args.part = state["lower"], int(state["arguments"]["seed"]), 1.0
    data = prepare(args)
    score = scorer(args.shared)
    # Articles that were written for training state more relations than those of a newsroom.
    held = [(a, v, g) for a, v, g in data.sets["held"] if not (args.newsroom and a.name.startswith("own-"))]
    judged, found = [], []
    with torch.no_grad():
        for article, vectors, gold in held:
            entities, relations = predict(net, vectors_of(net, [vectors])[0], article, state["relations"], floor=0.01)
            logits = {k: math.log(v[0] / (1 - v[0])) if v[0] < 1 else 20.0 for k, v in relations.items()}
            judged += judged_edges(score, gold, graph(entities, relations, 0), logits)
            found.append((gold, entities, relations, logits))
    line = platt(judged)
    error = expected_calibration_error(judged, line)

    def typed(threshold: float) -> tuple[float, float, float]:
        rows = []
        for gold, entities, relations, logits in found:
            kept = {k: (1 / (1 + math.exp(-(line[0] * logits[k] + line[1]))), *v[1:]) for k, v in relations.items()}
            rows.append(score.score_document(gold, graph(entities, kept, threshold))[0]["typed"])
        return score.prf(score.total(rows))
    threshold = max(STEPS, key=lambda t: typed(t)[0])
    f1, precision, recall = typed(threshold)
    print(f"held out: typed F1 {f1:.3f} ({precision:.3f}/{recall:.3f}) at {threshold}; probability = logistic({line[0]:.3f} x "
          f"{line[1]:+.3f}), expected calibration error {error:.3f} over {len(judged)} edges")
    write_relations(args.out_file, args.name, net, state["lower"], state["relations"], checksum_of(args.engine), threshold, line)
    content = args.out_file.read_bytes()
    places = {"shared", "out", "init", "relgraph", "engine", "corpus"}
    manifest = {
        "name": args.name, "format": VERSION, "file": args.out_file.name, "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(), "licence": "CC BY-SA 4.0", "command": "training/release_extraction.sh",
        "seed": args.seed, "options": {k: v for k, v in state["arguments"].items() if k not in places}, "steps": state["step"],
        **({"note": args.note} if args.note else {}),
        "articles": {"trained on": len(data.train), "held out": len(data.sets["held"]), "calibrated on": len(held)},
        "data": [{"name": "relgraph-de-en.model", "licence": "CC BY-SA 4.0, sources in its manifest"},
                 {"name": "annotated articles: German and English Wikinews", "licence": "CC BY 2.5"},
                 {"name": "annotated articles written for relgraph (gold/train/own-*, training/corpus)", "licence": "CC0"}],
        "scores": {"held": {"typed": [f1, precision, recall], "threshold": threshold, "calibration error": error},
                   **{k: v for k, v in state["curve"][-1].items() if k.startswith("dev")}},
    }
    args.out_file.with_suffix(".relations.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
