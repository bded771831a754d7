# SPDX-License-Identifier: Apache-2.0
# Reports in all formats, from articles and graphs, and what is refused.
. "$(dirname "$0")/common.sh"
graph=$source/graphs/koalition/graph.json
article=$source/graphs/stargate/article.txt

run report "$graph" -o report.html
expect_status 0; expect_file report.html; expect_err 'wrote report.html'
grep -q '<svg' report.html || fail 'the picture is in the page'
grep -q "default-src 'none'" report.html || fail 'a policy'
! grep -q '<script' report.html || fail 'no script'
run report "$graph" -o again.html --quiet
expect_status 0; expect_quiet; expect_same report.html again.html

run report "$graph" -o report.md
expect_status 0; expect_file report.md; expect_file report.svg
grep -q '](report.svg)' report.md || fail 'refers to the picture'
grep -q '^## Offene Fragen' report.md || fail 'in the language of the documents'
run report "$graph"
expect_status 0; expect_quiet; expect_out '## Wichtige Akteure'
case $out in *'<svg'* | *'.svg)'*) fail 'no picture on standard output' ;; esac
"$relgraph" report - <"$graph" >stdin.md 2>err || fail 'a graph on standard input'
cp out plain.md; expect_same stdin.md plain.md
run report "$graph" --labels en --top 1 --per-family 1 --title 'A *title*'
expect_status 0; expect_out '# A \*title\*'; expect_out 'more entries'; expect_out 'more pairs'
run report "$graph" --families roles
expect_status 0; expect_out 'Ämter und Posten'
case $out in *'### Haltung'*) fail 'only the family asked for' ;; esac
run report "$graph" -o beside.html --picture beside --quiet
expect_status 0; expect_file beside.svg; grep -q '<img src="beside.svg"' beside.html || fail 'an image'
run report "$graph" -o none.html --picture none --quiet
expect_status 0; ! grep -q '<svg' none.html || fail 'no picture'

run report "$graph" -o report.pdf
expect_status 0; expect_file report.pdf
run report "$graph" -o again.pdf
expect_status 0; expect_same report.pdf again.pdf
env TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 SOURCE_DATE_EPOCH=86400 "$relgraph" report "$graph" -o elsewhere.pdf -q || fail 'runs elsewhere'
expect_same report.pdf elsewhere.pdf
if command -v pdftotext >/dev/null; then
  shown=pdftotext
  pdftotext report.pdf text.txt
  for words in 'Streit um das Wassergesetz' 'In Kürze' 'Wichtige Akteure' 'Leonie Harkort' 'Offene Fragen' 'Seite 1 von'; do
    grep -q "$words" text.txt || fail "the text has '$words'"
  done
  pdfinfo report.pdf >info.txt
  grep -q '^Title: .*Wassergesetz' info.txt || fail 'a title'
  ! grep -q 'CreationDate' info.txt || fail 'no date'
  grep -q '^Page size: .*A4' info.txt || fail 'A4'
fi

cat >dull.json <<'J'
{"title": "not a graph", "links": {"nodes": [1]}}
J
run report dull.json "$graph" -o part3.md --picture none
expect_status 1; expect_err 'dull.json'; expect_file part3.md
run report dull.json
expect_status 3; expect_one_line; expect_err 'neither a graph'
run report "$article" "$graph" -o both.md --picture none --quiet
expect_status 0; grep -q '^# Wer mit wem: 2 Artikel' both.md || fail 'articles and graphs together'
run report "$graph" missing.json -o part.md --picture none
expect_status 1; expect_err 'missing.json'; expect_file part.md
run report "$graph" missing.txt -o part2.md --picture none
expect_status 1; expect_err 'missing.txt'; expect_file part2.md
printf '{"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "b"}]}' >broken.json
run report broken.json
expect_status 3; expect_one_line; expect_err 'broken.json'
run report missing.json
expect_status 3; expect_one_line
printf '{"nodes": [], "edges": []}' >empty.json
for ending in html md pdf; do
  run report empty.json -o "empty.$ending"
  expect_status 0; expect_file "empty.$ending"
done

run report "$graph" -o report.docx
expect_status 2; expect_one_line; expect_err '.html, .md and .pdf'; expect_no_file report.docx
run report "$graph" -o x.pdf --picture beside
expect_status 2; expect_one_line
run report "$graph" --picture beside
expect_status 2; expect_one_line
run report "$graph" -o x.html --focus nobody
expect_status 2; expect_no_file x.html
for ending in html md pdf; do
  run report "$graph" -o "no/such/folder/report.$ending"
  expect_status 4; expect_one_line
done
finish
