# SPDX-License-Identifier: Apache-2.0
"""The joint network: BERT-style encoder, word vectors, heads for tags, lemmas, trees and names.

Encoder: Devlin et al. 2019 (N19-1423) in the form of multilingual-e5-small. Trees: deep biaffine
attention, Dozat and Manning 2017 (arXiv:1611.01734). The type embeddings of BERT serve as vectors of
the source (treebank embeddings, Stymne et al. 2018, P18-2098): corpora with habits of their own do
not disturb each other, and running text uses the row of its language.
docs/model-format.md gives the same computation step by step.
"""
from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .dropout import PoolDropout
from .e5 import E5
from .labels import Labels


FUSED_FROM = 128  # pieces; the fused attention of PyTorch is faster for long texts only


@dataclass(frozen=True)
class Shape:
    """Hyper-parameters that fix all tensor shapes."""

    vocabulary: int
    hidden: int = 384
    layers: int = 12
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    tag_hidden: int = 384
    name_hidden: int = 256
    arc: int = 256
    rel: int = 96
    epsilon: float = 1e-12

    def to_json(self) -> dict:
        return asdict(self)


class Linear(nn.Linear):
    """A linear map whose weights and inputs can be rounded as the int8 path rounds them."""

    quantiser = None  # set by quantise.attach on instances

    def forward(self, x: Tensor) -> Tensor:
        if self.quantiser is None:
            return super().forward(x)
        return F.linear(self.quantiser.input(x), self.quantiser.weight(self.weight), self.bias)


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width = shape.hidden
        self.heads, self.size = shape.heads, width // shape.heads
        self.qkv = Linear(width, 3 * width)
        self.out = Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, shape.epsilon)
        self.up = Linear(width, shape.inner)
        self.down = Linear(shape.inner, width)
        self.output_norm = nn.LayerNorm(width, shape.epsilon)
        self.dropout = PoolDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, self.size).permute(2, 0, 3, 1, 4)
        if length > FUSED_FROM:
            mask = bias.to(q.dtype).expand(batch, self.heads, length, length)
            mixed = F.scaled_dot_product_attention(q, k, v, mask)
        else:
            weights = torch.softmax((q @ k.transpose(-1, -2)).float() * (self.size ** -0.5) + bias, -1)
            mixed = weights.to(v.dtype) @ v
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        return self.output_norm(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    def __init__(self, shape: Shape, labels: Labels, dropout: float = 0.1, head_dropout: float = 0.3) -> None:
        super().__init__()
        self.shape, self.labels = shape, labels
        width = shape.hidden
        self.words = nn.Embedding(shape.vocabulary, width)
        self.words.weight.requires_grad_(False)  # unseen and seen pieces stay in one space
        self.positions = nn.Parameter(torch.randn(shape.positions, width) * 0.02)
        self.rows = nn.Parameter(torch.zeros(len(labels.rows), width))
        self.norm = nn.LayerNorm(width, shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.tag_hidden = Linear(width, shape.tag_hidden)
        self.upos = Linear(shape.tag_hidden, len(labels.upos))
        self.features = Linear(shape.tag_hidden, labels.feature_offsets[-1])
        self.lemma = Linear(shape.tag_hidden, len(labels.scripts))
        self.name_hidden = Linear(width, shape.name_hidden)
        self.names = Linear(shape.name_hidden, len(labels.name_tags))
        self.arc_head = Linear(width, shape.arc)
        self.arc_dependent = Linear(width, shape.arc)
        self.arc = nn.Parameter(torch.randn(shape.arc + 1, shape.arc + 1) * 0.01)
        self.rel_head = Linear(width, shape.rel)
        self.rel_dependent = Linear(width, shape.rel)
        self.rel = nn.Parameter(torch.randn(len(labels.deprels), shape.rel + 1, shape.rel + 1) * 0.01)
        self.dropout = PoolDropout(dropout)
        self.head_dropout = PoolDropout(head_dropout)

    def encode(self, pieces: Tensor, mask: Tensor, rows: Tensor) -> Tensor:
        """Piece vectors [batch, pieces, hidden]; mask is true on real pieces."""
        x = self.words(pieces) + self.positions[:pieces.size(1)] + self.rows[rows][:, None]
        x = self.dropout(self.norm(x))
        bias = (~mask)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def word_vectors(self, x: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of words (mean of first and last piece) and of the root (the piece <s>)."""
        def take(at: Tensor) -> Tensor:
            return x.gather(1, at[:, :, None].expand(-1, -1, x.size(2)))
        words = (take(first) + take(last)) * 0.5
        return self.head_dropout(words), self.head_dropout(x[:, :1])

    def tags(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of parts of speech, features, edit scripts."""
        h = self.head_dropout(F.gelu(self.tag_hidden(words)))
        return self.upos(h).float(), self.features(h).float(), self.lemma(h).float()

    def name_logits(self, words: Tensor) -> Tensor:
        return self.names(self.head_dropout(F.gelu(self.name_hidden(words)))).float()

    def arcs(self, words: Tensor, root: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Arc scores [batch, dependents, 1 + heads] and the vectors for `relations`.

        Both parsing sides see a constant 1 appended; index 0 of the heads is the root.
        """
        def side(layer: Linear, x: Tensor) -> Tensor:
            h = self.head_dropout(F.gelu(layer(x)))
            return torch.cat([h, torch.ones_like(h[..., :1])], -1)
        heads = torch.cat([root, words], 1)
        scores = side(self.arc_dependent, words) @ self.arc @ side(self.arc_head, heads).transpose(1, 2)
        return scores.float(), side(self.rel_head, heads), side(self.rel_dependent, words)

    def relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Relation logits for paired rows of dependents and heads [n, rel + 1]."""
        quantiser = self.rel_head.quantiser
        if quantiser is None:
            return torch.einsum("nd,rde,ne->nr", dependents, self.rel, heads).float()
        # the core is a linear map of the heads; what the constant 1 meets is not rounded
        core, head_terms, dependent_terms = self.rel[:, :-1, :-1], self.rel[:, -1], self.rel[:, :-1, -1]
        logits = torch.einsum("nd,rde,ne->nr", dependents[:, :-1], quantiser.weight(core), quantiser.input(heads[:, :-1]))
        return (logits + heads @ head_terms.T + dependents[:, :-1] @ dependent_terms.T).float()


def from_e5(e5: E5, keep: list[int], labels: Labels, dropout: float, head_dropout: float) -> Network:
    """A network with the encoder of `e5` over the kept pieces and fresh heads."""
    shape = Shape(len(keep), e5.hidden, e5.layers, e5.heads, e5.inner, epsilon=e5.epsilon)
    net = Network(shape, labels, dropout, head_dropout)
    width = e5.hidden

    def put(parameter: Tensor, *parts) -> None:
        value = torch.cat([torch.as_tensor(p) for p in parts], 0)
        with torch.no_grad():
            parameter.copy_(value)

    put(net.words.weight, e5.tensor("emb.word", width)[keep])
    put(net.positions, e5.tensor("emb.pos", width)[:shape.positions])
    put(net.rows, *[e5.tensor("emb.type", width)[:1]] * len(labels.rows))
    put(net.norm.weight, e5.tensor("emb.ln.w"))
    put(net.norm.bias, e5.tensor("emb.ln.b"))
    for i, layer in enumerate(net.layers):
        put(layer.qkv.weight, *(e5.tensor(f"l{i}.{n}.w", width) for n in "qkv"))
        put(layer.qkv.bias, *(e5.tensor(f"l{i}.{n}.b") for n in "qkv"))
        for module, name, columns in ((layer.out, "ao", width), (layer.up, "fi", width), (layer.down, "fo", e5.inner)):
            put(module.weight, e5.tensor(f"l{i}.{name}.w", columns))
            put(module.bias, e5.tensor(f"l{i}.{name}.b"))
        for module, name in ((layer.attention_norm, "aln"), (layer.output_norm, "oln")):
            put(module.weight, e5.tensor(f"l{i}.{name}.w"))
            put(module.bias, e5.tensor(f"l{i}.{name}.b"))
    if not math.isfinite(float(net.positions.detach().sum())):
        raise ValueError("the encoder file holds values that are not finite")
    return net
