/* The codes of PostgreSQL's failures (SQLSTATE), and the words of Parley's that each of them becomes. */
#ifndef PARLEY_POSTGRES_SQLSTATE_H
#define PARLEY_POSTGRES_SQLSTATE_H

#include "base/error.h"

/* The word of a code of five characters; NULL: none was given. */
parley_error_code parley_pg_sqlstate_code(const char *sqlstate);

/* The first code of five characters that a verbose message of libpq's holds, into `out`; false: there is none. */
bool parley_pg_sqlstate_find(const char *verbose, char out[6]);

#endif
