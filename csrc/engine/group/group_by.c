/*
** Grouping: the key columns become one key, its groups are found and tallied in one pass over the rows, and each
** measure makes its column of what was tallied.
**
** R1  Groups come in the order in which their first rows do, so that no sort is needed to make the result's order a
**     fixed one.
** R2  Cost: a pass over the rows, a second one for measures that look at all values of a group, and memory for each
**     group.
*/
#include <string.h>

#include "engine/group/group_by.h"
#include "engine/group/kernel.h"
#include "frame/gather.h"

/* Everything in the making. */
typedef struct grouping {
  parley_group_state state;
  parley_buffer digits, sources;
  parley_key key; /* points into `digits` */
  parley_group_source *source; /* of each measure, in `sources` */
} grouping;

/* All zero is free already: what failed early is freed the same way. */
static void grouping_free(grouping *g) {
  parley_run *run = g->state.run;
  parley_cells_free(run, &g->state.cells);
  parley_accumulators_free(run, &g->state.accumulators);
  parley_groups_free(run, &g->state.groups);
  parley_buffer_free(&run->memory, &g->digits);
  parley_buffer_free(&run->memory, &g->sources);
}

/* Columns that have one value only need no digit. Range 1 is a digit that is always 0. Without any digit all rows
   are one group. */
static bool make_key(grouping *g, const parley_column *const *keys, int count, parley_error *err) {
  size_t size = (size_t)(count > 0 ? count : 1) * sizeof(parley_digit);
  int used = 0;
  if (!parley_buffer_resize(&g->state.run->memory, &g->digits, size, err)) return false;
  parley_digit *digits = (parley_digit *)(void *)g->digits.data;
  for (int i = 0; i < count; i++) {
    digits[used] = parley_digit_of(keys[i]);
    used += digits[used].range != 1;
  }
  g->key = parley_key_of(digits, used);
  return true;
}

/* ---- kernels ---- */

static const parley_group_kernel *const kernels[] = {
#define MEASURE(name, KIND, kernel) &parley_group_do_##kernel,
#define AGGREGATE(name, KIND, kernel, ...) &parley_group_do_##kernel,
#include "value/functions.def"
};

static bool fill(parley_group_state *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                 parley_error *err) {
  const parley_group_kernel *k = kernels[measure->kind];
  return k->fill != NULL ? k->fill(g, measure, s, out, err)
                         : parley_group_fill_accumulated(g->run, &g->accumulators, s, measure, k->shape, out, err);
}

/* ---- the whole ---- */

static bool is_text(const parley_column *of) { return parley_group_has_text(of) && of->nulls < of->length; }

/* Texts that are all missing are numbers as well. The binder has refused these before; a plan made by other means is
   refused here. */
static bool check_column(const parley_function *f, int at, const parley_column *of, parley_error *err) {
  if (of == NULL) return true;
  bool scale = parley_function_takes_only(f, at, "scale");
  bool refused = (is_text(of) && parley_function_takes_numbers(f, at)) ||
                 (scale && parley_column_layout(of) == PARLEY_LAYOUT_TRUTH);
  if (!refused) return true;
  return parley_fail_with(err, scale ? "misuse.engine_greatest" : "misuse.engine_statistics", "type=%s",
                          parley_type_name(of->type));
}

static bool check_types(const parley_measure *measure, parley_error *err) {
  const parley_function *f = parley_function_of(measure->kind);
  return check_column(f, 0, measure->of, err) &&
         check_column(f, parley_function_column(f, 1), measure->other, err);
}

/* Three accumulators a measure at most. */
static bool find_sources(grouping *g, const parley_measure *measures, int count, parley_error *err) {
  size_t size = (size_t)(count > 0 ? count : 1) * sizeof(parley_group_source);
  parley_run *run = g->state.run;
  if (!parley_buffer_resize(&run->memory, &g->sources, size, err)) return false;
  if (!parley_accumulators_make(run, &g->state.accumulators, count * 3, err)) return false;
  g->source = (parley_group_source *)(void *)g->sources.data;
  for (int i = 0; i < count; i++) {
    if (!check_types(&measures[i], err)) return false;
    const parley_group_kernel *k = kernels[measures[i].kind];
    g->source[i] = k->source != NULL ? k->source(&g->state, measures[i].of) : (parley_group_source){.low = -1};
  }
  return true;
}

/* The cast takes `const` away for a list that is only read. */
static parley_rows first_rows(const grouping *g) {
  const parley_groups *groups = &g->state.groups;
  return (parley_rows){.row = (int32_t *)(uintptr_t)groups->first, .count = groups->count}; /* read only */
}

/* No key and no rows is one group when something is measured: count() of nothing is 0. */
static bool find_groups(grouping *g, const parley_group_input *input, parley_error *err) {
  if (!make_key(g, input->keys, input->key_count, err)) return false;
  if (!find_sources(g, input->measures, input->measure_count, err)) return false;
  if (!parley_groups_make(g->state.run, &g->key, input->rows, &g->state.groups, err)) return false;
  g->state.groups.always = input->key_count == 0 && input->measure_count > 0;
  return parley_accumulators_run(g->state.run, &g->state.accumulators, &g->state.groups, err);
}

/* After a failure all columns in `out` are empty but for their names. */
bool parley_group_run(parley_run *run, const parley_group_input *input, parley_column *out, parley_error *err) {
  grouping g = {.state = {.run = run}};
  bool done = find_groups(&g, input, err);
  int keys = input->key_count, measures = input->measure_count;
  parley_rows first = first_rows(&g);
  for (int i = 0; done && i < keys; i++) done = parley_column_gather(run, input->keys[i], &first, &out[i], err);
  for (int i = 0; done && i < measures; i++) {
    done = fill(&g.state, &input->measures[i], &g.source[i], &out[keys + i], err);
  }
  grouping_free(&g);
  for (int i = 0; !done && i < keys + measures; i++) parley_column_free(&run->memory, &out[i]);
  return done;
}

/* Works a measure out per group and gives each row that of its group. As many values as groups first, then one a
   row. */
static bool spread(parley_group_state *g, const parley_measure *measure, const parley_group_source *s,
                   const parley_rows *group, parley_column *out, parley_error *err) {
  parley_column made = {0};
  bool done = fill(g, measure, s, &made, err) && parley_column_gather(g->run, &made, group, out, err);
  parley_column_free(&g->run->memory, &made);
  return done;
}

/* Ownership of the cells moves to the caller; their groups end with this call. */
bool parley_group_rows(parley_run *run, const parley_group_input *input, parley_column *out, parley_rows *group,
                       parley_cells *cells, parley_error *err) {
  grouping g = {.state = {.run = run}};
  bool done = find_groups(&g, input, err) && parley_rows_make(run, group, input->rows, err) &&
              parley_groups_of_rows(run, &g.state.groups, group->row, err);
  for (int i = 0; done && i < input->measure_count; i++) {
    done = spread(&g.state, &input->measures[i], &g.source[i], group, &out[i], err);
  }
  done = done && parley_group_cells(&g.state, err) != NULL;
  *cells = g.state.cells;
  cells->groups = NULL;
  g.state.cells = (parley_cells){0};
  grouping_free(&g);
  return done;
}

/* first[] ascends, as groups are numbered by appearance. */
bool parley_group_distinct(parley_run *run, const parley_group_input *input, parley_rows *out, parley_error *err) {
  grouping g = {.state = {.run = run}};
  parley_group_input keys_alone = {.rows = input->rows, .keys = input->keys, .key_count = input->key_count};
  *out = (parley_rows){0};
  bool done = find_groups(&g, &keys_alone, err) && parley_rows_make(run, out, g.state.groups.count, err);
  if (done && out->count > 0) memcpy(out->row, g.state.groups.first, (size_t)out->count * sizeof *out->row);
  grouping_free(&g);
  return done;
}
