#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the programs that the peer tests compare with, each version in a folder of its own below
# build/peers; quick if they are there. Without Python or the network it says so and ends well: the tests
# that need them are then reported as skipped. RELGRAPH_ALL_PEERS=1 installs the large ones, too.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
python=${PYTHON:-python3}
target=$root/build/peers
lists=$root/tests/peers

skip() {
  printf 'peers: %s; the tests that need them will be skipped\n' "$1" >&2
  exit 0
}

command -v "$python" >/dev/null || skip 'there is no python3'
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || skip 'Python 3.11 or newer is needed'
"$python" -c 'import venv, ensurepip' 2>/dev/null || skip 'the package python3-venv is missing'
mkdir -p "$target"
exec 9>"$target/lock"
flock 9 # two test runs at once must not install into one folder

for list in "$lists"/requirements-*.txt; do
  name=$(basename "$list" .txt)
  name=${name#requirements-}
  # A database and a browser's libraries are large: only where they are asked for.
  [ "$name" != cypher ] || [ -n "${RELGRAPH_ALL_PEERS:-}" ] || continue
  # The stamp is the list it was made from, so a new pin installs anew.
  cmp -s "$list" "$target/$name/stamp" && continue
  rm -rf "${target:?}/$name"
  "$python" -m venv "$target/$name" || skip 'no virtual environment could be made'
  "$target/$name/bin/python" -m pip install --quiet --disable-pip-version-check --timeout 20 --retries 1 \
    --requirement "$list" || skip "the packages of $name could not be fetched"
  cp "$list" "$target/$name/stamp"
done

# Node.js is one more language that may be missing; what needs it is skipped then.
[ -n "${RELGRAPH_ALL_PEERS:-}" ] || exit 0
for list in "$lists"/package-*.json; do
  name=$(basename "$list" .json)
  name=${name#package-}
  cmp -s "$list" "$target/$name/stamp" && continue
  command -v npm >/dev/null || skip 'there is no npm'
  rm -rf "${target:?}/$name"
  mkdir -p "$target/$name"
  cp "$list" "$target/$name/package.json"
  npm install --prefix "$target/$name" --silent --ignore-scripts --no-audit --no-fund --no-package-lock >/dev/null ||
    skip "the packages of $name could not be fetched"
  cp "$list" "$target/$name/stamp"
done
