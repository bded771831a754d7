# SPDX-License-Identifier: Apache-2.0
# Shared by the scripts beside it; to be sourced. Each step is quiet and writes to a log; the one that
# fails says so in one line, shows the end of its log and ends the script.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log_dir=$root/build/log
mkdir -p "$log_dir"
export LC_ALL=C.UTF-8

# step NAME COMMAND...
step() {
  local name=$1 log status=0
  log=$log_dir/${name// /-}.log
  shift
  printf '%s … ' "$name"
  local start=$SECONDS
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    printf 'failed\n'
    tail -n 40 "$log" >&2
    printf 'FAILED: %s (status %s); the whole log: %s\n' "$name" "$status" "${log#"$root"/}" >&2
    exit 1
  fi
  printf 'ok (%s s)\n' "$((SECONDS - start))"
}

# missing_packages KIND...: packages of these kinds (column 2 of packages.txt) that are not installed
missing_packages() {
  local package kind
  while read -r package kind; do
    case " $* " in *" $kind "*) ;; *) continue ;; esac
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
  done < <(grep -v '^#' "$root/scripts/packages.txt")
}

# install_packages KIND...: needs apt; as root, or by sudo
install_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    printf 'FAILED: these Debian packages are missing and there is no apt-get: %s\n' "${missing[*]}" >&2
    exit 1
  fi
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      printf 'FAILED: run as root, or install: %s\n' "${missing[*]}" >&2
      exit 1
    }
    sudo=(sudo)
    sudo -v # asks for the password here, where it can be seen
  fi
  step 'update package lists' "${sudo[@]}" apt-get update -q
  step "install ${#missing[@]} packages" \
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# build PRESET: configures and builds; nothing to do is quick
build() {
  cd "$root"
  step "configure $1" cmake --preset "$1"
  step "build $1" cmake --build --preset "$1"
}
