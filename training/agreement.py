# SPDX-License-Identifier: Apache-2.0
"""How far two readings of the same articles agree: python training/agreement.py FIRST SECOND (folders of .ann files)

Entities are aligned by the marks that they share. F1 of marks (same place), of marks with their entity, of pairs of entities
that some relation joins, and of relations (source, type, target; of two types with a slash either will do; status is not
compared), over all articles that both folders have.
"""
from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from extraction.corpus import SYMMETRIC, _read


def align(a, b) -> dict[str, str]:
    """Entities of the first reading to those of the second, the ones with most marks in common first."""
    at = {(x, y): ids for x, y, ids in b.marks}
    common = Counter((e, f) for x, y, ids in a.marks for e in ids for f in at.get((x, y), ()))
    out: dict[str, str] = {}
    for (e, f), _ in sorted(common.items(), key=lambda item: (-item[1], item[0])):
        if e not in out and f not in out.values():
            out[e] = f
    return out


def keys(doc, names: dict[str, str]) -> list[frozenset]:
    """Each different relation as the set of what it may be called."""
    out = set()
    for cells in doc.relations:
        s, t = names.get(cells[1], "?" + cells[1]), names.get(cells[3], "?" + cells[3])
        types = cells[2].split("/")
        out.add(frozenset((*(sorted((s, t)) if k in SYMMETRIC else (s, t)), k) for k in types))
    return sorted(out, key=sorted)


def f1(right_a: int, a: int, right_b: int, b: int) -> float:
    p, r = right_a / max(1, a), right_b / max(1, b)
    return 2 * p * r / (p + r) if p + r else 0.0


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("first", type=Path)
    p.add_argument("second", type=Path)
    args = p.parse_args()
    sums: dict[str, list[int]] = {k: [0, 0, 0, 0] for k in ("marks", "marks with entity", "pairs", "relations")}
    count = 0
    for path in sorted(args.second.glob("*.ann")):
        if not (args.first / path.name).exists():
            continue
        a, b = _read(args.first / path.name), _read(path)
        count += 1
        names = align(a, b)
        own = {(x, y): frozenset(names.get(i, "?" + i) for i in ids) for x, y, ids in a.marks}
        other = {(x, y): frozenset(ids) for x, y, ids in b.marks}
        both = own.keys() & other.keys()
        equal = sum(own[k] == other[k] for k in both)
        first, second = keys(a, names), keys(b, {e: e for e in b.entities})
        left, right = set().union(*first), set().union(*second)
        pairs = lambda rows: {frozenset(k[:2]) for k in rows}
        shared = pairs(left) & pairs(right)
        for name, row in (("marks", (len(both), len(own), len(both), len(other))),
                          ("marks with entity", (equal, len(own), equal, len(other))),
                          ("pairs", (len(shared), len(pairs(left)), len(shared), len(pairs(right)))),
                          ("relations", (sum(bool(r & right) for r in first), len(first), sum(bool(r & left) for r in second), len(second)))):
            sums[name] = [x + y for x, y in zip(sums[name], row)]
    print(f"{count} articles: " + ", ".join(f"{k} {f1(*v):.3f}" for k, v in sums.items()))


if __name__ == "__main__":
    main()
