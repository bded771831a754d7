# SPDX-License-Identifier: Apache-2.0
"""The lower layers of the language engine, which the reader of relations stands on and leaves as they are.

The engine reads sentence by sentence anyway; its vectors behind layer `layers` are kept and given to the
reader, so reading relations costs the reader's own layers only, in training and in the product.
"""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from engine.batches import Encoder, group
from engine.model import Network
from engine.modelfile import network_of, read_model, segmenter_of
from engine.quantise import attach
from engine.sentence import Sentence

from .corpus import Article

LONGEST_SENTENCE = 200  # words; the engine reads longer ones in parts


@dataclass
class Vectors:
    """Of one article: the pieces of its sentences one after the other, <s> and </s> included."""

    pieces: Tensor  # [pieces, hidden], bfloat16 as the product keeps them
    begins: list[int]  # of sentences or their parts, and the end
    first: Tensor  # [words] pieces
    last: Tensor


def parts(article: Article) -> list[tuple[int, int]]:
    """Words of the sentences as the engine reads them."""
    return [(at, min(b, at + LONGEST_SENTENCE)) for a, b in article.sentences for at in range(a, b, LONGEST_SENTENCE)]


class Bottom:
    def __init__(self, model: Path, layers: int) -> None:
        header, tensors = read_model(model)
        self.net: Network = network_of(header, tensors)
        self.layers = layers
        self.encoder = Encoder(segmenter_of(tensors), self.net.labels, self.net.shape.positions)

    @torch.no_grad()
    def vectors(self, articles: Sequence[Article]) -> list[Vectors]:
        attach(self.net)  # the product's integer arithmetic
        sentences = [Sentence(words=a.words[b:e], space_before=a.space_before[b:e], row=a.language)
                     for a in articles for b, e in parts(a)]
        coded = [self.encoder.pieces(s) for s in sentences]
        found: list[Tensor] = [torch.empty(0)] * len(sentences)
        for chosen in group([len(c[0]) for c in coded], 4096):
            batch = self.encoder.batch([sentences[i] for i in chosen])
            x = self.net.norm(self.net.words(batch.pieces) + self.net.positions[:batch.pieces.size(1)]
                              + self.net.rows[batch.rows][:, None])
            bias = (~batch.mask)[:, None, None, :] * -1e4
            for layer in self.net.layers[:self.layers]:
                x = layer(x, bias)
            for i, row in zip(chosen, x):
                found[i] = row[:len(coded[i][0])].to(torch.bfloat16)
        out, at = [], 0
        for article in articles:
            count = len(parts(article))
            own = range(at, at + count)
            at += count
            begins = [0]
            first: list[int] = []
            last: list[int] = []
            for i in own:
                first += [begins[-1] + p for p in coded[i][1]]
                last += [begins[-1] + p for p in coded[i][2]]
                begins.append(begins[-1] + len(coded[i][0]))
            out.append(Vectors(torch.cat([found[i] for i in own]), begins, torch.tensor(first), torch.tensor(last)))
        return out
