/* One sqlite3_column_value and calls on the value cost half of what the sqlite3_column_* calls do, each of which takes
 * the connection's lock; the value is ours alone, as the statement is. */
#include "sqlite/cursor_row.h"

#include "base/buffer.h"
#include "sqlite/result_code.h"
#include "sqlite/sql_value.h"

/* ---- parameters ---- */

int parley_cursor_parameters(const parley_cursor *cursor) { return sqlite3_bind_parameter_count(cursor->stmt); }

/* Copied by SQLite, so that the caller's text may go. */
static int bind(sqlite3_stmt *stmt, int at, const parley_value *value) {
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: return sqlite3_bind_null(stmt, at);
    case PARLEY_LAYOUT_TRUTH:
    case PARLEY_LAYOUT_INTEGER: return sqlite3_bind_int64(stmt, at, value->integer);
    case PARLEY_LAYOUT_NUMBER: return sqlite3_bind_double(stmt, at, value->number);
    default: return sqlite3_bind_text64(stmt, at, value->text, value->length, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

bool parley_cursor_bind(const parley_cursor *cursor, int at, const parley_value *value, parley_error *err) {
  int code = bind(cursor->stmt, at, value);
  if (code == SQLITE_OK) return true;
  parley_fail(err, parley_store_code(code), "%s", sqlite3_errstr(code));
  return parley_fail_about(err, "parameter", "at=%d", at);
}

/* ---- columns ---- */

int parley_cursor_width(const parley_cursor *cursor) { return sqlite3_column_count(cursor->stmt); }

const char *parley_cursor_column_name(const parley_cursor *cursor, int at) {
  return sqlite3_column_name(cursor->stmt, at);
}

const char *parley_cursor_declared_type(const parley_cursor *cursor, int at) {
  return sqlite3_column_decltype(cursor->stmt, at);
}

/* Libraries are built without these two unless they are asked to keep origins; then there are none. */
#if defined(__GNUC__) && !defined(_WIN32)
#pragma weak sqlite3_column_table_name
#pragma weak sqlite3_column_origin_name

bool parley_cursor_origin(const parley_cursor *cursor, int at, const char **table, const char **column) {
  if (sqlite3_column_table_name == NULL || sqlite3_column_origin_name == NULL) return false;
  *table = sqlite3_column_table_name(cursor->stmt, at);
  *column = sqlite3_column_origin_name(cursor->stmt, at);
  return *table != NULL && *column != NULL;
}
#else
bool parley_cursor_origin(const parley_cursor *cursor, int at, const char **table, const char **column) {
  (void)cursor, (void)at, (void)table, (void)column;
  return false;
}
#endif

/* ---- the row ---- */

bool parley_cursor_value(const parley_cursor *cursor, int at, parley_value *out) {
  return parley_sql_value_read(sqlite3_column_value(cursor->stmt, at), out);
}

void parley_cursor_add_kinds(const parley_cursor *cursor, unsigned char *kinds, int width) {
  static const unsigned char bits[] = {[SQLITE_INTEGER] = 1, [SQLITE_FLOAT] = 2, [SQLITE_TEXT] = 4, [SQLITE_BLOB] = 8,
                                       [SQLITE_NULL] = 0};
  for (int at = 0; at < width; at++) kinds[at] |= bits[sqlite3_column_type(cursor->stmt, at)];
}

/* Texts and blobs: of all values, they alone may fail to be read. A text of another encoding is converted on
   reading, which may run out of memory. */
static bool add_text(parley_frame *frame, int at, sqlite3_value *value, parley_error *err) {
  parley_value text;
  if (!parley_sql_value_read(value, &text)) return parley_no_memory(err);
  return parley_frame_add_text(frame, at, text.text, text.length, err);
}

/* Types settle in the Frame (frame/frame.c), not here: a column of SQLite may hold anything. */
bool parley_cursor_add_row(const parley_cursor *cursor, parley_frame *frame, parley_error *err) {
  bool done = true;
  for (int at = 0; done && at < frame->width; at++) {
    sqlite3_value *value = sqlite3_column_value(cursor->stmt, at);
    switch (sqlite3_value_type(value)) {
      case SQLITE_INTEGER: done = parley_frame_add_integer(frame, at, sqlite3_value_int64(value), err); break;
      case SQLITE_FLOAT: done = parley_frame_add_number(frame, at, sqlite3_value_double(value), err); break;
      case SQLITE_NULL: done = parley_frame_add_null(frame, at, err); break;
      default: done = add_text(frame, at, value, err);
    }
  }
  return done;
}

/* A value of a declared type, which may be shown otherwise than SQLite keeps it. */
static void write_restored(parley_csv_writer *out, sqlite3_value *value, parley_type type) {
  parley_value restored;
  if (!parley_sql_value_read(value, &restored)) {
    out->failed = true;
    return;
  }
  parley_value_restore(&restored, type);
  parley_csv_write_value(out, &restored);
}

static void write_text(parley_csv_writer *out, sqlite3_value *value) {
  parley_value text;
  if (parley_sql_value_read(value, &text)) parley_csv_write_text(out, text.text, text.length);
  else out->failed = true;
}

/* Straight from SQLite's value where its type is all there is to know: most of what is exported. */
static void write_plain(parley_csv_writer *out, sqlite3_value *value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: parley_csv_write_integer(out, sqlite3_value_int64(value)); break;
    case SQLITE_FLOAT: parley_csv_write_number(out, sqlite3_value_double(value)); break;
    case SQLITE_NULL: parley_csv_write_missing(out); break;
    default: write_text(out, value);
  }
}

void parley_cursor_write_csv(const parley_cursor *cursor, parley_csv_writer *out, const unsigned char *types,
                             int typed) {
  int width = parley_cursor_width(cursor);
  for (int at = 0; at < width; at++) {
    sqlite3_value *value = sqlite3_column_value(cursor->stmt, at);
    if (at < typed && types[at] != PARLEY_ANY) write_restored(out, value, (parley_type)types[at]);
    else write_plain(out, value);
  }
  parley_csv_write_row_end(out, width);
}
