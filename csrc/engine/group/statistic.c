/* The numbers of a group's rows in which no argument is missing, side by side for a statistic of value/statistics.h. */
#include <math.h>

#include "base/threads.h"
#include "engine/group/aggregate.h"
#include "engine/group/cells.h"
#include "frame/packing.h"
#include "value/functions.h"

typedef struct statistic {
  const parley_cells *cells;
  const parley_column *of[PARLEY_STATISTIC_COLUMNS];
  int columns;
  parley_statistic *work_out;
  double *x[PARLEY_STATISTIC_COLUMNS]; /* a place for each row of the cells */
  double *out;                         /* by group */
} statistic;

static double number_of(const parley_column *of, int32_t row) {
  return of->type == PARLEY_NUMBER ? parley_number_at(of, row) : (double)parley_integer_at(of, row);
}

/* Lays the numbers of a cell side by side. */
static size_t gather(const statistic *s, uint32_t from, uint32_t end) {
  size_t count = 0;
  for (uint32_t i = from; i < end; i++) {
    int32_t row = s->cells->row[i];
    bool there = true;
    for (int at = 0; at < s->columns; at++) there = there && parley_column_has(s->of[at], row);
    for (int at = 0; there && at < s->columns; at++) s->x[at][from + count] = number_of(s->of[at], row);
    count += there;
  }
  return count;
}

static bool statistic_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const statistic *s = data;
  (void)worker;
  (void)err;
  for (; from < to; from++) {
    uint32_t start = s->cells->start[from];
    const double *x[PARLEY_STATISTIC_COLUMNS] = {0};
    size_t count = gather(s, start, s->cells->start[from + 1]);
    for (int at = 0; at < s->columns; at++) x[at] = s->x[at] + start;
    s->out[parley_cell_group(s->cells->groups, from)] = count == 0 ? NAN : s->work_out(x, count);
  }
  return true;
}

static bool work_out(parley_run *run, statistic *s, parley_buffer *numbers, parley_column *out, parley_error *err) {
  size_t rows = s->cells->start[s->cells->count], size = rows * (size_t)s->columns * sizeof *s->x[0];
  if (!parley_buffer_resize(&run->memory, numbers, size + 1, err)) return false;
  for (int at = 0; at < s->columns; at++) s->x[at] = (double *)(void *)numbers->data + rows * (size_t)at;
  if (!parley_column_make(&run->memory, out, PARLEY_NUMBER, s->cells->groups->count, false, err)) return false;
  s->out = parley_column_numbers_out(out);
  return parley_parallel(run, s->cells->count, s->cells->count / 64 + 1, statistic_job, s, err);
}

bool parley_fill_statistic(parley_run *run, const parley_cells *cells, const parley_measure *measure,
                           const parley_function *function, parley_column *out, parley_error *err) {
  parley_buffer numbers = {0};
  statistic s = {.cells = cells, .of = {measure->of, measure->other}, .columns = function->columns,
                 .work_out = function->statistic};
  bool done = work_out(run, &s, &numbers, out, err);
  parley_buffer_free(&run->memory, &numbers);
  return done && parley_seal_numbers(run, out, err);
}
