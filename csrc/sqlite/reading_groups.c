/* The life of a group as an aggregate: its rows come, one is chosen, the group is at rest until the next. */
#include <string.h>

#include "base/hash.h"
#include "sqlite/readings.h"

/* The aggregate state is a pointer alone: SQLite frees its own memory at the end, but the group goes back to the store
   and serves the next thing. A row without a value opens no group. */
parley_readings *parley_readings_of(sqlite3_context *c, sqlite3_value *v, sqlite3_int64 *weight) {
  if (parley_sql_is_null(v) || !parley_sql_get_weight(c, v, weight)) return NULL;
  parley_readings **held = parley_sql_state(c, sizeof *held);
  if (held == NULL) return NULL;
  if (*held == NULL) *held = parley_readings_take(&parley_sql_self(c)->spare);
  if (*held == NULL) sqlite3_result_error_nomem(c);
  return *held;
}

void parley_readings_add_value(sqlite3_context *c, parley_readings *all, sqlite3_int64 weight, sqlite3_value *value,
                               sqlite3_value *voice, const parley_reading_extent *extent) {
  parley_reading_value field;
  if (parley_reading_value_of(value, &field) && parley_readings_add(all, weight, &field, voice, extent)) return;
  sqlite3_result_error_nomem(c);
}

/* Called without a state when no row came: an aggregate of nothing is NULL, which SQLite gives by itself. */
void parley_readings_end(sqlite3_context *c, void (*give)(sqlite3_context *c, parley_readings *all)) {
  parley_readings **held = parley_sql_final_state(c);
  if (held == NULL || *held == NULL) return;
  if ((*held)->count > 0) give(c, *held);
  parley_readings_put_back(&parley_sql_self(c)->spare, *held);
  *held = NULL;
}

/* Failures end the statement here, so that the callers only have to stop. The list is the caller's to close. */
bool parley_readings_best(sqlite3_context *c, parley_readings *all, parley_reading_list *l, parley_reading **out,
                          parley_readings_prepare *prepare) {
  parley_error err;
  parley_store *store = parley_sql_self(c)->store;
  if (!parley_readings_open(all, l)) {
    sqlite3_result_error_nomem(c);
    return false;
  }
  prepare(all, l);
  if (parley_readings_choose(all, l, &store->run, out, &err)) return true;
  parley_sql_give_up(c, store, &err);
  return false;
}

uint64_t parley_reading_hash_number(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return parley_hash_spread(x == 0 ? 0 : bits); /* 0 and -0 are one */
}

/* Two extents that are the same amount have the same hash, whatever types their bounds came in. Shifts keep 1-2 and 2-1
   apart. */
uint64_t parley_reading_hash(const parley_reading_extent *e) {
  uint64_t sides = parley_reading_hash_number(e->first) ^ (parley_reading_hash_number(e->last) << 1);
  return parley_hash_spread(sides ^ (parley_reading_hash_number(e->centre) << 2) ^ e->centred);
}
