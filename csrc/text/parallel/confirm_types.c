/*
** Every value of a column has been seen to be of its type, but that type came from a few places of the file. It is the
** right one when some value keeps the column from having one that goes before it, which is looked for here: among the
** different texts, mostly, of which there are few.
*/
#include "text/parallel/confirm_types.h"

#include <string.h>

#include "base/threads.h"
#include "text/parallel/column_parser.h"

enum { CONFIRM_GRAIN = 16 };

typedef struct settling {
  parley_columns *columns;
  parley_read_worker *workers;
} settling;

/* ---- which type ---- */

/* Whole bytes of the bitmap: bits behind the last row are 0. */
static bool has_values(const parley_columns *columns, const parley_column *column) {
  for (size_t i = 0; i < parley_bits_size(columns->rows); i++) {
    if (column->validity.data[i] != 0) return true;
  }
  return false;
}

static bool has_fraction(const settling *s, int at) {
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (s->workers[i].states != NULL && s->workers[i].states[at].fraction) return true;
  }
  return false;
}

/* Numerals that were read as numbers, and may be labels or integers. */
static parley_type type_of_numbers(const settling *s, int at) {
  parley_inference_fractions all = {.lengths = 0};
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (s->workers[i].states != NULL) parley_inference_fractions_merge(&all, &s->workers[i].states[at].fractions);
  }
  if (parley_inference_fractions_are_labels(&all)) return PARLEY_TEXT;
  return has_fraction(s, at) ? PARLEY_NUMBER : PARLEY_INTEGER;
}

/* The type that all the different texts have. */
/* Each thread has its own list of different texts, and a text may stand in several: looked at again, it changes
   nothing. One odd value settles that the column is text. */
static parley_type type_of_codes(const settling *s, const parley_read_target *target, int at) {
  parley_inference inference;
  parley_inference_begin(&inference, target->reading);
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (s->workers[i].states == NULL) continue;
    const parley_intern_table *texts = &s->workers[i].states[at].texts;
    for (int32_t code = 0; code < texts->count && inference.odd_count == 0; code++) {
      const parley_interned_text *seen = &texts->seen[code];
      parley_inference_add(&inference, texts->bytes + seen->at, seen->length, PARLEY_PARSE_FROM_QUOTED, 1);
    }
  }
  return parley_inference_type(&inference);
}

static parley_type type_of_texts(const parley_columns *columns, const parley_read_target *target) {
  const parley_column *column = target->column;
  const int64_t *offset = parley_dictionary_offsets(&column->dictionary);
  parley_inference inference;
  parley_inference_begin(&inference, target->reading);
  for (int64_t row = 0; row < columns->rows && inference.odd_count == 0; row++) {
    if (!parley_bit(column->validity.data, row)) continue;
    const char *text = (const char *)column->dictionary.bytes.data + offset[row];
    parley_inference_add(&inference, text, (size_t)(offset[row + 1] - offset[row]), PARLEY_PARSE_FROM_QUOTED, 1);
  }
  return parley_inference_type(&inference);
}

/* What the threads have struck out is struck out for all. Where nothing is left, values of one thread are odd beside
   those of another. */
static parley_type type_of_inferences(const settling *s, const parley_read_target *target, int at) {
  parley_inference all;
  parley_inference_begin(&all, target->reading);
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (s->workers[i].states == NULL) continue;
    const parley_inference *inference = &s->workers[i].states[at].inference;
    all.values += inference->values;
    all.possible &= inference->possible;
    all.dated |= inference->dated;
    all.two_years |= inference->two_years;
    all.season.line |= inference->season.line;
    parley_inference_fractions_merge(&all.fractions, &inference->fractions);
    all.odd_count |= inference->odd_count;
  }
  if (all.possible == 0) all.odd_count = 1;
  return parley_inference_type(&all);
}

/* What the column is, now that all of its values are known. */
static parley_type type_of(const settling *s, const parley_read_target *target, int at) {
  if (target->kind == PARLEY_READ_INFERENCE) return type_of_inferences(s, target, at);
  if (target->stated || target->certain) return target->type;
  if (target->kind == PARLEY_READ_MISSING || !has_values(s->columns, target->column)) return PARLEY_ANY;
  switch (target->kind) {
    case PARLEY_READ_NUMBERS: return type_of_numbers(s, at);
    case PARLEY_READ_CODES: return type_of_codes(s, target, at);
    case PARLEY_READ_TEXTS: return type_of_texts(s->columns, target);
    default: return target->type;
  }
}

/* ---- columns that are done ---- */

/* Numbers that all turned out to be integers. In place: both are eight bytes, and every value is a whole number
   below 2^53. */
static void turn_into_integers(const parley_columns *columns, parley_read_target *target) {
  const double *from = (const double *)(const void *)target->column->values.data;
  int64_t *to = (int64_t *)(void *)target->column->values.data;
  for (int64_t row = 0; row < columns->rows; row++) {
    int64_t value = (int64_t)from[row];
    to[row] = value;
  }
  target->type = PARLEY_INTEGER;
}

/* A column without any value is text, as when read record by record. */
static bool fill_missing(const parley_columns *columns, parley_read_target *target, parley_error *err) {
  parley_memory *memory = &columns->frame->memory;
  parley_column *column = target->column;
  size_t rows = (size_t)columns->rows;
  parley_column_free(memory, column);
  column->dictionary = PARLEY_DICTIONARY_EMPTY;
  target->type = PARLEY_TEXT;
  return rows == 0 || (parley_buffer_resize_zeroed(memory, &column->values, rows * sizeof(int32_t), err) &&
                       parley_buffer_resize_zeroed(memory, &column->validity, parley_bits_size((int64_t)rows), err));
}

/* The state whose next text came first, or NULL. Each thread's texts are in the order of its rows: a merge of sorted
   lists. */
static parley_column_state *next_state(const settling *s, int at, const int32_t *next) {
  parley_column_state *first = NULL;
  int64_t row = INT64_MAX;
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (s->workers[i].states == NULL) continue;
    parley_column_state *state = &s->workers[i].states[at];
    if (next[i] == state->texts.count || state->texts.seen[next[i]].row >= row) continue;
    row = state->texts.seen[next[i]].row;
    first = state;
  }
  return first;
}

/* One more than there are texts, since map[0] stands for the missing value. */
static bool make_maps(const settling *s, int at, parley_error *err) {
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (s->workers[i].states == NULL) continue;
    parley_column_state *state = &s->workers[i].states[at];
    state->map = parley_alloc(state->map, ((size_t)state->texts.count + 1) * sizeof *state->map);
    if (state->map == NULL) return parley_no_memory(err);
    state->map[0] = 0;
  }
  return true;
}

static bool merge_text(parley_memory *memory, parley_read_target *target, parley_column_state *state, int32_t code,
                       parley_error *err) {
  const parley_interned_text *seen = &state->texts.seen[code];
  parley_dictionary *dictionary = &target->column->dictionary;
  int32_t *out = &state->map[code + 1];
  bool added;
  *out = 0;
  if (seen->missing) return true;
  const char *text = state->texts.bytes + seen->shown_at;
  if (!parley_dictionary_code(memory, dictionary, text, seen->shown_length, out, &added, err)) return false;
  parley_edtf date = {.first = seen->first, .last = seen->last};
  return !added || parley_layout_of(target->type) != PARLEY_LAYOUT_DATED ||
         parley_dictionary_add_days(memory, dictionary, &date, err);
}

/* One dictionary of those of all threads, in the order of the rows. */
/* The dictionary is the one that a single thread would have made, whatever the number of threads: texts get their codes
   in the order of the first row they stand in. One step for each different text. */
static bool merge_texts(const settling *s, parley_read_target *target, int at, parley_error *err) {
  int32_t next[PARLEY_THREADS_MOST] = {0};
  parley_memory *memory = &s->columns->frame->memory;
  target->column->dictionary = PARLEY_DICTIONARY_EMPTY;
  target->column->dictionary.asked = INT64_MAX / 2; /* so that it never gives up looking texts up */
  if (!make_maps(s, at, err)) return false;
  for (;;) {
    parley_column_state *state = next_state(s, at, next);
    if (state == NULL) break;
    for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
      if (s->workers[i].states == NULL || state != &s->workers[i].states[at]) continue;
      if (!merge_text(memory, target, state, next[i]++, err)) return false;
    }
  }
  target->column->dictionary.asked = s->columns->rows;
  return true;
}

static bool finish(const settling *s, parley_read_target *target, int at, parley_error *err) {
  parley_column *column = target->column;
  if (target->kind == PARLEY_READ_CODES && target->type != PARLEY_ANY && !merge_texts(s, target, at, err)) return false;
  if (target->kind == PARLEY_READ_TEXTS) column->dictionary.entries = (int32_t)s->columns->rows;
  if (target->type == PARLEY_ANY && !fill_missing(s->columns, target, err)) return false;
  column->type = target->type;
  column->length = column->room = s->columns->rows;
  return true;
}

/* ---- the codes of the threads ---- */

/* map[0] is the code of a missing value, 0. */
static void map_codes(const settling *s, int at, const parley_chunk_rows *chunk) {
  const int32_t *map = s->workers[chunk->number].states[at].map;
  int32_t *code = (int32_t *)(void *)s->columns->targets[at].column->values.data + chunk->row;
  for (int64_t row = 0; row < chunk->rows; row++) code[row] = map[code[row] + 1];
}

static bool map_chunks(void *data, int64_t from, int64_t to, int number, parley_error *err) {
  const settling *s = data;
  for (; from < to; from++) {
    for (int i = 0; i < s->columns->width; i++) {
      if (s->columns->targets[i].mapped) map_codes(s, i, &s->columns->chunks[from]);
    }
  }
  (void)number, (void)err;
  return true;
}

/* Whether the column is done or read once more: the next pass begins with nothing known. */
static void clear_lanes(const settling *s, int at, const parley_parse_rules *reading) {
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) {
    if (s->workers[i].states == NULL) continue;
    parley_column_state *state = &s->workers[i].states[at];
    parley_intern_free(&state->texts);
    parley_alloc(state->map, 0);
    *state = (parley_column_state){.map = NULL};
    parley_inference_begin(&state->inference, reading);
  }
}

/* ---- all columns ---- */

/* Plans another pass for a column. */
static void read_again(const parley_columns *columns, parley_read_target *target, parley_type type) {
  parley_column_free(&columns->frame->memory, target->column);
  target->type = type;
  target->certain = true;
  parley_read_target_begin(target);
}

/* A value did not have the type that the sample promised. The type is inferred from all values before the column is
   read again, so that it is read twice more at most. */
static void infer_again(const parley_columns *columns, parley_read_target *target) {
  parley_column_free(&columns->frame->memory, target->column);
  target->kind = PARLEY_READ_INFERENCE;
  atomic_store(&target->failed, false);
}

/* A column is done, read again as another type, or looked at for its type first. */
static bool settle_column(const settling *s, parley_read_target *target, int at, parley_error *err) {
  target->mapped = false;
  if (target->kind == PARLEY_READ_NOTHING) return true;
  if (atomic_load(&target->failed)) {
    infer_again(s->columns, target);
    return true;
  }
  parley_type type = type_of(s, target, at);
  if (target->kind == PARLEY_READ_NUMBERS && type == PARLEY_INTEGER) turn_into_integers(s->columns, target);
  bool as_planned = target->kind != PARLEY_READ_INFERENCE && type == target->type;
  if (!as_planned && type != PARLEY_ANY) {
    read_again(s->columns, target, type);
    return true;
  }
  target->type = type;
  if (!finish(s, target, at, err)) return false;
  target->mapped = target->kind == PARLEY_READ_CODES && type != PARLEY_ANY;
  target->kind = PARLEY_READ_NOTHING;
  return true;
}

bool parley_columns_confirm_types(parley_columns *columns, parley_read_worker *workers, parley_run *run,
                                  parley_error *err) {
  settling s = {columns, workers};
  bool done = true;
  for (int i = 0; done && i < columns->width; i++) done = settle_column(&s, &columns->targets[i], i, err);
  done = done && parley_threads_run(run, columns->chunk_count, CONFIRM_GRAIN, map_chunks, &s, err);
  for (int i = 0; i < columns->width; i++) clear_lanes(&s, i, columns->targets[i].reading);
  return done;
}
