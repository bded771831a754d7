# SPDX-License-Identifier: Apache-2.0
"""Runs a network, or the mean of several, over sentences and decodes the result."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch

from .batches import Encoder, group
from .decode import bio_path, tree
from .lemma import Script
from .model import Network
from .sentence import Sentence


@dataclass
class Prediction:
    upos: list[str]
    feats: list[dict[str, str]]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[str]
    tree_confidence: np.ndarray  # probability of each chosen head


class Predictor:
    """`open_names`: all name types compete; else only those that the sentence's corpus annotates."""

    def __init__(self, nets: Sequence[Network], encoder: Encoder, open_names: bool = False, bf16: bool = True) -> None:
        self.nets, self.encoder, self.open_names, self.bf16 = list(nets), encoder, open_names, bf16
        self.scripts = [Script.parse(t) for t in encoder.labels.scripts]

    def __call__(self, sentences: Sequence[Sentence], budget: int = 4096) -> list[Prediction]:
        out: list[Prediction | None] = [None] * len(sentences)
        lengths = [len(self.encoder.pieces(s)[0]) for s in sentences]
        for net in self.nets:
            net.eval()
        with torch.no_grad():
            for indices in group(lengths, budget):
                for i, p in zip(indices, self._batch([sentences[i] for i in indices])):
                    out[i] = p
        return out  # type: ignore[return-value]

    def _batch(self, sentences: list[Sentence]) -> list[Prediction]:
        batch = self.encoder.batch(sentences)
        mean: dict[str, torch.Tensor] = {}
        sides = []
        for net in self.nets:
            with torch.autocast("cpu", torch.bfloat16, enabled=self.bf16):
                x = net.encode(batch.pieces, batch.mask, batch.rows)
                words, root = net.word_vectors(x, batch.first, batch.last)
                upos, feats, lemma = net.tags(words)
                arcs, rel_heads, rel_dependents = net.arcs(words, root)
                names = net.name_logits(words)
            sides.append((net, rel_heads, rel_dependents))
            exists = torch.cat([torch.ones_like(batch.words[:, :1]), batch.words], 1)
            arcs = arcs.masked_fill(~exists[:, None], -1e9)
            own = torch.eye(arcs.size(1), dtype=torch.bool)
            arcs[:, :, 1:].masked_fill_(own[None], -1e9)
            if not self.open_names:
                mask = self.encoder.targets(sentences).name_mask
                names = names + torch.where(mask.sum(1, keepdim=True) > 1, mask - 1, 0)[:, None] * 1e4
            offsets = net.labels.feature_offsets
            parts = {"upos": upos.softmax(-1), "lemma": lemma.softmax(-1), "arc": arcs.softmax(-1),
                     "name": names.softmax(-1),
                     "feats": torch.cat([feats[..., a:b].softmax(-1) for a, b in zip(offsets, offsets[1:])], -1)}
            for key, value in parts.items():
                mean[key] = mean.get(key, 0) + value / len(self.nets)
        return [self._decode(s, k, mean, sides) for k, s in enumerate(sentences)]

    def _decode(self, s: Sentence, k: int, mean: dict[str, torch.Tensor], sides: list) -> Prediction:
        labels = self.encoder.labels
        n = len(s.words)
        arc = mean["arc"][k, :n, :n + 1].double().numpy()
        heads = tree(np.log(arc + 1e-12))
        rel = sum(net.relations(d[k, :n].float(), h[k, torch.as_tensor(heads)].float()).softmax(-1)
                  for net, h, d in sides)
        root = labels.deprels.index("root")
        at_root = torch.as_tensor(heads == 0)
        rel[~at_root, root] = -1
        deprels = ["root" if head == 0 else labels.deprels[i] for head, i in zip(heads, rel.argmax(-1).tolist())]
        feats: list[dict[str, str]] = [{} for _ in range(n)]
        for (name, values), a in zip(labels.features, labels.feature_offsets):
            for f, i in zip(feats, mean["feats"][k, :n, a:a + len(values)].argmax(-1).tolist()):
                if values[i]:
                    f[name] = values[i]
        scripts = mean["lemma"][k, :n].argmax(-1).tolist()
        path = bio_path(np.log(mean["name"][k, :n].double().numpy() + 1e-12), labels.name_tags)
        return Prediction([labels.upos[i] for i in mean["upos"][k, :n].argmax(-1).tolist()], feats,
                          [self.scripts[i].apply(w) for i, w in zip(scripts, s.words)],
                          heads.tolist(), deprels, [labels.name_tags[i] for i in path],
                          arc[np.arange(n), heads])
