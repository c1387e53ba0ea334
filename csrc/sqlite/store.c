/*
** SQLite behind one idea: whatever happens - an error, a nested query, a close at the wrong time - every statement
** has exactly one owner, and the owner finds out. A cursor owns a statement while it is live; the cache of the
** store owns it otherwise.
*/
#define _POSIX_C_SOURCE 200809L /* clock_gettime */

#include "sqlite/store.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/hash.h"
#include "sqlite/readonly_guard.h"

/* How many SQLite instructions run between two looks at the clock: some 50 microseconds. */
#define INSTRUCTIONS_PER_LOOK 2000

/* Pages of a backup between two questions whether to give up. */
#define PAGES_PER_LOOK 256

#define ONLY_READING "the host allows reading only"

/* ---- errors ---- */

parley_error_code parley_store_code(int code) {
  if (code == SQLITE_IOERR_NOMEM) return PARLEY_ERROR_OUT_OF_MEMORY;
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) return PARLEY_ERROR_DUPLICATE;
  switch (code & 0xff) {
    case SQLITE_BUSY: return PARLEY_ERROR_BUSY;
    case SQLITE_LOCKED: return PARLEY_ERROR_LOCKED;
    case SQLITE_NOMEM: return PARLEY_ERROR_OUT_OF_MEMORY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY: return PARLEY_ERROR_PERMISSION;
    case SQLITE_INTERRUPT: return PARLEY_ERROR_CANCELLED;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR: return PARLEY_ERROR_IO;
    case SQLITE_CORRUPT: return PARLEY_ERROR_CORRUPT;
    case SQLITE_NOTADB: return PARLEY_ERROR_NOT_A_DATABASE;
    case SQLITE_FULL: return PARLEY_ERROR_FULL;
    case SQLITE_TOOBIG: return PARLEY_ERROR_TOO_LARGE;
    case SQLITE_CONSTRAINT: return PARLEY_ERROR_CONSTRAINT;
    case SQLITE_MISMATCH: return PARLEY_ERROR_BAD_TYPE;
    case SQLITE_MISUSE: return PARLEY_ERROR_MISUSE;
    default: return PARLEY_ERROR_SQL;
  }
}

/* Takes over SQLite's own message. */
static bool store_failed(parley_store *store, parley_error *err) {
  int code = sqlite3_extended_errcode(store->db);
  if (store->stopped && (code & 0xff) == SQLITE_INTERRUPT) {
    if (err != NULL) *err = store->why;
    return false;
  }
  return parley_fail(err, parley_store_code(code), "%s", sqlite3_errmsg(store->db));
}

static bool store_refuse(parley_error_code code, const char *message, parley_error *err) {
  return parley_fail(err, code, "%s", message);
}

/* ---- time ---- */

/* SQLite's progress handler: a non-zero answer stops the statement. */
static int ask_run(void *data) {
  parley_store *store = data;
  if (!parley_run_poll(&store->run, &store->why)) return 0;
  store->stopped = true;
  return 1;
}

parley_store_time parley_store_time_begin(parley_store *store, int64_t spent) {
  parley_store_time state = {.outer_deadline = store->run.deadline, .outer_limit = store->run.time_limit};
  store->stopped = false;
  if (store->time_limit == 0 || store->run.deadline != 0) return state;
  state.started = parley_clock_now();
  store->run.deadline = state.started + store->time_limit - spent;
  store->run.time_limit = store->time_limit;
  return state;
}

int64_t parley_store_time_end(parley_store *store, parley_store_time state) {
  store->run.deadline = state.outer_deadline;
  store->run.time_limit = state.outer_limit;
  return state.started != 0 ? parley_clock_now() - state.started : 0;
}

void parley_store_watch(parley_store *store) {
  store->watched = true;
  sqlite3_progress_handler(store->db, INSTRUCTIONS_PER_LOOK, ask_run, store);
}

void parley_store_limit(parley_store *store, int64_t time_ms, size_t memory) {
  store->memory_limit = memory;
  store->time_limit = time_ms * 1000000;
  if (time_ms > 0 && !store->watched) parley_store_watch(store);
}

/* ---- opening ---- */

/* A file being opened, and how messages speak of it. */
typedef struct opening {
  const char *path;
  parley_mode mode;
  const char *verb, *shown; /* "open" and the path, but "write" and the target for the temporary file of a backup */
} opening;

static bool is_directory(const char *path) {
  struct stat info;
  return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool exists(const char *path) {
  struct stat info;
  return stat(path, &info) == 0;
}

/* Whether a directory on the way to the file is missing; its name then is in `directory`. */
static bool lacks_directory(const char *path, char *directory, size_t size) {
  const char *slash = strrchr(path, '/');
  size_t length = slash == NULL ? 0 : (size_t)(slash - path);
  if (length == 0 || length >= size) return false;
  memcpy(directory, path, length);
  directory[length] = '\0';
  return !is_directory(directory);
}

/* The cause of a failed open and the way out, as far as SQLite's code tells. */
static const char *known_cause(parley_error_code code, int number) {
  switch (code) {
    case PARLEY_ERROR_NOT_A_DATABASE: return "the file is not a SQLite database";
    case PARLEY_ERROR_BUSY:
    case PARLEY_ERROR_LOCKED: return "another program has locked it; try again when it is done";
    case PARLEY_ERROR_OUT_OF_MEMORY: return "out of memory";
    case PARLEY_ERROR_FULL: return "the disk is full";
    case PARLEY_ERROR_PERMISSION:
      if (number != 0) return "permission denied; check the rights of the file";
      return "no permission to write; mode 'ro' opens it for reading";
    default: return NULL;
  }
}

/* Words the failure of an open; `number` is the system's, 0: none. */
static bool open_failure(const opening *o, int sqlite_code, int number, const char *sqlite_message, parley_error *err) {
  char directory[400];
  parley_error_code code = parley_store_code(sqlite_code);
  if (code == PARLEY_ERROR_IO && number != 0) code = parley_error_of_errno(number);
  const char *cause = known_cause(code, number);
  if (o->mode == PARLEY_MEMORY) return parley_fail(err, code, "cannot open a dataset in memory: %s", sqlite_message);
  if (is_directory(o->path)) {
    cause = "it is a directory; name a file in it";
    code = PARLEY_ERROR_IS_FOLDER;
  }
  if (cause != NULL) return parley_fail(err, code, "cannot %s '%s': %s", o->verb, o->shown, cause);
  if (lacks_directory(o->path, directory, sizeof directory)) {
    return parley_fail(err, PARLEY_ERROR_MISSING_FOLDER, "cannot %s '%s': no directory '%s'; create it first", o->verb,
                       o->shown, directory);
  }
  if (o->mode != PARLEY_CREATE && !exists(o->path)) {
    return parley_fail(err, PARLEY_ERROR_MISSING_FILE,
                       "cannot %s '%s': no such file (modes 'ro' and 'rw' need an existing file; 'rwc' creates one)",
                       o->verb, o->shown);
  }
  return parley_fail(err, code, "cannot %s '%s': %s", o->verb, o->shown,
                     number != 0 ? strerror(number) : sqlite_message);
}

/* Closes the half-open connection and says why. */
static bool open_failed(parley_store *store, const opening *o, parley_error *err) {
  int code = store->db == NULL ? SQLITE_NOMEM : sqlite3_extended_errcode(store->db);
  bool system_fault = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR;
  int system_errno = system_fault ? sqlite3_system_errno(store->db) : 0;
  open_failure(o, code, system_errno, store->db == NULL ? "out of memory" : sqlite3_errmsg(store->db), err);
  sqlite3_close_v2(store->db);
  store->db = NULL;
  return false;
}

static int open_flags(parley_mode mode) {
  /* One Lua state, one thread: no lock around every call. */
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (mode) {
    case PARLEY_READ: return flags | SQLITE_OPEN_READONLY;
    case PARLEY_WRITE: return flags | SQLITE_OPEN_READWRITE;
    case PARLEY_CREATE: return flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    default: return flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
  }
}

/* A path is a file's name and nothing else: "./" keeps SQLite from reading it as ":memory:" or as a URI. */
static int connect(parley_store *store, const opening *o) {
  if (o->mode == PARLEY_MEMORY) return sqlite3_open_v2(":memory:", &store->db, open_flags(o->mode), NULL);
  bool plain = o->path[0] != ':' && strncmp(o->path, "file:", 5) != 0;
  char *name = sqlite3_mprintf("%s%s", plain ? "" : "./", o->path);
  if (name == NULL) return SQLITE_NOMEM;
  int code = sqlite3_open_v2(name, &store->db, open_flags(o->mode), NULL);
  sqlite3_free(name);
  return code;
}

static bool open_file(parley_store *store, const opening *o, int timeout_ms, parley_error *err) {
  if (connect(store, o) != SQLITE_OK) return open_failed(store, o, err);
  sqlite3_busy_timeout(store->db, timeout_ms);
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL); /* double quotes hold names, never text */
  sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  /* The first read finds out whether the file is a database at all. */
  if (sqlite3_exec(store->db, "PRAGMA schema_version; PRAGMA foreign_keys = ON", NULL, NULL, NULL) != SQLITE_OK) {
    return open_failed(store, o, err);
  }
  if (o->mode == PARLEY_READ || sqlite3_db_readonly(store->db, "main") != 1) return true;
  sqlite3_close_v2(store->db); /* SQLite falls back to reading by itself */
  store->db = NULL;
  return open_failure(o, SQLITE_READONLY, 0, "", err);
}

bool parley_store_open(parley_store *store, const char *path, parley_mode mode, int timeout_ms, parley_error *err) {
  opening o = {path, mode, "open", path};
  if (mode != PARLEY_MEMORY && path[0] == '\0') {
    return store_refuse(PARLEY_ERROR_MISUSE, "cannot open '': the path is empty; name a file", err);
  }
  return open_file(store, &o, timeout_ms, err);
}

bool parley_store_adopt(parley_store *store, sqlite3 *db, parley_error *err) {
  if (db == NULL) return store_refuse(PARLEY_ERROR_MISUSE, "no connection was handed over", err);
  store->db = db;
  store->borrowed = true;
  return true;
}

/* ---- statement cache ---- */

static void cached_drop(parley_cached *cached) {
  sqlite3_finalize(cached->stmt);
  sqlite3_free(cached->sql);
  memset(cached, 0, sizeof *cached);
}

static parley_cached *cache_find(parley_store *store, const char *sql, size_t length, uint32_t hash) {
  for (int i = 0; i < PARLEY_CACHE_SIZE; i++) {
    parley_cached *cached = &store->cache[i];
    if (cached->stmt != NULL && !cached->in_use && cached->hash == hash && cached->length == length &&
        memcmp(cached->sql, sql, length) == 0) {
      return cached;
    }
  }
  return NULL;
}

/* The place for a new statement: an empty one, else the one not used for longest; NULL when all are in use. */
static parley_cached *cache_place(parley_store *store) {
  parley_cached *oldest = NULL;
  for (int i = 0; i < PARLEY_CACHE_SIZE; i++) {
    parley_cached *cached = &store->cache[i];
    if (cached->stmt == NULL) return cached;
    if (!cached->in_use && (oldest == NULL || cached->last_use < oldest->last_use)) oldest = cached;
  }
  if (oldest != NULL) cached_drop(oldest);
  return oldest;
}

/* Keeps the cursor's new statement, if there is a place for it. */
static void cache_keep(parley_cursor *cursor, const char *sql, size_t length, uint32_t hash) {
  char *copy = sqlite3_malloc64(length + 1);
  if (copy == NULL) return;
  parley_cached *place = cache_place(cursor->store);
  if (place == NULL) {
    sqlite3_free(copy);
    return;
  }
  memcpy(copy, sql, length + 1);
  *place = (parley_cached){.stmt = cursor->stmt, .sql = copy, .length = length, .hash = hash, .in_use = true};
  cursor->cached = place;
}

/* ---- cursors ---- */

static void cursor_link(parley_cursor *cursor, parley_store *store) {
  memset(cursor, 0, sizeof *cursor);
  cursor->store = store;
  cursor->next = store->cursors;
  cursor->link = &store->cursors;
  if (cursor->next != NULL) cursor->next->link = &cursor->next;
  store->cursors = cursor;
}

static void cursor_unlink(parley_cursor *cursor) {
  *cursor->link = cursor->next;
  if (cursor->next != NULL) cursor->next->link = cursor->link;
  cursor->next = NULL;
  cursor->link = NULL;
  cursor->store = NULL;
  cursor->stmt = NULL;
  cursor->cached = NULL;
}

void parley_cursor_finish(parley_cursor *cursor) {
  if (cursor->store == NULL) return;
  if (cursor->running) {
    cursor->finishing = true;
    return;
  }
  if (cursor->cached != NULL) {
    sqlite3_reset(cursor->stmt);
    sqlite3_clear_bindings(cursor->stmt);
    cursor->cached->in_use = false;
    cursor->cached->last_use = ++cursor->store->uses;
  } else {
    sqlite3_finalize(cursor->stmt);
  }
  cursor_unlink(cursor);
}

/* Whether only blanks and comments follow the first statement. */
static bool tail_is_empty(parley_store *store, const char *tail) {
  while (*tail != '\0') {
    sqlite3_stmt *more = NULL;
    const char *next = NULL;
    int code = sqlite3_prepare_v3(store->db, tail, -1, 0, &more, &next);
    sqlite3_finalize(more);
    if (code != SQLITE_OK || more != NULL) return false;
    if (next == tail) break;
    tail = next;
  }
  return true;
}

static bool prepare_new(parley_store *store, const char *sql, size_t length, sqlite3_stmt **stmt, parley_error *err) {
  const char *tail = NULL;
  if (length > 0x7ffffff0) return store_refuse(PARLEY_ERROR_TOO_LARGE, "the SQL statement is too long", err);
  if (strlen(sql) != length) return store_refuse(PARLEY_ERROR_SQL, "the SQL statement holds a NUL byte", err);
  if (sqlite3_prepare_v3(store->db, sql, (int)length + 1, SQLITE_PREPARE_PERSISTENT, stmt, &tail) != SQLITE_OK) {
    return store_failed(store, err);
  }
  if (*stmt == NULL) return store_refuse(PARLEY_ERROR_SQL, "the SQL statement is empty", err);
  const char *problem = NULL;
  int code = SQLITE_ERROR;
  if (!tail_is_empty(store, tail)) {
    problem = "more than one SQL statement; give one at a time";
  } else if (store->read_only && !parley_spares_data(store->db, *stmt, sql)) {
    problem = ONLY_READING;
    code = SQLITE_READONLY;
  }
  if (problem == NULL) return true;
  sqlite3_finalize(*stmt);
  *stmt = NULL;
  return store_refuse(parley_store_code(code), problem, err);
}

bool parley_cursor_prepare(parley_cursor *cursor, parley_store *store, const char *sql, size_t length, bool fresh,
                           parley_error *err) {
  uint32_t hash = (uint32_t)parley_hash_text(sql, length);
  parley_cached *cached = fresh ? NULL : cache_find(store, sql, length, hash);
  sqlite3_stmt *stmt = NULL;
  store->stopped = false;
  if (cached == NULL && !prepare_new(store, sql, length, &stmt, err)) return false;
  cursor_link(cursor, store);
  if (cached != NULL) {
    cached->in_use = true;
    cursor->cached = cached;
    cursor->stmt = cached->stmt;
  } else {
    cursor->stmt = stmt;
    if (!fresh) cache_keep(cursor, sql, length, hash);
  }
  return true;
}

/* sqlite3_step, with the time limit around it. */
static int step(parley_store *store, parley_cursor *cursor) {
  if (store->time_limit == 0) {
    store->stopped = false;
    return sqlite3_step(cursor->stmt);
  }
  parley_store_time state = parley_store_time_begin(store, cursor->spent);
  int code = sqlite3_step(cursor->stmt);
  cursor->spent += parley_store_time_end(store, state);
  return code;
}

static parley_step step_refused(parley_cursor *cursor, parley_error *err) {
  if (cursor->abandoned) parley_fail(err, PARLEY_ERROR_MISUSE, "the dataset of this query is closed");
  else if (cursor->running) parley_fail(err, PARLEY_ERROR_MISUSE, "this query is being read already, by a function in it");
  else return PARLEY_END;
  return PARLEY_FAILED;
}

parley_step parley_cursor_step(parley_cursor *cursor, parley_error *err) {
  parley_store *store = cursor->store;
  if (store == NULL || cursor->running) return step_refused(cursor, err);
  cursor->running = true;
  store->depth++;
  int code = step(store, cursor);
  store->depth--;
  cursor->running = false;
  if (code == SQLITE_ROW && !cursor->finishing) return PARLEY_ROW;
  bool failed = code != SQLITE_ROW && code != SQLITE_DONE;
  if (failed) store_failed(store, err);
  parley_cursor_finish(cursor);
  return failed ? PARLEY_FAILED : PARLEY_END;
}

/* ---- whole statements ---- */

/* Runs the first statement of `sql` if it spares the data, and says where the next one begins. */
static int exec_sparing(parley_store *store, const char *sql, const char **tail) {
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2(store->db, sql, -1, &stmt, tail);
  if (code != SQLITE_OK || stmt == NULL) return code;
  if (!parley_spares_data(store->db, stmt, sql)) {
    sqlite3_finalize(stmt);
    store->refused = true;
    return SQLITE_READONLY;
  }
  do code = sqlite3_step(stmt);
  while (code == SQLITE_ROW);
  return sqlite3_finalize(stmt);
}

static int exec_all(parley_store *store, const char *sql) {
  int code = SQLITE_OK;
  if (!store->read_only) return sqlite3_exec(store->db, sql, NULL, NULL, NULL);
  while (code == SQLITE_OK && *sql != '\0') code = exec_sparing(store, sql, &sql);
  return code;
}

bool parley_store_exec(parley_store *store, const char *sql, parley_error *err) {
  parley_store_time state = parley_store_time_begin(store, 0);
  store->refused = false;
  store->depth++;
  int code = exec_all(store, sql);
  store->depth--;
  parley_store_time_end(store, state);
  if (store->refused) return store_refuse(PARLEY_ERROR_PERMISSION, ONLY_READING, err);
  return code == SQLITE_OK || store_failed(store, err);
}

bool parley_store_selects_only(parley_store *store, const char *sql, bool *selects_only, parley_error *err) {
  sqlite3_stmt *stmt = NULL;
  store->stopped = false;
  if (!prepare_new(store, sql, strlen(sql), &stmt, err)) return false;
  *selects_only = parley_only_selects(stmt, sql);
  sqlite3_finalize(stmt);
  return true;
}

/* ---- closing ---- */

bool parley_store_close(parley_store *store, parley_error *err) {
  if (store->db == NULL) return true;
  if (store->depth > 0) {
    return store_refuse(PARLEY_ERROR_MISUSE, "cannot close a dataset inside a function that its query calls", err);
  }
  while (store->cursors != NULL) {
    parley_cursor *cursor = store->cursors;
    parley_cursor_finish(cursor);
    cursor->abandoned = true;
  }
  for (int i = 0; i < PARLEY_CACHE_SIZE; i++) cached_drop(&store->cache[i]);
  if (store->watched) sqlite3_progress_handler(store->db, 0, NULL, NULL);
  store->watched = false;
  store->time_limit = 0;
  if (!store->borrowed) sqlite3_close_v2(store->db);
  store->db = NULL;
  return true;
}

/* ---- backup ---- */

static bool backup_failed(parley_error_code code, const char *path, const char *cause, parley_error *err) {
  return parley_fail(err, code, "cannot write '%s': %s", path, cause);
}

/* Copies page by page into the open, empty database `to`. */
static bool copy_pages(parley_store *store, sqlite3 *to, const char *path, parley_error *err) {
  sqlite3_backup *backup = sqlite3_backup_init(to, "main", store->db, "main");
  if (backup == NULL) return backup_failed(parley_store_code(sqlite3_extended_errcode(to)), path, sqlite3_errmsg(to), err);
  int step = SQLITE_OK;
  bool stopped = false;
  while (step == SQLITE_OK && !(stopped = parley_run_poll(&store->run, err))) {
    step = sqlite3_backup_step(backup, PAGES_PER_LOOK);
  }
  int code = sqlite3_backup_finish(backup);
  if (stopped) return false;
  if (code == SQLITE_OK) return true;
  bool in_transaction = code == SQLITE_BUSY && !sqlite3_get_autocommit(store->db);
  const char *cause = in_transaction ? "a transaction is open; end it first" : sqlite3_errstr(code);
  return backup_failed(parley_store_code(code), path, cause, err);
}

/* The copy leaves WAL, so that it is one file, complete by itself. */
static bool copy_to(parley_store *store, const char *temporary, const char *path, parley_error *err) {
  parley_store copy = {0};
  opening o = {temporary, PARLEY_CREATE, "write", path};
  if (!open_file(&copy, &o, 0, err)) return false;
  /* nobody has to roll this file back, so its journal need not be one more file to clean up */
  sqlite3_exec(copy.db, "PRAGMA journal_mode = MEMORY", NULL, NULL, NULL);
  bool copied = copy_pages(store, copy.db, path, err);
  if (copied && sqlite3_exec(copy.db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK) {
    copied = backup_failed(parley_store_code(sqlite3_extended_errcode(copy.db)), path, sqlite3_errmsg(copy.db), err);
  }
  parley_store_close(&copy, NULL);
  return copied;
}

/* The copy grows under a name of its own and takes its place, whole, at the end. */
bool parley_store_backup(parley_store *store, const char *path, parley_error *err) {
  unsigned number;
  if (path[0] == '\0') return backup_failed(PARLEY_ERROR_MISUSE, path, "the path is empty; name a file", err);
  if (is_directory(path)) {
    return backup_failed(PARLEY_ERROR_IS_FOLDER, path, "it is a directory; name a file in it", err);
  }
  if (exists(path)) {
    return backup_failed(PARLEY_ERROR_EXISTS, path, "the file exists; name a new one or remove it", err);
  }
  sqlite3_randomness(sizeof number, &number);
  char *temporary = sqlite3_mprintf("%s.%08x.part", path, number);
  if (temporary == NULL) return backup_failed(PARLEY_ERROR_OUT_OF_MEMORY, path, "out of memory", err);
  bool done = copy_to(store, temporary, path, err);
  if (done && rename(temporary, path) != 0) {
    done = backup_failed(parley_error_of_errno(errno), path, strerror(errno), err);
  }
  if (!done) remove(temporary);
  sqlite3_free(temporary);
  return done;
}
