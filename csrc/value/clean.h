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

/* How many times longer than the text its clean form can be, in bytes. */
enum { PARLEY_CLEAN_GROWTH = 3 };

/* Moves *text and *length past the blanks at its ends; whether what is left is not clean yet (C2, C3). */
bool parley_clean_trim(const char **text, size_t *length);

/* Writes the clean form of a trimmed text to `out`, which has room for its length times PARLEY_CLEAN_GROWTH; gives its
   length. A text that is no UTF-8 stays as it is. */
size_t parley_clean_text(const char *text, size_t length, char *out);

#endif
