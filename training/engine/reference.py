# SPDX-License-Identifier: Apache-2.0
"""The network in numpy, from the model file alone, word for word as docs/model-format.md has it.

Slow and plain on purpose: it is what other implementations are compared with.
"""
from __future__ import annotations

import math

import numpy as np

from .decode import bio_path, tree
from .lemma import Script
from .modelfile import segmenter_of
from .pieces import BOS, EOS

Array = np.ndarray
_erf = np.vectorize(math.erf, otypes=[np.float64])


def _gelu(x: Array) -> Array:
    return (0.5 * x * (1 + _erf(x / math.sqrt(2)))).astype(np.float32)


def _log_softmax(x: Array) -> Array:
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


class Reference:
    def __init__(self, header: dict, tensors: dict[str, Array]) -> None:
        self.header, self.t = header, tensors
        self.shape, self.labels = header["shape"], header["labels"]
        self.segmenter = segmenter_of(tensors)

    def linear(self, name: str, x: Array) -> Array:
        """Exact integer product of rounded inputs and weights."""
        top = np.abs(x).max(-1, keepdims=True)
        scale = np.where(top > 0, top / np.float32(127), 1).astype(np.float32)
        q = np.rint(x / scale).astype(np.int32)
        product = (q @ self.t[f"{name}.weight"].astype(np.int32).T).astype(np.float32)
        out = product * scale * self.t[f"{name}.scale"]
        return out + self.t[f"{name}.bias"] if f"{name}.bias" in self.t else out

    def norm(self, name: str, x: Array) -> Array:
        mean, variance = x.mean(-1, keepdims=True), x.var(-1, keepdims=True)
        unit = (x - mean) / np.sqrt(variance + np.float32(self.shape["epsilon"]))
        return (unit * self.t[f"{name}.weight"] + self.t[f"{name}.bias"]).astype(np.float32)

    def encode(self, ids: list[int], row: int) -> Array:
        t, heads, hidden = self.t, self.shape["heads"], self.shape["hidden"]
        x = t["words.weight"][ids] * t["words.scale"][ids][:, None] + t["positions"][:len(ids)] + t["rows"][row]
        x = self.norm("norm", x.astype(np.float32))
        for n in range(self.shape["layers"]):
            q, k, v = np.split(self.linear(f"layers.{n}.qkv", x), 3, 1)
            mixed = np.empty_like(x)
            for h in range(heads):
                part = slice(h * hidden // heads, (h + 1) * hidden // heads)
                score = q[:, part] @ k[:, part].T / np.float32(math.sqrt(hidden // heads))
                mixed[:, part] = np.exp(_log_softmax(score)) @ v[:, part]
            x = self.norm(f"layers.{n}.attention_norm", x + self.linear(f"layers.{n}.out", mixed))
            inner = _gelu(self.linear(f"layers.{n}.up", x))
            x = self.norm(f"layers.{n}.output_norm", x + self.linear(f"layers.{n}.down", inner))
        return x

    def analyse(self, words: list[str], space_before: list[bool], row: str) -> dict:
        """Everything from the pieces to the tree, with the numbers in between."""
        segments = [self.segmenter.word(w, s) for w, s in zip(words, space_before)]
        ids = [BOS, *(p for s in segments for p in s), EOS]
        first = np.cumsum([1, *map(len, segments)])[:-1]
        last = first + np.array([len(s) for s in segments]) - 1
        x = self.encode(ids, self.labels["rows"].index(row))
        w = (x[first] + x[last]) / np.float32(2)
        h = _gelu(self.linear("tag_hidden", w))
        upos, feats, lemma = (self.linear(n, h) for n in ("upos", "features", "lemma"))
        names = self.linear("names", _gelu(self.linear("name_hidden", w)))
        arcs = self.arcs(w, x[:1])
        masked = arcs.copy()
        masked[np.arange(len(words)), np.arange(1, len(words) + 1)] = -np.inf
        heads = tree(_log_softmax(masked.astype(np.float64)))
        relations = self.relations(w, x[:1], heads)
        return {"words": words, "space_before": space_before, "row": row, "pieces": ids,
                "first": first.tolist(), "last": last.tolist(), "vectors": w.tolist(),
                "upos_logits": upos.tolist(), "feature_logits": feats.tolist(), "lemma_logits": lemma.tolist(),
                "name_logits": names.tolist(), "arc_scores": arcs.tolist(), "relation_logits": relations.tolist(),
                "upos": [self.labels["upos"][i] for i in upos.argmax(1)],
                "feats": self.features(feats),
                "lemmas": [Script.parse(self.labels["scripts"][i]).apply(v) for i, v in zip(lemma.argmax(1), words)],
                "heads": heads.tolist(), "deprels": self.deprels(relations, heads),
                "names": [self.labels["name_tags"][i]
                          for i in bio_path(_log_softmax(names.astype(np.float64)), tuple(self.labels["name_tags"]))]}

    def arcs(self, w: Array, root: Array) -> Array:
        d = _gelu(self.linear("arc_dependent", w))
        g = _gelu(self.linear("arc_head", np.concatenate([root, w])))
        t = self.t
        return d @ t["arc.core"] @ g.T + (g @ t["arc.head"])[None] + (d @ t["arc.dependent"])[:, None] + t["arc.bias"]

    def relations(self, w: Array, root: Array, heads: Array) -> Array:
        a = _gelu(self.linear("rel_dependent", w))
        b = _gelu(self.linear("rel_head", np.concatenate([root, w])))[heads]
        y = self.linear("rel.core", b).reshape(len(w), -1, self.shape["rel"])
        t = self.t
        return np.einsum("nd,nrd->nr", a, y) + b @ t["rel.head"].T + a @ t["rel.dependent"].T + t["rel.bias"]

    def deprels(self, logits: Array, heads: Array) -> list[str]:
        root = self.labels["deprels"].index("root")
        free = logits.copy()
        free[:, root] = -np.inf
        return ["root" if head == 0 else self.labels["deprels"][i] for head, i in zip(heads, free.argmax(1))]

    def features(self, logits: Array) -> list[str]:
        out = []
        for row in logits:
            at, parts = 0, []
            for name, values in self.labels["features"]:
                value = values[int(row[at:at + len(values)].argmax())]
                at += len(values)
                if value:
                    parts.append(f"{name}={value}")
            out.append("|".join(sorted(parts, key=str.lower)) or "_")
        return out
