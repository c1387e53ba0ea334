/*
** Kinds of ASCII characters, in no locale.
**
** The functions of ctype.h follow the host's locale and are undefined for negative chars; these are neither.
*/
#ifndef PARLEY_BASE_ASCII_H
#define PARLEY_BASE_ASCII_H

#include <stdbool.h>

static inline bool parley_ascii_is_digit(char c) { return (unsigned char)(c - '0') < 10; }

static inline bool parley_ascii_is_blank(char c) { return c == ' ' || c == '\t'; }

static inline char parley_ascii_lower(char c) { return (unsigned char)(c - 'A') < 26 ? (char)(c + ('a' - 'A')) : c; }

static inline bool parley_ascii_is_hex(char c) {
  return parley_ascii_is_digit(c) || (unsigned char)(parley_ascii_lower(c) - 'a') < 6;
}

#endif
