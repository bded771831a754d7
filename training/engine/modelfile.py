# SPDX-License-Identifier: Apache-2.0
"""Writes and reads the model file of docs/model-format.md."""
from __future__ import annotations

import json
import os
import struct
import zlib
from pathlib import Path

import numpy as np

from .labels import Labels
from .model import Network, Shape
from .pieces import BOS, EOS, MAX_WORD_PIECES, PAD, UNK, Segmenter
from .quantise import ACTIVATION_LIMIT, integers, quantised_layers

MAGIC = b"relgraph"
VERSION = 1
ALIGNMENT = 64
_TYPES = {"i8": np.dtype("<i1"), "i32": np.dtype("<i4"), "u8": np.dtype("<u1"), "u32": np.dtype("<u4"),
          "f32": np.dtype("<f4")}
_NAMES = {dtype: name for name, dtype in _TYPES.items()}


def numbers(tensor) -> np.ndarray:
    return tensor.detach().float().numpy()


def linear(name: str, weight, bias) -> dict[str, np.ndarray]:
    q, scale = integers(weight.detach())
    out = {f"{name}.weight": q.numpy(), f"{name}.scale": numbers(scale),
           f"{name}.sum": q.numpy().astype(np.int32).sum(1, dtype=np.int32)}
    if bias is not None:
        out[f"{name}.bias"] = numbers(bias)
    return out


def _text(parts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    coded = [p.encode() for p in parts]
    return np.frombuffer(b"".join(coded), np.uint8), np.cumsum([0, *map(len, coded)]).astype(np.uint32)


def tensors_of(net: Network, segmenter: Segmenter) -> dict[str, np.ndarray]:
    """All tensors of the file, in its order."""
    out: dict[str, np.ndarray] = {}
    out["pieces.text"], out["pieces.offsets"] = _text(segmenter.pieces)
    out["pieces.scores"] = np.array(segmenter.scores, np.float32)
    coded = [p.encode() for p in segmenter.pieces]
    out["pieces.order"] = np.array(sorted(range(len(coded)), key=lambda i: (coded[i], i)), np.uint32)
    codes = sorted(segmenter.normalisation)
    out["normalisation.codes"] = np.array(codes, np.uint32)
    out["normalisation.text"], out["normalisation.offsets"] = _text([segmenter.normalisation[c] for c in codes])
    words, scale = integers(net.words.weight, ACTIVATION_LIMIT)
    out["words.weight"], out["words.scale"] = words.numpy(), numbers(scale)
    out["positions"], out["rows"] = numbers(net.positions), numbers(net.rows)
    for name, parameter in net.named_parameters():
        if "norm" in name.split(".")[-2:][0]:
            out[name] = numbers(parameter)
    for name, module in quantised_layers(net).items():
        out |= linear(name, module.weight, module.bias)
    arc, rel, a, r = net.arc, net.rel, net.shape.arc, net.shape.rel
    out |= {"arc.core": numbers(arc[:a, :a]), "arc.head": numbers(arc[a, :a]),
            "arc.dependent": numbers(arc[:a, a]), "arc.bias": numbers(arc[a:, a])}
    out |= linear("rel.core", rel[:, :r, :r].reshape(-1, r), None)
    out |= {"rel.head": numbers(rel[:, r, :r]), "rel.dependent": numbers(rel[:, :r, r]),
            "rel.bias": numbers(rel[:, r, r])}
    return {name: np.ascontiguousarray(value) for name, value in out.items()}


def write_model(path: Path, name: str, net: Network, segmenter: Segmenter) -> None:
    """Writes the file of the language engine."""
    unknown_score = float(np.float32(min(segmenter.scores[UNK + 1:]) - 10.0))
    write_tensors(path, {"name": name, "shape": net.shape.to_json(), "labels": net.labels.to_json(),
                         "pieces": {"bos": BOS, "pad": PAD, "eos": EOS, "unknown": UNK, "max_word_pieces": MAX_WORD_PIECES,
                                    "unknown_score": unknown_score}}, tensors_of(net, segmenter))


def write_tensors(path: Path, header: dict, tensors: dict[str, np.ndarray]) -> None:
    """Writes a file of tensors under a temporary name and renames it."""
    header = {**header, "tensors": []}

    def layout(start: int) -> tuple[list[dict], int]:
        rows, at = [], start
        for key, value in tensors.items():
            at = -(-at // ALIGNMENT) * ALIGNMENT
            rows.append({"name": key, "dtype": _NAMES[value.dtype], "shape": list(value.shape), "offset": at,
                         "bytes": value.nbytes})
            at += value.nbytes
        return rows, at

    def text_of(start: int) -> bytes:
        header["tensors"] = layout(start)[0]
        return json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()

    start = 0  # offsets have up to 8 digits: one more round settles their widths
    for _ in range(4):
        start = -(-(32 + len(text_of(start))) // ALIGNMENT) * ALIGNMENT
    text = text_of(start).ljust(start - 32)
    rows, size = layout(start)
    body = bytearray(size - 32)
    body[:len(text)] = text
    for row, value in zip(rows, tensors.values()):
        body[row["offset"] - 32:row["offset"] - 32 + row["bytes"]] = value.tobytes()
    head = MAGIC + struct.pack("<IIQII", VERSION, zlib.crc32(body), size, len(text), 0)
    temporary = path.with_suffix(".tmp")
    temporary.write_bytes(head + body)
    os.replace(temporary, path)


def checksum_of(path: Path) -> int:
    """The CRC-32 by which another file names this one."""
    return struct.unpack_from("<I", path.read_bytes()[:32], 12)[0]


def read_model(path: Path) -> tuple[dict, dict[str, np.ndarray]]:
    """Header and tensors; ValueError if the file is not whole."""
    data = path.read_bytes()
    if data[:8] != MAGIC or len(data) < 32:
        raise ValueError(f"{path} is not a model file")
    version, checksum, size, length, _ = struct.unpack_from("<IIQII", data, 8)
    if version != VERSION:
        raise ValueError(f"{path} has format version {version}, not {VERSION}")
    if size != len(data) or zlib.crc32(data[32:]) != checksum:
        raise ValueError(f"{path} is damaged")
    header = json.loads(data[32:32 + length])
    tensors = {t["name"]: np.frombuffer(data, _TYPES[t["dtype"]], t["bytes"] // _TYPES[t["dtype"]].itemsize,
                                        t["offset"]).reshape(t["shape"]) for t in header["tensors"]}
    return header, tensors


def segmenter_of(tensors: dict[str, np.ndarray]) -> Segmenter:
    def strings(name: str) -> list[str]:
        blob, offsets = tensors[f"{name}.text"].tobytes(), tensors[f"{name}.offsets"]
        return [blob[a:b].decode() for a, b in zip(offsets, offsets[1:])]
    table = {int(c): tuple(map(ord, t)) for c, t in zip(tensors["normalisation.codes"], strings("normalisation"))}
    return Segmenter(strings("pieces"), tensors["pieces.scores"], table)


def network_of(header: dict, tensors: dict[str, np.ndarray]) -> Network:
    """The network with the weights as the file has them (rounded)."""
    import torch
    net = Network(Shape(**header["shape"]), Labels.from_json(header["labels"]))
    state = net.state_dict()

    def weight(name: str) -> np.ndarray:
        return tensors[f"{name}.weight"] * tensors[f"{name}.scale"][:, None]

    for name in state:
        stem = name.rpartition(".")[0]
        if name in ("arc", "rel"):
            continue
        value = weight(stem) if f"{stem}.scale" in tensors and name.endswith(".weight") else tensors[name]
        state[name] = torch.from_numpy(np.array(value, np.float32))
    t = tensors
    state["arc"] = torch.from_numpy(np.block([[t["arc.core"], t["arc.dependent"][:, None]],
                                              [t["arc.head"][None], t["arc.bias"][:, None]]]))
    count, width = t["rel.head"].shape
    core = weight("rel.core").reshape(count, width, width)
    top = np.concatenate([core, t["rel.dependent"][:, :, None]], 2)
    bottom = np.concatenate([t["rel.head"], t["rel.bias"][:, None]], 1)[:, None]
    state["rel"] = torch.from_numpy(np.concatenate([top, bottom], 1).astype(np.float32))
    net.load_state_dict(state)
    net.eval()
    return net
