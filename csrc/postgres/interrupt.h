/*
** Asking the server to stop a statement, by a connection of its own as the protocol has it. libpq makes that one
** without a limit of time, so a thread does, and whoever asks waits for it no longer than for an answer.
*/
#ifndef PARLEY_POSTGRES_INTERRUPT_H
#define PARLEY_POSTGRES_INTERRUPT_H

#include <stdbool.h>

#include "postgres/session.h"

/* Asks the server to stop what it does for this connection. False: it was not told in time, and may be told at any
   later moment: the connection is of no use any more. */
bool parley_pg_interrupt(parley_pg_connection *connection);

#endif
