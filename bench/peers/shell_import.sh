# The same ten columns, key and index with the shell's .import. Usage: shell_import.sh FILE.csv FILE.db
rm -f "$2" "$2-wal" "$2-shm"
sqlite3 "$2" <<SQL | tail -n 1
PRAGMA journal_mode = WAL;
CREATE TABLE events (id TEXT PRIMARY KEY NOT NULL, date TEXT, source_party TEXT, target_party TEXT, code TEXT,
  quad INTEGER, goldstein REAL, mentions INTEGER, place TEXT, text TEXT);
CREATE INDEX events_date ON events(date);
.import --csv --skip 1 $1 events
SELECT count(*) FROM events;
SQL
