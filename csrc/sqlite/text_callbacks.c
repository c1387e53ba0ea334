/* Texts in SQL: their case, the folded forms, and what is looked for in them. */
#include <stdbool.h>
#include <stddef.h>

#include "sqlite/callback.h"
#include "sqlite/sql_value.h"
#include "value/fold.h"
#include "value/index_text.h"
#include "value/scalar_semantics.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* Both sides are folded on each call. */
static void text_contains(context *c, int n, value **v) {
  parley_sql_text t, substring;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &t) || !parley_sql_get_text(c, v[1], &substring))
    return;
  int found = parley_fold_contains(t.bytes, t.length, substring.bytes, substring.length);
  if (found < 0) sqlite3_result_error_nomem(c);
  else sqlite3_result_int(c, found);
}

/* Gives the text as `write` makes it, which needs room for PARLEY_FOLD_GROWTH times its length. One byte more, so
   that an empty text still has a block; SQLite takes the block over. */
static void result_written(context *c, parley_sql_text t, size_t (*write)(const char *text, size_t length, char *out)) {
  char *out = sqlite3_malloc64(t.length * PARLEY_FOLD_GROWTH + 1);
  if (out == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  size_t length = write(t.bytes, t.length, out);
  sqlite3_result_text64(c, out, length, sqlite3_free, SQLITE_UTF8);
}

/* lower and upper. */
static void text_case(context *c, int n, value **v) {
  parley_sql_text t;
  bool lower = parley_sql_self(c)->entry->operation == PARLEY_DO_LOWER;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &t)) return;
  result_written(c, t, lower ? parley_text_lower : parley_text_upper);
}

/* What is folded already is given back as it is, without a block of three times its size. */
static void text_fold(context *c, int n, value **v) {
  parley_sql_text t;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &t)) return;
  if (parley_fold_is_done(t.bytes, t.length)) {
    sqlite3_result_text64(c, t.bytes, t.length, SQLITE_TRANSIENT, SQLITE_UTF8);
    return;
  }
  result_written(c, t, parley_fold);
}

/* The text as a full text index holds it. */
static void text_index(context *c, int n, value **v) {
  parley_sql_text t;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &t)) return;
  char *folded = sqlite3_malloc64(t.length * PARLEY_FOLD_GROWTH + 1);
  if (folded == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  size_t length = parley_fold(t.bytes, t.length, folded);
  char *out = sqlite3_malloc64(length * PARLEY_FOLD_INDEX_GROWTH + 1);
  if (out != NULL) {
    length = parley_fold_for_index(folded, length, out);
    sqlite3_result_text64(c, out, length, sqlite3_free, SQLITE_UTF8);
  } else {
    sqlite3_result_error_nomem(c);
  }
  sqlite3_free(folded);
}

/* The number of a written type as its text; what is none of that type stays as it is. */
static void text_written(context *c, int n, value **v) {
  char room[PARLEY_TYPE_TEXT];
  parley_value shown;
  parley_type type;
  parley_sql_text name;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[1], &name)) return;
  if (!parley_sql_value_read(v[0], &shown)) {
    sqlite3_result_error_nomem(c);
    return;
  }
  if (parley_type_find(name.bytes, &type)) parley_value_restore(&shown, type);
  if (parley_type_is_written(shown.type)) {
    parley_value_write(&shown, room);
    sqlite3_result_text64(c, shown.text, shown.length, SQLITE_TRANSIENT, SQLITE_UTF8);
  } else {
    sqlite3_result_value(c, v[0]);
  }
}

/* The limit is the connection's, so that a host may lower it. */
static void like_exact(context *c, int n, value **v) {
  parley_sql_text pattern, t;
  if (parley_sql_any_null(n, v) || !parley_sql_get_text(c, v[0], &pattern) || !parley_sql_get_text(c, v[1], &t)) return;
  int limit = sqlite3_limit(sqlite3_context_db_handle(c), SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1);
  if (pattern.length > (size_t)limit) {
    parley_sql_fail(c, "bad_pattern.like_long", "most=%d", limit);
  } else {
    sqlite3_result_int(c, parley_text_like(pattern.bytes, pattern.length, t.bytes, t.length));
  }
}

const parley_sql_callback parley_sql_do_contains = {.call = text_contains};
const parley_sql_callback parley_sql_do_case = {.call = text_case};
const parley_sql_callback parley_sql_do_fold = {.call = text_fold};
const parley_sql_callback parley_sql_do_index_text = {.call = text_index};
const parley_sql_callback parley_sql_do_written_text = {.call = text_written};
const parley_sql_callback parley_sql_do_like = {.call = like_exact};
