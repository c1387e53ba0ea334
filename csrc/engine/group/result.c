/*
** Results are written cell by cell, in threads where there are many; the bits of missing ones are set afterwards.
**
** R1  Missing in a group is what has no value that is there; `there` tells, and for numbers NaN does on the way.
*/
#include "engine/group/result.h"

#include <math.h>
#include <string.h>

#include "base/threads.h"
#include "frame/gather.h"
#include "value/integer_sum.h"
#include "value/statistics.h"

typedef struct result {
  const parley_groups *groups;
  const parley_column *of; /* NULL: rows are counted */
  parley_accumulator_kind kind; /* of the value */
  const uint32_t *there; /* values by cell */
  const int64_t *value, *low; /* by cell; low: the lower halves, NULL where the sum is whole */
  const parley_statistic_sum *number;
  const parley_accumulator_text *best;
  parley_column *out;
  int32_t *row;           /* results that are values of rows: which ones */
} result;

/* Fills the cells [from, to). */
typedef bool filler(const result *r, int64_t from, int64_t to, parley_error *err);

typedef struct filling {
  const result *result;
  filler *fill;
} filling;

static bool fill_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const filling *f = data;
  (void)worker;
  return f->fill(f->result, from, to, err);
}

/* Cells are written to places apart, also where they are put by group number. */
static bool fill_cells(parley_run *run, const result *r, filler *fill, parley_error *err) {
  filling f = {r, fill};
  return parley_threads_run(run, r->groups->count, 65536, fill_job, &f, err);
}

static bool make(parley_run *run, const result *r, parley_type type, bool missing, parley_error *err) {
  return parley_column_make(&run->memory, r->out, type, r->groups->count, missing, err);
}

/* ---- integers ---- */

/* Counts of 32 bits become integers. */
static bool fill_counts(const result *r, int64_t from, int64_t to, parley_error *err) {
  int64_t *out = parley_group_integers_out(r->out);
  (void)err;
  for (int64_t i = from; i < to; i++) out[parley_cells_group(r->groups, i)] = r->there[i];
  return true;
}

/* An overflow is an error: never a rounded answer. */
static bool fill_sums(const result *r, int64_t from, int64_t to, parley_error *err) {
  int64_t *out = parley_group_integers_out(r->out);
  for (int64_t i = from; i < to; i++) {
    int64_t *sum = &out[parley_cells_group(r->groups, i)];
    if (r->low == NULL) *sum = r->value[i];
    else if (!parley_integer_sum_fits((parley_integer_sum){r->value[i], r->low[i]}, sum))
      return parley_fail_key(err, "overflow.integer");
  }
  return true;
}

/* Without a value the accumulator holds INT64_MAX: 0 is written for it. */
static bool fill_extreme_integers(const result *r, int64_t from, int64_t to, parley_error *err) {
  int64_t *out = parley_group_integers_out(r->out);
  (void)err;
  for (int64_t i = from; i < to; i++) {
    int64_t found = r->kind == PARLEY_ACCUMULATOR_GREATEST ? ~r->value[i] : r->value[i];
    out[parley_cells_group(r->groups, i)] = r->there[i] == 0 ? 0 : found;
  }
  return true;
}

/* Where the column misses no values, no group does, but for the one of no rows. */
static bool seal(parley_run *run, const result *r, parley_error *err) {
  if (r->out->validity.data != NULL) {
    for (int64_t i = 0; i < r->groups->count; i++) {
      if (r->there[i] > 0) parley_bit_set(r->out->validity.data, parley_cells_group(r->groups, i));
    }
  }
  return parley_column_seal(&run->memory, r->out, err);
}

/* A count is never missing. */
static bool make_integers(parley_run *run, const result *r, filler *fill, parley_error *err) {
  bool missing = r->of != NULL && (r->of->nulls > 0 || r->of->length == 0) && fill != fill_counts;
  return make(run, r, PARLEY_INTEGER, missing, err) && fill_cells(run, r, fill, err) && seal(run, r, err);
}

static bool make_extreme_truths(parley_run *run, const result *r, parley_error *err) {
  if (!make(run, r, PARLEY_BOOLEAN, true, err)) return false;
  for (int64_t i = 0; i < r->groups->count; i++) {
    int64_t found = r->kind == PARLEY_ACCUMULATOR_GREATEST ? ~r->value[i] : r->value[i];
    if (r->there[i] > 0 && found != 0) parley_bit_set(r->out->values.data, parley_cells_group(r->groups, i));
  }
  return seal(run, r, err);
}

/* ---- numbers ---- */

static bool fill_sums_of_numbers(const result *r, int64_t from, int64_t to, parley_error *err) {
  double *out = parley_group_numbers_out(r->out);
  (void)err;
  for (int64_t i = from; i < to; i++) {
    out[parley_cells_group(r->groups, i)] = r->there[i] > 0 ? parley_statistic_sum_value(&r->number[i]) : NAN;
  }
  return true;
}

static double mean_of(const result *r, int64_t cell) {
  double count = r->there[cell];
  if (r->kind == PARLEY_ACCUMULATOR_NUMBERS) return parley_statistic_sum_mean(&r->number[cell], count);
  if (r->low == NULL) return (double)r->value[cell] / count;
  return parley_integer_sum_number((parley_integer_sum){r->value[cell], r->low[cell]}) / count;
}

static bool fill_means(const result *r, int64_t from, int64_t to, parley_error *err) {
  double *out = parley_group_numbers_out(r->out);
  (void)err;
  for (int64_t i = from; i < to; i++) {
    out[parley_cells_group(r->groups, i)] = r->there[i] > 0 ? mean_of(r, i) : NAN;
  }
  return true;
}

/* The bits are turned back, which is the same operation. */
static bool fill_extreme_numbers(const result *r, int64_t from, int64_t to, parley_error *err) {
  double *out = parley_group_numbers_out(r->out);
  (void)err;
  for (int64_t i = from; i < to; i++) {
    int64_t bits = parley_accumulator_ordered_bits(r->kind == PARLEY_ACCUMULATOR_GREATEST ? ~r->value[i] : r->value[i]);
    double found;
    memcpy(&found, &bits, sizeof found);
    out[parley_cells_group(r->groups, i)] = r->there[i] > 0 ? found : NAN;
  }
  return true;
}

static bool make_numbers(parley_run *run, const result *r, filler *fill, parley_error *err) {
  return make(run, r, PARLEY_NUMBER, false, err) && fill_cells(run, r, fill, err) &&
         parley_group_seal_numbers(run, r->out, err);
}

/* The bitmap is made only where a group is missing. */
bool parley_group_seal_numbers(parley_run *run, parley_column *out, parley_error *err) {
  double *value = parley_group_numbers_out(out);
  int64_t missing = 0;
  for (int64_t i = 0; i < out->length; i++) missing += isnan(value[i]);
  if (missing > 0) {
    if (!parley_buffer_resize_zeroed(&run->memory, &out->validity, parley_bits_size(out->length), err)) return false;
    for (int64_t i = 0; i < out->length; i++) {
      if (isnan(value[i])) value[i] = 0;
      else parley_bit_set(out->validity.data, i);
    }
  }
  return parley_column_seal(&run->memory, out, err);
}

/* ---- values of rows ---- */

/* FIRST and LAST keep rows as they are or complemented; dates have theirs in the lower half. */
static int32_t row_at(const result *r, int64_t cell) {
  if (r->kind >= PARLEY_ACCUMULATOR_FIRST_TEXT) return r->best[cell].row;
  int64_t value = r->value[cell];
  if (value == INT64_MAX) return -1;
  return (int32_t)((r->kind == PARLEY_ACCUMULATOR_LAST ? ~value : value) & INT32_MAX);
}

static bool fill_rows(const result *r, int64_t from, int64_t to, parley_error *err) {
  (void)err;
  for (int64_t i = from; i < to; i++) r->row[parley_cells_group(r->groups, i)] = row_at(r, i);
  return true;
}

/* The values come from the column itself: any type, any dictionary. */
static bool take_rows(parley_run *run, result *r, parley_error *err) {
  parley_rows rows;
  if (!parley_rows_make(run, &rows, r->groups->count, err)) return false;
  r->row = rows.row;
  bool done = fill_cells(run, r, fill_rows, err) && parley_column_gather(run, r->of, &rows, r->out, err);
  parley_rows_free(run, &rows);
  return done;
}

/* ---- the whole ---- */

/* Of a column without any values, whose type does not matter. */
static bool make_missing(parley_run *run, const result *r, parley_type type, parley_error *err) {
  if (!make(run, r, type, true, err)) return false;
  memset(r->out->values.data, 0, r->out->values.capacity);
  return parley_column_seal(&run->memory, r->out, err);
}

static bool make_extremes_of_layout(parley_run *run, result *r, parley_error *err) {
  switch (parley_column_layout(r->of)) {
    case PARLEY_LAYOUT_INTEGER: return make_integers(run, r, fill_extreme_integers, err);
    case PARLEY_LAYOUT_NUMBER: return make_numbers(run, r, fill_extreme_numbers, err);
    case PARLEY_LAYOUT_TRUTH: return make_extreme_truths(run, r, err);
    default: return take_rows(run, r, err);
  }
}

/* An extreme is a value of the column, and so of its type. */
static bool make_extremes(parley_run *run, result *r, parley_error *err) {
  if (!make_extremes_of_layout(run, r, err)) return false;
  r->out->type = r->of->type;
  return true;
}

/* One pointer for all kinds of values; `kind` says which to read. */
bool parley_group_fill_accumulated(parley_run *run, const parley_accumulators *accumulators,
                                   const parley_group_source *source, const parley_measure *measure,
                                   parley_group_shape shape, parley_column *out, parley_error *err) {
  const void *value = parley_accumulator_cells(accumulators, source->value);
  result r = {.groups = accumulators->rows,
              .of = measure->of,
              .kind = accumulators->list[source->value].kind,
              .value = value,
              .number = value,
              .best = value,
              .there = parley_accumulator_cells(accumulators, source->there),
              .out = out};
  if (source->low >= 0) r.low = parley_accumulator_cells(accumulators, source->low);
  bool text = r.of != NULL && parley_group_has_text(r.of);
  switch (shape) {
    case PARLEY_GROUP_COUNTS: return make_integers(run, &r, fill_counts, err);
    case PARLEY_GROUP_SUMS:
      if (text) return make_missing(run, &r, PARLEY_INTEGER, err);
      if (parley_column_layout(r.of) == PARLEY_LAYOUT_NUMBER) return make_numbers(run, &r, fill_sums_of_numbers, err);
      return make_integers(run, &r, fill_sums, err);
    case PARLEY_GROUP_MEANS:
      return text ? make_missing(run, &r, PARLEY_NUMBER, err) : make_numbers(run, &r, fill_means, err);
    case PARLEY_GROUP_EXTREMES: return make_extremes(run, &r, err);
    default: return take_rows(run, &r, err);
  }
}
