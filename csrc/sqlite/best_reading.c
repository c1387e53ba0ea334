/* best_said and best_date: what a table shows of what is said about a thing, as SQL. Rows are kept and chosen from at
   the end of the group (sqlite/reading_groups.h): which one is best depends on all of them. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "sqlite/reading_groups.h"
#include "value/edtf.h"
#include "value/fold.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* ---- what is said ---- */

/* What a value says, whatever it is. */
static uint64_t hash_field(const parley_sql_field *f, int kind) {
  switch (f->type) {
    case SQLITE_INTEGER: return parley_reading_hash_number((double)f->integer);
    case SQLITE_FLOAT: return parley_reading_hash_number(f->real);
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return parley_reading_hash_text(f->text.bytes, f->text.length, f->type == SQLITE_TEXT ? kind : 0);
    default: return 0;
  }
}

/* ---- the end of a group ---- */

/* Where all say the same, and where nothing that is less firm displaces what is firmest, nothing is sorted. */
static bool give_at_once(context *c, const parley_sql_readings *all, bool firmest_stands) {
  bool agree = all->count == 1 || all->all_agree;
  if (!agree && !(firmest_stands && all->top_is_alone && !parley_sql_readings_have_several_coders(all))) return false;
  parley_sql_field said = parley_sql_readings_at(all, agree ? 0 : all->top_at);
  parley_sql_field_give(c, &said);
  return true;
}

static void give_chosen(context *c, parley_sql_readings *all, parley_sql_readings_prepare *prepare) {
  parley_sql_reading_list l;
  bool done = parley_sql_readings_best(c, all, &l, prepare);
  const parley_reading *shown = l.choice.shown;
  if (done && shown != NULL) parley_sql_field_give(c, &l.values[shown - l.choice.list]);
  parley_sql_readings_close(&l);
}

/* ---- best_said ---- */

static void best_said_step(context *c, int n, value **v) {
  sqlite3_int64 weight;
  (void)n;
  if (parley_sql_is_null(v[0])) return;
  parley_sql_readings *all = parley_sql_readings_of(c, v[1], &weight);
  if (all == NULL) return;
  all->kind = sqlite3_value_int(v[3]);
  parley_sql_readings_add_value(c, all, weight, v[0], v[2], NULL);
}

static void hash_values(const parley_sql_readings *all, parley_sql_reading_list *l) {
  for (size_t i = 0; i < all->count; i++) l->choice.list[i].says = hash_field(&l->values[i], all->kind);
}

static void give_said(context *c, parley_sql_readings *all) {
  if (!give_at_once(c, all, true)) give_chosen(c, all, hash_values);
}

static void best_said_final(context *c) { parley_sql_readings_end(c, give_said); }

/* ---- best_date ---- */

/* With a fourth argument that is the date, and the value something else of its claim. */
static void best_date_step(context *c, int n, value **v) {
  sqlite3_int64 weight;
  parley_sql_text text;
  if (parley_sql_is_null(v[n == 4 ? 3 : 0])) return;
  if (n == 4 && !parley_sql_get_text(c, v[3], &text)) return;
  parley_sql_readings *all = parley_sql_readings_of(c, v[1], &weight);
  if (all == NULL) return;
  parley_sql_said days = {.says = 0};
  if (n == 4) days.extent = parley_reading_days(text.bytes, text.length, &days.says);
  parley_sql_readings_add_value(c, all, weight, v[0], v[2], n == 4 ? &days : NULL);
}

/* A value that is not text has no days, like a text that is not a date. */
static void find_days(const parley_sql_readings *all, parley_sql_reading_list *l) {
  for (size_t i = 0; !all->has_days && i < all->count; i++) {
    const parley_sql_field *f = &l->values[i];
    parley_reading *r = &l->choice.list[i];
    if (f->type == SQLITE_TEXT) r->extent = parley_reading_days(f->text.bytes, f->text.length, &r->says);
    else r->says = hash_field(f, PARLEY_READING_WORDS);
  }
}

/* Most things have one date: days are looked for where there are more. */
static void give_date(context *c, parley_sql_readings *all) {
  if (!give_at_once(c, all, false)) give_chosen(c, all, find_days);
}

static void best_date_final(context *c) { parley_sql_readings_end(c, give_date); }

const parley_sql_callback parley_sql_do_best_said = {.step = best_said_step, .final = best_said_final};
const parley_sql_callback parley_sql_do_best_date = {.step = best_date_step, .final = best_date_final};
