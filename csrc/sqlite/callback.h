/*
** What SQL functions are written with: arguments read from SQLite's values, results and complaints given to it, and the
** state of an aggregate.
**
** R1  Deterministic and innocuous: indexes, views and generated columns may use them; nothing they do leaves the
**     arguments.
** R2  An argument of a wrong type is an error with the function's name, never a guess.
*/
#ifndef PARLEY_SQLITE_CALLBACK_H
#define PARLEY_SQLITE_CALLBACK_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>

#include "sqlite/store.h"
#include "value/functions.h"

typedef void parley_sql_step(sqlite3_context *c, int n, sqlite3_value **v);
typedef void parley_sql_final(sqlite3_context *c);

/* What SQLite calls for a function: `call` of scalars; `step` and `final` of aggregates, and `value` and `inverse`
   besides of those that are windows too. */
typedef struct parley_sql_callback {
  parley_sql_step *call, *step, *inverse;
  parley_sql_final *final, *value;
} parley_sql_callback;

/* The callbacks that the table of functions names. `none` is that of a function that is not registered. */
#define OPERATOR(name, OPERATION, kernel, callback, ...) extern const parley_sql_callback parley_sql_do_##callback;
#define SCALAR(name, OPERATION, kernel, callback, ...) extern const parley_sql_callback parley_sql_do_##callback;
#define AGGREGATE(name, KIND, kernel, callback, ...) extern const parley_sql_callback parley_sql_do_##callback;
#define WINDOW(name, KIND, kernel, callback, ...) extern const parley_sql_callback parley_sql_do_##callback;
#define SQL_ONLY(name, callback, ...) extern const parley_sql_callback parley_sql_do_##callback;
#include "value/functions.def"
/* That of all functions whose meaning is parley_call_NAME. */
extern const parley_sql_callback parley_sql_do_call;

/* Arguments whose types are kept: no entry takes more of different types. */
enum { PARLEY_SQL_TYPED = 8 };

/* What a callback is called for. SQLite's, which frees it with the connection. One connection, one thread: the scratch
   room serves all calls, one at a time. */
typedef struct parley_sql_function {
  const parley_function *entry;
  parley_store *store;
  parley_type takes[PARLEY_SQL_TYPED]; /* types of the first arguments; the last one's for those behind it */
  bool of_dates;            /* registered for the entry's text of dates: texts beside `any` are dates */
  parley_scalar_room room;  /* for texts that functions make */
  struct parley_sql_readings *spare; /* groups that have ended, for those to come: sqlite/reading_groups.h */
} parley_sql_function;

static inline parley_sql_function *parley_sql_self(sqlite3_context *c) { return sqlite3_user_data(c); }

static inline bool parley_sql_is_null(sqlite3_value *v) { return sqlite3_value_type(v) == SQLITE_NULL; }

bool parley_sql_any_null(int count, sqlite3_value **v);

typedef struct parley_sql_text {
  const char *bytes;
  size_t length;
} parley_sql_text;

/* The bytes belong to SQLite and live as long as the argument. Fails only without memory. */
bool parley_sql_get_text(sqlite3_context *c, sqlite3_value *v, parley_sql_text *out);

/* Whether a value of this type of SQLite's is bytes. */
static inline bool parley_sql_has_bytes(int type) { return type == SQLITE_TEXT || type == SQLITE_BLOB; }

typedef struct parley_sql_number {
  bool is_integer;
  sqlite3_int64 integer;
  double real;
} parley_sql_number;

/* Text that looks like a number is one, as everywhere in SQLite; other text is an error and never 0, told with
   what needs the number: the function, by its sign where it has one. */
bool parley_sql_get_number(sqlite3_context *c, sqlite3_value *v, parley_sql_number *out);

/* The same as a value, an integer or a number. */
bool parley_sql_get_numeric(sqlite3_context *c, sqlite3_value *v, parley_value *out);

/* The weight that a row is chosen by; anything but an integer is an error. */
bool parley_sql_get_weight(sqlite3_context *c, sqlite3_value *v, sqlite3_int64 *out);

/* Ends the call with a failure, which the store tells in its place; the others as parley_fail_key, parley_fail_with. */
void parley_sql_refuse(sqlite3_context *c, const parley_error *why);
void parley_sql_fail_key(sqlite3_context *c, const char *key);
void parley_sql_fail(sqlite3_context *c, const char *key, const char *names, ...) PARLEY_PRINTF(3, 4);

/* Ends the statement where work inside a function could not go on: stopped by the store's run, or without memory. */
void parley_sql_give_up(sqlite3_context *c, parley_store *store, const parley_error *why);

/* The state of a group, zeroed at its first row; NULL (and an error set) without memory. */
void *parley_sql_state(sqlite3_context *c, size_t size);

/* The state at the end, or NULL when the group had no row. */
static inline void *parley_sql_final_state(sqlite3_context *c) { return sqlite3_aggregate_context(c, 0); }

/* Makes room for `need` bytes by doubling; the old block stays valid when there is no memory. */
bool parley_sql_reserve(char **block, size_t *room, size_t need);

#endif
