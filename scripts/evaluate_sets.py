#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores relgraph on annotated sets that others made: scripts/evaluate_sets.py RELGRAPH DATA_DIR

GAP (pronouns): a pronoun is right if it is a mention of the node of the right name; F1 over the pairs of pronoun and name.
KnowledgeNet (relations that both know): facts whose two arguments are names; F1. Only relations that were checked in a
sentence count. A relation of ours that fits is right whichever of two types it has (works_for, member_of, leads).
PLOVER (events): records that name source and target: the share in which both are nodes and an edge of a fitting family
joins them in that direction.
"""
from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import subprocess
import tempfile
from pathlib import Path

# relation of KnowledgeNet: our types, whether source and target change places
FACTS = {"FOUNDED_BY": ({"founded"}, True), "SUBSIDIARY_OF": ({"part_of"}, False), "CEO": ({"leads"}, True),
         "EMPLOYEE_OR_MEMBER_OF": ({"works_for", "member_of", "leads"}, False), "POLITICAL_AFFILIATION": ({"member_of"}, False),
         "SPOUSE": ({"family_of"}, False), "CHILD_OF": ({"family_of"}, False), "HEADQUARTERS": ({"based_in"}, False)}
SYMMETRIC = {"family_of", "partners_with", "negotiates_with", "meets", "conflicts_with", "allied_with", "merges_with"}
PERSONAL = {"he", "she", "him", "her", "his", "hers", "who", "whom", "it", "its", "they", "their", "i", "my", "we"}
EVENTS = {
    "AGREE": "partners_with supports negotiates_with participates_in announces", "CONSULT": "meets negotiates_with communicates_with",
    "SUPPORT": "supports praises allied_with partners_with", "COOPERATE": "partners_with supports supplies allied_with",
    "AID": "funds supplies supports", "CONCEDE": "supports leaves negotiates_with divests communicates_with",
    "RETREAT": "leaves supports divests", "INVESTIGATE": "investigates accuses", "DEMAND": "demands_from criticizes",
    "DISAPPROVE": "criticizes accuses opposes rejects", "REJECT": "rejects opposes criticizes sanctions",
    "THREATEN": "threatens warns opposes", "SANCTION": "sanctions opposes", "PROTEST": "opposes criticizes demands_from",
    "MOBILIZE": "threatens attacks conflicts_with", "COERCE": "sanctions investigates attacks opposes conflicts_with",
    "ASSAULT": "attacks conflicts_with", "FIGHT": "attacks conflicts_with"}


def build(relgraph: str, texts: dict[str, str]) -> dict[str, dict]:
    """Graphs by id, with mentions in code points."""
    with tempfile.TemporaryDirectory() as folder:
        lines, out = Path(folder) / "texts.jsonl", Path(folder) / "out"
        lines.write_text("".join(json.dumps({"id": k, "text": v, "language": "en"}) + "\n" for k, v in texts.items()))
        out.mkdir()
        subprocess.run([relgraph, "build", "--quiet", str(lines), "--per-document", str(out)], check=True, stdout=subprocess.DEVNULL)
        graphs = {k: json.loads((out / f"{k}.json").read_text()) for k in texts}
    for name, graph in graphs.items():
        coded = texts[name].encode()
        for node in graph["nodes"]:
            node["spans"] = [tuple(len(coded[:m[e]].decode(errors="ignore")) for e in ("begin", "end")) for m in node["mentions"]]
    return graphs


def node_at(graph: dict, begin: int, end: int) -> str | None:
    """The node whose mention fits a span best: half of the longer one in common."""
    best = (0.5, None)
    for node in graph["nodes"]:
        for a, b in node["spans"]:
            share = (min(b, end) - max(a, begin)) / max(b - a, end - begin)
            if share > best[0] or (share == best[0] and best[1] is None):
                best = (share, node["id"])
    return best[1]


def prf(right: int, found: int, gold: int) -> str:
    p, r = right / max(1, found), right / max(1, gold)
    return f"F1 {200 * p * r / (p + r) if p + r else 0:.1f} (P {100 * p:.1f} R {100 * r:.1f}, {gold} gold)"


def gap(relgraph: str, data: Path) -> str:
    with gzip.open(data / "coref" / "gap.dev.tsv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    graphs = build(relgraph, {r["ID"]: r["Text"] for r in rows})
    right = found = gold = 0
    for r in rows:
        graph = graphs[r["ID"]]
        at = int(r["Pronoun-offset"])
        pronoun = node_at(graph, at, at + len(r["Pronoun"]))
        for side in "AB":
            begin = int(r[f"{side}-offset"])
            same = pronoun is not None and node_at(graph, begin, begin + len(r[side])) == pronoun
            is_right = r[f"{side}-coref"].upper() == "TRUE"
            found, gold, right = found + same, gold + is_right, right + (same and is_right)
    return prf(right, found, gold)


def knowledgenet(relgraph: str, data: Path) -> str:
    with gzip.open(data / "relations" / "knowledgenet.dev.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    graphs = build(relgraph, {r["id"]: r["text"] for r in rows})
    right = found = gold = 0
    for r in rows:
        graph = graphs[r["id"]]
        wanted: dict[str, set] = {name: set() for name in FACTS if name in r["annotated"]}
        for n, fact in enumerate(r["relations"]):
            ends = {a["role"]: a for a in fact["args"]}
            if fact["name"] not in wanted or any(a["text"].lower() in PERSONAL for a in ends.values()):
                continue
            places = [node_at(graph, ends[e]["start"], ends[e]["end"]) or f"?{n}{e}" for e in ("subject", "object")]
            wanted[fact["name"]].add(frozenset(places) if fact["name"] in ("SPOUSE", "CHILD_OF") else tuple(places))
        family: set = set()
        for name, facts in wanted.items():
            types, turned = FACTS[name]
            edges = set()
            for e in graph["edges"]:
                words = " ".join(v["text"].encode()[v["trigger"]["begin"] - v["begin"]:v["trigger"]["end"] - v["begin"]].decode(errors="ignore")
                                 for v in e["evidence"])
                if e["type"] not in types or e["status"] == "negated":
                    continue
                if name == "CEO" and not re.search(r"\bCEO\b|chief executive", words, re.IGNORECASE):
                    continue
                ends = (e["target"], e["source"]) if turned else (e["source"], e["target"])
                edges.add(frozenset(ends) if name in ("SPOUSE", "CHILD_OF") else ends)
            if name in ("SPOUSE", "CHILD_OF"):  # one type of ours: what is right for either is no error for the other
                other = set().union(*(wanted.get(n, set()) for n in ("SPOUSE", "CHILD_OF")))
                edges -= (other - facts) | family
                family |= edges - facts
            gold, found, right = gold + len(facts), found + len(edges), right + len(edges & facts)
    return prf(right, found, gold)


def plover(relgraph: str, data: Path) -> str:
    rows = [json.loads(line) for line in (data / "events" / "plover.dev.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [r for r in rows if all(any(n and n in r["text"] for n in r[side]) for side in ("source", "target"))]
    graphs = build(relgraph, {r["id"]: r["text"] for r in rows})
    right = 0
    for r in rows:
        graph = graphs[r["id"]]
        sides = []
        for side in ("source", "target"):
            at = [(r["text"].index(n), len(n)) for n in r[side] if n and n in r["text"]]
            sides.append({node["id"] for node in graph["nodes"] for a, b in node["spans"]
                          if any(a < begin + size and b > begin for begin, size in at)})
        fitting = set(EVENTS[r["event"]].split())
        right += any(e["type"] in fitting and (e["source"] in sides[0] and e["target"] in sides[1] or
                     e["type"] in SYMMETRIC and e["source"] in sides[1] and e["target"] in sides[0]) for e in graph["edges"])
    return f"{100 * right / max(1, len(rows)):.1f} % of {len(rows)} records"


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("relgraph")
    p.add_argument("data", type=Path)
    args = p.parse_args()
    for name, score in (("GAP dev", gap), ("KnowledgeNet dev", knowledgenet), ("PLOVER dev", plover)):
        print(f"{name}: {score(args.relgraph, args.data)}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
