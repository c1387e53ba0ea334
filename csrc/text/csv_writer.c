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

/* Room for the longest of the short cells, its comma, and a block of the search. */
enum { SLACK = PARLEY_SCAN_BLOCK + PARLEY_NUMBER_TEXT_LENGTH };

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

/* ---- numbers ---- */

void parley_csv_write_integer(parley_csv_writer *out, int64_t value) {
  char *to = reserve(out, 0);
  if (to == NULL) return;
  size_t length = parley_number_text_integer(value, to);
  to[length] = ',';
  out->used += length + 1;
}

void parley_csv_write_number(parley_csv_writer *out, double value) {
  char *to = reserve(out, 0);
  if (to == NULL) return;
  size_t length = parley_number_text_shortest(value, to);
  to[length] = ',';
  out->used += length + 1;
}

/* ---- words and texts ---- */

void parley_csv_write_missing(parley_csv_writer *out) { put_word(out, "", 0); }

static void write_boolean(parley_csv_writer *out, bool value) {
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
