/* UTF-8 text for people: folding for search, substring search on folded text, terminal columns.
 *
 * R1  Folding removes case, accents and default-ignorable characters, and writes letters that carry their mark
 *     within (ı ł ø đ ð þ æ œ ħ ŧ ŋ ĸ ə ß) as plain ones, curly apostrophes and odd spaces as ASCII.
 * R2  Folding is for search, not for identity: й becomes и, ё becomes е, ї becomes і.
 * R3  A byte that is not part of valid UTF-8 stays as it is, everywhere, and is one character one column wide.
 * R4  Folding what is folded changes nothing (where bytes are invalid, what is left out may join two strays).
 */
#ifndef PARLEY_VALUE_FOLD_H
#define PARLEY_VALUE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

/* No character grows by more than this factor when folded. */
enum { PARLEY_FOLD_GROWTH = 3 };

/* Writes the folded text to `out`, which has room for PARLEY_FOLD_GROWTH * length bytes; gives the bytes written. */
size_t parley_fold(const char *text, size_t length, char *out);

/* The same for lower and upper case, a character each: ß stays ß. */
size_t parley_text_lower(const char *text, size_t length, char *out);
size_t parley_text_upper(const char *text, size_t length, char *out);

/* Whether folding would give the same bytes; may say no for a text that is folded but not ASCII. */
bool parley_fold_is_done(const char *text, size_t length);

/* Whether the folded text contains the folded substring: 1, 0, or -1 when there is no memory for a long text. */
int parley_fold_contains(const char *text, size_t length, const char *substring, size_t substring_length);

/* Terminal columns; control characters and marks take none. */
size_t parley_display_width(const char *text, size_t length);

/* The longest beginning of the text, ending between two graphemes, that fits into so many columns: its length in
 * bytes, and its width in *width. */
size_t parley_display_truncate(const char *text, size_t length, size_t columns, size_t *width);

/* The first byte that is not valid UTF-8 (from 0), or `length`. */
size_t parley_utf8_invalid(const char *text, size_t length);

/* Bytes of the character at the start of a text that is not empty: 1 to 4, and 1 for an invalid byte. */
size_t parley_utf8_length(const char *text, size_t length);

#endif
