/*
** Every loop takes one character at a time; ASCII, which is most text, never reaches utf8proc.
**
** Ownership: `out` is always the caller's, PARLEY_FOLD_GROWTH times as long as the text.
*/
#include "value/fold.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"

/* ---- characters ---- */

static inline bool is_ascii(char c) { return (unsigned char)c < 0x80; }

/* ---- folding ---- */

/* Letters that Unicode does not take apart, after case folding, sorted; and signs that keyboards do not have. */
static const struct {
  utf8proc_int32_t from;
  char to[3];
} plain_letters[] = {
  {0x00A0, " "},  {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"},  {0x00FE, "th"}, {0x0111, "d"},
  {0x0127, "h"},  {0x0131, "i"},  {0x0138, "k"}, {0x0142, "l"},  {0x014B, "n"},  {0x0153, "oe"},
  {0x0167, "t"},  {0x0237, "j"},  {0x0259, "e"}, {0x02B9, "'"},  {0x02BC, "'"},  {0x2010, "-"},
  {0x2011, "-"},  {0x2018, "'"},  {0x2019, "'"}, {0x202F, " "},
};

/* A binary search of some twenty entries, for characters beyond ASCII only. */
static const char *plain_letter(utf8proc_int32_t c) {
  size_t low = 0, high = sizeof plain_letters / sizeof *plain_letters;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (plain_letters[middle].from == c) return plain_letters[middle].to;
    if (plain_letters[middle].from < c) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

/* Accents, points and harakat have a combining class of 10 or more. Below that are signs that make another letter
   (Indic vowels and nukta, kana voicing): those stay. Unicode's canonical combining classes (chapter 4.3 of the
   standard). */
static bool is_mark(utf8proc_int32_t c) { return utf8proc_get_property(c)->combining_class >= 10; }

/* Letters, digits and signs as wide as a Chinese character or half as wide, which are others only in print. */
static bool is_of_width(utf8proc_int32_t c) { return c == 0x3000 || (c >= 0xFF01 && c <= 0xFFEE); }

static char *write_character(char *out, utf8proc_int32_t c) {
  const char *plain = plain_letter(c);
  if (plain == NULL) return parley_utf8_write(out, (uint32_t)c);
  while (*plain != '\0') *out++ = *plain++;
  return out;
}

enum { PARTS = 18 }; /* utf8proc's longest decomposition, used or not */

/* Folds one character beyond ASCII. Characters whose folded form would outgrow its room are copied: there are none
   in the Unicode this was tried with, but a later one must not write past the end. A count of more parts than there
   is room for is treated as no folding at all. */
static char *fold_character(const char *text, size_t length, utf8proc_int32_t c, char *out) {
  utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
  if (is_of_width(c)) how |= UTF8PROC_COMPAT;
  utf8proc_int32_t parts[PARTS];
  char folded[PARTS * 4], *to = folded;
  int last_boundclass = 0;
  utf8proc_ssize_t count = c < 0 ? -1 : utf8proc_decompose_char(c, parts, PARTS, how, &last_boundclass);
  for (utf8proc_ssize_t i = 0; i < count && i < PARTS; i++) {
    if (!is_mark(parts[i])) to = write_character(to, parts[i]);
  }
  size_t size = (size_t)(to - folded);
  bool copies = count < 0 || count > PARTS || size > length * PARLEY_FOLD_GROWTH;
  memcpy(out, copies ? text : folded, copies ? length : size);
  return out + (copies ? length : size);
}

/* Byte by byte for ASCII; `used` moves over invalid bytes one at a time. */
size_t parley_fold(const char *text, size_t length, char *out) {
  const char *end = text + length;
  char *to = out;
  while (text < end) {
    if (is_ascii(*text)) {
      *to++ = parley_ascii_lower(*text++);
      continue;
    }
    utf8proc_int32_t c;
    size_t used = parley_utf8_read(text, (size_t)(end - text), &c);
    to = fold_character(text, used, c, to);
    text += used;
  }
  return (size_t)(to - out);
}

/* Only told of ASCII: anything else would cost as much as folding. */
bool parley_fold_is_done(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (!is_ascii(text[i]) || parley_ascii_lower(text[i]) != text[i]) return false;
  }
  return true;
}

/* ---- case ---- */

/* Capitals of several letters; those of Unicode's SpecialCasing that are letters of ASCII. */
static const char *several_capitals(utf8proc_int32_t c) {
  static const char *const ligatures[] = {"FF", "FI", "FL", "FFI", "FFL", "ST", "ST"}; /* from U+FB00 on */
  if (c == 0xDF || c == 0x1E9E) return "SS";
  return c >= 0xFB00 && c <= 0xFB06 ? ligatures[c - 0xFB00] : NULL;
}

static bool is_cased(utf8proc_int32_t c) {
  utf8proc_category_t category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LT;
}

/* What stands within a word without being a letter of it: marks, and what joins parts of a word. */
static bool is_passed_over(utf8proc_int32_t c) {
  if (c == '\'' || c == '.' || c == ':' || c == 0xB7 || c == 0x2019) return true;
  utf8proc_category_t category = utf8proc_category(c);
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_CF ||
         category == UTF8PROC_CATEGORY_LM || category == UTF8PROC_CATEGORY_SK;
}

/* Goes back over characters, to the first that is not passed over; a stray byte ends it. */
static bool follows_letter(const char *text, const char *at, const char *end) {
  utf8proc_int32_t c;
  while (at > text) {
    do at--;
    while (at > text && parley_utf8_continues(*at));
    parley_utf8_read(at, (size_t)(end - at), &c);
    if (c < 0 || !is_passed_over(c)) return c >= 0 && is_cased(c);
  }
  return false;
}

static bool precedes_letter(const char *at, const char *end) {
  utf8proc_int32_t c;
  while (at < end) {
    at += parley_utf8_read(at, (size_t)(end - at), &c);
    if (c < 0 || !is_passed_over(c)) return c >= 0 && is_cased(c);
  }
  return false;
}

enum { SIGMA = 0x3A3, FINAL_SIGMA = 0x3C2 };

/* Unicode's mappings in no locale, character by character: the dotless i has no say. A sigma at the end of a word is
   another letter (the standard's Final_Sigma, section 3.13). */
size_t parley_text_lower(const char *text, size_t length, char *out) {
  const char *at = text, *end = text + length;
  char *to = out;
  while (at < end) {
    utf8proc_int32_t c;
    const char *next = at + parley_utf8_read(at, (size_t)(end - at), &c);
    if (c < 0) *to++ = *at;
    else if (c == SIGMA && follows_letter(text, at, end) && !precedes_letter(next, end))
      to = parley_utf8_write(to, FINAL_SIGMA);
    else to = parley_utf8_write(to, (uint32_t)utf8proc_tolower(c));
    at = next;
  }
  return (size_t)(to - out);
}

/* None of the several capitals is longer than what they stand for. */
size_t parley_text_upper(const char *text, size_t length, char *out) {
  const char *at = text, *end = text + length;
  char *to = out;
  while (at < end) {
    utf8proc_int32_t c;
    const char *next = at + parley_utf8_read(at, (size_t)(end - at), &c);
    const char *several = several_capitals(c);
    if (c < 0) *to++ = *at;
    else if (several == NULL) to = parley_utf8_write(to, (uint32_t)utf8proc_toupper(c));
    else while (*several != '\0') *to++ = *several++;
    at = next;
  }
  return (size_t)(to - out);
}

/* ---- containing ---- */

/* Looks for a substring that is not empty; both are ASCII or folded already, so that lowering ASCII is all that is
   left. Cost: length times length in the worst case; substrings are words that people type. */
static bool find_lower(const char *text, size_t length, const char *substring, size_t substring_length) {
  if (substring_length > length) return false;
  const char first = parley_ascii_lower(substring[0]);
  for (size_t i = 0; i <= length - substring_length; i++) {
    if (parley_ascii_lower(text[i]) != first) continue;
    size_t same = 1;
    while (same < substring_length && parley_ascii_lower(text[i + same]) == parley_ascii_lower(substring[same])) same++;
    if (same == substring_length) return true;
  }
  return false;
}

/* A folded copy: in the room given when it fits there, else allocated. */
enum { LOCAL_ROOM = 1536 }; /* bytes: texts of up to 512 bytes need no allocation */

typedef struct folded {
  char *text;
  size_t length;
  char local[LOCAL_ROOM];
} folded;

/* Not counted against a limit: given back within the call. */
static bool fold_into(folded *f, const char *text, size_t length) {
  f->text = f->local;
  if (length > LOCAL_ROOM / PARLEY_FOLD_GROWTH) {
    f->text = length > SIZE_MAX / PARLEY_FOLD_GROWTH ? NULL : parley_alloc(NULL, length * PARLEY_FOLD_GROWTH);
  }
  if (f->text != NULL) f->length = parley_fold(text, length, f->text);
  return f->text != NULL;
}

static void fold_free(folded *f) {
  if (f->text != f->local) parley_alloc(f->text, 0);
}

/* Three kilobytes of stack for both. */
static int contains_folded(const char *text, size_t length, const char *substring, size_t substring_length) {
  folded a, b;
  if (!fold_into(&a, text, length)) return -1;
  int found = -1;
  if (fold_into(&b, substring, substring_length)) {
    found = b.length == 0 || find_lower(a.text, a.length, b.text, b.length);
    fold_free(&b);
  }
  fold_free(&a);
  return found;
}

int parley_fold_contains(const char *text, size_t length, const char *substring, size_t substring_length) {
  if (substring_length == 0) return 1;
  if (parley_utf8_is_ascii(text, length) && parley_utf8_is_ascii(substring, substring_length)) {
    return find_lower(text, length, substring, substring_length);
  }
  return contains_folded(text, length, substring, substring_length);
}
