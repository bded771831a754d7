# SPDX-License-Identifier: Apache-2.0
"""Graphviz reads our DOT files, hostile names or not, and finds in them what we put there.

usage: test_dot.py PEER_TOOL DOT
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from peerlib import HOSTILE, load, rich_graph, save, tool

TOOL, DOT = sys.argv[1:]


def graphviz(text, form):
    result = subprocess.run([DOT, f"-T{form}"], input=text, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0 and not result.stderr, result.stderr
    return result.stdout


def decoded(label):
    """A label as Graphviz draws it: it reads character references and a few escapes."""
    return label.replace("&amp;", "&").replace("\\n", "\n").replace("\\\\", "\\")


def shown(text):
    return "".join("\ufffd" if c != "\n" and (c < " " or "\x7f" <= c <= "\x9f") else c for c in text)


with tempfile.TemporaryDirectory() as folder:
    graphs = [rich_graph(seed) for seed in range(12)]
    names = [name for name in HOSTILE if name] + ['end\\', '"', '\\"', "a%22b", 'a"b', "graph", "a:b:c", "; }"]
    graphs.append({"nodes": [{"id": name, "label": name} for name in names],
                   "edges": [{"source": a, "target": b, "type": b} for a in names for b in names]})
    for index, graph in enumerate(graphs):
        path, clean = save(Path(folder) / "in.json", graph), Path(folder) / "out.json"
        tool(TOOL, "save", path, clean)
        dot = tool(TOOL, "dot", path)
        graphviz(dot, "canon")
        found = json.loads(graphviz("".join(dot), "dot_json")) if index == 12 or index < 3 else None
        if found is None:
            continue
        ours = load(clean)
        assert len(found.get("objects", [])) == len(ours["nodes"])
        assert len(found.get("edges", [])) == len(ours["edges"])
        labels = sorted(decoded(node["label"]) for node in found["objects"])
        if index == 12:
            assert labels == sorted(shown(node["label"]) for node in ours["nodes"]), labels
print(f"{len(graphs)} graphs read by Graphviz")
