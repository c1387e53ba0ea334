/* differing(x, ...): a bit for each argument, 1 for the first, that is set where not all rows of the group that have a
   value there have the same one. All columns of a table are compared in one pass, at one call for a row: with min() and
   max() it would take two for each column. */
#include <string.h>

#include "sqlite/callback.h"

enum { MOST = 63 };

/* The first value that came; a text's bytes are in the group's block, as it may grow: from `at` on. */
typedef struct first_value {
  int type; /* SQLite's, 0 before any */
  union {
    sqlite3_int64 integer;
    double real;
    struct {
      size_t at, length;
    };
  };
} first_value;

typedef struct group {
  sqlite3_int64 differing;
  char *block;
  size_t room, used;
  first_value first[];
} group;

/* The bytes are asked for before their length, as SQLite may turn the value to text first. */
static const void *bytes_of(sqlite3_value *v, int type) {
  return type == SQLITE_TEXT ? (const void *)sqlite3_value_text(v) : sqlite3_value_blob(v);
}

/* False without memory; then nothing has been kept. */
static bool keep(group *g, first_value *first, sqlite3_value *v, int type) {
  if (type == SQLITE_INTEGER) first->integer = sqlite3_value_int64(v);
  if (type == SQLITE_FLOAT) first->real = sqlite3_value_double(v);
  if (parley_sql_has_bytes(type)) {
    const void *bytes = bytes_of(v, type);
    size_t length = (size_t)sqlite3_value_bytes(v);
    if (length > 0 && (bytes == NULL || !parley_sql_reserve(&g->block, &g->room, g->used + length))) return false;
    first->at = g->used;
    first->length = length;
    if (length > 0) memcpy(g->block + g->used, bytes, length);
    g->used += length;
  }
  first->type = type;
  return true;
}

/* As SQLite compares: numbers by what they are, whatever their types, and never with texts. */
static bool is_same(const group *g, const first_value *first, sqlite3_value *v, int type) {
  if (parley_sql_has_bytes(type)) {
    if (first->type != type) return false;
    const void *bytes = bytes_of(v, type);
    size_t length = (size_t)sqlite3_value_bytes(v);
    if (length != first->length || length == 0) return length == first->length;
    return bytes != NULL && memcmp(g->block + first->at, bytes, length) == 0;
  }
  if (parley_sql_has_bytes(first->type)) return false;
  if (type == SQLITE_INTEGER && first->type == SQLITE_INTEGER) return first->integer == sqlite3_value_int64(v);
  double before = first->type == SQLITE_INTEGER ? (double)first->integer : first->real, now = sqlite3_value_double(v);
  return !(before < now || before > now);
}

/* A column that has differed is not looked at again. */
static void differing_step(sqlite3_context *c, int n, sqlite3_value **v) {
  if (n > MOST) {
    parley_sql_fail(c, "bad_argument.sql_differing", "most=%d", MOST);
    return;
  }
  group *g = parley_sql_state(c, sizeof *g + (size_t)n * sizeof *g->first);
  for (int i = 0; g != NULL && i < n; i++) {
    sqlite3_int64 bit = (sqlite3_int64)1 << i;
    int type = sqlite3_value_type(v[i]);
    if (type == SQLITE_NULL || (g->differing & bit) != 0) continue;
    if (g->first[i].type != 0) {
      if (!is_same(g, &g->first[i], v[i], type)) g->differing |= bit;
    } else if (!keep(g, &g->first[i], v[i], type)) {
      sqlite3_result_error_nomem(c);
      return;
    }
  }
}

static void differing_final(sqlite3_context *c) {
  group *g = parley_sql_final_state(c);
  sqlite3_result_int64(c, g != NULL ? g->differing : 0);
  if (g != NULL) sqlite3_free(g->block);
}

const parley_sql_callback parley_sql_do_differing = {.step = differing_step, .final = differing_final};
