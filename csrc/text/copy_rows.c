/* Grows by doubling; a field of fixed size asks for room once. */
#include "text/copy_rows.h"

#include <string.h>

#include "base/memory.h"

enum { FIXED = 12 /* most bytes of a field but a text's own */ };

static bool reserve(parley_copy_rows *rows, size_t size) {
  if (rows->used + size <= rows->room) return true;
  size_t room = (rows->used + size) * 2;
  char *bytes = parley_alloc(rows->bytes, room);
  rows->failed |= bytes == NULL;
  if (bytes == NULL) return false;
  rows->bytes = bytes;
  rows->room = room;
  return true;
}

/* The highest byte first, where there is room. */
static inline void put(parley_copy_rows *rows, uint64_t value, int size) {
  char *out = rows->bytes + rows->used;
  for (int i = 0; i < size; i++) out[i] = (char)(value >> (8 * (size - 1 - i)) & 0xff);
  rows->used += (size_t)size;
}

void parley_copy_rows_signature(parley_copy_rows *rows) {
  static const char signature[] = "PGCOPY\n\377\r\n"; /* and its zero */
  if (!reserve(rows, sizeof signature + 8)) return;
  memcpy(rows->bytes + rows->used, signature, sizeof signature);
  rows->used += sizeof signature;
  put(rows, 0, 8); /* no flags, no extension */
}

void parley_copy_rows_trailer(parley_copy_rows *rows) {
  if (reserve(rows, 2)) put(rows, 0xffff, 2);
}

void parley_copy_rows_begin(parley_copy_rows *rows, int fields) {
  if (reserve(rows, 2)) put(rows, (uint64_t)fields, 2);
}

static void add_text(parley_copy_rows *rows, const char *text, size_t length) {
  if (!reserve(rows, FIXED + length)) return;
  put(rows, length, 4);
  if (length > 0) memcpy(rows->bytes + rows->used, text, length);
  rows->used += length;
}

void parley_copy_rows_add(parley_copy_rows *rows, const parley_value *value) {
  uint64_t bits;
  parley_layout layout = parley_layout_of(value->type);
  if (parley_layout_is_coded(layout)) {
    add_text(rows, value->text, value->length);
    return;
  }
  if (!reserve(rows, FIXED)) return;
  switch (layout) {
    case PARLEY_LAYOUT_NONE: put(rows, (uint32_t)-1, 4); break;
    case PARLEY_LAYOUT_TRUTH:
      put(rows, 1, 4);
      put(rows, value->integer != 0, 1);
      break;
    case PARLEY_LAYOUT_NUMBER:
      memcpy(&bits, &value->number, sizeof bits);
      put(rows, 8, 4);
      put(rows, bits, 8);
      break;
    default:
      put(rows, 8, 4);
      put(rows, (uint64_t)value->integer, 8);
  }
}

void parley_copy_rows_repeat(parley_copy_rows *rows, const char *bytes, size_t length) {
  if (length == 0 || !reserve(rows, length)) return;
  memcpy(rows->bytes + rows->used, bytes, length);
  rows->used += length;
}

void parley_copy_rows_free(parley_copy_rows *rows) {
  parley_alloc(rows->bytes, 0);
  *rows = (parley_copy_rows){0};
}
