# SPDX-License-Identifier: Apache-2.0
"""Dumps what the network computes for some sentences: python training/reference.py MODEL OUT.json

The sentences are those of --sentences (lines: language, tab, words separated by blanks) or a few built
in. Numbers are rounded to six places; `vectors` and logits come from exact integer products.
"""
from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from engine.modelfile import read_model
from engine.reference import Reference
from engine.spacing import guess_spaces

SENTENCES = (
    ("de", "Die EU-Kommission hat Deutschland am Montag verklagt ."),
    ("de", "„ Wir werden uns wehren “ , sagte Vorstandschefin Ilka Mertens-Döhring in dem Werk von Volkswagen ."),
    ("de", "MINISTER TRITT ZURÜCK"),
    ("en", "The board did n't accept Microsoft 's offer , according to people in London ."),
    ("en", "“ No deal ! ”"),
    ("en", "Ünïcödé … ½ \u200b \U0001f600 okay"),
    ("en", "a"),
)


def rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 6)
    return [rounded(v) for v in value] if isinstance(value, list) else value


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("model", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--sentences", type=Path)
    p.add_argument("--no-logits", action="store_true", help="only pieces and results, for large models")
    args = p.parse_args()
    chosen = SENTENCES
    if args.sentences:
        chosen = [line.split("\t") for line in args.sentences.read_text(encoding="utf-8").splitlines()]
    model = Reference(*read_model(args.model))
    out = []
    for language, text in chosen:
        words = text.split(" ")
        result = model.analyse(words, list(guess_spaces(tuple(words), language)), language)
        if args.no_logits:
            result = {k: v for k, v in result.items() if not k.endswith(("logits", "vectors", "scores"))}
        out.append({k: rounded(v) for k, v in result.items()})
    text = ",\n".join(json.dumps(r, ensure_ascii=False) for r in out)
    args.out.write_text(f"[\n{text}\n]\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
