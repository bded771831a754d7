#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fills the confidence column of data/grammar/*.tsv from annotated articles.

usage: calibrate_grammar.py KEPT [--score SCORE_PY] [--report] [--write]

KEPT is a folder that `evaluate.py RELGRAPH GOLD --option=--extractor=grammar --keep KEPT` left behind (gold/ and
predicted/). Of every pattern the edges that it found are counted, and how many of them the gold graphs have. The
confidence is that share, drawn towards the share of all patterns of its type, and that one towards the share of all:
a pattern that was seen twice tells little. Calibrate on training articles, never on those you measure on.
"""
import argparse
import collections
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
WEIGHT = 6  # sightings that the share of the type counts for


def count(kept, score):
    """Right and all edges of each pattern."""
    right, found = collections.Counter(), collections.Counter()
    for path in sorted((kept / "gold").glob("*.json")):
        predicted = kept / "predicted" / path.name
        if not predicted.exists():
            continue
        gold = json.loads(path.read_text(encoding="utf-8"))
        graph = json.loads(predicted.read_text(encoding="utf-8"))
        entity = score.align(gold, graph)
        accepted = {score.canonical(r["source"], kind, r["target"]) for r in gold["relations"]
                    for kind in [r["type"], *r.get("alt_types", [])] if r.get("status") != "negated"}
        for edge in graph["edges"]:
            if edge.get("status") == "negated":
                continue
            ends = entity.get(edge["source"], "?"), entity.get(edge["target"], "?")
            if "?" in ends or ends[0] == ends[1]:
                continue  # the reader's mistake, or nobody's: it says nothing about the pattern
            hit = score.canonical(ends[0], edge["type"], ends[1]) in accepted
            for by in {e["by"] for e in edge["evidence"] if e["by"].startswith("grammar:")}:
                found[by[8:]] += 1
                right[by[8:]] += hit
    return right, found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kept", type=pathlib.Path)
    parser.add_argument("--score", type=pathlib.Path, default=HERE.parent.parent / "shared" / "gold" / "score.py")
    parser.add_argument("--report", action="store_true", help="patterns with many wrong edges")
    parser.add_argument("--write", action="store_true", help="write the confidences into data/grammar")
    args = parser.parse_args()
    sys.path.insert(0, str(args.score.parent))
    import score
    right, found = count(args.kept, score)
    overall = sum(right.values()) / max(1, sum(found.values()))
    print(f"{sum(found.values())} edges by {len(found)} patterns, {overall:.3f} right")
    for language in ("de", "en"):
        path = HERE.parent / "data" / "grammar" / f"{language}.tsv"
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
        name = lambda r: f"{language}:{r[1]}:{r[0]}:{r[2]}:{r[3]}>{r[4]}"
        entries = [r for r in rows if len(r) > 4 and not r[0].startswith("#")]
        types = collections.defaultdict(lambda: [0, 0])
        for row in entries:
            types[row[0]][0] += right[name(row)]
            types[row[0]][1] += found[name(row)]
        for row in entries:
            hits, all_ = types[row[0]]
            usual = (hits + WEIGHT * overall) / (all_ + WEIGHT)
            share = (right[name(row)] + WEIGHT * usual) / (found[name(row)] + WEIGHT)
            row.extend([""] * (6 - len(row)))
            row[5] = f"{share:.2f}"
            if args.report and found[name(row)] - right[name(row)] >= 5:
                print(f"{share:.2f} {right[name(row)]:4} of {found[name(row)]:4}  {name(row)}")
        if args.write:
            path.write_text("\n".join("\t".join(r) for r in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
