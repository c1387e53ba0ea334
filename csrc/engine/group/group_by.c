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
#include "engine/group/aggregate.h"
#include "engine/group/cells.h"
#include "frame/gather.h"

/* Everything in the making. */
typedef struct grouping {
  parley_run *run;
  parley_buffer digits, sources;
  parley_key key; /* points into `digits` */
  parley_groups groups;
  parley_accumulators accumulators;
  parley_group_source *source; /* of each measure, in `sources` */
  parley_cells cells;     /* made when the first measure asks for them */
} grouping;

/* All zero is free already: what failed early is freed the same way. */
static void grouping_free(grouping *g) {
  parley_cells_free(g->run, &g->cells);
  parley_accumulators_free(g->run, &g->accumulators);
  parley_groups_free(g->run, &g->groups);
  parley_buffer_free(&g->run->memory, &g->digits);
  parley_buffer_free(&g->run->memory, &g->sources);
}

/* Columns that have one value only need no digit. Range 1 is a digit that is always 0. Without any digit all rows
   are one group. */
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

/* ---- accumulators of measures ---- */

/* Whether no sum of these integers can leave 64 bits. length times the greatest magnitude is the most that any group
   can reach. */
static bool sum_fits(const parley_column *of) {
  if (parley_column_layout(of) != PARLEY_LAYOUT_INTEGER || of->low > of->high) return true;
  uint64_t low = of->low < 0 ? 0 - (uint64_t)of->low : (uint64_t)of->low;
  uint64_t high = of->high < 0 ? 0 - (uint64_t)of->high : (uint64_t)of->high;
  return of->length == 0 || (low > high ? low : high) <= (uint64_t)INT64_MAX / (uint64_t)of->length;
}

/* Integers that might overflow are summed in halves, exactly; whether the sum fits is asked at the end. */
static parley_group_source sum_source(grouping *g, const parley_column *of) {
  parley_group_source s = {.low = -1};
  parley_accumulators *accumulators = &g->accumulators;
  s.there = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_THERE, of);
  if (parley_group_has_text(of)) return s; /* nothing but missing values */
  if (parley_column_layout(of) == PARLEY_LAYOUT_NUMBER) {
    s.value = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_NUMBERS, of);
  } else if (sum_fits(of)) {
    s.value = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_SUM, of);
  } else {
    s.value = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_HIGH, of);
    s.low = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_LOW, of);
  }
  return s;
}

/* Dates and texts find a row, whose value is gathered; missing is row -1 there. */
static parley_group_source extreme_source(grouping *g, const parley_column *of, bool least) {
  parley_accumulator_kind kind = least ? PARLEY_ACCUMULATOR_LEAST : PARLEY_ACCUMULATOR_GREATEST;
  parley_layout layout = parley_column_layout(of);
  if (layout == PARLEY_LAYOUT_DATED) kind = least ? PARLEY_ACCUMULATOR_EARLIEST : PARLEY_ACCUMULATOR_LATEST;
  if (layout == PARLEY_LAYOUT_TEXT) kind = least ? PARLEY_ACCUMULATOR_FIRST_TEXT : PARLEY_ACCUMULATOR_LAST_TEXT;
  int value = parley_accumulator_of(&g->accumulators, kind, of);
  return (parley_group_source){
      value, -1, parley_group_has_text(of) ? 0 : parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_THERE, of)};
}

/* all() needs to know of rows without a value. */
static parley_group_source truth_source(grouping *g, const parley_column *of) {
  parley_accumulators *accumulators = &g->accumulators;
  bool flags = parley_column_layout(of) == PARLEY_LAYOUT_TRUTH; /* else nothing but missing values */
  return (parley_group_source){.value = flags ? parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_SUM, of) : -1,
                         .low = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_ROWS, NULL),
                         .there = parley_accumulator_of(accumulators, PARLEY_ACCUMULATOR_THERE, of)};
}

static parley_group_source least_source(grouping *g, const parley_column *of) { return extreme_source(g, of, true); }

static parley_group_source greatest_source(grouping *g, const parley_column *of) {
  return extreme_source(g, of, false);
}

static parley_group_source rows_source(grouping *g, const parley_column *of) {
  (void)of;
  return (parley_group_source){.low = -1,
                               .there = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_ROWS, NULL)};
}

static parley_group_source there_source(grouping *g, const parley_column *of) {
  return (parley_group_source){.low = -1,
                               .there = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_THERE, of)};
}

static parley_group_source first_source(grouping *g, const parley_column *of) {
  return (parley_group_source){.low = -1,
                               .value = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_FIRST, of)};
}

static parley_group_source last_source(grouping *g, const parley_column *of) {
  return (parley_group_source){.low = -1,
                               .value = parley_accumulator_of(&g->accumulators, PARLEY_ACCUMULATOR_LAST, of)};
}

static parley_group_source no_source(grouping *g, const parley_column *of) {
  (void)g, (void)of;
  return (parley_group_source){.low = -1};
}

/* ---- kernels ---- */

/* The rows of each group, for the measures that look at all of them. Made once, for the first measure that asks. */
static const parley_cells *cells_of(grouping *g, parley_error *err) {
  if (g->cells.starts.data != NULL) return &g->cells;
  return parley_cells_of_rows(g->run, &g->groups, &g->cells, err) ? &g->cells : NULL;
}

/* Makes the column of a measure: a value per group. */
typedef bool filler(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                    parley_error *err);

static bool fill_different(grouping *g, const parley_measure *measure, const parley_group_source *s,
                           parley_column *out, parley_error *err) {
  (void)s;
  return parley_group_fill_count_distinct(g->run, &g->groups, measure, out, err);
}

static bool fill_any(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                     parley_error *err) {
  (void)measure;
  return parley_group_fill_truth(g->run, &g->accumulators, s, false, out, err);
}

static bool fill_all(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                     parley_error *err) {
  (void)measure;
  return parley_group_fill_truth(g->run, &g->accumulators, s, true, out, err);
}

static bool fill_mode(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                      parley_error *err) {
  (void)s;
  return parley_group_fill_mode(g->run, &g->groups, measure, out, err);
}

static bool fill_joined(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                        parley_error *err) {
  return parley_group_fill_list(g->run, &g->groups, &g->accumulators, s->there, measure, out, err);
}

/* A quantile of texts that are all missing goes the way of the accumulated: missing. */
static bool fill_quantile(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                          parley_error *err) {
  return parley_group_has_text(measure->of)
           ? parley_group_fill_accumulated(g->run, &g->accumulators, s, measure, PARLEY_GROUP_MEANS, out, err)
           : parley_group_fill_quantile(g->run, &g->groups, &g->accumulators, s->there, measure, out, err);
}

static bool fill_top(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                     parley_error *err) {
  const parley_cells *cells = cells_of(g, err);
  (void)s;
  return cells != NULL && parley_group_fill_top(g->run, cells, measure, out, err);
}

static bool fill_statistic(grouping *g, const parley_measure *measure, const parley_group_source *s,
                           parley_column *out, parley_error *err) {
  const parley_cells *cells = cells_of(g, err);
  (void)s;
  return cells != NULL &&
         parley_group_fill_statistic(g->run, cells, measure, parley_function_of(measure->kind), out, err);
}

/* A kernel of the table of functions: what is accumulated, and what makes the column of it; without `fill`, what was
   accumulated in the shape that is said. */
typedef struct kernel {
  parley_group_source (*source)(grouping *g, const parley_column *of);
  filler *fill;
  parley_group_shape shape;
  bool of_numbers;
} kernel;

/* Their names are those of the table. */
static const kernel kernel_rows = {.source = rows_source, .shape = PARLEY_GROUP_COUNTS};
static const kernel kernel_counted = {.source = there_source, .shape = PARLEY_GROUP_COUNTS};
static const kernel kernel_summed = {.source = sum_source, .shape = PARLEY_GROUP_SUMS, .of_numbers = true};
static const kernel kernel_averaged = {.source = sum_source, .shape = PARLEY_GROUP_MEANS, .of_numbers = true};
static const kernel kernel_least = {.source = least_source, .shape = PARLEY_GROUP_EXTREMES};
static const kernel kernel_greatest = {.source = greatest_source, .shape = PARLEY_GROUP_EXTREMES};
static const kernel kernel_first_row = {.source = first_source, .shape = PARLEY_GROUP_ROWS};
static const kernel kernel_last_row = {.source = last_source, .shape = PARLEY_GROUP_ROWS};
static const kernel kernel_quantile = {.source = there_source, .fill = fill_quantile, .of_numbers = true};
static const kernel kernel_joined = {.source = there_source, .fill = fill_joined};
static const kernel kernel_any = {.source = truth_source, .fill = fill_any};
static const kernel kernel_all = {.source = truth_source, .fill = fill_all};
static const kernel kernel_different = {.source = no_source, .fill = fill_different};
static const kernel kernel_mode = {.source = no_source, .fill = fill_mode};
static const kernel kernel_top = {.source = no_source, .fill = fill_top};
static const kernel kernel_statistic = {.source = no_source, .fill = fill_statistic, .of_numbers = true};

static const kernel *const kernels[] = {
#define MEASURE(name, KIND, kernel) &kernel_##kernel,
#define AGGREGATE(name, KIND, kernel, ...) &kernel_##kernel,
#include "value/functions.def"
};

static bool fill(grouping *g, const parley_measure *measure, const parley_group_source *s, parley_column *out,
                 parley_error *err) {
  const kernel *k = kernels[measure->kind];
  return k->fill != NULL ? k->fill(g, measure, s, out, err)
                         : parley_group_fill_accumulated(g->run, &g->accumulators, s, measure, k->shape, out, err);
}

/* ---- the whole ---- */

static bool is_text(const parley_column *of) {
  return of != NULL && parley_group_has_text(of) && of->nulls < of->length;
}

/* Texts that are all missing are numbers as well. The binder has refused these before; a plan made by other means is
   refused here. */
static bool check_types(const parley_measure *measure, parley_error *err) {
  const parley_column *other = measure->other;
  if (kernels[measure->kind]->of_numbers && (is_text(measure->of) || is_text(other))) {
    parley_type type = is_text(measure->of) ? measure->of->type : other->type;
    return parley_fail_with(err, "misuse.engine_statistics", "type=%s", parley_type_name(type));
  }
  if (measure->kind == PARLEY_TOP && (is_text(other) || parley_column_layout(other) == PARLEY_LAYOUT_TRUTH)) {
    return parley_fail_with(err, "misuse.engine_greatest", "type=%s",
                       parley_type_name(other->type));
  }
  return true;
}

/* Three accumulators a measure at most. */
static bool find_sources(grouping *g, const parley_measure *measures, int count, parley_error *err) {
  size_t size = (size_t)(count > 0 ? count : 1) * sizeof(parley_group_source);
  if (!parley_buffer_resize(&g->run->memory, &g->sources, size, err)) return false;
  if (!parley_accumulators_make(g->run, &g->accumulators, count * 3, err)) return false;
  g->source = (parley_group_source *)(void *)g->sources.data;
  for (int i = 0; i < count; i++) {
    if (!check_types(&measures[i], err)) return false;
    g->source[i] = kernels[measures[i].kind]->source(g, measures[i].of);
  }
  return true;
}

/* The cast takes `const` away for a list that is only read. */
static parley_rows first_rows(const grouping *g) {
  return (parley_rows){.row = (int32_t *)(uintptr_t)g->groups.first, .count = g->groups.count}; /* read only */
}

/* No key and no rows is one group when something is measured: count() of nothing is 0. */
static bool find_groups(grouping *g, const parley_group_input *input, parley_error *err) {
  if (!make_key(g, input->keys, input->key_count, err)) return false;
  if (!find_sources(g, input->measures, input->measure_count, err)) return false;
  if (!parley_groups_make(g->run, &g->key, input->rows, &g->groups, err)) return false;
  g->groups.always = input->key_count == 0 && input->measure_count > 0;
  return parley_accumulators_run(g->run, &g->accumulators, &g->groups, err);
}

/* After a failure all columns in `out` are empty but for their names. */
bool parley_group_run(parley_run *run, const parley_group_input *input, parley_column *out, parley_error *err) {
  grouping g = {.run = run};
  bool done = find_groups(&g, input, err);
  int keys = input->key_count, measures = input->measure_count;
  parley_rows first = first_rows(&g);
  for (int i = 0; done && i < keys; i++) done = parley_column_gather(run, input->keys[i], &first, &out[i], err);
  for (int i = 0; done && i < measures; i++) {
    done = fill(&g, &input->measures[i], &g.source[i], &out[keys + i], err);
  }
  grouping_free(&g);
  for (int i = 0; !done && i < keys + measures; i++) parley_column_free(&run->memory, &out[i]);
  return done;
}

/* Works a measure out per group and gives each row that of its group. As many values as groups first, then one a
   row. */
static bool spread(grouping *g, const parley_measure *measure, const parley_group_source *s, const parley_rows *group,
                   parley_column *out, parley_error *err) {
  parley_column made = {0};
  bool done = fill(g, measure, s, &made, err) && parley_column_gather(g->run, &made, group, out, err);
  parley_column_free(&g->run->memory, &made);
  return done;
}

/* Ownership of the cells moves to the caller; their groups end with this call. */
bool parley_group_rows(parley_run *run, const parley_group_input *input, parley_column *out, parley_rows *group,
                       parley_cells *cells, parley_error *err) {
  grouping g = {.run = run};
  bool done = find_groups(&g, input, err) && parley_rows_make(run, group, input->rows, err) &&
              parley_groups_of_rows(run, &g.groups, group->row, err);
  for (int i = 0; done && i < input->measure_count; i++) {
    done = spread(&g, &input->measures[i], &g.source[i], group, &out[i], err);
  }
  done = done && cells_of(&g, err) != NULL;
  *cells = g.cells;
  cells->groups = NULL;
  g.cells = (parley_cells){0};
  grouping_free(&g);
  return done;
}

/* first[] ascends, as groups are numbered by appearance. */
bool parley_group_distinct(parley_run *run, const parley_group_input *input, parley_rows *out, parley_error *err) {
  grouping g = {.run = run};
  parley_group_input keys_alone = {.rows = input->rows, .keys = input->keys, .key_count = input->key_count};
  *out = (parley_rows){0};
  bool done = find_groups(&g, &keys_alone, err) && parley_rows_make(run, out, g.groups.count, err);
  if (done && out->count > 0) memcpy(out->row, g.groups.first, (size_t)out->count * sizeof *out->row);
  grouping_free(&g);
  return done;
}
