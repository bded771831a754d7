# SPDX-License-Identifier: Apache-2.0
# From articles to graphs and pictures: folders, JSON lines, standard input, threads.
. "$(dirname "$0")/common.sh"
stargate=$source/graphs/stargate/article.txt
run build "$stargate" -o one.json
expect_status 0; expect_quiet; expect_file one.json
"$relgraph" build - <"$stargate" >stdin.json 2>err || fail 'standard input'
python3 - one.json stdin.json "$stargate" <<'P' || fail 'the graph says what the text says'
import json, sys
one, stdin = (json.load(open(p, encoding="utf-8")) for p in sys.argv[1:3])
assert one["graph"]["format"] == "relgraph/1" and one["directed"] and one["multigraph"]
assert one["graph"]["documents"][0]["id"] == "article" and one["graph"]["documents"][0]["language"] == "de"
assert stdin["graph"]["documents"][0]["id"] == "stdin"
assert [(n["id"], n["type"]) for n in one["nodes"]] == [(n["id"], n["type"]) for n in stdin["nodes"]]
ids = {n["id"] for n in one["nodes"]}
text = open(sys.argv[3], "rb").read()
assert len(ids) > 8 and len(one["edges"]) > 3
for edge in one["edges"]:
    assert edge["source"] in ids and edge["target"] in ids and edge["evidence"]
    for evidence in edge["evidence"]:
        assert 0 <= evidence["begin"] < evidence["end"] and evidence["text"]
        assert evidence["begin"] <= evidence["trigger"]["begin"] <= evidence["trigger"]["end"] <= evidence["end"]
P
mkdir many && for i in 1 2 3 4; do cp "$stargate" "many/a$i.txt"; done
run build many -o threads1.json --threads 1
expect_status 0
run build many -o threads4.json --threads 4
expect_status 0; expect_same threads1.json threads4.json
python3 -c '
import json, sys
text = open(sys.argv[1], encoding="utf-8").read()
for i in ("x", "y"): print(json.dumps({"id": i, "title": "T", "text": text, "language": "de", "date": "2025-01-22"}))' "$stargate" >lines.jsonl
run build lines.jsonl --per-document each
expect_status 0; expect_quiet; expect_file each/x.json; expect_file each/y.json; [ -z "$out" ] || fail 'nothing on stdout'
run build lines.jsonl --per-document each -o both.json
expect_status 0; expect_file both.json
run diagram "$stargate" -o picture.svg --graph graph.json
expect_status 0; expect_file picture.svg; expect_file graph.json
run diagram "$stargate" -o page.html
expect_status 0; expect_file page.html
grep -q '<html lang="de">' page.html || fail 'a German page'
run diagram "$stargate" -o picture.bmp
expect_status 2; expect_one_line; expect_no_file picture.bmp
run diagram "$stargate"
expect_status 0; expect_out '<svg'
run analyze "$stargate"
expect_status 0; expect_quiet; expect_out '# sent_id'
cp out words.conllu
run analyze words.conllu --input conllu
expect_status 0; expect_quiet
grep -v '^#' words.conllu | cut -f1,2 >before; grep -v '^#' out | cut -f1,2 >after
expect_same before after
run analyze "$stargate" --format json
expect_status 0
python3 -c 'import json, sys; assert [d["id"] for d in json.load(open(sys.argv[1], encoding="utf-8"))] == ["article"]' out || fail 'a JSON array'
shown='another locale and time zone'
env LC_ALL=de_DE.UTF-8 TZ=Asia/Tokyo "$relgraph" build "$stargate" -o german.json || fail 'runs'
expect_same one.json german.json
finish
