# SPDX-License-Identifier: Apache-2.0
"""Shared by the peer tests: graphs to compare on, and relgraph's side of the comparison."""
import json
import random
import subprocess
import sys
from pathlib import Path

HOSTILE = ['plain', 'a "quoted" \\ name', "new\nline\tand tab", "<b>&amp;</b>", "ÄÖÜ ß 北京 😀", "\x01\x1f\x7f", "-1", "NaN", ""]


def tool(path, *arguments):
    result = subprocess.run([path, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if result.returncode != 0:
        sys.exit(f"{path} {arguments[0]}: status {result.returncode}: {result.stderr}")
    return result.stdout


def save(path, data):
    Path(path).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def rich_graph(seed):
    """A graph file with everything in it: evidence, hostile text, unknown keys, parallel edges."""
    rng = random.Random(seed)
    text = lambda: rng.choice(HOSTILE) + " " + rng.choice(HOSTILE)
    n = rng.randrange(1, 12)
    nodes = [{"id": f"n{i}"} if rng.random() < 0.2 else
             {"id": f"n{i}", "label": text(), "type": rng.choice(["person", "organization", "place"]),
              "aliases": [text() for _ in range(rng.randrange(3))],
              "mentions": [{"document": "d", "begin": i, "end": i + 3, "kind": "name", "score": rng.random()}],
              "extra": [text(), rng.random() * 10 ** rng.randrange(-20, 20), {"deep": [None, True, {}]}]}
             for i in range(n)]
    edges = []
    for k in range(rng.randrange(0, 25)):
        edge = {"source": f"n{rng.randrange(n)}", "target": f"n{rng.randrange(n)}", "key": k}
        if rng.random() < 0.8:
            edge |= {"type": rng.choice(["owns", "criticizes", "partners_with", "made_up"]),
                     "status": rng.choice(["asserted", "reported", "planned", "former", "negated"]),
                     "confidence": rng.random(),
                     "attributes": {"amount": rng.randrange(10**12), "share": rng.random(), "role": text()},
                     "evidence": [{"document": "d", "begin": 5, "end": 9, "text": text(), "page": k,
                                   "trigger": rng.choice([None, {"begin": 6, "end": 7}]), "speaker": "n0",
                                   "by": "model"}],
                     "weight": rng.randrange(10)}
        edges.append(edge)
    documents = [{"id": "d", "title": text(), "language": "de", "date": "2025-01-22", "source": "d.txt",
                  "sha256": "0" * 64, "author": text()}]
    return {"directed": True, "multigraph": True, "graph": {"format": "relgraph/1", "documents": documents, "name": "g"},
            "nodes": nodes, "edges": edges, "note": {"z": 1, "a": 1e-7}}
