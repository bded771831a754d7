# SPDX-License-Identifier: Apache-2.0
# Pictures as files: every ending, sizes, themes of one's own, and what other programs say of them.
. "$(dirname "$0")/common.sh"
graph=$source/graphs/stargate/graph.json

# pixels FILE: "WIDTH HEIGHT DOTS_PER_METRE" of a PNG
pixels() {
  python3 - "$1" <<'P'
import struct, sys
data = open(sys.argv[1], "rb").read()
assert data[:8] == b"\x89PNG\r\n\x1a\n" and data[37:41] == b"pHYs", data[:60]
print(*struct.unpack(">II", data[16:24]), struct.unpack(">I", data[41:45])[0])
P
}
expect_equal() { [ "$1" = "$2" ] || fail "expected '$2', got '$1'"; }

# every ending, twice
for ending in svg png pdf dot gv SVG; do
  run render "$graph" -o "one.$ending"
  expect_status 0; expect_one_line; expect_err "wrote one.$ending"; expect_file "one.$ending"
  run render "$graph" -o "two.$ending" --quiet
  expect_status 0; expect_quiet; expect_same "one.$ending" "two.$ending"
done
SOURCE_DATE_EPOCH=1 "$relgraph" render --quiet "$graph" -o epoch.pdf || fail 'the clock of a build'
expect_same one.pdf epoch.pdf
expect_same one.svg one.SVG
run render "$graph" -o picture.jpeg
expect_status 2; expect_one_line; expect_err "'.jpeg'"; expect_err '.svg, .png, .pdf'; expect_no_file picture.jpeg
run render "$graph" -o picture
expect_status 0; expect_file picture; grep -q '<svg' picture || fail 'without an ending a picture is an SVG'
run diagram "$source/graphs/merger/article.md" -o picture.gif --graph half.json
expect_status 2; expect_one_line; expect_err "'.gif'"; expect_no_file picture.gif; expect_no_file half.json
for ending in png pdf; do
  run render "$graph" -o "nowhere/x.$ending"
  expect_status 4; expect_one_line
done
run diagram "$source/graphs/merger/article.md" -o merger.pdf --graph merger.json
expect_status 0; expect_file merger.pdf; expect_file merger.json

# sizes
run render "$graph" -o wide.svg --width 170mm --id-prefix p
expect_status 0; expect_one_line
grep -q '<svg [^>]* width="170mm" height="[0-9.]*mm" viewBox="0 0 ' wide.svg || fail 'the attributes of the SVG'
run render "$graph" -o wide.pdf --width 170mm
expect_status 0
page=$(pdfinfo wide.pdf | sed -n 's/^Page size: *\([0-9.]*\) x.*/\1/p')
python3 -c "assert abs($page - 170 / 25.4 * 72) < 0.1" || fail "a page of 170 mm, not $page pt"
expect_equal "$(pdfinfo wide.pdf | sed -n 's/^Pages: *//p')" 1
run render "$graph" -o wide.png --width 10in --dpi 150
expect_status 0
expect_equal "$(pixels wide.png | cut -d' ' -f1,3)" '1500 5906'
run render "$graph" -o narrow.svg --width 40mm
expect_status 0; expect_err 'pt high; draw fewer actors or a wider picture'
run render "$graph" -o huge.png --width 5000mm --dpi 600
expect_status 2; expect_one_line; expect_err 'pixels'; expect_err '--dpi'; expect_no_file huge.png
for width in 0mm -3cm 85 mm 8,5cm 201in 1e9px; do
  run render "$graph" -o bad.svg --width "$width"
  if [ "$width" = 85 ]; then expect_status 0; else expect_status 2; expect_one_line; expect_no_file bad.svg; fi
  rm -f bad.svg
done
run render "$graph" -o bad.png --dpi 5
expect_status 2; expect_one_line; expect_no_file bad.png

# what stands in a PDF: text, a title, no date
pdftotext -layout one.pdf text || fail 'pdftotext reads it'
for word in OpenAI Microsoft Stargate; do grep -q "$word" text || fail "the PDF lacks the text $word"; done
pdfinfo one.pdf >info
grep -q '^Title: *[^ ]' info || fail 'a title'
grep -q 'Date' info && fail 'a date'
pdfimages -list one.pdf | tail -n +3 | grep -q . && fail 'a picture in the PDF is not of vectors'
# the title and hostile text
run render "$graph" -o title.pdf --title '</text>(x) \ „Ü“ 😀'
expect_status 0
pdfinfo title.pdf | grep -qF '</text>(x) \ „Ü“ 😀' || fail 'any title is the title of the PDF'

# text keeps to its boxes where the machine has none but wide fonts
dejavu=$(fc-list 2>/dev/null | sed -n 's|/DejaVuSans\.ttf:.*||p' | head -1)
if [ -n "$dejavu" ]; then
  cat >fonts.conf <<F
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$dejavu</dir><cachedir>$work/fonts</cachedir></fontconfig>
F
  FONTCONFIG_FILE=$work/fonts.conf "$relgraph" render --quiet "$graph" -o dejavu.pdf || fail 'other fonts'
  pdffonts dejavu.pdf | grep -q DejaVu || fail 'the test does not test'
  pdftotext -bbox one.pdf usual.html && pdftotext -bbox dejavu.pdf dejavu.html
  python3 - usual.html dejavu.html <<'P' || fail 'text is as wide as its room, whatever the font'
import re, sys
def words(path):
    found = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>(.*?)</word>', open(path, encoding="utf-8").read())
    return sorted((text, float(right) - float(left)) for left, right, text in found if len(text) > 3)
usual, other = words(sys.argv[1]), words(sys.argv[2])
assert len(usual) > 30 and [w for w, _ in usual] == [w for w, _ in other], (usual, other)
wide = [(w, a, b) for (w, a), (_, b) in zip(usual, other) if b > a * 1.12 + 1]
assert not wide, wide
assert sum(b for _, b in other) < 1.03 * sum(a for _, a in usual)
P
fi

# themes
for theme in default dark print high-contrast mono; do
  run render "$graph" -o "$theme.svg" --theme "$theme"
  expect_status 0; expect_one_line
done
cat >house.toml <<'T'
base = "print"
font = "Source Sans 3"
[light]
positive = "#005a9c"
T
run render "$graph" -o house.svg --theme house.toml
expect_status 0; expect_one_line
grep -q 'font-family="Source Sans 3, Liberation Sans' house.svg || fail 'its font'
grep -q '#005a9c' house.svg || fail 'its colour'
mkdir -p folder && cp house.toml folder/house
run render "$graph" -o again.svg --theme ./folder/house
expect_status 0; expect_one_line
printf '[light]\ntext = "#bbbbbb"\n' >pale.toml
run render "$graph" -o pale.svg --theme pale.toml
expect_status 0; expect_err 'pale.toml'; expect_err "'text' on 'background'"; expect_err 'less than 4.5:1'; expect_file pale.svg
printf 'base = "print"\n[light]\ntxt = "#000000"\n' >bad.toml
run render "$graph" -o bad.svg --theme bad.toml
expect_status 3; expect_one_line; expect_err 'bad.toml:3'; expect_err 'light.txt'; expect_no_file bad.svg
run render "$graph" -o bad.svg --theme missing.toml
expect_status 3; expect_one_line; expect_err 'missing.toml'; expect_no_file bad.svg
: >empty.toml
run render "$graph" -o empty.svg --theme empty.toml
expect_status 0; expect_one_line; expect_file empty.svg
printf '\377\376\000[[' >noise.toml
run render "$graph" -o bad.svg --theme noise.toml
expect_status 3; expect_one_line; expect_no_file bad.svg
run render "$graph" -o bad.svg --theme nothing
expect_status 2; expect_one_line; expect_err 'high-contrast'
# the example of docs/themes.md
sed -n '/^```toml$/,/^```$/p' "$source/docs/themes.md" | sed '1d;$d' >example.toml
run render "$graph" -o example.svg --theme example.toml
expect_status 0; expect_one_line; expect_file example.svg

# SVG 1.1 by its own grammar, and a program that draws it: examples and hostile text
python3 - <<'P'
import json
texts = ["</text><script>alert(1)</script>", "\"/><a href='javascript:1'>\" onload=\"x", "]]> --> <!-- <![CDATA[ &amp; &nbsp;",
         "nul\0and\x01\x1f", "\ufffe\uffff", "\u202eأبجد\u202c", "😀👩‍👩‍👧🇺🇸", "x" * 10000, " " * 10000, "{1} {2} %n \\N"]
for number, text in enumerate(texts):
    nodes = [{"id": f"{text[:50]}{i}", "label": f"{text}{i}", "type": text[:50] if i == 1 else "person", "aliases": [text]} for i in range(3)]
    edges = [{"source": nodes[0]["id"], "target": nodes[1]["id"], "key": 0, "type": "criticizes", "status": "reported", "role": text,
              "evidence": [{"document": "d", "begin": 0, "end": 1, "text": text, "speaker": nodes[2]["id"]}]},
             {"source": nodes[1]["id"], "target": nodes[2]["id"], "key": 0, "type": text[:40] or "x"}]
    graph = {"format": "relgraph/1", "documents": [{"id": "d", "title": text, "date": text, "source": text, "language": "en"}]}
    json.dump({"directed": True, "multigraph": True, "graph": graph, "nodes": nodes, "edges": edges}, open(f"hostile{number}.json", "w"))
P
for number in 0 1 2 3 4 5 6 7 8 9; do
  for ending in svg png pdf; do
    run render "hostile$number.json" -o "hostile$number.$ending" --engine neato --id-prefix "$number\"<" --width 10cm
    expect_status 0; expect_file "hostile$number.$ending"
  done
done
for svg in *.svg "$source"/graphs/*/diagram.svg; do
  shown=$svg status=0 out= err=
  xmllint --nonet --noout --dtdvalid "$source/tests/render/svg11.dtd" "$svg" 2>err || { err=$(cat err); fail 'SVG 1.1'; }
  rsvg-convert --width 400 --keep-aspect-ratio "$svg" -o drawn.png || fail 'rsvg-convert draws it'
  [ "$(stat -c %s drawn.png)" -gt 1000 ] || fail 'there is something in it'
done
shown='a wrong SVG' status=0 out= err=
sed 's/<g /<g wrong="1" /' one.svg | xmllint --nonet --noout --dtdvalid "$source/tests/render/svg11.dtd" - 2>err && fail 'the grammar finds faults'
finish
