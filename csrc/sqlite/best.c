/* best(value, weight): the value of the greatest weight, of those that are there; of equals the first. */
#include <string.h>

#include "sqlite/callback.h"

enum { SHORT = 24 };

/* A text of more than SHORT bytes owns its block. `type` is SQLite's, 0 before any. */
typedef struct kept {
  int type;
  union {
    sqlite3_int64 integer;
    double real;
    size_t length;
  };
  char *block;
  char bytes[SHORT];
} kept;

/* Keeps a copy of a value; false without memory. What was kept before has to be dropped. */
static bool keep(kept *k, sqlite3_value *v) {
  k->type = sqlite3_value_type(v);
  k->block = NULL;
  if (k->type == SQLITE_INTEGER) k->integer = sqlite3_value_int64(v);
  if (k->type == SQLITE_FLOAT) k->real = sqlite3_value_double(v);
  if (k->type != SQLITE_TEXT && k->type != SQLITE_BLOB) return true;
  const void *bytes = k->type == SQLITE_TEXT ? (const void *)sqlite3_value_text(v) : sqlite3_value_blob(v);
  k->length = (size_t)sqlite3_value_bytes(v);
  if (k->length > SHORT) k->block = sqlite3_malloc64(k->length);
  bool has_room = k->length <= SHORT || k->block != NULL;
  if ((bytes == NULL && k->length > 0) || !has_room) {
    k->type = SQLITE_NULL; /* what is half kept is not given out */
    return false;
  }
  if (k->length > 0) memcpy(k->block != NULL ? k->block : k->bytes, bytes, k->length);
  return true;
}

static void drop(kept *k) {
  sqlite3_free(k->block);
  k->block = NULL;
}

/* Gives a kept value as the result: a long text is handed over, anything else copied. */
static void give(sqlite3_context *c, kept *k) {
  char *block = k->block;
  k->block = NULL;
  const char *bytes = block != NULL ? block : k->bytes;
  sqlite3_destructor_type owner = block != NULL ? sqlite3_free : SQLITE_TRANSIENT;
  switch (k->type) {
    case SQLITE_INTEGER: sqlite3_result_int64(c, k->integer); break;
    case SQLITE_FLOAT: sqlite3_result_double(c, k->real); break;
    case SQLITE_TEXT: sqlite3_result_text64(c, bytes, k->length, owner, SQLITE_UTF8); break;
    case SQLITE_BLOB: sqlite3_result_blob64(c, bytes, k->length, owner); break;
    default: break;
  }
}

typedef struct winner {
  kept value;
  sqlite3_int64 weight;
} winner;

/* Of equal weights the first stays. A value is copied, since SQLite's is gone with its row; a short one lies within the
   state, so that most groups allocate nothing. */
static void best_step(sqlite3_context *c, int n, sqlite3_value **v) {
  sqlite3_int64 weight;
  (void)n;
  if (parley_sql_is_null(v[0]) || parley_sql_is_null(v[1]) || !parley_sql_get_weight(c, v[1], &weight)) return;
  winner *w = parley_sql_state(c, sizeof *w);
  if (w == NULL || (w->value.type != 0 && weight <= w->weight)) return;
  drop(&w->value);
  w->weight = weight;
  if (!keep(&w->value, v[0])) sqlite3_result_error_nomem(c);
}

static void best_final(sqlite3_context *c) {
  winner *w = parley_sql_final_state(c);
  if (w != NULL) give(c, &w->value);
}

const parley_sql_callback parley_sql_do_best = {.step = best_step, .final = best_final};
