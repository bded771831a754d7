# SPDX-License-Identifier: Apache-2.0
"""A tiny random reader of relations and the numbers it gives: python training/tiny_relations.py OUT_DIR

Writes OUT_DIR/tiny.relations and OUT_DIR/relations.json: an analysed text with random vectors, and what every step of
docs/model-format.md, "The relations file", makes of it. The seed is the first one whose decisions are not so close that
the rounding of another order of summation could turn one round.
"""
from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import torch

from engine.model import Shape
from extraction.bottom import Vectors
from extraction.corpus import MENTION_FORMS, Article
from extraction.decode import find_mentions, predict, vectors_of
from extraction.model import Reader, Sizes
from extraction.relationsfile import write_relations
from extraction.tensors import coref_pairs, spans, spots_of

BASE = 7  # stands for the checksum of a language model
TYPES = ["communicates_with", "competes_with", "criticizes", "part_of"]
SENTENCES = [("Anna Berg lobte Bruno Carl scharf .", [1, -1, 1, 2, 3, 2, 2]), ("Berg traf ihn gestern in Foo .", [1, -1, 1, 1, 5, 1, 1]),
             ("Nein", [-1]), ("Carl leitet Foo und die Foo Werke .", [1, -1, 1, 6, 6, 6, 1, 1])]


def article() -> Article:
    words, spaces, spots, sentences, heads, text = [], [], [], [], [], ""
    for line, tree in SENTENCES:
        begin = len(words)
        for word, head in zip(line.split(), tree, strict=True):
            text += " " if text else ""
            spots.append((len(text), len(text) + len(word)))
            text += word
            words.append(word)
            heads.append(len(words) - 1 if head < 0 else begin + head)
        sentences.append((begin, len(words)))
    return Article("tiny", "de", text, words, [True] * len(words), spots, ["X"] * len(words), sentences, heads)


def vectors(a: Article) -> Vectors:
    """Random; every third word has two pieces."""
    begins, first, last, at = [0], [], [], 0
    for begin, end in a.sentences:
        at += 1
        for w in range(begin, end):
            first.append(at)
            at += 2 if w % 3 == 0 else 1
            last.append(at - 1)
        at += 1
        begins.append(at)
    return Vectors(torch.randn(at, 32).to(torch.bfloat16), begins, torch.tensor(first), torch.tensor(last))


def random_reader() -> Reader:
    net = Reader(Shape(10, 32, 2, 2, 64), len(TYPES), Sizes(16, 32, 16, 32, 16))
    with torch.no_grad():
        for p in net.parameters():
            p.normal_(0, 0.3) if p.dim() > 1 else p.add_(torch.randn_like(p) * 0.1)
        net.span[0, -1, -1] = 6.0
    return net.as_released()


def margin(net: Reader, a: Article, words: torch.Tensor) -> float:
    """How close the closest decision about a mention or an antecedent is."""
    first, last = spans(a)
    logits = net.spans(words, first, last)
    closest = float((logits[:, 1:].max(1).values - logits[:, 0]).abs().min())
    mentions = find_mentions(logits, first, last, 0.0)
    if not 4 <= len(mentions) <= 14 or not any(m[2] == 0 for m in mentions):
        return 0.0
    spots = spots_of(a, mentions)
    m = net.mentions(words, torch.tensor([x[0] for x in mentions]), torch.tensor([x[1] for x in mentions]))
    pairs = coref_pairs(spots)
    scores = net.antecedents(m, *pairs)
    for i in range(len(spots)):
        own = sorted([0.0, *scores[pairs[0] == i].tolist()], reverse=True)
        if len(own) > 1:
            closest = min(closest, own[0] - own[1])
    kinds = net.kinds(m).sort(1).values
    return min(closest, float((kinds[:, -1] - kinds[:, -2]).min()))


@torch.no_grad()
def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("out", type=Path)
    args = p.parse_args()
    torch.set_num_threads(1)
    a = article()
    best = (0.0, 0)
    for seed in range(3000):
        torch.manual_seed(seed)
        v, net = vectors(a), random_reader()
        found = margin(net, a, vectors_of(net, [v])[0])
        best = max(best, (found, seed))
        if found > 0.08:
            break
    torch.manual_seed(best[1])
    v, net = vectors(a), random_reader()
    words = vectors_of(net, [v])[0]
    entities, relations = predict(net, words, a, TYPES, floor=0.0)
    write_relations(args.out / "tiny.relations", "tiny", net, 1, TYPES, BASE, 0.0, (1.0, 0.0))
    expected = {
        "base": BASE, "text": a.text, "words": [list(s) for s in a.spans], "sentences": a.sentences,
        "heads": a.heads, "begins": v.begins, "pieces": [[int(x), int(y)] for x, y in zip(v.first, v.last)],
        "vectors": [round(x, 6) for x in v.pieces.float().flatten().tolist()],
        "word_vectors": [round(x, 5) for x in words.flatten().tolist()],
        "mentions": [[m[0], m[1], MENTION_FORMS[m[2]], e] for m, e in zip(entities.mentions, entities.entity)],
        "entities": [[t, label] for t, label in zip(entities.types, entities.labels)],
        "relations": [[x, y, t, round(p, 4), s] for (x, y, t), (p, s, _) in sorted(relations.items())]}
    (args.out / "relations.json").write_text(json.dumps(expected, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"seed {best[1]}, margin {best[0]:.3f}, {len(entities.mentions)} mentions, {len(entities.labels)} entities, {len(relations)} relations")
    return 0


if __name__ == "__main__":
    sys.exit(main())
