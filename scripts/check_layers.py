#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks the borders between the rooms of src/, and the sizes of files.

A room includes public headers of itself and of rooms before it, private headers of its own and of base; Graphviz
stays in one file; public headers name no third-party library. Exit status 1 and one line for each breach.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What each room may use, beside itself and base.
USES = {
    "base": [],
    "graph": [],
    "reading": [],
    "language": [],
    "extraction": ["graph", "language"],
    "exchange": ["graph"],
    "metrics": ["graph"],
    "render": ["graph"],
    "page": ["graph", "render"],
    "report": ["graph", "metrics", "render"],
}
USES["cli"] = [room for room in USES]
# Public headers by the room they are the face of; the plain values may be used by all.
FACES = {"graph": "graph", "ontology": "graph", "corrections": "graph", "reading": "reading", "language": "language", "extraction": "extraction", "teaching": "extraction", "gaps": "extraction",
         "exchange": "exchange", "metrics": "metrics", "projection": "metrics",
         "connectivity": "metrics", "communities": "metrics", "paths": "metrics", "comparison": "metrics",
         "roles": "metrics", "length": "render", "render": "render", "positions": "render", "grouping": "render",
         "story": "render", "page": "page", "report": "report"}
MAX_LINES = {".cpp": 500, ".hpp": 300}
# Libraries that must not spread, and the files that may know them.
CAIRO = ("src/render/cairo.hpp",)
ONLY_IN = {"gvc.h": ("src/render/layout.cpp",), "graphviz/gvc.h": ("src/render/layout.cpp",),
           "cairo.h": CAIRO, "cairo-pdf.h": CAIRO,
           "librsvg/rsvg.h": CAIRO, "pango/pangocairo.h": ("src/report/pango.hpp",)}


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line):
            yield number, match[2], match[1] == '"'


def main():
    breaches = []
    for path in sorted([*(ROOT / "src").rglob("*.?pp"), *(ROOT / "include").rglob("*.hpp")]):
        name = path.relative_to(ROOT).as_posix()
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > MAX_LINES[path.suffix]:
            breaches.append(f"{name}: {lines} lines, more than {MAX_LINES[path.suffix]}")
        public = name.startswith("include/")
        room = None if public else name.split("/")[1]
        for number, header, quoted in includes(path):
            where = f"{name}:{number}"
            if name not in ONLY_IN.get(header, (name,)):
                breaches.append(f"{where}: {header} belongs into {', '.join(ONLY_IN[header])} alone")
            if not quoted:
                if public and ("/" in header or header.endswith(".h")):
                    breaches.append(f"{where}: a public header names a third-party library: {header}")
                continue
            first, _, rest = header.partition("/")
            if first == "relgraph":
                face = FACES.get(rest.removesuffix(".hpp"))
                if room and face and face != room and face not in USES[room]:
                    breaches.append(f"{where}: {room} may not use {face}")
            elif room and first in USES and first not in (room, "base") and first not in USES[room]:
                breaches.append(f"{where}: {room} may not use {first}")
    print("\n".join(breaches) or "the borders hold")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
