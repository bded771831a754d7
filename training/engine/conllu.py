# SPDX-License-Identifier: Apache-2.0
"""Reader of treebanks in CoNLL-U (https://universaldependencies.org/format.html)."""
from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from .sentence import Sentence


def _features(column: str) -> dict[str, str]:
    if column == "_":
        return {}
    return dict(pair.split("=", 1) for pair in column.split("|"))


def _sentence(rows: list[list[str]], ranges: list[list[str]], row_name: str,
              missing: frozenset[str]) -> Sentence:
    space_after = ["SpaceAfter=No" not in r[9] for r in rows]
    for surface in ranges:
        first, last = (int(i) - 1 for i in surface[0].split("-"))
        together = "".join(rows[i][1] for i in range(first, last + 1)) == surface[1]
        for i in range(first, last):  # im -> in dem stand apart, don't -> do n't do not
            space_after[i] = not together
        space_after[last] = "SpaceAfter=No" not in surface[9]
    return Sentence(
        words=tuple(r[1] for r in rows),
        space_before=(True, *space_after[:-1]),
        row=row_name,
        upos=tuple(r[3] for r in rows),
        feats=tuple(_features(r[5]) for r in rows),
        missing_feats=missing,
        # "_" is a lemma only of "_"; elsewhere (goeswith) it is a gap
        lemmas=tuple(r[2] if r[2] != "_" or r[1] == "_" else None for r in rows),
        heads=tuple(int(r[6]) for r in rows),
        deprels=tuple(r[7] for r in rows),
    )


def read_conllu(path: Path, row_name: str, missing: frozenset[str] = frozenset()) -> Iterator[Sentence]:
    """Sentences of a gzipped file as syntactic words; empty nodes are skipped."""
    rows: list[list[str]] = []
    ranges: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    yield _sentence(rows, ranges, row_name, missing)
                rows, ranges = [], []
            elif not line.startswith("#"):
                columns = line.split("\t")
                if "-" in columns[0]:
                    ranges.append(columns)
                elif "." not in columns[0]:
                    rows.append(columns)
    if rows:
        yield _sentence(rows, ranges, row_name, missing)
