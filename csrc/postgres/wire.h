/*
** What goes over the wire to the server and back, without ever blocking for long: waiting that can be cancelled and has
** an end, and the failures that the server or the connection tell.
*/
#ifndef PARLEY_POSTGRES_WIRE_H
#define PARLEY_POSTGRES_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "postgres/session.h"

enum { PARLEY_PG_WORDS = 300 }; /* bytes of the server's words that a message quotes, and of a name of a server */

/* The place as messages name it, without a password: "postgresql://user@host:port/database". Cut to fit. */
const char *parley_pg_wire_name(const parley_pg_connection *connection, char *out, size_t size);

/* Waits for what is not to be cancelled on the server: savepoints, the end of a transaction. Where the call is asked to
   stop, the server has so long to end it by itself. Gives what was so before, to be put back. */
int64_t parley_pg_wire_bear(parley_pg_connection *connection, int64_t ms);

/* A failure of the connection itself: it is lost. Always false. */
bool parley_pg_wire_lost(parley_pg_connection *connection, parley_error *err);

/* The same of one that does not answer: the server hears that nobody listens any more. */
bool parley_pg_wire_give_up(parley_pg_connection *connection, parley_error *err);

/* Waits until a result can be taken without blocking; asks the run meanwhile, and cancels on the server when that says
   so: the result then tells of it. False: the connection is lost. */
bool parley_pg_wire_wait(parley_pg_connection *connection, parley_error *err);

/* Waits until all that was handed to libpq is on its way, in the same manner. */
bool parley_pg_wire_flush(parley_pg_connection *connection, parley_error *err);

/* Runs a text without parameters and drops what it gives: settings, savepoints. It is borne to its end. */
bool parley_pg_wire_do(parley_pg_connection *connection, const char *sql, parley_error *err);

/* Where a result says that rows are to be copied, ends that: nobody here copies by a text. */
void parley_pg_wire_end_copy(parley_pg_connection *connection, const struct pg_result *result);

/* The failure that a result tells of, or why we stopped it. Always false. */
bool parley_pg_wire_refused(parley_pg_connection *connection, const struct pg_result *result, parley_error *err);

/* The first line of libpq's words, without the code that a verbose message begins with. */
const char *parley_pg_wire_words(const char *message, char out[PARLEY_PG_WORDS]);

#endif
