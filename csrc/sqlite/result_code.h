/* The code word of what SQLite reports: its numbers stay in this room. */
#ifndef PARLEY_SQLITE_RESULT_CODE_H
#define PARLEY_SQLITE_RESULT_CODE_H

#include "base/error.h"

/* The code of a result code of SQLite, extended or not. */
parley_error_code parley_store_code(int code);

#endif
