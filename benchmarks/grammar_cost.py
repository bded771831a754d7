#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the relation grammar costs beside the rest of the analysis, and how that grows with its entries.

usage: grammar_cost.py RELGRAPH ARTICLE... [--repeat N]

Times `RELGRAPH build --threads 1` on the articles with the trained reader alone, with the shipped grammar beside it, and
with 2,000 and 20,000 further entries, whose triggers are words of the articles, then words that do not occur. The
start of the program is measured on one word and taken off. All in turn, N times; medians as JSON lines: seconds, and what
the grammar adds, as a share of the reader's time.
"""
import argparse
import itertools
import json
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

SYLLABLES = [c + v for c in "bdfgklmnprstvw" for v in "aeiou"]


def seconds(command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def triggers(articles):
    """Words of the articles in small letters, then invented ones."""
    words = {}
    for path in articles:
        for word in re.findall(r"[a-zäöüß]{4,}", path.read_text(encoding="utf-8").lower()):
            words[word] = None
    invented = ("".join(parts) + "xen" for parts in itertools.product(SYLLABLES, repeat=3))
    yield from words
    yield from invented


def pattern_file(path, articles, count):
    lines = []
    for language in ("de", "en"):
        lines.append(f"# language: {language}")
        lines += [f"supports\t{word}\tverb\tsubj\tobj" for word in itertools.islice(triggers(articles), count // 2)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relgraph", type=pathlib.Path)
    parser.add_argument("articles", type=pathlib.Path, nargs="+")
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        word = folder / "word.txt"
        word.write_text("Berlin.\n", encoding="utf-8")
        ways = {"reader": ["--extractor", "model"], "with the grammar": ["--extractor", "both"]}
        for count in (2000, 20000):
            pattern_file(folder / f"{count}.tsv", args.articles, count)
            ways[f"with {count} entries more"] = ["--extractor", "both", "--grammar", str(folder / f"{count}.tsv")]
        times = {way: ([], []) for way in ways}
        for _ in range(args.repeat):
            for way, options in ways.items():
                for texts, to in zip(([word], args.articles), times[way], strict=True):
                    to.append(seconds([args.relgraph, "build", "--threads", "1", *options, *texts]))
        net = {way: statistics.median(whole) - statistics.median(start) for way, (start, whole) in times.items()}
        for way in ways:
            print(json.dumps({"way": way, "seconds": round(net[way], 3), "start": round(statistics.median(times[way][0]), 3),
                              "added": round(net[way] / net["reader"] - 1, 4)}))


if __name__ == "__main__":
    main()
