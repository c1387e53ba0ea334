/*
** Aggregates that look at one row at a time: quantiles, statistics, any and all.
**
** Ownership: SQLite owns the state of a group, zeroed at its first row; blocks in it come from SQLite's allocator and
** are freed in the final callback, which SQLite calls also after an error or an interrupt.
*/
#include <stdint.h>
#include <string.h>

#include "sqlite/callback.h"
#include "value/quantile.h"
#include "value/statistics.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* ---- median and quantile ---- */

/* All values of the group so far. */
typedef struct sample {
  char *block; /* an array of double */
  size_t count, room;
  double p; /* share, 0 to 1 */
} sample;

/* The share has to be the same throughout, as there is one answer. */
static bool get_p(context *c, sample *s, value *v) {
  int type = sqlite3_value_numeric_type(v);
  double p = sqlite3_value_double(v);
  if ((type != SQLITE_INTEGER && type != SQLITE_FLOAT) || !(p >= 0 && p <= 1)) {
    parley_sql_fail_key(c, "bad_argument.sql_share");
  } else if (s->count > 0 && (p < s->p || p > s->p)) {
    parley_sql_fail_key(c, "bad_argument.sql_shares");
  } else {
    s->p = p;
    return true;
  }
  return false;
}

/* Eight bytes a row, all kept: a quantile needs all values. */
static void sample_step(context *c, int n, value **v) {
  parley_sql_number x;
  sample *s = parley_sql_state(c, sizeof *s);
  if (s == NULL || (n == 2 && !get_p(c, s, v[1]))) return;
  if (n == 1) s->p = 0.5;
  if (parley_sql_is_null(v[0]) || !parley_sql_get_number(c, v[0], &x)) return;
  if (parley_sql_reserve(&s->block, &s->room, (s->count + 1) * sizeof x.real)) {
    memcpy(s->block + s->count++ * sizeof x.real, &x.real, sizeof x.real);
  } else {
    sqlite3_result_error_nomem(c);
  }
}

/* The store's run may stop it. The block is freed whatever happens. */
static void sample_final(context *c) {
  sample *s = parley_sql_final_state(c);
  if (s == NULL) return;
  parley_store *store = parley_sql_self(c)->store;
  parley_error err;
  double found;
  if (s->count > 0) {
    if (parley_quantile(&store->run, (double *)(void *)s->block, s->count, s->p, &found, &err)) {
      sqlite3_result_double(c, found);
    } else {
      parley_sql_give_up(c, store, &err);
    }
  }
  sqlite3_free(s->block);
  s->block = NULL;
}

/* ---- statistics ---- */

/* The values of each argument so far, of rows in which none is missing; and behind those of all, what they lack of
   integers beyond 2^53, from the first such one on (value/statistics.h, T5). */
typedef struct columns {
  char *block[PARLEY_STATISTIC_LISTS]; /* arrays of double */
  size_t room[PARLEY_STATISTIC_LISTS];
  size_t count;
} columns;

/* Puts a number behind `count` others. */
static bool put(columns *all, int at, double x) {
  if (!parley_sql_reserve(&all->block[at], &all->room[at], (all->count + 1) * sizeof x)) return false;
  memcpy(all->block[at] + all->count * sizeof x, &x, sizeof x);
  return true;
}

/* The list of lacks begins with nothing for each number before. */
static bool put_lack(columns *all, int at, double lack) {
  bool begins = all->block[at] == NULL;
  if (begins && lack == 0) return true;
  if (!put(all, at, lack)) return false;
  if (begins) memset(all->block[at], 0, all->count * sizeof lack);
  return true;
}

/* Arguments are read before the state is made: a row with a missing one makes no group's state. */
static void statistic_step(context *c, int n, value **v) {
  parley_sql_number x[PARLEY_STATISTIC_COLUMNS];
  if (parley_sql_any_null(n, v)) return;
  for (int i = 0; i < n; i++) {
    if (!parley_sql_get_number(c, v[i], &x[i])) return;
  }
  columns *all = parley_sql_state(c, sizeof *all);
  for (int i = 0; all != NULL && i < n; i++) {
    double lack = x[i].is_integer ? parley_statistic_lack(x[i].integer) : 0;
    if (!put(all, i, x[i].real) || !put_lack(all, i + PARLEY_STATISTIC_COLUMNS, lack)) {
      sqlite3_result_error_nomem(c);
      return;
    }
  }
  if (all != NULL) all->count++;
}

/* The same moments as the column engine's, over values in the order of rows. */
static void statistic_final(context *c) {
  const parley_sql_function *self = parley_sql_self(c);
  columns *all = parley_sql_final_state(c);
  const double *x[PARLEY_STATISTIC_LISTS];
  parley_error err;
  double found;
  if (all == NULL) return;
  for (int i = 0; i < PARLEY_STATISTIC_LISTS; i++) x[i] = (const double *)(void *)all->block[i];
  if (!parley_statistic_of(&self->store->run, self->entry->statistic, x, all->count, &found, &err)) {
    parley_sql_give_up(c, self->store, &err);
  } else {
    sqlite3_result_double(c, found);
  }
  for (int i = 0; i < PARLEY_STATISTIC_LISTS; i++) sqlite3_free(all->block[i]);
  memset(all, 0, sizeof *all);
}

/* ---- any and all ---- */

/* Rows in which the condition holds, does not, and is missing. */
typedef struct truths {
  int64_t held, failed, missing;
} truths;

/* A condition is what SQL calls true: any number but 0. */
static void truths_step(context *c, int n, value **v) {
  truths *t = parley_sql_state(c, sizeof *t);
  (void)n;
  if (t == NULL) return;
  if (parley_sql_is_null(v[0])) t->missing++;
  else if (sqlite3_value_double(v[0]) < 0 || sqlite3_value_double(v[0]) > 0) t->held++;
  else t->failed++;
}

static void any_final(context *c) {
  const truths *t = parley_sql_final_state(c);
  if (t == NULL || (t->held == 0 && t->missing > 0)) return;
  sqlite3_result_int(c, t->held > 0);
}

static void all_final(context *c) {
  const truths *t = parley_sql_final_state(c);
  if (t == NULL || (t->failed == 0 && t->missing > 0)) return;
  sqlite3_result_int(c, t->failed == 0);
}

const parley_sql_callback parley_sql_do_quantile = {.step = sample_step, .final = sample_final};
const parley_sql_callback parley_sql_do_statistic = {.step = statistic_step, .final = statistic_final};
const parley_sql_callback parley_sql_do_any = {.step = truths_step, .final = any_final};
const parley_sql_callback parley_sql_do_all = {.step = truths_step, .final = all_final};
