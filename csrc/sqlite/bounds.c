/*
** R1  fts3_tokenizer gives the address of a structure, and calls functions at one that it is given: with a bound
**     parameter SQLite lets everybody call it. It is refused always, limits or none, and stays so on a connection that
**     was lent, since SQLite cannot be asked what was there.
** R2  SQLite looks at the clock between instructions, and a function is one: zeroblob(n), hex(x) and replace(x, y, z)
**     take as long as their value is. (Not so printf('%.*c', n, x), which counts to n whatever the length may be.)
*/
#include "sqlite/bounds.h"

/* Of a value: always so many bytes; under a limit of time, so many for each millisecond, which is less than any
   function that makes a value needs. */
enum { LEAST_LENGTH = 1 << 20, BYTES_PER_MS = 1 << 15 };

static void refuse(sqlite3_context *c, int n, sqlite3_value **v) {
  (void)n, (void)v;
  sqlite3_result_error(c, "not authorized", -1);
}

int parley_store_refuse_addresses(sqlite3 *db) {
  int code = SQLITE_OK;
  for (int n = 1; n <= 2 && code == SQLITE_OK; n++) {
    code = sqlite3_create_function_v2(db, "fts3_tokenizer", n, SQLITE_UTF8, NULL, refuse, NULL, NULL, NULL);
  }
  return code;
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

int parley_store_bound_values(sqlite3 *db, int before, int64_t time_limit, size_t memory_limit) {
  if (before == 0) before = sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1);
  int64_t most = before;
  if (memory_limit > 0) most = least(most, (int64_t)memory_limit / 2);
  if (time_limit > 0) most = least(most, time_limit / 1000000 * BYTES_PER_MS);
  if (most < LEAST_LENGTH) most = least(LEAST_LENGTH, before);
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, (int)most);
  return before;
}
