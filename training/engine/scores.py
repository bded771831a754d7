# SPDX-License-Identifier: Apache-2.0
"""Scores with gold words: accuracies, attachment as in CoNLL 2018 (subtypes stripped), exact names."""
from __future__ import annotations

from collections.abc import Sequence

from .predict import Prediction
from .sentence import Sentence


def tree_scores(gold: Sequence[Sentence], predicted: Sequence[Prediction]) -> dict[str, float]:
    """Percentages over all words, punctuation included (Zeman et al. 2018, K18-2001)."""
    hits = dict.fromkeys(("UPOS", "FEATS", "lemma", "UAS", "LAS"), 0)
    words = 0
    for s, p in zip(gold, predicted):
        words += len(s.words)
        for i in range(len(s.words)):
            attached = s.heads[i] == p.heads[i]
            hits["UPOS"] += s.upos[i] == p.upos[i]
            hits["FEATS"] += s.feats[i] == p.feats[i]
            hits["lemma"] += s.lemmas[i] is None or s.lemmas[i] == p.lemmas[i]
            hits["UAS"] += attached
            hits["LAS"] += attached and s.deprels[i].split(":")[0] == p.deprels[i].split(":")[0]
    return {name: 100 * n / max(words, 1) for name, n in hits.items()}


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names of a BIO sequence as (begin, end, type); a stray I- opens a name, as in conlleval."""
    out: set[tuple[int, int, str]] = set()
    start, kind = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and (tag[0] != "I" or tag[2:] != kind):
            out.add((start, i, kind))
            start = -1
        if tag != "O" and start < 0:
            start, kind = i, tag[2:]
    return out


def name_scores(gold: Sequence[Sentence], predicted: Sequence[Prediction]) -> dict[str, float]:
    """Precision, recall, F1 of exact names; predictions of types the corpus lacks do not count."""
    right = found = wanted = 0
    for s, p in zip(gold, predicted):
        g = spans(s.names)
        f = {x for x in spans(p.names) if x[2] in s.name_types}
        right, found, wanted = right + len(g & f), found + len(f), wanted + len(g)
    return {"P": 100 * right / max(found, 1), "R": 100 * right / max(wanted, 1),
            "F1": 200 * right / max(found + wanted, 1)}


def score_set(gold: Sequence[Sentence], predicted: Sequence[Prediction]) -> dict[str, float]:
    """Whatever the set is annotated with."""
    out: dict[str, float] = {}
    if gold[0].heads:
        out |= tree_scores(gold, predicted)
    if gold[0].names:
        out |= name_scores(gold, predicted)
    return out


def line(name: str, scores: dict[str, float]) -> str:
    return f"{name:28} " + "  ".join(f"{key} {value:5.2f}" for key, value in scores.items())
