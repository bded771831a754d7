# SPDX-License-Identifier: Apache-2.0
# Sourced by every case: $relgraph, $source, a fresh folder as working directory, and the checks.
set -uo pipefail
relgraph=$1
source=$2
work=$(mktemp -d)
trap 'chmod -R u+rwX "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 99
export LC_ALL=C.UTF-8 NO_COLOR=1
failures=0

# run ARGS...: leaves status, out and err
run() {
  "$relgraph" "$@" >out 2>err </dev/null
  status=$?
  out=$(tr -d '\0' <out)
  err=$(cat err)
  shown="relgraph $*"
}

fail() {
  printf 'FAIL: %s\n  %s\n  status %s\n  out: %.300s\n  err: %.600s\n' "$shown" "$1" "$status" "$out" "$err"
  failures=$((failures + 1))
}

expect_status() { [ "$status" -eq "$1" ] || fail "expected status $1"; }
expect_out() { case $out in *"$1"*) ;; *) fail "expected on stdout: $1" ;; esac; }
expect_err() { case $err in *"$1"*) ;; *) fail "expected on stderr: $1" ;; esac; }
expect_quiet() { [ -z "$err" ] || fail 'expected nothing on stderr'; }
expect_one_line() { [ "$(wc -l <err)" -eq 1 ] || fail 'expected one line on stderr'; }
expect_file() { [ -s "$1" ] || fail "expected the file $1"; }
expect_no_file() { [ ! -e "$1" ] || fail "expected no file $1"; }
expect_same() { cmp -s "$1" "$2" || fail "expected $1 and $2 to be the same"; }

finish() {
  [ "$failures" -eq 0 ] || exit 1
}
