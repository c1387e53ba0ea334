/*
** The order of texts byte by byte, as SQLite's BINARY has it: of two that begin alike the longer is greater. The same
** in every locale, and in UTF-8 the order of the characters' numbers.
*/
#ifndef PARLEY_BASE_BYTES_H
#define PARLEY_BASE_BYTES_H

#include <stddef.h>
#include <string.h>

/* Below 0, 0 or above 0 as a is before, equal to or behind b; a text of no bytes may have no address. */
static inline int parley_bytes_order(const char *a, size_t a_length, const char *b, size_t b_length) {
  size_t shared = a_length < b_length ? a_length : b_length;
  int order = shared > 0 ? memcmp(a, b, shared) : 0;
  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

#endif
