/*
** Building a Frame is one pass: a value is looked at once, goes to the end of its column, and buffers double when
** full. Two things keep that cheap: text is coded by a hash of eight bytes at a time, and a dictionary in which
** almost every text is new stops looking texts up (the column then says `distinct = false`).
*/
#include "frame.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "edtf.h"

#define ALIGNMENT 64
#define FIRST_ROOM 64
#define FIRST_SLOTS 64u
/* From this many entries on, a dictionary that repeats less than every second value gives up looking. */
#define TRIAL_ENTRIES 32768

/* ---- memory ---- */

#ifdef PARLEY_TEST_ALLOC
long parley_alloc_countdown = 0;
#endif

void *parley_alloc(void *block, size_t size) {
#ifdef PARLEY_TEST_ALLOC
  if (size > 0 && parley_alloc_countdown > 0 && --parley_alloc_countdown == 0) return NULL;
#endif
  if (size > 0) return realloc(block, size);
  free(block);
  return NULL;
}

static unsigned char *aligned(void *block) {
  uintptr_t address = (uintptr_t)block;
  return (unsigned char *)block + (ALIGNMENT - address % ALIGNMENT) % ALIGNMENT;
}

static bool no_memory(parley_error *err) { return parley_fail(err, SQLITE_NOMEM, "out of memory"); }

/* Counts bytes against the limit of the Frame. */
static bool take(parley_frame *frame, size_t more, parley_error *err) {
  if (frame->limit > 0 && (more > frame->limit || frame->bytes > frame->limit - more)) {
    return parley_fail(err, SQLITE_FULL, "the result takes more than %zu bytes, the limit set by the host",
                       frame->limit);
  }
  frame->bytes += more;
  return true;
}

/* Gives the buffer a capacity of exactly `capacity` bytes (rounded up to 64), keeping what it holds. realloc moves a
   big block by remapping it, so this is cheaper than a fresh aligned block; the bytes follow if the alignment moved. */
static bool buffer_resize(parley_frame *frame, parley_buffer *buffer, size_t capacity, parley_error *err) {
  capacity = (capacity + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  size_t kept = capacity < buffer->capacity ? capacity : buffer->capacity;
  if (capacity > buffer->capacity && !take(frame, capacity - buffer->capacity, err)) return false;
  size_t offset = buffer->block == NULL ? 0 : (size_t)(buffer->data - (unsigned char *)buffer->block);
  void *block = parley_alloc(buffer->block, capacity + ALIGNMENT);
  if (block == NULL) {
    if (capacity > buffer->capacity) frame->bytes -= capacity - buffer->capacity;
    return no_memory(err);
  }
  unsigned char *data = aligned(block);
  if (kept > 0 && data != (unsigned char *)block + offset) memmove(data, (unsigned char *)block + offset, kept);
  if (capacity < buffer->capacity) frame->bytes -= buffer->capacity - capacity;
  *buffer = (parley_buffer){data, block, capacity};
  return true;
}

/* The same for bitmaps and the like: what is new is zero. */
static bool buffer_resize_zeroed(parley_frame *frame, parley_buffer *buffer, size_t capacity, parley_error *err) {
  size_t before = buffer->capacity;
  if (!buffer_resize(frame, buffer, capacity, err)) return false;
  if (buffer->capacity > before) memset(buffer->data + before, 0, buffer->capacity - before);
  return true;
}

/* Room for `size` bytes, by doubling. */
static bool buffer_reserve(parley_frame *frame, parley_buffer *buffer, size_t size, parley_error *err) {
  if (size <= buffer->capacity) return true;
  size_t doubled = buffer->capacity * 2;
  return buffer_resize(frame, buffer, size > doubled ? size : doubled, err);
}

static void buffer_free(parley_frame *frame, parley_buffer *buffer) {
  parley_alloc(buffer->block, 0);
  frame->bytes -= buffer->capacity;
  *buffer = (parley_buffer){0};
}

/* ---- bits ---- */

static bool bit_get(const unsigned char *bits, int64_t at) { return (bits[at >> 3] >> (at & 7)) & 1; }

static void bit_set(unsigned char *bits, int64_t at) { bits[at >> 3] |= (unsigned char)(1u << (at & 7)); }

static size_t bits_size(int64_t count) { return ((size_t)count + 7) / 8; }

/* ---- rows of a column ---- */

static bool has_text(parley_type type) { return type == PARLEY_TEXT || type == PARLEY_DATE; }

/* Bytes of `values` for so many rows. */
static size_t values_size(parley_type type, int64_t rows) {
  switch (type) {
    case PARLEY_INTEGER:
    case PARLEY_NUMBER: return (size_t)rows * 8;
    case PARLEY_BOOLEAN: return bits_size(rows);
    case PARLEY_DATE:
    case PARLEY_TEXT: return (size_t)rows * 4;
    default: return 0;
  }
}

static bool resize_rows(parley_frame *frame, parley_column *column, int64_t room, parley_error *err) {
  size_t size = values_size(column->type, room), bits = bits_size(room);
  bool flags = column->type == PARLEY_BOOLEAN;
  if (size > 0 && !(flags ? buffer_resize_zeroed : buffer_resize)(frame, &column->values, size, err)) return false;
  if (column->type == PARLEY_DATE) {
    if (!buffer_resize(frame, &column->start, size, err) || !buffer_resize(frame, &column->stop, size, err)) {
      return false;
    }
  }
  if (column->validity.data != NULL && !buffer_resize_zeroed(frame, &column->validity, bits, err)) return false;
  if (column->whole.data != NULL && !buffer_resize_zeroed(frame, &column->whole, bits, err)) return false;
  column->room = room;
  return true;
}

static bool reserve_row(parley_frame *frame, parley_column *column, parley_error *err) {
  if (column->length < column->room) return true;
  if (column->length >= INT32_MAX) return parley_fail(err, SQLITE_TOOBIG, "more rows than a Frame can hold");
  return resize_rows(frame, column, column->room == 0 ? FIRST_ROOM : column->room * 2, err);
}

/* Ends the adding of a value that is there. */
static void row_is_there(parley_column *column) {
  if (column->validity.data != NULL) bit_set(column->validity.data, column->length);
  column->length++;
}

/* The first missing value of a column makes its bitmap, with a set bit for every value before. */
static bool make_validity(parley_frame *frame, parley_column *column, parley_error *err) {
  if (!buffer_resize_zeroed(frame, &column->validity, bits_size(column->room), err)) return false;
  memset(column->validity.data, 0xff, (size_t)(column->length / 8));
  for (int64_t at = column->length / 8 * 8; at < column->length; at++) bit_set(column->validity.data, at);
  return true;
}

static bool add_null(parley_frame *frame, parley_column *column, parley_error *err) {
  if (!reserve_row(frame, column, err)) return false;
  if (column->validity.data == NULL && !make_validity(frame, column, err)) return false;
  size_t width = values_size(column->type, 1);
  if (column->type != PARLEY_BOOLEAN && width > 0) {
    memset(column->values.data + (size_t)column->length * width, 0, width);
  }
  if (column->type == PARLEY_DATE) {
    ((int32_t *)(void *)column->start.data)[column->length] = 0;
    ((int32_t *)(void *)column->stop.data)[column->length] = 0;
  }
  column->nulls++;
  column->length++;
  return true;
}

static int64_t *integers(const parley_column *column) { return (int64_t *)(void *)column->values.data; }

static double *numbers(const parley_column *column) { return (double *)(void *)column->values.data; }

static int32_t *codes(const parley_column *column) { return (int32_t *)(void *)column->values.data; }

static int64_t *offsets(const parley_column *column) { return (int64_t *)(void *)column->offsets.data; }

/* ---- dictionary ---- */

/* Open addressing over a power of two; a slot is empty when its code is -1. */
typedef struct slot {
  uint32_t hash;
  int32_t code;
} slot;

struct parley_index {
  uint32_t slots; /* a power of two */
  slot slot[];
};

/* Multiply and fold: every input bit reaches every output bit in one multiplication of 64 by 64 bits. */
static uint64_t mix(uint64_t a, uint64_t b) {
#ifdef __SIZEOF_INT128__
  __extension__ typedef unsigned __int128 wide;
  wide product = (wide)a * b;
  return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
  uint64_t product = a * b;
  return product ^ (product >> 29) ^ (b * (a >> 32));
#endif
}

static uint64_t load64(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return word;
}

static uint32_t hash_text(const char *text, size_t length) {
  const uint64_t odd = 0x9e3779b97f4a7c15u, odder = 0xd1342543de82ef95u;
  uint64_t hash = (uint64_t)length * odd, last = 0;
  for (; length > 8; text += 8, length -= 8) hash = mix(hash ^ load64(text), odd);
  memcpy(&last, text, length);
  hash = mix(hash ^ last, odder);
  return (uint32_t)(hash ^ (hash >> 32));
}

static size_t index_size(uint32_t slots) { return sizeof(parley_index) + slots * sizeof(slot); }

static void index_free(parley_frame *frame, parley_column *column) {
  if (column->index == NULL) return;
  frame->bytes -= index_size(column->index->slots);
  parley_alloc(column->index, 0);
  column->index = NULL;
}

/* Twice the slots; the hashes are kept, so no text is looked at again. */
static bool index_grow(parley_frame *frame, parley_column *column, parley_error *err) {
  parley_index *old = column->index;
  uint32_t slots = old == NULL ? FIRST_SLOTS : old->slots * 2;
  if (!take(frame, index_size(slots), err)) return false;
  parley_index *grown = parley_alloc(NULL, index_size(slots));
  if (grown == NULL) {
    frame->bytes -= index_size(slots);
    return no_memory(err);
  }
  grown->slots = slots;
  memset(grown->slot, 0xff, slots * sizeof(slot));
  for (uint32_t i = 0; old != NULL && i < old->slots; i++) {
    if (old->slot[i].code < 0) continue;
    uint32_t at = old->slot[i].hash & (slots - 1);
    while (grown->slot[at].code >= 0) at = (at + 1) & (slots - 1);
    grown->slot[at] = old->slot[i];
  }
  index_free(frame, column);
  column->index = grown;
  return true;
}

static bool same_text(const parley_column *column, int32_t code, const char *text, size_t length) {
  int64_t from = offsets(column)[code], to = offsets(column)[code + 1];
  return (size_t)(to - from) == length && memcmp(column->bytes.data + from, text, length) == 0;
}

/* The slot of the text, or the empty one where it belongs. */
static slot *index_find(const parley_column *column, const char *text, size_t length, uint32_t hash) {
  uint32_t mask = column->index->slots - 1, at = hash & mask;
  slot *found = &column->index->slot[at];
  while (found->code >= 0 && !(found->hash == hash && same_text(column, found->code, text, length))) {
    at = (at + 1) & mask;
    found = &column->index->slot[at];
  }
  return found;
}

static bool dictionary_append(parley_frame *frame, parley_column *column, const char *text, size_t length,
                              parley_error *err) {
  size_t entries = (size_t)column->entries;
  if (!buffer_reserve(frame, &column->offsets, (entries + 2) * sizeof(int64_t), err)) return false;
  int64_t *offset = offsets(column);
  if (entries == 0) offset[0] = 0;
  if (!buffer_reserve(frame, &column->bytes, (size_t)offset[entries] + length + 1, err)) return false;
  if (length > 0) memcpy(column->bytes.data + offset[entries], text, length);
  offset[entries + 1] = offset[entries] + (int64_t)length;
  column->entries++;
  return true;
}

/* The index is at most half full. Where it would have to grow for texts that hardly repeat, it is dropped. */
static bool index_make_room(parley_frame *frame, parley_column *column, parley_error *err) {
  if (column->index != NULL && (uint32_t)column->entries < column->index->slots / 2) return true;
  if (column->entries >= TRIAL_ENTRIES && column->entries > (column->length - column->nulls) / 2) {
    index_free(frame, column);
    column->distinct = false;
    return true;
  }
  return index_grow(frame, column, err);
}

/* Code of the text in *code, a new one when the dictionary does not have it (then *added is true). */
static bool dictionary_code(parley_frame *frame, parley_column *column, const char *text, size_t length,
                            int32_t *code, bool *added, parley_error *err) {
  *added = true;
  *code = column->entries;
  if (!column->distinct) return dictionary_append(frame, column, text, length, err);
  if (!index_make_room(frame, column, err)) return false;
  if (!column->distinct) return dictionary_append(frame, column, text, length, err);
  uint32_t hash = hash_text(text, length);
  slot *found = index_find(column, text, length, hash);
  if (found->code >= 0) {
    *added = false;
    *code = found->code;
    return true;
  }
  if (!dictionary_append(frame, column, text, length, err)) return false;
  *found = (slot){hash, *code};
  return true;
}

/* ---- turning a column into another type ---- */

static bool add_integer(parley_frame *frame, parley_column *column, int64_t value, parley_error *err);
static bool add_number(parley_frame *frame, parley_column *column, double value, parley_error *err);
static bool add_boolean(parley_frame *frame, parley_column *column, bool value, parley_error *err);
static bool add_text(parley_frame *frame, parley_column *column, const char *text, size_t length, parley_error *err);

static void column_free(parley_frame *frame, parley_column *column) {
  index_free(frame, column);
  buffer_free(frame, &column->validity);
  buffer_free(frame, &column->values);
  buffer_free(frame, &column->start);
  buffer_free(frame, &column->stop);
  buffer_free(frame, &column->whole);
  buffer_free(frame, &column->days);
  buffer_free(frame, &column->offsets);
  buffer_free(frame, &column->bytes);
}

/* Shortest decimal text that reads back as the same number; a point shows that it is no integer. */
static void number_text(double value, char out[40]) {
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(out, 40, "%.*g", digits, value);
    if (strtod(out, NULL) == value) break;
  }
  if (out[strspn(out, "-0123456789")] == '\0') strcat(out, ".0");
  /* the host's locale may write a comma */
  size_t odd = strspn(out, "-+0123456789.einfa");
  if (out[odd] != '\0') out[odd] = '.';
}

static bool add_integer_text(parley_frame *frame, parley_column *column, int64_t value, parley_error *err) {
  char text[24];
  int length = snprintf(text, sizeof text, "%lld", (long long)value);
  return add_text(frame, column, text, (size_t)length, err);
}

static bool add_number_text(parley_frame *frame, parley_column *column, double value, parley_error *err) {
  char text[40];
  number_text(value, text);
  return add_text(frame, column, text, strlen(text), err);
}

static bool add_boolean_text(parley_frame *frame, parley_column *column, bool value, parley_error *err) {
  return value ? add_text(frame, column, "true", 4, err) : add_text(frame, column, "false", 5, err);
}

/* Whether number `row` of the column came as an integer. */
static bool was_whole(const parley_column *column, int64_t row) {
  return column->whole.data != NULL && bit_get(column->whole.data, row);
}

/* Adds value `row` of the old column to the new one of another type. */
static bool carry_over(parley_frame *frame, const parley_column *old, int64_t row, parley_column *column,
                       parley_error *err) {
  parley_value value = parley_column_get(old, row);
  switch (value.type) {
    case PARLEY_ANY: return add_null(frame, column, err);
    case PARLEY_INTEGER: return add_integer(frame, column, value.integer, err);
    case PARLEY_BOOLEAN:
      /* a declared boolean was 0 or 1 when it came */
      if (old->declared) return add_integer(frame, column, value.integer, err);
      return add_boolean(frame, column, value.integer != 0, err);
    case PARLEY_NUMBER:
      if (was_whole(old, row)) return add_integer(frame, column, (int64_t)value.number, err);
      return add_number(frame, column, value.number, err);
    default: return add_text(frame, column, value.text, value.length, err);
  }
}

/* Rebuilds the column as `type`. Happens at most a few times in a column's life. */
static bool column_become(parley_frame *frame, parley_column *column, parley_type type, parley_error *err) {
  parley_column fresh = {.name = column->name, .name_length = column->name_length, .type = type, .distinct = true};
  bool done = true;
  for (int64_t row = 0; done && row < column->length; row++) done = carry_over(frame, column, row, &fresh, err);
  if (!done) {
    column_free(frame, &fresh);
    return false;
  }
  column_free(frame, column);
  *column = fresh;
  return true;
}

/* 2^63 is the first double beyond every integer. */
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

/* ---- adding ---- */

static bool add_integer(parley_frame *frame, parley_column *column, int64_t value, parley_error *err) {
  switch (column->type) {
    case PARLEY_INTEGER:
      if (!reserve_row(frame, column, err)) return false;
      integers(column)[column->length] = value;
      row_is_there(column);
      return true;
    case PARLEY_NUMBER:
      if (!is_exact(value)) return column_become(frame, column, PARLEY_TEXT, err) &&
                                   add_integer_text(frame, column, value, err);
      if (!reserve_row(frame, column, err)) return false;
      if (column->whole.data == NULL && !buffer_resize_zeroed(frame, &column->whole, bits_size(column->room), err)) {
        return false;
      }
      bit_set(column->whole.data, column->length);
      numbers(column)[column->length] = (double)value;
      row_is_there(column);
      return true;
    case PARLEY_BOOLEAN:
      if (column->declared && (value == 0 || value == 1)) return add_boolean(frame, column, value == 1, err);
      return column_become(frame, column, column->declared ? PARLEY_INTEGER : PARLEY_TEXT, err) &&
             add_integer(frame, column, value, err);
    case PARLEY_ANY:
      return column_become(frame, column, PARLEY_INTEGER, err) && add_integer(frame, column, value, err);
    default: return add_integer_text(frame, column, value, err);
  }
}

static bool add_number(parley_frame *frame, parley_column *column, double value, parley_error *err) {
  switch (column->type) {
    case PARLEY_NUMBER:
      if (!reserve_row(frame, column, err)) return false;
      numbers(column)[column->length] = value;
      row_is_there(column);
      return true;
    case PARLEY_INTEGER:
      return column_become(frame, column, all_exact(column) ? PARLEY_NUMBER : PARLEY_TEXT, err) &&
             add_number(frame, column, value, err);
    case PARLEY_BOOLEAN:
      return column_become(frame, column, column->declared ? PARLEY_NUMBER : PARLEY_TEXT, err) &&
             add_number(frame, column, value, err);
    case PARLEY_ANY:
      return column_become(frame, column, PARLEY_NUMBER, err) && add_number(frame, column, value, err);
    default: return add_number_text(frame, column, value, err);
  }
}

static bool add_boolean(parley_frame *frame, parley_column *column, bool value, parley_error *err) {
  switch (column->type) {
    case PARLEY_BOOLEAN:
      if (!reserve_row(frame, column, err)) return false;
      if (value) bit_set(column->values.data, column->length);
      row_is_there(column);
      return true;
    case PARLEY_ANY:
      return column_become(frame, column, PARLEY_BOOLEAN, err) && add_boolean(frame, column, value, err);
    case PARLEY_INTEGER:
    case PARLEY_NUMBER:
      return column_become(frame, column, PARLEY_TEXT, err) && add_boolean_text(frame, column, value, err);
    default: return add_boolean_text(frame, column, value, err);
  }
}

/* Days of the dictionary's newest text, kept beside the dictionary for the rows that repeat it. */
static bool add_days(parley_frame *frame, parley_column *column, const parley_edtf *date, parley_error *err) {
  size_t count = (size_t)column->entries * 2;
  if (!buffer_reserve(frame, &column->days, count * sizeof(int32_t), err)) return false;
  int32_t *days = (int32_t *)(void *)column->days.data;
  days[count - 2] = date->start;
  days[count - 1] = date->stop;
  return true;
}

/* A text that is no date makes the column text. */
static bool add_date(parley_frame *frame, parley_column *column, const char *text, size_t length, parley_error *err) {
  parley_edtf date;
  parley_error unread;
  bool added;
  int32_t code;
  if (!reserve_row(frame, column, err)) return false;
  if (!dictionary_code(frame, column, text, length, &code, &added, err)) return false;
  if (added && !parley_edtf_parse(text, length, &date, &unread)) {
    return column_become(frame, column, PARLEY_TEXT, err) && add_text(frame, column, text, length, err);
  }
  if (added && !add_days(frame, column, &date, err)) return false;
  const int32_t *days = (const int32_t *)(const void *)column->days.data;
  codes(column)[column->length] = code;
  ((int32_t *)(void *)column->start.data)[column->length] = days[(size_t)code * 2];
  ((int32_t *)(void *)column->stop.data)[column->length] = days[(size_t)code * 2 + 1];
  row_is_there(column);
  return true;
}

static bool add_text(parley_frame *frame, parley_column *column, const char *text, size_t length, parley_error *err) {
  bool added;
  if (column->type == PARLEY_DATE) return add_date(frame, column, text, length, err);
  if (column->type != PARLEY_TEXT && !column_become(frame, column, PARLEY_TEXT, err)) return false;
  if (!reserve_row(frame, column, err)) return false;
  if (!dictionary_code(frame, column, text, length, &codes(column)[column->length], &added, err)) return false;
  row_is_there(column);
  return true;
}

bool parley_frame_add_null(parley_frame *frame, int at, parley_error *err) {
  return add_null(frame, &frame->columns[at], err);
}

bool parley_frame_add_integer(parley_frame *frame, int at, int64_t value, parley_error *err) {
  return add_integer(frame, &frame->columns[at], value, err);
}

bool parley_frame_add_number(parley_frame *frame, int at, double value, parley_error *err) {
  return add_number(frame, &frame->columns[at], value, err);
}

bool parley_frame_add_boolean(parley_frame *frame, int at, bool value, parley_error *err) {
  return add_boolean(frame, &frame->columns[at], value, err);
}

bool parley_frame_add_text(parley_frame *frame, int at, const char *text, size_t length, parley_error *err) {
  return add_text(frame, &frame->columns[at], text, length, err);
}

static bool add_sql_text(parley_frame *frame, parley_column *column, sqlite3_value *value, parley_error *err) {
  const void *text = sqlite3_value_text(value);
  if (text == NULL) return no_memory(err);
  return add_text(frame, column, text, (size_t)sqlite3_value_bytes(value), err);
}

static bool add_sql_blob(parley_frame *frame, parley_column *column, sqlite3_value *value, parley_error *err) {
  const void *bytes = sqlite3_value_blob(value); /* NULL for an empty one */
  if (bytes == NULL) return add_text(frame, column, "", 0, err);
  return add_text(frame, column, bytes, (size_t)sqlite3_value_bytes(value), err);
}

bool parley_frame_add_row(parley_frame *frame, sqlite3_stmt *stmt, parley_error *err) {
  bool done = true;
  for (int at = 0; done && at < frame->width; at++) {
    parley_column *column = &frame->columns[at];
    sqlite3_value *value = sqlite3_column_value(stmt, at);
    switch (sqlite3_value_type(value)) {
      case SQLITE_INTEGER: done = add_integer(frame, column, sqlite3_value_int64(value), err); break;
      case SQLITE_FLOAT: done = add_number(frame, column, sqlite3_value_double(value), err); break;
      case SQLITE_TEXT: done = add_sql_text(frame, column, value, err); break;
      case SQLITE_BLOB: done = add_sql_blob(frame, column, value, err); break;
      default: done = add_null(frame, column, err);
    }
  }
  return done;
}

/* ---- from empty to sealed ---- */

bool parley_frame_create(parley_frame *frame, int width, size_t limit, parley_error *err) {
  size_t size = (size_t)(width > 0 ? width : 1) * sizeof(parley_column);
  frame->limit = limit;
  if (!take(frame, size, err)) return false;
  frame->columns = parley_alloc(NULL, size);
  if (frame->columns == NULL) return no_memory(err);
  memset(frame->columns, 0, size);
  frame->width = width;
  for (int at = 0; at < width; at++) frame->columns[at].distinct = true;
  return true;
}

bool parley_frame_name(parley_frame *frame, int at, const char *name, size_t length, parley_type type,
                       parley_error *err) {
  parley_column *column = &frame->columns[at];
  if (!take(frame, length + 1, err)) return false;
  column->name = parley_alloc(NULL, length + 1);
  if (column->name == NULL) return no_memory(err);
  memcpy(column->name, name, length + 1);
  column->name_length = length;
  column->type = type;
  column->declared = type != PARLEY_ANY;
  return true;
}

/* Gives back the room that doubling took too much, where it is worth a call. */
static bool trim(parley_frame *frame, parley_buffer *buffer, size_t size, parley_error *err) {
  if (buffer->data == NULL || buffer->capacity - size < 4096) return true;
  return buffer_resize(frame, buffer, size > 0 ? size : 1, err);
}

static bool trim_column(parley_frame *frame, parley_column *column, parley_error *err) {
  size_t values = values_size(column->type, column->length), bits = bits_size(column->length);
  size_t entries = (size_t)column->entries;
  if (!trim(frame, &column->values, values, err) || !trim(frame, &column->validity, bits, err)) return false;
  if (!trim(frame, &column->start, values, err) || !trim(frame, &column->stop, values, err)) return false;
  if (!has_text(column->type)) return true;
  return trim(frame, &column->offsets, (entries + 1) * sizeof(int64_t), err) &&
         trim(frame, &column->bytes, (size_t)offsets(column)[entries] + 1, err);
}

static bool column_finish(parley_frame *frame, parley_column *column, parley_error *err) {
  if (column->type == PARLEY_ANY && !column_become(frame, column, PARLEY_TEXT, err)) return false;
  if (has_text(column->type) && column->entries == 0) { /* an empty dictionary still has its first offset */
    if (!buffer_reserve(frame, &column->offsets, sizeof(int64_t), err)) return false;
    if (!buffer_reserve(frame, &column->bytes, 1, err)) return false;
    offsets(column)[0] = 0;
  }
  index_free(frame, column);
  buffer_free(frame, &column->whole);
  buffer_free(frame, &column->days);
  return trim_column(frame, column, err);
}

bool parley_frame_finish(parley_frame *frame, parley_error *err) {
  frame->rows = frame->width > 0 ? frame->columns[0].length : 0;
  for (int at = 0; at < frame->width; at++) {
    if (frame->columns[at].length != frame->rows) {
      return parley_fail(err, SQLITE_MISUSE, "column '%.100s' has %lld values where '%.100s' has %lld",
                         frame->columns[at].name, (long long)frame->columns[at].length, frame->columns[0].name,
                         (long long)frame->rows);
    }
    if (!column_finish(frame, &frame->columns[at], err)) return false;
  }
  return true;
}

void parley_frame_free(parley_frame *frame) {
  for (int at = 0; at < frame->width; at++) {
    column_free(frame, &frame->columns[at]);
    parley_alloc(frame->columns[at].name, 0);
  }
  parley_alloc(frame->columns, 0);
  memset(frame, 0, sizeof *frame);
}

/* ---- reading ---- */

parley_value parley_column_get(const parley_column *column, int64_t row) {
  parley_value value = {.type = column->type};
  if (column->validity.data != NULL && !bit_get(column->validity.data, row)) value.type = PARLEY_ANY;
  switch (value.type) {
    case PARLEY_ANY: break;
    case PARLEY_INTEGER: value.integer = integers(column)[row]; break;
    case PARLEY_NUMBER: value.number = numbers(column)[row]; break;
    case PARLEY_BOOLEAN: value.integer = bit_get(column->values.data, row); break;
    default: {
      int32_t code = codes(column)[row];
      int64_t from = offsets(column)[code];
      value.text = (const char *)column->bytes.data + from;
      value.length = (size_t)(offsets(column)[code + 1] - from);
    }
  }
  return value;
}

int parley_frame_find(const parley_frame *frame, const char *name, size_t length) {
  for (int at = 0; at < frame->width; at++) {
    const parley_column *column = &frame->columns[at];
    if (column->name_length == length && memcmp(column->name, name, length) == 0) return at;
  }
  return -1;
}

const char *parley_type_name(parley_type type) {
  static const char *const names[] = {"any", "integer", "number", "boolean", "date", "text"};
  return names[type];
}
