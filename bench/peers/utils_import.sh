# The same columns, key and index with sqlite-utils. Usage: utils_import.sh FILE.csv FILE.db
rm -f "$2" "$2-wal" "$2-shm"
sqlite-utils insert "$2" events "$1" --csv --pk id --detect-types --silent &&
  sqlite-utils create-index "$2" events date
