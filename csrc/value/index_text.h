/* Text as a full text index holds it, so that a tokenizer that knows only blanks finds words of every script.
 *
 * R1  The text is folded (value/fold.h), and signs are put into it that no text has and that part words: without
 *     them it has the bytes of the folded text, so that a hit can be shown where it was written.
 * R2  Scripts without blanks between words (Chinese, Japanese, Korean, Thai and their kin) are parted after every
 *     character: a search for some of them is a search for a phrase, and finds what stands within a sentence.
 * R3  A word with hyphens and a number with commas stand twice, apart and joined: cease-fire is also ceasefire, and
 *     1,000 also 1000. Numbers joined by a hyphen are a range, and stay apart.
 * R4  SQLite's tokenizer takes whatever its Unicode of 2012 does not know for letters, newer pictographs among them:
 *     a sign that is known for long stands in their place, of as many bytes, so that every index parts words there.
 */
#ifndef PARLEY_VALUE_INDEX_TEXT_H
#define PARLEY_VALUE_INDEX_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/* The signs: BEGIN before what stands twice, JOINED before and after its second form, PARTED between characters. */
enum { PARLEY_FOLD_INDEX_BEGIN = 0x1D, PARLEY_FOLD_INDEX_JOINED = 0x1E, PARLEY_FOLD_INDEX_PARTED = 0x1F };

/* No folded text grows by more than this factor. */
enum { PARLEY_FOLD_INDEX_GROWTH = 3 };

/* Writes a folded text with its signs to `out`, which has room for PARLEY_FOLD_INDEX_GROWTH * length bytes; gives
 * the bytes written. */
size_t parley_fold_for_index(const char *folded, size_t length, char *out);

/* Whether some character is a letter or a digit, as the index takes them: what has none is found nowhere. */
bool parley_fold_has_word(const char *text, size_t length);

#endif
