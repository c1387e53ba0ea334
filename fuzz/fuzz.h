/*
** What fuzz targets share: a demand that ends the run, a source that gives its bytes piece by piece, and a hash of all
** that was read, so that two ways of reading can be compared.
*/
#ifndef PARLEY_FUZZ_FUZZ_H
#define PARLEY_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition) \
  do { \
    if (!(condition)) abort(); \
  } while (0)

/* `piece`: as many bytes as one call gives at most. */
typedef struct source {
  const char *bytes;
  size_t length, at, piece;
} source;

static inline ptrdiff_t give(void *context, char *buffer, size_t size, parley_error *err) {
  source *s = context;
  size_t count = s->length - s->at;
  if (count > s->piece) count = s->piece;
  if (count > size) count = size;
  if (count > 0) memcpy(buffer, s->bytes + s->at, count);
  s->at += count;
  (void)err;
  return (ptrdiff_t)count;
}

/* FNV-1a, with the length, so that where one text ends counts as well. */
static inline uint64_t mix(uint64_t hash, const void *bytes, size_t length) {
  const unsigned char *b = bytes;
  for (size_t i = 0; i < length; i++) hash = (hash ^ b[i]) * UINT64_C(1099511628211);
  return hash * 31 + length;
}

#endif
