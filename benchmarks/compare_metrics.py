#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Times of metrics beside igraph's on the same graphs in the same run, one thread each.

usage: compare_metrics.py --bench build/release/benchmarks/bench_graph [--betweenness]

Run it with a Python that has NetworkX and igraph, for instance build/peers/nx36/bin/python (scripts/peers.sh).
One JSON line a measurement: medians in milliseconds, and how many times as long igraph takes.
"""
import argparse
import json
import random
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import igraph
import networkx as nx

ALGORITHMS = {
    "pagerank": lambda g, u: g.pagerank(),
    "core": lambda g, u: g.coreness(mode="all"),
    "components": lambda g, u: g.connected_components(mode="weak"),
    "strong_components": lambda g, u: g.connected_components(mode="strong"),
    "articulation": lambda g, u: u.articulation_points(),
    "undirected_clustering": lambda g, u: u.transitivity_local_undirected(mode="zero"),
    "leiden": lambda g, u: u.community_leiden("modularity", n_iterations=2),
}


def graphs():
    yield "er-10k", nx.gnm_random_graph(10_000, 50_000, seed=1, directed=True)
    yield "ba-10k", nx.barabasi_albert_graph(10_000, 5, seed=1)
    yield "er-100k", nx.gnm_random_graph(100_000, 500_000, seed=1, directed=True)
    yield "ba-100k", nx.barabasi_albert_graph(100_000, 5, seed=1)


def save(path, graph):
    rng = random.Random(1)
    flip = (lambda a, b: (a, b)) if graph.is_directed() else (lambda a, b: (a, b) if rng.random() < 0.5 else (b, a))
    edges = [flip(a, b) for a, b in graph.edges]
    path.write_text(json.dumps({"directed": True, "multigraph": True, "nodes": [{"id": str(v)} for v in graph],
                                "edges": [{"source": str(a), "target": str(b), "key": 0} for a, b in edges]}))
    return edges


def median_ms(work, runs):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        result = work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times), result


def ours(bench, path, topic, runs):
    out = subprocess.run([bench, "--repeat", str(runs), "--topic", topic, str(path)], check=True, capture_output=True, text=True)
    lines = [json.loads(line) for line in out.stdout.splitlines()]
    return lines[0]["ms"], lines[-1].get("value")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True, help="the program bench_graph")
    parser.add_argument("--betweenness", action="store_true", help="exact betweenness of er-10k, too: a minute")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    igraph.set_random_number_generator(None)  # its own generator: Python's would slow it down
    with tempfile.TemporaryDirectory() as folder:
        for name, graph in graphs():
            path = Path(folder) / f"{name}.json"
            edges = save(path, graph)
            directed = igraph.Graph(len(graph), edges, directed=True)
            undirected = directed.as_undirected(mode="collapse")
            chosen = dict(ALGORITHMS)
            if args.betweenness and name == "er-10k":
                chosen["betweenness"] = lambda g, u: g.betweenness()
            for topic, algorithm in chosen.items():
                runs = 1 if topic == "betweenness" else args.runs
                theirs, result = median_ms(lambda: algorithm(directed, undirected), runs)
                mine, quality = ours(args.bench, path, topic, runs)
                line = {"topic": topic, "graph": name, "relgraph_ms": round(mine, 2), "igraph_ms": round(theirs, 2),
                        "ratio": round(theirs / mine, 2)}
                if quality is not None:
                    line |= {"modularity": quality, "igraph_modularity": round(result.modularity, 6)}
                print(json.dumps(line), flush=True)


main()
