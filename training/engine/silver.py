# SPDX-License-Identifier: Apache-2.0
"""Sentences annotated by earlier networks, one JSON object a line."""
from __future__ import annotations

import gzip
import json
from pathlib import Path

from .sentence import NAME_TYPES, Sentence


def write_silver(path: Path, sentences: list[Sentence]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as out:
        for s in sentences:
            row = {"words": s.words, "space": s.space_before, "row": s.row, "upos": s.upos, "feats": s.feats,
                   "lemmas": s.lemmas, "heads": s.heads, "deprels": s.deprels, "names": s.names}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def read_silver(path: Path) -> list[Sentence]:
    out = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            r = json.loads(line)
            known = {k: tuple(r[k]) for k in ("upos", "feats", "lemmas", "heads", "deprels", "names")
                     if r[k] is not None}
            out.append(Sentence(tuple(r["words"]), tuple(r["space"]), r["row"], name_types=frozenset(NAME_TYPES),
                                **known))
    return out
