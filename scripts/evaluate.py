#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores relgraph on annotated articles.

usage: evaluate.py RELGRAPH GOLD_DIR [--score SCORE_PY] [--keep DIR] [--triggers] [--calibrate] [--errors]

GOLD_DIR holds <id>.json (as ../shared/gold/dev) or <id>.ann (as ../shared/gold/train). The articles go through
`RELGRAPH build --per-document`, then SCORE_PY (default: ../shared/gold/score.py) compares the graphs with the
gold ones. --triggers counts for every trigger how often the edge that it made is right; --calibrate writes these
shares into the last column of data/triggers.
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


def build(relgraph, articles, out):
    lines = out / "articles.jsonl"
    with lines.open("w", encoding="utf-8") as file:
        for article in articles:
            row = {"id": article["id"], "text": article["text"], "language": article["language"]}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    (out / "predicted").mkdir()
    subprocess.run([relgraph, "build", str(lines), "--per-document", str(out / "predicted")], check=True)


def count_triggers(score, articles, predicted):
    """(right, wrong) edges by (language, type, trigger in small letters)"""
    counts = collections.defaultdict(lambda: [0, 0])
    for gold in articles:
        path = predicted / (gold["id"] + ".json")
        if not path.exists():
            continue
        graph = json.loads(path.read_text(encoding="utf-8"))
        same = score.align(gold, graph)
        keys = {score.canonical(r["source"], t, r["target"]) for r in gold["relations"]
                for t in [r["type"], *r.get("alt_types", [])]}
        text = gold["text"].encode()
        for edge in graph["edges"]:
            a, b = same.get(edge["source"]), same.get(edge["target"])
            right = bool(a and b and score.canonical(a, edge["type"], b) in keys)
            for evidence in edge["evidence"]:
                place = evidence["trigger"]
                word = text[place["begin"]:place["end"]].decode().lower()
                counts[gold["language"], edge["type"], word][0 if right else 1] += 1
    return counts


def print_triggers(counts):
    for (language, kind, word), (right, wrong) in sorted(counts.items(), key=lambda item: (item[0][0], -sum(item[1]))):
        print(f"{language}\t{kind}\t{word}\t{right}\t{wrong}\t{right / (right + wrong):.2f}")


def fits(pattern, word):
    """A word of a cue against a word of a text, as src/extraction/triggers.cpp does it."""
    if len(pattern) > 1 and pattern[0] == "*":
        stem = pattern.strip("*")
        at = word.rfind(stem)
        return at > 0 and len(word) - at - len(stem) <= (3 if pattern[-1] == "*" else 0)
    parts = [word] + ([word.rsplit("-", 1)[1]] if "-" in word else [])
    return any(p.startswith(pattern[:-1]) if len(pattern) > 1 and pattern[-1] == "*" else p == pattern for p in parts)


def calibrate(counts, path, language):
    """Shares of right edges, drawn towards the share of the type (which is drawn towards that of all types)."""
    weight = 4
    rows = [(kind, word.split(), n) for (lang, kind, word), n in counts.items() if lang == language]
    share = lambda n, prior: (n[0] + weight * prior) / (sum(n) + weight)
    add = lambda parts: [sum(column) for column in zip(*parts)] or [0, 0]
    overall = share(add(n for _, _, n in rows), 0.4)
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) == 6:
            cue = [word for word in fields[1].split() if word != "…"]
            own = [(words, n) for kind, words, n in rows if kind == fields[0]]
            mine = add(n for words, n in own if len(words) >= len(cue) and (len(cue) > 1 or len(words) == 1)
                       and fits(cue[0], words[0]) and fits(cue[-1], words[-1]))
            fields[5] = f"{min(max(share(mine, share(add(n for _, n in own), overall)), 0.05), 0.95):.2f}"
        lines.append("\t".join(fields))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relgraph")
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("--score", type=pathlib.Path, default=HERE.parent.parent / "shared" / "gold" / "score.py")
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder for the articles and graphs")
    parser.add_argument("--triggers", action="store_true")
    parser.add_argument("--calibrate", action="store_true")
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    articles = read_gold(args.gold)
    with tempfile.TemporaryDirectory() as temporary:
        out = args.keep or pathlib.Path(temporary)
        out.mkdir(exist_ok=True)
        build(args.relgraph, articles, out)
        if not args.score.exists():
            print(f"{args.score} is not there: nothing scored", file=sys.stderr)
            return 0
        (out / "gold").mkdir()
        for article in articles:
            (out / "gold" / (article["id"] + ".json")).write_text(json.dumps(article, ensure_ascii=False))
        if args.triggers or args.calibrate:
            sys.path.insert(0, str(args.score.parent))
            import score  # the scorer's own alignment of nodes
            counts = count_triggers(score, articles, out / "predicted")
            if args.triggers:
                print_triggers(counts)
            for language in ("de", "en") if args.calibrate else ():
                calibrate(counts, HERE.parent / "data" / "triggers" / (language + ".tsv"), language)
            return 0
        command = [sys.executable, str(args.score), str(out / "gold"), str(out / "predicted")]
        return subprocess.run(command + (["--errors"] if args.errors else [])).returncode


if __name__ == "__main__":
    sys.exit(main())
