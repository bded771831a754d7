# SPDX-License-Identifier: Apache-2.0
"""Spelling variants of training sentences: headlines in capitals, other quotation marks, no full stop."""
from __future__ import annotations

import random
import re
from dataclasses import replace

from .sentence import Sentence

_QUOTES = (("„", "“"), ("»", "«"), ("«", "»"), ('"', '"'), ("“", "”"), ("‘", "’"), ("‚", "‘"), ("''", "''"))
_MARKS = {m for pair in _QUOTES for m in pair} | {"``", "”"}
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_COMPOUND = re.compile(r"\w[\w.]*(?:-\w[\w.]*)+")
_SMALL = {"a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "with", "by"}


def _requote(words: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    opening, closing = rng.choice(_QUOTES)
    inside = False
    out = []
    for word in words:
        if word in _MARKS and word not in {"'", "’"}:
            word = closing if inside else opening
            inside = not inside
        out.append(word)
    return tuple(out)


def _without_last(s: Sentence) -> Sentence:
    cut = {name: getattr(s, name)[:-1] for name in
           ("words", "space_before", "upos", "feats", "lemmas", "heads", "deprels", "names", "name_parts")
           if getattr(s, name) is not None}
    return replace(s, **cut)


def _split_word(word: str, space: bool, tag: str, part: str | None) -> list[tuple[str, bool, str]]:
    """The pieces of a word with hyphens: all of a name, or only what stands before the last hyphen."""
    pieces = [p for p in re.split("(-)", word) if p]
    inside = "I" + tag[1:] if tag != "O" else "O"
    tags = [tag] + [inside] * (len(pieces) - 1)
    if part:
        named = len(pieces) - 2
        tags = ["B-" + part] + ["I-" + part] * (named - 1) + ["O"] * 2
    return [(p, space and i == 0, t) for i, (p, t) in enumerate(zip(pieces, tags))]


def split_hyphens(s: Sentence) -> Sentence:
    """A sentence of a name corpus with compounds cut at hyphens, as treebanks and running text have them."""
    parts = s.name_parts or (None,) * len(s.words)
    rows: list[tuple[str, bool, str, str | None]] = []
    for i, (word, space, tag) in enumerate(zip(s.words, s.space_before, s.names or ())):
        lemma = s.lemmas[i] if s.lemmas else None
        if _COMPOUND.fullmatch(word):
            rows += [(*piece, None) for piece in _split_word(word, space, tag, parts[i])]
        else:
            rows.append((word, space, tag, lemma))
    words, spaces, names, lemmas = zip(*rows)
    return replace(s, words=words, space_before=spaces, names=names, name_parts=None,
                   lemmas=lemmas if s.lemmas else None)


def augment(s: Sentence, rng: random.Random, split_compounds: bool = False) -> Sentence:
    """The sentence itself in most cases; the labels stay true of the new spelling."""
    if split_compounds and s.heads is None and s.names is not None and rng.random() < 0.6 and any("-" in w for w in s.words):
        s = split_hyphens(s)
    n = len(s.words)
    if n > 2 and s.words[-1] == "." and (s.heads is None or n not in s.heads) and rng.random() < 0.06:
        s = _without_last(s)
    if any(w in _MARKS for w in s.words) and rng.random() < 0.5:
        s = s.with_words(_requote(s.words, rng))
    dice = rng.random()
    if dice < 0.025:
        # "ß".upper() is "SS", as in print
        s = s.with_words(tuple(w.upper() for w in s.words))
    elif dice < 0.04:
        s = s.with_words(tuple(w.lower() for w in s.words))
    elif dice < 0.06 and s.language == "en":
        s = s.with_words(tuple(w if w in _SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(s.words)))
    elif dice < 0.07 and s.language == "de":
        s = s.with_words(tuple(w.translate(_ASCII) for w in s.words))
        return replace(s, lemmas=None)
    if s.lemmas is not None and dice < 0.04 and any("ß" in w for w in s.words):
        return replace(s, lemmas=None)
    return s
