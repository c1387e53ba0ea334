/* Copies an open database into a file. */
#ifndef PARLEY_SQLITE_BACKUP_H
#define PARLEY_SQLITE_BACKUP_H

#include "sqlite/store.h"

/* Copies the main database to a file that must not exist yet; all of it or nothing. */
bool parley_store_backup(parley_store *store, const char *path, parley_error *err);

#endif
