#!/bin/bash
# Runs make targets two at a time, whether or not one fails, and says of each how it ended:
#   bash tools/check.sh check-lint check-asan
# The output of a target is printed when it has ended, in the order of the arguments, with a line "ok TARGET (N s)" or
# "FAILED TARGET (N s)" at its end; the status says whether all went well. Targets that share a build need it made before.

logs=$(mktemp -d) || exit 1

# One PostgreSQL server for all targets: what one of them starts for its specs it would end under those of another.
served=
if [ -f tools/postgres.sh ] && ! sh tools/postgres.sh url >/dev/null 2>&1; then
  if sh tools/postgres.sh start >/dev/null 2>&1; then served=here; fi
fi
end() {
  rm -rf "$logs"
  if [ -n "$served" ]; then sh tools/postgres.sh stop >/dev/null 2>&1; fi
}
trap end EXIT

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
