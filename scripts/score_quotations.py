#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores quotations against annotated Wikinews articles: scripts/score_quotations.py RELGRAPH GOLD.jsonl.gz

GOLD is the dev file of ../shared/data/quotations (annotations CC BY-NC-SA 4.0: for evaluation only). All
quotations with a speaker count, whatever their type. The measures are F1 over characters that are no white
space: message (in a quotation or not), source (in a speaker's mention or not), and joint: a character of a
message counts as found if a quotation covers it whose speaker overlaps the gold speaker. Beside it, the
share of quotations found: half of the longer span in common, and for joint overlapping speakers.
"""
from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def f1(common: int, gold: int, system: int) -> str:
    p, r = (100 * common / n if n else 0 for n in (system, gold))
    return f"P {p:.1f} R {r:.1f} F1 {2 * p * r / (p + r) if p + r else 0:.1f}"


def characters(spans, rank: list[int]) -> set[int]:
    """Numbers of the characters in spans, white space not counted."""
    return {i for a, b in spans for i in range(rank[a], rank[b])}


def ranks(text: str) -> list[int]:
    """For each position the number of characters before it that are no white space."""
    out = [0]
    for c in text:
        out.append(out[-1] + (not c.isspace()))
    return out


def as_spans(value) -> list[tuple[int, int]]:
    if not value:
        return []
    return [tuple(v) for v in value] if isinstance(value[0], list) else [tuple(value)]


def system_quotations(analysis: dict, total: int) -> list[tuple[set[int], set[int]]]:
    """Messages and speakers as numbers of characters: reading may change white space, tokens cover all else."""
    begins, ends, count, last = {}, {}, 0, None
    for token in (t for s in analysis["sentences"] for t in s["tokens"]):
        if (token["begin"], token["end"]) == last:
            continue
        last = (token["begin"], token["end"])
        begins[token["begin"]] = count
        count += sum(not c.isspace() for c in token["text"])
        ends[token["end"]] = count
    if count != total:
        print(f"{analysis['id']}: the text was changed in reading, {total} characters to {count}", file=sys.stderr)

    def place(part: dict) -> set[int]:
        return set(range(begins[part["begin"]], ends[part["end"]]))
    return [(place(q), place(q["speaker"])) for q in analysis["quotations"]
            if q.get("speaker") and q["kind"] != "post"]


def overlap(a: set, b: set) -> float:
    return len(a & b) / max(len(a), len(b), 1)


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("relgraph")
    p.add_argument("gold", type=Path)
    p.add_argument("--show", type=int, default=0, help="print so many missed and so many wrong quotations")
    args = p.parse_args()
    with gzip.open(args.gold, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles.jsonl"
        articles.write_text("".join(json.dumps({"id": d["id"], "text": d["text"], "language": "de"}) + "\n"
                                    for d in documents), encoding="utf-8")
        done = subprocess.run([args.relgraph, "analyze", str(articles), "--format", "json"], check=True,
                              capture_output=True, text=True)
    counts = {name: [0, 0, 0] for name in ("message", "source", "joint", "found", "found joint")}
    missed, wrong = [], []
    for document, analysis in zip(documents, json.loads(done.stdout)):
        rank = ranks(document["text"])
        gold = [(characters(as_spans(q["quote"]), rank), characters(as_spans(q["speaker"]), rank))
                for q in document["quotations"] if q["speaker"]]
        system = system_quotations(analysis, rank[-1])
        for name, pick in (("message", 0), ("source", 1)):
            g, s = (set().union(*(q[pick] for q in side)) for side in (gold, system))
            for i, n in enumerate((len(g & s), len(g), len(s))):
                counts[name][i] += n
        g, s = (set().union(*(q[0] for q in side)) for side in (gold, system))
        both = {i for q, who in gold for r, by in system if who & by for i in q & r}
        for i, n in enumerate((len(both), len(g), len(s))):
            counts["joint"][i] += n
        for name, fits in (("found", lambda a, b: overlap(a[0], b[0]) >= 0.5),
                           ("found joint", lambda a, b: overlap(a[0], b[0]) >= 0.5 and a[1] & b[1])):
            hits = sum(any(fits(a, b) for b in system) for a in gold)
            right = sum(any(fits(a, b) for a in gold) for b in system)
            for i, n in enumerate((min(hits, right), len(gold), len(system))):
                counts[name][i] += n
            if name == "found joint":
                letters = "".join(document["text"].split())
                say = lambda q: letters[min(q[1]):max(q[1]) + 1][:40] + " | " + letters[min(q[0]):max(q[0]) + 1][:110]
                missed += [say(a) for a in gold if not any(fits(a, b) for b in system)]
                wrong += [say(b) for b in system if b[0] and not any(fits(a, b) for a in gold)]
    for name, (common, gold_n, system_n) in counts.items():
        print(f"{name:12} {f1(common, gold_n, system_n)}")
    for title, rows in (("missed", missed), ("wrong", wrong)):
        for row in rows[:args.show]:
            print(f"{title}: {row}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
