#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Loads the same graph files with NetworkX and with relgraph, in turn, and prints how much faster we are.

usage: compare_networkx.py --bench build/release/benchmarks/bench_graph [--relgraph build/release/relgraph]

Run it with a Python that has NetworkX, for instance build/peers/nx36/bin/python (scripts/peers.sh).
One JSON line a measurement: medians in milliseconds, and the ratio of the medians.
"""
import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent

# In a process of its own, like ours; the imports are not counted.
NETWORKX_LOAD = """
import json, sys, time
import networkx as nx
begin = time.perf_counter()
with open(sys.argv[1], encoding="utf-8") as file:
    graph = nx.node_link_graph(json.load(file), edges="edges")
took = (time.perf_counter() - begin) * 1000
print(json.dumps({"version": nx.__version__, "n": len(graph), "m": graph.number_of_edges(), "ms": took}))
"""


def output(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def wall_ms(*command):
    begin = time.perf_counter()
    output(*command)
    return (time.perf_counter() - begin) * 1000


def report(topic, graph, ours, theirs, **more):
    a, b = statistics.median(ours), statistics.median(theirs)
    line = {"topic": topic, "graph": graph, "relgraph_ms": round(a, 2), "networkx_ms": round(b, 2),
            "ratio": round(b / a, 1), "runs": len(ours), **more}
    print(json.dumps(line), flush=True)


def compare_loading(bench, path, runs):
    ours, theirs, sizes, version = [], [], set(), ""
    for _ in range(runs):
        mine = json.loads(output(bench, "--repeat", 1, "--topic", "load", path))
        other = json.loads(output(sys.executable, "-c", NETWORKX_LOAD, path))
        ours.append(mine["ms"])
        theirs.append(other["ms"])
        sizes |= {(mine["n"], mine["m"]), (other["n"], other["m"])}
        version = other["version"]
    if len(sizes) != 1:
        sys.exit(f"the two do not read the same graph: {sizes}")
    (n, m), = sizes
    report("load", path.name, ours, theirs, n=n, m=m, mb=round(path.stat().st_size / 1e6, 1), networkx=version)


def compare_start(relgraph, runs):
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(wall_ms(relgraph, "--help"))
        theirs.append(wall_ms(sys.executable, "-c", "import networkx"))
    report("start", None, ours, theirs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", required=True, help="the program bench_graph")
    parser.add_argument("--relgraph", help="the program relgraph, for its start")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nodes", type=int, default=10000)
    parser.add_argument("--edges", type=int, default=100000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name, more in (("evidence.json", []), ("bare.json", ["--bare"])):
            path = Path(folder) / name
            output(sys.executable, HERE / "generate_graph.py", "--nodes", args.nodes, "--edges", args.edges, *more, path)
            compare_loading(args.bench, path, args.runs)
    if args.relgraph:
        compare_start(args.relgraph, 4 * args.runs)


main()
