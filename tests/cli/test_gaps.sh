# SPDX-License-Identifier: Apache-2.0
# gaps: predicates without a relation, counted over documents, in every format, with marked examples.
. "$(dirname "$0")/common.sh"
mkdir articles
printf 'Petra Lang duzte Karl Hoffmann auf dem Parteitag.\n\nJonas Richter spielte auf Sabine Krüger an.\n' >articles/a.txt
printf 'Karl Hoffmann wurde von Petra Lang geduzt.\n\nPetra Lang duzte Karl Hoffmann erneut.\n' >articles/b.txt
printf 'Microsoft verklagt Google.\n' >found.txt  # a relation

gaps() { run gaps --language de --extractor grammar "$@"; }
gaps articles --examples 2
expect_status 0; expect_one_line
expect_err '2 predicates without a relation, 4 occurrences in 2 documents'
python3 - out <<'P' || fail 'the table, most frequent first, with marked examples'
import sys
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
assert lines[0].split() == ["count", "documents", "language", "predicate", "frame"]
assert lines[1].split() == ["3", "2", "de", "duzen", "verb", "subj>obj"]
assert lines[2] == "    a, 0–49: [Petra Lang] {duzte} [Karl Hoffmann] auf dem Parteitag."
assert lines[3] == "    b, 0–42: [Karl Hoffmann] wurde von [Petra Lang] {geduzt}."
assert lines[4].split() == ["1", "1", "de", "anspielen", "verb", "subj>auf"]
assert len(lines) == 6
P
gaps articles --top 1
expect_status 0; expect_one_line; expect_out duzen; case $out in *anspielen*) fail 'only one row' ;; esac
gaps articles --threads 1 --top 0 --quiet
expect_status 0; expect_quiet; cp out one
gaps articles --threads 4 --top 0 --quiet
expect_same out one

gaps articles --format json --examples 1
expect_status 0
python3 - out <<'P' || fail 'the JSON'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
assert data["totals"] == {"documents": 2, "predicates": 2, "occurrences": 4}
first = data["gaps"][0]
assert (first["predicate"], first["kind"], first["source"], first["target"]) == ("duzen", "verb", "subj", "obj")
assert (first["frame"], first["language"], first["count"], first["documents"]) == ("subj>obj", "de", 3, 2)
(example,) = first["examples"]
text = example["text"]
assert example["document"] == "a" and text.startswith("Petra Lang duzte")
assert (example["source"], example["target"]) == ("Petra Lang", "Karl Hoffmann")
words = text.encode()[example["trigger"]["begin"] - example["begin"]:example["trigger"]["end"] - example["begin"]]
assert words == b"duzte"
P
gaps articles --format json
expect_status 0; case $out in *examples*) fail 'examples only if asked for' ;; esac
gaps articles --format csv --examples 2
expect_status 0
python3 - out <<'P' || fail 'the CSV: columns of a pattern file, examples in cells'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))
assert [r["predicate"] for r in rows] == ["duzen", "anspielen"]
assert (rows[1]["kind"], rows[1]["source"], rows[1]["target"]) == ("verb", "subj", "auf")
assert rows[0]["example 2"].startswith("[Karl Hoffmann] wurde") and rows[1]["example 2"] == ""
P
gaps articles --format markdown --examples 1
expect_status 0; expect_out '| count | documents |'; expect_out '> <b>Petra Lang</b> <i>duzte</i> <b>Karl Hoffmann</b>'

gaps found.txt
expect_status 0; expect_err '0 predicates without a relation, 0 occurrences in 1 document'
[ "$(wc -l <out)" -eq 1 ] || fail 'only the heading'
printf 'Petra Lang duzte Karl \033[31mHoffmann <script>. | `x`\n' >odd.txt
gaps odd.txt --examples 1
expect_status 0; case $out in *$'\033'*) fail 'no control characters' ;; esac
gaps odd.txt --examples 1 --format markdown
expect_status 0; case $out in *'<script>'*) fail 'no markup from the text' ;; esac

gaps missing.txt
expect_status 3; expect_one_line
gaps articles missing.txt
expect_status 1; expect_out duzen
run gaps
expect_status 2; expect_one_line
gaps articles --format text2
expect_status 2; expect_one_line
gaps articles --top many
expect_status 2; expect_one_line
finish
