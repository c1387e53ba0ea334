/* What SQL may not have on any connection, and how large its values may be under a host's limits. */
#ifndef PARLEY_SQLITE_BOUNDS_H
#define PARLEY_SQLITE_BOUNDS_H

#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

/* Refuses functions that take or give addresses. Gives a code of SQLite's. */
int parley_store_refuse_addresses(sqlite3 *db);

/* Bounds the length of a value by limits of time (nanoseconds) and memory (bytes), 0: none, so that they hold for
   functions that make one at once: no statement is stopped within a function. `before` is the bound of the connection
   before any was set, and 0 at first; gives it. Without limits, that is the bound again. */
int parley_store_bound_values(sqlite3 *db, int before, int64_t time_limit, size_t memory_limit);

#endif
