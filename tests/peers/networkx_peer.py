#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""NetworkX as oracle: it reads our files, we read its files, and every metric agrees to 1e-9.

usage: networkx_peer.py RELGRAPH SOURCE_DIR PACKAGES
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import warnings

RELGRAPH, SOURCE, PACKAGES = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
if not (PACKAGES / "stamp").is_file():
    print(f"skipped: {PACKAGES.name} is not there (scripts/peers.sh)")
    sys.exit(77)
if pathlib.Path(sys.prefix).resolve() != PACKAGES.resolve():
    os.execv(PACKAGES / "bin/python", ["python", *sys.argv])

import jsonschema  # noqa: E402
import networkx as nx  # noqa: E402

METRICS = ["degree", "in_degree", "out_degree", "pagerank", "betweenness", "closeness"]
TYPES = ["criticizes", "supports", "owns", "meets", "leads"]


def relgraph(*arguments):
    done = subprocess.run([RELGRAPH, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, (arguments, done.returncode, done.stderr)
    return done.stdout


def read_by_networkx(data):
    key = "edges" if "edges" in data else "links"
    return nx.node_link_graph(data, edges=key)


def oracle(multigraph):
    """Each metric by NetworkX on the graph with parallel edges joined."""
    graph = nx.DiGraph()
    graph.add_nodes_from(multigraph)
    graph.add_edges_from(multigraph.edges())
    return {
        "degree": dict(graph.degree()),
        "in_degree": dict(graph.in_degree()),
        "out_degree": dict(graph.out_degree()),
        "pagerank": nx.pagerank(graph, tol=1e-14, max_iter=10000),
        "betweenness": nx.betweenness_centrality(graph),
        "closeness": nx.closeness_centrality(graph),
    }


def random_graph(rng):
    """A multigraph with isolated and dangling nodes, parallel edges, and now and then a self-loop."""
    n = rng.randint(1, 30)
    graph = nx.MultiDiGraph()
    for i in range(n):
        graph.add_node(f"n{i}", label=f"Node {i}", type=rng.choice(["person", "organization"]))
    reachable = max(1, n - rng.randint(0, 3))
    for _ in range(rng.randint(0, 3 * n)):
        a, b = rng.randrange(reachable), rng.randrange(reachable)
        if a != b or rng.random() < 0.2:
            graph.add_edge(f"n{a}", f"n{b}", type=rng.choice(TYPES), status="asserted", confidence=0.5)
    return graph


def structured_graphs():
    for plain in (nx.path_graph(7), nx.star_graph(6), nx.complete_graph(5), nx.cycle_graph(6), nx.karate_club_graph()):
        graph = nx.MultiDiGraph()
        graph.add_nodes_from((f"n{v}", {"label": str(v), "type": "person"}) for v in plain)
        graph.add_edges_from((f"n{a}", f"n{b}", {"type": "meets"}) for a, b in plain.edges())
        yield graph


def check_metrics(folder):
    rng = random.Random(5)
    graphs = [*structured_graphs(), *(random_graph(rng) for _ in range(200))]
    compared = 0
    for i, graph in enumerate(graphs):
        path = folder / f"random-{i}.json"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            data = nx.node_link_data(graph)  # this version's own default: "links" or "edges"
        path.write_text(json.dumps(data), encoding="utf-8")
        ranking = json.loads(relgraph("rank", path, "--by", ",".join(METRICS), "--format", "json", "--top", "0"))
        assert len(ranking["nodes"]) == len(graph)
        expected = oracle(graph)
        for node in ranking["nodes"]:
            for metric in METRICS:
                difference = abs(node[metric] - expected[metric][node["id"]])
                assert difference < 1e-9, (i, node["id"], metric, node[metric], expected[metric][node["id"]])
                compared += 1
    print(f"{len(graphs)} graphs, {compared} values equal to 1e-9")


def check_files(folder):
    schema = json.loads((SOURCE / "docs/graph.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    files = sorted((SOURCE / "graphs").glob("*/graph.json"))
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        data = json.loads(text)
        validator.validate(data)
        # Ours are the bytes that Python would write.
        assert text == json.dumps(data, indent=2, ensure_ascii=False) + "\n", path
        graph = read_by_networkx(data)
        assert graph.is_directed() and graph.is_multigraph()
        assert graph.number_of_nodes() == len(data["nodes"]) and graph.number_of_edges() == len(data["edges"])
        # NetworkX reads it, writes it, and nothing is lost on the way back.
        back = folder / "back.json"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            back.write_text(json.dumps(nx.node_link_data(graph), ensure_ascii=False), encoding="utf-8")
        again = relgraph("merge", back)
        canonical = relgraph("merge", path)
        assert json.loads(again)["edges"] == json.loads(canonical)["edges"], path
        assert json.loads(again)["nodes"] == json.loads(canonical)["nodes"], path
    print(f"{len(files)} files read, written and read back by NetworkX {nx.__version__}")


def main():
    with tempfile.TemporaryDirectory() as name:
        check_files(pathlib.Path(name))
        check_metrics(pathlib.Path(name))
    print("2 passed, 0 failed")


if __name__ == "__main__":
    main()
