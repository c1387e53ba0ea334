/*
** One callback for all functions that the table defines value by value: arguments become values of the types that the
** table says, and the value they give becomes a result.
*/
#include "sqlite/callback.h"

#include "value/scalar_call.h"

enum { MOST_ARGUMENTS = 128 };

typedef parley_sql_function adapter;

/* ---- arguments ---- */

/* Blobs are taken as texts of their bytes. */
static bool text_of(sqlite3_context *c, sqlite3_value *v, parley_value *out) {
  parley_sql_text text;
  if (!parley_sql_get_text(c, v, &text)) return false;
  out->text = text.bytes;
  out->length = text.length;
  return true;
}

/* A value of a column of any type is what SQLite says it is. */
static parley_type type_found(const adapter *a, sqlite3_value *v) {
  switch (sqlite3_value_type(v)) {
    case SQLITE_INTEGER: return PARLEY_INTEGER;
    case SQLITE_FLOAT: return PARLEY_NUMBER;
    default: return a->of_dates ? PARLEY_DATE : PARLEY_TEXT;
  }
}

/* What the table says is taken; only `any` depends on the value. */
static bool argument_of(sqlite3_context *c, const adapter *a, int at, sqlite3_value *v, parley_value *out) {
  parley_type wanted = a->takes[at < PARLEY_SQL_TYPED ? at : PARLEY_SQL_TYPED - 1];
  *out = (parley_value){.type = wanted == PARLEY_ANY ? type_found(a, v) : wanted};
  switch (parley_layout_of(out->type)) {
    case PARLEY_LAYOUT_NUMBER: return parley_sql_get_numeric(c, v, out);
    case PARLEY_LAYOUT_INTEGER:
    case PARLEY_LAYOUT_TRUTH:
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
    if (a->entry->missing == PARLEY_MISSING_SPREADS) return false;
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
  switch (parley_layout_of(made->type)) {
    case PARLEY_LAYOUT_NONE: break;
    case PARLEY_LAYOUT_NUMBER: sqlite3_result_double(c, made->number); break;
    case PARLEY_LAYOUT_INTEGER:
    case PARLEY_LAYOUT_TRUTH: sqlite3_result_int64(c, made->integer); break;
    default: sqlite3_result_text64(c, made->text, made->length, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

static void call(sqlite3_context *c, int count, sqlite3_value **v) {
  adapter *a = parley_sql_self(c);
  parley_value args[MOST_ARGUMENTS], made = {.type = PARLEY_ANY};
  parley_error err = {0};
  if (count > MOST_ARGUMENTS) parley_sql_fail_key(c, "bad_argument.sql_many");
  if (count > MOST_ARGUMENTS || !arguments_of(c, a, count, v, args)) return;
  if (a->entry->call(args, count, &a->room, &made, &err)) give(c, &made);
  else parley_sql_refuse(c, &err);
}

const parley_sql_callback parley_sql_do_call = {.call = call};
