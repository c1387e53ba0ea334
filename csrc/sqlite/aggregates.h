/* Aggregates and window functions for SQL, over the same C functions as the column engine's. */
#ifndef PARLEY_SQLITE_AGGREGATES_H
#define PARLEY_SQLITE_AGGREGATES_H

#include <sqlite3.h>

/* Registers them with a connection. Returns SQLITE_OK or SQLite's code. */
int parley_register_aggregates(sqlite3 *db);

#endif
