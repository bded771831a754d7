# SPDX-License-Identifier: Apache-2.0
# Positions that last, stories, groups and sizes.
. "$(dirname "$0")/common.sh"
graph=$source/graphs/stargate/graph.json

run render "$graph" -o one.svg --keep places.json
expect_status 0; expect_file one.svg; expect_file places.json
cp places.json first.json
run render "$graph" -o two.svg --keep places.json --quiet
expect_status 0; expect_quiet; expect_same one.svg two.svg; expect_same first.json places.json
python3 - places.json "$graph" <<'P' || fail 'the format that is documented'
import json, sys
data = json.load(open(sys.argv[1], encoding="utf-8"))
nodes = {node["id"] for node in json.load(open(sys.argv[2], encoding="utf-8"))["nodes"]}
assert set(data) == {"relgraph", "nodes", "lines"} and data["relgraph"] == "positions"
assert len(data["nodes"]) > 15 and set(data["nodes"]) <= nodes
assert list(data["nodes"]) == sorted(data["nodes"])
assert all(len(place) == 2 for place in data["nodes"].values())
P
# a part of the graph, then all of it: what was there does not move by itself
run render "$graph" -o part.svg --keep grown.json --exclude 'Elon Musk,Texas'
expect_status 0; cp grown.json before.json
run render "$graph" -o all.svg --keep grown.json
expect_status 0
python3 - before.json grown.json <<'P' || fail 'kept nodes keep their directions from each other'
import json, math, sys
before, after = (json.load(open(name, encoding="utf-8"))["nodes"] for name in sys.argv[1:])
assert set(before) < set(after), sorted(set(before) - set(after))
kept = sorted(before)
span = max(math.dist(after[a], after[b]) for a in after for b in after)
for a in kept:
    for b in kept:
        old = [x - y for x, y in zip(before[a], before[b])]
        new = [x - y for x, y in zip(after[a], after[b])]
        assert math.dist(old, new) < 0.3 * span, (a, b)
P
for bad in '' '{' 'null' '{"nodes": {}}' '{"relgraph": "positions", "nodes": {"a": [NaN, 1]}}' \
  '{"relgraph": "positions", "nodes": {"a": [1]}}' '{"relgraph": "positions", "nodes": {"a": [1e400, 1]}}'; do
  printf '%s' "$bad" >bad.json
  cp bad.json kept.json
  run render "$graph" -o bad.svg --keep bad.json
  expect_status 3; expect_one_line; expect_err bad.json; expect_same bad.json kept.json; expect_no_file bad.svg
done
mkdir folder
run render "$graph" -o bad.svg --keep folder
expect_status 3; expect_one_line
run render "$graph" -o bad.xyz --keep new.json
expect_status 2; expect_one_line; expect_no_file new.json
run render "$graph" -o bad.svg --keep missing/new.json
expect_status 4; expect_one_line
run render "$graph" -o bad2.svg --keep new.json --group-by type
expect_status 2; expect_one_line; expect_no_file new.json

run render "$graph" -o story.svg --story "$source/graphs/stargate/story.toml"
expect_status 0; expect_err 'wrote story-1.svg to story-4.svg'
for i in 1 2 3 4; do expect_file "story-$i.svg"; grep -q 'opacity="' "story-$i.svg" || fail "something is pale in $i"; done
expect_no_file story.svg; expect_no_file story-5.svg; expect_no_file story-1.svg.new
[ "$(for i in 1 2 3 4; do grep -o 'viewBox="[^"]*"' "story-$i.svg"; done | sort -u | wc -l)" -eq 1 ] || fail 'one size'
grep -q 'Es ist auch ein Streit zwischen Musk und Altman' story-3.svg || fail 'a caption'
if command -v xmllint >/dev/null; then xmllint --noout story-?.svg || fail 'well-formed'; fi
printf '[[step]]\ncaption = "a"\n\n[[step]]\ncaption = "b"\nshow = ["Elon Mask"]\n' >wrong.toml
run render "$graph" -o wrong.svg --story wrong.toml
expect_status 2; expect_one_line; expect_err 'wrong.toml:4'; expect_err 'step 2'; expect_err 'Elon Musk'
expect_no_file wrong-1.svg
printf '[[step]]\ncaption = ' >wrong.toml
run render "$graph" -o wrong.svg --story wrong.toml
expect_status 3; expect_one_line; expect_err 'wrong.toml:2'
run render "$graph" -o wrong.svg --story missing.toml
expect_status 3; expect_one_line
run render "$graph" --story "$source/graphs/stargate/story.toml"
expect_status 2; expect_one_line; expect_err .svg
mkdir none-2.svg
run render "$graph" -o none.svg --story "$source/graphs/stargate/story.toml"
expect_status 4; expect_one_line; expect_no_file none-1.svg; expect_no_file none-1.svg.new

for by in type community family; do
  run render "$graph" -o "$by.svg" --group-by "$by"
  expect_status 0; grep -q 'class="ga"' "$by.svg" || fail 'areas'
done
grep -q 'Um Elon Musk' community.svg || fail 'a community has the name of its centre'
grep -q 'Personen' type.svg || fail 'types have headings'
run render "$graph" -o none.svg --group-by none
expect_status 0; expect_same none.svg "$source/graphs/stargate/diagram.svg"
run render "$graph" -o bad.svg --group-by communty
expect_status 2; expect_one_line; expect_err communty
run communities "$graph" --method camps --annotate camps.json --format json
run render camps.json -o camps.svg --group-by camp
expect_status 0; grep -q 'class="ga"' camps.svg || fail 'areas by attribute'

run render "$graph" -o size.svg --size-by pagerank
expect_status 0; grep -q 'Größe: PageRank' size.svg || fail 'the legend says what sizes mean'
run rank "$graph" --by betweenness --annotate ranked.json --format json
run render ranked.json -o ranked.svg --size-by betweenness
expect_status 0; grep -q 'Betweenness' ranked.svg || fail 'sizes from values at the nodes'
run render "$graph" -o ranked2.svg --size-by betweenness
expect_status 0
[ "$(grep -c 'font-size="17"' ranked.svg)" -eq "$(grep -c 'font-size="17"' ranked2.svg)" ] || fail 'the same values'
run render "$graph" -o bad.svg --size-by size
expect_status 2; expect_one_line; expect_err pagerank

run diagram "$source/graphs/stargate/article.txt" -o d.svg --keep d.json --size-by degree --labels en
expect_status 0; expect_file d.json; grep -q 'Size: number of ties' d.svg || fail 'English legend'
finish
