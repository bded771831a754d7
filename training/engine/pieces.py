# SPDX-License-Identifier: Apache-2.0
"""Words to subword pieces: normalisation and the unigram model of SentencePiece.

Kudo 2018 (arXiv:1804.10959): the segmentation with the highest sum of piece scores, by Viterbi.
docs/model-format.md describes the same steps for the C++ side.
"""
from __future__ import annotations

from collections.abc import Mapping, Sequence

BOS, PAD, EOS, UNK = 0, 1, 2, 3
META = "\u2581"
MAX_WORD_PIECES = 16


class Segmenter:
    """Segments single words; ids index the given pieces."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float],
                 normalisation: Mapping[int, tuple[int, ...]]) -> None:
        self.pieces = list(pieces)
        self.scores = [float(s) for s in scores]
        self.normalisation = {k: "".join(map(chr, v)) for k, v in normalisation.items()}
        self._ids = {p: i for i, p in enumerate(pieces) if i > UNK}
        self._longest = max(map(len, pieces))
        self._unknown = min(self.scores[UNK + 1:]) - 10.0
        self._cache: dict[tuple[str, bool], tuple[int, ...]] = {}

    def normalise(self, word: str) -> str:
        """Code points replaced by the table (an NFKC variant); white space and control marks go."""
        return "".join(self.normalisation.get(ord(c), c) for c in word).replace(" ", "")

    def word(self, word: str, space_before: bool) -> tuple[int, ...]:
        """Piece ids of a word, at least one, at most MAX_WORD_PIECES (the rest is cut off)."""
        key = (word, space_before)
        if key not in self._cache:
            text = (META if space_before else "") + self.normalise(word)
            self._cache[key] = tuple(self._best(text)[:MAX_WORD_PIECES]) or (UNK,)
        return self._cache[key]

    def _best(self, text: str) -> list[int]:
        n = len(text)
        best = [0.0] + [-1e30] * n
        back: list[tuple[int, int]] = [(0, UNK)] * (n + 1)
        for start in range(n):
            base = best[start]
            for end in range(start + 1, min(n, start + self._longest) + 1):
                piece = self._ids.get(text[start:end])
                if piece is not None and base + self.scores[piece] > best[end]:
                    best[end], back[end] = base + self.scores[piece], (start, piece)
            if base + self._unknown > best[start + 1]:
                best[start + 1], back[start + 1] = base + self._unknown, (start, UNK)
        out: list[int] = []
        at = n
        while at > 0:
            at, piece = back[at]
            out.append(piece)
        return out[::-1]
