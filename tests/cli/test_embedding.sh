# SPDX-License-Identifier: Apache-2.0
# docs/embedding.md: its examples run, and the pages that come out are whole.
. "$(dirname "$0")/common.sh"
mkdir bin && ln -s "$relgraph" bin/relgraph && PATH=$work/bin:$PATH
cp "$source/graphs/stargate/graph.json" .
status=0 out= err=

# blocks: each fenced example as block-NUMBER.LANGUAGE
python3 - "$source/docs/embedding.md" <<'P'
import re, sys
text = open(sys.argv[1], encoding="utf-8").read()
for number, found in enumerate(re.finditer(r"^(`{3,})(\w+)\n(.*?)^\1$", text, re.M | re.S)):
    with open(f"block-{number}.{found[2]}", "w", encoding="utf-8") as out:
        out.write(found[3])
P
shown='the examples'
for language in sh html markdown latex; do
  compgen -G "block-*.$language" >/dev/null || fail "there is one of $language"
done

for block in $(printf '%s\n' block-*.sh | sort -V); do
  shown=$block
  bash -euo pipefail "$block" >out 2>err || { err=$(cat err); fail 'it runs'; }
  grep -q 'pt high' err && { err=$(cat err); fail 'text is large enough'; }
done
for file in network.svg network.pdf network.png page.html; do expect_file "$file"; done

# Whatever file an example names is there.
shown='names of files'
for name in $(cat block-* | grep -oE '\b[a-z]+\.(svg|pdf|png|html|json)\b' | sort -u); do
  [ -s "$name" ] || fail "no example makes $name"
done

shown='page.html'
xmllint --noout --nonet page.html 2>err || { err=$(cat err); fail 'the page is well-formed'; }
python3 - page.html <<'P' || fail 'two pictures in one page'
import collections, re, sys
import xml.etree.ElementTree as ET
root = ET.parse(sys.argv[1]).getroot()
svg = "{http://www.w3.org/2000/svg}"
pictures = root.findall(f".//{svg}svg")
assert [p.get("id") for p in pictures] == ["all", "openai"], pictures
count = collections.Counter(e.get("id") for e in root.iter() if e.get("id"))
assert len(count) > 30 and max(count.values()) == 1, count.most_common(3)
for picture in pictures:
    own = {e.get("id") for e in picture.iter() if e.get("id")}
    links = [v[1:] for e in picture.iter() for k, v in e.attrib.items() if k.endswith("href")]
    links += picture.get("aria-labelledby").split()
    assert links and own.issuperset(links), set(links) - own
    for rule in re.findall(r"[{}]\s*([^{}@]+)\{", picture.find(f"{svg}style").text):
        assert rule.startswith("#" + picture.get("id") + " "), rule
# the style sheet of the page reaches something
openai = pictures[1]
assert any("neg" in e.get("class", "").split() for e in openai.iter())
P
for block in block-*.html; do
  shown=$block
  xmllint --noout --nonet "$block" 2>err || { err=$(cat err); fail 'well-formed'; }
  grep -q ' alt="[^"]' "$block" || fail 'an alternative text'
done

for block in block-*.markdown; do
  shown=$block
  cmark "$block" >html || fail 'Markdown'
  grep -q '<img src="network\.svg" alt="[^"]' html || grep -q 'include_graphics' html || fail 'a picture with an alternative text'
done

shown=LaTeX
if command -v pdflatex >/dev/null; then
  for block in block-*.latex; do
    pdflatex -interaction=nonstopmode -halt-on-error "$block" >out 2>&1 || { out=$(tail -n 20 out); fail 'LaTeX takes it'; }
    pdftotext "${block%.latex}.pdf" text && grep -q OpenAI text || fail 'the picture with its text is in the document'
  done
else
  printf 'pdflatex is not installed: the LaTeX example is not run\n'
fi
finish
