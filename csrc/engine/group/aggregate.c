/*
** The values (or items) of each group are laid side by side (engine/group/cells.h) and worked out cell by cell.
**
** Threads: scattering goes by parts, whose cursors are apart; cells are worked out in threads, each with values of its
** own.
*/
#include "engine/group/kernel.h"

#include <math.h>
#include <string.h>

#include "base/threads.h"
#include "engine/group/list.h"
#include "frame/packing.h"
#include "frame/rows.h"
#include "value/text_item.h"
#include "value/quantile.h"

/* ---- values side by side ---- */

typedef struct scatter {
  parley_cells cells; /* where each group's values are */
  const parley_column *of;
  const parley_run *run;
  double *value;    /* one of these two: */
  int32_t *item;    /* codes of texts and dates, rows of others */
  double p; /* of a quantile, 0 to 1 */
  double *out;      /* by group */
  parley_buffer values;
} scatter;

/* Codes or rows, as the list is written from them. */
static void scatter_items(const scatter *s, const parley_group_batch *batch, uint32_t *cursor) {
  bool coded = parley_group_has_text(s->of);
  for (int i = 0; i < batch->count; i++) {
    int32_t row = batch->row == NULL ? (int32_t)batch->from + i : batch->row[i];
    s->item[cursor[batch->slot[i]]++] = coded ? parley_code_at(s->of, row) : row;
  }
}

/* The cursor of a place moves with each value: order within a cell is that of the rows. */
static void scatter_batch(void *data, int part, const parley_group_batch *all) {
  const scatter *s = data;
  uint32_t slot[PARLEY_GROUP_BATCH], *cursor = s->cells.cursor + parley_groups_offset(s->cells.groups, part);
  int32_t row[PARLEY_GROUP_BATCH];
  double room[PARLEY_GROUP_BATCH];
  if (all == NULL) return;
  parley_group_batch batch = parley_group_batch_there(s->of, all, slot, row);
  if (s->item != NULL) {
    scatter_items(s, &batch, cursor);
    return;
  }
  const double *value = parley_group_batch_numbers(s->of, &batch, room);
  for (int i = 0; i < batch.count; i++) s->value[cursor[batch.slot[i]]++] = value[i];
}

/* Lays values (or items) of the column side by side. Room for one value more than there are, so that none has no
   address. */
static bool scatter_make(parley_run *run, parley_groups *groups, const uint32_t *there, const parley_column *of,
                         bool items, scatter *s, parley_error *err) {
  *s = (scatter){.of = of, .run = run};
  if (!parley_cells_cut(run, groups, there, &s->cells, err)) return false;
  size_t size = ((size_t)s->cells.start[s->cells.count] + 1) * (items ? sizeof *s->item : sizeof *s->value);
  if (!parley_buffer_resize(&run->memory, &s->values, size, err)) return false;
  if (items) s->item = (int32_t *)(void *)s->values.data;
  else s->value = (double *)(void *)s->values.data;
  return parley_groups_pass(run, groups, scatter_batch, s, err);
}

static void scatter_free(parley_run *run, scatter *s) {
  parley_cells_free(run, &s->cells);
  parley_buffer_free(&run->memory, &s->values);
}

/* ---- quantiles ---- */

/* parley_quantile changes the order of the values it is given: nobody reads them afterwards. */
static bool quantile_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const scatter *s = data;
  (void)worker;
  for (int64_t cell = from; cell < to; cell++) {
    size_t count = s->cells.start[cell + 1] - s->cells.start[cell];
    double *out = &s->out[parley_cells_group(s->cells.groups, cell)];
    if (count == 0) *out = NAN;
    else if (!parley_quantile(s->run, s->value + s->cells.start[cell], count, s->p, out, err)) return false;
  }
  return true;
}

/* 64 parts, so that a few large groups do not keep one thread busy alone. */
static bool fill_share(parley_group_state *g, const parley_column *of, double p, const parley_group_source *source,
                       parley_column *out, parley_error *err) {
  parley_run *run = g->run;
  parley_groups *groups = &g->groups;
  scatter s;
  const uint32_t *there = parley_accumulator_places(&g->accumulators, source->there);
  bool done = scatter_make(run, groups, there, of, false, &s, err) &&
              parley_column_make(&run->memory, out, PARLEY_NUMBER, groups->count, false, err);
  s.p = p;
  s.out = parley_group_numbers_out(out);
  int64_t grain = groups->count / 64 + 1;
  done = done && parley_threads_run(run, groups->count, grain, quantile_job, &s, err);
  scatter_free(run, &s);
  return done && parley_group_seal_numbers(run, out, err);
}

/* A quantile of texts that are all missing goes the way of the accumulated: missing. The median is that of one half. */
static bool fill_quantile(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                          parley_column *out, parley_error *err) {
  double p = measure->kind == PARLEY_MEDIAN ? 0.5 : measure->p;
  return parley_group_has_text(measure->of)
           ? parley_group_fill_accumulated(g->run, &g->accumulators, source, measure, PARLEY_GROUP_MEANS, out, err)
           : fill_share(g, measure->of, p, source, out, err);
}

const parley_group_kernel parley_group_do_quantile = {.source = parley_group_source_there, .fill = fill_quantile};

/* ---- lists ---- */

static bool fill_joined(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                        parley_column *out, parley_error *err) {
  parley_run *run = g->run;
  parley_groups *groups = &g->groups;
  scatter s;
  const uint32_t *there = parley_accumulator_places(&g->accumulators, source->there);
  bool done = scatter_make(run, groups, there, measure->of, true, &s, err);
  if (done) {
    bool plain = measure->separator == NULL;
    const char *gap = plain ? PARLEY_TEXT_ITEM_GAP : measure->separator;
    parley_list list = {measure->of, groups, s.cells.count, s.cells.start, s.item, gap,
                        plain ? strlen(gap) : measure->separator_length, plain};
    done = parley_list_write(run, &list, out, err);
  }
  scatter_free(run, &s);
  return done;
}

const parley_group_kernel parley_group_do_joined = {.source = parley_group_source_there, .fill = fill_joined};

/* ---- different values ---- */

/* Pairs of group and value are groups again; each that has a value counts one for the group of its first row. A pair
   whose value is missing does not count. */
static bool count_pairs(parley_run *run, parley_groups *pairs, const int32_t *group, const parley_column *of,
                        parley_column *out, parley_error *err) {
  int64_t *count = parley_group_integers_out(out);
  if (!pairs->counted && !parley_groups_pass(run, pairs, NULL, NULL, err)) return false;
  memset(count, 0, (size_t)out->length * sizeof *count);
  for (int64_t i = 0; i < pairs->count; i++) {
    if (parley_column_has(of, pairs->first[i])) count[group[pairs->first[i]]]++;
  }
  return true;
}

/* Grouping once more costs a pass; sets for each group would cost memory for each pair as well, and their growth. */
static bool fill_different(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                           parley_column *out, parley_error *err) {
  parley_run *run = g->run;
  parley_groups *groups = &g->groups, pairs = {0};
  parley_rows group = {0};
  (void)source;
  bool done = parley_column_make(&run->memory, out, PARLEY_INTEGER, groups->count, false, err) &&
              parley_rows_make(run, &group, groups->rows, err) && parley_groups_of_rows(run, groups, group.row, err);
  parley_digit digits[2] = {parley_digit_codes(group.row, (uint64_t)groups->count), parley_digit_of(measure->of)};
  parley_key key = parley_key_of(digits, 2);
  done = done && parley_groups_make(run, &key, groups->rows, &pairs, err) &&
         count_pairs(run, &pairs, group.row, measure->of, out, err);
  parley_groups_free(run, &pairs);
  parley_rows_free(run, &group);
  return done && parley_column_seal(&run->memory, out, err);
}

const parley_group_kernel parley_group_do_different = {.fill = fill_different};
