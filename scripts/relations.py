#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/relations.md, the catalogue of relation types, from what the program says of them
and from the patterns of data/grammar.

usage: relgraph types --format json | scripts/relations.py > docs/relations.md
"""
import json
import pathlib
import re
import sys

GRAMMAR = pathlib.Path(__file__).resolve().parent.parent / "data" / "grammar"
EXAMPLES = 2  # of each language
SIGNS = {-1: "−", 0: "0", 1: "+"}


def ends(types):
    return ", ".join(types) or "any"


def other_names(relation):
    names = [f"{system} {relation[key]}" for system, key in (("Wikidata", "wikidata"), ("FollowTheMoney", "ftm"),
                                                             ("PLOVER", "plover")) if relation[key]]
    return "; ".join(names)


def patterns(language):
    """Entries of the grammar by type: confidence, trigger and example sentence, the surest first."""
    out = {}
    for line in (GRAMMAR / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if not line.startswith("#") and len(fields) > 6:
            out.setdefault(fields[0], []).append((-float(fields[5] or 0), fields[1], fields[6]))
    return {kind: sorted(entries) for kind, entries in out.items()}


def shown(example):
    """A sentence without the marks of its actors, and with a status where it has one."""
    return re.sub(r"\[([^\[\]]*)\]\d", r"\1", example).replace("*", r"\*")


def of_grammar(kind, grammar):
    """How many patterns there are, and sentences that they read."""
    lines = []
    for language, name in (("en", "English"), ("de", "German")):
        entries = grammar[language].get(kind, [])
        examples = list({trigger: f"*{shown(example)}*" for _, trigger, example in entries if example}.values())
        told = ": " + " ".join(examples[:EXAMPLES]) if examples else ""
        lines.append(f"- {len(entries)} {name} patterns{told}")
    return lines


def entry(relation, grammar):
    label, inverse, meaning = relation["label"], relation["inverse"], relation["meaning"]
    back = "no direction" if relation["symmetric"] else f"back: {inverse['en']}, {inverse['de']}"
    return [f"### `{relation['id']}`", "",
            f"**{label['en']}**, **{label['de']}** ({back})", "",
            f"- {meaning['en']}", f"- {meaning['de']}",
            f"- from {ends(relation['sources'])} to {ends(relation['targets'])}; polarity {SIGNS[relation['polarity']]}",
            f"- elsewhere: {other_names(relation)}", *of_grammar(relation["id"], grammar), ""]


def main():
    data = json.load(sys.stdin)
    grammar = {language: patterns(language) for language in ("de", "en")}
    lines = ["# Relation types", "",
             f"The {len(data['types'])} types of `data/ontology.toml`, as `relgraph types` lists them, each with the number of "
             "patterns that read it ([grammar.md](grammar.md)) and sentences of the surest ones. Made by `scripts/relations.py`; a test keeps it current.", ""]
    for family in data["families"]:
        lines += [f"## {family['label']['en']}, {family['label']['de']} (`{family['id']}`)", ""]
        for relation in data["types"]:
            if relation["family"] == family["id"]:
                lines += entry(relation, grammar)
    print("\n".join(lines).rstrip())


if __name__ == "__main__":
    main()
