# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/common.sh"
run types
expect_status 0; expect_quiet; expect_out 'criticizes'; expect_out 'kritisiert'
[ "$(wc -l <out)" -eq 43 ] || fail 'a heading and 42 types'
run types --format json
expect_status 0; expect_quiet
python3 - out <<'P' || fail 'the JSON says what the contract says'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
assert len(data["types"]) == 42, len(data["types"])
families = {f["id"] for f in data["families"]}
for t in data["types"]:
    assert t["family"] in families and t["polarity"] in (-1, 0, 1) and isinstance(t["symmetric"], bool)
    assert t["label"]["de"] and t["label"]["en"] and t["inverse"]["de"] and t["meaning"]["en"]
    assert t["ftm"] and {"wikidata", "plover"} <= t.keys()
symmetric = {t["id"] for t in data["types"] if t["symmetric"]}
assert symmetric == {"conflicts_with", "competes_with", "partners_with", "negotiates_with", "meets",
                     "merges_with", "family_of", "allied_with"}, symmetric
P
python3 "$source/scripts/relations.py" <out >relations.md || fail 'the catalogue can be made'
cmp -s relations.md "$source/docs/relations.md" || fail 'docs/relations.md is current (scripts/relations.py makes it)'
run types --format csv
expect_status 0; expect_out 'type,family,polarity'
run types --format markdown
expect_status 0; expect_out '| type | family |'
finish
