/*
** A text's number is the code of its text in the right dictionary: each entry of the left one is looked up once. An
** integer's is its distance from the least on the right. Parts are combined by multiplication; where that leaves a
** word, or numbers become too high to index an array, a hash table of the right side's words gives them new ones.
**
** R1  Number 0 is no key: missing values, NaN, and left values that no right row has. Two rows with a number join
**     exactly when their numbers are equal.
** R2  Integers and numbers join by value, exactly: a number joins an integer only where it is that integer.
**
** Cost: the right side is numbered by one thread, as numbers depend on the order; the left side, mostly the larger one,
** in blocks by all.
*/
#include "engine/join/join.h"

#include <string.h>

#include "base/hash.h"
#include "base/threads.h"
#include "engine/sort/normalized_key.h"

enum { GRAIN = 32 * PARLEY_JOIN_BLOCK, AHEAD = 64 }; /* rows of a part; words whose slots are asked for together */

/* ---- tables ---- */

static uint64_t home_of(const parley_join_table *table, uint64_t word) {
  return parley_hash_bits(word ^ (word >> 32)) & table->mask;
}

/* The slot of the word, or the empty one where it belongs. Ends because a third of the slots at least is empty. */
static parley_join_slot *find_word(const parley_join_table *table, uint64_t word) {
  uint64_t at = home_of(table, word);
  while (table->slots[at].word != 0 && table->slots[at].word != word) at = (at + 1) & table->mask;
  return &table->slots[at];
}

static void fetch_ahead(const parley_join_table *table, const uint64_t *words, int64_t count) {
  for (int64_t i = 0; i < count; i++) __builtin_prefetch(&table->slots[home_of(table, words[i])]);
}

/* Each word becomes its number, or 0. The table is only read here, so that any thread may ask. */
static void look_up(const parley_join_table *table, uint64_t *words, int64_t count) {
  for (int64_t at = 0; at < count; at += AHEAD) {
    int64_t most = count - at < AHEAD ? count - at : AHEAD;
    fetch_ahead(table, words + at, most);
    for (int64_t i = at; i < at + most; i++) {
      if (words[i] != 0) words[i] = find_word(table, words[i])->number;
    }
  }
}

/* Numbers are given in the order of first appearance. */
static void insert_words(parley_join_table *table, uint64_t *words, int64_t count) {
  for (int64_t at = 0; at < count; at += AHEAD) {
    int64_t most = count - at < AHEAD ? count - at : AHEAD;
    fetch_ahead(table, words + at, most);
    for (int64_t i = at; i < at + most; i++) {
      if (words[i] == 0) continue;
      parley_join_slot *slot = find_word(table, words[i]);
      if (slot->word == 0) *slot = (parley_join_slot){words[i], ++table->numbers};
      words[i] = slot->number;
    }
  }
}

/* Makes the table of these words; each becomes its number. At most two thirds full; 16 bytes a slot. Zero is the
   empty word, as no key has it. */
static bool table_make(parley_run *run, parley_join_table *table, uint64_t *words, int64_t count, parley_error *err) {
  uint64_t slots = 64;
  while (slots < (uint64_t)count + (uint64_t)count / 2) slots *= 2;
  size_t size = (size_t)slots * sizeof *table->slots;
  if (!parley_buffer_resize_zeroed(&run->memory, &table->buffer, size, err)) return false;
  table->slots = (parley_join_slot *)(void *)table->buffer.data;
  table->mask = slots - 1;
  insert_words(table, words, count);
  return true;
}

/* ---- the numbers of one part ---- */

/* A map gives -1 for a text the right side has not: number 0. */
static void code_values(const parley_join_side *side, int64_t from, int64_t count, uint64_t *out) {
  const int32_t *code = parley_column_codes(side->column) + from;
  bool missing = side->column->validity.data != NULL;
  for (int64_t i = 0; i < count; i++) {
    if (missing && !parley_bit(side->column->validity.data, from + i)) out[i] = 0;
    else out[i] = (uint64_t)((int64_t)(side->map == NULL ? code[i] : side->map[code[i]]) + 1);
  }
}

/* An integer that the number is exactly, or false. The bounds are -2^63 and 2^63; the comparison fails for NaN. */
static bool exact_integer(double number, int64_t *out) {
  if (!(number >= -9223372036854775808.0 && number < 9223372036854775808.0)) return false;
  *out = (int64_t)number;
  return (double)*out == number;
}

/* Any integer is a sign and 63 bits, each plus 1, so that 0 stays free. */
static uint64_t integer_number(const parley_join_part *part, int64_t value) {
  const uint64_t low_bits = UINT64_MAX >> 1;
  if (part->kind == PARLEY_JOIN_PART_SIGN) return value < 0 ? 2 : 1;
  if (part->kind == PARLEY_JOIN_PART_MAGNITUDE) return ((uint64_t)value & low_bits) + 1;
  return value < part->low || value > part->high ? 0 : (uint64_t)value - (uint64_t)part->low + 1;
}

/* Missing rows hold 0 and are wiped afterwards. */
static void integer_values(const parley_join_part *part, const parley_column *column, int64_t from, int64_t count,
                           uint64_t *out) {
  if (parley_column_layout(column) == PARLEY_LAYOUT_INTEGER) {
    const int64_t *value = parley_column_integers(column) + from;
    for (int64_t i = 0; i < count; i++) out[i] = integer_number(part, value[i]);
    return;
  }
  const double *number = parley_column_numbers(column) + from;
  for (int64_t i = 0; i < count; i++) {
    int64_t value;
    out[i] = exact_integer(number[i], &value) ? integer_number(part, value) : 0;
  }
}

static void wipe_missing(const parley_column *column, int64_t from, int64_t count, uint64_t *out) {
  if (column->validity.data == NULL) return;
  for (int64_t i = 0; i < count; i++) out[i] = parley_bit(column->validity.data, from + i) ? out[i] : 0;
}

static void plain_values(const parley_join_part *part, const parley_join_side *side, int64_t from, int64_t count,
                         uint64_t *out) {
  const parley_column *column = side->column;
  switch (part->kind) {
    case PARLEY_JOIN_PART_NOTHING: memset(out, 0, (size_t)count * sizeof *out); return;
    case PARLEY_JOIN_PART_CODE: code_values(side, from, count, out); return;
    case PARLEY_JOIN_PART_BOOLEAN:
      for (int64_t i = 0; i < count; i++) out[i] = parley_bit(column->values.data, from + i) ? 2 : 1;
      break;
    case PARLEY_JOIN_PART_NUMBER: {
      const double *number = parley_column_numbers(column) + from;
      for (int64_t i = 0; i < count; i++) out[i] = parley_word_of_number(number[i]);
      break;
    }
    default: integer_values(part, column, from, count, out);
  }
  wipe_missing(column, from, count, out);
}

/* ---- parts together ---- */

/* (a - 1) * range + b is from 1 to the product of the ranges: a mixed radix without zeros. */
static void combine(uint64_t *all, const uint64_t *part, uint64_t range, int64_t count) {
  for (int64_t i = 0; i < count; i++) {
    all[i] = all[i] == 0 || part[i] == 0 ? 0 : (all[i] - 1) * range + part[i];
  }
}

/* Two arrays on the stack, 16 kB; the same steps as the right side took, in the same order. */
void parley_join_keys_left(const parley_join_keys *keys, int64_t from, int64_t count, int32_t *number) {
  uint64_t all[PARLEY_JOIN_BLOCK], values[PARLEY_JOIN_BLOCK];
  for (int i = 0; i < keys->count; i++) {
    const parley_join_part *part = &keys->parts[i];
    uint64_t *out = i == 0 ? all : values;
    plain_values(part, &part->left, from, count, out);
    if (part->tabled) look_up(&part->own, out, count);
    if (part->renumbered) look_up(&part->before, all, count);
    if (i > 0) combine(all, values, part->range, count);
  }
  if (keys->tabled) look_up(&keys->last, all, count);
  for (int64_t i = 0; i < count; i++) number[i] = (int32_t)all[i];
}

/* ---- the right side ---- */

typedef struct valuing {
  const parley_join_part *part;
  uint64_t *out;
} valuing;

static bool right_values(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const valuing *v = data;
  plain_values(v->part, &v->part->right, from, to - from, v->out + from);
  (void)worker;
  (void)err;
  return true;
}

/* Values of a part without a range are numbered by a table of their own; where the product would leave 63 bits, what
   came before is numbered anew, which brings it down to the number of rows. */
static bool add_part(parley_run *run, parley_join_keys *keys, int at, int64_t rows, uint64_t *all, uint64_t *values,
                     parley_error *err) {
  parley_join_part *part = &keys->parts[at];
  valuing v = {part, at == 0 ? all : values};
  if (!parley_threads_run(run, rows, GRAIN, right_values, &v, err)) return false;
  part->tabled = part->range == 0 && keys->count > 1;
  if (part->tabled) {
    if (!table_make(run, &part->own, v.out, rows, err)) return false;
    part->range = part->own.numbers;
  }
  if (at == 0) {
    keys->numbers = part->range;
    return true;
  }
  part->renumbered = part->range > 0 && keys->numbers > (UINT64_MAX >> 1) / part->range;
  if (part->renumbered) {
    if (!table_make(run, &part->before, all, rows, err)) return false;
    keys->numbers = part->before.numbers;
  }
  combine(all, values, part->range, rows);
  keys->numbers *= part->range;
  return true;
}

/* An array over the numbers is worth it up to eight times the rows; beyond, a table gives numbers in a row. */
static bool number_right(parley_run *run, parley_join_keys *keys, int64_t rows, uint64_t *all, uint64_t *values,
                         int32_t *number, parley_error *err) {
  for (int i = 0; i < keys->count; i++) {
    if (!add_part(run, keys, i, rows, all, values, err)) return false;
  }
  uint64_t most = (uint64_t)rows * 8 + 65536;
  bool wide = keys->count == 1 && keys->parts[0].range == 0 && keys->parts[0].kind != PARLEY_JOIN_PART_NOTHING;
  keys->tabled = wide || keys->numbers > (most < INT32_MAX ? most : INT32_MAX);
  if (keys->tabled) {
    if (!table_make(run, &keys->last, all, rows, err)) return false;
    keys->numbers = keys->last.numbers;
  }
  for (int64_t i = 0; i < rows; i++) number[i] = (int32_t)all[i];
  return true;
}

/* ---- what the parts are ---- */

static bool is_numeric(const parley_column *column) {
  return parley_layout_is_numeric(parley_column_layout(column));
}

/* Shared dictionaries need no map at all: a join of a table with a part of itself. */
static bool map_codes(parley_run *run, parley_join_part *part, parley_error *err) {
  const parley_dictionary *left = &part->left.column->dictionary, *right = &part->right.column->dictionary;
  part->kind = PARLEY_JOIN_PART_CODE;
  part->range = (uint64_t)right->entries;
  if (right->entries == 0 || left->entries == 0) {
    part->kind = PARLEY_JOIN_PART_NOTHING;
    return true;
  }
  if (right->distinct && left->bytes.data == right->bytes.data && left->entries == right->entries) return true;
  size_t size = (size_t)left->entries * sizeof(int32_t);
  if (!parley_lookup_make(run, &part->texts, right, err)) return false;
  if (!part->texts.distinct) part->right.map = part->texts.first;
  if (!parley_buffer_resize(&run->memory, &part->map, size, err)) return false;
  part->left.map = (const int32_t *)(const void *)part->map.data;
  return parley_lookup_find(run, &part->texts, left, (int32_t *)(void *)part->map.data, err);
}

/* Both ends of the type on the right: their distance and one leaves no word for rows without a key. */
static bool is_endless(const parley_column *column) { return column->low == INT64_MIN && column->high == INT64_MAX; }

/* low > high: no right row has a value. */
static void integer_part(parley_join_part *part) {
  const parley_column *right = part->right.column;
  uint64_t distance = (uint64_t)right->high - (uint64_t)right->low;
  part->kind = PARLEY_JOIN_PART_INTEGER;
  part->low = right->low;
  part->high = right->high;
  if (right->low > right->high) part->kind = PARLEY_JOIN_PART_NOTHING;
  else if (distance < INT32_MAX) part->range = distance + 1;
}

/* Parts for one pair of columns: one, or two where a word is not enough. Types that are never equal (text and
   number) leave a part that is always 0. */
static bool make_parts(parley_run *run, parley_join_keys *keys, const parley_column *left, const parley_column *right,
                       parley_error *err) {
  parley_join_part *part = &keys->parts[keys->count++];
  *part = (parley_join_part){.kind = PARLEY_JOIN_PART_NOTHING, .left = {left, NULL}, .right = {right, NULL}};
  if (parley_column_is_coded(left) && parley_column_is_coded(right)) return map_codes(run, part, err);
  if (parley_column_layout(left) == PARLEY_LAYOUT_TRUTH && parley_column_layout(right) == PARLEY_LAYOUT_TRUTH) {
    part->kind = PARLEY_JOIN_PART_BOOLEAN;
    part->range = 2;
  }
  if (!is_numeric(left) || !is_numeric(right)) return true;
  if (parley_column_layout(right) == PARLEY_LAYOUT_NUMBER && parley_column_layout(left) == PARLEY_LAYOUT_NUMBER) {
    part->kind = PARLEY_JOIN_PART_NUMBER;
  } else if (parley_column_layout(right) == PARLEY_LAYOUT_INTEGER && !is_endless(right)) {
    integer_part(part);
  } else { /* as integers, of which there may be any */
    part->kind = PARLEY_JOIN_PART_MAGNITUDE;
    parley_join_part *sign = &keys->parts[keys->count++];
    *sign = *part;
    sign->kind = PARLEY_JOIN_PART_SIGN;
    sign->range = 2;
  }
  return true;
}

/* ---- the whole ---- */

/* Two parts a key at most: sign and magnitude. */
static bool room_for_parts(parley_run *run, parley_join_keys *keys, int count, parley_error *err) {
  keys->size = (size_t)count * 2 * sizeof *keys->parts;
  if (!parley_memory_take(&run->memory, keys->size, err)) return false;
  keys->parts = parley_alloc(NULL, keys->size);
  if (keys->parts != NULL) return true;
  parley_memory_give(&run->memory, keys->size);
  return parley_no_memory(err);
}

static bool make_keys(parley_run *run, parley_join_keys *keys, int64_t right_rows, int32_t *number, parley_error *err) {
  parley_buffer all = {0}, values = {0};
  size_t size = (size_t)(right_rows + 1) * sizeof(uint64_t);
  bool done = parley_buffer_resize(&run->memory, &all, size, err) &&
              (keys->count < 2 || parley_buffer_resize(&run->memory, &values, size, err)) &&
              number_right(run, keys, right_rows, (uint64_t *)(void *)all.data, (uint64_t *)(void *)values.data, number,
                           err);
  parley_buffer_free(&run->memory, &all);
  parley_buffer_free(&run->memory, &values);
  return done;
}

bool parley_join_keys_make(parley_run *run, parley_join_keys *keys, const parley_join_input *input, int32_t *number,
                           parley_error *err) {
  *keys = (parley_join_keys){0};
  if (input->key_count < 1) return parley_fail_key(err, "misuse.join_key");
  if (!room_for_parts(run, keys, input->key_count, err)) return false;
  bool done = true;
  for (int i = 0; done && i < input->key_count; i++) {
    done = make_parts(run, keys, input->left[i], input->right[i], err);
  }
  done = done && make_keys(run, keys, input->right_rows, number, err);
  if (!done) parley_join_keys_free(run, keys);
  return done;
}

/* As often as called. */
void parley_join_keys_free(parley_run *run, parley_join_keys *keys) {
  parley_memory *memory = &run->memory;
  for (int i = 0; i < keys->count; i++) {
    parley_join_part *part = &keys->parts[i];
    parley_buffer_free(memory, &part->own.buffer);
    parley_buffer_free(memory, &part->before.buffer);
    parley_buffer_free(memory, &part->map);
    parley_lookup_free(run, &part->texts);
  }
  parley_buffer_free(memory, &keys->last.buffer);
  if (keys->parts != NULL) parley_memory_give(memory, keys->size);
  parley_alloc(keys->parts, 0);
  *keys = (parley_join_keys){0};
}
