/* Connecting without blocking: within a time, and as long as the run of the call at work goes on. */
#ifndef PARLEY_POSTGRES_CONNECT_H
#define PARLEY_POSTGRES_CONNECT_H

#include <stdbool.h>

#include "base/error.h"
#include "postgres/session.h"

/* Connects by an address, within `ms`; 0: as its connect_timeout says, else 15 seconds. Where it fails, what there is
   of a connection stays for the caller to finish. */
bool parley_pg_connect(parley_pg_connection *connection, const char *address, int ms, parley_error *err);

/* The same, to where another connection leads, as the same user. */
bool parley_pg_connect_again(parley_pg_connection *connection, const parley_pg_connection *like, int ms,
                             parley_error *err);

#endif
