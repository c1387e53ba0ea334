/* SQLite's result codes, and the words of Parley's that each of them becomes: no other file translates them. */
#include "sqlite/result_code.h"

#include <sqlite3.h>

/* Extended codes where they say more; else the lower byte, which is the primary code. */
parley_error_code parley_store_code(int code) {
  if (code == SQLITE_IOERR_NOMEM) return PARLEY_ERROR_OUT_OF_MEMORY;
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY) return PARLEY_ERROR_DUPLICATE;
  switch (code & 0xff) {
    case SQLITE_BUSY: return PARLEY_ERROR_BUSY;
    case SQLITE_LOCKED: return PARLEY_ERROR_LOCKED;
    case SQLITE_NOMEM: return PARLEY_ERROR_OUT_OF_MEMORY;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY: return PARLEY_ERROR_PERMISSION;
    case SQLITE_INTERRUPT: return PARLEY_ERROR_CANCELLED;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR: return PARLEY_ERROR_IO;
    case SQLITE_CORRUPT: return PARLEY_ERROR_CORRUPT;
    case SQLITE_NOTADB: return PARLEY_ERROR_NOT_A_DATABASE;
    case SQLITE_FULL: return PARLEY_ERROR_FULL;
    case SQLITE_TOOBIG: return PARLEY_ERROR_TOO_LARGE;
    case SQLITE_CONSTRAINT: return PARLEY_ERROR_CONSTRAINT;
    case SQLITE_MISMATCH: return PARLEY_ERROR_BAD_TYPE;
    case SQLITE_MISUSE: return PARLEY_ERROR_MISUSE;
    default: return PARLEY_ERROR_SQL;
  }
}

bool parley_store_call_failed(struct sqlite3 *db, int code, parley_error *err) {
  parley_error_code word = parley_store_code(code);
  if (word == PARLEY_ERROR_OUT_OF_MEMORY) return parley_no_memory(err);
  return parley_fail(err, word, "%s", sqlite3_errmsg(db));
}
