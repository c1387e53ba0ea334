/* No result set means NULL. */
#include "sqlite/callback.h"

#include <stdarg.h>

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

/* `real` is set for integers too. */
bool parley_sql_get_number(sqlite3_context *c, sqlite3_value *v, const char *name, parley_sql_number *out) {
  int type = sqlite3_value_numeric_type(v);
  out->is_integer = type == SQLITE_INTEGER;
  out->integer = out->is_integer ? sqlite3_value_int64(v) : 0;
  out->real = sqlite3_value_double(v);
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) return true;
  if (type == SQLITE_BLOB) parley_sql_fail(c, "%s needs a number, not a blob", name);
  else parley_sql_fail(c, "%s needs a number, not '%!.40s'", name, sqlite3_value_text(v));
  return false;
}

void parley_sql_fail(sqlite3_context *c, const char *fmt, ...) {
  va_list args;
  va_start(args, fmt);
  char *message = sqlite3_vmprintf(fmt, args);
  va_end(args);
  if (message == NULL) sqlite3_result_error_nomem(c);
  else sqlite3_result_error(c, message, -1);
  sqlite3_free(message);
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
