/*
** The order and the joins of rows in the simplest way, to hold the engine against. For column_order_host.c.
*/
#ifndef COLUMN_ORDER_NAIVE_H
#define COLUMN_ORDER_NAIVE_H

#include "engine/join/join.h"
#include "engine/sort/sort.h"
#include "random_columns.h"

static int compare_bytes(parley_value x, parley_value y) {
  size_t least = x.length < y.length ? x.length : y.length;
  int order = least > 0 ? memcmp(x.text, y.text, least) : 0;
  return order != 0 ? order : x.length < y.length ? -1 : x.length > y.length;
}

/* A day in the direction of the key; one that is open comes last either way. */
static int compare_days(int32_t x, int32_t y, int32_t open, bool descending) {
  if (x == open || y == open) return (x == open) - (y == open);
  int order = x < y ? -1 : x > y;
  return descending ? -order : order;
}

static parley_edtf date_of(parley_value x) {
  parley_edtf date = {INT32_MIN, INT32_MAX, 0};
  if (x.type == PARLEY_DATE && !parley_edtf_parse(x.text, x.length, &date, NULL)) abort();
  return date;
}

static int compare_dates(parley_value x, parley_value y, bool descending) {
  parley_edtf a = date_of(x), b = date_of(y);
  int order = compare_days(a.first, b.first, INT32_MIN, descending);
  return order != 0 ? order : compare_days(a.last, b.last, INT32_MAX, descending);
}

static int compare_by(const parley_sort_key *key, int32_t i, int32_t k) {
  parley_value x = parley_column_get(key->by, i), y = parley_column_get(key->by, k);
  int order;
  if (key->by->type == PARLEY_DATE) return compare_dates(x, y, key->descending);
  if (x.type == PARLEY_ANY || y.type == PARLEY_ANY) return (x.type == PARLEY_ANY) - (y.type == PARLEY_ANY);
  switch (x.type) {
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: order = x.integer < y.integer ? -1 : x.integer > y.integer; break;
    case PARLEY_NUMBER: order = x.number < y.number ? -1 : x.number > y.number; break;
    default: order = compare_bytes(x, y);
  }
  return key->descending ? -order : order;
}

static int compare_all(const parley_sort_key *keys, int count, int32_t i, int32_t k) {
  int order = 0;
  for (int at = 0; order == 0 && at < count; at++) order = compare_by(&keys[at], i, k);
  return order;
}

/* A stable merge sort. */
static void plain_sort(const parley_sort_key *keys, int count, int32_t *row, int32_t *scratch, int64_t rows) {
  int64_t half = rows / 2, left = 0, right = half;
  if (rows < 2) return;
  plain_sort(keys, count, row, scratch, half);
  plain_sort(keys, count, row + half, scratch, rows - half);
  for (int64_t at = 0; at < rows; at++) {
    bool later = left == half || (right < rows && compare_all(keys, count, row[right], row[left]) < 0);
    scratch[at] = later ? row[right++] : row[left++];
  }
  memcpy(row, scratch, (size_t)rows * sizeof *row);
}

static bool is_exactly(double number, int64_t integer) {
  if (!(number >= -9223372036854775808.0 && number < 9223372036854775808.0)) return false;
  return (double)(int64_t)number == number && (int64_t)number == integer;
}

static bool equal_keys(const parley_column *a, int64_t i, const parley_column *b, int64_t k) {
  parley_value x = parley_column_get(a, i), y = parley_column_get(b, k);
  if (x.type == PARLEY_ANY || y.type == PARLEY_ANY) return false;
  if (x.type == PARLEY_INTEGER && y.type == PARLEY_NUMBER) return is_exactly(y.number, x.integer);
  if (x.type == PARLEY_NUMBER && y.type == PARLEY_INTEGER) return is_exactly(x.number, y.integer);
  return same_value(a, i, b, k);
}

typedef struct pairs {
  int32_t *left, *right;
  int64_t count, room;
} pairs;

static void add_pair(pairs *p, int64_t left, int64_t right) {
  if (p->count == p->room) {
    p->room = p->room * 2 + 64;
    p->left = realloc(p->left, (size_t)p->room * sizeof *p->left);
    p->right = realloc(p->right, (size_t)p->room * sizeof *p->right);
    if (p->left == NULL || p->right == NULL) abort();
  }
  p->left[p->count] = (int32_t)left;
  p->right[p->count++] = (int32_t)right;
}

static pairs plain_join(parley_join how, const parley_column *const *left, int64_t left_rows,
                        const parley_column *const *right, int64_t right_rows, int keys) {
  pairs p = {0};
  for (int64_t i = 0; i < left_rows; i++) {
    bool any = false;
    for (int64_t k = 0; k < right_rows; k++) {
      bool equal = true;
      for (int at = 0; equal && at < keys; at++) equal = equal_keys(left[at], i, right[at], k);
      if (equal && (how == PARLEY_JOIN_INNER || how == PARLEY_JOIN_LEFT)) add_pair(&p, i, k);
      any |= equal;
    }
    bool alone = how == PARLEY_JOIN_SEMI ? any : how != PARLEY_JOIN_INNER && !any;
    if (alone) add_pair(&p, i, -1);
  }
  return p;
}

#endif
