# SPDX-License-Identifier: Apache-2.0
"""Communities, camps, paths and flows as NetworkX, igraph and brute force have them.

usage: test_structure.py PEER_TOOL
"""
import itertools
import json
import random
import sys
import tempfile
from pathlib import Path

import igraph
import networkx as nx

from peerlib import save, tool
from shapes import VARIANTS, projected, shapes

TOLERANCE = 1e-9
TYPES = {"criticizes": -1, "supports": 1, "owns": 0}


def close(ours, theirs, what):
    assert abs(ours - theirs) < TOLERANCE, f"{what}: {ours}, the peer says {theirs}"


def parts(numbers, ids):
    found = {}
    for node, number in zip(ids, numbers):
        found.setdefault(number, set()).add(node)
    return list(found.values())


def check_communities(graph, weight, ours, ids):
    undirected = projected(graph, "undirected")
    for name in ("leiden", "labels"):
        for part in parts(ours[name], ids):
            assert nx.is_connected(undirected.subgraph(part)), f"a part of {name} falls apart"
    if not undirected.number_of_edges():
        return
    communities = parts(ours["leiden"], ids)
    close(ours["modularity"], nx.community.modularity(undirected, communities, weight=weight), "modularity")
    close(ours["fine_modularity"], nx.community.modularity(undirected, communities, weight=weight, resolution=2), "modularity")
    peer = igraph.Graph(len(ids), [(ids.index(a), ids.index(b)) for a, b in undirected.edges])
    weights = [undirected[ids[e.source]][ids[e.target]]["weight"] if weight else 1 for e in peer.es]
    random.seed(1)
    igraph.set_random_number_generator(random)
    theirs = peer.community_leiden("modularity", weights=weights, n_iterations=10)
    assert ours["modularity"] >= theirs.modularity * 0.99 - 1e-9, (ours["modularity"], theirs.modularity)


def check_paths(shape, weight, ours, ids):
    first, last = ids[0], ids[-1]
    distance = weight and "distance"
    length = lambda path: sum(shape[a][b]["distance"] if weight else 1 for a, b in zip(path, path[1:]))
    if nx.has_path(shape, first, last):
        theirs = list(itertools.islice(nx.shortest_simple_paths(shape, first, last, weight=distance), 6))
    else:
        theirs = []
    assert len(ours["shortest"]) == len(theirs), (len(ours["shortest"]), len(theirs))
    for (path, stated), other in zip(ours["shortest"], theirs):
        assert len(set(path)) == len(path) and nx.is_path(shape, [ids[v] for v in path])
        close(stated, length([ids[v] for v in path]), "length")
        close(stated, length(other), "k shortest")
    mine = {tuple(ids[v] for v in path) for path, _ in ours["all"]}
    assert mine == {tuple(p) for p in nx.all_simple_paths(shape, first, last, cutoff=4)}
    assert len(mine) == len(ours["all"])
    capacity = {(a, b): data["weight"] if weight else 1 for a, b, data in shape.edges(data=True)}
    nx.set_edge_attributes(shape, capacity, "capacity")
    close(ours["flow"], nx.maximum_flow_value(shape, first, last), "flow")
    for a, b in ours["cut"]:
        shape.remove_edge(ids[a], ids[b])
    assert not nx.has_path(shape, first, last), "the cut does not cut"


def check_camps(graph, ours, ids):
    """Against all divisions of the small ones."""
    signs = {}
    for a, b, data in graph.edges(data=True):
        if a != b:
            key = frozenset((a, b))
            signs[key] = signs.get(key, 0) + TYPES[data["type"]]
    signs = {tuple(sorted(key)): sign for key, sign in signs.items() if sign}
    camp = dict(zip(ids, ours["camps"]))
    broken = lambda camp: sum(abs(s) for (a, b), s in signs.items() if (camp[a] == camp[b]) != (s > 0))
    close(ours["frustration"], broken(camp), "frustration")
    assert {n for n, c in camp.items() if c >= 0} == {n for key in signs for n in key}
    if len(ids) <= 10:
        least = min(broken(dict(zip(ids, division))) for division in itertools.product((0, 1), repeat=len(ids)))
        close(ours["frustration"], least, "least frustration")
        assert ours["exact"]
    triangles = [t for t in itertools.combinations(sorted(ids), 3)
                 if all(pair in signs for pair in itertools.combinations(t, 2))] if len(ids) <= 34 else None
    if triangles is not None:
        assert ours["triangles"] == len(triangles)
        even = [t for t in triangles if sum(signs[p] < 0 for p in itertools.combinations(t, 2)) % 2 == 0]
        assert ours["balanced"] == len(even)


def main():
    graphs = shapes()
    for i, graph in enumerate(graphs):
        rng = random.Random(i)
        for _, _, data in graph.edges(data=True):
            data["type"] = rng.choice(list(TYPES))
            data["polarity"] = TYPES[data["type"]]
    with tempfile.TemporaryDirectory() as folder:
        paths = [save(Path(folder) / f"{i}.json", nx.node_link_data(g, edges="edges")) for i, g in enumerate(graphs)]
        for variant in VARIANTS:
            lines = tool(sys.argv[1], "structure", variant, *paths).splitlines()
            assert len(lines) == len(graphs)
            weight = "weight" if variant.endswith("confidence") else None
            for line, graph in zip(lines, graphs):
                ours, ids = json.loads(line), list(graph)
                check_communities(graph, weight, ours, ids)
                check_camps(graph, ours, ids)
                if len(ids) > 1:
                    check_paths(projected(graph, variant), weight, ours, ids)
    print(f"{len(graphs)} graphs in {len(VARIANTS)} projections: communities, camps, paths and flows")


main()
