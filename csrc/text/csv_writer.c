/*
** A text is copied before it is looked at: in our own buffer the search for what needs quotes may read whole blocks,
** beyond the end of the text, and most texts need none. Numbers of few decimals, which is most, go without printf.
**
** Shortest digits by trial and not by an algorithm of their own (Ryu: Adams, 2018): write_short settles nearly all
** numbers of real tables with a division or two, and the rest is rare.
*/
#include "text/csv_writer.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/byte_scan.h"
#include "frame/packing.h"
#include "value/number_text.h"

enum { FIRST_ROOM = 1 << 16 };

/* Room for the longest of the short cells, its comma, and a block of the search. */
enum { SLACK = PARLEY_SCAN_BLOCK + PARLEY_CSV_NUMBER_LENGTH };

static const parley_scan_set special = {{',', '"', '\n', '\r'}};

/* ---- buffer ---- */

/* Sums are checked before they are made; `failed` is for good, so that callers look once a row. */
static char *grow(parley_csv_writer *out, size_t length) {
  if (out->failed || length > SIZE_MAX / 4 - out->used) {
    out->failed = true;
    return NULL;
  }
  size_t wanted = out->used + length + SLACK;
  size_t room = out->room == 0 ? FIRST_ROOM : out->room;
  while (room < wanted) room *= 2;
  char *data = parley_alloc(out->data, room);
  if (data == NULL) {
    out->failed = true;
    return NULL;
  }
  out->data = data;
  out->room = room;
  return data + out->used;
}

/* Where `length` bytes and SLACK more can be written; NULL without memory. There is room but for once in many rows:
   asked in place, since every cell asks. */
static inline char *reserve(parley_csv_writer *out, size_t length) {
  size_t left = out->room - out->used;
  if (left >= SLACK && left - SLACK >= length && !out->failed) return out->data + out->used;
  return grow(out, length);
}

/* SLACK has room for the comma. */
static void put_word(parley_csv_writer *out, const char *word, size_t length) {
  char *to = reserve(out, length);
  if (to == NULL) return;
  memcpy(to, word, length);
  to[length] = ',';
  out->used += length + 1;
}

void parley_csv_writer_free(parley_csv_writer *out) {
  parley_alloc(out->data, 0);
  *out = (parley_csv_writer){0};
}

/* ---- integers ---- */

static const char pairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/* Writes the digits and gives their number, at most 20. Two digits a division. 20 digits hold every number of 64
   bits. */
static size_t write_digits(uint64_t value, char *to) {
  char digits[20];
  size_t at = sizeof digits;
  for (; value >= 100; value /= 100) {
    at -= 2;
    memcpy(digits + at, pairs + 2 * (value % 100), 2);
  }
  if (value >= 10) {
    at -= 2;
    memcpy(digits + at, pairs + 2 * value, 2);
  } else {
    digits[--at] = (char)('0' + value);
  }
  memcpy(to, digits + at, sizeof digits - at);
  return sizeof digits - at;
}

/* Two's complement without its sign is the same digits, also of the least integer. In unsigned, where the least
   integer has a magnitude. */
static uint64_t magnitude(int64_t value) { return value < 0 ? 0 - (uint64_t)value : (uint64_t)value; }

void parley_csv_write_integer(parley_csv_writer *out, int64_t value) {
  char *to = reserve(out, 0);
  if (to == NULL) return;
  size_t length = value < 0;
  *to = '-';
  length += write_digits(magnitude(value), to + length);
  to[length] = ',';
  out->used += length + 1;
}

/* ---- numbers ---- */

/* Any finite number, by trial. 17 digits always read back (IEEE 754, 5.12.2). An integer gets ".0", so that it reads
   as a number again. */
static size_t write_by_trial(double value, char *text) {
  int length = 0;
  for (int digits = 15; digits <= 17; digits++) {
    length = snprintf(text, PARLEY_CSV_NUMBER_LENGTH, "%.*g", digits, value);
    if (strtod(text, NULL) == value) break;
  }
  size_t kept = parley_number_text_mend(text, (size_t)length);
  if (memchr(text, '.', kept) == NULL && memchr(text, 'e', kept) == NULL) {
    memcpy(text + kept, ".0", 2);
    kept += 2;
  }
  return kept;
}

enum { MOST_DECIMALS = 9 };

static const double powers[MOST_DECIMALS + 1] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
static const uint64_t whole_powers[MOST_DECIMALS + 1] = {1,      10,      100,      1000,      10000,
                                                         100000, 1000000, 10000000, 100000000, 1000000000};

/* Writes scaled / 10^decimals. `scaled` is below 10^15: divisions are exact. */
static size_t write_decimal(uint64_t scaled, int decimals, char *text) {
  uint64_t power = whole_powers[decimals];
  size_t length = write_digits(scaled / power, text);
  text[length++] = '.';
  if (decimals == 0) {
    text[length++] = '0';
    return length;
  }
  uint64_t rest = scaled % power;
  for (size_t at = length + (size_t)decimals; at-- > length; rest /= 10) text[at] = (char)('0' + rest % 10);
  return length + (size_t)decimals;
}

/* Writes a number that has at most 15 digits, few of them decimals; 0 if it has more. Quotients of integers below
   2^53 and small powers of ten are the doubles nearest to the decimal, so equality says that the decimal reads back.
   FLT_EVAL_METHOD: with registers of 80 bits, equality would not mean what it says. */
static size_t write_short(double size, char *text) {
  if (FLT_EVAL_METHOD != 0 || size < 1e-4 || size >= 1e15) return 0;
  for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    double scaled = size * powers[decimals] + 0.5;
    if (scaled >= 1e15) return 0;
    uint64_t whole = (uint64_t)scaled;
    if ((double)whole / powers[decimals] == size) return write_decimal(whole, decimals, text);
  }
  return 0;
}

static size_t write_word(const char *word, char *text) {
  size_t length = strlen(word);
  memcpy(text, word, length);
  return length;
}

/* The longest is 24 bytes: sign, 17 digits, point, e-308. */
size_t parley_csv_number_text(double value, char text[PARLEY_CSV_NUMBER_LENGTH]) {
  if (isnan(value)) return write_word("nan", text);
  if (isinf(value)) return write_word(value < 0 ? "-inf" : "inf", text);
  if (value == 0) return write_word(signbit(value) ? "-0.0" : "0.0", text);
  bool negative = value < 0;
  *text = '-';
  size_t length = write_short(fabs(value), text + negative);
  return length > 0 ? length + negative : write_by_trial(value, text);
}

void parley_csv_write_number(parley_csv_writer *out, double value) {
  char *to = reserve(out, 0);
  if (to == NULL) return;
  size_t length = parley_csv_number_text(value, to);
  to[length] = ',';
  out->used += length + 1;
}

/* ---- words and texts ---- */

void parley_csv_write_missing(parley_csv_writer *out) { put_word(out, "", 0); }

void parley_csv_write_boolean(parley_csv_writer *out, bool value) {
  put_word(out, value ? "true" : "false", value ? 4 : 5);
}

/* Whether a text in the buffer, with a block's room after it, needs quotes for something in it. Reads up to a block
   beyond the text, within the buffer; the mask takes those bits off. */
static bool has_special(const char *text, size_t length) {
  for (; length >= PARLEY_SCAN_BLOCK; text += PARLEY_SCAN_BLOCK, length -= PARLEY_SCAN_BLOCK) {
    if (parley_scan(text, special).found != 0) return true;
  }
  return (parley_scan(text, special).found & (((uint64_t)1 << length) - 1)) != 0;
}

/* Each quote in the text twice, and one around it. Twice the length and two is the most. */
static void put_quoted(parley_csv_writer *out, const char *text, size_t length) {
  if (length > SIZE_MAX / 8) out->failed = true;
  char *to = reserve(out, 2 * length + 2);
  if (to == NULL) return;
  char *start = to;
  *to++ = '"';
  for (const char *end = text + length; text < end;) {
    const char *quote = memchr(text, '"', (size_t)(end - text));
    size_t part = (size_t)((quote == NULL ? end : quote + 1) - text);
    memcpy(to, text, part);
    to += part;
    text += part;
    if (quote != NULL) *to++ = '"';
  }
  *to++ = '"';
  *to++ = ',';
  out->used += (size_t)(to - start);
}

/* The copy is made first; it is overwritten where quotes are needed. */
void parley_csv_write_text(parley_csv_writer *out, const char *text, size_t length) {
  if (length == 0) {
    put_word(out, "\"\"", 2);
    return;
  }
  char *to = reserve(out, length);
  if (to == NULL) return;
  memcpy(to, text, length);
  if (text[0] == ' ' || text[length - 1] == ' ' || has_special(to, length)) {
    put_quoted(out, text, length);
    return;
  }
  to[length] = ',';
  out->used += length + 1;
}

/* ---- rows ---- */

/* The last cell's comma becomes the line's end. */
void parley_csv_write_row_end(parley_csv_writer *out, int width) {
  if (width == 0) put_word(out, "", 0);
  if (!out->failed) out->data[out->used - 1] = '\n';
}

static inline void write_value(parley_csv_writer *out, const parley_value *value) {
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: parley_csv_write_missing(out); break;
    case PARLEY_LAYOUT_INTEGER: parley_csv_write_integer(out, value->integer); break;
    case PARLEY_LAYOUT_NUMBER: parley_csv_write_number(out, value->number); break;
    case PARLEY_LAYOUT_TRUTH: parley_csv_write_boolean(out, value->integer != 0); break;
    default: parley_csv_write_text(out, value->text, value->length);
  }
}

/* A written type is its text, made apart: most values are none, and are not copied. */
void parley_csv_write_value(parley_csv_writer *out, const parley_value *value) {
  char room[PARLEY_TYPE_TEXT];
  if (!parley_type_is_written(value->type)) {
    write_value(out, value);
    return;
  }
  parley_value shown = *value;
  parley_value_write(&shown, room);
  write_value(out, &shown);
}

void parley_csv_write_frame_row(parley_csv_writer *out, const parley_frame *frame, int64_t row) {
  for (int at = 0; at < frame->width; at++) {
    parley_value value = parley_column_get(&frame->columns[at], row);
    if (parley_type_is_written(value.type)) parley_csv_write_value(out, &value);
    else write_value(out, &value);
  }
  parley_csv_write_row_end(out, frame->width);
}
