/* The scalar functions of the table (value/functions.def) that are called value by value, as SQL functions. */
#ifndef PARLEY_SQLITE_SCALAR_FUNCTIONS_H
#define PARLEY_SQLITE_SCALAR_FUNCTIONS_H

#include <sqlite3.h>

/* Registers each under the name with which its SQL text begins. Gives an SQLite code. */
int parley_sqlite_register_scalars(sqlite3 *db);

#endif
