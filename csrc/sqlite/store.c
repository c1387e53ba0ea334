/*
** SQLite behind one idea: whatever happens - an error, a nested query, a close at the wrong time - every statement
** has exactly one owner, and the owner finds out. A cursor owns a statement while it is live; the cache of the
** store owns it otherwise.
**
** R1  A statement is prepared once for its text and goes back to the cache reset and without bindings, so that no text
**     of a user stays in it.
** R2  A cursor may be finished by anybody at any time, also by a function that its own statement is calling: then it is
**     only marked, and finished when the step returns.
** R3  Statements that are stepped while others are on the stack (depth) have the outer one's deadline.
*/
#include "sqlite/store.h"

#include <string.h>

#include "base/clock.h"
#include "base/hash.h"
#include "sqlite/bounds.h"
#include "sqlite/result_code.h"
#include "sqlite/readonly_guard.h"

/* How many SQLite instructions run between two looks at the clock: some 50 microseconds. */
#define INSTRUCTIONS_PER_LOOK 2000

/* ---- errors ---- */

/* An interrupt of ours has its reason in store->why; one from elsewhere has SQLite's words. */
bool parley_store_fail(parley_store *store, parley_error *err) {
  int code = sqlite3_extended_errcode(store->db);
  if (store->stopped && ((code & 0xff) == SQLITE_INTERRUPT || (code & 0xff) == SQLITE_BUSY)) {
    if (err != NULL) *err = store->why;
    return false;
  }
  if (code == PARLEY_STORE_CALLED) {
    if (err != NULL) *err = store->called;
    return false;
  }
  return parley_fail(err, parley_store_code(code), "%s", sqlite3_errmsg(store->db));
}

/* ---- time ---- */

/* SQLite's progress handler: a non-zero answer stops the statement. Called inside sqlite3_step; must not touch the
   connection. */
static int ask_run(void *data) {
  parley_store *store = data;
  if (!parley_run_poll(&store->run, &store->why)) return 0;
  store->stopped = true;
  return 1;
}

parley_run_time parley_store_time_begin(parley_store *store, int64_t spent) {
  store->stopped = false;
  return parley_run_time_begin(&store->run, store->time_limit, spent);
}

/* Takes the place of a host's own handler on a borrowed connection: the owner decides. */
void parley_store_watch(parley_store *store) {
  store->watched = true;
  sqlite3_progress_handler(store->db, INSTRUCTIONS_PER_LOOK, ask_run, store);
}

void parley_store_limit(parley_store *store, int64_t time_ms, size_t memory) {
  store->memory_limit = memory;
  store->time_limit = time_ms * 1000000;
  if (time_ms > 0 && !store->watched) parley_store_watch(store);
  if (time_ms > 0 || memory > 0 || store->value_length > 0) {
    store->value_length = parley_store_bound_values(store->db, store->value_length, store->time_limit, memory);
  }
}

/* ---- statement cache ---- */

/* Never of a statement in use. */
static void cached_drop(parley_store_cached *cached) {
  sqlite3_finalize(cached->stmt);
  sqlite3_free(cached->sql);
  memset(cached, 0, sizeof *cached);
}

/* 32 places: comparing hashes in a row is faster than keeping a table. */
static parley_store_cached *cache_find(parley_store *store, const char *sql, size_t length, uint32_t hash) {
  for (int i = 0; i < PARLEY_STORE_CACHE_SIZE; i++) {
    parley_store_cached *cached = &store->cache[i];
    if (cached->stmt != NULL && !cached->in_use && cached->hash == hash && cached->length == length &&
        memcmp(cached->sql, sql, length) == 0) {
      return cached;
    }
  }
  return NULL;
}

/* The place for a new statement: an empty one, else the one not used for longest; NULL when all are in use. Least
   recently used, by a counter that does not wrap in 64 bits. */
static parley_store_cached *cache_place(parley_store *store) {
  parley_store_cached *oldest = NULL;
  for (int i = 0; i < PARLEY_STORE_CACHE_SIZE; i++) {
    parley_store_cached *cached = &store->cache[i];
    if (cached->stmt == NULL) return cached;
    if (!cached->in_use && (oldest == NULL || cached->last_use < oldest->last_use)) oldest = cached;
  }
  if (oldest != NULL) cached_drop(oldest);
  return oldest;
}

/* Keeps the cursor's new statement, if there is a place for it. Without memory for the text, or a place, the
   statement is simply finalised at the end. */
static void cache_keep(parley_cursor *cursor, const char *sql, size_t length, uint32_t hash) {
  char *copy = sqlite3_malloc64(length + 1);
  if (copy == NULL) return;
  parley_store_cached *place = cache_place(cursor->store);
  if (place == NULL) {
    sqlite3_free(copy);
    return;
  }
  memcpy(copy, sql, length + 1);
  *place = (parley_store_cached){.stmt = cursor->stmt, .sql = copy, .length = length, .hash = hash, .in_use = true};
  cursor->cached = place;
}

/* ---- cursors ---- */

/* `link` is the pointer that points to the cursor, so that unlinking needs no walk. */
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

/* reset gives back the read lock: a cursor that is kept open would keep a WAL file growing. */
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

/* Whether only blanks and comments follow the first statement. A second statement would be dropped in silence
   otherwise. */
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

/* The length includes the NUL, which spares SQLite a copy. */
static bool prepare_new(parley_store *store, const char *sql, size_t length, sqlite3_stmt **stmt, parley_error *err) {
  const char *tail = NULL;
  if (length > 0x7ffffff0) return parley_fail_key(err, "too_large.statement");
  if (strlen(sql) != length) return parley_fail_key(err, "sql.nul_byte");
  if (sqlite3_prepare_v3(store->db, sql, (int)length + 1, SQLITE_PREPARE_PERSISTENT, stmt, &tail) != SQLITE_OK) {
    return parley_store_fail(store, err);
  }
  if (*stmt == NULL) return parley_fail_key(err, "sql.empty");
  const char *problem = NULL;
  if (!tail_is_empty(store, tail)) {
    problem = "sql.several";
  } else if (store->read_only && !parley_readonly_guard_spares_data(store->db, *stmt, sql)) {
    problem = "permission.only_reading";
  }
  if (problem == NULL) return true;
  sqlite3_finalize(*stmt);
  *stmt = NULL;
  return parley_fail_key(err, problem);
}

/* Nothing is linked where preparing failed. */
bool parley_cursor_prepare(parley_cursor *cursor, parley_store *store, const char *sql, size_t length, bool fresh,
                           parley_error *err) {
  uint32_t hash = (uint32_t)parley_hash_text(sql, length);
  parley_store_cached *cached = fresh ? NULL : cache_find(store, sql, length, hash);
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

/* sqlite3_step, with the time limit around it. Only steps count towards the limit, not the time a caller takes
   between rows. */
static int step(parley_store *store, parley_cursor *cursor) {
  if (store->time_limit == 0) {
    store->stopped = false;
    return sqlite3_step(cursor->stmt);
  }
  parley_run_time state = parley_store_time_begin(store, cursor->spent);
  int code = sqlite3_step(cursor->stmt);
  cursor->spent += parley_run_time_end(&store->run, state);
  return code;
}

static parley_cursor_stepped step_refused(parley_cursor *cursor, parley_error *err) {
  if (cursor->abandoned) parley_fail_key(err, "closed.query");
  else if (cursor->running) parley_fail_key(err, "misuse.query_within");
  else return PARLEY_CURSOR_END;
  return PARLEY_CURSOR_FAILED;
}

/* The cursor may have been finished within the step by a function; END then, whatever was found. */
parley_cursor_stepped parley_cursor_step(parley_cursor *cursor, parley_error *err) {
  parley_store *store = cursor->store;
  if (store == NULL || cursor->running) return step_refused(cursor, err);
  cursor->running = true;
  store->depth++;
  int code = step(store, cursor);
  store->depth--;
  cursor->running = false;
  if (code == SQLITE_ROW && !cursor->finishing) return PARLEY_CURSOR_ROW;
  bool failed = code != SQLITE_ROW && code != SQLITE_DONE;
  if (failed) parley_store_fail(store, err);
  parley_cursor_finish(cursor);
  return failed ? PARLEY_CURSOR_FAILED : PARLEY_CURSOR_END;
}

/* ---- whole statements ---- */

/* Runs the first statement of `sql` if it spares the data, and says where the next one begins. With a read-only
   store each statement is judged by itself, before it runs. */
static int exec_sparing(parley_store *store, const char *sql, const char **tail) {
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2(store->db, sql, -1, &stmt, tail);
  if (code != SQLITE_OK || stmt == NULL) return code;
  if (!parley_readonly_guard_spares_data(store->db, stmt, sql)) {
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
  parley_run_time state = parley_store_time_begin(store, 0);
  store->refused = false;
  store->depth++;
  int code = exec_all(store, sql);
  store->depth--;
  parley_run_time_end(&store->run, state);
  if (store->refused) return parley_fail_key(err, "permission.only_reading");
  return code == SQLITE_OK || parley_store_fail(store, err);
}

bool parley_store_selects_only(parley_store *store, const char *sql, bool *selects_only, parley_error *err) {
  sqlite3_stmt *stmt = NULL;
  store->stopped = false;
  if (!prepare_new(store, sql, strlen(sql), &stmt, err)) return false;
  *selects_only = parley_readonly_guard_selects(stmt, sql);
  sqlite3_finalize(stmt);
  return true;
}

/* ---- closing ---- */

/* Cursors are told, so that their owners get a sentence and not a crash. close_v2 waits for statements a host has
   left open on the connection. */
bool parley_store_close(parley_store *store, parley_error *err) {
  if (store->db == NULL) return true;
  if (store->depth > 0) {
    return parley_fail_key(err, "misuse.close_within");
  }
  while (store->cursors != NULL) {
    parley_cursor *cursor = store->cursors;
    parley_cursor_finish(cursor);
    cursor->abandoned = true;
  }
  for (int i = 0; i < PARLEY_STORE_CACHE_SIZE; i++) cached_drop(&store->cache[i]);
  if (store->watched) sqlite3_progress_handler(store->db, 0, NULL, NULL);
  if (store->value_length > 0) parley_store_bound_values(store->db, store->value_length, 0, 0);
  store->value_length = 0;
  store->watched = false;
  store->time_limit = 0;
  if (!store->borrowed) sqlite3_close_v2(store->db);
  store->db = NULL;
  return true;
}
