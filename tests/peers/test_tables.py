# SPDX-License-Identifier: Apache-2.0
"""Python's csv and NetworkX read our CSV, Neo4j tables and Cytoscape JSON and find the same graph; we read what
they write.

usage: test_tables.py PEER_TOOL
"""
import csv
import io
import json
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import networkx as nx

from peerlib import load, rich_graph, save, tool

[TOOL] = sys.argv[1:]


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def plain(cell):
    """Text as it was before formulas were made harmless."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n]", cell) else cell


def weight(edge):
    return edge.get("weight", max(1, len(edge["evidence"])))


def edge_key(edge):
    return edge["source"], edge["target"], edge["type"], edge["status"], float(edge["confidence"]), float(weight(edge))


def check_csv(folder, ours, path):
    tool(TOOL, "convert", "csv", path, folder / "out.csv")
    nodes = rows(folder / "out.csv-nodes")
    assert [(n["Id"], plain(n["Label"]), n["Type"]) for n in nodes] == \
        [(n["id"], n["label"], n["type"]) for n in ours["nodes"]]
    edges = rows(folder / "out.csv")
    assert len({e["Id"] for e in edges}) == len(edges)
    found = [(e["Source"], e["Target"], e["relation"], e["status"], float(e["confidence"]), float(e["Weight"])) for e in edges]
    assert Counter(found) == Counter(map(edge_key, ours["edges"]))
    for row, edge in zip(edges, ours["edges"]):
        assert plain(row.get("role") or "") == edge["attributes"].get("role", "")
        said = json.loads(row.get("evidence") or "[]")
        assert [e["text"] for e in said] == [e["text"] for e in edge["evidence"]]
    # As a spreadsheet in Germany saves it.
    for name in ("out.csv", "out.csv-nodes"):
        table = io.StringIO(newline="")
        with open(folder / name, encoding="utf-8", newline="") as file:
            csv.writer(table, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(csv.reader(file))
        (folder / f"{name}.german").write_bytes(b"\xef\xbb\xbf" + table.getvalue().encode())
    return [[folder / "out.csv", folder / "out.csv-nodes"], [folder / "out.csv.german", folder / "out.csv-nodes.german"]]


def check_neo4j(folder, ours, path):
    tool(TOOL, "convert", "neo4j", path, folder / "out.neo4j")
    nodes = rows(folder / "out.neo4j-nodes")
    assert [(n["id:ID"], n["label:string"], n[":LABEL"]) for n in nodes] == \
        [(n["id"], n["label"], f"Entity;{n['type']}") for n in ours["nodes"]]
    found = [(e[":START_ID"], e[":END_ID"], e[":TYPE"], e["status:string"], float(e["confidence:double"]),
              float(e.get("weight:long") or e.get("weight:double"))) for e in rows(folder / "out.neo4j")]
    assert Counter(found) == Counter(map(edge_key, ours["edges"]))
    return [[folder / "out.neo4j", folder / "out.neo4j-nodes"]]


def check_cytoscape(folder, ours, path):
    tool(TOOL, "convert", "cytoscape", path, folder / "out.cyjs")
    graph = nx.cytoscape_graph(load(folder / "out.cyjs"))
    assert isinstance(graph, nx.MultiDiGraph)
    assert [(n, d["label"], d["type"]) for n, d in graph.nodes(data=True)] == \
        [(n["id"], n["label"], n["type"]) for n in ours["nodes"]]
    assert Counter(edge_key({**d, "type": d["interaction"], "evidence": d.get("evidence", [])})
                   for *_, d in graph.edges(data=True)) == Counter(map(edge_key, ours["edges"]))
    save(folder / "nx.cyjs", nx.cytoscape_data(graph))
    return [[folder / "out.cyjs"], [folder / "nx.cyjs"]]


def framed(graph, form):
    """What the format carries of a graph."""
    graph = {"nodes": graph["nodes"], "edges": graph["edges"]} if form == "cytoscape" else \
        {"nodes": [n | {"mentions": []} for n in graph["nodes"]], "edges": graph["edges"]}
    if form == "neo4j":
        for node in graph["nodes"]:
            node["aliases"] = sorted(alias.replace(";", ",") for alias in node["aliases"])
    return graph


def check_theirs(folder):
    for name, graph in {"digraph": nx.gnp_random_graph(20, 0.2, seed=1, directed=True),
                        "multigraph": nx.MultiGraph([("a", "b"), ("a", "b"), ("c", "c")]),
                        "grid": nx.grid_2d_graph(3, 3)}.items():
        save(folder / "theirs.cyjs", nx.cytoscape_data(graph))
        tool(TOOL, "import", "cytoscape", folder / "theirs.cyjs", folder / "ours.json")
        ours = load(folder / "ours.json")
        assert {n["id"] for n in ours["nodes"]} == {str(n) for n in graph}, name
        simple = {(str(s), str(t)) for s, t, *_ in graph.edges}  # equal edges are one
        assert {(e["source"], e["target"]) for e in ours["edges"]} == simple, name


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    for seed in range(60):
        path = folder / "graph.json"
        tool(TOOL, "save", save(folder / "in.json", rich_graph(seed)), path)
        for form, check in (("csv", check_csv), ("neo4j", check_neo4j), ("cytoscape", check_cytoscape)):
            for files in check(folder, load(path), path):
                tool(TOOL, "import", form, files[0], folder / "back.json", *files[1:])
                assert framed(load(folder / "back.json"), form) == framed(load(path), form), (seed, files)
    check_theirs(folder)
print("60 graphs: tables read by Python's csv, Cytoscape JSON by NetworkX, and back")
