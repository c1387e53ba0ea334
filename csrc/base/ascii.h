/*
** Kinds of ASCII characters, in no locale.
**
** The functions of ctype.h follow the host's locale and are undefined for negative chars; these are neither.
*/
#ifndef PARLEY_BASE_ASCII_H
#define PARLEY_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static inline bool parley_ascii_is_digit(char c) { return (unsigned char)(c - '0') < 10; }

static inline bool parley_ascii_is_blank(char c) { return c == ' ' || c == '\t'; }

static inline char parley_ascii_lower(char c) { return (unsigned char)(c - 'A') < 26 ? (char)(c + ('a' - 'A')) : c; }

static inline bool parley_ascii_is_hex(char c) {
  return parley_ascii_is_digit(c) || (unsigned char)(parley_ascii_lower(c) - 'a') < 6;
}

/* Spells out a byte that a screen would swallow or obey, as \x0A: the four bytes that it gives the number of. */
enum { PARLEY_ASCII_SPELT = 4 };
static inline size_t parley_ascii_spell(unsigned char byte, char *out) {
  static const char digits[] = "0123456789ABCDEF";
  const char spelt[PARLEY_ASCII_SPELT] = {'\\', 'x', digits[byte / 16], digits[byte % 16]};
  memcpy(out, spelt, sizeof spelt);
  return sizeof spelt;
}

#endif
