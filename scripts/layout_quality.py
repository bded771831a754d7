#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How readable diagrams are, beside plain `dot` with the same boxes, lines and labels.

usage: layout_quality.py RELGRAPH GRAPH.json... [--options "--engine neato"]

A graph is a graph file or an annotated article (with "entities" and "relations").
Draws each graph with relgraph, reads boxes, labels and lines back from the SVG, gives the same texts to Graphviz's
`dot` (default settings, Liberation Sans at the same sizes), and counts in both: labels that touch a box, labels that
touch each other, boxes on boxes, pairs of lines that cross, lines through a box that is none of their ends, and the
area. One JSON line a graph, then the medians and how often relgraph is better. Legend and title do not count.
Exit status 1 when a label or box of relgraph's touches another in a graph of at most 60 lines.
"""
import argparse
import itertools
import json
import re
import shlex
import statistics
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SVG = "{http://www.w3.org/2000/svg}"
STEPS = 12  # pieces that stand for a curve
ROW = 12  # px from a row of a label to the next
TOUCH = 0.5  # px that boxes may overlap by rounding


def widths():
    """Width of characters in thousandths of an em, regular and bold, from the table that relgraph measures with."""
    text = (ROOT / "src/render/arial_widths.inc").read_text(encoding="utf-8")
    ranges = re.findall(r"\{0x([0-9A-F]+), 0x([0-9A-F]+), (\d+)\}", text)
    glyphs = re.findall(r"\{(\d+), (\d+)\}", text.split("k_glyph_widths")[1])
    table = {}
    for first, last, at in ranges:
        for code in range(int(first, 16), int(last, 16) + 1):
            table[chr(code)] = int(glyphs[int(at) + code - int(first, 16)][0])
    return table


WIDTHS = widths()


def text_width(text, size):
    return sum(WIDTHS.get(c, 556) for c in text) * size / 1000


def path_points(data):
    """The points along a path, curves as short straight pieces; a list for each subpath."""
    tokens = re.findall(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)", data)
    paths, at, command, i = [], (0.0, 0.0), None, 0

    def take(count):
        nonlocal i
        values = [float(v) for v in tokens[i:i + count]]
        i += count
        return values

    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
        relative = command.islower()
        origin = at if relative else (0.0, 0.0)
        kind = command.upper()
        if kind == "Z":
            paths[-1].append(paths[-1][0])
            at = paths[-1][0]
        elif kind == "M":
            x, y = take(2)
            at = (origin[0] + x, origin[1] + y)
            paths.append([at])
            command = "l" if relative else "L"
        elif kind == "L":
            x, y = take(2)
            at = (origin[0] + x, origin[1] + y)
            paths[-1].append(at)
        elif kind in "HV":
            (value,) = take(1)
            at = (origin[0] + value, at[1]) if kind == "H" else (at[0], origin[1] + value)
            paths[-1].append(at)
        elif kind in "CQ":
            v = take(6 if kind == "C" else 4)
            points = [at] + [(origin[0] + v[k], origin[1] + v[k + 1]) for k in range(0, len(v), 2)]
            for step in range(1, STEPS + 1):
                paths[-1].append(bezier(points, step / STEPS))
            at = points[-1]
        else:
            raise ValueError(f"path command {command}")
    return paths


def bezier(points, t):
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in zip(points, points[1:])]
    return points[0]


def bounds(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def touch(a, b, margin=-TOUCH):
    return a[0] - margin < b[2] and b[0] - margin < a[2] and a[1] - margin < b[3] and b[1] - margin < a[3]


def outline(group):
    for shape in group:
        if shape.tag == SVG + "rect":
            x, y, w, h = (float(shape.get(k, 0)) for k in ("x", "y", "width", "height"))
            return x, y, x + w, y + h
        if shape.tag == SVG + "path":
            return bounds(list(itertools.chain(*path_points(shape.get("d")))))
    raise ValueError("a node without outline")


def read_svg(text):
    """Boxes by name, and lines as (source, target, rows of the label, box of the label, pieces)."""
    root = ElementTree.fromstring(text)
    name = root.get("id")
    nodes, lines = {}, []
    groups = [g for g in root.iter(SVG + "g") if g.get("id", "").startswith((name + "-n-", name + "-e-"))]
    for group in groups:
        if group.get("id").startswith(name + "-n-"):
            rows = [t.text or "" for t in group.iter() if t.tag in (SVG + "text", SVG + "tspan") and (t.text or "").strip()]
            nodes[group.get("id").removeprefix(name + "-n-")] = (outline(group), rows)
    for group in groups:
        if not group.get("id").startswith(name + "-e-"):
            continue
        label = group.find(SVG + "text")
        rows = [label.text or ""] + [t.text or "" for t in label.iter(SVG + "tspan")]
        x, y = float(label.get("x")), float(label.get("y"))
        wide = max(text_width(row, 10) for row in rows)
        box = (x - wide / 2, y - 9, x + wide / 2, y - 9 + ROW * len(rows) - 1)
        pieces = path_points(group.find(SVG + "path").get("d"))
        lines.append((group.get("id").removeprefix(name + "-e-"), rows, box, pieces))
    ends = []
    for pair, rows, box, pieces in lines:
        # "a-b" to "c" and "a" to "b-c" read alike; a number after them tells them apart
        found = [(a, b) for a in nodes for b in nodes if pair == f"{a}-{b}" or re.fullmatch(re.escape(f"{a}-{b}") + r"-\d+", pair)]
        source, target = found[0]
        ends.append((source, target, rows, box, pieces))
    return nodes, ends


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def plain_dot(nodes, lines):
    """The same texts laid out by dot as it comes."""
    out = ['digraph g { node [shape=box fontname="Liberation Sans" fontsize=12] edge [fontname="Liberation Sans" fontsize=10]']
    out += [f"{quoted(name)} [label={quoted(chr(10).join(rows))}]" for name, (_, rows) in nodes.items()]
    for source, target, rows, _, _ in lines:
        rows = "\n".join(rows)
        out.append(f"{quoted(source)} -> {quoted(target)} [label={quoted(rows)}]")
    drawn = json.loads(subprocess.run(["dot", "-Tjson"], input="\n".join(out) + "}", text=True, check=True, capture_output=True).stdout)
    names = {o["_gvid"]: o["name"] for o in drawn.get("objects", [])}
    boxes = {}
    for o in drawn.get("objects", []):
        x, y = (float(v) for v in o["pos"].split(","))
        w, h = float(o["width"]) * 72, float(o["height"]) * 72
        boxes[o["name"]] = ((x - w / 2, y - h / 2, x + w / 2, y + h / 2), nodes[o["name"]][1])
    edges = []
    for e in drawn.get("edges", []):
        rows = e["label"].split("\\n")
        x, y = (float(v) for v in e["lp"].split(","))
        wide = max(text_width(row, 10) for row in rows)
        tall = ROW * len(rows)
        points = [tuple(float(v) for v in p.split(",")) for p in e["pos"].split() if p[0] not in "es"]
        piece = [points[0]]
        for k in range(0, len(points) - 3, 3):
            piece += [bezier(points[k:k + 4], step / STEPS) for step in range(1, STEPS + 1)]
        edges.append((names[e["tail"]], names[e["head"]], rows, (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2), [piece]))
    return boxes, edges


def segments(line):
    return [pair for piece in line[4] for pair in zip(piece, piece[1:])]


def cut(a, b):
    (ax, ay), (bx, by) = a
    (cx, cy), (dx, dy) = b

    def side(px, py, qx, qy, rx, ry):
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 and \
        side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0


def through(line, box):
    inner = (box[0] + 1, box[1] + 1, box[2] - 1, box[3] - 1)
    return any(inner[0] < x < inner[2] and inner[1] < y < inner[3] for piece in line[4] for x, y in piece)


def measure(nodes, lines):
    boxes = [box for box, _ in nodes.values()]
    labels = [line[3] for line in lines]
    pieces = [segments(line) for line in lines]
    extents = [bounds([p for s in piece for p in s]) if piece else line[3] for line, piece in zip(lines, pieces)]
    everything = boxes + labels + extents
    whole = bounds([p for b in everything for p in ((b[0], b[1]), (b[2], b[3]))]) if everything else (0, 0, 0, 0)
    return {
        "boxes_on_boxes": sum(touch(a, b) for a, b in itertools.combinations(boxes, 2)),
        "labels_on_boxes": sum(touch(a, b) for a in labels for b in boxes),
        "labels_on_labels": sum(touch(a, b) for a, b in itertools.combinations(labels, 2)),
        "crossings": sum(any(cut(a, b) for a in pieces[i] for b in pieces[k])
                         for i, k in itertools.combinations(range(len(lines)), 2) if touch(extents[i], extents[k])),
        "lines_through_boxes": sum(through(line, box) for line in lines for name, (box, _) in nodes.items()
                                   if name not in line[:2]),
        "area": round((whole[2] - whole[0]) * (whole[3] - whole[1])),
    }


def graph_text(path):
    """A graph file as it is, an annotated article as a graph file."""
    text = Path(path).read_text(encoding="utf-8")
    article = json.loads(text)
    if "nodes" in article:
        return text
    nodes = [{"id": e["id"], "label": e["names"][0], "type": e["type"]} for e in article["entities"]]
    edges = [{"source": r["source"], "target": r["target"], "key": i, "type": r["type"], "status": r.get("status", "asserted")}
             for i, r in enumerate(article["relations"])]
    return json.dumps({"directed": True, "multigraph": True, "nodes": nodes, "edges": edges,
                       "graph": {"documents": [{"id": article["id"], "language": article["language"], "title": article["title"]}]}})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relgraph")
    parser.add_argument("graphs", nargs="+")
    parser.add_argument("--options", default="", help="of relgraph render")
    args = parser.parse_args()
    rows = []
    bad = False
    for graph in args.graphs:
        svg = subprocess.run([args.relgraph, "render", "--quiet", "-", "-o", "-", *shlex.split(args.options)],
                             input=graph_text(graph), check=True, stdout=subprocess.PIPE, text=True).stdout
        nodes, lines = read_svg(svg)
        row = {"graph": Path(graph).parent.name + "/" + Path(graph).stem, "nodes": len(nodes), "lines": len(lines),
               "relgraph": measure(nodes, lines), "dot": measure(*plain_dot(nodes, lines))}
        ours = row["relgraph"]
        if len(lines) <= 60:
            bad |= ours["boxes_on_boxes"] + ours["labels_on_boxes"] + ours["labels_on_labels"] > 0
        rows.append(row)
        print(json.dumps(row), flush=True)
    summary = {}
    for key in rows[0]["relgraph"]:
        mine, theirs = ([row[who][key] for row in rows] for who in ("relgraph", "dot"))
        summary[key] = {"relgraph": statistics.median(mine), "dot": statistics.median(theirs), "sums": [sum(mine), sum(theirs)],
                        "better": sum(a < b for a, b in zip(mine, theirs)), "worse": sum(a > b for a, b in zip(mine, theirs))}
    print(json.dumps({"graphs": len(rows), "medians": summary}, indent=1))
    return bad


sys.exit(main())
