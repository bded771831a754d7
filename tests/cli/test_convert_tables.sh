# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/common.sh"
cat >graph.json <<'J'
{"directed": true, "multigraph": true, "graph": {"format": "relgraph/1", "documents": [{"id": "d"}]},
 "nodes": [{"id": "anna", "label": "Anna; \"A\"", "type": "person", "aliases": ["=1+1"]},
           {"id": "b", "label": "B", "type": "organization"}],
 "edges": [{"source": "anna", "target": "b", "type": "works_for", "status": "planned", "confidence": 0.5,
            "attributes": {"role": "boss"}, "evidence": [{"document": "d", "begin": 0, "end": 4, "text": "Anna"}]}]}
J
run convert graph.json plain.json
expect_status 0

# Tables are two files; what they cannot carry is said.
run convert graph.json out.csv
expect_status 0; expect_err 'CSV carries no list of documents'; expect_file out.csv; expect_file out-nodes.csv
run convert out.csv back.json --nodes out-nodes.csv
expect_status 0
run convert graph.json out.neo4j.csv
expect_status 0; expect_file out.neo4j.csv; expect_file out.neo4j-nodes.csv
run convert out.neo4j.csv neo4j.json --nodes out.neo4j-nodes.csv
expect_status 0
expect_same back.json neo4j.json
# Neo4j's tables are CSV, too: the option decides.
run convert out.neo4j.csv neo4j2.json --nodes out.neo4j-nodes.csv --from neo4j
expect_status 0; expect_same neo4j2.json neo4j.json

run convert graph.json out.cyjs
expect_status 0; expect_one_line; expect_file out.cyjs
run convert out.cyjs cytoscape.json
expect_status 0; expect_same cytoscape.json plain.json
run convert graph.json out.cytoscape.json
expect_status 0; expect_same out.cytoscape.json out.cyjs

run convert graph.json - --to cypher
expect_status 0; expect_out 'MERGE (a)-[r:`works_for` {status: row.status}]->(b)'
run convert graph.json - --to mermaid
expect_status 0; expect_out 'n0 -.->|"works for (planned)"| n1'
run convert graph.json out.oligrapher.json
expect_status 0; expect_file out.oligrapher.json
run convert graph.json out.cql
expect_status 0; expect_file out.cql

# Wrong calls.
run convert graph.json - --to csv
expect_status 2; expect_err 'has 2 files'
run convert out.cql x.json
expect_status 2; expect_err 'can be written, not read'; expect_no_file x.json
# Wrong input, with its place.
printf 'Source,Target,confidence\na,b,7\n' >bad.csv
run convert bad.csv x.json
expect_status 3; expect_err 'bad.csv:2'; expect_err 'the confidence 7 is not between 0 and 1'; expect_no_file x.json
printf '{"elements":{"nodes":[{"data":{}}]}}' >bad.cyjs
run convert bad.cyjs x.json
expect_status 3; expect_err 'elements.nodes[0]: a node has no id'
printf 'a,b\n' >bad.neo4j.csv
run convert bad.neo4j.csv x.json
expect_status 3; expect_err 'neither :ID nor :START_ID'
# No place to write to.
run convert graph.json missing/out.csv
expect_status 4
finish
