# SPDX-License-Identifier: Apache-2.0
# GraphML and GEXF through the real binary: there and back, what is said, what is refused.
. "$(dirname "$0")/common.sh"
cat >graph.json <<'J'
{"directed": true, "multigraph": true, "graph": {"format": "relgraph/1", "documents": []},
 "nodes": [{"id": "ada", "label": "Ada <Alpha> & \"Co\"", "type": "person", "aliases": ["Ada"]},
           {"id": "beta", "label": "Beta AG", "type": "organization"}],
 "edges": [{"source": "ada", "target": "beta", "type": "leads", "status": "asserted", "confidence": 0.9,
            "attributes": {"role": "chief"}, "evidence": [{"document": "d", "begin": 0, "end": 15, "text": "Ada leads Beta."}]},
           {"source": "ada", "target": "beta", "type": "leads", "status": "planned", "confidence": 0.5, "weight": 2}]}
J
run convert graph.json same.json
expect_status 0
for format in graphml gexf; do
  run convert graph.json "out.$format"
  expect_status 0; expect_file "out.$format"
  if command -v xmllint >/dev/null; then
    xmllint --noout "out.$format" || fail 'well-formed XML'
  fi
  run convert "out.$format" back.json
  expect_status 0; expect_same back.json same.json
  run convert - - --to "$format" --from json
  expect_status 3; expect_one_line
  run convert "out.$format" - --to "$format"
  expect_status 0; expect_quiet; expect_same out "out.$format"
  printf '<a>\n<b></a>' >"bad.$format"
  run convert "bad.$format" no.json
  expect_status 3; expect_one_line; expect_err "bad.$format:1:1:"; expect_no_file no.json
  run convert graph.json "/nowhere/out.$format"
  expect_status 4; expect_one_line
done
cp out.graphml out.graphml.xml
run convert out.graphml.xml back.json
expect_status 0; expect_same back.json same.json

run convert graph.json filtered.graphml --types owns
expect_status 0
run convert out.xml no.json
expect_status 2; expect_err 'graphml'; expect_no_file no.json
run convert missing.gexf no.json
expect_status 3; expect_one_line; expect_no_file no.json

# What cannot be carried is said, once for each kind of thing.
sed 's/"documents": \[\]/"documents": [{"id": "d"}, {"id": "e"}], "x": null/' graph.json >more.json
run convert more.json more.gexf
expect_status 0; expect_err 'of the documents it carries ids and titles'; expect_err 'keys of the file that relgraph does not know'
run convert more.json more.graphml
expect_status 0; expect_err 'GraphML has no null'

# A few bytes that stand for gigabytes.
cat >bomb.graphml <<'X'
<?xml version="1.0"?>
<!DOCTYPE graphml [<!ENTITY a "0123456789"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<graphml><graph><node id="&c;"/></graph></graphml>
X
run convert bomb.graphml no.json
expect_status 3; expect_one_line; expect_err 'defines entities'; expect_no_file no.json
finish
