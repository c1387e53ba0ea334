/*
** The width of text on a terminal, in columns: what aligns the tables that are printed.
**
** R1  A wide character takes two columns, a mark or a control character none.
** R2  Emoji that are joined into one picture take two, whatever they are joined of: a flag, a family, a hand with the
**     colour of its skin. So does a narrow character that a variation selector makes an emoji of.
** R3  A byte that is not part of valid UTF-8 takes one, as what a terminal shows in its place does.
*/
#ifndef PARLEY_VALUE_DISPLAY_WIDTH_H
#define PARLEY_VALUE_DISPLAY_WIDTH_H

#include <stddef.h>

/* Terminal columns; control characters and marks take none. */
size_t parley_display_width(const char *text, size_t length);

/* The longest beginning of the text, ending between two graphemes, that fits into so many columns: its length in
 * bytes, and its width in *width. */
size_t parley_display_truncate(const char *text, size_t length, size_t columns, size_t *width);

#endif
