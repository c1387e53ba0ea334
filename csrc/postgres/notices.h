/*
** What other connections tell by NOTIFY: libpq keeps it until it is taken here.
*/
#ifndef PARLEY_POSTGRES_NOTICES_H
#define PARLEY_POSTGRES_NOTICES_H

#include <stdbool.h>

#include "base/error.h"
#include "postgres/session.h"

/* Whether another connection has told `payload` on `channel` since it was last asked; waits for it, at most so many
   milliseconds. What this connection has told itself does not count. The channel is listened to by the caller. */
bool parley_pg_notices_heard(parley_pg_connection *connection, const char *channel, const char *payload, int wait_ms,
                             bool *heard, parley_error *err);

#endif
