/* SQL window functions where SQLite's own would give other answers than the column engine, or none. */
#ifndef PARLEY_SQLITE_WINDOWS_H
#define PARLEY_SQLITE_WINDOWS_H

#include <sqlite3.h>

/* Registers cumsum(x), over all rows up to this one; stable_sum(x), over a whole group; and rolling_mean(x, n), over
   the last n rows. Returns SQLITE_OK or SQLite's code. */
int parley_sqlite_register_windows(sqlite3 *db);

#endif
