/* What a compiled statement may do to the data. Asks the statement itself, never the connection's authorizer: a
   connection that a host has lent may have one, and it has to stay. */
#ifndef PARLEY_SQLITE_READONLY_GUARD_H
#define PARLEY_SQLITE_READONLY_GUARD_H

#include <stdbool.h>

#include <sqlite3.h>

/* Whether stmt, compiled from the start of `sql`, is a query: no writing, setting, attaching or transaction control.
   The caller keeps both. */
bool parley_readonly_guard_selects(sqlite3_stmt *stmt, const char *sql);

/* Whether stmt, compiled from the start of `sql` on db, writes to nothing but temporary tables. False too when memory
   is too short to find out. The caller keeps all three. */
bool parley_readonly_guard_spares_data(sqlite3 *db, sqlite3_stmt *stmt, const char *sql);

#endif
