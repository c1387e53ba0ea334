/* Pairs of group and value are groups again; of a group's pairs, that of the most rows gives its value. */
#include "engine/group/kernel.h"
#include "frame/gather.h"
#include "frame/packing.h"
#include "frame/rows.h"
#include "value/order.h"

/* Dates are ordered by both days, as everywhere else. */
static parley_value value_at(const parley_column *of, int32_t row) {
  parley_value value = parley_column_get(of, row);
  if (parley_column_layout(of) != PARLEY_LAYOUT_DATED) return value;
  const int32_t *days = parley_dictionary_days(&of->dictionary, parley_code_at(of, row));
  value.integer = parley_value_days_order(days[0], days[1]);
  return value;
}

/* Rows of each pair, by its number. Rows of a pair are added up over slices; of partitions each pair has one place. */
static bool count_rows(parley_run *run, parley_groups *pairs, parley_rows *counts, parley_error *err) {
  if (!pairs->counted && !parley_groups_pass(run, pairs, NULL, NULL, err)) return false;
  if (!parley_rows_make(run, counts, pairs->count, err)) return false;
  for (int64_t i = 0; i < pairs->count; i++) counts->row[i] = 0;
  for (int part = 0; part < pairs->parts; part++) {
    int64_t from = parley_groups_offset(pairs, part), end = parley_groups_offset(pairs, part + 1);
    for (int64_t place = from; place < end; place++) {
      int32_t pair = pairs->number[pairs->sliced ? place - from : place];
      if (pair >= 0) counts->row[pair] += (int32_t)pairs->size[place];
    }
  }
  return true;
}

/* The row of each group's most frequent value, of several the least; -1 where it has none. Pairs come by first
   appearance; of equally frequent ones the least value wins, whatever came first. */
static bool choose(parley_run *run, const parley_groups *pairs, const int32_t *rows_of_pair, const int32_t *group,
                   const parley_column *of, parley_rows *best, parley_error *err) {
  parley_rows most = {0};
  if (!parley_rows_make(run, &most, best->count, err)) return false;
  for (int64_t i = 0; i < best->count; i++) best->row[i] = -1;
  for (int64_t i = 0; i < pairs->count; i++) {
    int32_t row = pairs->first[i];
    if (!parley_column_has(of, row)) continue;
    int32_t *chosen = &best->row[group[row]], *times = &most.row[group[row]];
    if (*chosen >= 0 && rows_of_pair[i] < *times) continue;
    if (*chosen >= 0 && rows_of_pair[i] == *times) {
      parley_value own = value_at(of, row), other = value_at(of, *chosen);
      if (parley_value_order(&own, &other) >= 0) continue;
    }
    *chosen = row;
    *times = rows_of_pair[i];
  }
  parley_rows_free(run, &most);
  return true;
}

/* The value itself is gathered from a row that has it. */
static bool fill(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                 parley_column *out, parley_error *err) {
  parley_run *run = g->run;
  parley_groups *groups = &g->groups;
  parley_groups pairs = {0};
  parley_rows group = {0}, counts = {0}, best = {0};
  (void)source;
  bool done = parley_rows_make(run, &group, groups->rows, err) &&
              parley_rows_make(run, &best, groups->count, err) && parley_groups_of_rows(run, groups, group.row, err);
  parley_digit digits[2] = {parley_digit_codes(group.row, (uint64_t)groups->count), parley_digit_of(measure->of)};
  parley_key key = parley_key_of(digits, 2);
  done = done && parley_groups_make(run, &key, groups->rows, &pairs, err) && count_rows(run, &pairs, &counts, err) &&
         choose(run, &pairs, counts.row, group.row, measure->of, &best, err) &&
         parley_column_gather(run, measure->of, &best, out, err);
  parley_groups_free(run, &pairs);
  parley_rows_free(run, &group);
  parley_rows_free(run, &counts);
  parley_rows_free(run, &best);
  return done;
}

const parley_group_kernel parley_group_do_mode = {.fill = fill};
