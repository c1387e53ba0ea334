/*
** Rows of a file into a table of SQLite (text/load.h has the rules). The statements are the caller's; this file binds,
** steps and counts.
**
** To the host's time limit, all rows of a loader are one statement.
**
** Ownership: the caller owns the struct and the plan in it, and gives back what it holds with parley_sqlite_load_close.
** The store stays the caller's and open.
*/
#ifndef PARLEY_SQLITE_BULK_LOAD_H
#define PARLEY_SQLITE_BULK_LOAD_H

#include "text/load.h"
#include "sqlite/store.h"

/* Parameters alike in all three: ?1 is the key. `compare` gives rowid, whether all values that are given are the same,
   the source that the row is of where that is another one, and the key. */
typedef struct parley_sqlite_load_sql {
  const char *insert, *compare, *update;
} parley_sqlite_load_sql;

typedef struct parley_sqlite_load {
  parley_load load; /* stands first: what the sink is given is the whole */
  parley_store *store;
  parley_cursor insert, compare, update;
  sqlite3_stmt *row;   /* the statement that the values go to */
  int64_t spent;       /* nanoseconds of loading, counted under a time limit */
  int64_t before;      /* greatest rowid before the first row */
  unsigned char *seen; /* bits of rows up to it that the file had */
  size_t seen_bytes;
} parley_sqlite_load;

/* Opens *load, which must be all zero but for targets and count. */
bool parley_sqlite_load_open(parley_sqlite_load *load, parley_store *store, const parley_sqlite_load_sql *sql,
                             int64_t before, parley_error *err);

/* Binds a value that stays for all rows; a text of NULL is nothing. */
bool parley_sqlite_load_constant(parley_sqlite_load *load, int target, const parley_parse_rules *how,
                                 parley_missing_code text, parley_error *err);

/* parley_load_records under the store's time limit. */
parley_load_pause parley_sqlite_load_records(parley_sqlite_load *load, parley_record_reader *records, int64_t most,
                                             parley_error *err);

void parley_sqlite_load_close(parley_sqlite_load *load);

#endif
