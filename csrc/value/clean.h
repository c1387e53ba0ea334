/*
** Text as it is kept of a file: two spellings of one text are one.
**
** C1  Blanks at both ends go: those of ASCII, of Unicode, the no-break spaces, and marks without width.
** C2  Line ends inside become LF.
** C3  Characters are composed (Unicode's NFC): é is one character, however it was typed.
*/
#ifndef PARLEY_VALUE_CLEAN_H
#define PARLEY_VALUE_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/utf8.h"

/* How many times longer than the text its clean form can be, in bytes. */
enum { PARLEY_CLEAN_GROWTH = 3 };

/* Moves *text and *length past the blanks at its ends; whether what is left is not clean yet (C2, C3). */
bool parley_clean_trim(const char **text, size_t *length);

/* White space of ASCII. */
static inline bool parley_clean_is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* Whether a text is ASCII without CR: trimming is all that it and its parts need. */
static inline bool parley_clean_is_plain(const char *text, size_t length) {
  return parley_utf8_is_ascii(text, length) && memchr(text, '\r', length) == NULL;
}

/* parley_clean_trim of a plain text, or of a part of one: called for every cell. */
static inline void parley_clean_trim_plain(const char **text, size_t *length) {
  const char *at = *text, *end = at + *length;
  while (at < end && parley_clean_is_space(*at)) at++;
  while (at < end && parley_clean_is_space(end[-1])) end--;
  *text = at;
  *length = (size_t)(end - at);
}

/* Writes the clean form of a trimmed text to `out`, which has room for its length times PARLEY_CLEAN_GROWTH; gives its
   length. A text that is no UTF-8 stays as it is. */
size_t parley_clean_text(const char *text, size_t length, char *out);

/* The same for C3 alone, of any text. */
size_t parley_clean_compose(const char *text, size_t length, char *out);

/* Whether C3 may change a text: false for all that is made of characters known to stay as they are. */
bool parley_clean_may_compose(const char *text, size_t length);

#endif
