/* The code word of what SQLite reports: its numbers stay in this room. */
#ifndef PARLEY_SQLITE_RESULT_CODE_H
#define PARLEY_SQLITE_RESULT_CODE_H

#include "base/error.h"

/* What a function of ours gives when it refuses its arguments: SQLITE_ERROR, extended by a number that SQLite itself
   never gives, so that whose failure it is need not be read from its words. */
enum { PARLEY_STORE_CALLED = 1 | 200 << 8 };

/* The code of a result code of SQLite, extended or not. */
parley_error_code parley_store_code(int code);

struct sqlite3;

/* What a call gave that is no statement: a lack of memory may leave SQLite's own words as they were, "not an error".
   Always false. */
bool parley_store_call_failed(struct sqlite3 *db, int code, parley_error *err);

#endif
