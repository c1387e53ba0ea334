/*
** What engine/expr/expr.h promises. A condition is taken apart into what `and` joins: each part sees the rows that the
** parts before it have left.
**
** R1  Rows come out in the order they came in: each part writes from where it begins, and parts are moved together
**     afterwards.
** R2  A condition that can fail never sees a row that one before it has excluded, and keeps its place: so whether a
**     query fails does not depend on costs.
*/
#include "engine/expr/vector.h"

#include <string.h>

#include "base/threads.h"
#include "frame/gather.h"

/* ---- computing ---- */

/* Positions NULL stand for the first rows. */
static bool all_rows(const parley_rows *rows, const parley_column *column) {
  return rows->row == NULL && rows->count == column->length;
}

/* A plain column is shared or gathered; no program runs. */
static bool compute(parley_program *program, const parley_rows *rows, parley_column *out, parley_error *err) {
  const parley_step *root = &program->steps[program->root];
  const parley_column *plain = root->operation == PARLEY_DO_COLUMN ? &program->frame->columns[root->column] : NULL;
  if (plain != NULL && all_rows(rows, plain)) return parley_column_share(out, plain), true;
  if (plain != NULL) return parley_column_gather(program->run, plain, rows, out, err);
  return parley_tables_make(program, program->root, rows->count, err) &&
         parley_expr_fill(program, program->root, -1, rows, out, err);
}

/* After a failure *out is empty but for its name. */
bool parley_expr_compute(parley_run *run, const parley_frame *frame, const parley_rows *rows,
                         const parley_expression *expression, parley_column *out, parley_error *err) {
  parley_program program;
  parley_type wanted = expression->nodes[expression->count - 1].type;
  if (!parley_program_make(run, frame, expression, parley_layout_of(wanted), &program, err)) return false;
  bool done = compute(&program, rows, out, err);
  parley_program_free(&program);
  if (done && parley_layout_of(wanted) == parley_column_layout(out)) out->type = wanted;
  if (done) return true;
  char *name = out->name;
  size_t length = out->name_length;
  parley_column_free(&run->memory, out);
  *out = (parley_column){.name = name, .name_length = length};
  return false;
}

/* ---- filtering ---- */

typedef struct filter {
  parley_program *program; /* shared by all workers, read only */
  const int *conditions; /* steps, joined by `and` */
  int count; /* of the conditions */
  const int32_t *row; /* rows to choose from; NULL: the first ones */
  int64_t grain; /* rows of a part, a multiple of the batch */
  bool gaps; /* some row is -1 */
  int32_t *out;       /* each part's rows from where the part begins */
  int64_t *kept;      /* how many they are */
  parley_worker workers[PARLEY_THREADS_MOST]; /* each thread's own */
  int32_t *chosen[PARLEY_THREADS_MOST]; /* a batch of rows, each thread's own */
} filter;

/* Positions of the bytes that are 1, counted from `start`. Where few are, eight at a time are passed over. Writes
   every position and moves on only for a 1: no branch depends on the data, so that what half the rows meet costs no
   mispredictions. */
static int choose_first(const unsigned char *truth, int32_t start, int count, int32_t *out) {
  int found = 0, i = 0;
  for (; i + 8 <= count; i += 8) {
    uint64_t eight;
    memcpy(&eight, truth + i, sizeof eight);
    if (eight == 0) continue;
    for (int k = i; k < i + 8; k++) {
      out[found] = start + k;
      found += truth[k];
    }
  }
  for (; i < count; i++) {
    out[found] = start + i;
    found += truth[i];
  }
  return found;
}

/* The same for rows in a list; `out` may be that list. In place: what is written is never ahead of what is read. */
static int choose_again(const unsigned char *truth, const int32_t *row, int count, int32_t *out) {
  int found = 0;
  for (int i = 0; i < count; i++) {
    out[found] = row[i];
    found += truth[i];
  }
  return found;
}

/* Rows of the batch for which the condition holds. What is missing does not hold. */
static int choose(const parley_expr_batch *batch, const parley_vector *x, int32_t *out) {
  unsigned char holds[PARLEY_EXPR_BATCH];
  const unsigned char *truth = x->truth;
  if (x->valid != NULL) {
    for (int i = 0; i < batch->count; i++) holds[i] = x->truth[i] & x->valid[i];
    truth = holds;
  }
  if (batch->row == NULL) return choose_first(truth, (int32_t)batch->start, batch->count, out);
  return choose_again(truth, batch->row, batch->count, out);
}

/* The rows of a batch that all conditions leave; `chosen` has room for them. The later conditions work on a list of
   rows, and on fewer. */
static bool filter_batch(const filter *f, int worker, parley_expr_batch batch, int *found, parley_error *err) {
  for (int k = 0; k < f->count && batch.count > 0; k++) {
    parley_vector x;
    parley_worker *w = (parley_worker *)&f->workers[worker];
    if (!parley_expr_evaluate(w, f->conditions[k], &batch, &x, err)) return false;
    batch.count = choose(&batch, &x, f->chosen[worker]);
    batch.row = f->chosen[worker];
  }
  *found = batch.count;
  return true;
}

/* `from` is a multiple of the grain: the part's number. */
static bool filter_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  filter *f = data;
  int64_t kept = 0;
  for (int64_t at = from; at < to; at += PARLEY_EXPR_BATCH) {
    int found, count = (int)(to - at < PARLEY_EXPR_BATCH ? to - at : PARLEY_EXPR_BATCH);
    parley_expr_batch batch = {.start = at, .count = count, .gaps = f->gaps};
    if (f->row != NULL) batch.row = f->row + at;
    if (!filter_batch(f, worker, batch, &found, err)) return false;
    memcpy(f->out + from + kept, f->chosen[worker], (size_t)found * sizeof(int32_t));
    kept += found;
  }
  f->kept[from / f->grain] = kept;
  return true;
}

/* Moves the parts' rows together. memmove, since a part may move by less than its length. */
static int64_t close_ranks(filter *f, int64_t parts) {
  int64_t total = 0;
  for (int64_t k = 0; k < parts; k++) {
    if (total < k * f->grain) memmove(f->out + total, f->out + k * f->grain, (size_t)f->kept[k] * sizeof(int32_t));
    total += f->kept[k];
  }
  return total;
}

/* Memory is made before the threads start; after a failure narrow() frees what there is. */
static bool filter_workers(filter *f, int workers, parley_error *err) {
  for (int i = 0; i < workers; i++) {
    if (!parley_worker_make(&f->workers[i], f->program, -1, err)) return false;
    f->chosen[i] = parley_alloc(NULL, PARLEY_EXPR_BATCH * sizeof(int32_t));
    if (f->chosen[i] == NULL) return parley_no_memory(err);
  }
  return true;
}

static bool filter_all(filter *f, parley_rows *rows, parley_rows *out, parley_error *err) {
  parley_run *run = f->program->run;
  int64_t parts = (rows->count + f->grain - 1) / f->grain;
  f->kept = parley_alloc(NULL, (size_t)(parts > 0 ? parts : 1) * sizeof *f->kept);
  if (f->kept == NULL) return parley_no_memory(err);
  if (!parley_rows_make(run, out, rows->count, err)) return false;
  f->out = out->row;
  if (!filter_workers(f, parley_threads_count(run, rows->count, f->grain), err)) return false;
  if (!parley_threads_run(run, rows->count, f->grain, filter_part, f, err)) return false;
  out->count = close_ranks(f, parts);
  return true;
}

/* Narrows the rows to those for which these conditions hold. Where every row is left nothing changes, and *rows
   stays NULL ("the first rows") if it was. Trimming may move the list. */
static bool narrow(parley_program *program, const int *conditions, int count, parley_rows *rows, parley_error *err) {
  filter f = {.program = program, .conditions = conditions, .count = count, .row = rows->row,
              .gaps = parley_expr_has_gaps(rows), .grain = parley_expr_grain(program, conditions[0])};
  parley_rows out = {0};
  bool done = filter_all(&f, rows, &out, err);
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    parley_worker_free(&f.workers[i]);
    parley_alloc(f.chosen[i], 0);
  }
  parley_alloc(f.kept, 0);
  if (!done || out.count == rows->count) {
    parley_rows_free(program->run, &out);
    return done;
  }
  parley_rows_free(program->run, rows);
  *rows = out;
  if (!parley_buffer_trim(&program->run->memory, &rows->buffer, (size_t)out.count * sizeof(int32_t), err)) return false;
  rows->row = (int32_t *)(void *)rows->buffer.data;
  return true;
}

/* ---- conditions ---- */

/* What a condition costs per row, or will once there is a table of its few entries. A table of few entries is worked
   out for next to nothing per row. */
static int cost_of(const parley_program *program, int at, int64_t rows) {
  const parley_step *step = &program->steps[at];
  if (step->only < 0 || step->operation == PARLEY_DO_COLUMN) return step->cost;
  return program->frame->columns[step->only].dictionary.entries < rows / 16 ? 2 : step->cost;
}

/* Cheap conditions come first, but none changes places with one that can fail. Insertion sort, stable: there are
   few, and equal ones keep the query's order. */
static void order_conditions(const parley_program *program, int *condition, int count, int64_t rows) {
  for (int i = 1; i < count; i++) {
    for (int k = i; k > 0; k--) {
      int before = condition[k - 1], after = condition[k];
      if (program->steps[before].can_fail || program->steps[after].can_fail) break;
      if (cost_of(program, before, rows) <= cost_of(program, after, rows)) break;
      condition[k] = before;
      condition[k - 1] = after;
    }
  }
}

/* Whether a table for the condition is so much work that it should wait for what the ones before it leave. 65536
   entries are about as much work as the pass over a million rows. */
static bool has_large_table(const parley_program *program, int at) {
  const parley_step *step = &program->steps[at];
  if (step->operation == PARLEY_DO_COLUMN || step->operation == PARLEY_DO_LOOK_UP) {
    return step->only >= 0 && step->table == NULL && program->frame->columns[step->only].dictionary.entries > 65536;
  }
  for (int k = 0; k < step->count; k++) {
    if (has_large_table(program, parley_expr_arg(program, at, k))) return true;
  }
  return false;
}

/* Conditions up to the next large table make one pass; that table is made for the rows left, if it pays then. */
static bool filter_rows(parley_program *program, int *condition, int count, parley_rows *rows, parley_error *err) {
  order_conditions(program, condition, count, rows->count);
  for (int from = 0, to; from < count && rows->count > 0; from = to) {
    for (to = from; to < count; to++) {
      if (to > from && has_large_table(program, condition[to])) break;
      if (!parley_tables_make(program, condition[to], rows->count, err)) return false;
    }
    if (!narrow(program, condition + from, to - from, rows, err)) return false;
  }
  return true;
}

/* The list may be NULL without memory: `done` stays false. */
bool parley_expr_filter(parley_run *run, const parley_frame *frame, const parley_expression *condition,
                        parley_rows *rows, parley_error *err) {
  parley_program program;
  if (!parley_program_make(run, frame, condition, PARLEY_LAYOUT_TRUTH, &program, err)) return false;
  const parley_step *root = &program.steps[program.root];
  bool chain = root->operation == PARLEY_DO_AND, done = false;
  int count = chain ? root->count : 1;
  int *list = parley_alloc(NULL, (size_t)count * sizeof(int));
  if (list == NULL) parley_no_memory(err);
  for (int k = 0; list != NULL && k < count; k++) {
    list[k] = chain ? parley_expr_arg(&program, program.root, k) : program.root;
  }
  if (list != NULL) done = filter_rows(&program, list, count, rows, err);
  parley_alloc(list, 0);
  parley_program_free(&program);
  return done;
}
