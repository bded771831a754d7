# SPDX-License-Identifier: Apache-2.0
"""The training loss: a weighted sum over the layers of annotation, each a mean over its words."""
from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .batches import IGNORE, Batch, Targets
from .model import Network

WEIGHTS = {"arc": 1.0, "rel": 1.0, "upos": 0.5, "feats": 0.25, "name": 1.0}


def _mean(logits: Tensor, target: Tensor) -> Tensor:
    chosen = target != IGNORE
    if not chosen.any():
        return logits.new_zeros(())
    return F.cross_entropy(logits[chosen], target[chosen])


def losses(net: Network, batch: Batch, targets: Targets) -> dict[str, Tensor]:
    """Loss by layer of annotation; sentences without a layer do not count in it."""
    x = net.encode(batch.pieces, batch.mask, batch.rows)
    words, root = net.word_vectors(x, batch.first, batch.last)
    out: dict[str, Tensor] = {}
    named = (targets.name != IGNORE).any(1)
    if named.any():
        logits = net.name_logits(words[named]) + (targets.name_mask[named][:, None] - 1) * 1e4
        out["name"] = _mean(logits, targets.name[named])
    parsed = (targets.head != IGNORE).any(1)
    tagged = parsed | (targets.lemma != IGNORE).any(1)
    if tagged.any():
        upos, feats, lemma = net.tags(words[tagged])
        out["upos"] = _mean(upos, targets.upos[tagged])
        out["lemma"] = _mean(lemma, targets.lemma[tagged])
        offsets = net.labels.feature_offsets
        parts = [_mean(feats[..., a:b], t[tagged]) for a, b, t in zip(offsets, offsets[1:], targets.feats)]
        out["feats"] = torch.stack(parts).sum()
    if parsed.any():
        words, root = words[parsed], root[parsed]
        scores, rel_heads, rel_dependents = net.arcs(words, root)
        real = batch.words[parsed]
        head_exists = torch.cat([torch.ones_like(real[:, :1]), real], 1)
        scores = scores.masked_fill(~head_exists[:, None], -1e9)
        heads = targets.head[parsed]
        out["arc"] = _mean(scores, heads)
        at_sentence, at_word = (heads != IGNORE).nonzero(as_tuple=True)
        logits = net.relations(rel_dependents[at_sentence, at_word],
                               rel_heads[at_sentence, heads[at_sentence, at_word]])
        out["rel"] = _mean(logits, targets.rel[parsed][at_sentence, at_word])
    return out


def total(parts: dict[str, Tensor], lemma_weight: float) -> Tensor:
    weights = WEIGHTS | {"lemma": lemma_weight}
    return torch.stack([weights[name] * value for name, value in parts.items()]).sum()
