/*
** What is known of one connection to a server: the struct that all files of this room work on. Nothing here names
** libpq's types, so that the binding in csrc/lua needs no libpq.
*/
#ifndef PARLEY_POSTGRES_SESSION_H
#define PARLEY_POSTGRES_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/run.h"

struct pg_conn;
struct pg_result;

/* Most for the server to answer that it has stopped, after which the connection is given up. */
enum { PARLEY_PG_ANSWER_MS = 2000 };

enum { PARLEY_PG_CACHE_SIZE = 64 }; /* prepared statements that are kept */

/* Savepoints deeper than this are not told apart: then a failure may end the transaction. */
enum { PARLEY_PG_SAVEPOINTS = 32, PARLEY_PG_SAVEPOINT_NAME = 64 };

typedef struct parley_pg_guard {
  bool inside; /* a transaction is open: as it was before the statement that is at work */
  bool wrote;  /* it has written */
  int depth;   /* savepoints that are open */
  struct {
    bool ours, dirty; /* made here; something was written while it was the topmost */
    char name[PARLEY_PG_SAVEPOINT_NAME]; /* as statements write it */
  } at[PARLEY_PG_SAVEPOINTS];
} parley_pg_guard;

typedef struct parley_pg_cursor parley_pg_cursor;
typedef struct parley_pg_statement parley_pg_statement;

typedef struct parley_pg_connection {
  struct pg_conn *conn; /* NULL: closed */
  parley_run run;       /* of the call that is at work: set by the owner around calls */
  int64_t time_limit;   /* nanoseconds one statement may run; 0: no limit */
  size_t memory_limit;  /* bytes one Frame, or the rest of a result, may take; 0: no limit */
  bool read_only;       /* the server was told to refuse writing */
  bool lost;            /* the server is gone */
  bool copying;         /* rows are being copied to the server, and nothing else can be done */
  bool pipelined;       /* what is on the wire was sent behind other statements, which are done */
  bool stopped;         /* what runs now was asked to stop by us, and why: */
  parley_error why;
  int64_t patience;     /* nanoseconds it has to end by itself then; 0: it is cancelled on the server */
  int64_t total_changes; /* rows inserted, changed or deleted */
  int64_t changes;       /* the same of the last statement that did */
  parley_pg_guard guard; /* what a failed statement goes back to inside a transaction */
  parley_pg_cursor *active;  /* whose rows are still on the wire */
  parley_pg_cursor *cursors; /* live ones */
  uint64_t uses;             /* counts statements, for last_use and names */
  parley_pg_statement *cache[PARLEY_PG_CACHE_SIZE];
} parley_pg_connection;

#endif
