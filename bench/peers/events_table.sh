# The events of a CSV file as a typed table without indexes. Usage: events_table.sh FILE.csv FILE.db
sqlite3 "$2" >/dev/null <<SQL
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE events (id INTEGER, date TEXT, source_party TEXT, target_party TEXT, code TEXT, quad INTEGER,
  goldstein REAL, mentions INTEGER, place TEXT, text TEXT);
.import --csv --skip 1 $1 events
UPDATE events SET mentions = NULL WHERE mentions = '';
SQL
