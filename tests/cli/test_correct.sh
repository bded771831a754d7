# SPDX-License-Identifier: Apache-2.0
# Corrections: written by `correct`, applied by merge, build, diagram and report.
. "$(dirname "$0")/common.sh"
cat >graph.json <<'J'
{"directed": true, "multigraph": true, "graph": {"format": "relgraph/1", "documents": [{"id": "d", "title": "T", "language": "en"}]},
 "nodes": [{"id": "a", "label": "Ada Alpha", "type": "person", "aliases": ["Ada"]},
           {"id": "b", "label": "Beta AG", "type": "organization"},
           {"id": "c", "label": "Beta Group", "type": "organization"}],
 "edges": [{"source": "a", "target": "b", "key": 0, "type": "leads", "confidence": 0.4,
            "evidence": [{"document": "d", "begin": 0, "end": 15, "text": "Ada leads Beta.", "by": "model"}]},
           {"source": "a", "target": "b", "key": 1, "type": "criticizes", "confidence": 0.5,
            "evidence": [{"document": "d", "begin": 16, "end": 33, "text": "She doubts Beta.", "by": "model"}]},
           {"source": "c", "target": "a", "key": 0, "type": "sues", "confidence": 0.8,
            "evidence": [{"document": "d", "begin": 40, "end": 62, "text": "The group sues Alpha.", "by": "model"}]}]}
J
file=relgraph.corrections.toml
run correct merge 'Beta AG' 'Beta Group' --graph graph.json
expect_status 0; expect_err "added to $file"; expect_file $file
printf '# a remark of ours\n' >>$file
# Checked against the graph as corrected so far: the two are one by now.
run correct wrong 'Beta AG' sues Ada --graph graph.json --sentence 'the group sues' --note 'another Alpha'
expect_status 0
run correct right Ada leads 'Beta Group' --graph graph.json
expect_status 0
run correct rename 'Ada Alpha' 'Dr. Ada Alpha' --graph graph.json --quiet
expect_status 0; expect_quiet
grep -qx '# a remark of ours' $file || fail 'what was there stays'
[ "$(grep -c '^\[\[' $file)" -eq 4 ] || fail 'four corrections'
cp $file before
run correct right Ada leads 'Beta Group'
expect_status 0; expect_err 'says so already'; expect_same $file before

run correct type 'Bta AG' place --graph graph.json
expect_status 2; expect_one_line; expect_err 'Did you mean "Beta AG"?'
run correct type Ada place --graph graph.json
expect_status 2; expect_one_line; expect_err "another name of 'Dr. Ada Alpha'"
run correct type 'Beta AG' organisation
expect_status 2; expect_one_line; expect_err "'organization'"
run correct wrong Ada 'Beta AG'
expect_status 2; expect_one_line; expect_err 'wrong ENTITY RELATION ENTITY'
run correct merge A B --sentence x
expect_status 2; expect_one_line; expect_err "'wrong' and 'right'"
run correct marry A B
expect_status 2; expect_one_line
run correct merge A B --file -
expect_status 2; expect_one_line
run correct merge A B --file missing/file.toml
expect_status 4; expect_one_line
run correct merge A B --file graph.json
expect_status 3; expect_one_line; expect_err 'graph.json:1'
expect_same $file before

run merge graph.json --corrections $file -o corrected.json
expect_status 0; expect_quiet
python3 - <<'P' || fail 'the corrected graph'
import json
g = json.load(open("corrected.json", encoding="utf-8"))
assert [n["label"] for n in g["nodes"]] == ["Dr. Ada Alpha", "Beta AG"], g["nodes"]
edges = {e["type"]: e for e in g["edges"]}
assert set(edges) == {"leads", "criticizes"}, edges
assert edges["leads"]["confidence"] == 1 and edges["leads"]["evidence"][0]["by"] == "user"
assert edges["criticizes"]["confidence"] == 0.5 and edges["criticizes"]["evidence"][0]["by"] == "model"
P
run merge corrected.json --corrections $file -o again.json
expect_status 0; expect_same corrected.json again.json; expect_one_line; expect_err "$file:7: there is no relation"
run merge graph.json --corrections $file --corrections $file -o twice.json
expect_status 0; expect_same corrected.json twice.json
run report graph.json --corrections $file
expect_status 0; expect_quiet; expect_out 'Dr. Ada Alpha'
run report graph.json
expect_status 0; expect_one_line; expect_err "$file is not applied"

printf '\n[[merg]]\nnames = ["A", "B"]\n' >bad.toml
run merge graph.json --corrections bad.toml
expect_status 3; expect_one_line; expect_err "bad.toml:2: there is no correction 'merg'. Did you mean 'merge'?"
run merge graph.json --corrections none.toml
expect_status 3; expect_one_line; expect_err 'none.toml'

mkdir articles
printf 'Microsoft verklagt Google.\n' >articles/a.txt
printf '[[rename]]\nentity = "Google"\nto = "Alphabet"\n[[drop-actor]]\nentity = "Niemand"\n' >articles/$file
run build articles --language de
expect_status 0; expect_one_line; expect_err "--corrections articles/$file"; expect_out '"Google"'
run build articles --language de --corrections articles/$file --per-document each
expect_status 0; expect_one_line; expect_err "articles/$file:4: 'Niemand' is not in the graph"
grep -q '"label": "Alphabet"' each/a.json || fail 'each graph is corrected'
run diagram articles --language de --corrections articles/$file
expect_status 0; expect_out 'Alphabet'
finish
