/*
** Finds the few bytes that matter in a block of 64: one bit for each byte that is one of four, and one for each byte
** beyond ASCII. SSE2 or NEON where the machine has it, else byte by byte; all give the same bits.
**
** The block of 64 is one cache line and one word of the answer; the caller goes over the set bits, so that its cost
** follows the number of bytes that matter and not the length of the text. The way of simdjson (Langdale and Lemire,
** "Parsing Gigabytes of JSON per Second", 2019), without its tables.
*/
#ifndef PARLEY_BASE_BYTE_SCAN_H
#define PARLEY_BASE_BYTE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if !defined(PARLEY_PLAIN_SCAN) && defined(__SSE2__)
#define PARLEY_SCAN_SSE2
#include <emmintrin.h>
#elif !defined(PARLEY_PLAIN_SCAN) && defined(__aarch64__) && defined(__ARM_NEON) && !defined(__AARCH64EB__)
#define PARLEY_SCAN_NEON
#include <arm_neon.h>
#endif

#if defined(__GNUC__) || defined(__clang__)
#define PARLEY_SCAN_INLINE static inline __attribute__((always_inline))
#else
#define PARLEY_SCAN_INLINE static inline
#endif

enum { PARLEY_SCAN_BLOCK = 64 };

/* The bytes to be found; one that stands there twice does no harm. */
typedef struct parley_scan_set {
  unsigned char byte[4];
} parley_scan_set;

typedef struct parley_scan_bits {
  uint64_t found; /* bit i: byte i is a wanted */
  uint64_t high;  /* bit i: byte i is beyond ASCII */
} parley_scan_bits;

/* What the others have to give, bit by bit; the only one where neither instruction set is there, or with
   PARLEY_PLAIN_SCAN, by which specs compare them. */
static inline parley_scan_bits parley_scan_plain(const char *block, parley_scan_set set) {
  parley_scan_bits bits = {0, 0};
  for (int i = 0; i < PARLEY_SCAN_BLOCK; i++) {
    unsigned char c = (unsigned char)block[i];
    uint64_t found = c == set.byte[0] || c == set.byte[1] || c == set.byte[2] || c == set.byte[3];
    bits.found |= found << i;
    bits.high |= (uint64_t)(c >> 7) << i;
  }
  return bits;
}

#if defined(PARLEY_SCAN_SSE2)

typedef struct parley_scan_sse2 {
  __m128i wanted[4];
} parley_scan_sse2;

/* The bits of 16 bytes, as bits `at` and up of the block. Steps are written out where a compiler may not unroll. The
   casts through uint32_t keep the sign of movemask's int out of the upper bits. The sign bit of a byte is the bit of
   what is beyond ASCII, so that `high` costs no comparison. */
PARLEY_SCAN_INLINE parley_scan_bits parley_scan_sse2_bits(const char *bytes, parley_scan_sse2 n, int at) {
  __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(bytes + at));
  __m128i first = _mm_or_si128(_mm_cmpeq_epi8(v, n.wanted[0]), _mm_cmpeq_epi8(v, n.wanted[1]));
  __m128i second = _mm_or_si128(_mm_cmpeq_epi8(v, n.wanted[2]), _mm_cmpeq_epi8(v, n.wanted[3]));
  return (parley_scan_bits){(uint64_t)(uint32_t)_mm_movemask_epi8(_mm_or_si128(first, second)) << at,
                       (uint64_t)(uint32_t)_mm_movemask_epi8(v) << at};
}

PARLEY_SCAN_INLINE parley_scan_bits parley_scan(const char *block, parley_scan_set set) {
  /* set1 of the four bytes is loop-invariant: the caller's loop is inlined with this and keeps them in registers */
  const unsigned char *byte = set.byte;
  parley_scan_sse2 n = {{_mm_set1_epi8((char)byte[0]), _mm_set1_epi8((char)byte[1]), _mm_set1_epi8((char)byte[2]),
                    _mm_set1_epi8((char)byte[3])}};
  parley_scan_bits a = parley_scan_sse2_bits(block, n, 0), b = parley_scan_sse2_bits(block, n, 16);
  parley_scan_bits c = parley_scan_sse2_bits(block, n, 32), d = parley_scan_sse2_bits(block, n, 48);
  return (parley_scan_bits){a.found | b.found | c.found | d.found, a.high | b.high | c.high | d.high};
}

#elif defined(PARLEY_SCAN_NEON)

/* Four vectors of 0x00 and 0xFF to one bit a byte: every byte keeps its own bit, and neighbours are added up. */
static inline uint64_t parley_scan_neon_bits(const uint8x16_t vectors[4]) {
  static const uint8_t own_bit[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t own = vld1q_u8(own_bit);
  uint8x16_t low = vpaddq_u8(vandq_u8(vectors[0], own), vandq_u8(vectors[1], own));
  uint8x16_t high = vpaddq_u8(vandq_u8(vectors[2], own), vandq_u8(vectors[3], own));
  uint8x16_t all = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
}

/* 0xFF where the byte is one of the four, else 0x00. */
static inline uint8x16_t parley_scan_neon_same(uint8x16_t bytes, parley_scan_set set) {
  uint8x16_t first =
      vorrq_u8(vceqq_u8(bytes, vdupq_n_u8(set.byte[0])), vceqq_u8(bytes, vdupq_n_u8(set.byte[1])));
  uint8x16_t second =
      vorrq_u8(vceqq_u8(bytes, vdupq_n_u8(set.byte[2])), vceqq_u8(bytes, vdupq_n_u8(set.byte[3])));
  return vorrq_u8(first, second);
}

PARLEY_SCAN_INLINE parley_scan_bits parley_scan(const char *block, parley_scan_set set) {
  uint8x16_t found[4], high[4];
  for (int i = 0; i < 4; i++) {
    uint8x16_t bytes = vld1q_u8((const uint8_t *)block + 16 * i);
    found[i] = parley_scan_neon_same(bytes, set);
    high[i] = vcgeq_u8(bytes, vdupq_n_u8(0x80));
  }
  return (parley_scan_bits){parley_scan_neon_bits(found), parley_scan_neon_bits(high)};
}

#else

PARLEY_SCAN_INLINE parley_scan_bits parley_scan(const char *block, parley_scan_set set) {
  return parley_scan_plain(block, set);
}

#endif

/* The same at the end of a text, where less than a block is left: nothing is read beyond it. */
static inline parley_scan_bits parley_scan_rest(const char *rest, size_t length, parley_scan_set set) {
  char block[PARLEY_SCAN_BLOCK] = {0};
  if (length > 0) memcpy(block, rest, length);
  parley_scan_bits bits = parley_scan(block, set);
  uint64_t there = ((uint64_t)1 << length) - 1; /* length < 64 */
  return (parley_scan_bits){bits.found & there, bits.high & there};
}

/* Without an instruction that every machine has, adding up neighbours is faster than a library's table. Counting in
   parallel (Warren, Hacker's Delight, 5-1): sums of 2, 4 and 8 bits side by side, which the multiplication adds up
   in the top byte; 64 fits in it. */
PARLEY_SCAN_INLINE unsigned parley_scan_count(uint64_t bits) {
  bits -= bits >> 1 & UINT64_C(0x5555555555555555);
  bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
  bits = (bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
  return (unsigned)(bits * UINT64_C(0x0101010101010101) >> 56);
}

/* Position of the lowest bit; 63 when there is none. */
PARLEY_SCAN_INLINE unsigned parley_scan_lowest(uint64_t bits) {
  bits |= (uint64_t)1 << 63;
#if defined(__GNUC__) || defined(__clang__)
  return (unsigned)__builtin_ctzll(bits);
#else
  return parley_scan_count((bits & (~bits + 1)) - 1);
#endif
}

/* With no bit left it writes the position 63, and `bits & (bits - 1)` stays 0: harmless, as the count says where the
   good ones end. */
PARLEY_SCAN_INLINE uint64_t parley_scan_put(uint64_t bits, uint32_t base, uint32_t *out) {
  *out = base + parley_scan_lowest(bits);
  return bits & (bits - 1);
}

/* Writes the positions of the bits, `base` added, and gives their number. They are written eight at a time, so that
 * hardly a branch depends on how many there are: `out` needs room for 64. */
PARLEY_SCAN_INLINE unsigned parley_scan_positions(uint64_t bits, uint32_t base, uint32_t *out) {
  unsigned count = parley_scan_count(bits);
  for (unsigned done = 0; done < count; done += 8) {
    bits = parley_scan_put(bits, base, out + done);
    bits = parley_scan_put(bits, base, out + done + 1);
    bits = parley_scan_put(bits, base, out + done + 2);
    bits = parley_scan_put(bits, base, out + done + 3);
    bits = parley_scan_put(bits, base, out + done + 4);
    bits = parley_scan_put(bits, base, out + done + 5);
    bits = parley_scan_put(bits, base, out + done + 6);
    bits = parley_scan_put(bits, base, out + done + 7);
  }
  return count;
}

#endif
