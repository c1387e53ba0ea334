/* Thin adapters: each function reads its arguments, asks the engine, and gives a result. What needs a name per
 * function (an operator, a part) comes in through user data, so that one adapter serves a family. */
#include "sqlite/functions.h"

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "value/edtf.h"
#include "value/fold.h"
#include "value/scalar_semantics.h"
#include "value/quantile.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* ---- arguments and results ---- */

static void *user_data(context *c) { return sqlite3_user_data(c); }

static bool is_null(value *v) { return sqlite3_value_type(v) == SQLITE_NULL; }

static bool any_null(int count, value **v) {
  for (int i = 0; i < count; i++) {
    if (is_null(v[i])) return true;
  }
  return false;
}

typedef struct text {
  const char *bytes;
  size_t length;
} text;

/* The bytes belong to SQLite and live as long as the argument. Fails only without memory. */
static bool get_text(context *c, value *v, text *out) {
  out->bytes = (const char *)sqlite3_value_text(v);
  out->length = (size_t)sqlite3_value_bytes(v);
  if (out->bytes == NULL) sqlite3_result_error_nomem(c);
  return out->bytes != NULL;
}

/* Formats with SQLite's own printf, whose '!' cuts between characters. */
static void fail(context *c, const char *fmt, ...) {
  va_list args;
  va_start(args, fmt);
  char *message = sqlite3_vmprintf(fmt, args);
  va_end(args);
  if (message == NULL) sqlite3_result_error_nomem(c);
  else sqlite3_result_error(c, message, -1);
  sqlite3_free(message);
}

/* ---- dates ---- */

static bool get_date(context *c, value *v, parley_edtf *out) {
  text t;
  parley_error err;
  if (!get_text(c, v, &t)) return false;
  if (parley_edtf_parse(t.bytes, t.length, out, &err)) return true;
  sqlite3_result_error(c, err.message, -1);
  return false;
}

/* No result set means NULL: for a NULL argument and for an unbounded side. */
static void result_day_text(context *c, int32_t day) {
  char out[16];
  parley_day_text(day, out);
  sqlite3_result_text(c, out, -1, SQLITE_TRANSIENT);
}

static void edtf_start(context *c, int n, value **v) {
  parley_edtf date;
  if (any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_starts(&date)) sqlite3_result_int(c, date.start);
}

static void edtf_stop(context *c, int n, value **v) {
  parley_edtf date;
  if (any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_stops(&date)) sqlite3_result_int(c, date.stop);
}

static void edtf_first(context *c, int n, value **v) {
  parley_edtf date;
  if (any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_starts(&date)) result_day_text(c, date.start);
}

static void edtf_last(context *c, int n, value **v) {
  parley_edtf date;
  if (any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_stops(&date)) result_day_text(c, date.stop);
}

static void edtf_days(context *c, int n, value **v) {
  parley_edtf date;
  if (any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_starts(&date) && parley_edtf_stops(&date)) sqlite3_result_int(c, date.stop - date.start + 1);
}

static void edtf_part(context *c, int n, value **v) {
  const parley_part *part = user_data(c);
  parley_edtf date;
  int32_t number;
  if (any_null(n, v) || !get_date(c, v[0], &date)) return;
  if (parley_edtf_part(&date, *part, &number)) sqlite3_result_int(c, number);
}

static void edtf_compare(context *c, int n, value **v) {
  const bool *possibly = user_data(c);
  text t;
  parley_op op;
  parley_edtf a, b;
  if (any_null(n, v) || !get_text(c, v[0], &t)) return;
  if (!parley_op_find(t.bytes, t.length, &op)) {
    fail(c, "'%!.20s' is no comparison of dates; use < <= > >= = or !=", t.bytes);
  } else if (get_date(c, v[1], &a) && get_date(c, v[2], &b)) {
    sqlite3_result_int(c, *possibly ? parley_edtf_possibly(op, &a, &b) : parley_edtf_surely(op, &a, &b));
  }
}

static void edtf_overlaps(context *c, int n, value **v) {
  parley_edtf a, b;
  if (any_null(n, v) || !get_date(c, v[0], &a) || !get_date(c, v[1], &b)) return;
  sqlite3_result_int(c, parley_edtf_overlaps(&a, &b));
}

static void edtf_during(context *c, int n, value **v) {
  parley_edtf a, b;
  if (any_null(n, v) || !get_date(c, v[0], &a) || !get_date(c, v[1], &b)) return;
  sqlite3_result_int(c, parley_edtf_during(&a, &b));
}

static void edtf_day_text(context *c, int n, value **v) {
  if (any_null(n, v)) return;
  sqlite3_int64 day = sqlite3_value_int64(v[0]);
  if (sqlite3_value_type(v[0]) != SQLITE_INTEGER || day < INT32_MIN || day > INT32_MAX) {
    fail(c, "edtf_day_text needs a number of days since 1970-01-01 as an integer");
  } else {
    result_day_text(c, (int32_t)day);
  }
}

/* ---- text ---- */

static void text_contains(context *c, int n, value **v) {
  text t, needle;
  if (any_null(n, v) || !get_text(c, v[0], &t) || !get_text(c, v[1], &needle)) return;
  int found = parley_contains(t.bytes, t.length, needle.bytes, needle.length);
  if (found < 0) sqlite3_result_error_nomem(c);
  else sqlite3_result_int(c, found);
}

/* Gives the text as `write` makes it, which needs room for PARLEY_FOLD_GROWTH times its length. */
static void result_written(context *c, text t, size_t (*write)(const char *text, size_t length, char *out)) {
  char *out = sqlite3_malloc64(t.length * PARLEY_FOLD_GROWTH + 1);
  if (out == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  size_t length = write(t.bytes, t.length, out);
  sqlite3_result_text64(c, out, length, sqlite3_free, SQLITE_UTF8);
}

static void text_lower(context *c, int n, value **v) {
  text t;
  if (!any_null(n, v) && get_text(c, v[0], &t)) result_written(c, t, parley_lower);
}

static void text_upper(context *c, int n, value **v) {
  text t;
  if (!any_null(n, v) && get_text(c, v[0], &t)) result_written(c, t, parley_upper);
}

static void text_fold(context *c, int n, value **v) {
  text t;
  if (any_null(n, v) || !get_text(c, v[0], &t)) return;
  if (parley_is_folded(t.bytes, t.length)) {
    sqlite3_result_text64(c, t.bytes, t.length, SQLITE_TRANSIENT, SQLITE_UTF8);
    return;
  }
  result_written(c, t, parley_fold);
}

static void like_exact(context *c, int n, value **v) {
  text pattern, t;
  if (any_null(n, v) || !get_text(c, v[0], &pattern) || !get_text(c, v[1], &t)) return;
  int limit = sqlite3_limit(sqlite3_context_db_handle(c), SQLITE_LIMIT_LIKE_PATTERN_LENGTH, -1);
  if (pattern.length > (size_t)limit) {
    fail(c, "a pattern for like is at most %d bytes long", limit);
  } else {
    sqlite3_result_int(c, parley_like(pattern.bytes, pattern.length, t.bytes, t.length));
  }
}

/* ---- numbers ---- */

typedef struct number {
  bool is_integer;
  sqlite3_int64 integer;
  double real;
} number;

/* Text that looks like a number is one, as everywhere in SQLite; other text is an error and never 0. */
static bool get_number(context *c, value *v, const char *name, number *out) {
  int type = sqlite3_value_numeric_type(v);
  out->is_integer = type == SQLITE_INTEGER;
  out->integer = out->is_integer ? sqlite3_value_int64(v) : 0;
  out->real = sqlite3_value_double(v);
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) return true;
  if (type == SQLITE_BLOB) fail(c, "%s needs a number, not a blob", name);
  else fail(c, "%s needs a number, not '%!.40s'", name, sqlite3_value_text(v));
  return false;
}

static void divide(context *c, int n, value **v) {
  number a, b;
  if (any_null(n, v) || !get_number(c, v[0], "/", &a) || !get_number(c, v[1], "/", &b)) return;
  if (b.real < 0 || b.real > 0) sqlite3_result_double(c, a.real / b.real);
}

static void mod_floor(context *c, int n, value **v) {
  number a, b;
  if (any_null(n, v) || !get_number(c, v[0], "%", &a) || !get_number(c, v[1], "%", &b)) return;
  if (!(b.real < 0 || b.real > 0)) return;
  if (a.is_integer && b.is_integer) sqlite3_result_int64(c, parley_integer_remainder(a.integer, b.integer));
  else sqlite3_result_double(c, parley_real_remainder(a.real, b.real));
}

static double real_add(double a, double b) { return a + b; }
static double real_sub(double a, double b) { return a - b; }
static double real_mul(double a, double b) { return a * b; }

typedef struct arithmetic {
  const char *sign;
  bool (*fits)(int64_t a, int64_t b, int64_t *out);
  double (*real)(double a, double b);
} arithmetic;

static void checked(context *c, int n, value **v) {
  const arithmetic *op = user_data(c);
  number a, b;
  int64_t result;
  if (any_null(n, v) || !get_number(c, v[0], op->sign, &a) || !get_number(c, v[1], op->sign, &b)) return;
  if (!a.is_integer || !b.is_integer) sqlite3_result_double(c, op->real(a.real, b.real));
  else if (op->fits(a.integer, b.integer, &result)) sqlite3_result_int64(c, result);
  else fail(c, "integer overflow in %lld %s %lld", a.integer, op->sign, b.integer);
}

/* Guards arithmetic on integers that SQLite did itself: it turns to a real only where the result did not fit. */
static void exact(context *c, int n, value **v) {
  (void)n;
  if (sqlite3_value_type(v[0]) != SQLITE_FLOAT) sqlite3_result_value(c, v[0]);
  else fail(c, "integer overflow: a result does not fit 64 bits");
}

/* ---- aggregates: shared ---- */

/* The state of a group, zeroed at its first row; NULL (and an error set) without memory. */
static void *state_of(context *c, size_t size) {
  void *state = sqlite3_aggregate_context(c, (int)size);
  if (state == NULL) sqlite3_result_error_nomem(c);
  return state;
}

/* The state at the end, or NULL when the group had no row. */
static void *final_state(context *c) { return sqlite3_aggregate_context(c, 0); }

/* Makes room for `need` bytes by doubling; the old block stays valid when there is no memory. */
static bool reserve(char **block, size_t *room, size_t need) {
  if (need <= *room) return true;
  size_t wanted = *room < 64 ? 64 : *room;
  while (wanted < need) wanted *= 2;
  char *grown = sqlite3_realloc64(*block, wanted);
  if (grown == NULL) return false;
  *block = grown;
  *room = wanted;
  return true;
}

static bool get_weight(context *c, value *v, const char *name, sqlite3_int64 *out) {
  *out = sqlite3_value_int64(v);
  if (sqlite3_value_type(v) == SQLITE_INTEGER) return true;
  fail(c, "%s needs an integer as its weight", name);
  return false;
}

/* ---- best ---- */

/* The winner so far. Bytes are kept in one block that grows to the longest winner, so that most rows cost no
 * allocation at all. `type` is an SQLite type, or 0 before the first winner. */
typedef struct winner {
  int type;
  sqlite3_int64 weight;
  sqlite3_int64 integer;
  double real;
  char *bytes;
  size_t length, room;
} winner;

static bool keep_bytes(winner *w, value *v) {
  const void *bytes = w->type == SQLITE_TEXT ? (const void *)sqlite3_value_text(v) : sqlite3_value_blob(v);
  w->length = (size_t)sqlite3_value_bytes(v);
  if (bytes == NULL && (w->type == SQLITE_TEXT || w->length > 0)) return false;
  if (!reserve(&w->bytes, &w->room, w->length + 1)) return false;
  if (w->length > 0) memcpy(w->bytes, bytes, w->length);
  return true;
}

static bool keep(winner *w, value *v, sqlite3_int64 weight) {
  w->type = sqlite3_value_type(v);
  w->weight = weight;
  if (w->type == SQLITE_INTEGER) w->integer = sqlite3_value_int64(v);
  else if (w->type == SQLITE_FLOAT) w->real = sqlite3_value_double(v);
  else if (w->type != SQLITE_NULL) return keep_bytes(w, v);
  return true;
}

static void best_step(context *c, int n, value **v) {
  sqlite3_int64 weight;
  if (is_null(v[1]) || is_null(v[n == 3 ? 2 : 0]) || !get_weight(c, v[1], "best", &weight)) return;
  winner *w = state_of(c, sizeof *w);
  if (w == NULL || (w->type != 0 && weight <= w->weight)) return;
  if (keep(w, v[0], weight)) return;
  w->type = SQLITE_NULL; /* what is half kept is not given out */
  sqlite3_result_error_nomem(c);
}

static void best_final(context *c) {
  winner *w = final_state(c);
  if (w == NULL) return;
  char *bytes = w->bytes;
  w->bytes = NULL;
  switch (w->type) {
    case SQLITE_INTEGER: sqlite3_result_int64(c, w->integer); break;
    case SQLITE_FLOAT: sqlite3_result_double(c, w->real); break;
    case SQLITE_TEXT: sqlite3_result_text64(c, bytes, w->length, sqlite3_free, SQLITE_UTF8); return;
    case SQLITE_BLOB: sqlite3_result_blob64(c, bytes, w->length, sqlite3_free); return;
    default: break;
  }
  sqlite3_free(bytes);
}

/* ---- list ---- */

typedef struct item {
  sqlite3_int64 weight;
  size_t row, at, length; /* bytes [at, at + length) of the heap */
} item;

typedef struct items {
  char *heap, *entries; /* entries: an array of item */
  size_t heap_used, heap_room, count, entries_room;
} items;

static void items_free(items *all) {
  sqlite3_free(all->heap);
  sqlite3_free(all->entries);
  memset(all, 0, sizeof *all);
}

static bool items_add(items *all, text t, sqlite3_int64 weight) {
  if (!reserve(&all->heap, &all->heap_room, all->heap_used + t.length + 1)) return false;
  if (!reserve(&all->entries, &all->entries_room, (all->count + 1) * sizeof(item))) return false;
  item added = {weight, all->count, all->heap_used, t.length};
  memcpy(all->heap + all->heap_used, t.bytes, t.length);
  memcpy(all->entries + all->count * sizeof added, &added, sizeof added);
  all->heap_used += t.length;
  all->count++;
  return true;
}

/* A row without a weight comes first, as NULL does in ORDER BY. */
static void list_step(context *c, int n, value **v) {
  text t;
  sqlite3_int64 weight = INT64_MIN;
  if (is_null(v[0]) || (n == 2 && !is_null(v[1]) && !get_weight(c, v[1], "list", &weight))) return;
  items *all = state_of(c, sizeof *all);
  if (all == NULL || !get_text(c, v[0], &t)) return;
  int limit = sqlite3_limit(sqlite3_context_db_handle(c), SQLITE_LIMIT_LENGTH, -1);
  if (all->heap_used + 2 * all->count + t.length > (size_t)limit) sqlite3_result_error_toobig(c);
  else if (!items_add(all, t, weight)) sqlite3_result_error_nomem(c);
}

static int by_weight(const void *left, const void *right) {
  const item *a = left, *b = right;
  if (a->weight != b->weight) return a->weight < b->weight ? -1 : 1;
  return (a->row > b->row) - (a->row < b->row);
}

static char *items_join(items *all, size_t *length) {
  item *entry = (item *)(void *)all->entries;
  char *joined = sqlite3_malloc64(all->heap_used + 2 * all->count), *to = joined; /* never 0 bytes: count > 0 */
  if (joined == NULL) return NULL;
  qsort(entry, all->count, sizeof *entry, by_weight);
  for (size_t i = 0; i < all->count; i++) {
    if (i > 0) {
      memcpy(to, "; ", 2);
      to += 2;
    }
    memcpy(to, all->heap + entry[i].at, entry[i].length);
    to += entry[i].length;
  }
  *length = (size_t)(to - joined);
  return joined;
}

static void list_final(context *c) {
  items *all = final_state(c);
  if (all == NULL) return;
  if (all->count > 0) {
    size_t length;
    char *joined = items_join(all, &length);
    if (joined == NULL) sqlite3_result_error_nomem(c);
    else sqlite3_result_text64(c, joined, length, sqlite3_free, SQLITE_UTF8);
  }
  items_free(all);
}

/* ---- median and quantile ---- */

/* All values of the group so far. */
typedef struct sample {
  char *block; /* an array of double */
  size_t count, room;
  double p;
} sample;

static bool get_p(context *c, sample *s, value *v) {
  int type = sqlite3_value_numeric_type(v);
  double p = sqlite3_value_double(v);
  if ((type != SQLITE_INTEGER && type != SQLITE_FLOAT) || !(p >= 0 && p <= 1)) {
    fail(c, "quantile needs a share between 0 and 1 as its second argument");
  } else if (s->count > 0 && (p < s->p || p > s->p)) {
    fail(c, "quantile needs the same share in every row");
  } else {
    s->p = p;
    return true;
  }
  return false;
}

static void sample_step(context *c, int n, value **v) {
  number x;
  sample *s = state_of(c, sizeof *s);
  if (s == NULL || (n == 2 && !get_p(c, s, v[1]))) return;
  if (n == 1) s->p = 0.5;
  if (is_null(v[0]) || !get_number(c, v[0], n == 1 ? "median" : "quantile", &x)) return;
  if (reserve(&s->block, &s->room, (s->count + 1) * sizeof x.real)) {
    memcpy(s->block + s->count++ * sizeof x.real, &x.real, sizeof x.real);
  } else {
    sqlite3_result_error_nomem(c);
  }
}

static void sample_final(context *c) {
  sample *s = final_state(c);
  if (s == NULL) return;
  if (s->count > 0) sqlite3_result_double(c, parley_quantile((double *)(void *)s->block, s->count, s->p));
  sqlite3_free(s->block);
  s->block = NULL;
}

/* ---- registration ---- */

typedef void step(context *c, int n, value **v);

typedef struct entry {
  const char *name;
  int arguments;
  step *function; /* or the step of an aggregate */
  void (*final)(context *c);
  const void *data;
} entry;

static const parley_part parts[] = {PARLEY_PART_YEAR, PARLEY_PART_QUARTER, PARLEY_PART_MONTH, PARLEY_PART_WEEK,
  PARLEY_PART_DAY};
static const bool surely = false, possibly = true;
static const arithmetic plus = {"+", parley_add_fits, real_add};
static const arithmetic minus = {"-", parley_sub_fits, real_sub};
static const arithmetic times = {"*", parley_mul_fits, real_mul};

static const entry entries[] = {
  {"edtf_start", 1, edtf_start, NULL, NULL},
  {"edtf_stop", 1, edtf_stop, NULL, NULL},
  {"edtf_days", 1, edtf_days, NULL, NULL},
  {"edtf_first", 1, edtf_first, NULL, NULL},
  {"edtf_last", 1, edtf_last, NULL, NULL},
  {"edtf_year", 1, edtf_part, NULL, &parts[0]},
  {"edtf_quarter", 1, edtf_part, NULL, &parts[1]},
  {"edtf_month", 1, edtf_part, NULL, &parts[2]},
  {"edtf_week", 1, edtf_part, NULL, &parts[3]},
  {"edtf_day", 1, edtf_part, NULL, &parts[4]},
  {"edtf_surely", 3, edtf_compare, NULL, &surely},
  {"edtf_possibly", 3, edtf_compare, NULL, &possibly},
  {"edtf_overlaps", 2, edtf_overlaps, NULL, NULL},
  {"edtf_during", 2, edtf_during, NULL, NULL},
  {"edtf_day_text", 1, edtf_day_text, NULL, NULL},
  {"contains", 2, text_contains, NULL, NULL},
  {"fold", 1, text_fold, NULL, NULL},
  {"text_lower", 1, text_lower, NULL, NULL},
  {"text_upper", 1, text_upper, NULL, NULL},
  {"like_exact", 2, like_exact, NULL, NULL},
  {"divide", 2, divide, NULL, NULL},
  {"mod_floor", 2, mod_floor, NULL, NULL},
  {"exact", 1, exact, NULL, NULL},
  {"checked_add", 2, checked, NULL, &plus},
  {"checked_sub", 2, checked, NULL, &minus},
  {"checked_mul", 2, checked, NULL, &times},
  {"best", 2, best_step, best_final, NULL},
  {"best", 3, best_step, best_final, NULL},
  {"list", 1, list_step, list_final, NULL},
  {"list", 2, list_step, list_final, NULL},
  {"median", 1, sample_step, sample_final, NULL},
  {"quantile", 2, sample_step, sample_final, NULL},
};

int parley_register_functions(sqlite3 *db) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int rc = SQLITE_OK;
  for (size_t i = 0; i < sizeof entries / sizeof *entries && rc == SQLITE_OK; i++) {
    const entry *e = &entries[i];
    void *data = (void *)(uintptr_t)e->data; /* read only: the adapters take it back as const */
    step *function = e->final ? NULL : e->function, *stepping = e->final ? e->function : NULL;
    rc = sqlite3_create_function_v2(db, e->name, e->arguments, flags, data, function, stepping, e->final, NULL);
  }
  return rc;
}
