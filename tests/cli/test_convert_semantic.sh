# SPDX-License-Identifier: Apache-2.0
# convert to linked data, and to and from FollowTheMoney and DOT.
. "$(dirname "$0")/common.sh"
cat >graph.json <<'J'
{"directed": true, "multigraph": true, "graph": {"format": "relgraph/1", "documents": [{"id": "d", "title": "T", "language": "en"}]},
 "nodes": [{"id": "a", "label": "Ada \"A\" Alpha", "type": "person", "aliases": ["Ada"]},
           {"id": "b", "label": "Beta AG", "type": "organization"}],
 "edges": [{"source": "a", "target": "b", "type": "leads", "confidence": 0.9, "attributes": {"role": "chair"},
            "evidence": [{"document": "d", "begin": 0, "end": 5, "text": "Ada leads Beta."}]},
           {"source": "a", "target": "b", "type": "owns", "status": "planned", "confidence": 0.5}]}
J
run convert graph.json clean.json
expect_status 0; expect_file clean.json

run convert graph.json out.ttl
expect_status 0; expect_file out.ttl
grep -q '^node:a reltype:leads node:b \.$' out.ttl || fail 'the plain triple of what is asserted'
grep -q '^node:a reltype:owns' out.ttl && fail 'no plain triple of what is planned'
run convert graph.json out.jsonld
expect_status 0
python3 -c 'import json; d = json.load(open("out.jsonld")); assert all(isinstance(v, str) for v in d["@context"].values())' ||
  fail 'JSON with an inline context'
run convert out.ttl back.json
expect_status 2; expect_one_line; expect_err 'can be written, not read'

for ending in ijson ftm ftm.json; do
  run convert graph.json "out.$ending"
  expect_status 0; expect_file "out.$ending"
  run convert "out.$ending" back.json
  expect_status 0; expect_same clean.json back.json
done
run convert graph.json - --to ftm
expect_status 0; expect_out '"schema": "Directorship"'; expect_out '"role": ["owns"], "status": ["planned"]'
printf '{"id": "a"}\n' >bad.ijson
run convert bad.ijson back2.json
expect_status 3; expect_one_line; expect_err 'bad.ijson:1: is no entity: there is no "schema"'; expect_no_file back2.json

run convert graph.json out.gv
expect_status 0; expect_err 'DOT carries no documents'; expect_err 'DOT carries no evidence'
run convert out.gv back.json
expect_status 0
run convert back.json again.gv
expect_status 0
sed -i 's/, relgraph_sentences=.*/];/' out.gv
expect_same out.gv again.gv
printf 'digraph {\n a -> }' >bad.dot
run convert bad.dot back2.json
expect_status 3; expect_one_line; expect_err "bad.dot:2: a name is missing before '}'"; expect_no_file back2.json
printf 'graph { a -- b }' | "$relgraph" convert - und.json --from dot 2>err
err=$(cat err)
expect_err 'the graph is undirected'; expect_file und.json
run convert graph.json nowhere/out.ttl
expect_status 4; expect_no_file nowhere
finish
