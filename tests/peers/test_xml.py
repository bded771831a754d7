# SPDX-License-Identifier: Apache-2.0
"""NetworkX and igraph read our GraphML and GEXF files, hostile text or not, and we read theirs.

usage: test_xml.py PEER_TOOL [XMLLINT]
"""
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import igraph
import networkx as nx

from peerlib import load, rich_graph, save, tool

TOOL = sys.argv[1]
XMLLINT = sys.argv[2] if len(sys.argv) > 2 else None
SEEDS = range(40)


def held(value):
    """A value as XML can hold it."""
    if isinstance(value, str):
        return "".join("\ufffd" if c < " " and c not in "\n\r\t" else c for c in value)
    return value


def relation(edge):
    return edge["source"], edge["target"], edge["type"], edge["status"]


def check_edges(ours, found):
    """Input: the edges of our JSON file, and (source, target, data) as the other program read them."""
    theirs = {(source, target, data["type"], data["status"]): data for source, target, data in found}
    assert len(theirs) == len(found) == len(ours["edges"]), (len(theirs), len(found), len(ours["edges"]))
    for edge in ours["edges"]:
        data = theirs[relation(edge)]
        assert data["polarity"] == edge["polarity"]
        assert abs(data["confidence"] - edge["confidence"]) < 1e-9
        assert data["sentences"] == len(edge["evidence"])
        for name, value in edge["attributes"].items():
            assert data[name] == (held(value) if not isinstance(value, float) else value), (name, data[name], value)
        if "weight" in edge:
            assert data["weight"] == edge["weight"]
        if edge["evidence"]:
            for text, wanted in zip(json.loads(data["evidence"]), edge["evidence"], strict=True):
                assert (text["text"], text["begin"], text["end"]) == (wanted["text"], wanted["begin"], wanted["end"])


def check_nodes(ours, found):
    """Input: id to data."""
    assert set(found) == {node["id"] for node in ours["nodes"]}
    for node in ours["nodes"]:
        data = found[node["id"]]
        assert data["label"] == held(node["label"]) and data["mentions"] == len(node["mentions"])
        if node["aliases"]:
            assert json.loads(data["aliases"]) == node["aliases"]


def check_unique(path, kind_too):
    edges = [element for element in ET.parse(path).iter() if element.tag.endswith("}edge")]
    assert len({edge.get("id") for edge in edges}) == len(edges)
    if kind_too:
        assert len({(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in edges}) == len(edges)


def check_by_networkx(ours, path):
    graph = nx.read_graphml(path, force_multigraph=True) if path.suffix == ".graphml" else nx.read_gexf(path)
    check_nodes(ours, dict(graph.nodes(data=True)))
    check_edges(ours, list(graph.edges(data=True)))
    for node in ours["nodes"]:
        assert held(graph.nodes[node["id"]]["type"]) == node["type"]
    return graph


def check_by_igraph(ours, path):
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.is_directed()
    check_nodes(ours, {vertex["id"]: vertex.attributes() for vertex in graph.vs})
    ids = graph.vs["id"]
    # igraph reads whole numbers as floating-point ones and fills the gaps of columns.
    check_edges(ours, [(ids[edge.source], ids[edge.target], edge.attributes()) for edge in graph.es])
    return graph


def simplified(data, file_keys=False):
    """What is the same after a way through another program: not the order of keys, nor the ways of numbers."""
    edges = [{**edge, "attributes": dict(sorted(edge["attributes"].items()))} for edge in data["edges"]]
    nodes = [{k: held(v) for k, v in node.items()} for node in data["nodes"]]
    for edge in edges:
        edge["attributes"] = {k: held(v) for k, v in edge["attributes"].items()}
    return {"documents": data["graph"]["documents"], "nodes": nodes, "edges": edges}


def check_ours(folder):
    for seed in SEEDS:
        source, clean = save(folder / "in.json", rich_graph(seed)), folder / "clean.json"
        tool(TOOL, "save", source, clean)
        ours = load(clean)
        for form in ("graphml", "gexf"):
            path = folder / f"ours.{form}"
            tool(TOOL, "convert", form, clean, path)
            if XMLLINT:
                subprocess.run([XMLLINT, "--noout", "--nonet", str(path)], check=True)
            check_unique(path, form == "gexf")
            read = check_by_networkx(ours, path)
            if form == "gexf":
                continue
            # What NetworkX writes of our file is our file again.
            nx.write_graphml(read, folder / "again.graphml")
            tool(TOOL, "import", "graphml", folder / "again.graphml", folder / "again.json")
            assert simplified(load(folder / "again.json")) == simplified(ours), seed
            # igraph numbers the nodes anew, and fills what an element lacks; the rest survives.
            check_by_igraph(ours, path).write_graphml(str(folder / "again.graphml"))
            tool(TOOL, "import", "graphml", folder / "again.graphml", folder / "again.json")
            again = load(folder / "again.json")
            assert [node["id"] for node in again["nodes"]] == [node["id"] for node in ours["nodes"]]
            assert list(map(relation, again["edges"])) == list(map(relation, ours["edges"]))
            assert [edge["evidence"] for edge in again["edges"]] == [edge["evidence"] for edge in ours["edges"]]
            assert again["graph"]["documents"] == ours["graph"]["documents"]


def read_ours(folder, form, path):
    out = folder / "theirs.json"
    tool(TOOL, "import", form, path, out)
    return load(out)


def check_theirs(folder):
    multi = nx.MultiDiGraph()
    multi.add_node("a b", label="A <B>", size=3.5, ok=True, n=7)
    multi.add_edge("a b", "c", relation="owns", weight=2)
    multi.add_edge("a b", "c", relation="leads", weight=0.5)
    multi.add_edge("c", "c", relation="knows")
    graphs = {"digraph": nx.gnp_random_graph(20, 0.2, seed=1, directed=True), "undirected": nx.karate_club_graph(),
              "multi": multi, "empty": nx.DiGraph()}
    for name, graph in graphs.items():
        for form, write in (("graphml", nx.write_graphml), ("gexf", nx.write_gexf)):
            write(graph, folder / "theirs.xml")
            found = read_ours(folder, form, folder / "theirs.xml")
            assert {node["id"] for node in found["nodes"]} == {str(node) for node in graph.nodes}, (name, form)
            wanted = Counter((str(s), str(t)) for s, t in graph.edges())
            assert Counter((e["source"], e["target"]) for e in found["edges"]) == wanted, (name, form)
            if name == "undirected":
                assert {n["id"]: n["club"] for n in found["nodes"]} == {str(n): d for n, d in graph.nodes(data="club")}
                assert sum(e["weight"] for e in found["edges"]) == sum(w for *_, w in graph.edges(data="weight"))
            if name == "multi":
                node = next(node for node in found["nodes"] if node["id"] == "a b")
                assert (node["label"], node["size"], node["ok"], node["n"]) == ("A <B>", 3.5, True, 7)
                assert {(e["type"], e.get("weight")) for e in found["edges"]} == {("owns", 2), ("leads", 0.5), ("knows", None)}
    graph = igraph.Graph([(0, 1), (1, 2), (2, 0)], directed=True)
    graph.vs["name"], graph.es["type"], graph.es["weight"] = ["x", "y", "z"], ["owns", "leads", ""], [1, 2.5, -3]
    graph.write_graphml(str(folder / "theirs.xml"))
    found = read_ours(folder, "graphml", folder / "theirs.xml")
    assert [node["label"] for node in found["nodes"]] == ["x", "y", "z"]
    assert [(e["type"], e["weight"]) for e in found["edges"]] == [("owns", 1), ("leads", 2.5), ("related_to", -3)]


with tempfile.TemporaryDirectory() as name:
    check_ours(Path(name))
    check_theirs(Path(name))
print(f"{len(SEEDS)} graphs read by NetworkX {nx.__version__} and igraph {igraph.__version__}, and theirs by us")
