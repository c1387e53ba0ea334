/*
** Texts of a workbook as they grow, one piece at a time.
**
** Ownership: the caller owns the struct, all zero at first, and gives back what it holds with parley_xlsx_string_free.
*/
#ifndef PARLEY_TEXT_XLSX_STRING_H
#define PARLEY_TEXT_XLSX_STRING_H

#include <string.h>

#include "base/memory.h"

typedef struct parley_xlsx_string {
  char *bytes;
  size_t used, room;
} parley_xlsx_string;

/* Room for so many bytes more, by doubling. False: there is no memory. */
bool parley_xlsx_string_grow(parley_xlsx_string *string, size_t more);

static inline bool parley_xlsx_string_reserve(parley_xlsx_string *string, size_t more) {
  return string->room - string->used >= more || parley_xlsx_string_grow(string, more);
}

static inline bool parley_xlsx_string_add(parley_xlsx_string *string, const char *text, size_t length) {
  if (!parley_xlsx_string_reserve(string, length)) return false;
  if (length > 0) memcpy(string->bytes + string->used, text, length);
  string->used += length;
  return true;
}

/* Adds a text and a zero; *at is where it stands. */
bool parley_xlsx_string_keep(parley_xlsx_string *string, const char *text, size_t *at);

/* What a text means in which _x000D_ stands for a character, in place: its new length. What stands for half of a pair,
   for NUL or for nothing stays as it is. */
size_t parley_xlsx_string_unescape(char *text, size_t length);

void parley_xlsx_string_free(parley_xlsx_string *string);

#endif
