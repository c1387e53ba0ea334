/*
** Stacking. Values are written where the columns before them end; bits, which need not begin at a byte, one at a time.
**
** R1  Codes are given in the order in which texts first come in the rows, so that a large dictionary of which few texts
**     are used leaves nothing behind.
** R2  One thread: the work is a copy, and dictionaries grow in order.
*/
#include "frame/stack.h"

#include <string.h>

#include "frame/packing.h"

enum { BLOCK = 4096 }; /* rows between two questions whether to go on */

typedef struct stacking {
  parley_run *run;
  parley_column *out;
  int64_t at; /* the row of `out` at which the column at hand begins */
  parley_buffer map; /* of the column at hand: its codes to those of `out`, -1 until one is used (R1) */
} stacking;

/* The code in `out` of a text of `from`; dates bring their days along. */
static bool code_of(stacking *s, const parley_column *from, int32_t old, int32_t *code, parley_error *err) {
  int32_t *map = (int32_t *)(void *)s->map.data;
  if (map[old] < 0) {
    bool added;
    size_t length;
    const char *text = parley_dictionary_text(&from->dictionary, old, &length);
    parley_dictionary *dictionary = &s->out->dictionary;
    if (!parley_dictionary_code(&s->run->memory, dictionary, text, length, &map[old], &added, err)) return false;
    if (added && parley_column_layout(from) == PARLEY_LAYOUT_DATED) {
      const int32_t *days = parley_dictionary_days(&from->dictionary, old);
      parley_edtf date = {.first = days[0], .last = days[1]};
      if (!parley_dictionary_add_days(&s->run->memory, dictionary, &date, err)) return false;
    }
  }
  *code = map[old];
  return true;
}

/* Missing rows keep code 0, as everywhere. */
static bool take_codes(stacking *s, const parley_column *from, int64_t row, int64_t count, parley_error *err) {
  int32_t *to = (int32_t *)(void *)s->out->values.data + s->at;
  for (int64_t i = row; i < row + count; i++) {
    to[i] = 0;
    if (parley_column_has(from, i) && !code_of(s, from, parley_code_at(from, i), &to[i], err)) return false;
  }
  return true;
}

static void take_bits(const unsigned char *from, int64_t row, int64_t count, unsigned char *to, int64_t at) {
  for (int64_t i = row; i < row + count; i++) {
    if (parley_bit(from, i)) parley_bit_set(to, at + i);
  }
}

/* Integers and numbers: 8 bytes each, packed or not. */
static void take_words(stacking *s, const parley_column *from, int64_t row, int64_t count) {
  unsigned char *to = s->out->values.data + (size_t)(s->at + row) * 8;
  const void *values = parley_values(from, row, count, to);
  if (values != to) memcpy(to, values, (size_t)count * 8);
}

/* Bits of `out` are zero before. A column without a bitmap misses nothing: all of its bits are set. */
static void take_validity(stacking *s, const parley_column *from, int64_t row, int64_t count) {
  if (s->out->validity.data == NULL) return;
  if (from->validity.data != NULL) {
    take_bits(from->validity.data, row, count, s->out->validity.data, s->at);
    return;
  }
  for (int64_t i = row; i < row + count; i++) parley_bit_set(s->out->validity.data, s->at + i);
}

static bool take_block(stacking *s, const parley_column *from, int64_t row, int64_t count, parley_error *err) {
  take_validity(s, from, row, count);
  if (parley_column_is_coded(from)) return take_codes(s, from, row, count, err);
  bool bits = parley_column_layout(from) == PARLEY_LAYOUT_TRUTH;
  if (bits) take_bits(from->values.data, row, count, s->out->values.data, s->at);
  else take_words(s, from, row, count);
  return true;
}

static bool forget_codes(stacking *s, const parley_column *from, parley_error *err) {
  if (!parley_column_is_coded(from)) return true;
  size_t size = (size_t)from->dictionary.entries * sizeof(int32_t);
  if (!parley_buffer_resize(&s->run->memory, &s->map, size + 1, err)) return false;
  memset(s->map.data, 0xff, size);
  return true;
}

static bool take_column(stacking *s, const parley_column *from, parley_error *err) {
  if (!forget_codes(s, from, err)) return false;
  for (int64_t row = 0; row < from->length; row += BLOCK) {
    int64_t count = from->length - row < BLOCK ? from->length - row : BLOCK;
    if (parley_run_poll(s->run, err) || !take_block(s, from, row, count, err)) return false;
  }
  s->at += from->length;
  return true;
}

bool parley_column_stack(parley_run *run, const parley_column *const *columns, int count, parley_column *out,
                         parley_error *err) {
  stacking s = {.run = run, .out = out};
  int64_t rows = 0;
  bool missing = false;
  for (int i = 0; i < count; i++) {
    rows += columns[i]->length;
    missing |= columns[i]->validity.data != NULL;
  }
  bool done = parley_column_make(&run->memory, out, columns[0]->type, rows, missing, err);
  if (done) memset(out->values.data, 0, parley_column_size(out->type, rows));
  out->declared = true;
  for (int i = 0; done && i < count; i++) done = take_column(&s, columns[i], err);
  parley_buffer_free(&run->memory, &s.map);
  return done && parley_column_seal(&run->memory, out, err);
}
