/*
** A text is copied before it is looked at: in our own buffer the search for what needs quotes may read whole blocks,
** beyond the end of the text, and most texts need none.
*/
#include "text/csv_writer.h"

#include <string.h>

#include "base/byte_scan.h"
#include "frame/packing.h"
#include "value/shortest_number.h"

enum { FIRST_ROOM = 1 << 16 };

/* Room for the longest of the short cells, its delimiter, and a block of the search. */
enum { SLACK = PARLEY_SCAN_BLOCK + PARLEY_NUMBER_TEXT_LENGTH };

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

/* SLACK has room for the delimiter. */
static void put_word(parley_csv_writer *out, const char *word, size_t length) {
  char *to = reserve(out, length);
  if (to == NULL) return;
  memcpy(to, word, length);
  to[length] = out->style.delimiter;
  out->used += length + 1;
}

void parley_csv_writer_free(parley_csv_writer *out) {
  parley_alloc(out->data, 0);
  *out = (parley_csv_writer){.style = out->style};
}

/* ---- numbers ---- */

void parley_csv_write_integer(parley_csv_writer *out, int64_t value) {
  char *to = reserve(out, 0);
  if (to == NULL) return;
  size_t length = parley_number_text_integer(value, to);
  to[length] = out->style.delimiter;
  out->used += length + 1;
}

void parley_csv_write_number(parley_csv_writer *out, double value) {
  char *to = reserve(out, 0);
  if (to == NULL) return;
  size_t length = parley_number_text_shortest(value, to);
  to[length] = out->style.delimiter;
  out->used += length + 1;
}

/* ---- words and texts ---- */

void parley_csv_write_missing(parley_csv_writer *out) { put_word(out, "", 0); }

static void write_boolean(parley_csv_writer *out, bool value) {
  put_word(out, value ? "true" : "false", value ? 4 : 5);
}

/* Whether a text in the buffer, with a block's room after it, holds a byte of a set. Reads up to a block beyond the
   text, within the buffer; the mask takes those bits off. */
PARLEY_SCAN_INLINE bool has_any(const char *text, size_t length, parley_scan_set special) {
  for (; length >= PARLEY_SCAN_BLOCK; text += PARLEY_SCAN_BLOCK, length -= PARLEY_SCAN_BLOCK) {
    if (parley_scan(text, special).found != 0) return true;
  }
  return (parley_scan(text, special).found & (((uint64_t)1 << length) - 1)) != 0;
}

/* With the comma the set is one of constants: nearly every file. */
static bool needs_quotes(const char *text, size_t length, char delimiter) {
  static const parley_scan_set with_comma = {{',', '"', '\n', '\r'}};
  if (delimiter == ',') return has_any(text, length, with_comma);
  return has_any(text, length, (parley_scan_set){{(unsigned char)delimiter, '"', '\n', '\r'}});
}

/* Each quote in the text twice, and one around it. Twice the length, two and the apostrophe (W3) is the most. */
static void put_quoted(parley_csv_writer *out, const char *text, size_t length, bool apostrophe) {
  if (length > SIZE_MAX / 8) out->failed = true;
  char *to = reserve(out, 2 * length + 3);
  if (to == NULL) return;
  char *start = to;
  *to++ = '"';
  if (apostrophe) *to++ = '\'';
  for (const char *end = text + length; text < end;) {
    const char *quote = memchr(text, '"', (size_t)(end - text));
    size_t part = (size_t)((quote == NULL ? end : quote + 1) - text);
    memcpy(to, text, part);
    to += part;
    text += part;
    if (quote != NULL) *to++ = '"';
  }
  *to++ = '"';
  *to++ = out->style.delimiter;
  out->used += (size_t)(to - start);
}

/* W3, as it is with an apostrophe: what begins the text is no blank. */
static void write_formula(parley_csv_writer *out, const char *text, size_t length) {
  char *to = reserve(out, length + 1);
  if (to == NULL) return;
  to[0] = '\'';
  memcpy(to + 1, text, length);
  if (text[length - 1] == ' ' || needs_quotes(to, length + 1, out->style.delimiter)) {
    put_quoted(out, text, length, true);
    return;
  }
  to[length + 1] = out->style.delimiter;
  out->used += length + 2;
}

static bool is_formula(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    switch (text[i]) {
      case '=':
      case '+':
      case '-':
      case '@':
      case '\t':
      case '\r': return true;
      case ' ':
      case '\n':
      case '\v':
      case '\f':
      case '\0': break;
      default: return false;
    }
  }
  return false;
}

/* The copy is made first; it is overwritten where quotes are needed. */
void parley_csv_write_text(parley_csv_writer *out, const char *text, size_t length) {
  if (length == 0) {
    put_word(out, "\"\"", 2);
    return;
  }
  if (out->style.formulas_texts && is_formula(text, length)) {
    write_formula(out, text, length);
    return;
  }
  char *to = reserve(out, length);
  if (to == NULL) return;
  memcpy(to, text, length);
  if (text[0] == ' ' || text[length - 1] == ' ' || needs_quotes(to, length, out->style.delimiter)) {
    put_quoted(out, text, length, false);
    return;
  }
  to[length] = out->style.delimiter;
  out->used += length + 1;
}

/* ---- rows ---- */

/* The last cell's delimiter becomes the line's end; for CR LF there is room for one byte more. */
void parley_csv_write_row_end(parley_csv_writer *out, int width) {
  if (width == 0) put_word(out, "", 0);
  char *to = reserve(out, 1);
  if (to == NULL) return;
  to[-1] = out->style.crlf ? '\r' : '\n';
  if (out->style.crlf) *to = '\n', out->used++;
}

static inline void write_value(parley_csv_writer *out, const parley_value *value) {
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: parley_csv_write_missing(out); break;
    case PARLEY_LAYOUT_INTEGER: parley_csv_write_integer(out, value->integer); break;
    case PARLEY_LAYOUT_NUMBER: parley_csv_write_number(out, value->number); break;
    case PARLEY_LAYOUT_TRUTH: write_boolean(out, value->integer != 0); break;
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
