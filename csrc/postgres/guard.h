/*
** A failed statement inside a transaction undoes itself and nothing else, as in SQLite: PostgreSQL would refuse all
** that follows. So there is a savepoint behind which nothing has been written, whenever a statement starts.
**
** R1  Any savepoint will do, also one of the caller's. One of ours is made only where something was written since the
**     last, and takes the place of the one before.
** R2  Statements that only read move no savepoint, and need none of their own.
** R3  What the caller says of transactions and savepoints is heard from his words, and believed only as far as the
**     server confirms it.
*/
#ifndef PARLEY_POSTGRES_GUARD_H
#define PARLEY_POSTGRES_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "postgres/session.h"

/* Before a statement: sees to it that there is something to go back to. */
bool parley_pg_guard_before(parley_pg_connection *connection, parley_error *err);

/* The same for who sends it together with the statement: the texts to send first, NULL behind the last, in `texts`; how
   many there are. They are taken for done. */
int parley_pg_guard_ahead(parley_pg_connection *connection, const char *texts[3]);

/* After a statement that may have written. */
void parley_pg_guard_wrote(parley_pg_connection *connection);

/* After a failure: goes back, if the transaction is broken. */
void parley_pg_guard_recover(parley_pg_connection *connection);

/* What a text says of transactions. */
typedef enum parley_pg_words {
  PARLEY_PG_WORDS_READ,    /* statements that only read */
  PARLEY_PG_WORDS_WRITE,   /* any other */
  PARLEY_PG_WORDS_CONTROL  /* nothing but words of transactions and savepoints */
} parley_pg_words;

/* Tells the kind of a text. */
parley_pg_words parley_pg_guard_kind(const char *sql);

/* Whether a text ends a transaction with what was written in it. */
bool parley_pg_guard_commits(const char *sql);

/* After a text has run: keeps up with the savepoints that it has made and given back. */
void parley_pg_guard_follow(parley_pg_connection *connection, const char *sql);

/* After anything has run to its end: whether the transaction is still open. */
void parley_pg_guard_settle(parley_pg_connection *connection);

#endif
