/* PostgreSQL's hash of a partition's key: Bob Jenkins' lookup3 (2006, in the public domain) of 64 bits with a seed, as
   the server has it since version 11. Bytes are put together the lowest first, as servers on all usual machines do;
   where one does not, the caller finds that out by asking the server for one text. */
#include "postgres/part_of.h"

/* Of partitions (HASH_PARTITION_SEED), and what is added to the hash of the first column of a key (hash_combine64). */
#define SEED UINT64_C(0x7A5B22367996DCFD)
#define COMBINED UINT64_C(0x49A0F4DD15E5A8E3)

enum { BLOCK = 12 };

static uint32_t turned(uint32_t bits, int by) { return bits << by | bits >> (32 - by); }

/* Six rounds over three words, each of which changes one by that before it. */
static void mix(uint32_t x[3]) {
  static const int by[] = {4, 6, 8, 16, 19, 4};
  for (int i = 0; i < 6; i++) {
    uint32_t *own = &x[i % 3], *before = &x[(i + 2) % 3];
    *own -= *before;
    *own ^= turned(*before, by[i]);
    *before += x[(i + 1) % 3];
  }
}

static void finish(uint32_t x[3]) {
  static const int by[] = {14, 11, 25, 16, 4, 14, 24};
  for (int i = 0; i < 7; i++) {
    uint32_t *own = &x[(i + 2) % 3], before = x[(i + 1) % 3];
    *own ^= before;
    *own -= turned(before, by[i]);
  }
}

/* Up to four bytes, the lowest first. */
static uint32_t word(const unsigned char *bytes, size_t count) {
  uint32_t bits = 0;
  for (size_t i = 0; i < count && i < 4; i++) bits |= (uint32_t)bytes[i] << (8 * i);
  return bits;
}

/* What is left behind the last whole block; the lowest byte of the third word is kept for the length. */
static void add_rest(uint32_t x[3], const unsigned char *bytes, size_t count) {
  x[0] += word(bytes, count);
  if (count > 4) x[1] += word(bytes + 4, count - 4);
  if (count > 8) x[2] += word(bytes + 8, count - 8) << 8;
}

static uint64_t hash(const char *text, size_t length) {
  const unsigned char *at = (const unsigned char *)text;
  uint32_t start = UINT32_C(0x9e3779b9) + (uint32_t)length + UINT32_C(3923095);
  uint32_t x[3] = {start + (uint32_t)(SEED >> 32), start + (uint32_t)(SEED & UINT32_MAX), start};
  mix(x);
  for (; length >= BLOCK; at += BLOCK, length -= BLOCK) {
    for (int i = 0; i < 3; i++) x[i] += word(at + 4 * i, 4);
    mix(x);
  }
  add_rest(x, at, length);
  finish(x);
  return (uint64_t)x[1] << 32 | x[2];
}

int64_t parley_pg_part_of(const char *text, size_t length, int64_t modulus) {
  return (int64_t)((hash(text, length) + COMBINED) % (uint64_t)modulus);
}
