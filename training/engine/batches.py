# SPDX-License-Identifier: Apache-2.0
"""Sentences to padded tensors, grouped by length."""
from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from .labels import Labels
from .lemma import script_for
from .pieces import BOS, EOS, PAD, UNK, Segmenter
from .sentence import Sentence

IGNORE = -100


@dataclass
class Batch:
    pieces: Tensor  # [sentences, pieces]
    mask: Tensor
    rows: Tensor
    first: Tensor  # [sentences, words]: position of a word's first piece
    last: Tensor
    words: Tensor  # bool, true on real words
    lengths: list[int]


@dataclass
class Targets:
    upos: Tensor
    feats: list[Tensor]  # one [sentences, words] a feature
    lemma: Tensor
    head: Tensor
    rel: Tensor
    name: Tensor
    name_mask: Tensor  # [sentences, tags]: 0 for tags the corpus does not annotate


class Encoder:
    """Turns sentences into tensors with fixed vocabulary and labels."""

    def __init__(self, segmenter: Segmenter, labels: Labels, max_pieces: int = 512) -> None:
        self.segmenter, self.labels, self.max_pieces = segmenter, labels, max_pieces
        self._upos = {t: i for i, t in enumerate(labels.upos)}
        self._scripts = {t: i for i, t in enumerate(labels.scripts)}
        self._rels = {t: i for i, t in enumerate(labels.deprels)}
        self._names = {t: i for i, t in enumerate(labels.name_tags)}
        self._rows = {t: i for i, t in enumerate(labels.rows)}
        self._values = [(name, {v: i for i, v in enumerate(values)}) for name, values in labels.features]

    def pieces(self, s: Sentence) -> tuple[list[int], list[int], list[int]]:
        """Piece ids with <s> and </s>, positions of each word's first and last piece."""
        words = [self.segmenter.word(w, b) for w, b in zip(s.words, s.space_before)]
        limit = self.max_pieces - 2
        while sum(map(len, words)) > limit:  # very long sentences: every word keeps fewer pieces
            longest = max(map(len, words))
            if longest == 1:
                raise ValueError("sentence with more words than positions")
            words = [w[:longest - 1] for w in words]
        ids, first, last = [BOS], [], []
        for w in words:
            first.append(len(ids))
            ids += w
            last.append(len(ids) - 1)
        return [*ids, EOS], first, last

    def batch(self, sentences: Sequence[Sentence], piece_dropout: float = 0.0,
              rng: random.Random | None = None) -> Batch:
        coded = [self.pieces(s) for s in sentences]
        if piece_dropout and rng:
            for ids, first, _ in coded:
                for at in first:
                    if rng.random() < piece_dropout:
                        ids[at] = UNK
        pieces = _pad([c[0] for c in coded], PAD)
        return Batch(pieces, pieces != PAD,
                     torch.tensor([self._rows[s.row] for s in sentences]),
                     _pad([c[1] for c in coded], 0), _pad([c[2] for c in coded], 0),
                     _pad([[1] * len(c[1]) for c in coded], 0).bool(), [len(s.words) for s in sentences])

    def targets(self, sentences: Sequence[Sentence]) -> Targets:
        upos, lemma, head, rel, name = [], [], [], [], []
        feats: list[list[list[int]]] = [[] for _ in self._values]
        mask = []
        for s in sentences:
            gap = [IGNORE] * len(s.words)
            upos.append([self._upos.get(t, IGNORE) for t in s.upos] if s.upos else gap)
            lemma.append([IGNORE if m is None else self._scripts.get(script_for(w, m).text(), IGNORE)
                          for w, m in zip(s.words, s.lemmas)] if s.lemmas else gap)
            head.append(list(s.heads) if s.heads else gap)
            rel.append([self._rel(d) for d in s.deprels] if s.deprels else gap)
            name.append([self._names[t] for t in s.names] if s.names else gap)
            for (feature, values), column in zip(self._values, feats):
                known = s.feats is not None and feature not in s.missing_feats
                column.append([values.get(f.get(feature, ""), IGNORE) for f in s.feats] if known else gap)
            types = s.name_types
            mask.append([1.0 if t == "O" or t[2:] in types else 0.0 for t in self.labels.name_tags])
        return Targets(_pad(upos, IGNORE), [_pad(c, IGNORE) for c in feats], _pad(lemma, IGNORE), _pad(head, IGNORE),
                       _pad(rel, IGNORE), _pad(name, IGNORE), torch.tensor(mask))

    def _rel(self, deprel: str) -> int:
        index = self._rels.get(deprel)
        return index if index is not None else self._rels.get(deprel.split(":")[0], IGNORE)


def _pad(rows: list[list[int]], value: int) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([r + [value] * (width - len(r)) for r in rows])


def group(lengths: Sequence[int], budget: int, rng: random.Random | None = None) -> list[list[int]]:
    """Indices in batches of at most `budget` padded pieces; shuffled in large chunks if rng is given."""
    order = list(range(len(lengths)))
    if rng:
        rng.shuffle(order)
    chunk = 5000 if rng else max(1, len(order))
    out: list[list[int]] = []
    for start in range(0, len(order), chunk):
        part = sorted(order[start:start + chunk], key=lambda i: lengths[i])
        batch: list[int] = []
        for i in part:
            if batch and lengths[i] * (len(batch) + 1) > budget:
                out.append(batch)
                batch = []
            batch.append(i)
        out.append(batch)
    if rng:
        rng.shuffle(out)
    return out
