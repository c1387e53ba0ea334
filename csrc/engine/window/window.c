/*
** The rows of each group lie side by side (engine/group/cells.h); a kernel goes through those of a cell and writes to
** the places of the rows, cells in threads. Ranks come from one sort of all rows instead.
**
** R1  A row's place in its group is its place in the order that the plan gave: cells keep their rows in order.
** R2  Each kernel writes the places of its own rows only, so that cells need no lock; memory is made before the threads
**     start.
*/
#include "engine/window/window.h"

#include <math.h>
#include <string.h>

#include "base/threads.h"
#include "engine/group/result.h"
#include "engine/sort/sort.h"
#include "frame/gather.h"
#include "frame/packing.h"
#include "frame/unpack.h"
#include "value/integer_sum.h"
#include "value/rolling.h"
#include "value/scalar_semantics.h"
#include "value/statistics.h"

typedef struct window {
  const parley_window_function *function; /* of value/functions.def, with its argument */
  const parley_cells *cells; /* rows of each group, side by side */
  int64_t *integer;           /* results by row: one of these */
  double *number;
  int32_t *row;               /* whose value it is, -1 for none */
  parley_rolling_sum *blocks; /* of each group's last rows */
} window;

/* Works out the rows [from, end) of the cells. */
typedef bool window_kernel(const window *w, uint32_t from, uint32_t end, parley_error *err);

typedef struct window_work {
  const window *window;
  window_kernel *kernel;
} window_work;

/* A kernel that fails ends the run; workers tell of the least part. */
static bool cells_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const window_work *work = data;
  const uint32_t *start = work->window->cells->start;
  (void)worker;
  for (; from < to; from++) {
    if (!work->kernel(work->window, start[from], start[from + 1], err)) return false;
  }
  return true;
}

/* 64 parts, as groups may be of very different size. A total without keys is one part and one thread. */
static bool go_through(parley_run *run, const window *w, window_kernel *kernel, parley_error *err) {
  window_work work = {w, kernel};
  return parley_threads_run(run, w->cells->count, w->cells->count / 64 + 1, cells_job, &work, err);
}

/* An integer, or a truth as 0 or 1. */
static int64_t whole_at(const parley_column *of, int32_t row) {
  bool truth = parley_column_layout(of) == PARLEY_LAYOUT_TRUTH;
  return truth ? parley_bit(of->values.data, row) : parley_integer_at(of, row);
}

/* NaN where the value is missing. NaN is free to stand for missing, as no column holds it. */
static double number_at(const parley_column *of, int32_t row) {
  if (!parley_column_has(of, row)) return NAN;
  if (parley_column_layout(of) == PARLEY_LAYOUT_NUMBER) return parley_number_at(of, row);
  return (double)whole_at(of, row);
}

/* What number_at lacks of a value that is there. */
static double lack_at(const parley_column *of, int32_t row) {
  return parley_column_layout(of) == PARLEY_LAYOUT_INTEGER ? parley_statistic_lack(parley_integer_at(of, row)) : 0;
}

/* ---- kernels ---- */

/* An overflow is an error, as in sum(): never a wrapped or rounded total. Missing values pass the sum on and are
   missing themselves. */
static bool sum_integers(const window *w, uint32_t from, uint32_t end, parley_error *err) {
  const parley_column *of = w->function->of;
  int64_t sum = 0;
  for (uint32_t i = from; i < end; i++) {
    int32_t row = w->cells->row[i];
    w->integer[row] = 0;
    if (!parley_column_has(of, row)) continue;
    bool fits = parley_integer_add_fits(sum, whole_at(of, row), &sum);
    if (!fits) return parley_fail_key(err, "overflow.integer");
    w->integer[row] = sum;
  }
  return true;
}

/* In the order of the rows, what rounding takes kept, as SQL's does: the last one is the sum of the group. */
static bool sum_numbers(const window *w, uint32_t from, uint32_t end, parley_error *err) {
  parley_statistic_sum sum = {0};
  (void)err;
  for (uint32_t i = from; i < end; i++) {
    int32_t row = w->cells->row[i];
    bool there = parley_column_has(w->function->of, row);
    if (there) parley_statistic_sum_add(&sum, number_at(w->function->of, row));
    w->number[row] = there ? parley_statistic_sum_value(&sum) : NAN;
  }
  return true;
}

/* Also counts: how far behind the row the value stands. In 64 bits, so that any n may be subtracted. Rows outside of
   the group give -1, missing. */
static bool shift(const window *w, uint32_t from, uint32_t end, parley_error *err) {
  int64_t back = w->function->kind == PARLEY_WINDOW_LAG ? w->function->n : -w->function->n;
  (void)err;
  for (uint32_t i = from; i < end; i++) {
    int64_t at = (int64_t)i - back;
    w->row[w->cells->row[i]] = at >= from && at < end ? w->cells->row[at] : -1;
  }
  return true;
}

static bool number_rows(const window *w, uint32_t from, uint32_t end, parley_error *err) {
  (void)err;
  for (uint32_t i = from; i < end; i++) w->integer[w->cells->row[i]] = (int64_t)(i - from) + 1;
  return true;
}

/* The sum of a group: exact of integers, however large they are on the way, and compensated of numbers
   (value/statistics.h), since what is divided by is shown. */
static parley_statistic_sum sum_of_group(const window *w, uint32_t from, uint32_t end) {
  const parley_column *of = w->function->of;
  bool numbers = parley_column_layout(of) == PARLEY_LAYOUT_NUMBER;
  parley_statistic_sum sum = {0};
  parley_integer_sum exact = {0};
  for (uint32_t i = from; i < end; i++) {
    int32_t row = w->cells->row[i];
    if (!parley_column_has(of, row)) continue;
    if (numbers) parley_statistic_sum_add(&sum, parley_number_at(of, row));
    else parley_integer_sum_add(&exact, whole_at(of, row));
  }
  return numbers ? sum : (parley_statistic_sum){.total = parley_integer_sum_number(exact)};
}

/* A whole of 0 gives missing. One beyond the range is divided by as what it is. */
static bool share(const window *w, uint32_t from, uint32_t end, parley_error *err) {
  parley_statistic_sum sum = sum_of_group(w, from, end);
  double whole = parley_statistic_sum_value(&sum);
  bool divides = whole < 0 || whole > 0, beyond = parley_statistic_sum_is_beyond(&sum);
  (void)err;
  for (uint32_t i = from; i < end; i++) {
    int32_t row = w->cells->row[i];
    double x = number_at(w->function->of, row);
    if (beyond) w->number[row] = parley_statistic_sum_divide(&(parley_statistic_sum){.total = x}, &sum);
    else w->number[row] = divides ? x / whole : NAN;
  }
  return true;
}

/* A group has its block where its rows begin: it never needs room for more values than it has. The last n values
   that are there; missing rows pass through as NaN. */
static bool roll(const window *w, uint32_t from, uint32_t end, parley_error *err) {
  parley_rolling rolling = {.block = w->blocks + from, .n = (size_t)w->function->n};
  (void)err;
  for (uint32_t i = from; i < end; i++) {
    int32_t row = w->cells->row[i];
    w->number[row] = parley_rolling_mean(&rolling, number_at(w->function->of, row), lack_at(w->function->of, row));
  }
  return true;
}

/* ---- columns ---- */

/* A missing argument is a missing result; row numbers have no argument. */
static bool make_integers(parley_run *run, window *w, window_kernel *kernel, parley_column *out, parley_error *err) {
  const parley_column *of = w->function->of;
  bool missing = of != NULL && of->nulls > 0;
  int64_t rows = w->cells->start[w->cells->count];
  if (!parley_column_make(&run->memory, out, PARLEY_INTEGER, rows, missing, err)) return false;
  w->integer = parley_group_integers_out(out);
  for (int64_t i = 0; missing && i < rows; i++) {
    if (parley_column_has(of, i)) parley_bit_set(out->validity.data, i);
  }
  return go_through(run, w, kernel, err) && parley_column_seal(&run->memory, out, err);
}

static bool make_numbers(parley_run *run, window *w, window_kernel *kernel, parley_column *out, parley_error *err) {
  int64_t rows = w->cells->start[w->cells->count];
  if (!parley_column_make(&run->memory, out, PARLEY_NUMBER, rows, false, err)) return false;
  w->number = parley_group_numbers_out(out);
  return go_through(run, w, kernel, err) && parley_group_seal_numbers(run, out, err);
}

/* Works for every type, as values are gathered by row. */
static bool make_shifted(parley_run *run, window *w, const parley_rows *group, parley_column *out, parley_error *err) {
  (void)group;
  parley_rows rows = {0};
  if (!parley_rows_make(run, &rows, w->cells->start[w->cells->count], err)) return false;
  w->row = rows.row;
  bool done = go_through(run, w, shift, err) && parley_column_gather(run, w->function->of, &rows, out, err);
  parley_rows_free(run, &rows);
  return done;
}

/* Blocks of all groups in one room, each where its rows begin. */
static bool make_rolling(parley_run *run, window *w, const parley_rows *group, parley_column *out, parley_error *err) {
  (void)group;
  parley_buffer blocks = {0};
  size_t size = ((size_t)w->cells->start[w->cells->count] + 1) * sizeof *w->blocks;
  if (!parley_buffer_resize(&run->memory, &blocks, size, err)) return false;
  w->blocks = (parley_rolling_sum *)(void *)blocks.data;
  bool done = make_numbers(run, w, roll, out, err);
  parley_buffer_free(&run->memory, &blocks);
  return done;
}

/* ---- ranks ---- */

/* Whether two rows with a value have the same place in an order. Numbers by neither less nor greater; texts by their
   bytes, as a dictionary may repeat them. */
static bool ties(const parley_column *of, int32_t a, int32_t b) {
  switch (parley_column_layout(of)) {
    case PARLEY_LAYOUT_NUMBER: return !(parley_number_at(of, a) < parley_number_at(of, b)) &&
                               !(parley_number_at(of, a) > parley_number_at(of, b));
    case PARLEY_LAYOUT_TRUTH: return parley_bit(of->values.data, a) == parley_bit(of->values.data, b);
    case PARLEY_LAYOUT_DATED:
      return memcmp(parley_dictionary_days(&of->dictionary, parley_code_at(of, a)),
                    parley_dictionary_days(&of->dictionary, parley_code_at(of, b)), 2 * sizeof(int32_t)) == 0;
    case PARLEY_LAYOUT_TEXT: {
      size_t length, other;
      const char *left = parley_dictionary_text(&of->dictionary, parley_code_at(of, a), &length);
      const char *right = parley_dictionary_text(&of->dictionary, parley_code_at(of, b), &other);
      return length == other && memcmp(left, right, length) == 0;
    }
    default: return parley_integer_at(of, a) == parley_integer_at(of, b);
  }
}

/* Goes through the rows in the order of their values; each group counts its own: two numbers, the row before and its
   rank are kept for it. One sort serves all groups, since within each the order is the same. Ranks have gaps after
   ties, as in SQL's rank(). */
static void rank_rows(const parley_column *of, const parley_rows *order, const int32_t *group, int32_t *seen,
                      int32_t *before, int64_t *rank) {
  for (int64_t i = 0; i < order->count; i++) {
    int32_t row = order->row == NULL ? (int32_t)i : order->row[i], own = group[row];
    rank[row] = 0;
    if (!parley_column_has(of, row)) continue;
    seen[own]++;
    bool same = seen[own] > 1 && ties(of, row, before[own]);
    rank[row] = same ? rank[before[own]] : seen[own];
    before[own] = row;
  }
}

/* Missing values come last in the sort and get no rank. */
static bool rank_sorted(parley_run *run, const window *w, const parley_rows *group, const parley_column *open,
                        parley_error *err) {
  parley_rows order = {0}, seen = {0}, before = {0};
  parley_sort_key by = {open, false};
  bool done = parley_sort_rows(run, group->count, &by, 1, -1, 0, &order, err) &&
              parley_rows_make(run, &seen, w->cells->count, err) &&
              parley_rows_make(run, &before, w->cells->count, err);
  if (done) {
    if (w->cells->count > 0) memset(seen.row, 0, (size_t)w->cells->count * sizeof *seen.row);
    rank_rows(open, &order, group->row, seen.row, before.row, w->integer);
  }
  parley_rows_free(run, &order);
  parley_rows_free(run, &seen);
  parley_rows_free(run, &before);
  return done;
}

/* For make_integers, which makes the column and its bitmap; ranks are written later. */
static bool nothing(const window *w, uint32_t from, uint32_t end, parley_error *err) {
  (void)w, (void)from, (void)end, (void)err;
  return true;
}

/* Sorting reads values in any order: unpacked first. */
static bool make_ranks(parley_run *run, window *w, const parley_rows *group, parley_column *out, parley_error *err) {
  parley_column open = {0};
  parley_column_share(&open, w->function->of);
  bool done = parley_column_unpack(run, &open, err) && make_integers(run, w, nothing, out, err);
  if (done) w->integer = parley_group_integers_out(out);
  done = done && rank_sorted(run, w, group, &open, err) && parley_column_seal(&run->memory, out, err);
  parley_column_free(&run->memory, &open);
  return done;
}

/* ---- the whole ---- */

/* A kernel of the table of functions: what makes the column. */
typedef bool maker(parley_run *run, window *w, const parley_rows *group, parley_column *out, parley_error *err);

/* Integers stay so. */
static bool make_sums(parley_run *run, window *w, const parley_rows *group, parley_column *out, parley_error *err) {
  (void)group;
  parley_layout layout = parley_column_layout(w->function->of);
  bool whole = layout == PARLEY_LAYOUT_INTEGER || layout == PARLEY_LAYOUT_TRUTH;
  return whole ? make_integers(run, w, sum_integers, out, err) : make_numbers(run, w, sum_numbers, out, err);
}

static bool make_shares(parley_run *run, window *w, const parley_rows *group, parley_column *out, parley_error *err) {
  (void)group;
  return make_numbers(run, w, share, out, err);
}

static bool make_places(parley_run *run, window *w, const parley_rows *group, parley_column *out, parley_error *err) {
  (void)group;
  return make_integers(run, w, number_rows, out, err);
}

static maker *const makers[] = {
#define WINDOW(name, KIND, kernel, ...) make_##kernel,
#include "value/functions.def"
};

static bool make_window(parley_run *run, const parley_window_function *function, const parley_cells *cells,
                        const parley_rows *group, parley_column *out, parley_error *err) {
  window w = {.function = function, .cells = cells};
  return makers[function->kind](run, &w, group, out, err);
}

/* Where numbers are taken; the binder has refused these before. */
static bool is_text(const parley_window_function *function) {
  return function->of != NULL && parley_group_has_text(function->of) &&
         parley_function_takes_numbers(parley_function_of_window(function->kind), 0);
}

/* After a failure every column in `out` is empty but for its name. */
bool parley_window_run(parley_run *run, const parley_group_input *groups, const parley_window_function *windows,
                       int window_count, parley_column *out, parley_error *err) {
  int measures = groups->measure_count;
  parley_rows group = {0};
  parley_cells cells = {0};
  for (int i = 0; i < window_count; i++) {
    if (is_text(&windows[i]))
      return parley_fail_with(err, "misuse.engine_sum", "type=%s", parley_type_name(windows[i].of->type));
  }
  bool done = parley_group_rows(run, groups, out, &group, &cells, err);
  for (int i = 0; done && i < window_count; i++) {
    done = make_window(run, &windows[i], &cells, &group, &out[measures + i], err);
  }
  parley_cells_free(run, &cells);
  parley_rows_free(run, &group);
  for (int i = 0; !done && i < measures + window_count; i++) parley_column_free(&run->memory, &out[i]);
  return done;
}
