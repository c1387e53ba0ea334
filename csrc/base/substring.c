/*
** A place where both rare bytes of the substring are is looked at closely. In most texts there is hardly one, so the
** work is two loads and two comparisons for sixteen places.
**
** Cost: length / 16 steps where the rare bytes are rare, and length times the length of the substring where the text is
** made against it ("aaaa" in "aaaa…"). Texts are fields of tables, so that this was not worth a second algorithm.
** Choosing bytes by how common they are is Horspool's idea, as memmem implementations with vectors use it.
*/
#include "base/substring.h"

#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

enum { STEP = 16 }; /* places looked at together: bytes of an SSE2 register; the plain loop does the same count */

/* ---- preparing ---- */

/* How common a byte is in the texts people write; larger is more common. Bytes beyond ASCII are mostly the first
   ones of letters of one script, so common. The order of letters is that of English text; it decides only about
   speed. Capitals count as a quarter as common. */
static int commonness(unsigned char byte) {
  static const char letters[] = "zqxjkvbywgpfmucdlhrsnioate ";
  unsigned char small = byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte + 32) : byte;
  const char *found = memchr(letters, small, sizeof letters - 1);
  if (byte >= 0xc0) return 30;
  if (byte >= 0x80) return 12;
  if (found == NULL) return 5;
  return (int)(found - letters) / (small == byte ? 1 : 4) + 1;
}

/* Keeps the two least common bytes, in the order found; ties go to the earlier one. With one byte both places are
   the same, and the second comparison is idle. */
parley_substring parley_substring_make(const char *bytes, size_t length, bool any_case) {
  parley_substring substring = {.bytes = bytes, .length = length, .any_case = any_case};
  /* above everything that commonness() gives */
  int least[2] = {1000, 1000};
  for (size_t i = 0; i < length; i++) {
    int common = commonness((unsigned char)bytes[i]);
    if (common < least[0]) {
      least[1] = least[0];
      substring.rare[1] = substring.rare[0];
      least[0] = common;
      substring.rare[0] = i;
    } else if (common < least[1]) {
      least[1] = common;
      substring.rare[1] = i;
    }
  }
  if (length == 1) substring.rare[1] = 0;
  return substring;
}

/* ---- looking ---- */

static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/* The bit in which the cases of an ASCII letter differ, where that does not matter. A byte with it is this letter only
   when it is the letter in one of its cases. */
static unsigned char case_bit(const parley_substring *substring, char c) {
  return substring->any_case && is_letter(c) ? 0x20 : 0;
}

/* `text` has at least `length` bytes from here on: callers pass only places where the whole substring fits. */
static bool is_at(const parley_substring *substring, const char *text) {
  if (!substring->any_case) return memcmp(text, substring->bytes, substring->length) == 0;
  for (size_t i = 0; i < substring->length; i++) {
    char c = substring->bytes[i];
    if ((char)(text[i] | case_bit(substring, c)) != c) return false;
  }
  return true;
}

/* What is looked for at sixteen places: a byte each, sixteen times, and its case bit. */
typedef struct pair {
#if defined(__SSE2__)
  __m128i byte[2], bit[2];
#else
  unsigned char byte[2], bit[2];
#endif
  size_t place[2];
} pair;

static pair pair_make(const parley_substring *substring) {
  pair p;
  for (int k = 0; k < 2; k++) {
    char c = substring->bytes[substring->rare[k]];
    p.place[k] = substring->rare[k];
#if defined(__SSE2__)
    p.byte[k] = _mm_set1_epi8(c);
    p.bit[k] = _mm_set1_epi8((char)case_bit(substring, c));
#else
    p.byte[k] = (unsigned char)c;
    p.bit[k] = case_bit(substring, c);
#endif
  }
  return p;
}

/* A bit for each of sixteen places that have both bytes. */
static inline unsigned likely_places(const pair *p, const char *text) {
#if defined(__SSE2__)
  __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(text + p->place[0]));
  __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(text + p->place[1]));
  a = _mm_cmpeq_epi8(_mm_or_si128(a, p->bit[0]), p->byte[0]);
  b = _mm_cmpeq_epi8(_mm_or_si128(b, p->bit[1]), p->byte[1]);
  return (unsigned)_mm_movemask_epi8(_mm_and_si128(a, b));
#else
  const unsigned char *a = (const unsigned char *)text + p->place[0], *b = (const unsigned char *)text + p->place[1];
  unsigned found = 0;
  for (unsigned i = 0; i < STEP; i++) {
    unsigned same = ((a[i] | p->bit[0]) == p->byte[0]) & ((b[i] | p->bit[1]) == p->byte[1]);
    found |= same << i;
  }
  return found;
#endif
}

/* The first of the likely places that is one, or STEP. */
static size_t first_real(const parley_substring *substring, const char *text, unsigned likely) {
  for (; likely != 0; likely &= likely - 1) {
    size_t at = (size_t)__builtin_ctz(likely);
    if (is_at(substring, text + at)) return at;
  }
  return STEP;
}

/* For fewer than 16 places, where a vector would read beyond the text. `places + length` is the text's length + 1:
   not found. */
static size_t search_short(const parley_substring *substring, const char *text, size_t places) {
  const char first = substring->bytes[0];
  const unsigned char bit = case_bit(substring, first);
  for (size_t i = 0; i < places; i++) {
    if ((char)(text[i] | bit) == first && is_at(substring, text + i)) return i;
  }
  return places + substring->length;
}

/* Reads text[at + rare .. at + rare + 15]; rare is below the substring's length, so the last byte read is within the
   text as long as all 16 places are. */
size_t parley_substring_find(const parley_substring *substring, const char *text, size_t length) {
  if (substring->length == 0) return 0;
  if (substring->length > length) return length + 1;
  size_t places = length - substring->length + 1, at = 0;
  if (places < STEP) return search_short(substring, text, places);
  pair p = pair_make(substring);
  for (; at + STEP <= places; at += STEP) {
    unsigned likely = likely_places(&p, text + at);
    if (likely == 0) continue;
    size_t found = first_real(substring, text + at, likely);
    if (found < STEP) return at + found;
  }
  /* the last places once more with some that have been looked at */
  size_t last = places - STEP;
  size_t found = at < places ? first_real(substring, text + last, likely_places(&p, text + last)) : STEP;
  return found < STEP ? last + found : length + 1;
}
