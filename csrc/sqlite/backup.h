/* Copies an open database, into a file or into another one. */
#ifndef PARLEY_SQLITE_BACKUP_H
#define PARLEY_SQLITE_BACKUP_H

#include "sqlite/store.h"

/* Copies the main database to a file that must not exist yet; all of it or nothing. */
bool parley_store_backup(parley_store *store, const char *path, parley_error *err);

/* Makes the main database of `to`, which is empty, a copy of that of `from`. */
bool parley_store_fill(parley_store *to, parley_store *from, parley_error *err);

#endif
