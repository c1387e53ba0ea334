/*
** A statistic of value/statistics.h for each group: the numbers of its rows in which no argument is missing are laid
** side by side. A group of many rows is cut into slices of fixed length, which several threads look at, and whose
** moments are added up in order; what a group's result is does not depend on how many there are.
**
** R1  Two passes (means, then deviations from them), since the formula with squares of the sums loses all digits where
**     the mean is large against the spread (Chan, Golub and LeVeque, 1983).
*/
#include <math.h>
#include <string.h>

#include "base/threads.h"
#include "engine/group/kernel.h"
#include "frame/packing.h"
#include "value/functions.h"

/* A cell of more rows than a slice. */
typedef struct large {
  int64_t cell;
  size_t count; /* numbers that are there */
  parley_statistic_moments first, second;
  parley_statistic_means means[PARLEY_STATISTIC_COLUMNS];
} large;

typedef struct slice {
  large *of;
  uint32_t from, end; /* places of the cells */
  size_t count;
  const double *x[PARLEY_STATISTIC_LISTS];
  parley_statistic_moments seen;
} slice;

typedef struct statistic {
  const parley_cells *cells;
  const parley_column *of[PARLEY_STATISTIC_COLUMNS];
  int columns; /* 1 or 2 */
  const parley_statistic *way; /* what to look at, and what to make of it */
  double *x[PARLEY_STATISTIC_LISTS]; /* a place for each row of the cells; NULL: no list */
  double *out;                         /* by group */
  large *larges;
  slice *slices;
  int64_t large_count, slice_count;
  bool again; /* in the second pass */
  parley_buffer numbers, large_room, slice_room;
} statistic;

/* ---- numbers side by side ---- */

/* Of these rows, those in which the column has a value; `out` may be the same room. No branch that the data decide;
   in place, as writing never passes reading. */
static int rows_there(const parley_column *of, const int32_t *row, int count, int32_t *out) {
  int there = 0;
  for (int i = 0; i < count; i++) {
    int32_t one = row[i];
    out[there] = one;
    there += parley_column_has(of, one);
  }
  return there;
}

/* The numbers of the rows: where they lie, or written to `room`. Ascending rows whose ends are as far apart as there
   are rows lie side by side. */
static const double *numbers_of(const parley_column *of, const int32_t *row, int count, double *room) {
  bool side_by_side = count > 0 && row[count - 1] - row[0] == count - 1; /* the rows of a cell ascend */
  parley_group_batch batch = {.row = side_by_side ? NULL : row, .from = count > 0 ? row[0] : 0, .count = count};
  return parley_group_batch_numbers(of, &batch, room);
}

/* What the numbers of the rows lack of integers. */
static void lacks_of(const parley_column *of, const int32_t *row, int count, double *room) {
  for (int i = 0; i < count; i++) room[i] = parley_statistic_lack(parley_integer_at(of, row[i]));
}

/* Writes the numbers of a stretch of a cell from its beginning on, without gaps; gives how many. A row counts only
   where all columns have a value. `to` is within the cell's own stretch: threads write apart. */
static size_t gather(const statistic *s, uint32_t from, uint32_t end) {
  int32_t room[PARLEY_GROUP_BATCH];
  size_t count = 0;
  for (uint32_t i = from; i < end; i += PARLEY_GROUP_BATCH) {
    const int32_t *row = s->cells->row + i;
    int length = end - i < PARLEY_GROUP_BATCH ? (int)(end - i) : PARLEY_GROUP_BATCH;
    for (int at = 0; at < s->columns; at++) {
      if (s->of[at]->nulls == 0) continue;
      length = rows_there(s->of[at], row, length, room);
      row = room;
    }
    for (int at = 0; at < s->columns; at++) {
      double *to = s->x[at] + from + count;
      const double *found = numbers_of(s->of[at], row, length, to);
      if (found != to) memcpy(to, found, (size_t)length * sizeof *to);
      double *lacks = s->x[at + PARLEY_STATISTIC_COLUMNS];
      if (lacks != NULL) lacks_of(s->of[at], row, length, lacks + from + count);
    }
    count += (size_t)length;
  }
  return count;
}

/* Whether the numbers of the stretch lie side by side in the column already. Then nothing is copied, and a total
   over one column reads it where it is. */
static bool lies_ready(const statistic *s, int at, uint32_t from, uint32_t end) {
  const parley_column *of = s->of[at];
  const int32_t *row = s->cells->row;
  return parley_column_layout(of) == PARLEY_LAYOUT_NUMBER && !of->packing.packed &&
         (uint32_t)(row[end - 1] - row[from]) == end - from - 1;
}

/* The same as gather, but leaves numbers where they are when that will do. The pointers stay good for the second
   pass. */
static void gather_slice(const statistic *s, slice *one) {
  bool ready = true;
  for (int at = 0; at < s->columns; at++) {
    ready = ready && s->of[at]->nulls == 0 && lies_ready(s, at, one->from, one->end);
  }
  one->count = ready ? one->end - one->from : gather(s, one->from, one->end);
  for (int at = 0; at < PARLEY_STATISTIC_LISTS; at++) {
    if (ready) one->x[at] = at < s->columns ? parley_column_numbers(s->of[at]) + s->cells->row[one->from] : NULL;
    else one->x[at] = s->x[at] == NULL ? NULL : s->x[at] + one->from;
  }
}

/* ---- small groups, one after another ---- */

/* Large cells are left to the slices; NULL: a small one is not worth asking whether to stop. */
static bool cell_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const statistic *s = data;
  (void)worker;
  for (; from < to; from++) {
    uint32_t start = s->cells->start[from], end = s->cells->start[from + 1];
    const double *x[PARLEY_STATISTIC_LISTS] = {0};
    if (end - start > PARLEY_STATISTIC_SLICE) continue;
    size_t count = gather(s, start, end);
    for (int at = 0; at < PARLEY_STATISTIC_LISTS; at++) x[at] = s->x[at] == NULL ? NULL : s->x[at] + start;
    double *out = &s->out[parley_cells_group(s->cells->groups, from)];
    if (!parley_statistic_of(NULL, s->way, x, count, out, err)) return false;
  }
  return true;
}

/* ---- large groups, in slices ---- */

/* Cut by length only, so that results are the same for any number of threads. */
static bool slice_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const statistic *s = data;
  (void)worker;
  (void)err;
  for (; from < to; from++) {
    slice *one = &s->slices[from];
    parley_statistic_moments_begin(&one->seen);
    if (s->again) {
      s->way->look_again(one->x, one->count, one->of->means, &one->seen);
    } else {
      gather_slice(s, one);
      s->way->look(one->x, one->count, &one->seen);
    }
  }
  return true;
}

/* Moments are added up in the order of the slices. */
static bool look_at_slices(parley_run *run, statistic *s, parley_error *err) {
  for (int64_t i = 0; i < s->large_count; i++) {
    parley_statistic_moments_begin(s->again ? &s->larges[i].second : &s->larges[i].first);
  }
  if (!parley_threads_run(run, s->slice_count, 2, slice_job, s, err)) return false;
  for (int64_t i = 0; i < s->slice_count; i++) {
    slice *one = &s->slices[i];
    parley_statistic_moments_add(s->again ? &one->of->second : &one->of->first, &one->seen);
    if (!s->again) one->of->count += one->count;
  }
  return true;
}

/* Means are known only after all slices were seen. */
static bool larges_job(parley_run *run, statistic *s, parley_error *err) {
  if (!look_at_slices(run, s, err)) return false;
  s->again = s->way->look_again != NULL;
  for (int64_t i = 0; i < s->large_count; i++) {
    parley_statistic_means_of(&s->larges[i].first, s->larges[i].count, s->larges[i].means);
  }
  if (s->again && !look_at_slices(run, s, err)) return false;
  for (int64_t i = 0; i < s->large_count; i++) {
    const large *one = &s->larges[i];
    double found = one->count == 0 ? NAN : s->way->value(&one->first, &one->second, one->count);
    s->out[parley_cells_group(s->cells->groups, one->cell)] = found;
  }
  return true;
}

static uint32_t rows_of(const statistic *s, int64_t cell) { return s->cells->start[cell + 1] - s->cells->start[cell]; }

/* Two sweeps over the cells: how many, then which. */
static bool cut(parley_run *run, statistic *s, parley_error *err) {
  for (int64_t cell = 0; cell < s->cells->count; cell++) {
    if (rows_of(s, cell) <= PARLEY_STATISTIC_SLICE) continue;
    s->large_count++;
    s->slice_count += (rows_of(s, cell) - 1) / PARLEY_STATISTIC_SLICE + 1;
  }
  if (!parley_buffer_resize(&run->memory, &s->large_room, (size_t)s->large_count * sizeof *s->larges, err) ||
      !parley_buffer_resize(&run->memory, &s->slice_room, (size_t)s->slice_count * sizeof *s->slices, err)) {
    return false;
  }
  large *one = s->larges = (large *)(void *)s->large_room.data;
  slice *next = s->slices = (slice *)(void *)s->slice_room.data;
  for (int64_t cell = 0; cell < s->cells->count; cell++) {
    uint32_t from = s->cells->start[cell], end = s->cells->start[cell + 1];
    if (end - from <= PARLEY_STATISTIC_SLICE) continue;
    *one = (large){.cell = cell};
    for (; from < end; from += PARLEY_STATISTIC_SLICE) {
      uint32_t to = end - from < PARLEY_STATISTIC_SLICE ? end : from + PARLEY_STATISTIC_SLICE;
      *next++ = (slice){.of = one, .from = from, .end = to};
    }
    one++;
  }
  return true;
}

/* ---- the whole ---- */

/* Whether a column has integers that a double may not be. */
static bool lacks(const parley_column *of) {
  const int64_t most = INT64_C(1) << 53;
  return parley_column_layout(of) == PARLEY_LAYOUT_INTEGER && (of->low < -most || of->high > most);
}

/* One place for each row and list, also for rows that have no value. */
static bool work_out(parley_run *run, statistic *s, parley_column *out, parley_error *err) {
  size_t rows = s->cells->start[s->cells->count], lists = 0;
  bool has[PARLEY_STATISTIC_LISTS] = {0};
  for (int at = 0; at < s->columns; at++) {
    has[at] = true;
    has[at + PARLEY_STATISTIC_COLUMNS] = lacks(s->of[at]);
    lists += has[at + PARLEY_STATISTIC_COLUMNS] ? 2 : 1;
  }
  size_t size = rows * lists * sizeof *s->x[0];
  if (!parley_buffer_resize(&run->memory, &s->numbers, size + 1, err) || !cut(run, s, err)) return false;
  double *next = (double *)(void *)s->numbers.data;
  for (int at = 0; at < PARLEY_STATISTIC_LISTS; at++) {
    s->x[at] = has[at] ? next : NULL;
    if (has[at]) next += rows;
  }
  if (!parley_column_make(&run->memory, out, PARLEY_NUMBER, s->cells->groups->count, false, err)) return false;
  s->out = parley_group_numbers_out(out);
  return parley_threads_run(run, s->cells->count, s->cells->count / 64 + 1, cell_job, s, err) &&
         (s->large_count == 0 || larges_job(run, s, err));
}

static bool fill(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                 parley_column *out, parley_error *err) {
  parley_run *run = g->run;
  const parley_function *function = parley_function_of(measure->kind);
  statistic s = {.cells = parley_group_cells(g, err), .of = {measure->of, measure->other},
                 .columns = parley_function_columns(function), .way = function->statistic};
  (void)source;
  if (s.cells == NULL) return false;
  bool done = work_out(run, &s, out, err);
  parley_buffer_free(&run->memory, &s.numbers);
  parley_buffer_free(&run->memory, &s.large_room);
  parley_buffer_free(&run->memory, &s.slice_room);
  return done && parley_group_seal_numbers(run, out, err);
}

const parley_group_kernel parley_group_do_statistic = {.fill = fill};
