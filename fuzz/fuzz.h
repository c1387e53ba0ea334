/*
** What fuzz targets share: a demand that ends the run, and a hash of all that was read, so that two ways of reading can
** be compared. An input in pieces is that of the hosts.
*/
#ifndef PARLEY_FUZZ_FUZZ_H
#define PARLEY_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../spec/host/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(condition) \
  do { \
    if (!(condition)) abort(); \
  } while (0)

/* Whether the bytes begin as gzip does. How much of a damaged file is read before the fault is met depends on the
   buffer, so ways of reading are not compared over one. */
static inline bool is_packed(const uint8_t *bytes, size_t size) {
  return size >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

/* FNV-1a, with the length, so that where one text ends counts as well. */
static inline uint64_t mix(uint64_t hash, const void *bytes, size_t length) {
  const unsigned char *b = bytes;
  for (size_t i = 0; i < length; i++) hash = (hash ^ b[i]) * UINT64_C(1099511628211);
  return hash * 31 + length;
}

#endif
