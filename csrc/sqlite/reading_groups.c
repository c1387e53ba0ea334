/* The life of a group as an aggregate: its rows come, one is chosen, the group is at rest until the next. */
#include "sqlite/reading_groups.h"

/* The aggregate state is a pointer alone: SQLite frees its own memory at the end, but the group goes back to the store
   and serves the next thing. A row without a value opens no group. */
parley_sql_readings *parley_sql_readings_of(sqlite3_context *c, sqlite3_value *v, sqlite3_int64 *weight) {
  if (parley_sql_is_null(v) || !parley_sql_get_weight(c, v, weight)) return NULL;
  parley_sql_readings **held = parley_sql_state(c, sizeof *held);
  if (held == NULL) return NULL;
  if (*held == NULL) *held = parley_sql_readings_take(&parley_sql_self(c)->spare);
  if (*held == NULL) sqlite3_result_error_nomem(c);
  return *held;
}

void parley_sql_readings_add_value(sqlite3_context *c, parley_sql_readings *all, int64_t weight, sqlite3_value *value,
                                   sqlite3_value *voice, const parley_sql_said *said) {
  parley_sql_field field;
  if (parley_sql_field_of(value, &field) && parley_sql_readings_add(all, weight, &field, voice, said)) return;
  sqlite3_result_error_nomem(c);
}

/* Called without a state when no row came: an aggregate of nothing is NULL, which SQLite gives by itself. */
void parley_sql_readings_end(sqlite3_context *c, void (*give)(sqlite3_context *c, parley_sql_readings *all)) {
  parley_sql_readings **held = parley_sql_final_state(c);
  if (held == NULL || *held == NULL) return;
  if ((*held)->count > 0) give(c, *held);
  parley_sql_readings_put_back(&parley_sql_self(c)->spare, *held);
  *held = NULL;
}

/* Failures end the statement here, so that the callers only have to stop. */
bool parley_sql_readings_choose(sqlite3_context *c, parley_reading_choice *choice) {
  parley_error err;
  parley_store *store = parley_sql_self(c)->store;
  if (parley_reading_choose(choice, &store->run, &err)) return true;
  parley_sql_give_up(c, store, &err);
  return false;
}

bool parley_sql_readings_best(sqlite3_context *c, const parley_sql_readings *all, parley_sql_reading_list *l,
                              parley_sql_readings_prepare *prepare) {
  if (!parley_sql_readings_open(all, l)) {
    sqlite3_result_error_nomem(c);
    return false;
  }
  prepare(all, l);
  return parley_sql_readings_choose(c, &l->choice);
}
