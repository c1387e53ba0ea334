/* Of slices, the cell of each group takes first what the first slice has for it; of partitions, the cells are the
 * places themselves. */
#include "engine/group/cells.h"

#include <string.h>

/* Counting sort: lengths, sums, then each slice's part of each cell. start[] is used as the cursor, and ends one
   cell further than it began; it is moved back by one at the end. */
static void cut_slices(parley_cells *c, const uint32_t *items) {
  const parley_groups *groups = c->groups;
  uint32_t at = 0;
  memset(c->start, 0, (size_t)(c->count + 1) * sizeof *c->start);
  for (int part = 0; part < groups->parts; part++) {
    int64_t offset = parley_groups_offset(groups, part);
    for (int32_t i = 0; i < groups->seen_count[part]; i++) {
      uint32_t slot = groups->seen[offset + i];
      c->start[groups->number[slot] + 1] += items[offset + slot];
    }
  }
  for (int64_t cell = 0; cell < c->count; cell++) at = c->start[cell + 1] += at;
  for (int part = 0; part < groups->parts; part++) {
    int64_t offset = parley_groups_offset(groups, part);
    for (int32_t i = 0; i < groups->seen_count[part]; i++) {
      uint32_t slot = groups->seen[offset + i], *start = &c->start[groups->number[slot]];
      c->cursor[offset + slot] = *start;
      *start += items[offset + slot];
    }
  }
  memmove(c->start + 1, c->start, (size_t)c->count * sizeof *c->start); /* each now stands at its end */
  c->start[0] = 0;
}

/* All rows of a group are in one partition: a place is a cell. */
static void cut_partitions(parley_cells *c, const uint32_t *items) {
  uint32_t at = 0;
  for (int64_t cell = 0; cell < c->count; cell++) {
    c->start[cell] = c->cursor[cell] = at;
    at += items[cell];
  }
  c->start[c->count] = at;
}

/* `items` of each place were counted in the first pass. Positions are 32 bits, as rows are. */
bool parley_cells_cut(parley_run *run, const parley_groups *groups, const uint32_t *items, parley_cells *out,
                      parley_error *err) {
  size_t places = (size_t)parley_groups_places(groups);
  *out = (parley_cells){.groups = groups, .count = groups->count};
  if (!parley_buffer_resize(&run->memory, &out->starts, ((size_t)out->count + 1) * sizeof *out->start, err) ||
      !parley_buffer_resize(&run->memory, &out->cursors, (places + 1) * sizeof *out->cursor, err)) {
    parley_cells_free(run, out);
    return false;
  }
  out->start = (uint32_t *)(void *)out->starts.data;
  out->cursor = (uint32_t *)(void *)out->cursors.data;
  if (groups->sliced) cut_slices(out, items);
  else cut_partitions(out, items);
  return true;
}

/* Parts write to places apart; no lock. */
static void write_rows(void *data, int part, const parley_group_batch *batch) {
  const parley_cells *c = data;
  uint32_t *cursor = c->cursor + parley_groups_offset(c->groups, part);
  if (batch == NULL) return;
  for (int i = 0; i < batch->count; i++) {
    c->row[cursor[batch->slot[i]]++] = batch->row == NULL ? (int32_t)batch->from + i : batch->row[i];
  }
}

/* Costs a pass and four bytes a row, for measures that have to see all rows of a group. */
bool parley_cells_of_rows(parley_run *run, parley_groups *groups, parley_cells *out, parley_error *err) {
  if (!parley_cells_cut(run, groups, groups->size, out, err)) return false;
  if (parley_buffer_resize(&run->memory, &out->rows, ((size_t)groups->rows + 1) * sizeof *out->row, err)) {
    out->row = (int32_t *)(void *)out->rows.data;
    if (parley_groups_pass(run, groups, write_rows, out, err)) return true;
  }
  parley_cells_free(run, out);
  return false;
}

void parley_cells_free(parley_run *run, parley_cells *cells) {
  parley_buffer_free(&run->memory, &cells->starts);
  parley_buffer_free(&run->memory, &cells->cursors);
  parley_buffer_free(&run->memory, &cells->rows);
  *cells = (parley_cells){0};
}
