# SPDX-License-Identifier: Apache-2.0
"""Reader of name corpora: token, BIO tag, source tag, one a line (../shared/data/README.md)."""
from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from .sentence import Sentence
from .spacing import guess_spaces


def read_bio(path: Path, language: str, types: frozenset[str]) -> Iterator[Sentence]:
    """Sentences of a gzipped file; tags of types outside `types` become O."""
    words: list[str] = []
    tags: list[str] = []

    def flush() -> Iterator[Sentence]:
        if words:
            yield Sentence(tuple(words), guess_spaces(tuple(words), language), language,
                           names=tuple(tags), name_types=types)
        words.clear()
        tags.clear()

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            columns = line.split("\t")
            if not line:
                yield from flush()
            elif len(columns) >= 2:
                words.append(columns[0])
                tags.append(columns[1] if columns[1][2:] in types else "O")
    yield from flush()
