/* A buffer's block: a count of shares, then up to 63 bytes of nothing, then the aligned data. realloc moves a big
 * block by remapping it, so that is cheaper than a fresh aligned block; the bytes follow if the alignment moved. */
#include "base/buffer.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT 64

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

bool parley_memory_refuse(const parley_memory *memory, parley_error *err) {
  return parley_fail(err, PARLEY_ERROR_LIMIT, "the result takes more than %zu bytes, %s", memory->limit,
                     memory->whose != NULL ? memory->whose : "the limit set by the host");
}

bool parley_memory_take(parley_memory *memory, size_t more, parley_error *err) {
  bool over = memory->limit > 0 && (more > memory->limit || memory->bytes > memory->limit - more);
  if (over) return parley_memory_refuse(memory, err);
  memory->bytes += more;
  return true;
}

void parley_memory_give(parley_memory *memory, size_t less) { memory->bytes -= less; }

/* ---- buffers ---- */

/* Shares go to other libraries, which may free them on threads of their own. */
static atomic_int_fast64_t *shares(const parley_buffer *buffer) { return buffer->block; }

static unsigned char *aligned(void *block) {
  uintptr_t address = (uintptr_t)block + sizeof(int64_t);
  return (unsigned char *)block + sizeof(int64_t) + (ALIGNMENT - address % ALIGNMENT) % ALIGNMENT;
}

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

bool parley_buffer_trim(parley_memory *memory, parley_buffer *buffer, size_t size, parley_error *err) {
  if (buffer->data == NULL || buffer->borrowed || buffer->capacity - size < 4096) return true;
  return parley_buffer_resize(memory, buffer, size > 0 ? size : 1, err);
}

parley_buffer parley_buffer_share(const parley_buffer *buffer) {
  parley_buffer share = *buffer;
  if (buffer->block != NULL) atomic_fetch_add_explicit(shares(buffer), 1, memory_order_relaxed);
  share.borrowed = true;
  return share;
}

bool parley_buffer_is_shared(const parley_buffer *buffer) {
  return buffer->block != NULL && atomic_load(shares(buffer)) > 1;
}

bool parley_buffer_adopt(parley_memory *memory, parley_buffer *buffer, parley_error *err) {
  if (!buffer->borrowed || buffer->block == NULL || parley_buffer_is_shared(buffer)) return true;
  if (!parley_memory_take(memory, buffer->capacity, err)) return false;
  buffer->borrowed = false;
  return true;
}

void parley_buffer_free(parley_memory *memory, parley_buffer *buffer) {
  if (buffer->block != NULL && atomic_fetch_sub(shares(buffer), 1) == 1) parley_alloc(buffer->block, 0);
  if (!buffer->borrowed) parley_memory_give(memory, buffer->capacity);
  *buffer = (parley_buffer){0};
}
