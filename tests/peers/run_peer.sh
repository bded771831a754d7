#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run_peer.sh ENVIRONMENT SCRIPT ARGUMENTS...: runs a peer test, or says that it is skipped (status 77)
# because scripts/peers.sh could not install what it needs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peer=$here/../../build/peers/$1
if ! cmp -s "$here/requirements-$1.txt" "$peer/stamp"; then
  printf 'skipped: %s is not installed; scripts/peers.sh says why\n' "$1"
  exit 77
fi
shift
PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 exec "$peer/bin/python" "$@"
