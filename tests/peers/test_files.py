# SPDX-License-Identifier: Apache-2.0
"""NetworkX reads the files that relgraph writes, and relgraph those that NetworkX writes.

usage: test_files.py PEER_TOOL SCHEMA
Runs under each version of NetworkX. Checks the schema where jsonschema is installed.
"""
import json
import sys
import tempfile
import warnings
from pathlib import Path

import networkx as nx

from peerlib import load, rich_graph, save, tool

TOOL, SCHEMA = sys.argv[1:]
VERSION = tuple(map(int, nx.__version__.split(".")[:2]))
warnings.simplefilter("ignore", FutureWarning)  # 3.4 announces the new key of the edges

try:
    import jsonschema
    VALIDATOR = jsonschema.Draft202012Validator(load(SCHEMA))
    VALIDATOR.check_schema(VALIDATOR.schema)
except ImportError:
    VALIDATOR = None


def read_by_networkx(path):
    # 3.6 needs no word about it: "edges" is its default.
    return nx.node_link_graph(load(path)) if VERSION >= (3, 6) else nx.node_link_graph(load(path), edges="edges")


def check_ours(folder):
    pairs = [(save(folder / f"in-{i}.json", rich_graph(i)), folder / f"out-{i}.json") for i in range(60)]
    tool(TOOL, "save", *[path for pair in pairs for path in pair])
    for before, after in pairs:
        text = after.read_text(encoding="utf-8")
        ours = json.loads(text)
        assert text == json.dumps(ours, indent=2, ensure_ascii=False) + "\n", f"{after}: other bytes than Python's"
        graph = read_by_networkx(after)
        assert isinstance(graph, nx.MultiDiGraph), type(graph)
        assert list(graph.nodes) == [node["id"] for node in ours["nodes"]]
        assert graph.number_of_edges() == len(ours["edges"]), after
        for edge in ours["edges"]:
            found = graph.edges[edge["source"], edge["target"], edge["key"]]
            assert found["type"] == edge["type"] and found["evidence"] == edge["evidence"]
        assert graph.graph["format"] == "relgraph/1"
        given = load(before)
        assert ours["note"] == given["note"] and ours["graph"]["name"] == "g"
        for node in given["nodes"]:
            assert graph.nodes[node["id"]].get("extra") == node.get("extra"), node["id"]
        wanted = {(e["source"], e["target"]) for e in given["edges"]}
        symmetric = {tuple(sorted(pair)) for pair in wanted}
        assert {tuple(sorted(e[:2])) for e in graph.edges} == symmetric
        if VALIDATOR:
            VALIDATOR.validate(ours)
    # What NetworkX writes of our file is our file again.
    after = pairs[7][1]
    back = save(folder / "back.json", nx.node_link_data(read_by_networkx(after)))
    tool(TOOL, "save", back, folder / "again.json")
    again, ours = load(folder / "again.json"), load(after)
    again["note"] = ours["note"]  # NetworkX keeps no keys beside the graph
    assert again == ours


def check_theirs(folder):
    graphs = {
        "digraph": nx.gnp_random_graph(20, 0.2, seed=1, directed=True),
        "undirected": nx.karate_club_graph(),
        "multi": nx.MultiDiGraph([("a", "b"), ("a", "b"), ("b", "a"), ("c", "c")]),
        "empty": nx.DiGraph(),
        "named keys": nx.MultiDiGraph([("a", "b", "owns"), ("a", "b", "leads")]),
    }
    graphs["multi"].add_node("alone", size=3.5)
    for name, graph in graphs.items():
        data = nx.node_link_data(graph)
        assert ("links" in data) == (VERSION < (3, 6)), data.keys()
        for edges in ("links", "edges"):
            data = nx.node_link_data(graph, edges=edges)
            path, out = save(folder / "theirs.json", data), folder / "ours.json"
            tool(TOOL, "save", path, out)
            ours = read_by_networkx(out)
            assert set(ours.nodes) == {str(node) for node in graph.nodes}, name
            assert {(s, t) for s, t, *_ in ours.edges} == {(str(s), str(t)) for s, t, *_ in graph.edges}, name
    assert ours.edges["a", "b", 0]["networkx_key"] in ("owns", "leads")


with tempfile.TemporaryDirectory() as folder:
    check_ours(Path(folder))
    check_theirs(Path(folder))
print(f"NetworkX {nx.__version__}: files are read both ways" + (", schema holds" if VALIDATOR else ""))
