# SPDX-License-Identifier: Apache-2.0
"""Prunes the 250,002 pieces of XLM-RoBERTa to those that German and English text needs."""
from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from .corpora import NAMES_DEV, NAMES_TRAIN, TREES_DEV, TREES_TRAIN, read_names, read_trees
from .e5 import E5
from .pieces import META, Segmenter
from .sentence import Sentence

_SIGNS = "€£$¥¢§©®°²³µ½¼¾×„“”‚‘’‹›«»–—…•·†‡→−′″″™"
_LATIN = re.compile(rf"[{META}\x21-\x7e\u00a1-\u017f{_SIGNS}]+\Z")
_GERMAN_ENGLISH = re.compile(rf"[{META}\x21-\x7eäöüÄÖÜßéèàçñáóíâêôå{_SIGNS}]+\Z")


def plain_texts(shared: Path) -> Iterator[str]:
    """Running text without annotation: quotation corpora (text only) and training articles."""
    for part in ("train", "dev"):
        with gzip.open(shared / "data" / "quotations" / f"wikinews-de.{part}.jsonl.gz", "rt", encoding="utf-8") as f:
            for line in f:
                article = json.loads(line)
                yield article["title"] + "\n" + article["text"]
        with gzip.open(shared / "data" / "quotations" / f"spkatt-de.{part}.jsonl.gz", "rt", encoding="utf-8") as f:
            for line in f:
                yield from (" ".join(s["Tokens"]) for s in json.loads(line)["Sentences"])
    for path in sorted((shared / "gold" / "train").glob("*.ann")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line.startswith("#title ") or line[:1].isdigit():
                yield re.sub(r"\[|\]\(e\d+\)", "", line.partition(" " if line[0] == "#" else "\t")[2])


def rough_words(text: str) -> Iterator[tuple[str, bool]]:
    """Words of running text with the space flag: runs of letters and digits, single signs."""
    for match in re.finditer(r"[\w\-]+|[^\w\s]", text):
        yield match.group(), match.start() == 0 or text[match.start() - 1].isspace()


def _count(segmenter: Segmenter, words: Iterable[tuple[str, bool]], counts: Counter[int]) -> None:
    for word, space in words:
        counts.update(segmenter.word(word, space))


def prune(e5: E5, shared: Path, size: int) -> list[int]:
    """Old ids of the pieces to keep, ascending; deterministic.

    First the special pieces, all single Latin characters, and what occurs in the training corpora or
    the plain texts in German or English spelling; then, up to `size`, further pieces in German or
    English letters by falling score (log probability in the 100 languages of XLM-RoBERTa).
    """
    segmenter = Segmenter(e5.pieces, e5.scores, e5.normalisation)
    counts: Counter[int] = Counter()
    sentences: list[Sentence] = []
    for bank in TREES_TRAIN + TREES_DEV:
        sentences += read_trees(shared, bank)
    for corpus in NAMES_TRAIN + NAMES_DEV:
        sentences += read_names(shared, corpus)
    for sentence in sentences:
        _count(segmenter, zip(sentence.words, sentence.space_before), counts)
    for text in plain_texts(shared):
        _count(segmenter, rough_words(text), counts)
    keep = {0, 1, 2, 3}
    for i, piece in enumerate(e5.pieces):
        short = len(piece.lstrip(META)) <= 1 and _LATIN.match(piece)
        if i > 3 and (short or (counts[i] and (_LATIN.match(piece) or counts[i] > 2))):
            keep.add(i)
    occurring = len(keep)
    if occurring > size:
        raise ValueError(f"{occurring} pieces occur, more than the {size} wanted")
    order = np.argsort(-e5.scores, kind="stable")
    for i in map(int, order):
        if len(keep) >= size:
            break
        if i > 3 and _GERMAN_ENGLISH.match(e5.pieces[i]):
            keep.add(i)
    print(f"vocabulary: {occurring} pieces occur, {len(keep)} kept", flush=True)
    return sorted(keep)
