/* A block of 64 bytes at a time, as FIPS 180-4 writes it. */
#include "base/sha256.h"

#include <string.h>

static const uint32_t START[8] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

static const uint32_t K[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotated(uint32_t x, int n) { return x >> n | x << (32 - n); }

static uint32_t word_at(const unsigned char *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The 64 words of a block: its own sixteen, and those that are made of them. */
static void schedule(const unsigned char *block, uint32_t w[64]) {
  for (int i = 0; i < 16; i++) w[i] = word_at(block + 4 * i);
  for (int i = 16; i < 64; i++) {
    uint32_t a = w[i - 15], b = w[i - 2];
    uint32_t first = rotated(a, 7) ^ rotated(a, 18) ^ a >> 3;
    uint32_t second = rotated(b, 17) ^ rotated(b, 19) ^ b >> 10;
    w[i] = w[i - 16] + first + w[i - 7] + second;
  }
}

static void compress(uint32_t state[8], const unsigned char *block) {
  uint32_t words[64];
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
  schedule(block, words);
  for (int i = 0; i < 64; i++) {
    uint32_t one = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i];
    uint32_t two = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + one;
    d = c, c = b, b = a, a = one + two;
  }
  uint32_t now[8] = {a, b, c, d, e, f, g, h};
  for (int i = 0; i < 8; i++) state[i] += now[i];
}

void parley_sha256_begin(parley_sha256 *hash) {
  memcpy(hash->state, START, sizeof START);
  hash->length = 0;
}

void parley_sha256_add(parley_sha256 *hash, const void *bytes, size_t length) {
  const unsigned char *at = bytes;
  size_t used = hash->length % PARLEY_SHA256_BLOCK;
  if (length == 0) return;
  hash->length += length;
  while (used + length >= PARLEY_SHA256_BLOCK) {
    size_t taken = PARLEY_SHA256_BLOCK - used;
    memcpy(hash->block + used, at, taken);
    compress(hash->state, hash->block);
    at += taken;
    length -= taken;
    used = 0;
  }
  memcpy(hash->block + used, at, length);
}

void parley_sha256_end(parley_sha256 *hash, unsigned char out[PARLEY_SHA256_BYTES]) {
  static const unsigned char padding[PARLEY_SHA256_BLOCK] = {0x80};
  unsigned char bits[8];
  for (int i = 0; i < 8; i++) bits[i] = (unsigned char)(hash->length * 8 >> (56 - 8 * i));
  size_t used = hash->length % PARLEY_SHA256_BLOCK;
  parley_sha256_add(hash, padding, used < 56 ? 56 - used : 120 - used);
  parley_sha256_add(hash, bits, sizeof bits);
  for (int i = 0; i < PARLEY_SHA256_BYTES; i++) out[i] = (unsigned char)(hash->state[i / 4] >> (24 - 8 * (i % 4)));
}
