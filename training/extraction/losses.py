# SPDX-License-Identifier: Apache-2.0
"""What an article teaches, and the training losses."""
from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from .corpus import ENTITY_TYPES, SYMMETRIC, Article
from .model import Reader
from .tensors import Pairs, coref_pairs, relation_pairs, spans, spots_of

STATUSES = ("asserted", "reported", "planned", "former", "negated")


def bag_maximum(logits: Tensor, bag: Tensor, count: int) -> Tensor:
    """The greatest logits of each bag's pairs [count, relations]."""
    out = logits.new_full((count, logits.size(1)), -30.0)
    return out.scatter_reduce(0, bag[:, None].expand_as(logits), logits, "amax")


def entity_means(entity: Tensor, dtype: torch.dtype) -> Tensor:
    """[mentions, mentions]: a row makes the mean of the mentions of one's entity; zeros without entity."""
    same = ((entity[:, None] == entity[None]) & (entity >= 0)[:, None]).to(dtype)
    return same / same.sum(1, keepdim=True).clamp(min=1)


@dataclass
class Lesson:
    """The labels of an article on its spans, mentions and pairs; made once, used every epoch."""

    first: Tensor
    last: Tensor
    forms: Tensor  # of all spans, 0 is no mention
    begins: Tensor  # of mentions
    ends: Tensor
    kinds: Tensor
    entity: Tensor  # -1: none, or several
    later: Tensor
    earlier: Tensor
    match: Tensor
    distance: Tensor
    pairs: Pairs | None
    relations: Tensor | None  # [bags, relations]
    states: Tensor | None  # [bags], -100 without a relation
    triggers: dict[int, list[int]]  # of pairs


def lesson(article: Article, relations: dict[str, int]) -> Lesson | None:
    """None if the article has no mention of a single entity."""
    first, last = spans(article)
    at = {(int(a), int(b)): i for i, (a, b) in enumerate(zip(first, last))}
    forms = torch.zeros(len(first), dtype=torch.long)
    kept = [m for m in article.mentions if (m.first, m.last) in at]
    for m in kept:
        forms[at[m.first, m.last]] = m.form + 1
    single = [m.entities[0] if len(m.entities) == 1 else -1 for m in kept]
    if max(single, default=-1) < 0:
        return None
    spots = spots_of(article, [(m.first, m.last, m.form) for m in kept])
    kinds = torch.tensor([ENTITY_TYPES.index(article.entities[e][0]) if e >= 0 else 0 for e in single])
    pairs = relation_pairs(article, spots, single)
    out = Lesson(first, last, forms, torch.tensor([m.first for m in kept]), torch.tensor([m.last for m in kept]), kinds,
                 torch.tensor(single), *coref_pairs(spots), pairs, None, None, {})
    if pairs is not None:
        _relations(article, pairs, relations, out)
    return out


def _relations(article: Article, pairs: Pairs, relations: dict[str, int], out: Lesson) -> None:
    numbers = {b: i for i, b in enumerate(pairs.bags)}
    out.relations = torch.zeros(len(pairs.bags), len(relations))
    out.states = torch.full((len(pairs.bags),), -100)
    triggers: dict[int, set[int]] = {}
    for r in article.relations:
        ends = [(r.source, r.target)] + ([(r.target, r.source)] if r.types[0] in SYMMETRIC else [])
        for sentence in (r.sentence, r.sentence + 1, r.sentence + 2):
            found = [numbers[sentence, a, b] for a, b in ends if (sentence, a, b) in numbers]
            for bag in found:
                for t in r.types:
                    out.relations[bag, relations[t]] = 1.0
                out.states[bag] = STATUSES.index(r.status)
                if sentence == r.sentence and r.trigger:
                    triggers.setdefault(bag, set()).update(r.trigger)
            if found:
                break
    for pair, bag in enumerate(pairs.bag.tolist()):
        if bag in triggers:
            words = [w for w in triggers[bag] if pairs.regions[pair, w] >= 0]
            if words:
                out.triggers[pair] = words


def losses(net: Reader, vectors: Tensor, lesson: Lesson) -> dict[str, Tensor]:
    """Sums over the article, and means where only few items have the label."""
    out: dict[str, Tensor] = {}
    out["mention"] = F.cross_entropy(net.spans(vectors, lesson.first, lesson.last), lesson.forms, reduction="sum")
    mentions = net.mentions(vectors, lesson.begins, lesson.ends)
    known = (lesson.entity >= 0).nonzero().flatten()
    out["type"] = F.cross_entropy(net.kinds(mentions)[known], lesson.kinds[known], reduction="sum")
    if len(lesson.later):
        out["coref"] = _coreference(net, mentions, lesson, known)
    pairs = lesson.pairs
    if pairs is None:
        return out
    entities = entity_means(lesson.entity, mentions.dtype) @ mentions
    logits, status, trigger = net.pairs(vectors, mentions, entities, pairs.source, pairs.target, lesson.kinds, pairs.distance,
                                        pairs.regions)
    best = bag_maximum(logits, pairs.bag, len(pairs.bags))
    out["relation"] = F.binary_cross_entropy_with_logits(best, lesson.relations, reduction="sum")
    states = lesson.states[pairs.bag]
    if (states >= 0).any():
        out["status"] = F.cross_entropy(status, states)
    if lesson.triggers:
        rows = torch.tensor(list(lesson.triggers))
        right = torch.zeros(len(rows), trigger.size(1), dtype=torch.bool)
        for i, words in enumerate(lesson.triggers.values()):
            right[i, words] = True
        wide = trigger[rows]
        out["trigger"] = (wide.logsumexp(1) - wide.masked_fill(~right, -1e4).logsumexp(1)).mean()
    return out


def _coreference(net: Reader, mentions: Tensor, lesson: Lesson, known: Tensor) -> Tensor:
    """Every mention chooses one of its right antecedents, or none where there is none."""
    scores = net.antecedents(mentions, lesson.later, lesson.earlier, lesson.match, lesson.distance)
    count = len(mentions)
    table = scores.new_full((count, count + 1), -1e4)
    table[:, -1] = 0.0
    table = table.index_put((lesson.later, lesson.earlier), scores)
    right = torch.zeros(table.shape, dtype=torch.bool)
    entity = lesson.entity
    right[lesson.later, lesson.earlier] = (entity[lesson.later] == entity[lesson.earlier]) & (entity[lesson.later] >= 0)
    right[:, -1] = ~right.any(1)
    table, right = table[known], right[known]
    return (table.logsumexp(1) - table.masked_fill(~right, -1e4).logsumexp(1)).sum()


WEIGHTS = {"mention": 1 / 32, "type": 1 / 32, "coref": 1 / 32, "relation": 1 / 12, "status": 0.3, "trigger": 0.3}


def total(parts: dict[str, Tensor]) -> Tensor:
    return sum(WEIGHTS[k] * v for k, v in parts.items())
