#!/bin/bash
# Runs make targets one after the other, whether or not one fails, and says of each how it ended:
#   bash tools/check.sh check-lint check-asan
# A line "ok TARGET (N s)" or "FAILED TARGET (N s)" each; the status says whether all went well.

status=0
for target in "$@"; do
  echo "== $target"
  started=$SECONDS
  if "${MAKE:-make}" --no-print-directory "$target"; then verdict=ok; else verdict=FAILED status=1; fi
  echo "$verdict $target ($((SECONDS - started)) s)"
done
exit $status
