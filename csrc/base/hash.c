/*
** Eight bytes at a time, without a table.
**
** The text is read in words of 8 bytes; the last 1 to 8 bytes are padded with zeros, and the length goes in first, so
** that texts that differ only in zeros at the end differ. In the manner of wyhash and of rapidhash, whose odd constants
** are not needed here: an attacker who makes texts collide slows down only his own query.
*/
#include "base/hash.h"

#include <string.h>

/* Multiply and fold: every input bit reaches every output bit in one multiplication of 64 by 64 bits. Without 128
   bits the high half is imitated by shifted products: weaker, but still a hash that depends on every bit. */
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

/* memcpy, because the text may stand at any address; compilers make one load of it. The value depends on the order
   of bytes in the machine, which is why hashes must not be stored. */
static uint64_t load64(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return word;
}

uint64_t parley_hash_text(const char *text, size_t length) {
  uint64_t hash = (uint64_t)length * PARLEY_HASH_ODD, last = 0;
  for (; length > 8; text += 8, length -= 8) hash = mix(hash ^ load64(text), PARLEY_HASH_ODD);
  memcpy(&last, text, length);
  return mix(hash ^ last, PARLEY_HASH_ODDER);
}
