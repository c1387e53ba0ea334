/*
** A buffer's block: a count of shares, then up to 63 bytes of nothing, then the aligned data. realloc moves a big block
** by remapping it, so that is cheaper than a fresh aligned block; the bytes follow if the alignment moved.
**
** R1  A block is laid out as: 8 bytes of count, 0 to 63 bytes of padding, the data at a multiple of 64, and what is
**     left of the 64 bytes that were asked for beyond the capacity. 64 is what the Arrow format recommends, and a line
**     of the cache.
** R2  What a buffer counts against the limit is its capacity; the 72 bytes around it are not counted, so that limits in
**     tests do not depend on the alignment.
*/
#include "base/buffer.h"

#include <stdatomic.h>
#include <string.h>

#define ALIGNMENT 64

/* Shares go to other libraries, which may free them on threads of their own. The count stands at the very start of
   the block, which malloc aligns for any type. */
static atomic_int_fast64_t *shares(const parley_buffer *buffer) { return buffer->block; }

/* The first multiple of 64 behind the count; at most 63 bytes further, for which the block has room. */
static unsigned char *aligned(void *block) {
  uintptr_t address = (uintptr_t)block + sizeof(int64_t);
  return (unsigned char *)block + sizeof(int64_t) + (ALIGNMENT - address % ALIGNMENT) % ALIGNMENT;
}

/* Only for a buffer that nobody shares: the block may move. The limit is asked before memory is, and the count is
   taken back where the system has none. realloc keeps the bytes at their distance from the block, and the distance
   of the aligned data may differ in the new one: then they are moved within it. */
bool parley_buffer_resize(parley_memory *memory, parley_buffer *buffer, size_t capacity, parley_error *err) {
  capacity = (capacity + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  size_t before = buffer->capacity, kept = capacity < before ? capacity : before;
  if (capacity > before && !parley_memory_take(memory, capacity - before, err)) return false;
  size_t offset = buffer->block == NULL ? 0 : (size_t)(buffer->data - (unsigned char *)buffer->block);
  void *block = parley_alloc(buffer->block, sizeof(int64_t) + capacity + ALIGNMENT);
  if (block == NULL) {
    if (capacity > before) parley_memory_give(memory, capacity - before);
    return parley_no_memory(err);
  }
  unsigned char *data = aligned(block);
  if (kept > 0 && data != (unsigned char *)block + offset) memmove(data, (unsigned char *)block + offset, kept);
  if (capacity < before) parley_memory_give(memory, before - capacity);
  *buffer = (parley_buffer){data, block, capacity, false};
  atomic_init(shares(buffer), 1);
  return true;
}

/* Capacity is rounded up, and what the rounding added is zeroed too, so that a bitmap's last word is defined. */
bool parley_buffer_resize_zeroed(parley_memory *memory, parley_buffer *buffer, size_t capacity, parley_error *err) {
  size_t before = buffer->capacity;
  if (!parley_buffer_resize(memory, buffer, capacity, err)) return false;
  if (buffer->capacity > before) memset(buffer->data + before, 0, buffer->capacity - before);
  return true;
}

bool parley_buffer_reserve(parley_memory *memory, parley_buffer *buffer, size_t size, parley_error *err) {
  if (size <= buffer->capacity) return true;
  size_t doubled = buffer->capacity * 2;
  return parley_buffer_resize(memory, buffer, size > doubled ? size : doubled, err);
}

/* Below a page (4096 bytes) nothing is gained by a call of realloc. A share is left alone: its block is another's. */
bool parley_buffer_trim(parley_memory *memory, parley_buffer *buffer, size_t size, parley_error *err) {
  if (buffer->data == NULL || buffer->borrowed || buffer->capacity - size < 4096) return true;
  return parley_buffer_resize(memory, buffer, size > 0 ? size : 1, err);
}

/* Taking a share needs no order: who takes one has the block already. Giving it back does (below). */
parley_buffer parley_buffer_share(const parley_buffer *buffer) {
  parley_buffer share = *buffer;
  if (buffer->block != NULL) atomic_fetch_add_explicit(shares(buffer), 1, memory_order_relaxed);
  share.borrowed = true;
  return share;
}

bool parley_buffer_is_shared(const parley_buffer *buffer) {
  return buffer->block != NULL && atomic_load(shares(buffer)) > 1;
}

/* Nobody can take a share between the question and the answer: whoever could would have to hold one. */
bool parley_buffer_adopt(parley_memory *memory, parley_buffer *buffer, parley_error *err) {
  if (!buffer->borrowed || buffer->block == NULL || parley_buffer_is_shared(buffer)) return true;
  if (!parley_memory_take(memory, buffer->capacity, err)) return false;
  buffer->borrowed = false;
  return true;
}

/* The subtraction is sequentially consistent, hence also releasing and acquiring: what others wrote to the block
   happens before it is freed. A borrowed buffer was never counted. */
void parley_buffer_free(parley_memory *memory, parley_buffer *buffer) {
  if (buffer->block != NULL && atomic_fetch_sub(shares(buffer), 1) == 1) parley_alloc(buffer->block, 0);
  if (!buffer->borrowed) parley_memory_give(memory, buffer->capacity);
  *buffer = (parley_buffer){0};
}
