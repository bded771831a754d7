#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores a CoNLL-U file against a gold one: scripts/score_conllu.py GOLD SYSTEM

F1 of sentences and words by the characters that they cover, and, over the words that both have, of
universal tags, features, lemmas, and attachment with and without label (the measures of the CoNLL 2018
shared task; labels without subtypes). Files may be gzipped. `--raw` prints the text of GOLD instead: the
`# text` lines joined by blanks, paragraphs parted by an empty line.
"""
from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path


def lines(path: Path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def raw_text(path: Path) -> str:
    out: list[str] = []
    for line in lines(path):
        if line.startswith(("# newpar", "# newdoc")) and out:
            out.append("\n\n")
        elif line.startswith("# text = "):
            out.append(line[9:] + " ")
    return "".join(out)


class Words:
    """Words keyed by the characters they cover (white space does not count) and, in contractions, their form."""

    def __init__(self, path: Path) -> None:
        self.keys: list[tuple] = []
        self.rows: list[list[str]] = []
        self.heads: list[int] = []  # index of the head's word, -1 the root
        self.sentences: set[tuple[int, int]] = set()
        at = begin = first = until = 0
        span = (0, 0)
        for line in [*lines(path), ""]:
            if line.startswith("#"):
                continue
            if not line:
                if len(self.rows) > first:
                    self.sentences.add((begin, at))
                    for row in self.rows[first:]:
                        head = int(row[6]) if row[6].isdigit() else 0
                        self.heads.append(first + head - 1 if head else -1)
                first, begin, until = len(self.rows), at, 0
                continue
            row = line.split("\t")
            if "." in row[0]:
                continue
            length = len("".join(row[1].split()))
            if "-" in row[0]:
                span, at = (at, at + length), at + length
                until = int(row[0].split("-")[1])
                parts: list[tuple] = []
                continue
            if int(row[0]) <= until:
                # the words of don't spell it and have places of their own; those of zum do not
                parts.append((len(self.rows), row[1]))
                self.keys.append((*span, row[1].lower()))
                if int(row[0]) == until and sum(len(form) for _, form in parts) == span[1] - span[0]:
                    place = span[0]
                    for index, form in parts:
                        self.keys[index] = (place, place + len(form), "")
                        place += len(form)
            else:
                self.keys.append((at, at + length, ""))
                at += length
            self.rows.append(row)


def f1(right: int, gold: int, system: int) -> float:
    return 200 * right / (gold + system) if gold + system else 0.0


def scores(gold: Words, system: Words) -> dict[str, float]:
    place = {key: i for i, key in enumerate(system.keys)}
    pairs = [(i, place[key]) for i, key in enumerate(gold.keys) if key in place]
    partner = dict(pairs)
    partner[-1] = -1
    right = dict.fromkeys(("UPOS", "FEATS", "lemma", "UAS", "LAS"), 0)
    for g, s in pairs:
        a, b = gold.rows[g], system.rows[s]
        attached = partner.get(gold.heads[g]) == system.heads[s] and b[6] != "_"
        right["UPOS"] += a[3] == b[3]
        right["FEATS"] += a[5] == b[5]
        right["lemma"] += a[2] == b[2]
        right["UAS"] += attached
        right["LAS"] += attached and a[7].split(":")[0] == b[7].split(":")[0]
    n, m = len(gold.rows), len(system.rows)
    out = {"sentences": f1(len(gold.sentences & system.sentences), len(gold.sentences), len(system.sentences)),
           "words": f1(len(pairs), n, m)}
    return out | {name: f1(count, n, m) for name, count in right.items()}


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("gold", type=Path)
    p.add_argument("system", type=Path, nargs="?")
    p.add_argument("--raw", action="store_true")
    p.add_argument("--json", action="store_true")
    args = p.parse_args()
    if args.raw:
        sys.stdout.write(raw_text(args.gold))
        return 0
    if args.system is None:
        p.error("SYSTEM is missing")
    found = scores(Words(args.gold), Words(args.system))
    print(json.dumps(found) if args.json else "  ".join(f"{k} {v:.2f}" for k, v in found.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
