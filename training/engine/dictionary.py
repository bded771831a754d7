# SPDX-License-Identifier: Apache-2.0
"""Lemmas from a dictionary for German sentences without any: few German trees, but many German texts.

The dictionary (PyPI simplemma; lists by Měchura, ODbL, and Wiktionary, CC BY-SA) knows forms, not
parts of speech; a network tells these, and an entry counts only where both fit together and the
treebank would say the same. Other words keep no lemma, which teaches nothing.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import replace

import torch
from simplemma.strategies import DictionaryLookupStrategy

from .batches import Encoder
from .labels import Labels
from .lemma import script_for
from .model import Linear, Network
from .predict import Predictor
from .sentence import Sentence

# adjectives as nouns: the treebank's lemmas of Vorsitzende, Angestellter go either way
_NOMINALISED = ("ende", "ender", "liche", "licher", "igte", "igter", "nete", "neter", "tigte", "tigter", "ete", "eter")
_UNSETTLED = ("letzt", "weiter", "besonder", "selb", "erst", "zweit", "dritt", "ander")
MIN_COUNT = 3


def _noun(word: str, lemma: str) -> bool:
    return (word[0].isupper() and lemma[0].isupper() and len(word) > 2 and "ss" not in word
            and not word.isupper() and not lemma.endswith(_NOMINALISED))


def _verb(word: str, lemma: str, feats: dict[str, str]) -> bool:
    if lemma[0].isupper() or not lemma.endswith("n"):
        return False
    form = feats.get("VerbForm")
    if lemma == word.lower():  # a participle that has an entry as adjective
        return form == "Inf" or (form == "Fin" and feats.get("Tense") == "Pres")
    return form != "Fin" or not word.lower().startswith("ge")  # gefällt: gefallen or fällen


def _adjective(word: str, lemma: str) -> bool:
    if lemma[0].isupper() or lemma.endswith("en") or word.lower().startswith(_UNSETTLED):
        return False
    return lemma != word.lower() or not word.endswith(("e", "er", "en", "es", "em"))


class Dictionary:
    def __init__(self) -> None:
        self._lookup = DictionaryLookupStrategy()

    def lemma(self, word: str, upos: str, feats: dict[str, str]) -> str | None:
        """The lemma of a German word, or None where the entry is missing or in doubt."""
        if upos not in ("NOUN", "VERB", "AUX", "ADJ") or not word.isalpha():
            return None
        lemma = self._lookup.get_lemma(word, "de")
        if not lemma:
            return None
        if upos == "NOUN":
            fits = _noun(word, lemma)
        else:
            fits = _adjective(word, lemma) if upos == "ADJ" else _verb(word, lemma, feats)
        return lemma if fits else None


def add_lemmas(sentences: list[Sentence], net: Network, encoder: Encoder) -> list[Sentence]:
    """The sentences, German ones without lemmas with those of the dictionary."""
    dictionary = Dictionary()
    bare = [i for i, s in enumerate(sentences) if s.language == "de" and s.lemmas is None]
    out = list(sentences)
    for i, p in zip(bare, Predictor([net], encoder)([sentences[i] for i in bare])):
        s = sentences[i]
        out[i] = replace(s, lemmas=tuple(dictionary.lemma(*w) for w in zip(s.words, p.upos, p.feats)))
    return out


def widen(net: Network, sentences: list[Sentence]) -> None:
    """Gives the network outputs for edit scripts that the dictionary brought; they begin as unlikely."""
    known = set(net.labels.scripts)
    counts = Counter(script_for(w, m).text() for s in {id(s): s for s in sentences}.values()
                     for w, m in zip(s.words, s.lemmas or ()) if m is not None)
    new = sorted(t for t, n in counts.items() if n >= MIN_COUNT and t not in known)
    old = net.lemma
    net.lemma = Linear(old.weight.size(1), len(known) + len(new))
    with torch.no_grad():
        net.lemma.weight.mul_(0.01)
        net.lemma.bias.fill_(-6.0)
        net.lemma.weight[:len(known)] = old.weight
        net.lemma.bias[:len(known)] = old.bias
    labels = net.labels
    net.labels = Labels(labels.features, labels.scripts + tuple(new), labels.deprels, labels.upos, labels.name_tags,
                        labels.rows)
