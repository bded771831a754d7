# SPDX-License-Identifier: Apache-2.0
"""The reader of relations: layers over whole articles and heads for mentions, entities and relations.

It takes the vectors of the language engine's lower layers (bottom.py), adds a vector for the number of the
sentence, and goes on with layers of its own, in which the words of a window see each other.

Mentions: spans scored by a biaffine map of their ends (Yu et al. 2020, arXiv:2005.07150). Coreference:
every mention chooses an antecedent (Lee et al. 2017, arXiv:1707.07045). Relations: every pair of mentions
looks at the words of its sentence through attention of its own (in the spirit of the localised context
pooling of Zhou et al. 2021, arXiv:2010.11304), whose first head is taught the trigger.
docs/model-format.md gives the same computation step by step.
"""
from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.dropout import PoolDropout
from engine.model import Layer, Linear, Shape
from engine.quantise import attach

from . import names

LONGEST_MENTION = 12
DISTANCES = 12  # buckets of signed distances between mentions
PLACES = 5  # of a word seen from a pair: before, in the source, between, in the target, behind
REGIONS = 3 * PLACES  # each place off the pair's way through the tree, on it, at its top
MOST_SENTENCES = 64  # of a window that are told apart
SENTENCE_DISTANCES = 6
CONTEXT_HEADS = 4


def bucket(distance: int) -> int:
    """0, 1, 2, 3-4, 5-8, more."""
    return min(5, distance if distance < 3 else 3 if distance < 5 else 4 if distance < 9 else 5)


@dataclass(frozen=True)
class Sizes:
    ends: int = 128
    mention: int = 256
    coref: int = 128
    pair: int = 256
    context: int = 64  # of each head
    types: int = 5
    forms: int = 3
    statuses: int = 5


class Reader(nn.Module):
    """`vectors` are those of words, one row a word of the document."""

    def __init__(self, shape: Shape, relations: int, sizes: Sizes = Sizes(), dropout: float = 0.1,
                 head_dropout: float = 0.25) -> None:
        super().__init__()
        self.shape, self.sizes = shape, sizes
        width, s = shape.hidden, sizes
        self.sentences = nn.Embedding(MOST_SENTENCES, width)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.dropout, self.head_dropout = PoolDropout(dropout), PoolDropout(head_dropout)

        self.start, self.end = Linear(width, s.ends), Linear(width, s.ends)
        self.span = nn.Parameter(torch.randn(s.forms + 1, s.ends + 1, s.ends + 1) * 0.01)
        self.mention = Linear(2 * width, s.mention)
        self.kind = Linear(s.mention, s.types)

        self.later, self.earlier = Linear(s.mention, s.coref), Linear(s.mention, s.coref)
        self.alike = Linear(s.mention, s.coref)
        self.coref_match = nn.Embedding(names.COUNT * s.forms * s.forms, s.coref)
        self.coref_distance = nn.Embedding(SENTENCE_DISTANCES * 6, s.coref)
        self.coref_out = Linear(s.coref, 1)

        context = CONTEXT_HEADS * s.context
        self.query_source, self.query_target = Linear(s.mention, context), Linear(s.mention, context)
        self.key, self.value = Linear(width, context), Linear(width, context)
        self.region = nn.Embedding(REGIONS, CONTEXT_HEADS)
        self.source, self.target = Linear(s.mention, s.pair), Linear(s.mention, s.pair)
        self.both = Linear(s.mention, s.pair)
        self.source_entity, self.target_entity = Linear(s.mention, s.pair), Linear(s.mention, s.pair)
        self.source_type, self.target_type = nn.Embedding(s.types, s.pair), nn.Embedding(s.types, s.pair)
        self.pair_distance = nn.Embedding(2 * DISTANCES, s.pair)
        self.context = Linear(context, s.pair)
        self.inner = Linear(s.pair, s.pair)
        self.relation = Linear(s.pair, relations)
        self.status = Linear(s.pair, s.statuses)
        nn.init.constant_(self.relation.bias, -4.0)
        with torch.no_grad():
            self.span[0, -1, -1] = 4.0  # most spans are no mentions
        nn.init.normal_(self.sentences.weight, std=0.02)
        for table in (self.coref_match, self.coref_distance, self.region, self.source_type, self.target_type,
                      self.pair_distance):
            nn.init.normal_(table.weight, std=0.05)

    def encode(self, vectors: Tensor, mask: Tensor, sentences: Tensor) -> Tensor:
        """Piece vectors [windows, pieces, hidden] from those of the engine's lower layers."""
        x = self.dropout(vectors + self.sentences(sentences))
        bias = (~mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def spans(self, vectors: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Logits of no mention and the three forms for spans [n, 4]."""
        def side(layer: Linear) -> Tensor:
            h = self.head_dropout(F.gelu(layer(vectors)))
            return torch.cat([h, torch.ones_like(h[:, :1])], -1)
        start, end = side(self.start), side(self.end)
        mapped = self._mapped(start)
        return torch.einsum("nce,ne->nc", mapped[first], end[last]).float()

    def _mapped(self, start: Tensor) -> Tensor:
        """What the last words of spans are multiplied with [words, forms + 1, ends + 1]."""
        quantiser, ends = self.start.quantiser, self.sizes.ends
        if quantiser is None:
            return torch.einsum("wd,cde->wce", start, self.span)
        # the program has two linear maps for it: one for the ends, one for the constant 1
        x, span = quantiser.input(start[:, :ends]), self.span
        core = torch.einsum("wd,ced->wce", x, quantiser.weight(span[:, :ends, :ends].transpose(1, 2))) + span[:, ends, :ends]
        alone = x @ quantiser.weight(span[:, :ends, ends]).T + span[:, ends, ends]
        return torch.cat([core, alone[:, :, None]], 2)

    def as_released(self) -> Reader:
        """From now on it computes with the program's integers."""
        attach(self)
        self.coref_out.quantiser = None  # one output: not worth rounding
        return self.eval()

    def mentions(self, vectors: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Vectors of mentions [n, mention]."""
        ends = torch.cat([vectors[first], vectors[last]], -1)
        return self.head_dropout(F.gelu(self.mention(ends)))

    def kinds(self, mentions: Tensor) -> Tensor:
        return self.kind(mentions).float()

    def antecedents(self, mentions: Tensor, later: Tensor, earlier: Tensor, match: Tensor, distance: Tensor) -> Tensor:
        """Scores of pairs of mentions [n]; no antecedent has score 0."""
        h = (self.later(mentions)[later] + self.earlier(mentions)[earlier]
             + self.alike(mentions[later] * mentions[earlier])
             + self.coref_match(match) + self.coref_distance(distance))
        return self.coref_out(self.head_dropout(F.gelu(h))).float().squeeze(-1)

    def pairs(self, vectors: Tensor, mentions: Tensor, entities: Tensor, source: Tensor, target: Tensor,
              types: Tensor, distance: Tensor, regions: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Relation logits, status logits, and the trigger head's scores of the words.

        source, target [n]: mentions; entities [mentions, mention]: the mean of a mention's entity; types
        [mentions]; regions [n, words]: -1 outside the pair's sentence.
        """
        s = self.sizes
        def split(x: Tensor) -> Tensor:
            return x.view(-1, CONTEXT_HEADS, s.context).transpose(0, 1)
        query = split(self.query_source(mentions)[source] + self.query_target(mentions)[target])
        scores = (query @ split(self.key(vectors)).transpose(1, 2)).float() * s.context ** -0.5
        regions = regions.long()
        scores = scores + F.embedding(regions.clamp(min=0), self.region.weight).permute(2, 0, 1).float()
        scores = scores.masked_fill(regions < 0, -1e4)
        attention = torch.softmax(scores, -1)
        context = (attention.to(query.dtype) @ split(self.value(vectors))).transpose(0, 1).flatten(1)
        h = (self.source(mentions)[source] + self.target(mentions)[target]
             + self.both(mentions[source] * mentions[target])
             + self.source_entity(entities)[source] + self.target_entity(entities)[target]
             + self.source_type(types[source]) + self.target_type(types[target])
             + self.pair_distance(distance) + self.context(context))
        h = self.head_dropout(F.gelu(h))
        h = self.head_dropout(F.gelu(self.inner(h)))
        return self.relation(h).float(), self.status(h).float(), scores[0]
