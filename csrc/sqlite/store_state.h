/* What an open store says about its connection, and the switches it has. */
#ifndef PARLEY_SQLITE_STORE_STATE_H
#define PARLEY_SQLITE_STORE_STATE_H

#include "sqlite/store.h"

/* Rows that statements have changed: since opening, and by the last one that changed any. */
int64_t parley_store_total_changes(const parley_store *store);
int64_t parley_store_changes(const parley_store *store);

/* The rowid that was inserted last. */
int64_t parley_store_last_row(const parley_store *store);

/* Pages of its files that were read since it was opened: those it had no longer in memory, or not yet. */
int64_t parley_store_pages_read(const parley_store *store);

bool parley_store_in_transaction(const parley_store *store);

/* Whether the file cannot be written to. */
bool parley_store_is_read_only(const parley_store *store);

/* The path of its file; NULL in memory. It belongs to the store. */
const char *parley_store_file_name(const parley_store *store);

/* Stops what runs now, from any thread. */
void parley_store_interrupt(parley_store *store);

/* Lets statements attach so many databases; gives how many they could before. */
int parley_store_attachable(sqlite3 *db, int most);

#endif
