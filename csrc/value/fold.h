/* Folding: text without case and accents, for search that forgives both, and the change of case.
 *
 * R1  Folding removes case, accents and default-ignorable characters, and writes letters that carry their mark
 *     within (ı ł ø đ ð þ æ œ ħ ŧ ŋ ĸ ə ß) as plain ones, curly apostrophes, odd spaces and full width as ASCII.
 * R2  Folding is for search, not for identity: й becomes и, ё becomes е, ї becomes і.
 * R3  A byte that is not part of valid UTF-8 stays as it is, everywhere.
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

/* The same for lower and upper case. A sigma at the end of a word becomes ς, the capitals of ß are SS. */
size_t parley_text_lower(const char *text, size_t length, char *out);
size_t parley_text_upper(const char *text, size_t length, char *out);

/* Whether folding would give the same bytes; may say no for a text that is folded but not ASCII. */
bool parley_fold_is_done(const char *text, size_t length);

/* Whether the folded text contains the folded substring: 1, 0, or -1 when there is no memory for a long text. */
int parley_fold_contains(const char *text, size_t length, const char *substring, size_t substring_length);

#endif
