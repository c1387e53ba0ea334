/* Aggregates and window functions for SQL, over the same C functions as the column engine's. */
#ifndef PARLEY_SQLITE_AGGREGATES_H
#define PARLEY_SQLITE_AGGREGATES_H

#include "sqlite/store.h"

/* Registers them with the store's connection; what they do at the end of a large group can be stopped by its run.
   Returns SQLITE_OK or SQLite's code. */
int parley_sqlite_register_aggregates(parley_store *store);

#endif
