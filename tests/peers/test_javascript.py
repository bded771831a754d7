# SPDX-License-Identifier: Apache-2.0
"""Mermaid and Cytoscape.js find in our files what we put there; the parser of Neo4j's editors has nothing to say
about our Cypher.

usage: test_javascript.py PEER_TOOL
"""
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from peerlib import HOSTILE, load, rich_graph, save, tool

[TOOL] = sys.argv[1:]
CHECK = Path(__file__).parent / "check_javascript.mjs"
TRICKS = [name for name in HOSTILE if name] + [
    '"]; click n0 "javascript:x"', "end", "1. a", "- b", "`c`", "%%{init: {}}%%", "a_b_ *c*", "#35; &lt;", "$$x$$",
    "https://example.org", "a@b.org", "</text><script>", "subgraph x", "a --> b", "'); MATCH (n) DETACH DELETE n //",
    "\\u0027 \\", "x" * 150]


def shown(text):
    """What Mermaid can show of a text: one line, without control characters."""
    text = "".join(" " if c in "\n\r\t" else "\ufffd" if c < " " or "\x7f" <= c <= "\x9f" else c for c in text)
    return text.strip()


def graphs():
    for seed in range(12):
        yield rich_graph(seed)
    yield {"nodes": [{"id": name, "label": name, "type": name} for name in TRICKS],
           "edges": [{"source": TRICKS[0], "target": name, "type": name} for name in TRICKS]}


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    ours = []
    for index, graph in enumerate(graphs()):
        path = folder / f"{index:02}.json"
        tool(TOOL, "save", save(folder / "in.json", graph), path)
        ours.append(load(path))
        tool(TOOL, "convert", "mermaid", path, folder / f"{index:02}.mermaid")
        tool(TOOL, "convert", "cytoscape", path, folder / f"{index:02}.cyjs")
        if index in (3, 12):  # that parser takes seconds a file
            tool(TOOL, "convert", "cypher", path, folder / f"{index:02}.cypher")
    done = subprocess.run(["node", CHECK, folder], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)

for index, graph in enumerate(ours):
    number = {node["id"]: f"n{i}" for i, node in enumerate(graph["nodes"])}
    drawn = found[f"{index:02}.mermaid"]
    assert [(i, text.strip()) for i, text in drawn["nodes"]] == \
        [(number[n["id"]], shown(n["label"])) for n in graph["nodes"]], drawn["nodes"]
    assert Counter((s, t) for s, t, _ in drawn["edges"]) == \
        Counter((number[e["source"]], number[e["target"]]) for e in graph["edges"])
    if index == 12:
        assert [text.strip() for *_, text in drawn["edges"]] == \
            [shown(e["type"].replace("_", " ")) for e in graph["edges"]], drawn["edges"]
    drawn = found[f"{index:02}.cyjs"]
    assert drawn["nodes"] == [[n["id"], n["label"]] for n in graph["nodes"]]
    assert sorted(drawn["edges"]) == sorted([e["source"], e["target"], e["type"], e.get("weight", max(1, len(e["evidence"])))]
                                            for e in graph["edges"])
complaints = [complaint for name, list_ in found.items() if name.endswith(".cypher") for complaint in list_]
assert not complaints, complaints
print(f"{len(ours)} graphs read by Mermaid and Cytoscape.js, 2 by the parser of Neo4j's editors")
