#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the counted and gathered word lists of data/words from openly licensed sources.

usage: word_lists.py DATA_DIR GOLD_TRAIN_DIR OUT_DIR

The lists written by hand (abbreviations, cues, languages) are not touched. Sources and licences stand
in the head of every list and in NOTICE.
"""
import collections
import gzip
import pathlib
import re
import sys

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
MARK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\]\([e\d,]+\))*)\]\((e\d+(?:,e\d+)*)\)")
NER = {"de": ["germeval2014.train", "germeval2014.dev", "smartdata.train", "uner-pud.train"],
       "en": ["gum.train", "uner-ewt.train", "uner-pud.train", "wikigold.train"]}
TREES = {"de": ["de_gsd.dev", "de_pud.test"], "en": ["en_ewt.train", "en_gum.train"]}


def lines(path):
    path = pathlib.Path(path)
    if not path.exists():
        path = path.with_name(path.name + ".gz")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def table(path):
    rows = lines(path)
    head = next(rows).split("\t")
    for row in rows:
        yield dict(zip(head, row.split("\t")))


class Counts:
    """How often a word stands as a common word and how often as part of a name."""

    def __init__(self):
        self.noun, self.name, self.lower, self.tagged = (collections.Counter() for _ in range(4))

    def add(self, word, in_name, first):
        if not WORD.fullmatch(word):
            return
        if in_name:
            self.name[word] += 1
        elif word[0].islower():
            self.lower[word] += 1
        elif not first and not word.isupper():
            self.noun[word] += 1


def count_ner(counts, path):
    first = True
    for line in lines(path):
        fields = line.split("\t")
        if len(fields) < 2:
            first = True
            continue
        source = fields[2] if len(fields) > 2 else ""
        derived = fields[1] == "O" and re.search(r"deriv|part", source)
        if not derived:
            counts.add(fields[0], fields[1] != "O", first)
        first = fields[0] in "„“\"'(:"


def count_trees(counts, path):
    first = True
    for line in lines(path):
        fields = line.split("\t")
        if len(fields) < 4 or not fields[0].isdigit():
            first = True if not line else first
            continue
        if fields[3] == "NOUN":
            counts.tagged[fields[1]] += 1
        if fields[3] in ("NOUN", "PROPN") or fields[1][0].islower():
            counts.add(fields[1], fields[3] == "PROPN", first and fields[3] != "NOUN")
        first = False


def count_articles(counts, folder, lang):
    for path in sorted(pathlib.Path(folder).glob(f"*-{lang}-*.ann")):
        rows = list(lines(path))
        cut = rows.index("#entities")
        names = set()
        for row in rows[cut:]:
            fields = row.split("\t")
            if re.fullmatch(r"e\d+", fields[0]) and len(fields) == 3:
                names.update(WORD.findall(fields[2]))
        for row in rows[:cut]:
            if not row[:1].isdigit():
                continue
            text = row.split("\t", 1)[1]
            while (plain := MARK.sub(r"\1", text)) != text:
                text = plain
            for i, match in enumerate(WORD.finditer(text)):
                word = match.group()
                before = text[: match.start()].rstrip(" (")
                genitive = word[:-1] if word.endswith("s") else word
                first = not before or before[-1] in ".!?:„“\"'»«"
                if word[0].isupper():
                    for part in ([word] if word in names else word.split("-")):
                        counts.add(part, part in names or genitive in names, first)
                else:
                    counts.add(word, False, first)


def count(data, gold, lang):
    counts = Counts()
    for name in NER[lang]:
        count_ner(counts, f"{data}/ner/{lang}/{name}.bio")
    for name in TREES[lang]:
        count_trees(counts, f"{data}/treebanks/{name}.conllu")
    count_articles(counts, gold, lang)
    return counts


def write(path, head, rows):
    rows = sorted(set(rows), key=lambda row: row.encode())
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"# {line}\n" for line in head)
        file.writelines(row + "\n" for row in rows)
    print(f"{path}: {len(rows)} rows, {pathlib.Path(path).stat().st_size} bytes")


def noun_endings(nouns, names):
    """Shortest endings that many common nouns and hardly any name has."""
    good, bad = collections.Counter(), collections.Counter()
    for word in nouns:
        for n in range(3, min(12, len(word))):
            good[word[-n:].lower()] += 1
    for word in names:
        for n in range(3, min(12, len(word) + 1)):
            bad[word[-n:].lower()] += 1
    kept = set()
    for ending in sorted(good, key=len):
        if good[ending] >= (12 if len(ending) < 5 else 5) and bad[ending] <= 0.04 * good[ending]:
            if not any(ending[-n:] in kept for n in range(3, len(ending))):
                kept.add(ending)
    return kept


COUNTED = "Facts counted from: GermEval 2014 (CC BY 4.0), DFKI SmartData (CC BY 4.0), Universal NER PUD (CC BY-SA 3.0),"


def common_words(data, gold, out):
    de, en = count(data, gold, "de"), count(data, gold, "en")
    nouns = {w for w, n in de.noun.items() if len(w) > 2 and "-" not in w and n > 4 * de.name[w]
             and (n > 1 or de.tagged[w])}
    names = {w for w, n in de.name.items() if n > de.noun[w] and de.lower[w.lower()] == 0 and "-" not in w}
    endings = noun_endings({w for w, n in de.noun.items() if "-" not in w and n > 3 * de.name[w]}, names)
    covered = lambda w: any(w[-n:].lower() in endings for n in range(3, len(w)))
    head_de = [COUNTED, "UD German GSD (CC BY-SA 4.0) and PUD, German Wikinews (CC BY 2.5) and our own texts (CC0).",
               "Made by scripts/word_lists.py."]
    write(f"{out}/nouns.de.tsv", ["Common nouns as German writes them, with a capital; those with a frequent "
                                  "ending are left out."] + head_de, [w for w in nouns if not covered(w)])
    lower = lambda c, least: [w for w, n in c.lower.items() if n >= least and len(w) > 1 and "-" not in w
                              and n > 0.5 * c.name[w[0].upper() + w[1:]]]
    write(f"{out}/lower.de.tsv", ["Words that German writes with a small letter: no name at a sentence start."]
          + head_de, lower(de, 2))
    write(f"{out}/lower.en.tsv",
          ["Words that English writes with a small letter: no name at a sentence start.",
           "Facts counted from: UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0 and others), Universal NER (CC BY-SA),",
           "WikiGold (CC BY 4.0), English Wikinews (CC BY 2.5) and our own texts (CC0). Made by scripts/word_lists.py."],
          lower(en, 2))


def countries(data, out):
    """What all names of one country share is its name in countries_own.tsv, else its German one."""
    own = dict(row.split("\t") for row in lines(f"{out}/countries_own.tsv") if not row.startswith("#"))
    rows = set()
    for row in table(f"{data}/gazetteers/countries.tsv"):
        for name in [row["de"], *row["de_other"].split(";"), row["en"], *row["en_other"].split(";")]:
            if len(name) > 2:
                rows.add(f"{name}\t{own.get(row['de'], row['de'])}")
    write(f"{out}/countries.tsv", [
        "Names of countries: name, what all names of one country share. Sources: Unicode CLDR 48 (Unicode-3.0), World",
        "Factbook (public domain), our own lists (CC0). Made by scripts/word_lists.py."], rows)


def main():
    data, gold, out = sys.argv[1:4]
    common_words(data, gold, out)
    countries(data, out)


if __name__ == "__main__":
    main()
