#!/bin/sh
# Runs specs under LUA, or lua5.4, with SPEC_OPTIONS for busted:  sh tools/specs.sh [SPEC...]
# Without a SPEC all of them, in two halves side by side, since one Lua keeps one core busy. The first half is seen as it
# runs, the second when both have ended; busted tells of each how many passed. The status says whether all went well.

# A PostgreSQL server that specs have started ends with them; one that was there stays.
sh tools/postgres.sh url >/dev/null 2>&1
served=$?
end() {
  rm -f "$log"
  [ "$served" -eq 0 ] || sh tools/postgres.sh stop >/dev/null 2>&1
}

# shellcheck disable=SC2086  # options are words
run() { "${LUA:-lua5.4}" tools/spec.lua --ignore-lua $SPEC_OPTIONS "$@"; }

log=$(mktemp) || exit 1
trap end EXIT
trap 'exit 130' INT TERM

if [ $# -gt 0 ]; then run "$@"; exit; fi

# Every second file, so that the rooms with slow specs are in both halves.
half() { find spec -name '*_spec.lua' | LC_ALL=C sort | awk -v half="$1" 'NR % 2 == half'; }

# shellcheck disable=SC2046  # names of specs hold no blank
run $(half 0) >"$log" 2>&1 &
second=$!
# shellcheck disable=SC2046
run $(half 1)
status=$?
wait "$second" || status=1
cat "$log"
exit $status
