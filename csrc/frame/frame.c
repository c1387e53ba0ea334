/*
** Building a Frame is one pass: a value is looked at once, goes to the end of its column, and buffers double when
** full.
**
** A column that changes its type is built anew, at most twice in the usual order (integers, then numbers, then text),
** so that a pass stays linear.
*/
#include "frame/frame.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "frame/packing.h"
#include "value/edtf.h"
#include "value/shortest_number.h"

#define FIRST_ROOM 64 /* rows; one cache line of bytes, one word of a bitmap */

/* ---- rows of a column ---- */

/* The number of rows is bounded here, once for all ways of adding. */
static bool reserve_row(parley_memory *memory, parley_column *column, parley_error *err) {
  if (column->length < column->room) return true;
  if (column->length >= INT32_MAX) return parley_fail_key(err, "too_large.rows");
  return parley_column_reserve(memory, column, column->room == 0 ? FIRST_ROOM : column->room * 2, err);
}

/* Ends the adding of a value that is there. */
static void row_is_there(parley_column *column) {
  if (column->validity.data != NULL) parley_bit_set(column->validity.data, column->length);
  column->length++;
}

/* The first missing value of a column makes its bitmap, with a set bit for every value before. Whole bytes first,
   then the bits of the last one. */
static bool make_validity(parley_memory *memory, parley_column *column, parley_error *err) {
  if (!parley_buffer_resize_zeroed(memory, &column->validity, parley_bits_size(column->room), err)) return false;
  memset(column->validity.data, 0xff, (size_t)(column->length / 8));
  for (int64_t at = column->length / 8 * 8; at < column->length; at++) parley_bit_set(column->validity.data, at);
  return true;
}

/* The value under a missing row is 0 in every type, as sharing, packing and gathering rely on. Booleans are zeroed
   by the reserve. */
static bool add_null(parley_memory *memory, parley_column *column, parley_error *err) {
  if (!reserve_row(memory, column, err)) return false;
  if (column->validity.data == NULL && !make_validity(memory, column, err)) return false;
  size_t width = parley_column_size(column->type, 1);
  if (parley_column_layout(column) != PARLEY_LAYOUT_TRUTH && width > 0) {
    memset(column->values.data + (size_t)column->length * width, 0, width);
  }
  column->nulls++;
  column->length++;
  return true;
}

static int64_t *integers(const parley_column *column) { return (int64_t *)(void *)column->values.data; }

static double *numbers(const parley_column *column) { return (double *)(void *)column->values.data; }

static int32_t *codes(const parley_column *column) { return (int32_t *)(void *)column->values.data; }

/* ---- turning a column into another type ---- */

static bool add_integer(parley_memory *memory, parley_column *column, int64_t value, parley_error *err);
static bool add_number(parley_memory *memory, parley_column *column, double value, parley_error *err);
static bool add_boolean(parley_memory *memory, parley_column *column, bool value, parley_error *err);
static bool add_text(parley_memory *memory, parley_column *column, const char *text, size_t length, parley_error *err);

static bool add_integer_text(parley_memory *memory, parley_column *column, int64_t value, parley_error *err) {
  char text[PARLEY_NUMBER_TEXT_LENGTH];
  return add_text(memory, column, text, parley_number_text_integer(value, text), err);
}

static bool add_number_text(parley_memory *memory, parley_column *column, double value, parley_error *err) {
  char text[PARLEY_NUMBER_TEXT_LENGTH];
  return add_text(memory, column, text, parley_number_text_shortest(value, text), err);
}

static bool add_boolean_text(parley_memory *memory, parley_column *column, bool value, parley_error *err) {
  return value ? add_text(memory, column, "true", 4, err) : add_text(memory, column, "false", 5, err);
}

/* Whether number `row` of the column came as an integer. */
static bool was_whole(const parley_column *column, int64_t row) {
  return column->whole.data != NULL && parley_bit(column->whole.data, row);
}

/* Adds value `row` of the old column to the new one of another type. */
static bool carry_over(parley_memory *memory, const parley_column *old, int64_t row, parley_column *column,
                       parley_error *err) {
  char room[PARLEY_TYPE_TEXT];
  parley_value value = parley_column_get(old, row);
  parley_value_write(&value, room);
  switch (parley_layout_of(value.type)) {
    case PARLEY_LAYOUT_NONE: return add_null(memory, column, err);
    case PARLEY_LAYOUT_INTEGER: return add_integer(memory, column, value.integer, err);
    case PARLEY_LAYOUT_TRUTH:
      /* a declared boolean was 0 or 1 when it came */
      if (old->declared) return add_integer(memory, column, value.integer, err);
      return add_boolean(memory, column, value.integer != 0, err);
    case PARLEY_LAYOUT_NUMBER:
      if (was_whole(old, row)) return add_integer(memory, column, (int64_t)value.number, err);
      return add_number(memory, column, value.number, err);
    default: return add_text(memory, column, value.text, value.length, err);
  }
}

/* Rebuilds the column as `type`. Happens at most a few times in a column's life. The old column is whole until the
   new one is: a failure leaves what was. */
static bool column_become(parley_memory *memory, parley_column *column, parley_type type, parley_error *err) {
  parley_column fresh = {.name = column->name, .name_length = column->name_length, .type = type,
                         .dictionary = PARLEY_DICTIONARY_EMPTY};
  bool done = true;
  for (int64_t row = 0; done && row < column->length; row++) done = carry_over(memory, column, row, &fresh, err);
  if (!done) {
    parley_column_free(memory, &fresh);
    return false;
  }
  parley_column_free(memory, column);
  *column = fresh;
  return true;
}

/* 2^63 is the first double beyond every integer. Whether a double holds the integer without loss: below 2^53 all,
   beyond only some. */
static bool is_exact(int64_t value) {
  double number = (double)value;
  return number < 9223372036854775808.0 && (int64_t)number == value;
}

static bool all_exact(const parley_column *column) {
  for (int64_t row = 0; row < column->length; row++) {
    if (!is_exact(integers(column)[row])) return false;
  }
  return true;
}

/* What a column becomes that a value of `type` does not fit: one of a written type keeps its texts. */
static parley_type wider(const parley_column *column, parley_type type) {
  return parley_type_is_written(column->type) ? PARLEY_TEXT : type;
}

/* ---- adding ---- */

/* `whole` remembers which numbers came as integers, so that turning into text writes 1 and not 1.0 for them. */
static bool add_integer(parley_memory *memory, parley_column *column, int64_t value, parley_error *err) {
  switch (parley_column_layout(column)) {
    case PARLEY_LAYOUT_INTEGER:
      if (!reserve_row(memory, column, err)) return false;
      integers(column)[column->length] = value;
      row_is_there(column);
      return true;
    case PARLEY_LAYOUT_NUMBER:
      if (!is_exact(value)) return column_become(memory, column, PARLEY_TEXT, err) &&
                                   add_integer_text(memory, column, value, err);
      if (!reserve_row(memory, column, err)) return false;
      if (column->whole.data == NULL &&
          !parley_buffer_resize_zeroed(memory, &column->whole, parley_bits_size(column->room), err)) {
        return false;
      }
      parley_bit_set(column->whole.data, column->length);
      numbers(column)[column->length] = (double)value;
      row_is_there(column);
      return true;
    case PARLEY_LAYOUT_TRUTH:
      if (column->declared && (value == 0 || value == 1)) return add_boolean(memory, column, value == 1, err);
      return column_become(memory, column, column->declared ? PARLEY_INTEGER : PARLEY_TEXT, err) &&
             add_integer(memory, column, value, err);
    case PARLEY_LAYOUT_NONE:
      return column_become(memory, column, PARLEY_INTEGER, err) && add_integer(memory, column, value, err);
    default: return add_integer_text(memory, column, value, err);
  }
}

static bool add_number(parley_memory *memory, parley_column *column, double value, parley_error *err) {
  if (isnan(value)) return add_null(memory, column, err);
  value += 0.0; /* -0.0 becomes 0.0 */
  switch (parley_column_layout(column)) {
    case PARLEY_LAYOUT_NUMBER:
      if (!reserve_row(memory, column, err)) return false;
      numbers(column)[column->length] = value;
      row_is_there(column);
      return true;
    case PARLEY_LAYOUT_INTEGER:
      return column_become(memory, column, all_exact(column) ? wider(column, PARLEY_NUMBER) : PARLEY_TEXT, err) &&
             add_number(memory, column, value, err);
    case PARLEY_LAYOUT_TRUTH:
      return column_become(memory, column, column->declared ? PARLEY_NUMBER : PARLEY_TEXT, err) &&
             add_number(memory, column, value, err);
    case PARLEY_LAYOUT_NONE:
      return column_become(memory, column, PARLEY_NUMBER, err) && add_number(memory, column, value, err);
    default: return add_number_text(memory, column, value, err);
  }
}

static bool add_boolean(parley_memory *memory, parley_column *column, bool value, parley_error *err) {
  switch (parley_column_layout(column)) {
    case PARLEY_LAYOUT_TRUTH:
      if (!reserve_row(memory, column, err)) return false;
      if (value) parley_bit_set(column->values.data, column->length);
      row_is_there(column);
      return true;
    case PARLEY_LAYOUT_NONE:
      return column_become(memory, column, PARLEY_BOOLEAN, err) && add_boolean(memory, column, value, err);
    case PARLEY_LAYOUT_INTEGER:
    case PARLEY_LAYOUT_NUMBER:
      return column_become(memory, column, PARLEY_TEXT, err) && add_boolean_text(memory, column, value, err);
    default: return add_boolean_text(memory, column, value, err);
  }
}

/* A text that is not a date makes the column text. Dates are parsed once for each different text. A text that is none
   was appended to a dictionary that is then rebuilt. */
static bool add_date(parley_memory *memory, parley_column *column, const char *text, size_t length, parley_error *err) {
  parley_edtf date;
  parley_error unread;
  bool added;
  int32_t code;
  if (!reserve_row(memory, column, err)) return false;
  if (!parley_dictionary_code(memory, &column->dictionary, text, length, &code, &added, err)) return false;
  if (added && !parley_edtf_parse(text, length, &date, &unread)) {
    return column_become(memory, column, PARLEY_TEXT, err) && add_text(memory, column, text, length, err);
  }
  if (added && !parley_dictionary_add_days(memory, &column->dictionary, &date, err)) return false;
  codes(column)[column->length] = code;
  row_is_there(column);
  return true;
}

/* A text that a written type does not read makes the column text, as with dates. */
static bool add_written(parley_memory *memory, parley_column *column, const char *text, size_t length,
                        parley_error *err) {
  parley_value value = {.type = PARLEY_TEXT, .text = text, .length = length};
  if (!parley_value_read(&value, column->type)) {
    return column_become(memory, column, PARLEY_TEXT, err) && add_text(memory, column, text, length, err);
  }
  if (parley_layout_of(value.type) == PARLEY_LAYOUT_NUMBER) return add_number(memory, column, value.number, err);
  return add_integer(memory, column, value.integer, err);
}

static bool add_text(parley_memory *memory, parley_column *column, const char *text, size_t length, parley_error *err) {
  bool added;
  parley_layout layout = parley_column_layout(column);
  if (layout == PARLEY_LAYOUT_DATED) return add_date(memory, column, text, length, err);
  if (parley_type_is_written(column->type)) return add_written(memory, column, text, length, err);
  if (layout != PARLEY_LAYOUT_TEXT && !column_become(memory, column, PARLEY_TEXT, err)) return false;
  if (!reserve_row(memory, column, err)) return false;
  int32_t *code = &codes(column)[column->length];
  if (!parley_dictionary_code(memory, &column->dictionary, text, length, code, &added, err)) return false;
  row_is_there(column);
  return true;
}

bool parley_frame_add_null(parley_frame *frame, int at, parley_error *err) {
  return add_null(&frame->memory, &frame->columns[at], err);
}

bool parley_frame_add_integer(parley_frame *frame, int at, int64_t value, parley_error *err) {
  return add_integer(&frame->memory, &frame->columns[at], value, err);
}

bool parley_frame_add_number(parley_frame *frame, int at, double value, parley_error *err) {
  return add_number(&frame->memory, &frame->columns[at], value, err);
}

bool parley_frame_add_boolean(parley_frame *frame, int at, bool value, parley_error *err) {
  return add_boolean(&frame->memory, &frame->columns[at], value, err);
}

bool parley_frame_add_text(parley_frame *frame, int at, const char *text, size_t length, parley_error *err) {
  return add_text(&frame->memory, &frame->columns[at], text, length, err);
}

bool parley_frame_add_value(parley_frame *frame, int at, const parley_value *value, parley_error *err) {
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_NONE: return parley_frame_add_null(frame, at, err);
    case PARLEY_LAYOUT_INTEGER: return parley_frame_add_integer(frame, at, value->integer, err);
    case PARLEY_LAYOUT_NUMBER: return parley_frame_add_number(frame, at, value->number, err);
    case PARLEY_LAYOUT_TRUTH: return parley_frame_add_boolean(frame, at, value->integer != 0, err);
    default: return parley_frame_add_text(frame, at, value->text, value->length, err);
  }
}

/* ---- from empty to sealed ---- */

/* After a failure frame->columns is NULL and frame->width 0, so that freeing is safe. */
bool parley_frame_create(parley_frame *frame, int width, size_t limit, parley_error *err) {
  size_t size = (size_t)(width > 0 ? width : 1) * sizeof(parley_column);
  frame->memory.limit = limit;
  if (!parley_memory_take(&frame->memory, size, err)) return false;
  frame->columns = parley_alloc(NULL, size);
  if (frame->columns == NULL) return parley_no_memory(err);
  memset(frame->columns, 0, size);
  frame->width = width;
  for (int at = 0; at < width; at++) frame->columns[at].dictionary = PARLEY_DICTIONARY_EMPTY;
  return true;
}

bool parley_frame_name(parley_frame *frame, int at, const char *name, size_t length, parley_type type,
                       parley_error *err) {
  parley_column *column = &frame->columns[at];
  if (!parley_memory_take(&frame->memory, length + 1, err)) return false;
  column->name = parley_alloc(NULL, length + 1);
  if (column->name == NULL) return parley_no_memory(err);
  memcpy(column->name, name, length + 1);
  column->name_length = length;
  column->type = type;
  column->declared = type != PARLEY_ANY;
  return true;
}

/* A column without any value has no type yet and becomes text. */
bool parley_frame_finish(parley_frame *frame, parley_error *err) {
  frame->rows = frame->width > 0 ? frame->columns[0].length : 0;
  for (int at = 0; at < frame->width; at++) {
    parley_column *column = &frame->columns[at];
    if (column->length != frame->rows) {
      return parley_fail_with(err, "misuse.frame_uneven", "name=%s count=%lld other=%s rows=%lld", column->name,
                              (long long)column->length, frame->columns[0].name, (long long)frame->rows);
    }
    if (column->type == PARLEY_ANY && !column_become(&frame->memory, column, PARLEY_TEXT, err)) return false;
    if (!parley_column_seal(&frame->memory, column, err)) return false;
  }
  return true;
}

void parley_frame_free(parley_frame *frame) {
  for (int at = 0; at < frame->width; at++) {
    parley_column_free(&frame->memory, &frame->columns[at]);
    parley_alloc(frame->columns[at].name, 0);
  }
  parley_alloc(frame->columns, 0);
  memset(frame, 0, sizeof *frame);
}

/* ---- reading ---- */

/* Frames have tens of columns, and names are looked up once a query: no index. */
int parley_frame_find(const parley_frame *frame, const char *name, size_t length) {
  for (int at = 0; at < frame->width; at++) {
    const parley_column *column = &frame->columns[at];
    if (column->name_length == length && memcmp(column->name, name, length) == 0) return at;
  }
  return -1;
}
