# SPDX-License-Identifier: Apache-2.0
"""The followthemoney package takes every entity that we write, finds nodes and relations in them, and gives them
back so that we read the same graph. And we read what it makes itself.

usage: test_ftm.py PEER_TOOL
"""
import json
import sys
import tempfile
from pathlib import Path

from followthemoney import model
from followthemoney.graph import Graph
from followthemoney.types import registry

from peerlib import HOSTILE, load, rich_graph, save, tool

TOOL = sys.argv[1]
SCHEMATA = {"person": {"Person"}, "organization": {"Organization", "Company"}, "place": {"Address"},
            "project": {"Project"}, "product": {"Asset"}}


def check(entities):
    """What followthemoney's validation says, and what it leaves unsaid: names of properties, ranges."""
    schemata = {entity["id"]: model.get(entity["schema"]) for entity in entities}
    assert len(schemata) == len(entities), "an id used twice"
    for entity in entities:
        schema = schemata[entity["id"]]
        assert not schema.abstract, schema
        assert registry.entity.validate(entity["id"]) and len(entity["id"]) <= 200, entity["id"]
        schema.validate(entity)
        assert all(entity["properties"].get(name) for name in schema.required), entity
        for name, values in entity["properties"].items():
            prop = schema.properties[name]
            assert not prop.stub and values
            if prop.type is registry.entity:
                assert all(schemata[value].is_a(prop.range) for value in values), entity
        # Values are clean already: cleaning them changes no property.
        proxy = model.get_proxy(entity, cleaned=False)
        assert proxy.id == entity["id"] and proxy.properties.keys() == entity["properties"].keys(), entity


def check_same(entities, ours):
    relations = [e for e in entities if model.get(e["schema"]).edge]
    assert len(relations) == len(ours["edges"])
    nodes = [e for e in entities if not model.get(e["schema"]).edge and e["schema"] != "Article"]
    assert len(nodes) == len(ours["nodes"])
    for entity, node in zip(nodes, sorted(ours["nodes"], key=lambda n: n["id"].encode())):
        assert entity["schema"] in SCHEMATA.get(node["type"], {"LegalEntity"})
    graph = Graph(edge_types=[])
    for entity in entities:
        graph.add(model.get_proxy(entity))
    assert sum(1 for edge in graph.iteredges()) == len({(e["source"], e["target"], e["type"], e["status"])
                                                         for e in ours["edges"]})


def make(schema, key, /, **properties):
    entity = model.make_entity(schema)
    entity.id = key
    for name, value in properties.items():
        entity.add(name, value)
    return entity.to_dict()


def check_foreign(folder):
    entities = [make("Ownership", "o", owner=["p", "q"], asset="c", percentage="50", startDate="2020-01"),
                make("Person", "p", name=["Anna Adler", "A. Adler"], alias="Anni", nationality="de"),
                make("Company", "c", name="Nordwind AG", jurisdiction="de"),
                make("Employment", "e", employee="p", employer="c", role="chief engineer", status="former"),
                make("UnknownLink", "u", subject="c", object="p", role="lawyer"),
                make("Payment", "z", payer="c", beneficiary="p", amount="1200.50", currency="EUR", purpose="fee"),
                make("Succession", "s", predecessor="p", successor="q"),
                make("Vessel", "v", name="Seute Deern"), make("Address", "a", full="Elmen 1"),
                make("Document", "d", fileName="d.pdf", title="D"), make("Sanction", "x", entity="p", country="de")]
    (folder / "f.ijson").write_text("\n".join(map(json.dumps, entities)), encoding="utf-8")
    tool(TOOL, "import", "ftm", folder / "f.ijson", folder / "f.json")
    graph = load(folder / "f.json")
    nodes = {n["id"]: (n["label"], n["type"]) for n in graph["nodes"]}
    assert nodes == {"p": ("Anna Adler", "person"), "q": ("q", "unknown"), "c": ("Nordwind AG", "organization"),
                     "v": ("Seute Deern", "product"), "a": ("Elmen 1", "place")}, nodes
    edges = {(e["source"], e["type"], e["target"], e["status"]): e["attributes"] for e in graph["edges"]}
    share = {"start_date": "2020-01", "share": "50"}
    assert edges == {("p", "owns", "c", "asserted"): share, ("q", "owns", "c", "asserted"): share,
                     ("p", "works_for", "c", "former"): {"role": "chief engineer"},
                     ("c", "related", "p", "asserted"): {"role": "lawyer"},
                     ("c", "funds", "p", "asserted"): {"role": "fee", "currency": "EUR", "amount": 1200.5},
                     ("q", "succeeds", "p", "asserted"): {}}, edges
    assert graph["graph"]["documents"][0]["title"] == "D"


with tempfile.TemporaryDirectory() as folder:
    folder = Path(folder)
    graphs = [rich_graph(seed) for seed in range(12)]
    names = [name for name in HOSTILE if name] + ["-a-", "node-x", "a.b", " ", '"', "'\u200b", "x" * 10000, "\u0000"]
    types = ["owns", "leads", "works_for", "member_of", "family_of", "funds", "succeeds", "allied_with",
             "participates_in", "criticizes"]
    kinds = ["person", "organization", "place", "project", "product", "ship"]
    graphs.append({"nodes": [{"id": name, "label": name, "aliases": names} for name in names],
                   "edges": [{"source": a, "target": b, "type": b} for a in names for b in names]})
    graphs.append({"nodes": [{"id": kind, "type": kind} for kind in kinds],
                   "edges": [{"source": a, "target": b, "type": t, "status": s,
                              "attributes": {"amount": 1234567.89, "currency": "USD", "share": 0.1, "role": "r", "date": "2024-02"}}
                             for a in kinds for b in kinds for t in types for s in ["asserted", "planned", "former"]]})
    for number, graph in enumerate(graphs):
        path, clean = save(folder / "in.json", graph), folder / "clean.json"
        tool(TOOL, "save", path, clean)
        tool(TOOL, "convert", "ftm", path, folder / "out.ijson")
        lines = (folder / "out.ijson").read_text(encoding="utf-8").split("\n")[:-1]
        entities = [json.loads(line) for line in lines]
        check(entities)
        ours = load(clean)
        check_same(entities, ours)
        there = "\n".join(json.dumps(model.get_proxy(entity).to_dict()) for entity in entities)
        (folder / "there.ijson").write_text(there, encoding="utf-8")
        tool(TOOL, "import", "ftm", folder / "there.ijson", folder / "back.json")
        back = load(folder / "back.json")
        assert back["nodes"] == ours["nodes"] and back["edges"] == ours["edges"], number
        assert back["graph"]["documents"] == ours["graph"]["documents"]
    check_foreign(folder)
print(f"{len(graphs)} graphs taken by followthemoney")
