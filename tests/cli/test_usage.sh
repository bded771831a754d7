# SPDX-License-Identifier: Apache-2.0
# Help, version, wrong calls.
. "$(dirname "$0")/common.sh"
commands='diagram build render rank query merge types analyze completion'

run --help
expect_status 0; expect_quiet; expect_out 'Examples:'; expect_out 'Usage: relgraph'
for command in $commands; do expect_out "  $command "; done
for command in $commands; do
  run "$command" --help
  expect_status 0; expect_quiet; expect_out 'Examples:'; expect_out "Usage: relgraph $command"
  # Examples come before options.
  [ "$(grep -n '^Examples:' out | cut -d: -f1)" -lt "$(grep -n '^Usage:' out | cut -d: -f1)" ] || fail 'examples first'
done
run --version
expect_status 0; expect_out 'relgraph 0.'

run
expect_status 2; expect_one_line; expect_err '--help'
run frobnicate
expect_status 2; expect_one_line
run rank
expect_status 2; expect_one_line; expect_err "relgraph rank --help"
run rank graph.json --no-such-option
expect_status 2; expect_one_line; expect_err '--no-such-option'
run rank graph.json --by nonsense
expect_status 2; expect_one_line; expect_err 'nonsense'
run rank graph.json --format xml
expect_status 2; expect_one_line
run build a.txt --language fr
expect_status 2; expect_one_line
run types --threads 0
expect_status 2; expect_one_line
finish
