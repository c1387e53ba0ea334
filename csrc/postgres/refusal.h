/* What functions of the schema refuse, as failures of ours: they say the key of a sentence and its argument. */
#ifndef PARLEY_POSTGRES_REFUSAL_H
#define PARLEY_POSTGRES_REFUSAL_H

#include "base/error.h"

/* Whether a code, the key and the argument are those of such a refusal; if so, `err` is it. */
bool parley_pg_refusal(const char *sqlstate, const char *key, const char *value, parley_error *err);

#endif
