/*
** Prepared statements, kept on the server by their text and the types of their parameters, and a bounded number of
** them.
*/
#ifndef PARLEY_POSTGRES_STATEMENT_H
#define PARLEY_POSTGRES_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "postgres/session.h"
#include "postgres/field.h"
#include "postgres/guard.h"
#include "value/type.h"

typedef struct parley_pg_column {
  char *name;
  parley_pg_kind kind;
  unsigned type, table; /* numbers in the catalogue; table 0: computed */
  int place;            /* in the table */
} parley_pg_column;

struct parley_pg_statement {
  char *sql; /* owned, as all that hangs on it */
  size_t length;
  uint32_t hash;
  unsigned char *kinds; /* of each parameter, a parley_layout */
  int parameters;
  char name[24];
  int width; /* columns; 0: it gives no rows */
  parley_pg_column *columns;
  bool binary; /* the format of its results */
  parley_pg_words words;
  int users;   /* cursors that hold it */
  bool kept;   /* in the cache */
  uint64_t last_use;
};

/* The statement of a text with parameters like these, prepared unless it is kept already. Given back with
   parley_pg_statement_release. */
bool parley_pg_statement_get(parley_pg_connection *connection, const char *sql, size_t length,
                             const parley_value *parameters, int count, parley_pg_statement **statement,
                             parley_error *err);

/* The same, if it is kept; NULL if not. */
parley_pg_statement *parley_pg_statement_kept(parley_pg_connection *connection, const char *sql, size_t length,
                                              const parley_value *parameters, int count);

/* The same of a text whose parameters nobody has: it is prepared for its columns, and kept by nobody. */
bool parley_pg_statement_describe(parley_pg_connection *connection, const char *sql, size_t length,
                                  parley_pg_statement **statement, parley_error *err);

void parley_pg_statement_release(parley_pg_connection *connection, parley_pg_statement *statement);

/* Keeps it no longer: the server knows it no more, or it gives other columns now. */
void parley_pg_statement_forget(parley_pg_connection *connection, parley_pg_statement *statement);

/* Forgets all of a connection that is being closed. */
void parley_pg_statements_drop(parley_pg_connection *connection);

/* Sends it with its parameters, of the same types as those it was got with. */
bool parley_pg_statement_send(parley_pg_connection *connection, const parley_pg_statement *statement,
                              const parley_value *parameters, parley_error *err);

/* Whether a result says that the statement has to be prepared anew. */
bool parley_pg_statement_is_stale(const struct pg_result *result);

#endif
