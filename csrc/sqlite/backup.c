/*
** A copy of a database that is all there or not at all: it grows under a name of its own and is renamed at the end,
** and what was begun is removed when the copy fails or is stopped.
**
** R1  A file of that name is there only when it is whole: the copy is renamed as its last step, which a file system
**     does at once.
** R2  The source stays usable: readers go on, and a writer makes SQLite begin the copy again.
*/
#include "sqlite/backup.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sqlite/result_code.h"
#include "sqlite/open_store.h"
#include "base/path.h"

/* Pages between two questions whether to give up. */
#define PAGES_PER_LOOK 256 /* a megabyte with pages of 4 kB */

/* Says in front of a failure what it is about. */
static bool backup_failed(const char *path, parley_error *err) {
  return parley_fail_about(err, "cannot", "what=%s path=%s", "write", path);
}

static bool refuse(const char *key, const char *path, parley_error *err) {
  parley_fail_key(err, key);
  return backup_failed(path, err);
}

/* In SQLite's words. */
static bool database_failed(sqlite3 *db, const char *path, parley_error *err) {
  parley_fail(err, parley_store_code(sqlite3_extended_errcode(db)), "%s", sqlite3_errmsg(db));
  return backup_failed(path, err);
}

/* Copies page by page into the open, empty database `to`. SQLITE_DONE ends the loop and becomes SQLITE_OK in finish,
   which alone tells whether all was written. */
static bool copy_pages(parley_store *store, const parley_run *run, sqlite3 *to, const char *path, parley_error *err) {
  sqlite3_backup *backup = sqlite3_backup_init(to, "main", store->db, "main");
  if (backup == NULL) return database_failed(to, path, err);
  int step = SQLITE_OK;
  bool stopped = false;
  while (step == SQLITE_OK && !(stopped = parley_run_poll(run, err))) {
    step = sqlite3_backup_step(backup, PAGES_PER_LOOK);
  }
  int code = sqlite3_backup_finish(backup);
  if (stopped || (code == SQLITE_BUSY && parley_run_stopped(run, err))) return false;
  if (code == SQLITE_OK) return true;
  bool in_transaction = code == SQLITE_BUSY && !sqlite3_get_autocommit(store->db);
  if (in_transaction) return refuse("busy.transaction", path, err);
  parley_fail(err, parley_store_code(code), "%s", sqlite3_errstr(code));
  return backup_failed(path, err);
}

/* Whether the original keeps a write-ahead log. */
static bool has_wal(sqlite3 *db) {
  sqlite3_stmt *mode = NULL;
  bool is_wal = sqlite3_prepare_v2(db, "PRAGMA main.journal_mode", -1, &mode, NULL) == SQLITE_OK &&
                sqlite3_step(mode) == SQLITE_ROW &&
                sqlite3_stricmp((const char *)sqlite3_column_text(mode, 0), "wal") == 0;
  sqlite3_finalize(mode);
  return is_wal;
}

/* The copy has the journal of the original, and is one file, complete by itself: one with WAL is put into its file when
   it is closed. Without a timeout: nobody else knows the file. */
static bool copy_to(parley_store *store, const char *temporary, const char *path, parley_error *err) {
  parley_store copy = {0};
  parley_store_opening o = {temporary, PARLEY_STORE_CREATE, "write", path};
  if (!parley_store_open_as(&copy, &o, 0, err)) return false;
  /* nobody has to roll this file back, so its journal need not be one more file to clean up */
  sqlite3_exec(copy.db, "PRAGMA journal_mode = MEMORY", NULL, NULL, NULL);
  bool copied = copy_pages(store, &store->run, copy.db, path, err);
  const char *journal = has_wal(store->db) ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE";
  if (copied && sqlite3_exec(copy.db, journal, NULL, NULL, NULL) != SQLITE_OK) {
    copied = database_failed(copy.db, path, err);
  }
  parley_store_close(&copy, NULL);
  return copied;
}

/* The copy grows under a name of its own and takes its place, whole, at the end. A random name, so that two copies
   do not meet. The questions before are for the message; what they miss, open and rename find. */
bool parley_store_backup(parley_store *store, const char *path, parley_error *err) {
  unsigned number;
  if (path[0] == '\0') return refuse("misuse.empty_path", path, err);
  if (parley_path_is_folder(path)) return refuse("is_folder.path", path, err);
  if (parley_path_exists(path)) return refuse("exists.file", path, err);
  sqlite3_randomness(sizeof number, &number);
  char *temporary = sqlite3_mprintf("%s.%08x.part", path, number);
  if (temporary == NULL) return parley_no_memory(err);
  bool done = copy_to(store, temporary, path, err);
  if (done && rename(temporary, path) != 0) {
    parley_fail(err, parley_error_of_errno(errno), "%s", strerror(errno));
    done = backup_failed(path, err);
  }
  if (!done) remove(temporary);
  sqlite3_free(temporary);
  return done;
}

bool parley_store_fill(parley_store *to, parley_store *from, parley_error *err) {
  return copy_pages(from, &to->run, to->db, ":memory:", err);
}
