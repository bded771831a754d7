# SPDX-License-Identifier: Apache-2.0
# graphs/ holds what the program makes of its articles today.
. "$(dirname "$0")/common.sh"
"$source/scripts/examples" "$relgraph" "$work/graphs" "$work/gallery" >out 2>err || { status=1 out= err=$(cat err) shown=scripts/examples; fail 'runs'; }
for file in graphs/*/*; do
  shown=$file status=0 out= err=
  cmp -s "$file" "$source/$file" || fail 'is not current: run scripts/examples'
done
[ "$(find graphs -type f | wc -l)" -eq 8 ] || fail 'four graphs, four pictures'
for file in "$source"/docs/gallery/*.png; do
  shown=$file
  [ -s "gallery/$(basename "$file")" ] || fail 'is made by scripts/examples'
  [ "$(stat -c %s "$file")" -le 100000 ] || fail 'is larger than 100 kB'
done
[ "$(find gallery -type f | wc -l)" -eq "$(find "$source/docs/gallery" -type f | wc -l)" ] || fail 'one picture for each theme'
finish
