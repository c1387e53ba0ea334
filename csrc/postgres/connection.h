/*
** One connection to a PostgreSQL server, with its statements: opened, stopped by the run of the call at work, and never
** closed under a cursor that does not hear of it.
**
** Ownership: the caller owns the struct, which must stay where it is while it is open, because its cursors point to it.
*/
#ifndef PARLEY_POSTGRES_CONNECTION_H
#define PARLEY_POSTGRES_CONNECTION_H

#include <stdbool.h>

#include "base/error.h"
#include "postgres/session.h"

typedef struct parley_pg_settings {
  int connect_ms;  /* how long connecting may take; 0: as libpq's connect_timeout says, else 15 seconds */
  int timeout_ms;  /* how long a lock of another connection is waited for */
  bool read_only;
} parley_pg_settings;

/* Connects *connection, which must be all zero, by an address in one of libpq's forms. */
bool parley_pg_connection_open(parley_pg_connection *connection, const char *address,
                               const parley_pg_settings *settings, parley_error *err);

/* Finishes every cursor and closes; again does nothing. */
void parley_pg_connection_close(parley_pg_connection *connection);

/* Whether a transaction is open. */
bool parley_pg_connection_in_transaction(const parley_pg_connection *connection);

#endif
