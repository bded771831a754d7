#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the same GraphML files with igraph and with relgraph, in turn, and prints how much faster we are.

usage: compare_igraph.py --bench build/release/benchmarks/bench_exchange

Run it with a Python that has igraph, for instance build/peers/xml/bin/python (scripts/peers.sh).
One JSON line a file: medians in milliseconds, and the ratio of the medians.
"""
import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import igraph

# In a process of its own, like ours; the import is not counted.
IGRAPH_READ = """
import sys, time
import igraph
begin = time.perf_counter()
graph = igraph.Graph.Read_GraphML(sys.argv[1])
print((time.perf_counter() - begin) * 1000, graph.vcount(), graph.ecount())
"""


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def compare(bench, path, runs):
    ours, theirs = [], []
    for _ in range(runs):
        mine = json.loads(output(bench, "graphml", path))
        took, n, m = output(sys.executable, "-c", IGRAPH_READ, path).split()
        if (mine["n"], mine["m"]) != (int(n), int(m)):
            sys.exit(f"the two do not read the same graph: {mine} {n} {m}")
        ours.append(mine["read_ms"])
        theirs.append(float(took))
    a, b = statistics.median(ours), statistics.median(theirs)
    print(json.dumps({"topic": "read", "graph": path.name, "n": mine["n"], "m": mine["m"],
                      "mb": round(path.stat().st_size / 1e6, 1), "relgraph_ms": round(a, 1), "igraph_ms": round(b, 1),
                      "ratio": round(b / a, 2), "runs": runs, "igraph": igraph.__version__}), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True, help="the program bench_exchange")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nodes", type=int, default=100000)
    parser.add_argument("--edges", type=int, default=500000)
    args = parser.parse_args()
    rng = random.Random(1)
    ends = [(rng.randrange(args.nodes), rng.randrange(args.nodes)) for _ in range(args.edges)]
    graph = igraph.Graph(n=args.nodes, edges=ends, directed=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("bare", "weights"):
            if name == "weights":
                graph.vs["name"] = [f"Name {i}" for i in range(args.nodes)]
                graph.es["weight"] = [rng.random() for _ in range(args.edges)]
            path = Path(folder) / f"{name}.graphml"
            graph.write_graphml(str(path))
            compare(args.bench, path, args.runs)


main()
