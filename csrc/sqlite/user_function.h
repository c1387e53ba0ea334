/*
** Functions of a host's own in SQL, called through a callback that knows no SQLite.
**
** Ownership: `data` belongs to SQLite from parley_user_function_define on, also when that fails; it gives it back
** through `drop` once the function is replaced, taken off, or its connection closed.
*/
#ifndef PARLEY_SQLITE_USER_FUNCTION_H
#define PARLEY_SQLITE_USER_FUNCTION_H

#include <stdbool.h>

#include "base/error.h"
#include "sqlite/store.h"
#include "value/type.h"

/* A call that is going on. */
typedef struct parley_user_call parley_user_call;

typedef void parley_user_function_call(void *data, parley_user_call *call);
typedef void parley_user_function_drop(void *data);

/* Defines a function of `arity` arguments (-1: any number) that only statements may call, not the schema. One of the
   same name and arity is replaced. */
bool parley_user_function_define(parley_store *store, const char *name, int arity, parley_user_function_call *call,
                                 void *data, parley_user_function_drop *drop, parley_error *err);

/* Takes a function off a connection; false where a statement is using it. */
bool parley_user_function_remove(sqlite3 *db, const char *name, int arity);

/* Whether SQL takes two names for the same. */
bool parley_user_function_same_name(const char *a, const char *b);

/* ---- within a call ---- */

int parley_user_call_count(const parley_user_call *call);

/* Argument `at`, from 0; its text lives as long as the call. False: no memory. */
bool parley_user_call_argument(const parley_user_call *call, int at, parley_value *out);

/* Each ends the call: with a value, whose text is copied, or with a failure. */
void parley_user_call_return(const parley_user_call *call, const parley_value *value);
void parley_user_call_fail(const parley_user_call *call, const char *message);
void parley_user_call_fail_memory(const parley_user_call *call);

#endif
