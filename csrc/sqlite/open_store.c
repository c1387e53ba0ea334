/*
** Opening a database, and saying what to do when that fails: SQLite tells that it could not, the file system often
** tells why, and whoever reads the message wants the way out. The journal and what is written through are asked for
** afterwards, by lua/parley/storage/open_dataset.lua.
*/
#include "sqlite/open_store.h"

#include <string.h>

#include "sqlite/result_code.h"
#include "base/clock.h"
#include "base/path.h"

/* ---- what stands in the way ---- */

/* Whether a directory on the way to the file is missing; its name then is in `directory`. A path longer than the
   room is not looked into: the message then is SQLite's. */
static bool lacks_directory(const char *path, char *directory, size_t size) {
  const char *slash = strrchr(path, '/');
  size_t length = slash == NULL ? 0 : (size_t)(slash - path);
  if (length == 0 || length >= size) return false;
  memcpy(directory, path, length);
  directory[length] = '\0';
  return !parley_path_is_folder(directory);
}

/* Why an open failed; `number` is the system's, 0: none. The order matters: a folder, then a cause SQLite names, then
   what the file system lacks, then the system's words. What to do about other causes is said by
   lua/parley/storage/open_dataset.lua, by their codes. */
static bool cause_of(const parley_store_opening *o, int sqlite_code, int number, const char *sqlite_message,
                     parley_error *err) {
  char directory[400];
  parley_error_code code = parley_store_code(sqlite_code);
  if (code == PARLEY_ERROR_IO && number != 0) code = parley_error_of_errno(number);
  if (o->mode == PARLEY_STORE_MEMORY) return parley_fail(err, code, "%s", sqlite_message);
  if (parley_path_is_folder(o->path)) return parley_fail_key(err, "is_folder.path");
  if (code == PARLEY_ERROR_PERMISSION) {
    return parley_fail_key(err, number != 0 ? "permission.rights" : "permission.to_write");
  }
  if (lacks_directory(o->path, directory, sizeof directory)) {
    return parley_fail_with(err, "missing_folder", "folder=%s", directory);
  }
  if (o->mode != PARLEY_STORE_CREATE && !parley_path_exists(o->path)) {
    return parley_fail_key(err, "missing_file.modes");
  }
  return parley_fail(err, code, "%s", number != 0 ? strerror(number) : sqlite_message);
}

static bool open_failure(const parley_store_opening *o, int sqlite_code, int number, const char *sqlite_message,
                         parley_error *err) {
  cause_of(o, sqlite_code, number, sqlite_message, err);
  if (o->mode == PARLEY_STORE_MEMORY) return parley_fail_about(err, "cannot_open_memory", NULL);
  return parley_fail_about(err, "cannot", "what=%s path=%s", o->verb, o->shown);
}

/* Closes the half-open connection and says why. SQLite gives no connection at all when it has no memory for one. The
   system's number is read before closing loses it. */
static bool open_failed(parley_store *store, const parley_store_opening *o, parley_error *err) {
  int code = store->db == NULL ? SQLITE_NOMEM : sqlite3_extended_errcode(store->db);
  bool system_fault = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR;
  int system_errno = system_fault ? sqlite3_system_errno(store->db) : 0;
  if (store->stopped) {
    *err = store->why;
    parley_fail_about(err, "cannot", "what=%s path=%s", o->verb, o->shown);
  }
  else open_failure(o, code, system_errno, store->db == NULL ? sqlite3_errstr(code) : sqlite3_errmsg(store->db), err);
  sqlite3_close_v2(store->db);
  store->db = NULL;
  return false;
}

/* ---- waiting for a lock ---- */

/* Milliseconds between two tries: short at first, as most locks are held for a moment; later still short enough for
   whoever cancels. */
static const int naps[] = {1, 2, 5, 10, 20};
enum { NAPS = sizeof naps / sizeof *naps };

/* SQLite's busy handler: zero gives up. The run is asked before each nap, so that a call that is cancelled or late
   waits no longer; why it gave up is in the store then. */
static int wait_for_lock(void *data, int tries) {
  parley_store *store = data;
  int64_t now = parley_clock_now();
  if (tries == 0) store->waiting = now;
  store->stopped = parley_run_poll(&store->run, &store->why);
  if (store->stopped || (now - store->waiting) / 1000000 >= store->timeout_ms) return 0;
  sqlite3_sleep(naps[tries < NAPS ? tries : NAPS - 1]);
  return 1;
}

/* ---- connecting ---- */

static int open_flags(parley_store_mode mode) {
  /* One Lua state, one thread: no lock around every call. */
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case PARLEY_STORE_READ: return flags | SQLITE_OPEN_READONLY;
    case PARLEY_STORE_WRITE: return flags | SQLITE_OPEN_READWRITE;
    case PARLEY_STORE_CREATE: return flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    default: return flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
  }
}

/* A path is a file's name and nothing else: "./" keeps SQLite from reading it as ":memory:" or as a URI. URIs are
   off for this library, but a host may have switched them on for the process. */
static int connect(parley_store *store, const parley_store_opening *o) {
  if (o->mode == PARLEY_STORE_MEMORY) return sqlite3_open_v2(":memory:", &store->db, open_flags(o->mode), NULL);
  bool plain = o->path[0] != ':' && strncmp(o->path, "file:", 5) != 0;
  char *name = sqlite3_mprintf("%s%s", plain ? "" : "./", o->path);
  if (name == NULL) return SQLITE_NOMEM;
  int code = sqlite3_open_v2(name, &store->db, open_flags(o->mode), NULL);
  sqlite3_free(name);
  return code;
}

/* DEFENSIVE keeps statements from writing to the schema's own tables and to the file's bytes. */
bool parley_store_open_as(parley_store *store, const parley_store_opening *o, int timeout_ms, parley_error *err) {
  if (connect(store, o) != SQLITE_OK) return open_failed(store, o, err);
  store->timeout_ms = timeout_ms;
  sqlite3_busy_handler(store->db, wait_for_lock, store);
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL); /* double quotes hold names, never text */
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* The first read finds out whether the file is a database at all. */
  if (sqlite3_exec(store->db, "PRAGMA schema_version; PRAGMA foreign_keys = ON", NULL, NULL, NULL) != SQLITE_OK) {
    return open_failed(store, o, err);
  }
  if (o->mode == PARLEY_STORE_READ || sqlite3_db_readonly(store->db, "main") != 1) return true;
  sqlite3_close_v2(store->db); /* SQLite falls back to reading by itself */
  store->db = NULL;
  return open_failure(o, SQLITE_READONLY, 0, "", err);
}

bool parley_store_open(parley_store *store, const char *path, parley_store_mode mode, int timeout_ms,
                       parley_error *err) {
  parley_store_opening o = {path, mode, "open", path};
  if (mode != PARLEY_STORE_MEMORY && path[0] == '\0') {
    parley_fail_key(err, "misuse.empty_path");
    return parley_fail_about(err, "cannot", "what=%s path=%s", o.verb, "");
  }
  return parley_store_open_as(store, &o, timeout_ms, err);
}

/* Settings of a borrowed connection are the host's: none is changed here. */
bool parley_store_adopt(parley_store *store, sqlite3 *db, parley_error *err) {
  if (db == NULL) return parley_fail_key(err, "misuse.no_connection");
  store->db = db;
  store->borrowed = true;
  return true;
}
