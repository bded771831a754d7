# SPDX-License-Identifier: Apache-2.0
"""The metrics equal NetworkX's to 1e-9.

usage: test_metrics.py PEER_TOOL [RELGRAPH]
The projection is ours: nx.DiGraph of the multigraph, so parallel edges count once.
"""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import networkx as nx

from peerlib import save, tool

METRICS = {
    "degree": lambda g: dict(g.degree),
    "in_degree": lambda g: dict(g.in_degree),
    "out_degree": lambda g: dict(g.out_degree),
    "pagerank": lambda g: nx.pagerank(g, tol=1e-14, max_iter=10000) if len(g) else {},
    "betweenness": nx.betweenness_centrality,
    "closeness": nx.closeness_centrality,
}


def random_graph(seed):
    """Parallel edges, loops, isolated and dangling nodes, from empty to dense."""
    rng = random.Random(seed)
    n = rng.choice([1, 2, 3, 5, 8, 13, 21, 34])
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(n))
    for _ in range(int(n * rng.choice([0, 0.5, 1, 2, 4]))):
        source, target = rng.randrange(n), rng.randrange(n)
        if source % 5 == 4:
            continue  # dangling
        graph.add_edges_from([(f"n{source}", f"n{target}")] * rng.choice([1, 1, 1, 2, 3]))
    return graph


def structured_graphs():
    yield nx.path_graph(30, create_using=nx.DiGraph)
    yield nx.cycle_graph(17, create_using=nx.DiGraph)
    yield nx.star_graph(20).to_directed()
    yield nx.complete_graph(9, create_using=nx.DiGraph)
    yield nx.balanced_tree(3, 4, create_using=nx.DiGraph)
    yield nx.grid_2d_graph(6, 7, create_using=nx.DiGraph)
    yield nx.karate_club_graph().to_directed()
    yield nx.gnp_random_graph(300, 0.01, seed=5, directed=True)
    yield nx.MultiDiGraph(nx.scale_free_graph(200, seed=3))
    yield nx.DiGraph()


def plain(graph):
    """Names as strings, no attributes: weights would count for NetworkX and do not for us."""
    out = nx.MultiDiGraph()
    out.add_nodes_from(str(node) for node in graph)
    out.add_edges_from((str(s), str(t)) for s, t, *_ in graph.edges)
    return out


def worst(ours, graph, names):
    digraph = nx.DiGraph(graph)
    result = 0.0
    for name in names:
        expected = METRICS[name](digraph)
        assert len(ours[name]) == len(expected) == len(ours["ids"]), name
        for node, value in zip(ours["ids"], ours[name]):
            difference = abs(value - expected[node])
            assert difference <= 1e-9, f"{name} of {node}: {value}, NetworkX says {expected[node]}"
            result = max(result, difference)
    return result


def check_command(relgraph, path, graph):
    names = list(METRICS)
    result = subprocess.run([relgraph, "rank", path, "--by", ",".join(names), "--format", "json"],
                            capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stderr
    data = json.loads(result.stdout)
    assert data["metrics"] == names
    ours = {name: [node[name] for node in data["nodes"]] for name in ["id", *names]}
    assert ours["degree"] == sorted(ours["degree"], reverse=True), "not best first"
    worst(ours | {"ids": ours["id"]}, graph, names)


def main():
    graphs = [plain(g) for g in [*map(random_graph, range(200)), *structured_graphs()]]
    with tempfile.TemporaryDirectory() as folder:
        paths = [save(Path(folder) / f"{i}.json", nx.node_link_data(g, edges="edges")) for i, g in enumerate(graphs)]
        lines = tool(sys.argv[1], "metrics", *paths).splitlines()
        assert len(lines) == len(graphs)
        differences = [worst(json.loads(line), graph, METRICS) for line, graph in zip(lines, graphs)]
        if len(sys.argv) > 2:
            check_command(sys.argv[2], paths[206], graphs[206])
            check_command(sys.argv[2], paths[3], graphs[3])
    command = ", relgraph rank too" if len(sys.argv) > 2 else ""
    print(f"NetworkX {nx.__version__}: {len(graphs)} graphs, largest difference {max(differences):.1e}{command}")


main()
