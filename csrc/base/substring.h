/*
** Looking for a short text in longer ones: prepared once, then sixteen places at a time.
** Knows nothing of characters: bytes, or ASCII letters in either case.
*/
#ifndef PARLEY_BASE_SUBSTRING_H
#define PARLEY_BASE_SUBSTRING_H

#include <stdbool.h>
#include <stddef.h>

typedef struct parley_substring {
  const char *bytes; /* the caller's; lower case where any_case */
  size_t length;
  bool any_case;     /* ASCII letters are found in either case */
  size_t rare[2];    /* places of the two bytes that texts probably have least */
} parley_substring;

parley_substring parley_substring_make(const char *bytes, size_t length, bool any_case);

/* Where the substring first is in the text, or `length` + 1. */
size_t parley_substring_find(const parley_substring *substring, const char *text, size_t length);

#endif
