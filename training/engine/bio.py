# SPDX-License-Identifier: Apache-2.0
"""Reader of name corpora: token, BIO tag, source tag, one a line (../shared/data/README.md)."""
from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from .sentence import Sentence
from .spacing import guess_spaces

_SOURCE_TYPES = (("PER", "PER"), ("person", "PER"), ("ORG", "ORG"), ("organization", "ORG"), ("LOC", "LOC"),
                 ("location", "LOC"), ("OTH", "MISC"))


def part_type(source: str) -> str | None:
    """The type of a name that is the first half of a compound (`B-ORGpart`: Facebook-Chef)."""
    outer = source.split("/")[0]
    if not outer.endswith("part"):
        return None
    return next((ours for theirs, ours in _SOURCE_TYPES if outer[2:].startswith(theirs)), None)


def read_bio(path: Path, language: str, types: frozenset[str]) -> Iterator[Sentence]:
    """Sentences of a gzipped file; tags of types outside `types` become O."""
    words: list[str] = []
    tags: list[str] = []
    parts: list[str | None] = []

    def flush() -> Iterator[Sentence]:
        if words:
            yield Sentence(tuple(words), guess_spaces(tuple(words), language), language,
                           names=tuple(tags), name_parts=tuple(parts), name_types=types)
        words.clear()
        tags.clear()
        parts.clear()

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            columns = line.split("\t")
            if not line:
                yield from flush()
            elif len(columns) >= 2:
                words.append(columns[0])
                tags.append(columns[1] if columns[1][2:] in types else "O")
                part = part_type(columns[2]) if len(columns) > 2 and columns[1] == "O" else None
                parts.append(part if part in types else None)
    yield from flush()
