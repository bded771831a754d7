#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a graph file of a given size: the same arguments give the same bytes.

--bare leaves out everything but ids, so that a file holds what NetworkX itself would write.
"""
import argparse
import json
import random
import sys

FIRST = "Anna Björn Carla David Elif Felix Grace Hanna Igor Jürgen Karim Laura Mehmet Nora Olaf Petra".split()
LAST = "Adler Becker Çelik Dietrich Ebert Fischer Grün Hartmann Iwanow Jansen Köhler Lindqvist Müller Novak".split()
TYPES = "criticizes accuses supports leads works_for owns invests_in partners_with meets supplies sues".split()
WORDS = (
    "der Konzern hat am Dienstag angekündigt dass die Verhandlungen über eine Beteiligung weitergehen und the "
    "company said on Tuesday that talks about a stake would continue despite “serious concerns” in Brussels"
).split()
STATUS = ["asserted"] * 8 + ["reported", "planned"]


def sentence(rng):
    return " ".join(rng.choices(WORDS, k=rng.randint(12, 30))).capitalize() + "."


def node(rng, i, bare):
    if bare:
        return {"id": f"n{i}"}
    name = f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    mentions = []
    for _ in range(rng.randint(1, 4)):
        begin = rng.randrange(20000)
        mentions.append({"document": f"doc-{i % 500}", "begin": begin, "end": begin + len(name), "kind": "name"})
    return {
        "id": f"{name.lower().replace(' ', '-')}-{i}",
        "label": f"{name} {i}",
        "type": "person" if i % 3 else "organization",
        "aliases": [f"{name.split()[1]} {i}"],
        "mentions": mentions,
    }


def edge(rng, nodes, key, source, target, bare):
    if bare:
        return {"source": nodes[source]["id"], "target": nodes[target]["id"], "key": key}
    evidence = []
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        begin, text = rng.randrange(20000), sentence(rng)
        evidence.append(
            {
                "document": f"doc-{rng.randrange(500)}",
                "begin": begin,
                "end": begin + len(text.encode()),
                "text": text,
                "trigger": {"begin": begin + 10, "end": begin + 22},
                "speaker": None,
                "by": "model",
            }
        )
    attributes = {"amount": rng.randrange(1, 900) * 1000000, "currency": "EUR"} if rng.random() < 0.2 else {}
    return {
        "source": nodes[source]["id"],
        "target": nodes[target]["id"],
        "key": key,
        "type": TYPES[(source + target + key) % len(TYPES)],
        "polarity": rng.choice([-1, 0, 1]),
        "status": rng.choice(STATUS),
        "confidence": round(rng.random(), 3),
        "attributes": attributes,
        "evidence": evidence,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=10000)
    parser.add_argument("--edges", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bare", action="store_true")
    parser.add_argument("output")
    args = parser.parse_args()
    rng = random.Random(args.seed)
    nodes = [node(rng, i, args.bare) for i in range(args.nodes)]
    keys, edges = {}, []
    for _ in range(args.edges):
        # Squaring makes a few actors the hubs of the news, as they are.
        source, target = int(rng.random() ** 2 * args.nodes), int(rng.random() ** 2 * args.nodes)
        key = keys.get((source, target), 0)
        keys[(source, target)] = key + 1
        edges.append(edge(rng, nodes, key, source, target, args.bare))
    # Nodes and edges stand in the order in which relgraph writes them.
    nodes.sort(key=lambda n: n["id"])
    edges.sort(key=lambda e: (e["source"], e["target"], e.get("type", ""), e["key"]))
    graph = {}
    if not args.bare:
        graph["format"] = "relgraph/1"
        graph["documents"] = [
            {"id": f"doc-{i}", "title": f"Article {i}", "language": "de", "date": "2025-01-22",
             "source": f"doc-{i}.txt", "sha256": f"{i:064x}"}
            for i in range(500)
        ]
    data = {"directed": True, "multigraph": True, "graph": graph, "nodes": nodes, "edges": edges}
    with open(args.output, "w", encoding="utf-8") as out:
        json.dump(data, out, ensure_ascii=False, indent=2)
        out.write("\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
