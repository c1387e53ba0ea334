/* A table is its vtable (its size, the table's, and where each field lies), then how far back that is, then the
   fields, the widest first, so that each is aligned without gaps. */
#include "frame/arrow_flat.h"

#include <string.h>

/* Room for `size` bytes at an address that is `rest` modulo `align`; gives the address. What is new is zero. */
static size_t add(parley_arrow_flat *flat, size_t size, size_t align, size_t rest) {
  size_t at = flat->used;
  while (at % align != rest) at++;
  size_t used = at + size;
  if (flat->failed) return 0;
  if (used > flat->bytes.capacity &&
      !parley_buffer_resize_zeroed(flat->memory, &flat->bytes, used + used / 2 + 512, &flat->err)) {
    flat->failed = true;
    return 0;
  }
  flat->used = used;
  return at;
}

/* The pointer to the message's table comes first. */
void parley_arrow_flat_begin(parley_arrow_flat *flat) {
  if (flat->used > 0) memset(flat->bytes.data, 0, flat->used);
  flat->used = 0;
  add(flat, 4, 4, 0);
}

void parley_arrow_flat_set(parley_arrow_flat *flat, size_t at, int size, int64_t value) {
  uint64_t bits = (uint64_t)value;
  if (flat->failed) return;
  for (int i = 0; i < size; i++, bits >>= 8) flat->bytes.data[at + (size_t)i] = (unsigned char)bits;
}

void parley_arrow_flat_point(parley_arrow_flat *flat, size_t at, size_t to) {
  parley_arrow_flat_set(flat, at, 4, (int64_t)to - (int64_t)at);
}

/* The place of a table is 4 modulo 8: fields of 8 bytes then follow the 4 bytes at its beginning at once. */
size_t parley_arrow_flat_table(parley_arrow_flat *flat, parley_arrow_slot *slots, int count) {
  size_t size = 4, head = 4 + 2 * (size_t)count, vtable = add(flat, head, 4, 0);
  for (int i = 0; i < count; i++) size += (size_t)slots[i].size;
  size_t table = add(flat, size, 8, 4), at = table + 4;
  parley_arrow_flat_set(flat, vtable, 2, (int64_t)head);
  parley_arrow_flat_set(flat, vtable + 2, 2, (int64_t)size);
  parley_arrow_flat_set(flat, table, 4, (int64_t)table - (int64_t)vtable);
  for (int width = 8; width > 0; width /= 2) {
    for (int i = 0; i < count; i++) {
      if (slots[i].size != width) continue;
      slots[i].at = at;
      parley_arrow_flat_set(flat, vtable + 4 + 2 * (size_t)i, 2, (int64_t)(at - table));
      parley_arrow_flat_set(flat, at, width, slots[i].value);
      at += (size_t)width;
    }
  }
  return table;
}

size_t parley_arrow_flat_vector(parley_arrow_flat *flat, int64_t count, size_t size) {
  size_t align = size % 8 == 0 ? 8 : 4;
  size_t at = add(flat, 4 + (size_t)count * size, align, align - 4);
  parley_arrow_flat_set(flat, at, 4, count);
  return at;
}

/* A text is a vector of bytes with a zero behind it, which it does not count. */
size_t parley_arrow_flat_text(parley_arrow_flat *flat, const char *text, size_t length) {
  size_t at = add(flat, 4 + length + 1, 4, 0);
  parley_arrow_flat_set(flat, at, 4, (int64_t)length);
  if (!flat->failed && length > 0) memcpy(flat->bytes.data + at + 4, text, length);
  return at;
}
