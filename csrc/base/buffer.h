/*
** Buffers in the layout of Apache Arrow (aligned to 64 bytes, bitmaps with the least bit first) that sealed columns can
** share.
**
** Threads: a share may be freed on any; all else belongs to the calling one.
*/
#ifndef PARLEY_BASE_BUFFER_H
#define PARLEY_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/memory.h"

typedef struct parley_buffer {
  unsigned char *data; /* aligned to 64 bytes; NULL while the buffer is empty */
  void *block;         /* what the allocator gave, with a count of those who share it in front */
  size_t capacity; /* bytes from `data` on, a multiple of 64; also what is counted */
  bool borrowed;       /* a share in another's bytes: not counted, and not to be resized */
} parley_buffer;

/* Gives the buffer a capacity of `capacity` bytes (rounded up to 64), keeping what it holds. */
bool parley_buffer_resize(parley_memory *memory, parley_buffer *buffer, size_t capacity, parley_error *err);

/* The same for bitmaps and the like: what is new is zero. */
bool parley_buffer_resize_zeroed(parley_memory *memory, parley_buffer *buffer, size_t capacity, parley_error *err);

/* Room for `size` bytes, by doubling. */
bool parley_buffer_reserve(parley_memory *memory, parley_buffer *buffer, size_t size, parley_error *err);

/* Gives back the room that doubling took too much, where it is worth a call. */
bool parley_buffer_trim(parley_memory *memory, parley_buffer *buffer, size_t size, parley_error *err);

/* The same bytes once more. They live until the last share is freed; nobody may write to them any more. */
parley_buffer parley_buffer_share(const parley_buffer *buffer);

/* Whether somebody else has these bytes too. */
bool parley_buffer_is_shared(const parley_buffer *buffer);

/* Makes a share one's own, and counts it, if nobody else has one any more. */
bool parley_buffer_adopt(parley_memory *memory, parley_buffer *buffer, parley_error *err);

void parley_buffer_free(parley_memory *memory, parley_buffer *buffer);

/* ---- bits ---- */

static inline bool parley_bit(const unsigned char *bits, int64_t at) { return (bits[at >> 3] >> (at & 7)) & 1; }

static inline void parley_bit_set(unsigned char *bits, int64_t at) { bits[at >> 3] |= (unsigned char)(1u << (at & 7)); }

static inline size_t parley_bits_size(int64_t count) { return ((size_t)count + 7) / 8; }

#endif
