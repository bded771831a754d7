# SPDX-License-Identifier: Apache-2.0
"""Graphs for the tests of the page, made from fixed numbers."""
import random

TYPES = {"criticizes": -1, "accuses": -1, "sues": -1, "supports": 1, "partners_with": 1, "works_for": 0, "owns": 0,
         "funds": 1, "member_of": 0}
STATUSES = ["asserted", "asserted", "asserted", "reported", "planned", "former", "negated"]
FIRST = ["Anna", "Bruno", "Carla", "Dora", "Emil", "Frida", "Gero", "Hanna"]
LAST = ["Berg", "Carl", "Dorn", "Ernst", "Falk", "Grau", "Hahn", "Igel"]


def node(identifier, label, kind="person", aliases=()):
    return {"id": identifier, "label": label, "type": kind, "aliases": list(aliases), "mentions": []}


def graph(nodes, edges, documents):
    return {"directed": True, "multigraph": True, "graph": {"format": "relgraph/1", "documents": documents},
            "nodes": nodes, "edges": edges}


def edge(source, target, kind, evidence, status="asserted", confidence=0.9, **attributes):
    return {"source": source, "target": target, "key": 0, "type": kind, "polarity": TYPES.get(kind, 0), "status": status,
            "confidence": confidence, "attributes": attributes, "evidence": evidence}


def evidence(document, text, trigger=None, speaker=None, begin=0, **more):
    size = len(text.encode())
    out = {"document": document, "begin": begin, "end": begin + size, "text": text, "trigger": None, "speaker": speaker,
           "by": "model", **more}
    if trigger:
        at = begin + text.encode().index(trigger.encode())
        out["trigger"] = {"begin": at, "end": at + len(trigger.encode())}
    return out


def quarrel():
    """Three actors and an orphan, two articles, one with a link and a paragraph, one with an address no one may follow."""
    sentence = "Müller kritisiert die Foo AG scharf, sagte Berg."
    nodes = [node("mueller", "Jörg Müller", aliases=["Müller"]), node("foo", "Foo AG", "organization"),
             node("berg", "Anna Berg"), node("lone", "Ohne Linie", "place")]
    nodes[2]["mentions"] = [{"document": "a", "begin": 145, "end": 149, "kind": "name"}]
    edges = [
        edge("mueller", "foo", "criticizes", [
            evidence("a", sentence, "kritisiert", "berg", begin=101, paragraph=f"Davor. {sentence} Danach.")],
            status="reported", confidence=0.95),
        edge("foo", "mueller", "sues", [evidence("b", "Foo verklagt Müller.", "verklagt")], confidence=0.4,
             amount=2500000, currency="EUR", date="2024-12"),
        edge("berg", "foo", "works_for", [evidence("b", "Berg arbeitet für Foo.", "arbeitet")]),
    ]
    documents = [
        {"id": "a", "title": "Erster Artikel", "language": "de", "date": "2025-01-22", "source": "https://example.org/a"},
        {"id": "b", "title": "Zweiter Artikel", "language": "de", "date": "2025-03-05", "source": "javascript:alert(1)"}]
    return graph(nodes, edges, documents)


def hostile(text):
    """The same graph with a text in every place that takes one."""
    out = quarrel()
    for one in out["nodes"]:
        one["label"] += text
        one["aliases"] = [text]
    out["nodes"][1]["type"] = text
    for document in out["graph"]["documents"]:
        document.update(title=text, date=text, source="https://example.org/" + text)
    for one in out["edges"]:
        one["attributes"] = {"role": text, text or "x": text}
        for passage in one["evidence"]:
            passage.update(text=text, paragraph=text + text, by=text)
    out["edges"][2]["type"] = text or "x"
    return out


def large(actors=700, relations=2000, articles=60):
    dice = random.Random(11)
    nodes = [node(f"a{i}", f"{dice.choice(FIRST)} {dice.choice(LAST)} {i}", dice.choice(["person", "organization", "place"]))
             for i in range(actors)]
    documents = [{"id": f"d{i}", "title": f"Article {i}", "language": "en", "date": f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}",
                  "source": f"https://example.org/{i}"} for i in range(articles)]
    edges, seen = [], set()
    while len(edges) < relations:
        source, target = int(actors * dice.random() ** 2.2), dice.randrange(actors)
        kind, status = dice.choice(list(TYPES)), dice.choice(STATUSES)
        if source == target or (source, target, kind, status) in seen:
            continue
        seen.add((source, target, kind, status))
        passages = [evidence(dice.choice(documents)["id"],
                             f"On Monday people familiar with the matter confirmed that {nodes[source]['label']} "
                             f"{kind.replace('_', ' ')} {nodes[target]['label']}, as had been expected for weeks.",
                             kind.replace("_", " "), begin=1000 * len(edges) + 300 * k) for k in range(dice.choice([1, 1, 2, 3]))]
        edges.append(edge(nodes[source]["id"], nodes[target]["id"], kind, passages, status, round(dice.uniform(0.2, 1), 2)))
    return graph(nodes, edges, documents)
