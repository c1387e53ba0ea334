/* Hashes for tables in memory: fast, the same on every call, not to be stored. */
#ifndef PARLEY_BASE_HASH_H
#define PARLEY_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/* 2^64 divided by the golden ratio (Fibonacci hashing, Knuth 6.4), and a multiplier found good by the spectral test;
   both are odd, so that multiplying loses nothing. */
#define PARLEY_HASH_ODD UINT64_C(0x9e3779b97f4a7c15)
#define PARLEY_HASH_ODDER UINT64_C(0xd1342543de82ef95)

/* Of 64 bits. Each bit reaches those above it, and they are folded down, since slots are chosen by the low bits; where
   the high ones of `bits` matter as much, they are folded down before: bits ^ bits >> 32. */
static inline uint64_t parley_hash_bits(uint64_t bits) {
  bits *= PARLEY_HASH_ODD;
  return bits ^ (bits >> 29);
}

/* Spreads the bits of a number over all bits, in two rounds of another multiplier (splitmix's kind: Steele, Lea and
   Flood, 2014): for numbers that went through parley_hash_bits already, and where high and low bits both choose. */
static inline uint64_t parley_hash_spread(uint64_t bits) {
  bits = (bits ^ (bits >> 32)) * UINT64_C(0xd6e8feb86659fd93);
  bits = (bits ^ (bits >> 32)) * UINT64_C(0xd6e8feb86659fd93);
  return bits ^ (bits >> 32);
}

uint64_t parley_hash_text(const char *text, size_t length);

#endif
