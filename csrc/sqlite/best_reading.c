/* best_said and best_date: what a table shows of what is said about a thing, as SQL. Rows are kept and chosen from at
   the end of the group (sqlite/readings.h): which one is best depends on all of them. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "sqlite/readings.h"
#include "value/edtf.h"
#include "value/fold.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

/* ---- what is said ---- */

static uint64_t hash_folded(const char *bytes, size_t length) {
  char some[256];
  char *folded = length * PARLEY_FOLD_GROWTH <= sizeof some ? some : sqlite3_malloc64(length * PARLEY_FOLD_GROWTH);
  if (folded == NULL) return parley_hash_text(bytes, length); /* without memory what differs in case differs */
  uint64_t hash = parley_hash_text(folded, parley_fold(bytes, length, folded));
  if (folded != some) sqlite3_free(folded);
  return hash;
}

/* What a value says, whatever it is. */
static uint64_t hash_field(const parley_reading_value *f, int kind) {
  switch (f->type) {
    case SQLITE_INTEGER: return parley_reading_hash_number((double)f->integer);
    case SQLITE_FLOAT: return parley_reading_hash_number(f->real);
    case SQLITE_TEXT:
      if (kind == PARLEY_READING_WORDING) return hash_folded(f->text.bytes, f->text.length);
      return parley_hash_text(f->text.bytes, f->text.length);
    case SQLITE_BLOB: return parley_hash_text(f->text.bytes, f->text.length);
    default: return 0;
  }
}

/* ---- the end of a group ---- */

/* Where all say the same, and where nothing that is less firm displaces what is firmest, nothing is sorted. */
static bool give_at_once(context *c, const parley_readings *all, bool firmest_stands) {
  bool agree = all->count == 1 || all->all_agree;
  if (!agree && !(firmest_stands && all->top_is_alone && !parley_readings_have_several_coders(all))) return false;
  parley_reading r = parley_readings_at(all, agree ? 0 : all->top_at);
  parley_reading_value_give(c, &r.value);
  return true;
}

static void give_chosen(context *c, parley_readings *all,
                        parley_readings_prepare *prepare) {
  parley_reading_list l;
  parley_reading *chosen = NULL;
  bool done = parley_readings_best(c, all, &l, &chosen, prepare);
  if (done && chosen != NULL) parley_reading_value_give(c, &chosen->value);
  parley_readings_close(&l);
}

/* ---- best_said ---- */

static void best_said_step(context *c, int n, value **v) {
  sqlite3_int64 weight;
  (void)n;
  if (parley_sql_is_null(v[0])) return;
  parley_readings *all = parley_readings_of(c, v[1], &weight);
  if (all == NULL) return;
  all->kind = sqlite3_value_int(v[3]);
  parley_readings_add_value(c, all, weight, v[0], v[2], NULL);
}

static void hash_values(parley_readings *all, parley_reading_list *l) {
  for (size_t i = 0; i < l->count; i++) l->list[i].says = hash_field(&l->list[i].value, all->kind);
}

static void give_said(context *c, parley_readings *all) {
  if (!give_at_once(c, all, true)) give_chosen(c, all, hash_values);
}

static void best_said_final(context *c) { parley_readings_end(c, give_said); }

/* ---- best_date ---- */

/* The days of a date, and what its text says of them. What is not a date is there, but within nothing. */
static parley_reading_extent days_of(const char *text, size_t length) {
  parley_edtf date;
  parley_reading_extent e = {.first = -INFINITY, .last = INFINITY, .there = true, .doubtful = true};
  e.beside = parley_hash_text(text, length); /* which tells texts apart that are no dates */
  if (!parley_edtf_parse(text, length, &date, NULL)) return e;
  if (parley_edtf_has_first(&date)) e.first = date.first;
  if (parley_edtf_has_last(&date)) e.last = date.last;
  e.beside = 0;
  e.settled = memchr(text, '/', length) != NULL && isfinite(e.first) && isfinite(e.last);
  e.doubtful = (date.flags & (PARLEY_EDTF_UNCERTAIN | PARLEY_EDTF_APPROXIMATE)) != 0;
  return e;
}

/* With a fourth argument that is the date, and the value something else of its claim. */
static void best_date_step(context *c, int n, value **v) {
  sqlite3_int64 weight;
  parley_sql_text text;
  if (parley_sql_is_null(v[n == 4 ? 3 : 0])) return;
  if (n == 4 && !parley_sql_get_text(c, v[3], &text)) return;
  parley_readings *all = parley_readings_of(c, v[1], &weight);
  if (all == NULL) return;
  parley_reading_extent days = {0};
  if (n == 4) days = days_of(text.bytes, text.length);
  parley_readings_add_value(c, all, weight, v[0], v[2], n == 4 ? &days : NULL);
}

static void find_days(parley_readings *all, parley_reading_list *l) {
  for (size_t i = 0; i < l->count; i++) {
    parley_reading *r = &l->list[i];
    parley_sql_text text = r->value.text;
    if (!all->has_extents && r->value.type == SQLITE_TEXT) r->extent = days_of(text.bytes, text.length);
    r->says = parley_reading_hash(&r->extent) ^ r->extent.beside;
  }
}

/* Most things have one date: days are looked for where there are more. */
static void give_date(context *c, parley_readings *all) {
  if (!give_at_once(c, all, false)) give_chosen(c, all, find_days);
}

static void best_date_final(context *c) { parley_readings_end(c, give_date); }

const parley_sql_callback parley_sql_do_best_said = {.step = best_said_step, .final = best_said_final};
const parley_sql_callback parley_sql_do_best_date = {.step = best_date_step, .final = best_date_final};
