#!/bin/bash
# Runs make targets two at a time, whether or not one fails, and says of each how it ended:
#   bash tools/check.sh check-lint check-asan
# The output of a target is printed when it has ended, in the order of the arguments, with a line "ok TARGET (N s)" or
# "FAILED TARGET (N s)" at its end; the status says whether all went well. Targets that share a build need it made before.

logs=$(mktemp -d) || exit 1
trap 'rm -rf "$logs"' EXIT

# Runs one target and leaves its output and its verdict in the logs.
run() {
  local target=$1 started=$SECONDS verdict=ok
  "${MAKE:-make}" --no-print-directory "$target" >"$logs/$target" 2>&1 || verdict=FAILED
  echo "$verdict $target ($((SECONDS - started)) s)" >"$logs/$target.verdict"
}

for target in "$@"; do
  while [ "$(jobs -rp | wc -l)" -ge "${CHECK_JOBS:-2}" ]; do wait -n; done
  run "$target" &
done
wait

status=0
for target in "$@"; do
  echo "== $target"
  cat "$logs/$target" "$logs/$target.verdict"
  if ! grep -q '^ok' "$logs/$target.verdict"; then status=1; fi
done
exit $status
