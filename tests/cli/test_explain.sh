# SPDX-License-Identifier: Apache-2.0
# explain: sentences with marks, who says so, what decided, the way from a pronoun to the name.
. "$(dirname "$0")/common.sh"
printf 'Ada Alpha is back. The chief leads Beta AG.\nShe sues it, says Carl <b>.\n' >article.txt
graph() {
  cat <<J
{"directed": true, "multigraph": true, "graph": {"format": "relgraph/1",
  "documents": [{"id": "d", "title": "T", "language": "$1", "source": "article.txt", "sha256": "$2"}]},
 "nodes": [{"id": "a", "label": "Ada Alpha", "type": "person", "aliases": ["Ada"], "mentions": [
             {"document": "d", "begin": 0, "end": 9, "kind": "name"}, {"document": "d", "begin": 19, "end": 28, "kind": "nominal"},
             {"document": "d", "begin": 44, "end": 47, "kind": "pronoun"}]},
           {"id": "b", "label": "Beta AG", "type": "organization", "mentions": [
             {"document": "d", "begin": 35, "end": 42, "kind": "name"}, {"document": "d", "begin": 53, "end": 55, "kind": "pronoun"}]},
           {"id": "c", "label": "Carl <b>", "type": "person"}],
 "edges": [{"source": "a", "target": "b", "key": 0, "type": "leads", "confidence": 1,
            "evidence": [{"document": "d", "begin": 19, "end": 43, "text": "The chief leads Beta AG.", "by": "user"}]},
           {"source": "a", "target": "b", "key": 1, "type": "sues", "status": "reported", "confidence": 0.5,
            "evidence": [{"document": "d", "begin": 44, "end": 71, "text": "She sues it, says Carl <b>.", "by": "model",
                          "trigger": {"begin": 48, "end": 52}, "speaker": "c"}]}]}
J
}
# The text as read has no line feed at its end; its checksum is what the program says it is.
sum=$("$relgraph" build article.txt --language en 2>/dev/null | grep -o '"sha256": "[0-9a-f]*"' | grep -o '[0-9a-f]\{64\}')
graph en "$sum" >graph.json
run explain graph.json Ada 'beta ag'
expect_status 0; expect_quiet
expect_out 'Ada Alpha → leads → Beta AG'
expect_out '[The chief] leads [Beta AG].'
expect_out 'confirmed by a user; said by the article itself'
expect_out '“The chief” (description) ← “Ada Alpha” (name); the name is in: “Ada Alpha is back.'
expect_out '[She] {sues} [it], says Carl <b>.'
expect_out 'read by the trained model; said by Carl <b>'
expect_out "reported: somebody's claim"
expect_out 'Beta AG is mentioned as “it” (pronoun) ← “Beta AG” (name); the name is in: “The chief leads Beta AG.”'
case $out in *$'\033'*) fail 'no colour without a terminal' ;; esac

mkdir elsewhere; cp graph.json article.txt elsewhere; (cd / && "$relgraph" explain "$work/elsewhere/graph.json" Ada Beta\ AG >"$work/far")
grep -q 'Ada Alpha is back' far || fail 'the article is found beside the graph'
printf 'Ada Alpha was here. The chief leads Beta AG.\nShe sues it, says Carl <b>.\n' >article.txt
run explain graph.json Ada 'Beta AG' --types leads
expect_status 0; expect_quiet; expect_out '(words not in the graph) (name)'
case $out in *'was here'* | *sues*) fail 'nothing of another text, no other type' ;; esac

run explain graph.json 'Beta AG' Ada --labels de
expect_status 0; expect_out 'verklagt'; expect_out 'gelesen vom trainierten Modell; gesagt von Carl <b>'
graph de 0 >german.json
run explain german.json Ada 'Beta AG'
expect_status 0; expect_out 'von einem Nutzer bestätigt'
run explain graph.json Ada 'Beta AG' --format markdown
expect_status 0; expect_out '> <b>She</b> <i>sues</i> <b>it</b>, says Carl &lt;b&gt;.'
run explain graph.json Ada 'Beta AG' --format json
expect_status 0
python3 - out <<'P' || fail 'the JSON has the chain'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
assert data["a"]["id"] == "a" and data["b"]["id"] == "b"
sues = [e for e in data["edges"] if e["type"] == "sues"][0]["evidence"][0]
assert sues["trigger"] == {"begin": 48, "end": 52}
assert [s["kind"] for s in sues["source_mentioned"]["chain"]] == ["pronoun", "nominal", "name"]
assert sues["source_mentioned"]["chain"][1]["text"] == "The chief"
assert sues["target_mentioned"]["name_in"] == "The chief leads Beta AG."
P
run explain graph.json Ada 'Carl <b>'
expect_status 0; expect_one_line; expect_err 'no such relation'
run explain graph.json Ada Ada
expect_status 2; expect_one_line
run explain graph.json Ada Bea
expect_status 2; expect_one_line; expect_err 'no node'
run explain graph.json Ada
expect_status 2; expect_one_line

# Why not: what the model thought of, and what ruled it out.
printf 'Microsoft verklagt Google. Angela Merkel war in Berlin.\n' >suit.txt
run explain --why-not suit.txt Google Microsoft --type supports
expect_status 0; expect_quiet
expect_out '[Microsoft] verklagt [Google].'
expect_out 'Microsoft → verklagt → Google: steht im Graphen'
expect_out 'Muster de:verklagen:sues:verb:subj>obj: sagt es'
expect_out 'unterstützt'; expect_out 'die eine Beziehung braucht'
run explain --why-not suit.txt Google Microsoft --type sues --labels en --format json
expect_status 0; expect_quiet
python3 - out <<'P' || fail 'probabilities and verdicts'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
(sentence,) = data["sentences"]
assert sentence["text"] == "Microsoft verklagt Google."
assert ("de:verklagen:sues:verb:subj>obj", "stated") in {(p["pattern"], p["outcome"]) for p in sentence["patterns"]}
relations = sentence["relations"]
assert [r["type"] for r in relations[:2]] == ["sues", "sues"] and len(relations) == 5
assert relations[0]["verdict"] == "accepted" and relations[0]["source_label"] == "Microsoft"
assert relations[0]["probability"] > relations[1]["probability"] < data["threshold"]
assert relations[1]["verdict"] == "improbable" and relations[1]["source_mention"]["text"] == "Google"
assert data["nearest"] is None
P
run explain --why-not suit.txt Google Niemand
expect_status 2; expect_one_line; expect_err 'no node "Niemand"'
run explain --why-not suit.txt Google Microsoft --type seus
expect_status 2; expect_one_line; expect_err "'sues'"
run explain --why-not suit.txt Google Microsoft --status planned
expect_status 2; expect_one_line
run explain --why-not missing.txt Google Microsoft
expect_status 3; expect_one_line
finish
