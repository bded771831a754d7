# SPDX-License-Identifier: Apache-2.0
"""Graphs of many shapes for the comparisons with NetworkX, and our projections of them in its terms."""
import random

import networkx as nx

VARIANTS = ("directed", "undirected", "directed-confidence", "undirected-confidence")


def random_graph(seed):
    """Parallel edges, loops, isolated and dangling nodes, from empty to dense."""
    rng = random.Random(seed)
    n = rng.choice([1, 2, 3, 5, 8, 13, 21, 34])
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(n))
    for _ in range(int(n * rng.choice([0, 0.5, 1, 2, 4]))):
        source, target = rng.randrange(n), rng.randrange(n)
        if source % 5 == 4 or (seed % 2 and source == target):
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
    yield nx.davis_southern_women_graph().to_directed()
    yield nx.les_miserables_graph().to_directed()
    yield nx.gnp_random_graph(150, 0.02, seed=5, directed=True)
    yield nx.MultiDiGraph(nx.scale_free_graph(120, seed=3))
    yield nx.DiGraph()


def prepared(graph, seed):
    """Names as strings; confidences in steps of 1/8, so that sums are exact and equal paths stay equal."""
    rng = random.Random(seed)
    out = nx.MultiDiGraph()
    out.add_nodes_from(str(node) for node in graph)
    out.add_edges_from((str(s), str(t), {"confidence": rng.randrange(1, 9) / 8}) for s, t, *_ in graph.edges)
    return out


def projected(graph, variant):
    out = nx.DiGraph() if variant.startswith("directed") else nx.Graph()
    out.add_nodes_from(graph)
    for source, target, data in graph.edges(data=True):
        before = out[source][target]["weight"] if out.has_edge(source, target) else 0
        out.add_edge(source, target, weight=before + data["confidence"])
    for _, _, data in out.edges(data=True):
        data["distance"] = 1 / data["weight"]
    return out


def shapes():
    return [prepared(g, i) for i, g in enumerate([*map(random_graph, range(150)), *structured_graphs()])]
