# SPDX-License-Identifier: Apache-2.0
# rank with its options, path, neighbors, communities, stats and diff on a small graph whose answers are known.
. "$(dirname "$0")/common.sh"
cat >graph.json <<'J'
{"directed": true, "multigraph": true, "graph": {"format": "relgraph/1", "documents": [{"id": "d", "title": "T", "language": "en"}]},
 "nodes": [{"id": "a", "label": "Ada", "type": "person"}, {"id": "b", "label": "Beta AG", "type": "organization"},
           {"id": "c", "label": "Carl", "type": "person"}, {"id": "d", "label": "Delta", "type": "organization"},
           {"id": "e", "label": "Eve", "type": "person"}],
 "edges": [{"source": "a", "target": "b", "key": 0, "type": "leads",
            "evidence": [{"document": "d", "begin": 0, "end": 5, "text": "Ada leads Beta."}]},
           {"source": "c", "target": "b", "key": 0, "type": "criticizes", "polarity": -1,
            "evidence": [{"document": "d", "begin": 6, "end": 9, "text": "Carl criticizes Beta."}]},
           {"source": "b", "target": "c", "key": 0, "type": "sues", "polarity": -1},
           {"source": "d", "target": "b", "key": 0, "type": "invests_in", "polarity": 1, "attributes": {"amount": 5000000, "currency": "EUR"}},
           {"source": "d", "target": "c", "key": 0, "type": "supports", "polarity": 1}]}
J
run rank graph.json --by betweenness --undirected --format json
expect_status 0; expect_quiet; expect_out '"betweenness": 0.3333333333333333'
run rank graph.json --by in_strength --weight amount
expect_status 0; expect_out '5000000'; expect_out '▇'
run rank graph.json --by negative_in,negative_out --format csv
expect_status 0; expect_out '1,Beta AG,organization,1,1'
run rank graph.json --by pagerank --restart Ada --format json
expect_status 0; expect_out '"id": "b"'
run rank graph.json --by betweenness --samples 2 --seed 3
expect_status 0; expect_err 'from 2 of 5 sources'
run rank graph.json --by degree --top 2
expect_status 0; expect_out 'Beta AG'
run rank graph.json --by constraint --format json
expect_status 0; expect_out '"constraint": null'
run rank graph.json --by eigenvector --types leads
expect_status 3; expect_one_line; expect_err 'does not settle'
run rank graph.json --by degree --annotate ranked.json --quiet
expect_status 0; expect_quiet; expect_file ranked.json
run rank ranked.json --by degree --annotate again.json --quiet
expect_same ranked.json again.json
grep -q '"degree": 4' ranked.json || fail 'the value at its node'
run rank graph.json --by degree --annotate /nowhere/ranked.json
expect_status 4

run path graph.json ada delta
expect_status 0; expect_quiet
expect_out 'Ada → leads → Beta AG ← invests_in ← Delta'; expect_out 'd: Ada leads Beta.'
run path graph.json ada delta --directed
expect_status 0; expect_err 'no way'
run path graph.json Ada Delta -k 5 --format json
expect_status 0
python3 - out <<'P' || fail 'two ways'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
assert [p["length"] for p in data["paths"]] == [2, 3], data
assert [n["id"] for n in data["paths"][1]["nodes"]] == ["a", "b", "c", "d"]
assert len(data["paths"][1]["steps"][1]) == 2
P
run path graph.json Ada Delta --all 2 --format csv
expect_status 0; expect_out '1,2,Delta,invests_in,Beta AG,'
run path graph.json Delta Carl --flow
expect_status 0; expect_out 'Flow from Delta to Carl: 2'
run path graph.json Ada Ada
expect_status 2; expect_one_line
run path graph.json Ada Nobody
expect_status 2; expect_one_line

run neighbors graph.json Beta\ AG
expect_status 0; expect_quiet; expect_out '→ sues'; expect_out '← criticizes'
run neighbors graph.json b --common d
expect_status 0; expect_out 'Carl'
case $out in *Ada*) fail 'only common ones' ;; esac
run neighbors graph.json Eve --format json
expect_status 0; expect_out '"neighbors": []'

run communities graph.json --quiet
expect_status 0; expect_quiet; expect_out 'Beta AG'; expect_out '1 entity stands alone'
run communities graph.json --method camps
expect_status 0; expect_out 'no division breaks fewer'; expect_out 'Balanced triangles: 0 of 1'
run communities graph.json --method camps --format json
expect_status 0; expect_out '"exact": true'
run communities graph.json --annotate groups.json --quiet
expect_status 0; grep -q '"community": "1"' groups.json || fail 'the group at its node'

run stats graph.json
expect_status 0; expect_quiet; expect_out 'mutual hostility'; expect_out 'Beta AG: in 5000000, out 0'
run stats graph.json --format json
expect_status 0
python3 - out <<'P' || fail 'the numbers'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
assert data["entities"] == 5 and data["relations"] == 5 and data["components"] == 2 and data["diameter"] == 2
assert data["roles"]["mutual_hostility"] == [["b", "c"]] and data["roles"]["money"][0]["in"] == 5e6
P
echo '{"nodes": [], "edges": []}' >empty.json
for command in rank communities stats; do run "$command" empty.json; expect_status 0; done

sed 's/"type": "sues"/"type": "sues", "status": "planned"/; s/"label": "Eve"/"label": "Frank"/; s/"id": "e"/"id": "f"/' graph.json >new.json
run diff graph.json new.json
expect_status 0; expect_out 'new entity'; expect_out 'Frank'; expect_out 'entity gone'; expect_out 'planned'
run diff graph.json graph.json
expect_status 0; [ -z "$out" ] || fail 'nothing to say'; expect_err 'the same actors and relations'
run diff graph.json new.json --format json --types sues
expect_status 0; expect_out '"status_before": "asserted"'
run diff graph.json missing.json
expect_status 3; expect_one_line
finish
