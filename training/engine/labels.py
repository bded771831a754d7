# SPDX-License-Identifier: Apache-2.0
"""Label tables: what each output of the heads stands for."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from .lemma import script_for
from .sentence import NAME_TYPES, Sentence

UPOS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
        "SCONJ", "SYM", "VERB", "X")
NAME_TAGS = ("O", *(f"{part}-{kind}" for kind in NAME_TYPES for part in "BI"))
ROWS = ("de", "en", "de_pud")
MIN_COUNT = 2


@dataclass(frozen=True)
class Labels:
    """Everything in the order of the outputs.

    `features` lists (name, values); the values begin with "" (absent). The outputs of the features
    stand one after the other in one vector. Labels of relations keep subtypes (nsubj:pass).
    """

    features: tuple[tuple[str, tuple[str, ...]], ...]
    scripts: tuple[str, ...]
    deprels: tuple[str, ...]
    upos: tuple[str, ...] = UPOS
    name_tags: tuple[str, ...] = NAME_TAGS
    rows: tuple[str, ...] = ROWS

    @property
    def feature_offsets(self) -> list[int]:
        out = [0]
        for _, values in self.features:
            out.append(out[-1] + len(values))
        return out

    def to_json(self) -> dict:
        return {"upos": self.upos, "features": self.features, "scripts": self.scripts, "deprels": self.deprels,
                "name_tags": self.name_tags, "rows": self.rows}

    @staticmethod
    def from_json(data: dict) -> Labels:
        return Labels(tuple((n, tuple(v)) for n, v in data["features"]), tuple(data["scripts"]),
                      tuple(data["deprels"]), tuple(data["upos"]), tuple(data["name_tags"]), tuple(data["rows"]))


def collect_labels(sentences: list[Sentence]) -> Labels:
    """Labels seen at least MIN_COUNT times in distinct sentences."""
    features: Counter[tuple[str, str]] = Counter()
    scripts: Counter[str] = Counter()
    deprels: Counter[str] = Counter()
    seen: set[int] = set()
    for s in sentences:
        if id(s) in seen or s.upos is None:
            continue
        seen.add(id(s))
        features.update(pair for f in s.feats or () for pair in f.items())
        scripts.update(script_for(w, m).text() for w, m in zip(s.words, s.lemmas or ()) if m is not None)
        deprels.update(s.deprels or ())
    names = sorted({name for (name, _), n in features.items() if n >= MIN_COUNT})
    table = tuple((name, ("", *sorted(v for (f, v), n in features.items() if f == name and n >= MIN_COUNT)))
                  for name in names)
    plain = {d.split(":")[0] for d in deprels}
    return Labels(table, tuple(sorted(s for s, n in scripts.items() if n >= MIN_COUNT or s == "l||0|0|")),
                  tuple(sorted(plain | {d for d, n in deprels.items() if n >= 20})))
