# SPDX-License-Identifier: Apache-2.0
# graphs/ holds what the program makes of its articles today.
. "$(dirname "$0")/common.sh"
"$source/scripts/examples" "$relgraph" "$work/graphs" >out 2>err || { status=1 out= err=$(cat err) shown=scripts/examples; fail 'runs'; }
for file in graphs/*/*; do
  shown=$file status=0 out= err=
  cmp -s "$file" "$source/$file" || fail 'is not current: run scripts/examples'
done
[ "$(find graphs -type f | wc -l)" -eq 8 ] || fail 'four graphs, four pictures'
finish
