# SPDX-License-Identifier: Apache-2.0
"""Graphviz reads our DOT files, hostile names or not, and finds in them what we put there. We read them back from
Graphviz, and find in any DOT file as many nodes and edges as Graphviz does.

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


def carried(graph):
    """What DOT carries of a graph file. Control characters of labels and types are not among it."""
    nodes = [(n["id"], shown(n["label"]), shown(n["type"]), n["aliases"]) for n in graph["nodes"]]
    edges = [[shown(e["type"]), *(e[k] for k in ("source", "target", "polarity", "status", "confidence", "attributes"))]
             for e in graph["edges"]]
    return nodes, sorted(edges, key=repr)


SAMPLES = [
    "digraph { a -> b -> c; a->c }", "digraph G {a->{b c}->d}", "graph { a -- b -- c; b -- {x y z} }",
    "strict digraph { subgraph s {a {b}} x; subgraph s {} -> x:port:ne }", 'digraph { 1.5 -> -.5 -> "x"+"y" }',
    "digraph { subgraph cluster_a { a; subgraph { b c } } subgraph cluster_a {} -> {d; e -> f} }",
    'digraph {\n# c\n// d\n/* e */ a [label=<<b>x</b>>]; "a\\\nb" -> a; node [color=red]; n edge [x=y] graph [z=1] }',
    "DIGRAPH { Node [a=b] { } ; a; a [x=1, y=2; z=3][w=4] }", "digraph { {a b c} -> {a b c} }",
    "digraph { subgraph s { a } subgraph t { subgraph s { b } } subgraph s {} -> c }",
    'digraph { "->" -> "{}"; "\\"" -> <x<y>z>; a:b:c -> d:"e" [k=v k2="v2"]; _1 -> \u00e4 }',
]


def check_samples(folder):
    """Graphviz's gc counts nodes and edges."""
    for text in SAMPLES:
        (folder / "s.dot").write_text(text, encoding="utf-8")
        tool(TOOL, "import", "dot", folder / "s.dot", folder / "s.json")
        ours = load(folder / "s.json")
        counted = subprocess.run([Path(DOT).parent / "gc", "-n", "-e", folder / "s.dot"], capture_output=True, text=True)
        assert counted.returncode == 0 and not counted.stderr, (text, counted.stderr)
        assert counted.stdout.split()[:2] == [str(len(ours["nodes"])), str(len(ours["edges"]))], (text, counted.stdout)


with tempfile.TemporaryDirectory() as folder:
    graphs = [rich_graph(seed) for seed in range(12)]
    names = [name for name in HOSTILE if name] + ['end\\', '"', '\\"', "a%22b", 'a"b', "graph", "a:b:c", "; }"]
    graphs.append({"nodes": [{"id": name, "label": name} for name in names],
                   "edges": [{"source": a, "target": b, "type": b} for a in names for b in names]})
    for index, graph in enumerate(graphs):
        path, clean = save(Path(folder) / "in.json", graph), Path(folder) / "out.json"
        tool(TOOL, "save", path, clean)
        dot = tool(TOOL, "dot", path)
        canon = graphviz(dot, "canon")
        ours = load(clean)
        # Graphviz gives names that begin with a percent sign, as hostile ones do, others of its own.
        for text in (dot, canon) if index < 12 else (dot,):
            (Path(folder) / "canon.dot").write_text(text, encoding="utf-8")
            tool(TOOL, "import", "dot", Path(folder) / "canon.dot", Path(folder) / "back.json")
            back = load(Path(folder) / "back.json")
            assert carried(back) == carried(ours), (index, text == canon)
        found = json.loads(graphviz("".join(dot), "dot_json")) if index == 12 or index < 3 else None
        if found is None:
            continue
        ours = load(clean)
        assert len(found.get("objects", [])) == len(ours["nodes"])
        assert len(found.get("edges", [])) == len(ours["edges"])
        labels = sorted(decoded(node["label"]) for node in found["objects"])
        if index == 12:
            assert labels == sorted(shown(node["label"]) for node in ours["nodes"]), labels
    check_samples(Path(folder))
print(f"{len(graphs)} graphs read by Graphviz")
