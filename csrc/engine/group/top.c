/*
** The best rows of a cell so far stand in order; a row that is better than the last of them pushes it out.
**
** Insertion into a list of at most n: cost rows times n at worst, rows where later ones are seldom better. n is what
** people look at, some ten.
*/
#include <string.h>

#include "base/threads.h"
#include "engine/group/kernel.h"
#include "engine/group/list.h"
#include "frame/packing.h"
#include "value/text_item.h"

typedef struct choice {
  const parley_cells *cells;
  const parley_column *of, *by; /* values; numbers to choose by */
  uint32_t most; /* how many of each cell */
  uint32_t *start; /* of the chosen of each cell, and the end of the last one; first, how many there are */
  int32_t *chosen; /* rows, where those of the cell begin */
} choice;

/* Whether a row has a greater `by` than another. Not greater-or-equal: of equal ones the earlier row stays in front. */
static bool is_greater(const parley_column *by, int32_t row, int32_t other) {
  if (parley_column_layout(by) == PARLEY_LAYOUT_NUMBER) return parley_number_at(by, row) > parley_number_at(by, other);
  return parley_integer_at(by, row) > parley_integer_at(by, other);
}

/* The chosen stand where the cell's rows begin: never more than the cell has rows. */
static uint32_t choose(const choice *c, uint32_t from, uint32_t end) {
  int32_t *best = c->chosen + from;
  uint32_t count = 0;
  for (uint32_t i = from; i < end; i++) {
    int32_t row = c->cells->row[i];
    if (!parley_column_has(c->of, row) || !parley_column_has(c->by, row)) continue;
    if (count == c->most && !is_greater(c->by, row, best[count - 1])) continue;
    uint32_t at = count < c->most ? count++ : count - 1;
    for (; at > 0 && is_greater(c->by, row, best[at - 1]); at--) best[at] = best[at - 1];
    best[at] = row;
  }
  return count;
}

static bool choose_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const choice *c = data;
  (void)worker;
  (void)err;
  for (; from < to; from++) c->start[from + 1] = choose(c, c->cells->start[from], c->cells->start[from + 1]);
  return true;
}

/* Moves the chosen of all cells together, as codes where the values are texts. Moving to the left only: what is read
   has not been overwritten. */
static void pack(const choice *c) {
  bool coded = parley_group_has_text(c->of);
  uint32_t at = 0;
  c->start[0] = 0;
  for (int64_t cell = 0; cell < c->cells->count; cell++) {
    const int32_t *best = c->chosen + c->cells->start[cell];
    for (uint32_t i = 0; i < c->start[cell + 1]; i++) {
      c->chosen[at++] = coded ? parley_code_at(c->of, best[i]) : best[i];
    }
    c->start[cell + 1] = at;
  }
}

static bool fill(parley_run *run, const parley_cells *cells, const parley_measure *measure, parley_column *out,
                 parley_error *err) {
  parley_buffer starts = {0}, chosen = {0};
  choice c = {.cells = cells, .of = measure->of, .by = measure->other, .most = (uint32_t)measure->p};
  size_t rows = cells->start[cells->count];
  bool done = parley_buffer_resize(&run->memory, &starts, ((size_t)cells->count + 1) * sizeof *c.start, err) &&
              parley_buffer_resize(&run->memory, &chosen, (rows + 1) * sizeof *c.chosen, err);
  c.start = (uint32_t *)(void *)starts.data;
  c.chosen = (int32_t *)(void *)chosen.data;
  done = done && parley_threads_run(run, cells->count, cells->count / 64 + 1, choose_job, &c, err);
  if (done) {
    pack(&c);
    parley_list list = {c.of, cells->groups, cells->count, c.start, c.chosen, PARLEY_TEXT_ITEM_GAP,
                        strlen(PARLEY_TEXT_ITEM_GAP), true};
    done = parley_list_write(run, &list, out, err);
  }
  parley_buffer_free(&run->memory, &starts);
  parley_buffer_free(&run->memory, &chosen);
  return done;
}

static bool fill_top(parley_group_state *g, const parley_measure *measure, const parley_group_source *source,
                     parley_column *out, parley_error *err) {
  const parley_cells *cells = parley_group_cells(g, err);
  (void)source;
  return cells != NULL && fill(g->run, cells, measure, out, err);
}

const parley_group_kernel parley_group_do_top = {.fill = fill_top};
