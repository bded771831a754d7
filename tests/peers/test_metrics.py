# SPDX-License-Identifier: Apache-2.0
"""The metrics equal NetworkX's to 1e-9: directed or not, with weights or without.

usage: test_metrics.py PEER_TOOL [RELGRAPH]
The projection is ours: parallel edges joined, their weights (confidences) added; a distance is 1 / weight.
"""
import json
import math
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import networkx as nx
import numpy

from shapes import VARIANTS, projected, shapes
from peerlib import save, tool

warnings.simplefilter("ignore")
TOLERANCE = 1e-9


def simple(graph, directed):
    """Without self-loops: where NetworkX refuses them, they do not count for us."""
    out = graph.copy() if directed else nx.Graph(graph)
    out.remove_edges_from(list(nx.selfloop_edges(out)))
    return out


def settled(compute, *arguments, **keywords):
    """None where NetworkX gives up too; a close call may go either way."""
    try:
        return compute(*arguments, **keywords)
    except (nx.PowerIterationFailedConvergence, nx.AmbiguousSolution):
        return None


def eigenvector(g, weight):
    if not len(g) or not (nx.is_strongly_connected(g) if g.is_directed() else nx.is_connected(g)):
        return None  # the limit depends on the start, and is reached slowly
    return settled(nx.eigenvector_centrality, g, max_iter=50000, tol=1e-15, weight=weight)


def katz(g, weight):
    return settled(nx.katz_centrality, g, max_iter=50000, tol=1e-15, weight=weight)


def hits(g, weight, which):
    """Only where the two greatest singular values are apart, so that there is one answer."""
    if len(g) < 2 or not g.number_of_edges():
        return None
    g = g.copy()
    if weight is None:  # NetworkX would take the weights it finds
        for *_, data in g.edges(data=True):
            data.pop("weight")
    values = numpy.linalg.svd(nx.to_numpy_array(g), compute_uv=False)
    if len(values) > 1 and values[1] > 0.99 * values[0]:
        return None
    return nx.hits(g, max_iter=10000, tol=1e-15)[which]


def burt(compute, g, weight):
    """By the definition in its documentation, node by node: for all nodes at once, 3.6 has another effective size of
    directed graphs. It gives up where nothing goes out; we do not, and that is not compared."""
    shape = simple(g, g.is_directed())
    values = compute(shape, nodes=list(shape), weight=weight)
    return {v: None if math.isnan(x) else x for v, x in values.items()}


def expected_metrics(g, weight):
    distance = weight and "distance"
    undirected = simple(g, False)
    cuts = set(nx.articulation_points(undirected))
    reached = {v: nx.single_source_dijkstra_path_length(g, v, weight=distance) for v in g}
    strength = lambda pairs: dict(pairs)
    out = {
        "degree": dict(g.degree),
        "in_degree": dict(g.in_degree if g.is_directed() else {v: len(g[v]) for v in g}.items()),
        "out_degree": dict(g.out_degree if g.is_directed() else {v: len(g[v]) for v in g}.items()),
        "strength": strength(g.degree(weight=weight)),
        "pagerank": nx.pagerank(g, tol=1e-14, max_iter=10000, weight=weight) if len(g) else {},
        "personalised": nx.pagerank(g, tol=1e-14, max_iter=10000, weight=weight, personalization={next(iter(g)): 1}) if len(g) else {},
        "betweenness": nx.betweenness_centrality(g, weight=distance),
        "closeness": nx.closeness_centrality(g, distance=distance),
        "harmonic": nx.harmonic_centrality(g, distance=distance),
        "eccentricity": {v: max(reached[v].values()) for v in g},
        "eigenvector": eigenvector(g, weight),
        "katz": katz(g, weight),
        "hubs": hits(g, weight, 0),
        "authorities": hits(g, weight, 1),
        "core": nx.core_number(undirected),
        "clustering": nx.clustering(simple(g, g.is_directed())),
        "constraint": burt(nx.constraint, g, weight),
        "effective_size": burt(nx.effective_size, g, weight),
        "articulation": {v: int(v in cuts) for v in g},
    }
    if g.is_directed():
        out["in_strength"], out["out_strength"] = dict(g.in_degree(weight=weight)), dict(g.out_degree(weight=weight))
    return out


def check_whole(g, weight, ours):
    ids = ours["ids"]
    distance = weight and "distance"
    theirs = nx.edge_betweenness_centrality(g, weight=distance)
    seen = {(ids[a], ids[b]): value for a, b, value in ours["edge_betweenness"]}
    for (a, b), value in theirs.items():
        for key in {(a, b)} if g.is_directed() else {(a, b), (b, a)}:
            assert abs(seen.pop(key) - value) < TOLERANCE, ("edge_betweenness", a, b)
    assert not seen
    parts = lambda numbers: {frozenset(ids[i] for i, n in enumerate(numbers) if n == k) for k in set(numbers)}
    weak = nx.weakly_connected_components(g) if g.is_directed() else nx.connected_components(g)
    assert parts(ours["components"]) == {frozenset(c) for c in weak}
    if g.is_directed():
        assert parts(ours["strong"]) == {frozenset(c) for c in nx.strongly_connected_components(g)}
    undirected = simple(g, False)
    assert {frozenset((ids[a], ids[b])) for a, b in ours["bridges"]} == {frozenset(b) for b in nx.bridges(undirected)}
    s = ours["summary"]
    check = lambda name, value: abs(s[name] - value) < TOLERANCE or sys.exit(f"{name}: {s[name]}, NetworkX says {value}")
    check("density", nx.density(g) if len(g) > 1 else 0)
    check("edges", g.number_of_edges())
    check("transitivity", nx.transitivity(undirected))
    check("mean_clustering", nx.average_clustering(undirected) if len(g) else 0)
    check("core", max(nx.core_number(undirected).values(), default=0))
    if len(g):
        largest = undirected.subgraph(max(nx.connected_components(undirected), key=len))
        same_size = [c for c in nx.connected_components(undirected) if len(c) == len(largest)]
        if len(same_size) == 1:
            check("diameter", nx.diameter(largest))
            check("mean_distance", nx.average_shortest_path_length(largest))
    if g.is_directed() and g.number_of_edges():
        # NetworkX counts self-loops among the arcs, and they are never answered.
        check("reciprocity", nx.overall_reciprocity(g) if not list(nx.selfloop_edges(g)) else s["reciprocity"])
    if s["assortativity"] is not None and not list(nx.selfloop_edges(g)):
        theirs = nx.degree_pearson_correlation_coefficient(g)
        if not math.isnan(theirs):
            check("assortativity", theirs)


def compare(ours, theirs):
    """Number of values compared, and the largest difference."""
    count, worst = 0, 0.0
    for name, expected in theirs.items():
        if expected is None:
            continue
        assert ours[name] is not None, f"{name} did not settle, NetworkX's does"
        assert len(ours[name]) == len(expected) == len(ours["ids"]), name
        for node, value in zip(ours["ids"], ours[name]):
            if expected[node] is None:
                continue
            difference = abs(value - expected[node])
            assert difference <= TOLERANCE * max(1, abs(expected[node])), f"{name} of {node}: {value}, NetworkX says {expected[node]}"
            count, worst = count + 1, max(worst, difference)
    return count, worst


def check_command(relgraph, path, graph):
    names = ["degree", "pagerank", "betweenness", "closeness", "harmonic", "katz", "clustering"]
    for variant in VARIANTS:
        options = ["--undirected"] * variant.startswith("un") + ["--weight=confidence"] * variant.endswith("confidence")
        result = subprocess.run([relgraph, "rank", path, "--by", ",".join(names), "--format", "json", *options],
                                capture_output=True, text=True, encoding="utf-8")
        assert result.returncode == 0, result.stderr
        data = json.loads(result.stdout)
        assert data["metrics"] == names
        ours = {name: [node[name] for node in data["nodes"]] for name in ["id", *names]}
        assert ours["degree"] == sorted(ours["degree"], reverse=True), "not best first"
        weight = "weight" if variant.endswith("confidence") else None
        expected = expected_metrics(projected(graph, variant), weight)
        compare(ours | {"ids": ours["id"]}, {name: expected[name] for name in names})


def main():
    graphs = shapes()
    count, worst = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        paths = [save(Path(folder) / f"{i}.json", nx.node_link_data(g, edges="edges")) for i, g in enumerate(graphs)]
        for variant in VARIANTS:
            lines = tool(sys.argv[1], "metrics", variant, *paths).splitlines()
            assert len(lines) == len(graphs)
            weight = "weight" if variant.endswith("confidence") else None
            for line, graph in zip(lines, graphs):
                ours, shape = json.loads(line), projected(graph, variant)
                check_whole(shape, weight, ours)
                compared, difference = compare(ours, expected_metrics(shape, weight))
                count, worst = count + compared, max(worst, difference)
        if len(sys.argv) > 2:
            check_command(sys.argv[2], paths[156], graphs[156])
            check_command(sys.argv[2], paths[3], graphs[3])
    command = ", relgraph rank too" if len(sys.argv) > 2 else ""
    print(f"NetworkX {nx.__version__}: {len(graphs)} graphs in {len(VARIANTS)} projections, {count} values, "
          f"largest difference {worst:.1e}{command}")


main()
