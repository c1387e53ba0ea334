/* The SQL functions that Parley adds to a connection: those that the table of functions (value/functions.def) names a
   callback for. */
#ifndef PARLEY_SQLITE_FUNCTIONS_H
#define PARLEY_SQLITE_FUNCTIONS_H

#include "sqlite/store.h"

/* Registers all of them on the store's connection; what takes long in them is stopped by the store's run. */
bool parley_sqlite_register(parley_store *store, parley_error *err);

#endif
