# SPDX-License-Identifier: Apache-2.0
# What must not hurt: one clear line, the documented status, nothing half-written.
. "$(dirname "$0")/common.sh"
printf 'Elon Musk kritisiert Sam Altman. Die Firma Tesla AG hat OpenAI verklagt.\n' >good.txt
: >empty.txt
head -c 5000 /dev/urandom >junk.txt
printf 'Der Verk\303' >half.txt
bad() { expect_status 3; expect_one_line; expect_err "$1"; expect_no_file out.json; expect_no_file out.svg; }

for command in build diagram; do
  out=out.json
  [ "$command" = build ] || out=out.svg
  run "$command" empty.txt -o "$out"; bad empty.txt
  run "$command" junk.txt -o "$out"; bad junk.txt
  run "$command" missing.txt -o "$out"; bad missing.txt
done
run build half.txt -o half.json
[ "$status" -eq 0 ] || [ "$status" -eq 3 ] || fail 'half a character is read or refused'
mkdir nothing && run build nothing -o out.json; bad article

# With several inputs the good ones come out.
run build good.txt empty.txt missing.txt -o some.json
expect_status 1; expect_file some.json; expect_err empty.txt; expect_err missing.txt
[ "$(wc -l <err)" -eq 2 ] || fail 'one line for each bad input'
run build good.txt empty.txt --per-document each
expect_status 1; expect_file each/good.json; expect_no_file each/empty.json
printf '{"id":"x","text":"Angela Merkel lobt die SPD."}\n{"id":"y"\n{"id":"../../z","text":"Angela Merkel kritisiert die SPD."}\n' >lines.jsonl
run build lines.jsonl --per-document lines
expect_status 1; expect_one_line; expect_err 'lines.jsonl:2'; expect_file lines/x.json
[ "$(find . -name '*z.json' | wc -l)" -eq 1 ] && [ "$(find lines -name '*z.json' | wc -l)" -eq 1 ] || fail 'no way out of the folder'

# Folders with links in circles.
mkdir -p circle/inner && cp good.txt circle/inner && ln -s .. circle/inner/up && ln -s ../circle circle/self
run build circle -o circle.json
expect_status 0; expect_file circle.json
run build good.txt -o plain.json
[ "$(grep -c '"sha256"' circle.json)" -eq 1 ] || fail 'the article once'

# Outputs that cannot be written.
run build good.txt -o no/such/folder/out.json
expect_status 4; expect_one_line; expect_err 'no/such/folder/out.json'
mkdir taken && run build good.txt -o taken
expect_status 4; expect_one_line
if [ -c /dev/full ]; then
  run build good.txt -o /dev/full
  expect_status 4; expect_one_line; expect_err 'No space left'
  "$relgraph" build good.txt >/dev/full 2>err; status=$?; err=$(cat err)
  expect_status 4; expect_err 'No space left'
fi
if [ "$(id -u)" -ne 0 ]; then
  cp good.txt secret.txt && chmod 000 secret.txt
  run build secret.txt -o out.json; bad secret.txt
  mkdir locked && chmod 500 locked
  run build good.txt -o locked/out.json
  expect_status 4; expect_one_line
fi
[ -z "$(find . -name '*.json.??????')" ] || fail 'no temporary file is left'

# Trained weights that are missing, cut, or of something else.
head -c 1000 "$source/models/relgraph-de-en.relations" >cut.relations
for file in missing.relations cut.relations "$source/models/relgraph-de-en.model"; do
  RELGRAPH_RELATIONS=$file run build good.txt -o out.json; bad RELGRAPH_RELATIONS
done

# Deep HTML, one long line.
python3 -c 'print("<html><body>" + "<div>" * 100000 + "Angela Merkel lobt die SPD." + "</div>" * 100000)' >deep.html
run build deep.html -o deep.json
[ "$status" -eq 0 ] || { [ "$status" -eq 3 ] && expect_one_line; } || fail 'deep HTML is read or refused'

# Another language: a clear warning, no garbage.
printf "Le président de la République a annoncé que le gouvernement allait présenter une nouvelle loi devant l'Assemblée nationale. Les ministres sont très inquiets de cette situation.\n" >french.txt
run build french.txt -o french.json
expect_one_line; expect_err 'french'

# Graph files that are none.
graph_bad() { expect_status 3; expect_one_line; expect_err "$1"; expect_no_file out.svg; }
printf '{"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "nowhere"}]}' >nowhere.json
run render nowhere.json -o out.svg; graph_bad 'nowhere'
printf '{"nodes": [\n{"id": "a"},,]}' >comma.json
run render comma.json -o out.svg; graph_bad 'comma.json:2'
printf '{"nodes": [{"id": "a"' >cut.json
run rank cut.json; graph_bad cut.json
python3 -c 'print("[" * 200000 + "]" * 200000)' >deep.json
run rank deep.json; graph_bad deep.json
run rank empty.txt; graph_bad empty.txt
run rank junk.txt; graph_bad junk.txt
run rank .; graph_bad folder
finish
