#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores relgraph on annotated articles.

usage: evaluate.py RELGRAPH GOLD_DIR [--score SCORE_PY] [--keep DIR] [--errors] [--table]
                    [--option=--NAME=VALUE ...]

GOLD_DIR holds <id>.json (as ../shared/gold/dev) or <id>.ann (as ../shared/gold/train). The articles go through
`RELGRAPH build --per-document`, then SCORE_PY (default: ../shared/gold/score.py) compares the graphs with the
gold ones. --table tells the errors by relation type; --option passes an option on to `build`.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MARK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\]\([e\d,]+\))*)\]\((e\d+(?:,e\d+)*)\)")
SYMMETRIC = {"conflicts_with", "competes_with", "partners_with", "negotiates_with", "meets", "merges_with",
             "family_of", "allied_with"}


def plain(text):
    while (inner := MARK.sub(r"\1", text)) != text:
        text = inner
    return text


def marks(text):
    for match in MARK.finditer(text):
        yield plain(match.group(1)), match.group(2).split(",")
        yield from marks(match.group(1))


def is_name(form, canonical):
    """A form that shares the start of a word with the canonical name, or an acronym; pronouns are none."""
    starts = lambda text: {word[:5].lower() for word in re.findall(r"[\w@.]+", text) if len(word) > 2}
    return bool(starts(form) & starts(canonical)) or (form.isupper() and len(form) > 1)


def read_ann(path):
    """An annotated training article in the form of the gold files."""
    gold = {"id": path.stem, "entities": [], "relations": []}
    sentences, names, part = {}, collections.defaultdict(list), "text"
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if line.startswith("#lang "):
            gold["language"] = line[6:].strip()
        elif line in ("#entities", "#relations"):
            part = line[1:]
        elif part == "text" and fields[0].isdigit():
            sentences[fields[0]] = fields[1]
            for form, ids in marks(fields[1]):
                if len(ids) == 1:
                    names[ids[0]].append(form)
        elif part == "entities" and len(fields) == 3:
            forms = [fields[2]] + [form for form in names[fields[0]] if is_name(form, fields[2])]
            gold["entities"].append({"id": fields[0], "type": fields[1], "names": list(dict.fromkeys(forms))})
        elif part == "relations" and len(fields) > 4:
            kinds = fields[2].split("/")
            gold["relations"].append({"source": fields[1], "type": kinds[0], "alt_types": kinds[1:],
                                      "target": fields[3], "status": fields[4]})
    gold["text"] = "\n\n".join(plain(text) for text in sentences.values())
    return gold


def read_gold(folder):
    articles = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))]
    return articles or [read_ann(p) for p in sorted(folder.glob("*.ann"))]


def build(relgraph, articles, out, options=()):
    lines = out / "articles.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for article in articles:
            row = {"id": article["id"], "text": article["text"], "language": article["language"]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    (out / "predicted").mkdir()
    subprocess.run([relgraph, "build", str(lines), "--per-document", str(out / "predicted"), *options], check=True)


def error_table(score, articles, predicted):
    """Right, made-up and missed edges by type, and missed ones by whether both ends were found as nodes."""
    counts = collections.defaultdict(collections.Counter)
    for gold in articles:
        path = predicted / (gold["id"] + ".json")
        graph = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"nodes": [], "edges": []}
        found = set(score.align(gold, graph).values())
        _, wrong = score.score_document(gold, graph)
        missed = collections.Counter()
        for kind, *what in wrong:
            if kind == "edge+":
                counts[what[1]]["made up"] += 1
            elif kind == "edge-":
                missed[what[1]] += 1
                counts[what[1]]["missed"] += 1
                if not {what[0], what[2]} <= found:
                    counts[what[1]]["no node"] += 1
        for relation in gold["relations"]:
            if not relation.get("optional") and relation.get("status") != "negated":
                counts[relation["type"]]["gold"] += 1
    columns = ["gold", "missed", "no node", "made up"]
    print(f"{'type':18}" + "".join(f"{c:>9}" for c in columns))
    rows = sorted(counts.items(), key=lambda row: -row[1]["missed"] - row[1]["made up"])
    for kind, row in [*rows, ("all", sum((c for _, c in rows), collections.Counter()))]:
        print(f"{kind:18}" + "".join(f"{row[c]:9}" for c in columns))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relgraph")
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--score", type=pathlib.Path, default=HERE.parent.parent / "shared" / "gold" / "score.py")
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder for the articles and graphs")
    parser.add_argument("--errors", action="store_true", help="every wrong and missed node and edge")
    parser.add_argument("--table", action="store_true", help="right, missed and made-up edges by type")
    parser.add_argument("--option", action="append", default=[], help="for build: --option=--extractor=grammar")
    args = parser.parse_args()
    articles = read_gold(args.gold)
    with tempfile.TemporaryDirectory() as temporary:
        out = args.keep or pathlib.Path(temporary)
        out.mkdir(exist_ok=True)
        build(args.relgraph, articles, out, args.option)
        if not args.score.exists():
            print(f"{args.score} is not there: nothing scored", file=sys.stderr)
            return 0
        (out / "gold").mkdir()
        for article in articles:
            (out / "gold" / (article["id"] + ".json")).write_text(json.dumps(article, ensure_ascii=False))
        if args.table:
            sys.path.insert(0, str(args.score.parent))
            import score  # the scorer's own alignment of nodes
            error_table(score, articles, out / "predicted")
        command = [sys.executable, str(args.score), str(out / "gold"), str(out / "predicted")]
        return subprocess.run(command + (["--errors"] if args.errors else [])).returncode


if __name__ == "__main__":
    sys.exit(main())
