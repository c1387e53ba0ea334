/* No result set means NULL. */
#include "sqlite/callback.h"

#include <stdarg.h>
#include <string.h>

#include "base/utf8.h"
#include "sqlite/result_code.h"

bool parley_sql_any_null(int count, sqlite3_value **v) {
  for (int i = 0; i < count; i++) {
    if (parley_sql_is_null(v[i])) return true;
  }
  return false;
}

/* Bytes are asked after the text: asking converts the value. */
bool parley_sql_get_text(sqlite3_context *c, sqlite3_value *v, parley_sql_text *out) {
  out->bytes = (const char *)sqlite3_value_text(v);
  out->length = (size_t)sqlite3_value_bytes(v);
  if (out->bytes == NULL) sqlite3_result_error_nomem(c);
  return out->bytes != NULL;
}

/* What the user calls the function. */
static const char *name_of(sqlite3_context *c) {
  const parley_function *entry = parley_sql_self(c)->entry;
  return entry->sign != NULL ? entry->sign : entry->name;
}

/* `real` is set for integers too. */
bool parley_sql_get_number(sqlite3_context *c, sqlite3_value *v, parley_sql_number *out) {
  int type = sqlite3_value_numeric_type(v);
  out->is_integer = type == SQLITE_INTEGER;
  out->integer = out->is_integer ? sqlite3_value_int64(v) : 0;
  out->real = sqlite3_value_double(v);
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) return true;
  if (type == SQLITE_BLOB) parley_sql_fail(c, "bad_type.sql_blob", "name=%s", name_of(c));
  else {
    const char *text = (const char *)sqlite3_value_text(v);
    size_t shown = 0;
    for (int left = 40; text != NULL && text[shown] != '\0'; shown++) { /* characters, not bytes */
      if (!parley_utf8_continues(text[shown]) && left-- == 0) break;
    }
    parley_sql_fail(c, "bad_type.sql_number", "name=%s value=%.*s", name_of(c), (int)shown, text != NULL ? text : "");
  }
  return false;
}

bool parley_sql_get_numeric(sqlite3_context *c, sqlite3_value *v, parley_value *out) {
  parley_sql_number number;
  if (!parley_sql_get_number(c, v, &number)) return false;
  out->type = number.is_integer ? PARLEY_INTEGER : PARLEY_NUMBER;
  out->integer = number.integer;
  out->number = number.real;
  return true;
}

bool parley_sql_get_weight(sqlite3_context *c, sqlite3_value *v, sqlite3_int64 *out) {
  *out = sqlite3_value_int64(v);
  if (sqlite3_value_type(v) == SQLITE_INTEGER) return true;
  parley_sql_fail(c, "bad_argument.sql_weight", "name=%s", name_of(c));
  return false;
}

/* SQLite gets the text of it and a code that nobody else gives, and the store the failure itself. */
void parley_sql_refuse(sqlite3_context *c, const parley_error *why) {
  char text[PARLEY_ERROR_TEXT];
  if (why->code == PARLEY_ERROR_OUT_OF_MEMORY) {
    sqlite3_result_error_nomem(c);
    return;
  }
  parley_sql_self(c)->store->called = *why;
  sqlite3_result_error(c, parley_error_text(why, text, sizeof text), -1);
  sqlite3_result_error_code(c, PARLEY_STORE_CALLED);
}

void parley_sql_fail_key(sqlite3_context *c, const char *key) {
  parley_error err;
  parley_fail_key(&err, key);
  parley_sql_refuse(c, &err);
}

void parley_sql_fail(sqlite3_context *c, const char *key, const char *names, ...) {
  parley_error err;
  va_list values;
  va_start(values, names);
  parley_error_set(&err, key, names, values);
  va_end(values);
  parley_sql_refuse(c, &err);
}

/* SQLite has no code for Parley's reasons: the store carries them past it. */
void parley_sql_give_up(sqlite3_context *c, parley_store *store, const parley_error *why) {
  if (why->code == PARLEY_ERROR_OUT_OF_MEMORY) {
    sqlite3_result_error_nomem(c);
    return;
  }
  store->stopped = true; /* the store then tells why, not SQLite's word for being interrupted */
  store->why = *why;
  sqlite3_result_error_code(c, SQLITE_INTERRUPT);
}

/* sizes here are far below what an int holds. */
void *parley_sql_state(sqlite3_context *c, size_t size) {
  void *state = sqlite3_aggregate_context(c, (int)size);
  if (state == NULL) sqlite3_result_error_nomem(c);
  return state;
}

/* From SQLite's allocator, so that results can be handed over to it without a copy. */
bool parley_sql_reserve(char **block, size_t *room, size_t need) {
  if (need <= *room) return true;
  size_t wanted = *room < 64 ? 64 : *room;
  while (wanted < need) wanted *= 2;
  char *grown = sqlite3_realloc64(*block, wanted);
  if (grown == NULL) return false;
  *block = grown;
  *room = wanted;
  return true;
}
