#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run_peer.sh ENVIRONMENT SCRIPT ARGUMENTS...: runs a peer test, or says that it is skipped (status 77)
# because scripts/peers.sh could not install what it needs. JavaScript environments are told to the script by
# PEER_PACKAGES.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
peer=$here/../../build/peers/$1
list=$here/requirements-$1.txt
python=$peer/bin/python
if [[ -e $here/package-$1.json ]]; then
  list=$here/package-$1.json
  python=${PYTHON:-python3}
  export PEER_PACKAGES=$peer/node_modules
fi
if ! cmp -s "$list" "$peer/stamp"; then
  printf 'skipped: %s is not installed; scripts/peers.sh says why\n' "$1"
  exit 77
fi
shift
PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 exec "$python" "$@"
