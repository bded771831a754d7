# SPDX-License-Identifier: Apache-2.0
"""rdflib reads our Turtle and our JSON-LD, finds the same triples in both, and in them the graph. PyLD, which
follows the JSON-LD standard to the letter, finds the same.

usage: test_rdf.py PEER_TOOL
"""
import json
import math
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from pyld import jsonld
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from peerlib import HOSTILE, load, rich_graph, save, tool

TOOL = sys.argv[1]
BASE = "https://relgraph.org/"
RG, SCHEMA = Namespace(BASE + "ns#"), Namespace("https://schema.org/")
CLASSES = {"person": "Person", "organization": "Organization", "place": "Place"}


def no_network(url, options=None):
    raise AssertionError(f"asked for {url}")


jsonld.set_document_loader(no_network)


def plain(iri, space):
    assert iri.startswith(f"{BASE}{space}#"), iri
    return unquote(iri.partition("#")[2])


def value(literal):
    if literal.datatype == RDF.JSON:
        return json.loads(str(literal))
    return literal.toPython()


def same(a, b):
    if isinstance(a, float) or isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-15)
    return a == b


def check_nodes(triples, ours):
    for node in ours["nodes"]:
        (subject,) = [s for s in set(triples.subjects(SCHEMA.name)) if str(s).startswith(BASE + "node#")
                      and plain(s, "node") == node["id"]]
        assert str(triples.value(subject, SCHEMA.name)) == node["label"]
        kind = triples.value(subject, RDF.type)
        assert kind == (SCHEMA[CLASSES[node["type"]]] if node["type"] in CLASSES
                        else URIRef(BASE + "node-type#" + node["type"]))
        assert {str(o) for o in triples.objects(subject, SCHEMA.alternateName)} == set(node["aliases"])
        assert len(list(triples.objects(subject, RG.mention))) == len(node["mentions"])


def check_edges(triples, ours):
    found = {}
    for relation in triples.subjects(RDF.type, RG.Relation):
        source, target = (plain(triples.value(relation, p), "node") for p in (RDF.subject, RDF.object))
        kind = plain(triples.value(relation, RDF.predicate), "relation-type")
        found[source, kind, target, triples.value(relation, RG.status).removeprefix(str(RG))] = relation
    assert found.keys() == {(e["source"], e["type"], e["target"], e["status"]) for e in ours["edges"]}
    for edge in ours["edges"]:
        relation = found[edge["source"], edge["type"], edge["target"], edge["status"]]
        assert same(value(triples.value(relation, RG.confidence)), edge["confidence"])
        assert value(triples.value(relation, RG.polarity)) == edge["polarity"]
        attributes = {plain(p, "attribute"): value(o) for p, o in triples.predicate_objects(relation)
                      if str(p).startswith(BASE + "attribute#")}
        assert attributes.keys() == edge["attributes"].keys()
        assert all(same(attributes[key], edge["attributes"][key]) for key in attributes), (attributes, edge)
        texts = Counter(str(triples.value(e, RG.text)) for e in triples.objects(relation, RG.evidence))
        assert texts == Counter(e["text"] for e in edge["evidence"])
    plainly = {(s, o) for s, p, o in triples if str(p).startswith(BASE + "relation-type#")}
    assert len(plainly) == len({(e["source"], e["target"]) for e in ours["edges"] if e["status"] == "asserted"})


def read(text, form):
    triples = Graph()
    triples.parse(data=text, format=form)
    return triples


def rounded(triples):
    """PyLD writes doubles with 16 digits, whatever stands in the file."""
    out = Graph()
    for s, p, o in triples:
        out.add((s, p, Literal(f"{float(o):.6g}") if getattr(o, "datatype", None) == XSD.double else o))
    return out


with tempfile.TemporaryDirectory() as folder:
    folder = Path(folder)
    graphs = [rich_graph(seed) for seed in range(12)]
    names = [name for name in HOSTILE if name] + ["-a-", "a.", ".", "..", "a:b", "//x", "a%22b", "\u0000", "e\u0301"]
    graphs.append({"nodes": [{"id": name, "label": name} for name in names],
                   "edges": [{"source": a, "target": b, "type": b} for a in names for b in names]})
    graphs.append({"nodes": [], "edges": []})
    for number, graph in enumerate(graphs):
        path, clean = save(folder / "in.json", graph), folder / "clean.json"
        tool(TOOL, "save", path, clean)
        tool(TOOL, "convert", "turtle", path, folder / "out.ttl")
        tool(TOOL, "convert", "jsonld", path, folder / "out.jsonld")
        turtle = read((folder / "out.ttl").read_text(encoding="utf-8"), "turtle")
        text = (folder / "out.jsonld").read_text(encoding="utf-8")
        linked = read(text, "json-ld")
        assert isomorphic(turtle, linked), number
        quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads"})
        assert isomorphic(rounded(turtle), rounded(read(quads, "nt"))), number
        ours = load(clean)
        check_nodes(turtle, ours)
        check_edges(turtle, ours)
print(f"{len(graphs)} graphs read by rdflib and PyLD")
