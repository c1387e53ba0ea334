/*
** The messages of Arrow files are flatbuffers: tables whose fields may be left out, vectors and texts, each pointed to
** by how far ahead it lies. Here a message is written from its beginning on; what is pointed to comes later, and the
** pointer is set then.
**
** F1  Numbers are little-endian, whatever the machine is. A table begins where its widest field is aligned.
** F2  Out of memory, the message is `failed` for good, and what is written to it goes nowhere: whoever makes it asks
**     once, at its end.
*/
#ifndef PARLEY_FRAME_ARROW_FLAT_H
#define PARLEY_FRAME_ARROW_FLAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/* All zero but for its memory: empty. The caller frees `bytes`. */
typedef struct parley_arrow_flat {
  parley_memory *memory;
  parley_buffer bytes;
  size_t used;
  bool failed;
  parley_error err; /* why */
} parley_arrow_flat;

/* A field of a table, in the order of its schema: 1, 2, 4 or 8 bytes, or 0 where it is left out. A pointer has 4. */
typedef struct parley_arrow_slot {
  int size;
  int64_t value;
  size_t at; /* set: where it lies, for a pointer that is set later */
} parley_arrow_slot;

/* Begins a message anew; parley_arrow_flat_point(flat, 0, table) names its table. */
void parley_arrow_flat_begin(parley_arrow_flat *flat);

/* Each gives the place of what it adds. The elements of a vector, of `size` bytes each, are zero and begin 4 bytes
   behind that place; those of structures of 64-bit numbers are aligned to 8. */
size_t parley_arrow_flat_table(parley_arrow_flat *flat, parley_arrow_slot *slots, int count);
size_t parley_arrow_flat_vector(parley_arrow_flat *flat, int64_t count, size_t size);
size_t parley_arrow_flat_text(parley_arrow_flat *flat, const char *text, size_t length);

/* Sets a number of `size` bytes, and the pointer at a place. */
void parley_arrow_flat_set(parley_arrow_flat *flat, size_t at, int size, int64_t value);
void parley_arrow_flat_point(parley_arrow_flat *flat, size_t at, size_t to);

#endif
