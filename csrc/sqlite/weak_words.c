/* weak_words(is_firm, weight, voice, x, ...): a bit for each x, 1 for the first, that is set where the row that
   best_said would take x from is not firm. All words of a table are judged in one pass, at one call for a row, so that
   the weight and the voice of a claim are taken once and not for each column. Whether a row is firm follows from its
   weight, by which the firmest are chosen: only coders of one source, and rows that are as firm and differ in it all
   the same, need a choice by all the rules. */
#include "sqlite/reading_groups.h"

enum { IS_FIRM, WEIGHT, VOICE, FIRST_WORDS, MOST = 62 };

/* The firmest rows that have a value in one place. */
typedef struct firmest {
  int64_t firmness;
  bool there, is_firm;
  bool is_mixed; /* some of them are firm, and some are not */
} firmest;

/* A row is kept as an integer: whether it is firm, and above that a bit for each place where it has a value. */
typedef struct group {
  parley_sql_readings *rows;
  size_t count;
  firmest at[];
} group;

/* ---- in ---- */

static void note(firmest *f, int64_t firmness, bool is_firm) {
  if (f->there && firmness < f->firmness) return;
  bool is_as_firm = f->there && firmness == f->firmness;
  f->is_mixed = is_as_firm && (f->is_mixed || is_firm != f->is_firm);
  *f = (firmest){.firmness = firmness, .there = true, .is_firm = is_firm, .is_mixed = f->is_mixed};
}

static group *group_of(sqlite3_context *c, size_t count) {
  group *g = parley_sql_state(c, sizeof *g + count * sizeof *g->at);
  if (g == NULL) return NULL;
  g->count = count;
  if (g->rows == NULL) g->rows = parley_sql_readings_take(&parley_sql_self(c)->spare);
  if (g->rows != NULL) return g;
  sqlite3_result_error_nomem(c);
  return NULL;
}

static void weak_words_step(sqlite3_context *c, int n, sqlite3_value **v) {
  if (n <= FIRST_WORDS || n > FIRST_WORDS + MOST) {
    parley_sql_fail(c, "bad_argument.sql_weak_words", "least=%d most=%d", FIRST_WORDS + 1, FIRST_WORDS + MOST);
    return;
  }
  sqlite3_int64 weight;
  if (parley_sql_is_null(v[WEIGHT]) || !parley_sql_get_weight(c, v[WEIGHT], &weight)) return;
  group *g = group_of(c, (size_t)n - FIRST_WORDS);
  if (g == NULL) return;
  bool is_firm = sqlite3_value_int(v[IS_FIRM]) != 0;
  int64_t firmness = parley_reading_firmness(weight);
  sqlite3_int64 row = is_firm;
  for (size_t i = 0; i < g->count; i++) {
    if (parley_sql_is_null(v[FIRST_WORDS + i])) continue;
    row |= (sqlite3_int64)2 << i;
    note(&g->at[i], firmness, is_firm);
  }
  parley_sql_field field = {.type = SQLITE_INTEGER, .integer = row};
  if (!parley_sql_readings_add(g->rows, weight, &field, v[VOICE], NULL)) sqlite3_result_error_nomem(c);
}

/* ---- out ---- */

/* Chooses among the rows that have a value in a place, as best_said does; false, with the statement ended, where it
   cannot go on. */
static bool choose(sqlite3_context *c, parley_sql_reading_list *l, size_t place, bool *is_firm) {
  parley_reading_choice *choice = &l->choice;
  for (size_t i = 0; i < choice->count; i++) {
    sqlite3_int64 row = l->values[i].integer;
    choice->list[i].extent.there = (row >> (place + 1) & 1) != 0;
    choice->list[i].says = parley_reading_hash_number((double)(row & 1));
  }
  if (!parley_sql_readings_choose(c, choice)) return false;
  *is_firm = choice->shown == NULL || (l->values[choice->shown - choice->list].integer & 1) != 0;
  return true;
}

static void give_by_all_rules(sqlite3_context *c, const group *g) {
  parley_sql_reading_list l;
  sqlite3_int64 weak = 0;
  bool done = parley_sql_readings_open(g->rows, &l);
  if (!done) sqlite3_result_error_nomem(c);
  for (size_t i = 0; done && i < g->count; i++) {
    bool is_firm = true;
    if (g->at[i].there) done = choose(c, &l, i, &is_firm);
    weak |= (sqlite3_int64)!is_firm << i;
  }
  if (done) sqlite3_result_int64(c, weak);
  parley_sql_readings_close(&l);
}

static void give(sqlite3_context *c, const group *g) {
  sqlite3_int64 weak = 0;
  bool decided = !parley_sql_readings_have_several_coders(g->rows);
  for (size_t i = 0; i < g->count; i++) {
    decided = decided && !g->at[i].is_mixed;
    weak |= (sqlite3_int64)(g->at[i].there && !g->at[i].is_firm) << i;
  }
  if (decided) sqlite3_result_int64(c, weak);
  else give_by_all_rules(c, g);
}

static void weak_words_final(sqlite3_context *c) {
  group *g = parley_sql_final_state(c);
  if (g == NULL || g->rows == NULL) {
    sqlite3_result_int64(c, 0);
    return;
  }
  if (g->rows->count > 0) give(c, g);
  parley_sql_readings_put_back(&parley_sql_self(c)->spare, g->rows);
  g->rows = NULL;
}

const parley_sql_callback parley_sql_do_weak_words = {.step = weak_words_step, .final = weak_words_final};
