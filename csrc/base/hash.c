/* Eight bytes at a time, without a table. */
#include "base/hash.h"

#include <string.h>

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

uint64_t parley_hash_text(const char *text, size_t length) {
  const uint64_t odd = 0x9e3779b97f4a7c15u, odder = 0xd1342543de82ef95u;
  uint64_t hash = (uint64_t)length * odd, last = 0;
  for (; length > 8; text += 8, length -= 8) hash = mix(hash ^ load64(text), odd);
  memcpy(&last, text, length);
  return mix(hash ^ last, odder);
}
