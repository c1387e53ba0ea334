/*
** The best of several values, each with a weight: what a table shows of its claims.
**
** B1  best(value, weight): the value of the greatest weight, of those that are there.
** B2  best_date(value, weight, class, text) and best_amount(value, weight, class, low, best, high): the value that
**     comes with the best date or amount; without `text` the value is the date. One that lies within another and says
**     more displaces it, whatever the weights, but for those bits of the weight above the lowest `class`: what somebody
**     prefers stays.
** B3  A range of days (a/b) is what was said, not a lack of precision; a doubtful date displaces nothing.
** B4  best_beside(value, weight, class, low, best, high, source): what was said beside the best amount: by its claim,
**     or else by its source, or beside the same amount. Of no amount at all, the value of the greatest weight.
**
** Values are kept with what is needed to choose among them, and chosen at the end of the group: which one is best
** depends on all of them. Most groups have a few.
*/
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/hash.h"
#include "sqlite/callback.h"
#include "value/edtf.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* ---- values ---- */

enum { SHORT = 24 };

/* A value kept beyond its row; a text of more than SHORT bytes owns its block. `type` is SQLite's, 0 before any. */
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

static bool keep(kept *k, value *v) {
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

/* A long text is handed over, anything else copied. */
static void give(context *c, kept *k) {
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

static bool get_weight(context *c, value *v, const char *name, sqlite3_int64 *out) {
  *out = sqlite3_value_int64(v);
  if (sqlite3_value_type(v) == SQLITE_INTEGER) return true;
  parley_sql_fail(c, "bad_argument.sql_weight", "name=%s", name);
  return false;
}

/* ---- best ---- */

typedef struct winner {
  kept value;
  sqlite3_int64 weight;
} winner;

static void best_step(context *c, int n, value **v) {
  sqlite3_int64 weight;
  (void)n;
  if (parley_sql_is_null(v[0]) || parley_sql_is_null(v[1]) || !get_weight(c, v[1], "best", &weight)) return;
  winner *w = parley_sql_state(c, sizeof *w);
  if (w == NULL || (w->value.type != 0 && weight <= w->weight)) return;
  drop(&w->value);
  w->weight = weight;
  if (!keep(&w->value, v[0])) sqlite3_result_error_nomem(c);
}

static void best_final(context *c) {
  winner *w = parley_sql_final_state(c);
  if (w != NULL) give(c, &w->value);
}

/* ---- readings ---- */

enum { FEW = 4 };

/* What one row says: from where to where, and whether it says more than that. */
typedef struct reading {
  sqlite3_int64 weight;
  double first, last;
  bool there;    /* it says something at all */
  bool centred;  /* it has a best estimate */
  bool settled;  /* nothing within it says more */
  bool doubtful; /* it says nothing more than what it lies within */
  uint64_t source;
  kept value;
} reading;

/* The readings of a group: the first few in place, all of them in the block once there are more. */
typedef struct readings {
  reading few[FEW];
  char *block;
  size_t room, count;
  int class;
  bool are_dates; /* the values are the dates, whose days are looked for at the end */
} readings;

static reading *all_of(readings *all) { return all->block != NULL ? (reading *)(void *)all->block : all->few; }

/* A place for one more; NULL without memory. */
static reading *add_reading(readings *all) {
  if (all->count >= FEW) {
    bool moves = all->block == NULL;
    if (!parley_sql_reserve(&all->block, &all->room, (all->count + 1) * sizeof(reading))) return NULL;
    if (moves) memcpy(all->block, all->few, sizeof all->few);
  }
  reading *added = &all_of(all)[all->count++];
  memset(added, 0, sizeof *added);
  return added;
}

static bool is_within(const reading *inner, const reading *outer) {
  if (outer->settled || inner->doubtful || inner->first < outer->first || inner->last > outer->last) return false;
  return inner->first > outer->first || inner->last < outer->last || (inner->centred && !outer->centred);
}

static bool is_heavier(const reading *a, const reading *b) { return b == NULL || a->weight > b->weight; }

/* The heaviest that lies within a reading of the same class and weighs less; of all for none. NULL: there is none. */
static reading *heaviest_within(readings *all, const reading *outer) {
  reading *list = all_of(all), *found = NULL;
  for (size_t i = 0; i < all->count; i++) {
    reading *r = &list[i];
    if (!r->there || !is_heavier(r, found)) continue;
    bool fits = outer == NULL || (r->weight < outer->weight && r->weight >> all->class == outer->weight >> all->class &&
                                  is_within(r, outer));
    if (fits) found = r;
  }
  return found;
}

/* B2: from the heaviest down the weights, each within the one before. NULL: none is there. */
static reading *choose(readings *all) {
  reading *chosen = NULL, *next = heaviest_within(all, NULL);
  while (next != NULL) {
    chosen = next;
    next = all->count > 1 ? heaviest_within(all, chosen) : NULL;
  }
  return chosen;
}

static void drop_all(readings *all) {
  for (size_t i = 0; i < all->count; i++) drop(&all_of(all)[i].value);
  sqlite3_free(all->block);
  all->block = NULL;
  all->count = 0;
}

/* The reading of a row, with its weight and value; NULL when it has none, or there is no memory. */
static reading *new_reading(context *c, value **v, const char *name) {
  sqlite3_int64 weight;
  if (parley_sql_is_null(v[1]) || !get_weight(c, v[1], name, &weight)) return NULL;
  readings *all = parley_sql_state(c, sizeof *all);
  reading *r = all != NULL ? add_reading(all) : NULL;
  if (all != NULL) all->class = sqlite3_value_int(v[2]) & 63;
  if (r != NULL && keep(&r->value, v[0])) {
    r->weight = weight;
    return r;
  }
  sqlite3_result_error_nomem(c);
  return NULL;
}

static void best_reading_final(context *c) {
  readings *all = parley_sql_final_state(c);
  if (all == NULL) return;
  reading *chosen = choose(all);
  if (chosen != NULL) give(c, &chosen->value);
  drop_all(all);
}

static double number_or(value *v, double other) { return parley_sql_is_null(v) ? other : sqlite3_value_double(v); }

/* The days of a date, and what its text says of them. What is no date is there, but within nothing. */
static void set_days(reading *r, const char *text, size_t length) {
  parley_edtf date;
  r->first = -INFINITY;
  r->last = INFINITY;
  r->doubtful = true;
  if (!parley_edtf_parse(text, length, &date, NULL)) return;
  if (parley_edtf_has_first(&date)) r->first = date.first;
  if (parley_edtf_has_last(&date)) r->last = date.last;
  r->settled = memchr(text, '/', length) != NULL && isfinite(r->first) && isfinite(r->last);
  r->doubtful = (date.flags & (PARLEY_EDTF_UNCERTAIN | PARLEY_EDTF_APPROXIMATE)) != 0;
}

static void best_date_step(context *c, int n, value **v) {
  parley_sql_text text;
  if (parley_sql_is_null(v[n == 4 ? 3 : 0])) return;
  if (n == 4 && !parley_sql_get_text(c, v[3], &text)) return;
  reading *r = new_reading(c, v, "best_date");
  if (r == NULL) return;
  r->there = true;
  if (n == 4) set_days(r, text.bytes, text.length);
  else ((readings *)parley_sql_final_state(c))->are_dates = true;
}

/* Most things have one date: days are looked for where there are more. */
static void best_date_final(context *c) {
  readings *all = parley_sql_final_state(c);
  bool look = all != NULL && all->are_dates && all->count > 1;
  for (size_t i = 0; look && i < all->count; i++) {
    kept *k = &all_of(all)[i].value;
    if (k->type == SQLITE_TEXT) set_days(&all_of(all)[i], k->block != NULL ? k->block : k->bytes, k->length);
  }
  best_reading_final(c);
}

/* An amount without one of its sides is open there; a best estimate alone is the amount. */
static void set_amount(reading *r, value **bounds) {
  bool low = !parley_sql_is_null(bounds[0]), best = !parley_sql_is_null(bounds[1]),
       high = !parley_sql_is_null(bounds[2]);
  r->there = low || best || high;
  r->centred = best;
  r->first = number_or(bounds[high || low ? 0 : 1], -INFINITY);
  r->last = number_or(bounds[high || low ? 2 : 1], INFINITY);
}

static bool no_amount(value **bounds) {
  return parley_sql_is_null(bounds[0]) && parley_sql_is_null(bounds[1]) && parley_sql_is_null(bounds[2]);
}

static void best_amount_step(context *c, int n, value **v) {
  (void)n;
  if (no_amount(v + 3)) return;
  reading *r = new_reading(c, v, "best_amount");
  if (r != NULL) set_amount(r, v + 3);
}

static void best_beside_step(context *c, int n, value **v) {
  parley_sql_text source = {"", 0};
  (void)n;
  if (parley_sql_is_null(v[0]) && no_amount(v + 3)) return;
  if (!parley_sql_is_null(v[6]) && !parley_sql_get_text(c, v[6], &source)) return;
  reading *r = new_reading(c, v, "best_beside");
  if (r == NULL) return;
  set_amount(r, v + 3);
  r->source = parley_hash_text(source.bytes, source.length);
}

static bool is_missing(const reading *r) { return r->value.type == SQLITE_NULL; }

static bool is_same_amount(const reading *a, const reading *b) {
  return a->there && b->there &&
         !(a->first < b->first || a->first > b->first || a->last < b->last || a->last > b->last);
}

/* B4: what stands beside the chosen amount. */
static reading *beside(readings *all, reading *chosen) {
  if (chosen != NULL && !is_missing(chosen)) return chosen;
  reading *list = all_of(all), *own = NULL, *same = NULL;
  for (size_t i = 0; i < all->count; i++) {
    reading *r = &list[i];
    if (is_missing(r)) continue;
    if ((chosen == NULL || r->source == chosen->source) && is_heavier(r, own)) own = r;
    if (chosen != NULL && is_same_amount(r, chosen) && is_heavier(r, same)) same = r;
  }
  return own != NULL ? own : same;
}

static void best_beside_final(context *c) {
  readings *all = parley_sql_final_state(c);
  if (all == NULL) return;
  reading *found = beside(all, choose(all));
  if (found != NULL) give(c, &found->value);
  drop_all(all);
}

const parley_sql_callback parley_sql_do_best = {.step = best_step, .final = best_final};
const parley_sql_callback parley_sql_do_best_date = {.step = best_date_step, .final = best_date_final};
const parley_sql_callback parley_sql_do_best_amount = {.step = best_amount_step, .final = best_reading_final};
const parley_sql_callback parley_sql_do_best_beside = {.step = best_beside_step, .final = best_beside_final};
