# SPDX-License-Identifier: Apache-2.0
"""From the reader's scores to mentions, entities and relations.

src/extraction does the same, and more: types of entities rule out relations, names of one country go together, a label
holds no other entity, and an edge has one line for each status.
"""
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from . import names
from .bottom import Vectors
from .corpus import ENTITY_TYPES, MENTION_FORMS, SYMMETRIC, Article
from .losses import STATUSES, bag_maximum, entity_means
from .model import Reader
from .tensors import coref_pairs, relation_pairs, spans, spots_of, windows


@dataclass
class Found:
    mentions: list[tuple[int, int, int]]
    entity: list[int]
    types: list[str]  # of entities
    labels: list[str]
    aliases: list[list[str]]
    relations: dict[tuple[int, int, str], tuple[float, str, int]] = field(default_factory=dict)


def vectors_of(net: Reader, articles: Sequence[Vectors]) -> list[Tensor]:
    """Of the words of each article [words, hidden]."""
    w = windows(articles)
    flat = net.encode(w.vectors, w.mask, w.sentences).reshape(-1, net.shape.hidden)
    return [(flat[a] + flat[b]) * 0.5 for a, b in w.places]


def find_mentions(logits: Tensor, first: Tensor, last: Tensor, bias: float) -> list[tuple[int, int, int]]:
    """Spans that are rather a mention than none, the surest first; none crosses a surer one."""
    logits = logits.clone()
    logits[:, 0] -= bias
    sure = torch.log_softmax(logits, 1)
    best, form = sure[:, 1:].max(1)
    chosen = (best > sure[:, 0]).nonzero().flatten().tolist()
    chosen.sort(key=lambda i: (-float(best[i]), i))
    out: list[tuple[int, int, int]] = []
    for i in chosen:
        a, b = int(first[i]), int(last[i])
        if not any(x < a <= y < b or a < x <= b < y for x, y, _ in out):
            out.append((a, b, int(form[i])))
    return sorted(out)


def _surface(article: Article, a: int, b: int) -> str:
    return article.text[article.spans[a][0]:article.spans[b][1]]


UNLIKE = 1.0  # score that a name needs to go with names that are written otherwise


def _may_join(words: tuple[str, ...], score: float, person: bool, others: list[tuple[str, ...]]) -> bool:
    """Whether a name may join an entity with these names: people of two full names are two people."""
    matches = [names.match(words, other) for other in others]
    if person and len(names.keys(words)) > 1:
        for other, found in zip(others, matches):
            if found in (names.NONE, names.SHARED) and len(names.keys(other)) > 1:
                return False
    return any(matches) or (not person and score > UNLIKE)


def _link(spots, candidates: list[list[tuple[float, int]]], kinds: list[int]) -> list[int]:
    """For each mention the first one of its entity."""
    name, person = MENTION_FORMS.index("name"), ENTITY_TYPES.index("person")
    entity: list[int] = []
    named: dict[int, list[tuple[str, ...]]] = defaultdict(list)  # different names of each entity
    seen: dict[tuple[str, ...], int] = {}  # a name that was written just so before goes with it, however far back
    for i, spot in enumerate(spots):
        chosen = -1
        for score, j in sorted(candidates[i]):
            known = named[entity[j]]
            if spot.form != name or not known or _may_join(spot.words, -score, kinds[i] == person, known):
                chosen = j
                break
        keys = names.keys(spot.words)
        if keys and spot.form == name:
            if chosen < 0 and keys in seen:
                chosen = seen[keys]
            seen[keys] = i
        entity.append(entity[chosen] if chosen >= 0 else i)
        if spot.form == name and spot.words not in named[entity[i]]:
            named[entity[i]].append(spot.words)
    return entity


def find_entities(net: Reader, article: Article, mentions: list[tuple[int, int, int]], vectors: Tensor) -> tuple[Found, Tensor, Tensor]:
    spots = spots_of(article, mentions)
    begins, ends = torch.tensor([m[0] for m in mentions]), torch.tensor([m[1] for m in mentions])
    m = net.mentions(vectors, begins, ends)
    kinds = torch.log_softmax(net.kinds(m), 1)
    later, earlier, match, distance = coref_pairs(spots)
    candidates: list[list[tuple[float, int]]] = [[] for _ in spots]
    if len(later):
        for i, j, score in zip(later.tolist(), earlier.tolist(), net.antecedents(m, later, earlier, match, distance).tolist()):
            if score > 0:
                candidates[i].append((-score, j))
    entity = _link(spots, candidates, kinds.argmax(1).tolist())
    groups: dict[int, list[int]] = defaultdict(list)
    for i, e in enumerate(entity):
        groups[e].append(i)
    found = Found(mentions, [-1] * len(spots), [], [], [])
    name = MENTION_FORMS.index("name")
    for members in groups.values():
        named = [i for i in members if spots[i].form == name]
        if not named:
            continue
        number = len(found.types)
        for i in members:
            found.entity[i] = number
        found.types.append(ENTITY_TYPES[int(kinds[named].sum(0).argmax())])
        forms = Counter(_surface(article, spots[i].first, spots[i].last) for i in named)
        sizes = {_surface(article, spots[i].first, spots[i].last): len(names.keys(spots[i].words)) for i in reversed(named)}
        found.labels.append(max(forms, key=lambda f: (sizes[f], -len(f.encode()))))
        found.aliases.append([f for f in forms if f != found.labels[-1]])
    return found, m, kinds


def predict(net: Reader, vectors: Tensor, article: Article, relations: Sequence[str], mention_bias: float = 0.0,
            gold: list[tuple[int, int, int]] | None = None, floor: float = 0.05) -> tuple[Found, dict]:
    """Entities, and for every (source, target, type) the best probability with status and sentence."""
    first, last = spans(article)
    mentions = gold or find_mentions(net.spans(vectors, first, last), first, last, mention_bias)
    if not mentions:
        return Found([], [], [], [], []), {}
    found, m, kinds = find_entities(net, article, mentions, vectors)
    spots = spots_of(article, mentions)
    pairs = relation_pairs(article, spots, found.entity)
    if pairs is None:
        return found, {}
    entities = entity_means(torch.tensor(found.entity), m.dtype) @ m
    types = torch.tensor([ENTITY_TYPES.index(found.types[e]) if e >= 0 else 0 for e in found.entity])
    logits, status, _ = net.pairs(vectors, m, entities, pairs.source, pairs.target, types, pairs.distance, pairs.regions)
    best = bag_maximum(logits, pairs.bag, len(pairs.bags)).sigmoid()
    state = torch.zeros(len(pairs.bags), len(STATUSES)).index_add(0, pairs.bag, torch.softmax(status, 1)).argmax(1)
    out: dict[tuple[int, int, str], tuple[float, str, int]] = {}
    for i, (sentence, a, b) in enumerate(pairs.bags):
        for r in (best[i] > floor).nonzero().flatten().tolist():
            kind = relations[r]
            key = (a, b, kind) if kind not in SYMMETRIC else (min(a, b), max(a, b), kind)
            value = (float(best[i, r]), STATUSES[int(state[i])], sentence)
            if key not in out or value[0] > out[key][0]:
                out[key] = value
    return found, out


def graph(found: Found, relations: dict, threshold: float) -> dict:
    nodes = [{"id": str(i), "label": label, "type": found.types[i], "aliases": found.aliases[i]}
             for i, label in enumerate(found.labels)]
    edges = [{"source": str(a), "target": str(b), "type": t, "status": s} for (a, b, t), (p, s, _) in relations.items()
             if p >= threshold]
    return {"nodes": nodes, "edges": edges}
