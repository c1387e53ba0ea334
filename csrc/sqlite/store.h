/*
** A store is one SQLite connection with its statements: cached by SQL text, stopped by the host's limits, and never
** closed under a statement that is still running. sqlite/open_store.h opens one.
**
** Ownership: the caller owns the structs. A store must stay where it is while it is open, because its cursors
** point to it; a cursor must stay where it is while it is live, because the store's list points to it.
*/
#ifndef PARLEY_SQLITE_STORE_H
#define PARLEY_SQLITE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/error.h"
#include "base/run.h"

#define PARLEY_STORE_CACHE_SIZE 32

/* A prepared statement kept for its SQL text. One that a cursor holds is in use, and not given to another. */
typedef struct parley_store_cached {
  sqlite3_stmt *stmt; /* NULL: the place is empty */
  char *sql; /* its text, owned */
  size_t length;
  uint32_t hash;
  bool in_use;
  uint64_t last_use;
} parley_store_cached;

typedef struct parley_cursor parley_cursor;

typedef struct parley_store {
  sqlite3 *db; /* NULL: closed */
  bool borrowed; /* the host's connection: not closed */
  int depth;   /* calls of SQLite that are on the C stack now */
  int64_t time_limit;  /* nanoseconds one statement may run; 0: no limit */
  size_t memory_limit; /* bytes one Frame may take; 0: no limit */
  int value_length;    /* of a value at most, before the limits; 0: not bounded */
  parley_run run;      /* of the call that is at work: set by the owner around calls of SQLite */
  int timeout_ms;      /* how long a lock of another connection is waited for */
  int64_t waiting;     /* since when, while it is */
  bool watched;        /* SQLite asks `run` now and then */
  bool stopped;        /* what runs now was, and why: */
  parley_error why;
  parley_error called; /* what a function of ours told last, when SQLite gives PARLEY_STORE_CALLED */
  bool read_only; /* refuses statements that write to more than temporary tables; set by the owner */
  bool refused;   /* by `read_only`, in what runs now */
  parley_cursor *cursors; /* live ones */
  uint64_t uses; /* counts finished statements, for last_use */
  parley_store_cached cache[PARLEY_STORE_CACHE_SIZE];
} parley_store;

/* A statement being bound and stepped. All zero: not live. */
struct parley_cursor {
  parley_store *store;   /* NULL: not live */
  sqlite3_stmt *stmt;
  parley_store_cached *cached; /* where the statement goes back to; NULL: finalised at the end */
  parley_cursor *next, **link;
  int64_t spent;  /* nanoseconds of running, counted under a time limit */
  bool running;   /* inside sqlite3_step */
  bool finishing; /* was finished while running: done when the step returns */
  bool abandoned; /* its store was closed */
};

typedef enum parley_cursor_stepped { PARLEY_CURSOR_FAILED, PARLEY_CURSOR_ROW, PARLEY_CURSOR_END } parley_cursor_stepped;

/* ---- store ---- */

/* Why SQLite's last call failed: a limit or a stop, what a function of ours told, or SQLite's own words. False. */
bool parley_store_fail(parley_store *store, parley_error *err);

/* Finishes every cursor and closes. Fails, changing nothing, inside a function that SQLite is calling. True when
   already closed. */
bool parley_store_close(parley_store *store, parley_error *err);

/* Zero lifts a limit. Where `run` has no deadline of a call, the time is that of each statement. */
void parley_store_limit(parley_store *store, int64_t time_ms, size_t memory);

/* Has SQLite ask store->run while it works, which takes the place of the connection's progress handler. */
void parley_store_watch(parley_store *store);

/* Runs the statements of `sql` to their end and drops their rows. */
bool parley_store_exec(parley_store *store, const char *sql, parley_error *err);

/* Whether `sql` only selects: true in *selects_only unless it writes, sets, attaches or controls a transaction. */
bool parley_store_selects_only(parley_store *store, const char *sql, bool *selects_only, parley_error *err);

/* Around work of SQLite's, as parley_run_time_begin is around any; parley_run_time_end(&store->run, …) ends it. What
   runs inside another statement's function has to end by that one's deadline. */
parley_run_time parley_store_time_begin(parley_store *store, int64_t spent);

/* ---- cursor ---- */

/* Makes *cursor live with the one statement of `sql` (NUL-terminated, `length` bytes before the NUL), from the cache
   unless it has to be `fresh`. The cursor holds the statement until parley_cursor_finish. */
bool parley_cursor_prepare(parley_cursor *cursor, parley_store *store, const char *sql, size_t length, bool fresh,
                           parley_error *err);

/* Next row. On PARLEY_CURSOR_END and PARLEY_CURSOR_FAILED the cursor has been finished. */
parley_cursor_stepped parley_cursor_step(parley_cursor *cursor, parley_error *err);

/* Gives the statement back; a cursor that is not live is left alone. */
void parley_cursor_finish(parley_cursor *cursor);

#endif
