# SPDX-License-Identifier: Apache-2.0
"""Articles to the numbers that the reader takes: windows of sentences, spans, pairs of mentions."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from . import names
from .bottom import Vectors
from .corpus import Article
from .model import DISTANCES, LONGEST_MENTION, MOST_SENTENCES, PLACES, bucket

WINDOW = 400  # pieces that see each other; a longer sentence is a window of its own
ANTECEDENTS = 80  # mentions before a mention that it may refer to
NEIGHBOURS = 2  # sentences back that a relation may reach
REACH = 16  # mentions apart that a pair of a sentence may be
FAR = 12  # entities of the sentences before that a sentence is paired with


def windows_of(begins: Sequence[int]) -> list[tuple[int, int]]:
    """Sentences [a, b) of each window: as few windows as hold the article, of about equal length."""
    total = begins[-1]
    count = -(-total // WINDOW)
    limit = min(WINDOW, -(-total * 11 // (10 * count)) + 20)
    out, first = [], 0
    for s in range(1, len(begins) - 1):
        if begins[s + 1] - begins[first] > limit:
            out.append((first, s))
            first = s
    out.append((first, len(begins) - 1))
    return out


@dataclass
class Windows:
    vectors: Tensor  # [windows, pieces, hidden]
    mask: Tensor  # [windows, pieces]
    sentences: Tensor  # [windows, pieces]: number of the sentence in its window
    places: list[tuple[Tensor, Tensor]]  # of each article: flat positions of its words' first and last pieces


def windows(articles: Sequence[Vectors]) -> Windows:
    rows, numbers, places = [], [], []
    flat_of: list[Tensor] = []
    for v in articles:
        where = []
        for a, b in windows_of(v.begins):
            begin, end = v.begins[a], v.begins[b]
            where.append((len(rows), begin, end))
            rows.append(v.pieces[begin:end])
            sizes = torch.tensor([v.begins[s + 1] - v.begins[s] for s in range(a, b)])
            numbers.append(torch.repeat_interleave(torch.arange(b - a).clamp(max=MOST_SENTENCES - 1), sizes))
        flat_of.append(where)
    width = max(map(len, rows))
    vectors = torch.nn.utils.rnn.pad_sequence(rows, batch_first=True).float()
    mask = torch.arange(width)[None] < torch.tensor([len(r) for r in rows])[:, None]
    sentences = torch.nn.utils.rnn.pad_sequence(numbers, batch_first=True)
    for v, where in zip(articles, flat_of):
        flat = torch.cat([torch.arange(w * width, w * width + end - begin) for w, begin, end in where])
        places.append((flat[v.first], flat[v.last]))
    return Windows(vectors, mask, sentences, places)


def spans(article: Article) -> tuple[Tensor, Tensor]:
    """First and last words of all spans that may be mentions."""
    pairs = [(i, j) for a, b in article.sentences for i in range(a, b) for j in range(i, min(b, i + LONGEST_MENTION))]
    return torch.tensor([p[0] for p in pairs]), torch.tensor([p[1] for p in pairs])


@dataclass(frozen=True)
class Spot:
    """A mention as the heads see it."""

    first: int
    last: int
    form: int
    sentence: int
    words: tuple[str, ...]


def spots_of(article: Article, mentions: Sequence[tuple[int, int, int]]) -> list[Spot]:
    sentence = article.sentence_of()
    return [Spot(a, b, f, sentence[a], tuple(article.words[a:b + 1])) for a, b, f in mentions]


def coref_pairs(spots: Sequence[Spot]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    rows = []
    for i, late in enumerate(spots):
        for j in range(max(0, i - ANTECEDENTS), i):
            early = spots[j]
            rows.append((i, j, (names.match(late.words, early.words) * 3 + late.form) * 3 + early.form,
                         bucket(late.sentence - early.sentence) * 6 + bucket(i - j - 1)))
    columns = list(zip(*rows)) if rows else [()] * 4
    return tuple(torch.tensor(c, dtype=torch.long) for c in columns)


def _distance(a: Spot, b: Spot) -> int:
    """Bucket of the words between, with the direction; the last buckets are for other sentences."""
    apart = b.sentence - a.sentence
    if apart:
        size = 7 + min(abs(apart), 3)
    else:
        between = max(0, max(a.first, b.first) - min(a.last, b.last) - 1)
        size = min(6, between.bit_length())
    return size + (DISTANCES if b.first >= a.first else 0)


def head_of(article: Article, spot: Spot) -> int:
    """The mention's first word whose head is outside it."""
    inside = range(spot.first, spot.last + 1)
    return next((w for w in inside if article.heads[w] not in inside or article.heads[w] == w), spot.first)


def upwards(article: Article, word: int) -> list[int]:
    """The word and its ancestors in the tree."""
    out = [word]
    while article.heads[out[-1]] != out[-1] and len(out) < 60:
        out.append(article.heads[out[-1]])
    return out


def tree_path(a: Sequence[int], b: Sequence[int]) -> tuple[set[int], int]:
    """Words on the way between two ends in the tree, and the topmost one (-1 without)."""
    on_b = {w: i for i, w in enumerate(b)}
    for i, w in enumerate(a):
        if w in on_b:
            return {*a[:i + 1], *b[:on_b[w]]}, w
    return set(), -1


@dataclass
class Pairs:
    """Pairs of mentions; `bag` numbers (sentence, source entity, target entity)."""

    source: Tensor
    target: Tensor
    distance: Tensor
    regions: Tensor  # [pairs, words], -1 outside the pair's sentence
    bag: Tensor
    bags: list[tuple[int, int, int]]


def relation_pairs(article: Article, spots: Sequence[Spot], entity: Sequence[int]) -> Pairs | None:
    """All pairs in a sentence, and pairs with the nearest mention of an entity of the sentences before.

    `entity` is -1 for mentions that are left out.
    """
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for m, spot in enumerate(spots):
        if entity[m] >= 0:
            by_sentence[spot.sentence].append(m)
    pairs: list[tuple[int, int, int]] = []
    for sentence, here in by_sentence.items():
        present = {entity[m] for m in here}
        pairs += [(sentence, a, b) for i, a in enumerate(here) for b in here[max(0, i - REACH):i + REACH + 1] if entity[a] != entity[b]]
        nearest: dict[int, int] = {}
        for back in range(1, NEIGHBOURS + 1):
            for m in reversed(by_sentence.get(sentence - back, [])):
                if entity[m] not in present and len(nearest) < FAR:
                    nearest.setdefault(entity[m], m)
        for far in nearest.values():
            for m in here:
                pairs += [(sentence, m, far), (sentence, far, m)]
    if not pairs:
        return None
    numbers: dict[tuple[int, int, int], int] = {}
    bag = [numbers.setdefault((s, entity[a], entity[b]), len(numbers)) for s, a, b in pairs]
    ways = [upwards(article, head_of(article, s)) for s in spots]
    regions = torch.full((len(pairs), len(article.words)), -1, dtype=torch.int8)
    for i, (s, a, b) in enumerate(pairs):
        begin, end = article.sentences[s]
        x, y = spots[a], spots[b]
        row = [2] * (end - begin)  # between
        low, high = min(x.first, y.first), max(x.last, y.last)
        row[:max(0, low - begin)] = [0] * max(0, low - begin)
        row[max(0, high + 1 - begin):] = [4] * (end - max(begin, high + 1))
        for w in range(max(begin, y.first), min(end, y.last + 1)):
            row[w - begin] = 3
        for w in range(max(begin, x.first), min(end, x.last + 1)):
            row[w - begin] = 1
        on_way, top = tree_path(ways[a], ways[b])
        if x.sentence != y.sentence:  # from the one in this sentence to the root
            on_way = set(ways[a] if x.sentence == s else ways[b])
            top = (ways[a] if x.sentence == s else ways[b])[-1]
        for w in on_way:
            if begin <= w < end:
                row[w - begin] += PLACES * (2 if w == top else 1)
        regions[i, begin:end] = torch.tensor(row, dtype=torch.int8)
    t = torch.tensor
    return Pairs(t([p[1] for p in pairs]), t([p[2] for p in pairs]),
                 t([_distance(spots[a], spots[b]) for _, a, b in pairs]), regions, t(bag), list(numbers))
