/* SHA-256 (FIPS 180-4): hashes that are stored and shown, the same on every machine. */
#ifndef PARLEY_BASE_SHA256_H
#define PARLEY_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { PARLEY_SHA256_BYTES = 32, PARLEY_SHA256_BLOCK = 64 };

typedef struct parley_sha256 {
  uint32_t state[8];
  uint64_t length; /* bytes so far */
  unsigned char block[PARLEY_SHA256_BLOCK];
} parley_sha256;

void parley_sha256_begin(parley_sha256 *hash);
void parley_sha256_add(parley_sha256 *hash, const void *bytes, size_t length);
void parley_sha256_end(parley_sha256 *hash, unsigned char out[PARLEY_SHA256_BYTES]);

#endif
