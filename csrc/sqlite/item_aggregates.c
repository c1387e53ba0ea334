/*
** SQL aggregates that keep the values of a group and look at all of them at its end: list, string_agg, top, mode.
**
** Items lie one behind another, their texts in a heap beside them: two blocks that grow, and are sorted at the end.
**
** R1  Order is by the row's number where it is given, else by arrival (`at` grows with each item): SQLite promises no
**     order of its own.
** R2  Sorting can be stopped by the store's run; a group whose sort was stopped gives no result.
*/
#include <stdint.h>
#include <string.h>

#include "base/merge_sort.h"
#include "sqlite/callback.h"
#include "sqlite/sql_value.h"
#include "value/text_item.h"
#include "value/order.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

typedef struct item {
  parley_value by;   /* what decides between items; its text only while they are sorted for the mode */
  int64_t row;       /* and, among equals, their place */
  size_t at, length; /* bytes [at, at + length) of the heap */
} item;

typedef struct items {
  char *heap, *entries; /* entries: an array of item */
  size_t heap_used, heap_room, count, entries_room;
  char *separator;      /* NULL: "; " */
  size_t separator_length;
  size_t most;          /* of top */
} items;

static item *items_list(const items *all) { return (item *)(void *)all->entries; }

/* Leaves all zero, since SQLite may call final once more for an empty group. */
static void items_free(items *all) {
  sqlite3_free(all->heap);
  sqlite3_free(all->entries);
  sqlite3_free(all->separator);
  memset(all, 0, sizeof *all);
}

/* Items hold offsets, as the heap may move. */
static bool items_add(items *all, parley_sql_text text, item added) {
  if (!parley_sql_reserve(&all->heap, &all->heap_room, all->heap_used + text.length + 1)) return false;
  if (!parley_sql_reserve(&all->entries, &all->entries_room, (all->count + 1) * sizeof added)) return false;
  added.at = all->heap_used;
  added.length = text.length;
  if (text.length > 0) memcpy(all->heap + all->heap_used, text.bytes, text.length);
  memcpy(all->entries + all->count * sizeof added, &added, sizeof added);
  all->heap_used += text.length;
  all->count++;
  return true;
}

/* Adds the text, unless what is joined in the end would be longer than SQLite takes. The limit is looked at as items
   come, so that a list that cannot be given is not collected to the end. */
static void take(context *c, items *all, value *v, item added) {
  parley_sql_text text;
  if (all == NULL || !parley_sql_get_text(c, v, &text)) return;
  size_t limit = (size_t)sqlite3_limit(sqlite3_context_db_handle(c), SQLITE_LIMIT_LENGTH, -1);
  size_t between = all->separator == NULL ? 2 : all->separator_length;
  if (all->heap_used + between * all->count + text.length > limit) sqlite3_result_error_toobig(c);
  else if (!items_add(all, text, added)) sqlite3_result_error_nomem(c);
}

/* The place of a row, which is argument `at` where there are so many; one without comes first, as NULL does in ORDER
   BY. INT64_MIN stands for NULL. */
static bool get_row(context *c, int n, value **v, int at, int64_t *row) {
  *row = n <= at || parley_sql_is_null(v[at]) ? INT64_MIN : sqlite3_value_int64(v[at]);
  if (*row == INT64_MIN || sqlite3_value_type(v[at]) == SQLITE_INTEGER) return true;
  parley_sql_fail(c, "bad_argument.sql_weight", "name=%s", parley_sql_self(c)->entry->name);
  return false;
}

/* False where that could not be done, which then is the function's result. */
static bool items_sort(context *c, items *all, parley_merge_comparison *order) {
  parley_store *store = parley_sql_self(c)->store;
  parley_error err;
  if (parley_merge_sort(&store->run, all->entries, all->count, sizeof(item), order, &err)) return true;
  parley_sql_give_up(c, store, &err);
  return false;
}

/* `at` is different for each item with a text, so order is total. */
static int by_row(const void *left, const void *right) {
  const item *a = left, *b = right;
  if (a->row != b->row) return a->row < b->row ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

/* ---- joined texts ---- */

/* Writes the first `count` items with what stands between them, unless `to` is NULL; gives the bytes. Without a
   separator of its own it is a list, whose items can be told apart. */
static size_t join(const items *all, size_t count, char *to) {
  const item *entry = items_list(all);
  bool plain = all->separator == NULL;
  const char *between = plain ? PARLEY_TEXT_ITEM_GAP : all->separator;
  size_t length = 0, gap = plain ? strlen(between) : all->separator_length;
  for (size_t i = 0; i < count; i++) {
    if (i > 0 && gap > 0 && to != NULL) memcpy(to + length, between, gap);
    if (i > 0) length += gap;
    char *into = to == NULL ? NULL : to + length;
    const char *text = all->heap + entry[i].at;
    if (plain) {
      length += parley_text_item_write(text, entry[i].length, into);
    } else {
      if (into != NULL && entry[i].length > 0) memcpy(into, text, entry[i].length);
      length += entry[i].length;
    }
  }
  return length;
}

/* Gives the first `count` items, joined; there is at least one. The block is SQLite's from here on. */
static void result_joined(context *c, const items *all, size_t count) {
  size_t length = join(all, count, NULL);
  char *joined = sqlite3_malloc64(length + 1);
  if (joined == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  join(all, count, joined);
  sqlite3_result_text64(c, joined, length, sqlite3_free, SQLITE_UTF8);
}

static void list_step(context *c, int n, value **v) {
  item added = {0};
  if (parley_sql_is_null(v[0]) || !get_row(c, n, v, 1, &added.row)) return;
  take(c, parley_sql_state(c, sizeof(items)), v[0], added);
}

/* That of the group's first row: it is a constant in every query. */
static bool keep_separator(context *c, items *all, value *v) {
  parley_sql_text text;
  if (all == NULL || !parley_sql_get_text(c, v, &text)) return false;
  if (all->separator != NULL) return true;
  all->separator = sqlite3_malloc64(text.length + 1);
  if (all->separator == NULL) {
    sqlite3_result_error_nomem(c);
    return false;
  }
  memcpy(all->separator, text.bytes, text.length);
  all->separator_length = text.length;
  return true;
}

static void string_agg_step(context *c, int n, value **v) {
  item added = {0};
  if (parley_sql_is_null(v[0]) || parley_sql_is_null(v[1]) || !get_row(c, n, v, 2, &added.row)) return;
  items *all = parley_sql_state(c, sizeof *all);
  if (keep_separator(c, all, v[1])) take(c, all, v[0], added);
}

static void list_final(context *c) {
  items *all = parley_sql_final_state(c);
  if (all == NULL) return;
  if (all->count > 0 && items_sort(c, all, by_row)) result_joined(c, all, all->count);
  items_free(all);
}

/* ---- top ---- */

/* n is the same in each row; 0 or less gives nothing. A row is chosen by an integer or a number, which are told apart,
   so that large integers stay so: parley_value_order compares the two exactly. */
static void top_step(context *c, int n, value **v) {
  item added = {0};
  if (parley_sql_is_null(v[0]) || parley_sql_is_null(v[2])) return;
  items *all = parley_sql_state(c, sizeof *all);
  if (all == NULL || !get_row(c, n, v, 3, &added.row) || !parley_sql_get_numeric(c, v[2], &added.by)) return;
  all->most = sqlite3_value_int64(v[1]) > 0 ? (size_t)sqlite3_value_int64(v[1]) : 0;
  take(c, all, v[0], added);
}

static int greatest_first(const void *left, const void *right) {
  const item *a = left, *b = right;
  int order = parley_value_order(&b->by, &a->by);
  return order != 0 ? order : by_row(left, right);
}

static void top_final(context *c) {
  items *all = parley_sql_final_state(c);
  if (all == NULL) return;
  if (all->count > 0 && all->most > 0 && items_sort(c, all, greatest_first)) {
    result_joined(c, all, all->count < all->most ? all->count : all->most);
  }
  items_free(all);
}

/* ---- mode ---- */

static bool get_days(context *c, value *v, parley_value *by) {
  parley_sql_text text;
  parley_edtf date;
  parley_error err;
  if (!parley_sql_get_text(c, v, &text)) return false;
  if (!parley_edtf_parse(text.bytes, text.length, &date, &err)) {
    parley_sql_refuse(c, &err);
    return false;
  }
  *by = (parley_value){.type = PARLEY_DATE, .integer = parley_value_days_order(date.first, date.last)};
  return true;
}

/* Items of numbers have no text: their arrival is kept in `row`. */
static void mode_step(context *c, int n, value **v) {
  (void)n;
  parley_value by;
  if (parley_sql_is_null(v[0])) return;
  if (!parley_sql_value_read(v[0], &by)) {
    sqlite3_result_error_nomem(c);
    return;
  }
  if (by.type == PARLEY_TEXT) by = (parley_value){.type = PARLEY_TEXT}; /* which the item keeps itself */
  if (by.type == PARLEY_TEXT && parley_sql_self(c)->of_dates && !get_days(c, v[0], &by)) return;
  items *all = parley_sql_state(c, sizeof *all);
  bool text = parley_layout_is_coded(parley_layout_of(by.type));
  if (text) take(c, all, v[0], (item){.by = by});
  else if (all != NULL && !items_add(all, (parley_sql_text){0}, (item){.by = by, .row = (int64_t)all->count})) {
    sqlite3_result_error_nomem(c);
  }
}

static int by_value(const void *left, const void *right) {
  const item *a = left, *b = right;
  int order = parley_value_order(&a->by, &b->by);
  return order != 0 ? order : by_row(left, right);
}

/* The first of the longest run of equal items; NULL where there is no answer. Texts are pointed to only now, when
   the heap does not move any more. */
static const parley_value *most_frequent(context *c, items *all) {
  item *entry = items_list(all);
  const parley_value *best = NULL;
  size_t most = 0;
  for (size_t i = 0; i < all->count; i++) {
    entry[i].by.text = all->heap + entry[i].at;
    entry[i].by.length = entry[i].length;
  }
  if (!items_sort(c, all, by_value)) return NULL;
  for (size_t i = 0, end = 0; i < all->count; i = end) {
    while (end < all->count && parley_value_order(&entry[i].by, &entry[end].by) == 0) end++;
    if (end - i > most) {
      most = end - i;
      best = &entry[i].by;
    }
  }
  return best;
}

static void mode_final(context *c) {
  items *all = parley_sql_final_state(c);
  if (all == NULL) return;
  const parley_value *best = most_frequent(c, all);
  if (best != NULL) {
    if (parley_layout_of(best->type) == PARLEY_LAYOUT_INTEGER) sqlite3_result_int64(c, best->integer);
    else if (parley_layout_of(best->type) == PARLEY_LAYOUT_NUMBER) sqlite3_result_double(c, best->number);
    else sqlite3_result_text64(c, best->text, best->length, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  items_free(all);
}

const parley_sql_callback parley_sql_do_joined = {.step = list_step, .final = list_final};
const parley_sql_callback parley_sql_do_string_agg = {.step = string_agg_step, .final = list_final};
const parley_sql_callback parley_sql_do_top = {.step = top_step, .final = top_final};
const parley_sql_callback parley_sql_do_mode = {.step = mode_step, .final = mode_final};
