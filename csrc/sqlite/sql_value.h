/* One value of SQL as a parley_value, whose text belongs to SQLite. Private to csrc/sqlite. */
#ifndef PARLEY_SQLITE_SQL_VALUE_H
#define PARLEY_SQLITE_SQL_VALUE_H

#include <stdbool.h>

#include <sqlite3.h>

#include "value/type.h"

/* A blob is a text here. False: no memory for a text. */
static inline bool parley_sql_value_read(sqlite3_value *value, parley_value *out) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: *out = (parley_value){.type = PARLEY_INTEGER, .integer = sqlite3_value_int64(value)}; break;
    case SQLITE_FLOAT: *out = (parley_value){.type = PARLEY_NUMBER, .number = sqlite3_value_double(value)}; break;
    case SQLITE_TEXT:
      *out = (parley_value){.type = PARLEY_TEXT, .text = (const char *)sqlite3_value_text(value)};
      break;
    case SQLITE_BLOB:
      *out = (parley_value){.type = PARLEY_TEXT, .text = sqlite3_value_blob(value)};
      if (out->text == NULL) out->text = ""; /* of an empty one */
      break;
    default: *out = (parley_value){.type = PARLEY_ANY}; break;
  }
  if (out->type == PARLEY_TEXT) out->length = (size_t)sqlite3_value_bytes(value);
  return out->type != PARLEY_TEXT || out->text != NULL;
}

#endif
