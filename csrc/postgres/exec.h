/* Texts of any number of statements, without parameters; and commits, whose fate is found out where the connection
   breaks. */
#ifndef PARLEY_POSTGRES_EXEC_H
#define PARLEY_POSTGRES_EXEC_H

#include <stdbool.h>

#include "base/error.h"
#include "postgres/session.h"

/* Runs the statements of a text, and drops their rows. Outside of a transaction they are one: all of them or none. */
bool parley_pg_exec(parley_pg_connection *connection, const char *sql, parley_error *err);

#endif
