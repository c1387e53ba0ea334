/*
** One adapter for all functions that the table defines value by value: arguments become values of the types that the
** table says, and the value they give becomes a result.
**
** Threads: one connection, one thread; the scratch room of an adapter serves all its calls, one at a time.
*/
#include "sqlite/scalar_functions.h"

#include <string.h>

#include "value/functions.h"
#include "value/scalar_call.h"

enum { MOST_ARGUMENTS = 128 };

/* What a registered function goes by; it belongs to SQLite, which frees it with the connection. */
typedef struct adapter {
  const parley_function *function;
  bool of_dates; /* texts beside `any` are dates */
  parley_scalar_room room; /* for texts that functions make */
} adapter;

/* ---- arguments ---- */

/* Blobs are taken as texts of their bytes. */
static bool text_of(sqlite3_context *c, sqlite3_value *v, parley_value *out) {
  out->text = (const char *)sqlite3_value_text(v);
  out->length = (size_t)sqlite3_value_bytes(v);
  if (out->text == NULL) sqlite3_result_error_nomem(c);
  return out->text != NULL;
}

/* A value of a column of any type is what SQLite says it is. */
static parley_type type_found(const adapter *a, sqlite3_value *v) {
  switch (sqlite3_value_type(v)) {
    case SQLITE_INTEGER: return PARLEY_INTEGER;
    case SQLITE_FLOAT: return PARLEY_NUMBER;
    default: return a->of_dates ? PARLEY_DATE : PARLEY_TEXT;
  }
}

/* Text that looks like a number is one, as everywhere in SQLite; other text is an error and never 0. numeric_type
   looks at the text as SQLite does, so "12" is 12 and "x" an error. */
static bool number_of(sqlite3_context *c, const adapter *a, sqlite3_value *v, parley_value *out) {
  int type = sqlite3_value_numeric_type(v);
  out->type = type == SQLITE_INTEGER ? PARLEY_INTEGER : PARLEY_NUMBER;
  out->integer = sqlite3_value_int64(v);
  out->number = sqlite3_value_double(v);
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) return true;
  char *message = sqlite3_mprintf("%s needs a number, not '%!.40s'", a->function->name, sqlite3_value_text(v));
  if (message == NULL) sqlite3_result_error_nomem(c);
  else sqlite3_result_error(c, message, -1);
  sqlite3_free(message);
  return false;
}

/* What the table says is taken; only `any` depends on the value. */
static bool argument_of(sqlite3_context *c, const adapter *a, int at, sqlite3_value *v, parley_value *out) {
  parley_type wanted = parley_function_takes(a->function, at);
  *out = (parley_value){.type = wanted == PARLEY_ANY ? type_found(a, v) : wanted};
  switch (out->type) {
    case PARLEY_NUMBER: return number_of(c, a, v, out);
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN:
      out->integer = sqlite3_value_int64(v);
      out->number = (double)out->integer;
      return true;
    default: return text_of(c, v, out);
  }
}

/* False where the answer is settled already: by a missing argument or an error. Missing first, for all: a missing
   argument settles the answer before another one's error does. */
static bool arguments_of(sqlite3_context *c, const adapter *a, int count, sqlite3_value **v, parley_value *args) {
  for (int i = 0; i < count; i++) {
    args[i] = (parley_value){.type = PARLEY_ANY};
    if (sqlite3_value_type(v[i]) != SQLITE_NULL) continue;
    if (a->function->missing == PARLEY_MISSING_SPREADS) return false;
  }
  for (int i = 0; i < count; i++) {
    bool there = sqlite3_value_type(v[i]) != SQLITE_NULL;
    if (there && !argument_of(c, a, i, v[i], &args[i])) return false;
  }
  return true;
}

/* ---- results ---- */

/* Copied, since the room serves the next call. */
static void give(sqlite3_context *c, const parley_value *made) {
  switch (made->type) {
    case PARLEY_ANY: break;
    case PARLEY_NUMBER: sqlite3_result_double(c, made->number); break;
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: sqlite3_result_int64(c, made->integer); break;
    default: sqlite3_result_text64(c, made->text, made->length, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

static void call(sqlite3_context *c, int count, sqlite3_value **v) {
  adapter *a = sqlite3_user_data(c);
  parley_value args[MOST_ARGUMENTS], made = {.type = PARLEY_ANY};
  parley_error err = {0};
  if (count > MOST_ARGUMENTS) sqlite3_result_error(c, "too many arguments", -1);
  if (count > MOST_ARGUMENTS || !arguments_of(c, a, count, v, args)) return;
  if (a->function->call(args, count, &a->room, &made, &err)) give(c, &made);
  else sqlite3_result_error(c, err.message, -1);
}

/* ---- registration ---- */

static void adapter_free(void *data) {
  adapter *a = data;
  parley_scalar_room_free(&a->room);
  sqlite3_free(a);
}

/* Under the name before the parenthesis. -1 arguments: the binder has checked their number. */
static int register_as(sqlite3 *db, const parley_function *f, const char *sql, bool of_dates) {
  char name[64];
  size_t length = strcspn(sql, "(");
  adapter *a = sqlite3_malloc(sizeof *a);
  if (a == NULL || length >= sizeof name) return sqlite3_free(a), SQLITE_NOMEM;
  *a = (adapter){.function = f, .of_dates = of_dates};
  memcpy(name, sql, length);
  name[length] = '\0';
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  return sqlite3_create_function_v2(db, name, -1, flags, a, call, NULL, NULL, adapter_free);
}

int parley_sqlite_register_scalars(sqlite3 *db) {
  for (const parley_function *f = parley_functions; f->name != NULL; f++) {
    int rc = f->call != NULL ? register_as(db, f, f->sqlite, false) : SQLITE_OK;
    if (rc == SQLITE_OK && f->call != NULL && f->sqlite_dates != NULL) rc = register_as(db, f, f->sqlite_dates, true);
    if (rc != SQLITE_OK) return rc;
  }
  return SQLITE_OK;
}
