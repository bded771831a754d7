# SPDX-License-Identifier: Apache-2.0
# rank, query, merge and render on a small graph whose numbers are known.
. "$(dirname "$0")/common.sh"
cat >graph.json <<'J'
{"directed": true, "multigraph": true, "graph": {"format": "relgraph/1", "documents": [{"id": "d", "title": "T", "language": "en"}]},
 "nodes": [{"id": "a", "label": "Ada Alpha", "type": "person", "aliases": ["Ada"]},
           {"id": "b", "label": "Beta AG", "type": "organization"},
           {"id": "c", "label": "=SUM(1)|x", "type": "place"}],
 "edges": [{"source": "a", "target": "b", "key": 0, "type": "leads", "status": "asserted", "confidence": 0.9,
            "evidence": [{"document": "d", "begin": 0, "end": 5, "text": "Ada leads Beta."}]},
           {"source": "a", "target": "b", "key": 1, "type": "criticizes", "status": "reported", "confidence": 0.5},
           {"source": "b", "target": "c", "key": 0, "type": "based_in", "confidence": 0.8},
           {"source": "b", "target": "a", "key": 0, "type": "meets", "confidence": 0.8}]}
J
run rank graph.json --by degree,in_degree --format json
expect_status 0; expect_quiet
python3 - out <<'P' || fail 'the shape that scripts rely on'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
assert data["metrics"] == ["degree", "in_degree"]
assert [(n["id"], n["degree"], n["in_degree"]) for n in data["nodes"]] == [("b", 3, 1), ("a", 2, 1), ("c", 1, 1)], data
assert set(data["nodes"][0]) == {"id", "label", "type", "degree", "in_degree"}
P
run rank graph.json --by degree --top 1
expect_status 0; expect_out 'Beta AG'
[ "$(wc -l <out)" -eq 2 ] || fail 'a heading and one row'
run rank graph.json --by degree --format csv
expect_status 0; expect_out "'=SUM(1)|x"
run rank graph.json --by degree --format markdown
expect_status 0; expect_out '=SUM(1)\|x'
run rank graph.json --by betweenness --types leads,based_in --format json
expect_status 0; expect_out '"betweenness": 0.5'
run rank - --by degree
expect_status 3; expect_one_line

run query graph.json --from ada
expect_status 0; expect_quiet; expect_out 'Ada leads Beta.'; expect_out '(reported)'; expect_out 'meets'
run query graph.json --from ada --to "beta ag" --type leads
expect_status 0; expect_out 'leads'
run query graph.json --from Ada --to 'Beta AG' --types leads --format json
expect_status 0; expect_out '"type": "leads"'
case $out in *criticizes*) fail 'only the type asked for' ;; esac
run query graph.json --from 'Ada Alhpa'
expect_status 2; expect_one_line; expect_err 'Ada Alpha'
run query graph.json --types leeds
expect_status 2; expect_one_line; expect_err "'leads'"

run merge graph.json graph.json -o merged.json
expect_status 0; expect_quiet; expect_file merged.json
run merge merged.json -o again.json
expect_status 0; expect_same merged.json again.json
run merge graph.json missing.json -o part.json
expect_status 1; expect_one_line; expect_err 'missing.json'; expect_file part.json

run render graph.json -o out.svg
expect_status 0; expect_file out.svg; expect_err 'wrote out.svg'
run render graph.json -o again.svg --quiet
expect_status 0; expect_quiet; expect_same out.svg again.svg
run render graph.json
expect_status 0; expect_quiet; expect_out '<svg'
run render graph.json -o out.dot
expect_status 0; expect_file out.dot
run render graph.json -o out.html
expect_status 0; expect_file out.html; expect_err 'wrote out.html'
grep -q 'Content-Security-Policy' out.html || fail 'a page'
run render graph.json -o out.bmp
expect_status 2; expect_one_line; expect_err '.svg'; expect_no_file out.bmp
run render graph.json -o ego.svg --focus 'Beta AG' --exclude Ada --labels de --theme print --no-legend
expect_status 0; expect_file ego.svg
finish
