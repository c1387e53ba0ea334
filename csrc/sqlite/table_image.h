/* What is taken from the image of a database, faster than it can be made from what is in it. */
#ifndef PARLEY_SQLITE_TABLE_IMAGE_H
#define PARLEY_SQLITE_TABLE_IMAGE_H

#include "sqlite/store.h"

/* Makes the tables of the image in `store` and fills them, all or nothing. The image has no indexes but those of its
   tables' keys, and must stay where it is while the store is open. True with *taken false: not now, or not with this
   SQLite, and nothing has changed. */
bool parley_store_take_image(parley_store *store, const char *bytes, size_t size, bool *taken, parley_error *err);

/* Makes an empty database in memory what the image is, with all that it has. True with *taken false: as above. */
bool parley_store_become_image(parley_store *store, const char *bytes, size_t size, bool *taken, parley_error *err);

/* Of SQLite, whose images they are. */
int parley_store_sqlite_version(void);

#endif
