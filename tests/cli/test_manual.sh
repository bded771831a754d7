# SPDX-License-Identifier: Apache-2.0
# The manual page and the completions know every command and every option.
. "$(dirname "$0")/common.sh"
manual=$source/docs/relgraph.1
commands=$("$relgraph" --help | sed -n '/^Commands:/,/^$/p' | awk '/^  /{print $1}')
[ "$(wc -w <<<"$commands")" -eq 20 ] || { shown=help status=0 out=$commands err=; fail 'twenty commands'; }
for command in $commands; do
  run "$command" --help
  grep -q "^\.Ss $command$" "$manual" || grep -q "^\.It Cm $command\b" "$manual" || fail "the manual lacks $command"
  for option in $(grep -oE '(^|[ ,])--[a-z-]+' out | tr -d ' ,' | sort -u); do
    grep -qF -- "Fl \\-${option#--}" "$manual" || grep -qF -- "Fl -${option#--}" "$manual" || fail "the manual lacks $option of $command"
  done
done
if command -v man >/dev/null; then
  man --warnings -l "$manual" >/dev/null 2>err || fail 'man reads it'
  shown='man' err=$(cat err); [ -z "$err" ] || fail 'man warns'
fi
for shell in bash zsh fish; do
  run completion "$shell"
  expect_status 0; expect_quiet
  cp out "script.$shell"
  for command in $commands; do grep -q "\b$command\b" "script.$shell" || fail "$shell lacks $command"; done
  if command -v "$shell" >/dev/null; then "$shell" -n "script.$shell" || fail "$shell does not parse it"; fi
done
complete_with() {
  bash -c '. ./script.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _relgraph; printf "%s\n" "${COMPREPLY[@]}"' - "$@"
}
shown=completion
complete_with relgraph ra | grep -x rank >/dev/null || fail 'ra completes to rank'
complete_with relgraph rank --fo | grep -x -- --format >/dev/null || fail 'an option completes'
complete_with relgraph rank --format m | grep -x markdown >/dev/null || fail 'a value completes'
finish
