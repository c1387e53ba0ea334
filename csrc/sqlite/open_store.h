/* Opens a store on a file, in memory, or on a connection that is there already. */
#ifndef PARLEY_SQLITE_OPEN_STORE_H
#define PARLEY_SQLITE_OPEN_STORE_H

#include "sqlite/store.h"

typedef enum parley_store_mode {
  PARLEY_STORE_READ,
  PARLEY_STORE_WRITE,
  PARLEY_STORE_CREATE,
  PARLEY_STORE_MEMORY
} parley_store_mode;

/* Opens *store, which must be all zero but for its run: where another program holds the file locked, that is waited for
   until the time is over or the run is to stop, here and whenever the store is used. On failure it stays closed, and
   err says what to do. *store stays where it is while it is open. */
bool parley_store_open(parley_store *store, const char *path, parley_store_mode mode, int timeout_ms,
                       parley_error *err);

/* Opens *store on a connection of the caller's, who keeps it: parley_store_close leaves it open. */
bool parley_store_adopt(parley_store *store, sqlite3 *db, parley_error *err);

/* A file being opened, and how messages speak of it. */
typedef struct parley_store_opening {
  const char *path;
  parley_store_mode mode;
  const char *verb, *shown; /* "open" and the path, but "write" and the target for the temporary file of a backup */
} parley_store_opening;

/* As parley_store_open, with messages of its own. */
bool parley_store_open_as(parley_store *store, const parley_store_opening *opening, int timeout_ms, parley_error *err);

#endif
