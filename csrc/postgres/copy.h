/*
** Many rows into a table: COPY in its binary format, which no other way of writing comes near. All of them or, where
** one fails, none.
**
** Ownership: the caller owns the struct, and closes what he has opened by parley_pg_copy_end or parley_pg_copy_abandon.
** Until then the connection does nothing else.
*/
#ifndef PARLEY_POSTGRES_COPY_H
#define PARLEY_POSTGRES_COPY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "postgres/session.h"
#include "text/copy_rows.h"
#include "value/type.h"

typedef struct parley_pg_copy {
  parley_pg_connection *connection; /* NULL: not open */
  int width;
  int64_t rows;
  parley_copy_rows lot; /* to be sent next */
} parley_pg_copy;

/* Opens *copy, which must be all zero, by a statement such as: COPY t (a, b) FROM STDIN (FORMAT binary). */
bool parley_pg_copy_open(parley_pg_copy *copy, parley_pg_connection *connection, const char *sql, int width,
                         parley_error *err);

/* One row. Asks the run now and then. After a failure, what is open has to be abandoned. */
bool parley_pg_copy_row(parley_pg_copy *copy, const parley_value *values, parley_error *err);

/* One row that is written already. */
bool parley_pg_copy_written(parley_pg_copy *copy, const char *bytes, size_t length, parley_error *err);

/* Rows that are written already (text/copy_rows.h), without a signature. */
bool parley_pg_copy_bytes(parley_pg_copy *copy, const char *bytes, size_t length, parley_error *err);

/* The end of the rows; what the server had against one of them is told here. */
bool parley_pg_copy_end(parley_pg_copy *copy, parley_error *err);

/* Takes all back. What is not open is left alone. */
void parley_pg_copy_abandon(parley_pg_copy *copy);

#endif
