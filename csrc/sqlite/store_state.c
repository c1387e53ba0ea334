/* SQLite's own answers under Parley's names. */
#include "sqlite/store_state.h"

int64_t parley_store_total_changes(const parley_store *store) { return sqlite3_total_changes64(store->db); }

int64_t parley_store_changes(const parley_store *store) { return sqlite3_changes64(store->db); }

int64_t parley_store_last_row(const parley_store *store) { return sqlite3_last_insert_rowid(store->db); }

int64_t parley_store_pages_read(const parley_store *store) {
  int read = 0, most = 0;
  sqlite3_db_status(store->db, SQLITE_DBSTATUS_CACHE_MISS, &read, &most, 0);
  return read;
}

bool parley_store_in_transaction(const parley_store *store) { return !sqlite3_get_autocommit(store->db); }

bool parley_store_is_read_only(const parley_store *store) { return sqlite3_db_readonly(store->db, "main") == 1; }

/* SQLite names a database in memory "": to Parley it has no file. */
const char *parley_store_file_name(const parley_store *store) {
  const char *name = sqlite3_db_filename(store->db, "main");
  return name == NULL || name[0] == '\0' ? NULL : name;
}

void parley_store_interrupt(parley_store *store) { sqlite3_interrupt(store->db); }

/* Gives the number there was before: a connection of the host gets it back when the Store is closed. */
int parley_store_attachable(sqlite3 *db, int most) { return sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, most); }
