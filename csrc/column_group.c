/* Grouping: the key columns become one key, its groups are found and tallied in one pass over the rows, and each
 * measure makes its column of what was tallied. */
#include <math.h>
#include <string.h>

#include "column_aggregate.h"

/* What a measure is made of: places in the list of tallies. */
typedef struct source {
  int value, low, there;
} source;

/* Everything in the making. */
typedef struct grouping {
  parley_run *run;
  parley_buffer digits, sources;
  parley_key key;
  parley_groups groups;
  parley_tallies tallies;
  source *source;
} grouping;

static void grouping_free(grouping *g) {
  parley_tallies_free(g->run, &g->tallies);
  parley_groups_free(g->run, &g->groups);
  parley_buffer_free(&g->run->memory, &g->digits);
  parley_buffer_free(&g->run->memory, &g->sources);
}

/* Columns that have one value only need no digit. */
static bool make_key(grouping *g, const parley_column *const *keys, int count, parley_error *err) {
  size_t size = (size_t)(count > 0 ? count : 1) * sizeof(parley_digit);
  int used = 0;
  if (!parley_buffer_resize(&g->run->memory, &g->digits, size, err)) return false;
  parley_digit *digits = (parley_digit *)(void *)g->digits.data;
  for (int i = 0; i < count; i++) {
    digits[used] = parley_digit_of(keys[i]);
    used += digits[used].range != 1;
  }
  g->key = parley_key_of(digits, used);
  return true;
}

/* ---- tallies of measures ---- */

static bool has_text(const parley_column *column) { return column->type == PARLEY_TEXT || column->type == PARLEY_DATE; }

/* Whether no sum of these integers can leave 64 bits. */
static bool sum_fits(const parley_column *of) {
  if (of->type != PARLEY_INTEGER || of->low > of->high) return true;
  uint64_t low = of->low < 0 ? 0 - (uint64_t)of->low : (uint64_t)of->low;
  uint64_t high = of->high < 0 ? 0 - (uint64_t)of->high : (uint64_t)of->high;
  return of->length == 0 || (low > high ? low : high) <= (uint64_t)INT64_MAX / (uint64_t)of->length;
}

static source sum_source(grouping *g, const parley_column *of) {
  source s = {.low = -1};
  parley_tallies *tallies = &g->tallies;
  s.there = parley_tally_of(tallies, PARLEY_TALLY_THERE, of);
  if (has_text(of)) return s; /* nothing but missing values */
  if (of->type == PARLEY_NUMBER) {
    s.value = parley_tally_of(tallies, PARLEY_TALLY_NUMBERS, of);
  } else if (sum_fits(of)) {
    s.value = parley_tally_of(tallies, PARLEY_TALLY_SUM, of);
  } else {
    s.value = parley_tally_of(tallies, PARLEY_TALLY_HIGH, of);
    s.low = parley_tally_of(tallies, PARLEY_TALLY_LOW, of);
  }
  return s;
}

static source extreme_source(grouping *g, const parley_column *of, bool least) {
  parley_tally_kind kind = least ? PARLEY_TALLY_LEAST : PARLEY_TALLY_GREATEST;
  if (of->type == PARLEY_DATE) kind = least ? PARLEY_TALLY_EARLIEST : PARLEY_TALLY_LATEST;
  if (of->type == PARLEY_TEXT) kind = least ? PARLEY_TALLY_FIRST_TEXT : PARLEY_TALLY_LAST_TEXT;
  int value = parley_tally_of(&g->tallies, kind, of);
  return (source){value, -1, has_text(of) ? 0 : parley_tally_of(&g->tallies, PARLEY_TALLY_THERE, of)};
}

static source source_of(grouping *g, const parley_measure *measure) {
  const parley_column *of = measure->of;
  parley_tallies *tallies = &g->tallies;
  switch (measure->kind) {
    case PARLEY_COUNT_ROWS: return (source){.there = parley_tally_of(tallies, PARLEY_TALLY_ROWS, NULL)};
    case PARLEY_COUNT:
    case PARLEY_QUANTILE:
    case PARLEY_LIST: return (source){.there = parley_tally_of(tallies, PARLEY_TALLY_THERE, of)};
    case PARLEY_SUM:
    case PARLEY_MEAN: return sum_source(g, of);
    case PARLEY_MIN: return extreme_source(g, of, true);
    case PARLEY_MAX: return extreme_source(g, of, false);
    case PARLEY_FIRST: return (source){.value = parley_tally_of(tallies, PARLEY_TALLY_FIRST, of)};
    case PARLEY_LAST: return (source){.value = parley_tally_of(tallies, PARLEY_TALLY_LAST, of)};
    default: return (source){0};
  }
}

static bool needs_numbers(parley_aggregate kind) {
  return kind == PARLEY_SUM || kind == PARLEY_MEAN || kind == PARLEY_QUANTILE;
}

static bool find_sources(grouping *g, const parley_measure *measures, int count, parley_error *err) {
  size_t size = (size_t)(count > 0 ? count : 1) * sizeof(source);
  if (!parley_buffer_resize(&g->run->memory, &g->sources, size, err)) return false;
  if (!parley_tallies_make(g->run, &g->tallies, count * 3, err)) return false;
  g->source = (source *)(void *)g->sources.data;
  for (int i = 0; i < count; i++) {
    const parley_column *of = measures[i].of;
    if (needs_numbers(measures[i].kind) && has_text(of) && of->nulls < of->length) {
      return parley_fail(err, SQLITE_MISUSE, "a %s has no sum, mean or quantile", parley_type_name(of->type));
    }
    g->source[i] = source_of(g, &measures[i]);
  }
  return true;
}

/* ---- columns of results ---- */

static const void *by_group(const grouping *g, int tally) { return g->tallies.list[tally].groups.data; }

static bool make(const grouping *g, parley_column *out, parley_type type, bool missing, parley_error *err) {
  return parley_column_make(&g->run->memory, out, type, g->groups.count, missing, err);
}

static bool all_missing(const grouping *g, parley_type type, parley_column *out, parley_error *err) {
  if (!make(g, out, type, true, err)) return false;
  memset(out->values.data, 0, out->values.capacity);
  return parley_column_seal(&g->run->memory, out, err);
}

static bool fill_count(const grouping *g, const source *s, parley_column *out, parley_error *err) {
  const uint32_t *there = by_group(g, s->there);
  if (!make(g, out, PARLEY_INTEGER, false, err)) return false;
  int64_t *count = parley_column_integers_out(out);
  for (int64_t i = 0; i < out->length; i++) count[i] = there[i];
  return parley_column_seal(&g->run->memory, out, err);
}

/* The exact sum of halves, if it fits. */
static bool join_halves(int64_t high, int64_t low, int64_t *sum) {
  high += low >> 32;
  low &= UINT32_MAX;
  if (high < INT32_MIN || high > INT32_MAX) return false;
  *sum = high * (INT64_C(1) << 32) + low;
  return true;
}

static bool fill_sum(const grouping *g, const source *s, parley_column *out, parley_error *err) {
  const uint32_t *there = by_group(g, s->there);
  const int64_t *value = by_group(g, s->value), *low = s->low < 0 ? NULL : by_group(g, s->low);
  if (!make(g, out, PARLEY_INTEGER, true, err)) return false;
  int64_t *sum = parley_column_integers_out(out);
  for (int64_t i = 0; i < out->length; i++) {
    sum[i] = value[i];
    if (low != NULL && !join_halves(value[i], low[i], &sum[i])) {
      return parley_fail(err, SQLITE_ERROR, "integer overflow");
    }
    if (there[i] > 0) parley_bit_set(out->validity.data, i);
  }
  return parley_column_seal(&g->run->memory, out, err);
}

static bool fill_sum_of_numbers(const grouping *g, const source *s, parley_column *out, parley_error *err) {
  const uint32_t *there = by_group(g, s->there);
  const double *value = by_group(g, s->value);
  if (!make(g, out, PARLEY_NUMBER, false, err)) return false;
  double *sum = parley_column_numbers_out(out);
  for (int64_t i = 0; i < out->length; i++) sum[i] = there[i] > 0 ? value[i] : NAN;
  return parley_seal_numbers(g->run, out, err);
}

static double total_of(int64_t value, const int64_t *low) {
  if (low == NULL) return (double)value;
  return (double)(value + (*low >> 32)) * 4294967296.0 + (double)(*low & UINT32_MAX);
}

static bool fill_mean(const grouping *g, const source *s, const parley_column *of, parley_column *out,
                      parley_error *err) {
  const uint32_t *there = by_group(g, s->there);
  const int64_t *value = by_group(g, s->value), *low = s->low < 0 ? NULL : by_group(g, s->low);
  const double *number = by_group(g, s->value);
  bool whole = of->type != PARLEY_NUMBER;
  if (!make(g, out, PARLEY_NUMBER, false, err)) return false;
  double *mean = parley_column_numbers_out(out);
  for (int64_t i = 0; i < out->length; i++) {
    double sum = whole ? total_of(value[i], low == NULL ? NULL : &low[i]) : number[i];
    mean[i] = there[i] > 0 ? sum / there[i] : NAN;
  }
  return parley_seal_numbers(g->run, out, err);
}

/* The values of the column at one row per group; `least` and `best` say which, one of them. */
static bool fill_from_rows(const grouping *g, const source *s, const parley_column *of, parley_column *out,
                           parley_error *err) {
  parley_tally_kind kind = g->tallies.list[s->value].kind;
  const int64_t *value = by_group(g, s->value);
  const parley_best *best = by_group(g, s->value);
  parley_rows rows;
  if (!parley_rows_make(g->run, &rows, g->groups.count, err)) return false;
  for (int64_t i = 0; i < rows.count; i++) {
    if (kind >= PARLEY_TALLY_FIRST_TEXT) rows.row[i] = best[i].row;
    else if (value[i] == INT64_MAX) rows.row[i] = -1;
    else rows.row[i] = (int32_t)((kind == PARLEY_TALLY_LAST ? ~value[i] : value[i]) & INT32_MAX);
  }
  bool done = parley_column_take(g->run, of, &rows, out, err);
  parley_rows_free(g->run, &rows);
  return done;
}

/* The number of ordered bits. */
static double number_of(int64_t ordered) {
  int64_t bits = parley_ordered_bits(ordered);
  double number;
  memcpy(&number, &bits, sizeof number);
  return number;
}

static bool fill_extreme(const grouping *g, const source *s, const parley_column *of, parley_column *out,
                         parley_error *err) {
  const uint32_t *there = by_group(g, s->there);
  const int64_t *value = by_group(g, s->value);
  bool greatest = g->tallies.list[s->value].kind == PARLEY_TALLY_GREATEST;
  if (!make(g, out, of->type, true, err)) return false;
  for (int64_t i = 0; i < out->length; i++) {
    int64_t found = there[i] == 0 ? 0 : (greatest ? ~value[i] : value[i]);
    if (of->type == PARLEY_INTEGER) parley_column_integers_out(out)[i] = found;
    else if (of->type == PARLEY_NUMBER) parley_column_numbers_out(out)[i] = number_of(found);
    else if (found != 0) parley_bit_set(out->values.data, i);
    if (there[i] > 0) parley_bit_set(out->validity.data, i);
  }
  return parley_column_seal(&g->run->memory, out, err);
}

static bool fill_measure(grouping *g, const parley_measure *measure, const source *s, parley_column *out,
                         parley_error *err) {
  const parley_column *of = measure->of;
  bool numeric = of != NULL && !has_text(of);
  switch (measure->kind) {
    case PARLEY_COUNT_ROWS:
    case PARLEY_COUNT: return fill_count(g, s, out, err);
    case PARLEY_COUNT_DISTINCT: return parley_fill_count_distinct(g->run, &g->groups, measure, out, err);
    case PARLEY_SUM:
      if (!numeric) return all_missing(g, PARLEY_INTEGER, out, err);
      return of->type == PARLEY_NUMBER ? fill_sum_of_numbers(g, s, out, err) : fill_sum(g, s, out, err);
    case PARLEY_MEAN: return numeric ? fill_mean(g, s, of, out, err) : all_missing(g, PARLEY_NUMBER, out, err);
    case PARLEY_QUANTILE:
      if (!numeric) return all_missing(g, PARLEY_NUMBER, out, err);
      return parley_fill_quantile(g->run, &g->groups, &g->tallies, s->there, measure, out, err);
    case PARLEY_LIST: return parley_fill_list(g->run, &g->groups, &g->tallies, s->there, measure, out, err);
    case PARLEY_MIN:
    case PARLEY_MAX: return numeric ? fill_extreme(g, s, of, out, err) : fill_from_rows(g, s, of, out, err);
    default: return fill_from_rows(g, s, of, out, err);
  }
}

/* ---- the whole ---- */

static parley_rows first_rows(const grouping *g) {
  return (parley_rows){.row = (int32_t *)(uintptr_t)g->groups.first, .count = g->groups.count}; /* read only */
}

static bool find_groups(grouping *g, int64_t rows, const parley_column *const *keys, int key_count,
                        const parley_measure *measures, int measure_count, parley_error *err) {
  if (!make_key(g, keys, key_count, err) || !find_sources(g, measures, measure_count, err)) return false;
  if (!parley_groups_make(g->run, &g->key, rows, &g->groups, err)) return false;
  g->groups.always = key_count == 0 && measure_count > 0;
  return parley_tallies_run(g->run, &g->tallies, &g->groups, err);
}

bool parley_column_group(parley_run *run, int64_t rows, const parley_column *const *keys, int key_count,
                         const parley_measure *measures, int measure_count, parley_column *out, parley_error *err) {
  grouping g = {.run = run};
  bool done = find_groups(&g, rows, keys, key_count, measures, measure_count, err);
  parley_rows first = first_rows(&g);
  for (int i = 0; done && i < key_count; i++) done = parley_column_take(run, keys[i], &first, &out[i], err);
  for (int i = 0; done && i < measure_count; i++) {
    done = fill_measure(&g, &measures[i], &g.source[i], &out[key_count + i], err);
  }
  grouping_free(&g);
  for (int i = 0; !done && i < key_count + measure_count; i++) parley_column_free(&run->memory, &out[i]);
  return done;
}

bool parley_column_distinct(parley_run *run, int64_t rows, const parley_column *const *keys, int key_count,
                            parley_rows *out, parley_error *err) {
  grouping g = {.run = run};
  *out = (parley_rows){0};
  bool done = find_groups(&g, rows, keys, key_count, NULL, 0, err) && parley_rows_make(run, out, g.groups.count, err);
  if (done && out->count > 0) memcpy(out->row, g.groups.first, (size_t)out->count * sizeof *out->row);
  grouping_free(&g);
  return done;
}
