/*
** A statement being run: its rows come one by one as the server sends them, so that memory stays flat. The wire carries
** one result at a time: when another statement starts, the rest of the first is read into memory, packed.
**
** Ownership: the caller owns the struct, which must stay where it is while it is live.
*/
#ifndef PARLEY_POSTGRES_CURSOR_H
#define PARLEY_POSTGRES_CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"
#include "frame/frame.h"
#include "postgres/session.h"
#include "postgres/statement.h"
#include "value/type.h"

typedef struct parley_pg_bytes {
  const char *bytes; /* NULL: missing */
  size_t length;
} parley_pg_bytes;

struct parley_pg_cursor {
  parley_pg_connection *connection; /* NULL: not live */
  parley_pg_statement *statement;
  struct parley_pg_cursor *next, **link;
  struct pg_result *result;  /* that the row stands in, while it is on the wire */
  parley_pg_bytes *fields;   /* of the row */
  bool waiting;   /* a first row was taken from the wire when it was opened, and not yet asked for */
  bool abandoned; /* its connection was closed */
  parley_buffer rest; /* rows that were read into memory: of each field its length, as an int32_t, and its bytes */
  parley_memory memory;
  size_t rest_at, rest_end;
  int64_t rows;   /* given so far */
  int64_t spent;  /* nanoseconds of running and giving rows, counted under a time limit */
  int64_t changed; /* rows that it has inserted, changed or deleted, once it has ended */
  bool failed;    /* its end was a failure, which the next step tells: */
  parley_error why;
};

typedef enum parley_pg_stepped { PARLEY_PG_FAILED, PARLEY_PG_ROW, PARLEY_PG_END } parley_pg_stepped;

/* Runs a statement: from here on *cursor is live, until parley_pg_cursor_finish. It must be all zero. */
bool parley_pg_cursor_open(parley_pg_cursor *cursor, parley_pg_connection *connection, const char *sql, size_t length,
                           const parley_value *parameters, int count, parley_error *err);

/* Next row. On PARLEY_PG_END and PARLEY_PG_FAILED the cursor has been finished. */
parley_pg_stepped parley_pg_cursor_step(parley_pg_cursor *cursor, parley_error *err);

/* Ends it, whatever is still to come; a cursor that is not live is left alone. */
void parley_pg_cursor_finish(parley_pg_cursor *cursor);

/* A value of the row, good until the next of the same `room`. */
bool parley_pg_cursor_value(const parley_pg_cursor *cursor, int at, char room[PARLEY_PG_FIELD_TEXT],
                            parley_value *out);

/* Adds the row to a Frame of as many columns. */
bool parley_pg_cursor_add_row(const parley_pg_cursor *cursor, parley_frame *frame, parley_error *err);

/* ---- for this room ---- */

/* Makes room on the wire for another statement: what is still to come of one that runs is read into memory. */
bool parley_pg_cursors_yield(parley_pg_connection *connection, parley_error *err);

/* Counts the rows that a command has changed, also into *changed where that is wanted. */
void parley_pg_cursors_count(parley_pg_connection *connection, struct pg_result *result, int64_t *changed);

/* Finishes all cursors of a connection that is being closed, and tells them so. */
void parley_pg_cursors_abandon(parley_pg_connection *connection);

#endif
