/*
** Pairs of rows. Right rows are indexed by the numbers of their keys: one row each where keys are unique, else lists in
** the order of the rows. A first sweep over the left rows finds and counts, a second writes each part of the pairs to
** the place that the counts before it give.
**
** R1  The right side is indexed, the left one is gone over: memory follows the right side.
** R2  Pairs come in the order of the left rows, and in that of the right rows for each: no sort, and the same for any
**     number of threads.
*/
#include "engine/join/join.h"

#include <stdio.h>
#include <string.h>

#include "base/threads.h"

/* A part of the left rows may have any number of pairs: while they are written, the call is asked for. */
enum { GRAIN = 16 * PARLEY_JOIN_BLOCK, PAIRS_PER_LOOK = 1 << 18 };

typedef struct joining {
  parley_run *run;
  parley_join kind;
  int64_t left_rows, right_rows;
  parley_join_keys keys;
  int32_t *found;       /* of each left row: its number; with unique keys the right row, or -1 */
  int32_t *row;         /* by number: the right row, or -1 */
  int32_t *start;       /* by number: where its list in `row` begins; NULL: keys are unique */
  int64_t *pairs;       /* of each part; then how many come before it */
  int64_t sum; /* of all pairs */
  int32_t *left, *right; /* the pairs in the making; right is NULL for SEMI and ANTI */
  parley_buffer found_buffer, row_buffer, start_buffer, pair_buffer;
} joining;

/* One more than asked for, so that no array is empty. */
static bool ints_make(joining *j, parley_buffer *buffer, int64_t count, int32_t **out, parley_error *err) {
  if (!parley_buffer_resize(&j->run->memory, buffer, (size_t)(count + 1) * sizeof **out, err)) return false;
  *out = (int32_t *)(void *)buffer->data;
  return true;
}

/* ---- the right side, by number ---- */

/* False when a key comes twice, which does not matter where only its being there does. Number 0, no key, has row -1
   always. Of several rows with a key the last stands for them where only being there counts. */
static bool index_unique(joining *j, const int32_t *number) {
  bool unique = true;
  memset(j->row, 0xff, (size_t)(j->keys.numbers + 1) * sizeof *j->row);
  for (int64_t i = 0; i < j->right_rows; i++) {
    if (number[i] == 0) continue;
    unique &= j->row[number[i]] < 0;
    j->row[number[i]] = (int32_t)i;
  }
  return unique || j->kind == PARLEY_JOIN_SEMI || j->kind == PARLEY_JOIN_ANTI;
}

/* Lists, one after the other, by counting: start[number + 1] is first the length, then where the list will end.
   start[n] .. start[n + 1] is the list of n. Filling moves start[n + 1] from where the list begins to where it ends,
   hence counts two places ahead. */
static bool index_lists(joining *j, const int32_t *number, parley_error *err) {
  int64_t numbers = (int64_t)j->keys.numbers;
  if (!ints_make(j, &j->start_buffer, numbers + 2, &j->start, err)) return false;
  if (!ints_make(j, &j->row_buffer, j->right_rows, &j->row, err)) return false;
  memset(j->start, 0, (size_t)(numbers + 3) * sizeof *j->start);
  for (int64_t i = 0; i < j->right_rows; i++) j->start[number[i] + 2] += number[i] != 0;
  for (int64_t at = 2; at < numbers + 2; at++) j->start[at] += j->start[at - 1];
  for (int64_t i = 0; i < j->right_rows; i++) {
    if (number[i] != 0) j->row[j->start[number[i] + 1]++] = (int32_t)i;
  }
  return true;
}

/* The numbers of the right rows are needed only until the index is made. */
static bool index_right(joining *j, const parley_join_input *input, parley_error *err) {
  parley_buffer buffer = {0};
  int32_t *number = NULL;
  bool done = ints_make(j, &buffer, j->right_rows, &number, err) &&
              parley_join_keys_make(j->run, &j->keys, input, number, err) &&
              ints_make(j, &j->row_buffer, (int64_t)j->keys.numbers + 1, &j->row, err) &&
              (index_unique(j, number) || index_lists(j, number, err));
  parley_buffer_free(&j->run->memory, &buffer);
  return done;
}

/* ---- the left side ---- */

/* What was found takes the place of the number: a left join without repeats is then done. */
static int64_t count_unique(const joining *j, int32_t *found, int64_t count) {
  int64_t matches = 0;
  for (int64_t i = 0; i < count; i++) {
    found[i] = j->row[found[i]];
    matches += found[i] >= 0;
  }
  return j->kind == PARLEY_JOIN_LEFT ? count : j->kind == PARLEY_JOIN_ANTI ? count - matches : matches;
}

static int64_t list_length(const joining *j, int32_t number) { return j->start[number + 1] - j->start[number]; }

static int64_t count_lists(const joining *j, const int32_t *found, int64_t count) {
  int64_t sum = 0;
  for (int64_t i = 0; i < count; i++) {
    int64_t length = list_length(j, found[i]);
    sum += j->kind == PARLEY_JOIN_LEFT && length == 0 ? 1 : length;
  }
  return sum;
}

/* Parts count for themselves; sums come afterwards, in order. */
static bool find_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const joining *j = data;
  int64_t sum = 0;
  for (int64_t at = from; at < to; at += PARLEY_JOIN_BLOCK) {
    int64_t count = to - at < PARLEY_JOIN_BLOCK ? to - at : PARLEY_JOIN_BLOCK;
    parley_join_keys_left(&j->keys, at, count, j->found + at);
    sum += j->start == NULL ? count_unique(j, j->found + at, count) : count_lists(j, j->found + at, count);
  }
  j->pairs[from / GRAIN] = sum;
  (void)worker;
  (void)err;
  return true;
}

/* Left rows alone, those with a match or those without. SEMI wants those found, ANTI those not. */
static void write_left(const joining *j, int64_t from, int64_t to, int64_t at) {
  for (int64_t i = from; i < to; i++) {
    if ((j->found[i] >= 0) != (j->kind == PARLEY_JOIN_ANTI)) j->left[at++] = (int32_t)i;
  }
}

static void write_unique(const joining *j, int64_t from, int64_t to, int64_t at) {
  for (int64_t i = from; i < to; i++) {
    if (j->found[i] < 0) continue;
    j->left[at] = (int32_t)i;
    j->right[at++] = j->found[i];
  }
}

static void write_list(const joining *j, int64_t row, const int32_t *list, int64_t length, int64_t at) {
  for (int64_t k = 0; k < length; k++) {
    j->left[at + k] = (int32_t)row;
    j->right[at + k] = list[k];
  }
}

/* SEMI and ANTI never come here: index_unique does for them. */
static bool write_lists(const joining *j, int64_t from, int64_t to, int64_t at, parley_error *err) {
  int64_t look = at + PAIRS_PER_LOOK;
  for (int64_t i = from; i < to; i++) {
    int64_t length = list_length(j, j->found[i]);
    const int32_t *list = j->row + j->start[j->found[i]];
    if (length == 0 && j->kind == PARLEY_JOIN_LEFT) {
      j->left[at] = (int32_t)i;
      j->right[at++] = -1;
    }
    for (; length > PAIRS_PER_LOOK; length -= PAIRS_PER_LOOK, list += PAIRS_PER_LOOK, at += PAIRS_PER_LOOK) {
      write_list(j, i, list, PAIRS_PER_LOOK, at);
      if (parley_run_stopped(j->run, err)) return false;
    }
    write_list(j, i, list, length, at);
    at += length;
    if (at < look) continue;
    if (parley_run_stopped(j->run, err)) return false;
    look = at + PAIRS_PER_LOOK;
  }
  return true;
}

/* pairs[] holds by now where the part's pairs begin. */
static bool write_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const joining *j = data;
  int64_t at = j->pairs[from / GRAIN];
  if (j->right == NULL) write_left(j, from, to, at);
  else if (j->start == NULL) write_unique(j, from, to, at);
  else return write_lists(j, from, to, at, err);
  (void)worker;
  return true;
}

/* ---- how many ---- */

/* 12345678 as 12,345,678. */
static void grouped(int64_t value, char out[32]) {
  char digits[24];
  int length = snprintf(digits, sizeof digits, "%lld", (long long)value), to = 0;
  for (int i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0) out[to++] = ',';
    out[to++] = digits[i];
  }
  out[to] = '\0';
}

/* Said before anything is allocated: eight bytes a pair is what the two row lists take. */
static bool refuse(int64_t pairs, const char *key, size_t limit, parley_error *err) {
  char count[32], size[32];
  double bytes = (double)pairs * 8;
  bool large = bytes >= 1e8;
  grouped(pairs, count);
  snprintf(size, sizeof size, "%.1f %s", large ? bytes / 1e9 : bytes / 1e6, large ? "GB" : "MB");
  return parley_fail_with(err, key, "rows=%s size=%s limit=%zu", count, size, limit);
}

/* Checked against the limit in a way that does not overflow. */
static bool allow(const joining *j, parley_error *err) {
  const parley_memory *memory = &j->run->memory;
  if (j->sum > INT32_MAX) return refuse(j->sum, "too_large.join", INT32_MAX, err);
  size_t size = (size_t)j->sum * 2 * sizeof(int32_t);
  if (memory->limit == 0 || (size <= memory->limit && memory->bytes <= memory->limit - size)) return true;
  return refuse(j->sum, memory->machine ? "limit.machine_join" : "limit.join", memory->limit, err);
}

static bool count_pairs(joining *j, parley_error *err) {
  int64_t parts = (j->left_rows + GRAIN - 1) / GRAIN;
  if (!ints_make(j, &j->found_buffer, j->left_rows, &j->found, err)) return false;
  size_t size = (size_t)(parts + 1) * sizeof *j->pairs;
  if (!parley_buffer_resize(&j->run->memory, &j->pair_buffer, size, err)) return false;
  j->pairs = (int64_t *)(void *)j->pair_buffer.data;
  if (!parley_threads_run(j->run, j->left_rows, GRAIN, find_part, j, err)) return false;
  for (int64_t part = 0; part < parts; part++) {
    int64_t own = j->pairs[part];
    j->pairs[part] = j->sum;
    j->sum += own;
  }
  return true;
}

/* ---- all of it ---- */

/* Every left row once: the left rows as they are, and on the right what was found. Ownership of `found` moves to the
   rows. */
static void give_found(joining *j, parley_rows *left_out, parley_rows *right_out) {
  left_out->count = j->left_rows;
  if (right_out == NULL) return;
  *right_out = (parley_rows){j->found, j->left_rows, j->found_buffer};
  j->found_buffer = (parley_buffer){0};
}

/* As many pairs as left rows, and unique: every left row has its one pair, in order. */
static bool join(joining *j, parley_rows *left_out, parley_rows *right_out, parley_error *err) {
  if (!count_pairs(j, err)) return false;
  if (j->start == NULL && j->sum == j->left_rows) {
    give_found(j, left_out, right_out);
    return true;
  }
  if (!allow(j, err) || !parley_rows_make(j->run, left_out, j->sum, err)) return false;
  if (right_out != NULL && !parley_rows_make(j->run, right_out, j->sum, err)) return false;
  j->left = left_out->row;
  j->right = right_out == NULL ? NULL : right_out->row;
  return parley_threads_run(j->run, j->left_rows, GRAIN, write_part, j, err);
}

bool parley_join_run(parley_run *run, const parley_join_input *input, parley_rows *left_out, parley_rows *right_out,
                     parley_error *err) {
  joining j = {.run = run, .kind = input->kind, .left_rows = input->left_rows, .right_rows = input->right_rows};
  bool alone = j.kind == PARLEY_JOIN_SEMI || j.kind == PARLEY_JOIN_ANTI;
  *left_out = (parley_rows){0};
  if (!alone) *right_out = (parley_rows){0};
  bool done = index_right(&j, input, err) && join(&j, left_out, alone ? NULL : right_out, err);
  parley_join_keys_free(run, &j.keys);
  parley_buffer_free(&run->memory, &j.found_buffer);
  parley_buffer_free(&run->memory, &j.row_buffer);
  parley_buffer_free(&run->memory, &j.start_buffer);
  parley_buffer_free(&run->memory, &j.pair_buffer);
  if (!done) {
    parley_rows_free(run, left_out);
    if (!alone) parley_rows_free(run, right_out);
  }
  return done;
}
