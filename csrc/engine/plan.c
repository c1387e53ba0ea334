/*
** The order of work: rows are narrowed first, on positions alone; values are gathered or computed only for the rows
** that are left.
**
** R1  What is in the making counts with run->memory, and what is left at the end is the result's: settle() hands the
**     count over. Every way out, failures too, gives back what was made on the way.
** R2  The order of filters is the query's; within a filter, parts joined by `and` may change places
**     (engine/expr/expr.c).
**
** Threads: all on the calling thread; what is worth splitting is split further down (base/threads.h).
*/
#include "engine/plan.h"

#include <string.h>

#include "engine/sort/sort.h"
#include "frame/gather.h"
#include "frame/stack.h"
#include "engine/window/window.h"
#include "frame/unpack.h"

/* Columns in the making (keys, sort keys, arguments of measures), and pointers to them as the operations want them. */
typedef struct made_columns {
  parley_column *list; /* `count` columns, all zero until they are computed */
  const parley_column **keys; /* in the same block, behind the list */
  int count; /* may be 0; the block is there all the same */
} made_columns;

/* One block for both arrays, counted as a whole. */
static bool columns_make(parley_run *run, made_columns *made, int count, parley_error *err) {
  size_t each = sizeof *made->list + sizeof *made->keys, size = (size_t)(count > 0 ? count : 1) * each;
  if (!parley_memory_take(&run->memory, size, err)) return false;
  made->list = parley_alloc(NULL, size);
  if (made->list == NULL) {
    parley_memory_give(&run->memory, size);
    return parley_no_memory(err);
  }
  memset(made->list, 0, size);
  made->keys = (const parley_column **)(void *)(made->list + (count > 0 ? count : 1));
  made->count = count;
  for (int at = 0; at < count; at++) made->keys[at] = &made->list[at];
  return true;
}

/* As often as called on what columns_make failed for: list is NULL then. */
static void columns_free(parley_run *run, made_columns *made) {
  if (made->list == NULL) return;
  for (int at = 0; at < made->count; at++) parley_column_free(&run->memory, &made->list[at]);
  size_t each = sizeof *made->list + sizeof *made->keys;
  parley_memory_give(&run->memory, (size_t)(made->count > 0 ? made->count : 1) * each);
  parley_alloc(made->list, 0);
}

/* What was made before a failure stays in `made`, for the caller to free. */
static bool compute_all(parley_run *run, const parley_frame *frame, const parley_rows *rows,
                        const parley_expression *expressions, int count, made_columns *made, parley_error *err) {
  if (!columns_make(run, made, count, err)) return false;
  for (int at = 0; at < count; at++) {
    if (!parley_expr_compute(run, frame, rows, &expressions[at], &made->list[at], err)) return false;
  }
  return true;
}

/* ---- rows ---- */

/* Each filter sees the rows that those before it have left, so that a value that only an earlier filter excludes
   cannot fail a later one. */
static bool filter_rows(parley_run *run, const parley_frame *frame, const parley_plan *plan, parley_rows *rows,
                        parley_error *err) {
  for (int at = 0; at < plan->filter_count; at++) {
    if (!parley_expr_filter(run, frame, &plan->filters[at], rows, err)) return false;
  }
  return true;
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/* The rows after `offset`, at most `limit` of them, in the order they have. Without an offset the list is only
   shortened. Else a new one is made: `rows` may be NULL ("the first rows"), and then has no memory to move within. */
static bool slice_rows(parley_run *run, const parley_plan *plan, parley_rows *rows, parley_error *err) {
  int64_t skipped = least(plan->offset, rows->count), kept = rows->count - skipped;
  if (plan->limit >= 0) kept = least(kept, plan->limit);
  if (skipped == 0) {
    rows->count = kept;
    return true;
  }
  parley_rows sliced;
  if (!parley_rows_make(run, &sliced, kept, err)) return false;
  for (int64_t at = 0; at < kept; at++) {
    sliced.row[at] = rows->row != NULL ? rows->row[skipped + at] : (int32_t)(skipped + at);
  }
  parley_rows_free(run, rows);
  *rows = sliced;
  return true;
}

/* Puts the positions `order`, which count within *rows, in the place of *rows. Ownership of order's list goes to
   *rows. Positions in place: each is read once before it is written. */
static void compose(parley_run *run, parley_rows *rows, parley_rows *order) {
  if (rows->row != NULL) {
    for (int64_t at = 0; at < order->count; at++) order->row[at] = rows->row[order->row[at]];
  }
  parley_rows_free(run, rows);
  *rows = *order;
  *order = (parley_rows){0};
}

/* Top-k reads few values and takes packed columns as they are; a full sort reads all of them, in any order, and
   unpacks first. An empty positions.row means that the rows are in order already. */
static bool order_computed(parley_run *run, const parley_plan *plan, const made_columns *keys, parley_rows *rows,
                           parley_error *err) {
  parley_rows positions = {0};
  parley_sort_key *order = parley_alloc(NULL, (size_t)plan->order_count * sizeof *order);
  if (order == NULL) return parley_no_memory(err);
  bool done = true, picks = parley_sort_picks(rows->count, plan->limit, plan->offset);
  for (int at = 0; done && at < plan->order_count; at++) {
    order[at] = (parley_sort_key){&keys->list[at], plan->descending[at]};
    if (!picks) done = parley_column_unpack(run, &keys->list[at], err);
  }
  done = done && parley_sort_rows(run, rows->count, order, plan->order_count, plan->limit, plan->offset, &positions,
                                  err);
  parley_alloc(order, 0);
  if (!done) return false;
  if (positions.row != NULL) compose(run, rows, &positions);
  else rows->count = positions.count;
  return true;
}

/* Sort keys go before the columns are computed: at most one of the two is in memory. */
static bool order_rows(parley_run *run, const parley_frame *frame, const parley_plan *plan, parley_rows *rows,
                       parley_error *err) {
  made_columns keys = {0};
  bool done = compute_all(run, frame, rows, plan->order, plan->order_count, &keys, err) &&
              order_computed(run, plan, &keys, rows, err);
  columns_free(run, &keys);
  return done;
}

/* Limit and offset are the sort's business where there is an order. */
static bool place_rows(parley_run *run, const parley_frame *frame, const parley_plan *plan, parley_rows *rows,
                       parley_error *err) {
  return plan->order_count > 0 ? order_rows(run, frame, plan, rows, err) : slice_rows(run, plan, rows, err);
}

static bool run_rows(parley_run *run, const parley_frame *frame, const parley_plan *plan, parley_rows *rows,
                     parley_frame *out, parley_error *err) {
  bool placed = place_rows(run, frame, plan, rows, err);
  for (int at = 0; placed && at < plan->width; at++) {
    placed = parley_expr_compute(run, frame, rows, &plan->columns[at], &out->columns[at], err);
  }
  return placed;
}

/* ---- groups and different rows ---- */

/* The measures over the columns made; NULL without memory. Not counted against the limit: some hundred bytes a
   measure. */
static parley_measure *measures_of(const parley_plan *plan, const made_columns *made) {
  size_t size = (size_t)(plan->measure_count > 0 ? plan->measure_count : 1) * sizeof(parley_measure);
  parley_measure *measures = parley_alloc(NULL, size);
  for (int at = 0; measures != NULL && at < plan->measure_count; at++) {
    const parley_plan_measure *measure = &plan->measures[at];
    measures[at] = (parley_measure){
      .kind = measure->kind, .of = measure->column < 0 ? NULL : &made->list[measure->column],
      .other = measure->other < 0 ? NULL : &made->list[measure->other], .p = measure->p,
      .separator = measure->separator, .separator_length = measure->separator_length};
  }
  return measures;
}

/* Keys are the first columns made; measures point to others. */
static bool group_computed(parley_run *run, int64_t rows, const parley_plan *plan, const made_columns *made,
                           parley_frame *out, parley_error *err) {
  parley_measure *measures = measures_of(plan, made);
  if (measures == NULL) return parley_no_memory(err);
  parley_group_input input = {rows, made->keys, plan->keys, measures, plan->measure_count};
  bool done = parley_group_run(run, &input, out->columns, err);
  parley_alloc(measures, 0);
  return done;
}

/* The rows of first appearance are gathered from the columns just computed, so that nothing is computed twice. */
static bool distinct_computed(parley_run *run, int64_t rows, const parley_plan *plan, const made_columns *made,
                              parley_frame *out, parley_error *err) {
  parley_rows first = {0};
  parley_group_input input = {.rows = rows, .keys = made->keys, .key_count = plan->width};
  bool done = parley_group_distinct(run, &input, &first, err);
  for (int at = 0; done && at < plan->width; at++) {
    done = parley_column_gather(run, &made->list[at], &first, &out->columns[at], err);
  }
  parley_rows_free(run, &first);
  return done;
}

static bool run_groups(parley_run *run, const parley_frame *frame, const parley_plan *plan, const parley_rows *rows,
                       parley_frame *out, parley_error *err) {
  made_columns made = {0};
  bool grouped = plan->kind == PARLEY_PLAN_GROUPS;
  bool done = compute_all(run, frame, rows, plan->columns, plan->width, &made, err) &&
              (grouped ? group_computed : distinct_computed)(run, rows->count, plan, &made, out, err);
  columns_free(run, &made);
  return done;
}

/* ---- windows ---- */

/* `out` begins with the measures and then the windows, in the plan's order. */
static bool windows_computed(parley_run *run, int64_t rows, const parley_plan *plan, const made_columns *made,
                             parley_column *out, parley_error *err) {
  size_t size = (size_t)(plan->window_count > 0 ? plan->window_count : 1) * sizeof(parley_window_function);
  parley_measure *measures = measures_of(plan, made);
  parley_window_function *windows = parley_alloc(NULL, size);
  bool done = measures != NULL && windows != NULL;
  if (!done) parley_no_memory(err);
  for (int at = 0; done && at < plan->window_count; at++) {
    const parley_plan_window *window = &plan->windows[at];
    windows[at] = (parley_window_function){
      window->kind, window->column < 0 ? NULL : &made->list[window->column], window->n};
  }
  parley_group_input groups = {rows, made->keys, plan->keys, measures, plan->measure_count};
  done = done && parley_window_run(run, &groups, windows, plan->window_count, out, err);
  if (windows != NULL) parley_alloc(windows, 0);
  if (measures != NULL) parley_alloc(measures, 0);
  return done;
}

/* The rows are put in order first, and the windows go by it. Carried columns come first in the result, computed for
   the placed rows. */
static bool run_windows(parley_run *run, const parley_frame *frame, const parley_plan *plan, parley_rows *rows,
                        parley_frame *out, parley_error *err) {
  made_columns made = {0};
  int carried = plan->width - plan->carried;
  bool done = place_rows(run, frame, plan, rows, err) &&
              compute_all(run, frame, rows, plan->columns, plan->carried, &made, err) &&
              windows_computed(run, rows->count, plan, &made, out->columns + carried, err);
  for (int at = 0; done && at < carried; at++) {
    done = parley_expr_compute(run, frame, rows, &plan->columns[plan->carried + at], &out->columns[at], err);
  }
  columns_free(run, &made);
  return done;
}

int parley_plan_width(const parley_plan *plan) {
  if (plan->kind == PARLEY_PLAN_WINDOWS) return plan->width - plan->carried + plan->measure_count + plan->window_count;
  return plan->kind == PARLEY_PLAN_GROUPS ? plan->keys + plan->measure_count : plan->width;
}

/* ---- whole ---- */

/* The columns are sealed; what they took counts for the result from now on. Packing may run on threads; the count of
   memory is read after it. */
static bool settle(parley_run *run, parley_frame *out, bool done, parley_error *err) {
  done = done && parley_frame_pack(run, out, err);
  out->memory.bytes = run->memory.bytes;
  return done;
}

/* Without columns the rows of groups are not known, and a result of no width has none. */
bool parley_plan_run(parley_run *run, const parley_frame *frame, const parley_plan *plan, parley_frame *out,
                     parley_error *err) {
  parley_rows rows = {.count = frame->rows};
  bool done = filter_rows(run, frame, plan, &rows, err);
  bool whole = plan->kind == PARLEY_PLAN_ROWS || plan->kind == PARLEY_PLAN_WINDOWS; /* a row for each row */
  if (plan->kind == PARLEY_PLAN_ROWS) done = done && run_rows(run, frame, plan, &rows, out, err);
  else if (plan->kind == PARLEY_PLAN_WINDOWS) done = done && run_windows(run, frame, plan, &rows, out, err);
  else done = done && run_groups(run, frame, plan, &rows, out, err);
  out->rows = whole ? rows.count : out->width > 0 ? out->columns[0].length : 0;
  parley_rows_free(run, &rows);
  return settle(run, out, done, err);
}

/* Shares in the key columns of one side, unpacked. A share costs nothing where the column is not packed. */
static bool open_keys(parley_run *run, const parley_frame *frame, const int *keys, int count, made_columns *made,
                      parley_error *err) {
  if (!columns_make(run, made, count, err)) return false;
  for (int at = 0; at < count; at++) {
    parley_column_share(&made->list[at], &frame->columns[keys[at]]);
    if (!parley_column_unpack(run, &made->list[at], err)) return false;
  }
  return true;
}

/* The keys are unpacked no longer than the pairs are looked for. */
static bool join_rows(parley_run *run, const parley_plan_joining *plan, parley_rows *left_rows,
                      parley_rows *right_rows, parley_error *err) {
  made_columns open_left = {0}, open_right = {0};
  bool done = open_keys(run, plan->left, plan->left_keys, plan->key_count, &open_left, err) &&
              open_keys(run, plan->right, plan->right_keys, plan->key_count, &open_right, err);
  parley_join_input input = {.kind = plan->kind, .left = open_left.keys, .right = open_right.keys,
                             .left_rows = plan->left->rows, .right_rows = plan->right->rows,
                             .key_count = plan->key_count};
  done = done && parley_join_run(run, &input, left_rows, right_rows, err);
  columns_free(run, &open_left);
  columns_free(run, &open_right);
  return done;
}

/* Row lists of both sides are as long as the result; -1 stands for "no partner" and gives missing values. */
bool parley_plan_join(parley_run *run, const parley_plan_joining *plan, parley_frame *out, parley_error *err) {
  parley_rows left_rows = {0}, right_rows = {0};
  bool done = join_rows(run, plan, &left_rows, &right_rows, err);
  for (int at = 0; done && at < out->width; at++) {
    const parley_plan_join_column *wanted = &plan->columns[at];
    const parley_frame *side = wanted->right ? plan->right : plan->left;
    done = parley_column_gather(run, &side->columns[wanted->column], wanted->right ? &right_rows : &left_rows,
                              &out->columns[at], err);
  }
  out->rows = left_rows.count;
  parley_rows_free(run, &left_rows);
  parley_rows_free(run, &right_rows);
  return settle(run, out, done, err);
}

/* All columns are of the same length, which the caller sees to by giving the same Frames for each. */
bool parley_plan_stack(parley_run *run, const parley_column *const *columns, int count, parley_frame *out,
                       parley_error *err) {
  bool done = true;
  for (int at = 0; done && at < out->width; at++) {
    done = parley_column_stack(run, columns + (size_t)at * (size_t)count, count, &out->columns[at], err);
  }
  out->rows = done && out->width > 0 ? out->columns[0].length : 0;
  return settle(run, out, done, err);
}
