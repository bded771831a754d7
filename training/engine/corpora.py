# SPDX-License-Identifier: Apache-2.0
"""Which corpora are used for what: paths under `data/`, licences, annotated name types, weights."""
from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from .bio import read_bio
from .conllu import read_conllu
from .sentence import NAME_TYPES, Sentence

ALL = frozenset(NAME_TYPES)
P_L_O = frozenset(("PER", "LOC", "ORG"))
P_L_O_M = P_L_O | {"MISC"}
# German PUD lacks these features where GSD has them, so their absence teaches nothing.
PUD_MISSING = frozenset(("VerbForm", "Voice", "AdpType", "Typo", "Abbr", "Foreign"))


@dataclass(frozen=True)
class Treebank:
    file: str
    row: str
    licence: str
    repeat: int = 1
    missing: frozenset[str] = frozenset()
    names: str = ""  # a name corpus with the very same sentences


@dataclass(frozen=True)
class NameCorpus:
    file: str
    types: frozenset[str]
    licence: str
    repeat: int = 1

    @property
    def language(self) -> str:
        return self.file[:2]


_GUM_LICENCE = "CC BY 4.0 (annotations); texts CC BY 2.5/3.0/4.0, CC BY-SA 3.0, public domain by genre"
TREES_TRAIN = (
    Treebank("de_gsd.dev", "de", "CC BY-SA 4.0", repeat=3),
    Treebank("de_pud.test", "de_pud", "CC BY-SA 3.0", repeat=3, missing=PUD_MISSING),
    Treebank("en_ewt.train", "en", "CC BY-SA 4.0"),
    Treebank("en_gum.train", "en", _GUM_LICENCE, names="en/gum.train"),
)
NAMES_TRAIN = (
    NameCorpus("de/germeval2014.train", P_L_O_M, "CC BY 4.0"),
    NameCorpus("de/smartdata.train", P_L_O, "CC BY 4.0"),
    NameCorpus("de/mobie.dev", P_L_O, "CC BY 4.0"),
    NameCorpus("de/uner-pud.train", P_L_O, "CC BY-SA 3.0"),
    NameCorpus("en/uner-pud.train", P_L_O, "CC BY-SA 3.0"),
    NameCorpus("en/uner-ewt.train", P_L_O, "CC BY-SA 4.0"),
    NameCorpus("en/wikigold.train", P_L_O_M, "CC BY 4.0"),
    NameCorpus("en/crossner-ai.train", ALL, "MIT, texts CC BY-SA 3.0"),
    NameCorpus("en/crossner-literature.train", ALL, "MIT, texts CC BY-SA 3.0"),
    NameCorpus("en/crossner-music.train", ALL, "MIT, texts CC BY-SA 3.0"),
    NameCorpus("en/crossner-politics.train", ALL, "MIT, texts CC BY-SA 3.0"),
    NameCorpus("en/crossner-science.train", ALL, "MIT, texts CC BY-SA 3.0"),
    NameCorpus("en/re3d.train", P_L_O | {"PRODUCT"}, "public domain, OGL 3.0, CC BY 3.0 AU, CC BY-SA by document"),
)
# Added in the final run, when nothing is chosen by them any more.
NAMES_DEV = (
    NameCorpus("de/germeval2014.dev", P_L_O_M, "CC BY 4.0"),
    NameCorpus("de/smartdata.dev", P_L_O, "CC BY 4.0"),
    NameCorpus("en/wikigold.dev", P_L_O_M, "CC BY 4.0"),
    NameCorpus("en/crossner-politics.dev", ALL, "MIT, texts CC BY-SA 3.0"),
    NameCorpus("de/uner-pud.dev", P_L_O, "CC BY-SA 3.0"),
)
TREES_DEV = (Treebank("en_ewt.dev", "en", "CC BY-SA 4.0"),)
TREES_TEST = (Treebank("de_gsd.test", "de", "CC BY-SA 4.0"), Treebank("en_ewt.test", "en", "CC BY-SA 4.0"))
NAMES_TEST = (
    NameCorpus("de/germeval2014.test", P_L_O_M, "CC BY 4.0"),
    NameCorpus("de/smartdata.test", P_L_O, "CC BY 4.0"),
    NameCorpus("en/wikigold.test", P_L_O_M, "CC BY 4.0"),
    NameCorpus("en/gum.test", ALL, _GUM_LICENCE),
    NameCorpus("en/crossner-politics.test", ALL, "MIT, texts CC BY-SA 3.0"),
    NameCorpus("en/uner-ewt.test", P_L_O, "CC BY-SA 4.0"),
)
MAX_TRAIN_WORDS = 120  # longer sentences are lists and tables


def read_names(shared: Path, corpus: NameCorpus) -> list[Sentence]:
    path = shared / "data" / "ner" / f"{corpus.file}.bio.gz"
    return list(read_bio(path, corpus.language, corpus.types))


def read_trees(shared: Path, bank: Treebank) -> list[Sentence]:
    """Sentences of a treebank, with names where a name corpus covers the same sentences."""
    path = shared / "data" / "treebanks" / f"{bank.file}.conllu.gz"
    trees = list(read_conllu(path, bank.row, bank.missing))
    if not bank.names:
        return trees
    names = list(read_bio(shared / "data" / "ner" / f"{bank.names}.bio.gz", bank.row, ALL))
    if [s.words for s in names] != [s.words for s in trees]:
        raise ValueError(f"{bank.names} and {bank.file} do not have the same words")
    return [replace(tree, names=n.names, name_types=n.name_types) for tree, n in zip(trees, names)]


def held_out(bank: Treebank, index: int) -> bool:
    """Every tenth sentence of German GSD guides choices until the final run."""
    return bank.file == "de_gsd.dev" and index % 10 == 9


def training_sentences(shared: Path, final: bool) -> list[Sentence]:
    """All training sentences with their repetitions; `final` adds what was held out before."""
    out: list[Sentence] = []
    for bank in TREES_TRAIN + (TREES_DEV if final else ()):
        chosen = [s for i, s in enumerate(read_trees(shared, bank)) if final or not held_out(bank, i)]
        out += chosen * bank.repeat
    for corpus in NAMES_TRAIN + (NAMES_DEV if final else ()):
        out += read_names(shared, corpus) * corpus.repeat
    return [s for s in out if len(s.words) <= MAX_TRAIN_WORDS]


def dev_sets(shared: Path) -> dict[str, list[Sentence]]:
    """Small sets for the learning curve: held-out German trees, English trees, names."""
    gsd = TREES_TRAIN[0]
    out = {"de_gsd.held-out": [s for i, s in enumerate(read_trees(shared, gsd)) if held_out(gsd, i)],
           "en_ewt.dev": read_trees(shared, TREES_DEV[0])[::4]}
    for corpus in NAMES_DEV[:3]:
        out[corpus.file] = read_names(shared, corpus)
    return out
