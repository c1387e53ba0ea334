/*
** Groups and their aggregates in the simplest way, to hold the engine against. For column_group_host.c.
*/
#ifndef COLUMN_GROUP_NAIVE_H
#define COLUMN_GROUP_NAIVE_H

#include <math.h>
#include <sqlite3.h>

#include "check.h"
#include "engine/group/group_by.h"
#include "frame/packing.h"

static void say_value(growing *t, const parley_column *column, int64_t row) {
  parley_value value = parley_column_get(column, row);
  switch (value.type) {
    case PARLEY_ANY: text_say(t, "nothing"); break;
    case PARLEY_NUMBER: text_say(t, "%a", value.number + 0.0); break;
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: text_say(t, "%lld", (long long)value.integer); break;
    default: text_add(t, "'", 1), text_add(t, value.text, value.length);
  }
  text_add(t, "|", 1);
}

typedef struct naive {
  int32_t *group;  /* of each row */
  int32_t *first;  /* row of each group */
  int32_t *member; /* rows, group by group */
  int32_t *start;
  int64_t count;
} naive;

static void *zeroed(size_t count, size_t size) {
  void *block = calloc(count + 1, size);
  if (block == NULL) abort();
  return block;
}

static naive naive_groups(const parley_column *const *keys, int key_count, int64_t rows) {
  naive n = {zeroed((size_t)rows, 4), zeroed((size_t)rows, 4), zeroed((size_t)rows, 4), zeroed((size_t)rows + 1, 4), 0};
  size_t slots = 16;
  while (slots < (size_t)rows * 2) slots *= 2;
  int32_t *table = zeroed(slots, 4);
  char **said = zeroed((size_t)rows, sizeof *said);
  growing text = {0};
  for (int64_t row = 0; row < rows; row++) {
    text_clear(&text);
    for (int i = 0; i < key_count; i++) say_value(&text, keys[i], row);
    size_t at = (size_t)parley_hash_text(text.bytes, text.length) & (slots - 1);
    while (table[at] > 0 && strcmp(said[table[at] - 1], text.bytes) != 0) at = (at + 1) & (slots - 1);
    if (table[at] == 0) {
      said[n.count] = text.bytes;
      text = (growing){0};
      n.first[n.count] = (int32_t)row;
      table[at] = (int32_t)++n.count;
    }
    n.group[row] = table[at] - 1;
  }
  for (int64_t row = 0; row < rows; row++) n.start[n.group[row] + 1]++;
  for (int64_t i = 0; i < n.count; i++) n.start[i + 1] += n.start[i];
  int32_t *at = zeroed((size_t)n.count, 4);
  for (int64_t row = 0; row < rows; row++) n.member[n.start[n.group[row]] + at[n.group[row]]++] = (int32_t)row;
  for (int64_t i = 0; i < n.count; i++) free(said[i]);
  if (key_count == 0) n.count = 1;
  free(at);
  free(said);
  free(table);
  free(text.bytes);
  return n;
}

static void naive_free(naive *n) {
  free(n->group);
  free(n->first);
  free(n->member);
  free(n->start);
}

static int compare_values(const parley_column *of, int32_t a, int32_t b) {
  parley_value x = parley_column_get(of, a), y = parley_column_get(of, b);
  if (of->type == PARLEY_NUMBER) return (x.number > y.number) - (x.number < y.number);
  if (of->type == PARLEY_TEXT) {
    int order = memcmp(x.text, y.text, x.length < y.length ? x.length : y.length);
    return order != 0 ? order : (x.length > y.length) - (x.length < y.length);
  }
  if (of->type == PARLEY_DATE) {
    parley_edtf from, to;
    parley_error err;
    CHECK(parley_edtf_parse(x.text, x.length, &from, &err) && parley_edtf_parse(y.text, y.length, &to, &err));
    return (from.first > to.first) - (from.first < to.first);
  }
  return (x.integer > y.integer) - (x.integer < y.integer);
}

static bool can_win(const parley_column *of, int32_t row) {
  parley_value value = parley_column_get(of, row);
  return of->type != PARLEY_DATE || memcmp(value.text, "..", 2) != 0;
}

static int by_number(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* Rows of a group that have a value. */
static int64_t members(const naive *n, int64_t group, const parley_column *of, int32_t *rows) {
  int64_t count = 0;
  for (int32_t i = n->start[group]; i < n->start[group + 1]; i++) {
    if (of == NULL || parley_column_has(of, n->member[i])) rows[count++] = n->member[i];
  }
  return count;
}

static double as_number(const parley_column *of, int32_t row) {
  parley_value value = parley_column_get(of, row);
  return value.type == PARLEY_NUMBER ? value.number : (double)value.integer;
}

static double naive_quantile(const parley_column *of, const int32_t *rows, int64_t count, double p) {
  double *x = zeroed((size_t)count, sizeof *x);
  for (int64_t i = 0; i < count; i++) x[i] = as_number(of, rows[i]);
  qsort(x, (size_t)count, sizeof *x, by_number);
  double h = (double)(count - 1) * p, share = h - floor(h), low = x[(size_t)h];
  double high = (size_t)h + 1 < (size_t)count ? x[(size_t)h + 1] : low;
  free(x);
  return share > 0 && low < high ? (1 - share) * low + share * high : low;
}

static int64_t naive_distinct(const parley_column *of, const int32_t *rows, int64_t count) {
  char **said = zeroed((size_t)count, sizeof *said);
  int64_t different = 0;
  for (int64_t i = 0; i < count; i++) {
    growing t = {0};
    say_value(&t, of, rows[i]);
    said[i] = t.bytes;
  }
  qsort(said, (size_t)count, sizeof *said, by_text);
  for (int64_t i = 0; i < count; i++) different += i == 0 || strcmp(said[i - 1], said[i]) != 0;
  for (int64_t i = 0; i < count; i++) free(said[i]);
  free(said);
  return different;
}

static void naive_list(growing *t, const parley_column *of, const int32_t *rows, int64_t count) {
  text_clear(t);
  for (int64_t i = 0; i < count; i++) {
    char number[64];
    parley_value value = parley_column_get(of, rows[i]);
    if (i > 0) text_add(t, "; ", 2);
    if (value.text != NULL) text_add(t, value.text, value.length);
    else if (value.type == PARLEY_NUMBER) text_say(t, "%s", sqlite3_snprintf(64, number, "%!.15g", value.number));
    else text_say(t, "%lld", (long long)value.integer);
  }
}

#endif
