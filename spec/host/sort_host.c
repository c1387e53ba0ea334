/*
** Sorting that can be stopped: the merge sort against qsort, its order among equals, and that aggregates of SQL hear of
** being cancelled while they sort what a group has.
*/
#include "check.h"

#include "base/merge_sort.h"
#include "sqlite/functions.h"
#include "sqlite/open_store.h"
#include "value/quantile.h"

typedef struct card {
  int key, place;
} card;

static int by_key(const void *left, const void *right) {
  const card *a = left, *b = right;
  return (a->key > b->key) - (a->key < b->key);
}

static int by_key_and_place(const void *left, const void *right) {
  const card *a = left, *b = right;
  int order = by_key(left, right);
  return order != 0 ? order : (a->place > b->place) - (a->place < b->place);
}

static void fill(card *cards, int count, int keys) {
  for (int i = 0; i < count; i++) cards[i] = (card){(int)(random_bits() % (unsigned)keys), i};
}

static void check_order(void) {
  static card cards[5000], expected[5000];
  int rounds = checks.once ? 20 : 400;
  for (int round = 0; round < rounds; round++) {
    int count = (int)(random_bits() % 5000), keys = 1 + (int)(random_bits() % (round % 2 == 0 ? 7 : 5000));
    parley_error err;
    fill(cards, count, keys);
    memcpy(expected, cards, sizeof cards);
    qsort(expected, (size_t)count, sizeof *expected, by_key_and_place);
    CHECK(parley_merge_sort(NULL, cards, (size_t)count, sizeof *cards, by_key, &err));
    CHECK(memcmp(cards, expected, (size_t)count * sizeof *cards) == 0);
  }
}

static void check_stopping(void) {
  enum { COUNT = 40000 };
  static card cards[COUNT];
  static double numbers[COUNT];
  atomic_bool cancelled;
  parley_run run = {.cancelled = &cancelled};
  parley_error err = {0};
  double found;
  for (int round = 0; round < 2; round++) {
    atomic_init(&cancelled, round == 0);
    fill(cards, COUNT, 1000);
    for (int i = 0; i < COUNT; i++) numbers[i] = cards[i].key;
    CHECK(parley_merge_sort(&run, cards, COUNT, sizeof *cards, by_key, &err) == (round == 1));
    CHECK(round == 1 || err.code == PARLEY_ERROR_CANCELLED);
    CHECK(parley_quantile(&run, numbers, COUNT, 0.5, &found, &err) == (round == 1));
  }
}

/* ---- aggregates ---- */

/* Sets the flag, and gives its argument: for the last row of a group, so that nothing but its end is left to stop. */
static void cancel_now(sqlite3_context *c, int n, sqlite3_value **v) {
  (void)n;
  atomic_store((atomic_bool *)sqlite3_user_data(c), true);
  sqlite3_result_value(c, v[0]);
}

static bool ask(parley_store *store, const char *aggregate, bool cancel, parley_error *err) {
  char sql[400];
  parley_cursor cursor = {0};
  snprintf(sql, sizeof sql, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40007), "
           "v(i, x) AS (SELECT i, CASE WHEN %d AND i = 40007 THEN cancel_now(i) ELSE i * 7919 %% 10007 END FROM n) "
           "SELECT %s FROM v", cancel, aggregate);
  if (!CHECK(parley_cursor_prepare(&cursor, store, sql, strlen(sql), false, err))) return false;
  bool row = parley_cursor_step(&cursor, err) == PARLEY_CURSOR_ROW;
  parley_cursor_finish(&cursor);
  return row;
}

static void check_aggregates(void) {
  static const char *const aggregates[] = {"mode(x)", "mode('x' || x)", "list(i, x)", "string_agg(i, ',', x)",
                                           "top(i, 3, x, i)", "median(x)", "quantile(x, 0.3)", "variance(x)",
                                           "corr(i, x)", "weighted_mean(i, x)"};
  atomic_bool cancelled;
  parley_store store = {0};
  parley_error err = {0};
  atomic_init(&cancelled, false);
  CHECK(parley_store_open(&store, "", PARLEY_STORE_MEMORY, 0, &err) && parley_sqlite_register(&store, &err));
  store.run.cancelled = &cancelled;
  parley_store_watch(&store);
  CHECK(sqlite3_create_function_v2(store.db, "cancel_now", 1, SQLITE_UTF8, &cancelled, cancel_now, NULL, NULL, NULL) ==
        SQLITE_OK);
  for (size_t i = 0; i < sizeof aggregates / sizeof *aggregates; i++) {
    err = (parley_error){0};
    bool answered = ask(&store, aggregates[i], true, &err);
    if (!CHECK(!answered && err.code == PARLEY_ERROR_CANCELLED)) printf("  %s: %s\n", aggregates[i], told(&err));
    atomic_store(&cancelled, false);
    if (!CHECK(ask(&store, aggregates[i], false, &err))) printf("  %s: %s\n", aggregates[i], told(&err));
  }
  CHECK(parley_store_close(&store, &err));
}

int main(int count, char **arguments) {
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  check_order();
  check_stopping();
  check_aggregates();
  return check_result("sort_host");
}
