# SPDX-License-Identifier: Apache-2.0
"""Annotated articles (TRAINING.md) and gold graphs on the words that the product itself makes of their text."""
from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

MENTION_FORMS = ("name", "nominal", "pronoun")
ENTITY_TYPES = ("person", "organization", "place", "project", "product")
SYMMETRIC = frozenset("conflicts_with competes_with partners_with negotiates_with meets merges_with family_of "
                      "allied_with".split())
_CLOSE = re.compile(r"\]\((e\d+(?:,e\d+)*)\)")


@dataclass(frozen=True)
class Mention:
    first: int  # word of the document
    last: int
    form: int  # index into MENTION_FORMS
    entities: tuple[int, ...]


@dataclass(frozen=True)
class Relation:
    sentence: int
    source: int
    target: int
    types: tuple[str, ...]  # the more specific first
    status: str
    trigger: tuple[int, ...]  # words of the document


@dataclass
class Article:
    name: str
    language: str
    text: str
    words: list[str]
    space_before: list[bool]
    spans: list[tuple[int, int]]  # code points of the text
    upos: list[str]
    sentences: list[tuple[int, int]]  # words
    heads: list[int]  # words of the document; a root has itself
    mentions: list[Mention] = field(default_factory=list)
    entities: list[tuple[str, str]] = field(default_factory=list)  # type, name
    relations: list[Relation] = field(default_factory=list)

    def sentence_of(self) -> list[int]:
        return [s for s, (a, b) in enumerate(self.sentences) for _ in range(a, b)]


def _marks(line: str) -> tuple[str, list[tuple[int, int, list[str]]]]:
    """The sentence without its marks, and the marks as (begin, end, entities)."""
    stack, closing, opening = [], {}, set()
    for at, char in enumerate(line):
        if char == "[":
            stack.append(at)
        elif char == "]" and stack:
            begin = stack.pop()
            if match := _CLOSE.match(line, at):
                opening.add(begin)
                closing[at] = match
    out, opened, marks, at = [], [], [], 0
    while at < len(line):
        if at in opening:
            opened.append(len(out))
            at += 1
        elif at in closing:
            marks.append((opened.pop(), len(out), closing[at].group(1).split(",")))
            at = closing[at].end()
        else:
            out.append(line[at])
            at += 1
    return "".join(out), marks


@dataclass
class _Annotated:
    name: str
    language: str = "de"
    text: str = ""
    begins: dict[int, int] = field(default_factory=dict)  # sentence number -> offset
    ends: dict[int, int] = field(default_factory=dict)
    marks: list[tuple[int, int, list[str]]] = field(default_factory=list)
    entities: dict[str, tuple[str, str]] = field(default_factory=dict)
    relations: list[list[str]] = field(default_factory=list)


def _read(path: Path) -> _Annotated:
    doc, part = _Annotated(path.stem), "text"
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if line.startswith("#"):
            key, _, value = line[1:].partition(" ")
            part = key if key in ("entities", "relations") else part
            if key == "lang":
                doc.language = value.strip()
        elif not line.strip():
            continue
        elif part == "text":
            plain, marks = _marks(cells[1])
            if doc.text:  # a headline or an item without a full stop stands on a line of its own
                doc.text += " " if doc.text[-1] in ".!?:;,\"“”’'»«)" else "\n\n"
            begin = len(doc.text)
            doc.begins[int(cells[0])] = begin
            doc.text += plain
            doc.ends[int(cells[0])] = len(doc.text)
            doc.marks += [(begin + a, begin + b, ids) for a, b, ids in marks]
        elif part == "entities":
            doc.entities[cells[0]] = (cells[1], cells[2])
        else:
            doc.relations.append(cells)
    return doc


def analyse(relgraph: Path, texts: Sequence[tuple[str, str, str]]) -> list[Article]:
    """Words and sentences as the product sees them; texts are (name, language, text)."""
    out = []
    with tempfile.TemporaryDirectory() as folder:
        for language in sorted({t[1] for t in texts}):
            chosen = [t for t in texts if t[1] == language]
            paths = []
            for i, (_, _, text) in enumerate(chosen):
                paths.append(Path(folder) / f"{language}{i:06}.txt")
                paths[-1].write_text(text, encoding="utf-8")
            done = subprocess.run([relgraph, "analyze", "--language", language, "--format", "json", *paths], check=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            out += [_article(*c, found) for c, found in zip(chosen, json.loads(done.stdout), strict=True)]
    order = {t[0]: i for i, t in enumerate(texts)}
    return sorted(out, key=lambda a: order[a.name])


def _article(name: str, language: str, text: str, found: dict) -> Article:
    words, spaces, spans, upos, sentences, heads = [], [], [], [], [], []
    at = 0
    for sentence in found["sentences"]:
        begin = len(words)
        previous = None
        for token in sentence["tokens"]:
            span = (token["begin"], token["end"])
            if span != previous:  # the reader tidies white space and characters, so offsets may differ
                size = len(token["text"])
                found_at = text.find(token["text"], at, at + 40)
                place = (found_at, found_at + size) if found_at >= 0 else (at, at + size)
                at = place[1]
            words.append(token.get("form", token["text"]))
            spaces.append(previous is None or previous == span or previous[1] < span[0])
            spans.append(place)
            upos.append(token["upos"])
            heads.append(begin + token["head"] - 1 if token["head"] else len(words) - 1)
            previous = span
        sentences.append((begin, len(words)))
    return Article(name, language, text, words, spaces, spans, upos, sentences, heads)


def _key(word: str) -> str:
    word = word.casefold().strip("@#'’")
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _form(article: Article, first: int, last: int, names: Iterable[str]) -> int:
    words, tags = article.words[first:last + 1], article.upos[first:last + 1]
    known = {_key(w) for name in names for w in re.findall(r"\w+", name)}
    if all(t in ("PRON", "DET") for t in tags):
        return MENTION_FORMS.index("pronoun")
    if any(_key(w) in known and w[:1].isupper() for w in words) or words[0].startswith("@"):
        return MENTION_FORMS.index("name")
    if all(t in ("PROPN", "X") for t in tags) or (len(words) == 1 and words[0].isupper() and len(words[0]) > 1):
        return MENTION_FORMS.index("name")
    return MENTION_FORMS.index("nominal")


def _align(doc: _Annotated, article: Article) -> Article:
    starts = [a for a, _ in article.spans]
    ids = {e: i for i, e in enumerate(doc.entities)}
    sentence_of = article.sentence_of()
    article.entities = list(doc.entities.values())
    seen = set()
    for begin, end, entities in doc.marks:
        words = [i for i, (a, b) in enumerate(article.spans) if a < end and b > begin]
        if not words or sentence_of[words[0]] != sentence_of[words[-1]] or (words[0], words[-1]) in seen:
            continue
        seen.add((words[0], words[-1]))
        names = [doc.entities[e][1] for e in entities]
        article.mentions.append(Mention(words[0], words[-1], _form(article, words[0], words[-1], names),
                                        tuple(sorted(ids[e] for e in entities))))
    article.mentions.sort(key=lambda m: (m.first, m.last))
    for cells in doc.relations:
        number, source, types, target, status, trigger = cells[:6]
        begin, end = doc.begins[int(number)], doc.ends[int(number)]
        inside = [i for i, (a, b) in enumerate(article.spans) if a >= begin and b <= end]
        if not inside:
            continue
        marked: set[int] = set()
        for part in trigger.split(" … ") if trigger != "-" else []:
            at = doc.text.find(part, begin, end)
            if at >= 0:
                marked |= {i for i in inside if article.spans[i][0] < at + len(part) and article.spans[i][1] > at}
        sentence = sentence_of[min(marked) if marked else inside[0]]
        article.relations.append(Relation(sentence, ids[source], ids[target], tuple(types.split("/")), status,
                                          tuple(sorted(marked))))
    return article


def read_articles(relgraph: Path, folders: Sequence[Path]) -> list[Article]:
    docs = [_read(p) for folder in folders for p in sorted(folder.glob("*.ann"))]
    found = analyse(relgraph, [(d.name, d.language, d.text) for d in docs])
    return [_align(d, a) for d, a in zip(docs, found, strict=True)]


def gold_graph(article: Article) -> dict:
    """The article's annotation in the form of the gold graphs that score.py reads."""
    names: dict[int, list[str]] = defaultdict(list)
    for m in article.mentions:
        if len(m.entities) == 1 and MENTION_FORMS[m.form] == "name":
            names[m.entities[0]].append(article.text[article.spans[m.first][0]:article.spans[m.last][1]])
    entities = [{"id": str(i), "type": kind, "names": [name, *dict.fromkeys(names[i])]}
                for i, (kind, name) in enumerate(article.entities)]
    relations: dict[tuple, dict] = {}
    for r in article.relations:
        ends = (r.source, r.target)
        key = (*(sorted(ends) if r.types[0] in SYMMETRIC else ends), r.types[0])
        row = relations.setdefault(key, {"source": str(r.source), "target": str(r.target), "type": r.types[0],
                                         "alt_types": [], "status": r.status})
        row["alt_types"] += r.types[1:]
        if row["status"] == "negated":
            row["status"] = r.status
    return {"id": article.name, "language": article.language, "text": article.text, "entities": entities,
            "relations": list(relations.values())}
