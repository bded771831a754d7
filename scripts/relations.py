#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/relations.md, the catalogue of relation types, from what the program says of them.

usage: relgraph types --format json | scripts/relations.py > docs/relations.md
"""
import json
import sys

SIGNS = {-1: "−", 0: "0", 1: "+"}


def ends(types):
    return ", ".join(types) or "any"


def other_names(relation):
    names = [f"{system} {relation[key]}" for system, key in (("Wikidata", "wikidata"), ("FollowTheMoney", "ftm"),
                                                             ("PLOVER", "plover")) if relation[key]]
    return "; ".join(names)


def entry(relation):
    label, inverse, meaning = relation["label"], relation["inverse"], relation["meaning"]
    back = "no direction" if relation["symmetric"] else f"back: {inverse['en']}, {inverse['de']}"
    return [f"### `{relation['id']}`", "",
            f"**{label['en']}**, **{label['de']}** ({back})", "",
            f"- {meaning['en']}", f"- {meaning['de']}",
            f"- from {ends(relation['sources'])} to {ends(relation['targets'])}; polarity {SIGNS[relation['polarity']]}",
            f"- elsewhere: {other_names(relation)}", ""]


def main():
    data = json.load(sys.stdin)
    lines = ["# Relation types", "",
             f"The {len(data['types'])} types of `data/ontology.toml`, as `relgraph types` lists them. Made by "
             "`scripts/relations.py`; a test keeps it current.", ""]
    for family in data["families"]:
        lines += [f"## {family['label']['en']}, {family['label']['de']} (`{family['id']}`)", ""]
        for relation in data["types"]:
            if relation["family"] == family["id"]:
                lines += entry(relation)
    print("\n".join(lines).rstrip())


if __name__ == "__main__":
    main()
