/*
** A table's image is attached where it stands, without a copy, and its tables are copied into the store as SQLite's
** VACUUM copies them: row by row as bytes, without looking into them, where both tables are declared alike.
**
** R1  Tables are declared by the image's own statements, so they are alike, and columns that are worked out from others
**     come as they are. Foreign keys have to be off in the store, as rows are not held against one another.
** R2  An image that cannot be let go, since a statement or a transaction of the store is at work, stays attached until
**     the next is asked for; until then none is taken.
*/
#include "sqlite/table_image.h"

#include "sqlite/result_code.h"

/* An SQLite may be built without it, or be older. */
#pragma weak sqlite3_deserialize

#define IMAGE "parley_image"

static bool is_attached(const parley_store *store) { return sqlite3_txn_state(store->db, IMAGE) >= 0; }

static void let_go(const parley_store *store) { sqlite3_exec(store->db, "DETACH " IMAGE, NULL, NULL, NULL); }

static bool may_attach(const parley_store *store) {
  if (sqlite3_deserialize == NULL || sqlite3_limit(store->db, SQLITE_LIMIT_ATTACHED, -1) == 0) return false;
  if (is_attached(store)) let_go(store);
  return !is_attached(store);
}

/* SQLite only reads what it is given as READONLY. */
static int attach(const parley_store *store, const char *bytes, size_t size) {
  int code = sqlite3_exec(store->db, "ATTACH ':memory:' AS " IMAGE, NULL, NULL, NULL);
  if (code != SQLITE_OK) return code;
  return sqlite3_deserialize(store->db, IMAGE, (unsigned char *)bytes, (sqlite3_int64)size, (sqlite3_int64)size,
                             SQLITE_DESERIALIZE_READONLY);
}

/* The statements that make and fill the tables, for sqlite3_free; NULL after an error of SQLite's. */
static char *script_of(const parley_store *store) {
  sqlite3_stmt *tables = NULL;
  static const char question[] = "SELECT sql, name FROM " IMAGE ".sqlite_schema WHERE type = 'table'";
  if (sqlite3_prepare_v2(store->db, question, -1, &tables, NULL) != SQLITE_OK) return NULL;
  sqlite3_str *script = sqlite3_str_new(store->db);
  sqlite3_str_appendall(script, "SAVEPOINT " IMAGE ";");
  int code;
  while ((code = sqlite3_step(tables)) == SQLITE_ROW) {
    const unsigned char *name = sqlite3_column_text(tables, 1);
    sqlite3_str_appendf(script, "%s; INSERT INTO main.\"%w\" SELECT * FROM " IMAGE ".\"%w\";",
                        sqlite3_column_text(tables, 0), name, name);
  }
  sqlite3_str_appendall(script, "RELEASE " IMAGE);
  sqlite3_finalize(tables);
  char *text = sqlite3_str_finish(script);
  if (code == SQLITE_DONE) return text;
  sqlite3_free(text);
  return NULL;
}

static bool copy_tables(parley_store *store, parley_error *err) {
  char *script = script_of(store);
  if (script == NULL) return parley_store_fail(store, err);
  bool copied = parley_store_exec(store, script, err);
  sqlite3_free(script);
  if (!copied) sqlite3_exec(store->db, "ROLLBACK TO " IMAGE "; RELEASE " IMAGE, NULL, NULL, NULL);
  return copied;
}

bool parley_store_take_image(parley_store *store, const char *bytes, size_t size, bool *taken, parley_error *err) {
  *taken = false;
  if (!may_attach(store)) return true;
  int code = attach(store, bytes, size);
  bool done = code == SQLITE_OK ? copy_tables(store, err) : parley_store_fail(store, err);
  *taken = done;
  if (is_attached(store)) let_go(store);
  return done;
}

/* ---- a whole database ---- */

/* Whether no transaction is open, and no statement that has begun reads the database. */
static bool is_at_rest(const parley_store *store) {
  return sqlite3_get_autocommit(store->db) && sqlite3_txn_state(store->db, "main") == SQLITE_TXN_NONE;
}

/* Copies page by page from a connection of the image's own. */
static int copy_whole(const parley_store *store, sqlite3 *image) {
  sqlite3_backup *backup = sqlite3_backup_init(store->db, "main", image, "main");
  if (backup == NULL) return sqlite3_errcode(store->db);
  sqlite3_backup_step(backup, -1);
  return sqlite3_backup_finish(backup);
}

bool parley_store_become_image(parley_store *store, const char *bytes, size_t size, bool *taken, parley_error *err) {
  *taken = false;
  bool in_memory = !store->borrowed && store->db != NULL && sqlite3_db_filename(store->db, "main")[0] == '\0';
  if (sqlite3_deserialize == NULL || !in_memory || !is_at_rest(store)) return true;
  sqlite3 *image = NULL;
  int code = sqlite3_open_v2(":memory:", &image, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK) {
    code = sqlite3_deserialize(image, "main", (unsigned char *)bytes, (sqlite3_int64)size, (sqlite3_int64)size,
                               SQLITE_DESERIALIZE_READONLY);
  }
  if (code == SQLITE_OK) code = copy_whole(store, image);
  sqlite3_close(image);
  *taken = code == SQLITE_OK;
  return *taken || parley_fail(err, parley_store_code(code), "%s", sqlite3_errstr(code));
}

int parley_store_sqlite_version(void) { return sqlite3_libversion_number(); }
