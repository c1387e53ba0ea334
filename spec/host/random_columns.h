/*
** Random columns of every kind that matters to rows of them, and whether two values or a column are as they should be.
** For column_order_host.c.
*/
#ifndef RANDOM_COLUMNS_H
#define RANDOM_COLUMNS_H

#include <math.h>

#include "check.h"
#include "frame/intern.h"
#include "frame/packing.h"

/* ---- random columns ---- */

typedef enum kind {
  SMALL, WIDE, EXTREME, CONSTANT, NUMBERS, WHOLE, BOOLEANS, DATES, FEW_TEXTS, TWINS, OWN_TEXTS, EMPTY_TEXT, KINDS
} kind;

static const parley_type types[KINDS] = {PARLEY_INTEGER, PARLEY_INTEGER, PARLEY_INTEGER, PARLEY_INTEGER,
                                         PARLEY_NUMBER,  PARLEY_NUMBER,  PARLEY_BOOLEAN, PARLEY_DATE,
                                         PARLEY_TEXT,    PARLEY_TEXT,    PARLEY_TEXT,    PARLEY_TEXT};

static const char *const date_texts[] = {
    "2025",       "2025-06",     "2025-06-02",  "2025-06-02?", "2025-06-01/2025-06-30", "../2025-06", "2025-06/..",
    "1999-12-31", "-0044-03-15", "2025-06-02~", "/1999",       "2024-22", "Y12345", "2025-01-01/..", "2025-06-30"};

enum { DATE_TEXTS = sizeof date_texts / sizeof *date_texts };

static int64_t random_integer(kind k) {
  static const int64_t extremes[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, INT64_MAX - 1, INT64_MAX,
                                     (INT64_C(1) << 53) + 1, INT64_C(1) << 53};
  switch (k) {
    case SMALL: return (int64_t)random_below(40) - 20;
    case EXTREME: return extremes[random_below(9)];
    case CONSTANT: return -7;
    default: return (int64_t)random_bits() >> random_below(40);
  }
}

static double random_number(kind k) {
  static const double extremes[] = {0.0, 1e308, -1e308, 5e-324, -5e-324, 9007199254740992.0, 9223372036854775808.0,
                                    -9223372036854775808.0, 0.5, HUGE_VAL, -HUGE_VAL};
  if (k == WHOLE) return (double)((int64_t)random_below(50) - 25);
  if (random_below(20) == 0) return extremes[random_below(11)];
  return (double)((int64_t)random_bits() >> 11) / 1e12;
}

/* A text that shares its beginning with others, with NUL and high bytes. */
static size_t random_text(kind k, int64_t row, char out[64]) {
  static const char *const heads[] = {"", "a", "comment ", "comment number ", "\xff\xff\xff\xff\xff\xff\xff\xff\xff"};
  static const char tails[] = {'\0', 'a', 'b', '\x7f', '\xc3', '\xff'};
  int length = 0;
  if (k == OWN_TEXTS) length = snprintf(out, 64, "comment %lld", (long long)(row * 7919 % 1000003));
  else length = snprintf(out, 64, "%s", heads[random_below(5)]);
  for (unsigned more = random_below(4); more > 0; more--) out[length++] = tails[random_below(6)];
  return (size_t)length;
}

static bool append_text(parley_memory *memory, parley_column *column, const char *text, size_t length, bool twins,
                        int32_t *code) {
  parley_error err;
  bool added = true;
  parley_dictionary *dictionary = &column->dictionary;
  *code = dictionary->entries;
  if (twins) return parley_dictionary_append(memory, dictionary, text, length, &err);
  if (!parley_dictionary_code(memory, dictionary, text, length, code, &added, &err)) return false;
  parley_edtf date;
  if (!added || column->type != PARLEY_DATE) return true;
  return parley_edtf_parse(text, length, &date, &err) &&
         parley_dictionary_add_days(memory, dictionary, &date, &err);
}

static bool set_random(parley_memory *memory, parley_column *column, kind k, int64_t row) {
  char text[64];
  int32_t *codes = (int32_t *)(void *)column->values.data;
  switch (column->type) {
    case PARLEY_INTEGER: ((int64_t *)(void *)column->values.data)[row] = random_integer(k); return true;
    case PARLEY_NUMBER: ((double *)(void *)column->values.data)[row] = random_number(k); return true;
    case PARLEY_BOOLEAN:
      if (random_below(2)) parley_bit_set(column->values.data, row);
      return true;
    case PARLEY_DATE: {
      const char *date = date_texts[random_below(DATE_TEXTS)];
      return append_text(memory, column, date, strlen(date), false, &codes[row]);
    }
    default: {
      size_t length = random_text(k, row, text);
      return append_text(memory, column, text, length, k != FEW_TEXTS, &codes[row]);
    }
  }
}

/* missing: how many of 100 values are. */
static parley_column random_column(parley_memory *memory, kind k, int64_t rows, unsigned missing) {
  parley_column column = {0};
  parley_error err;
  if (k == EMPTY_TEXT) missing = 100;
  bool done = parley_column_make(memory, &column, types[k], rows, missing > 0, &err);
  memset(column.values.data, 0, column.values.capacity);
  for (int64_t row = 0; done && row < rows; row++) {
    if (random_below(100) < missing) continue;
    if (missing > 0) parley_bit_set(column.validity.data, row);
    done = set_random(memory, &column, k, row);
  }
  if (k == TWINS || k == OWN_TEXTS) column.dictionary.distinct = false;
  if (!done || !parley_column_seal(memory, &column, &err)) abort();
  return column;
}

/* ---- what is the same ---- */

static bool same_value(const parley_column *a, int64_t i, const parley_column *b, int64_t k) {
  parley_value x = parley_column_get(a, i), y = parley_column_get(b, k);
  if (x.type != y.type) return false;
  switch (x.type) {
    case PARLEY_ANY: return true;
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: return x.integer == y.integer;
    case PARLEY_NUMBER: return x.number == y.number;
    default: return x.length == y.length && memcmp(x.text, y.text, x.length) == 0;
  }
}

static bool has_no_twins(const parley_dictionary *dictionary) {
  parley_dictionary again = PARLEY_DICTIONARY_EMPTY;
  parley_memory memory = {0};
  parley_error err;
  bool added = true;
  for (int32_t i = 0; added && i < dictionary->entries; i++) {
    size_t length;
    int32_t code;
    const char *text = parley_dictionary_text(dictionary, i, &length);
    again.asked = INT32_MAX; /* never gives up */
    if (!parley_dictionary_code(&memory, &again, text, length, &code, &added, &err)) abort();
  }
  parley_dictionary_free(&memory, &again);
  return added;
}

/* What every sealed column promises. */
static bool is_sound(const parley_column *column) {
  int64_t nulls = 0, low = INT64_MAX, high = INT64_MIN;
  bool coded = column->type == PARLEY_TEXT || column->type == PARLEY_DATE, sound = true;
  for (int64_t row = 0; row < column->length; row++) {
    bool has = parley_column_has(column, row);
    nulls += !has;
    if (coded) {
      int32_t code = parley_column_codes(column)[row];
      sound &= has ? code >= 0 && code < column->dictionary.entries : code == 0;
    }
    if (column->type != PARLEY_INTEGER) continue;
    int64_t value = parley_column_integers(column)[row];
    sound &= has || value == 0;
    if (has && value < low) low = value;
    if (has && value > high) high = value;
  }
  if (column->type == PARLEY_INTEGER) sound &= low == column->low && high == column->high;
  return sound && nulls == column->nulls && (nulls > 0 || column->validity.data == NULL) &&
         (!coded || column->dictionary.offsets.data != NULL);
}

#endif
