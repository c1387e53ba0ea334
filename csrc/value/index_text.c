/* One pass over the folded text; where a word or a number begins, what it would be joined is looked for ahead. */
#include "value/index_text.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

/* ---- characters ---- */

/* Scripts that put no blank between words, and Hangul, whose endings stand at the word; sorted. */
static const struct {
  utf8proc_int32_t first, last;
} unspaced[] = {
  {0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF}, {0x2E80, 0x2FDF},  {0x3005, 0x3007},
  {0x3040, 0x312F}, {0x3131, 0x318F}, {0x31A0, 0x31FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF},  {0xA960, 0xA97F},
  {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0x1B000, 0x1B2FF}, {0x20000, 0x3FFFF},
};

static bool is_unspaced(utf8proc_int32_t c) {
  for (size_t i = 0; i < sizeof unspaced / sizeof *unspaced; i++) {
    if (c <= unspaced[i].last) return c >= unspaced[i].first;
  }
  return false;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Length of the character of a word at `text`, 0 for any other. Signs beyond ASCII count as letters here: they part
 * the joined word as they part the word itself. */
static size_t letter_length(const char *text, const char *end) {
  if (text == end) return 0;
  if (is_digit(*text) || (*text >= 'a' && *text <= 'z')) return 1;
  if ((unsigned char)*text < 0x80) return 0;
  utf8proc_int32_t c;
  size_t used = parley_utf8_read(text, (size_t)(end - text), &c);
  return is_unspaced(c) ? 0 : used;
}

static const char *word_end(const char *text, const char *end) {
  size_t used;
  while ((used = letter_length(text, end)) > 0) text += used;
  return text;
}

/* ---- what stands twice ---- */

/* The end of a number with commas before every three digits, or `text`. */
static const char *number_end(const char *text, const char *end) {
  const char *at = text;
  while (at < end && is_digit(*at)) at++;
  const char *first = at;
  if (first == text || first - text > 3) return text;
  while (end - at >= 4 && *at == ',' && is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3])) at += 4;
  bool goes_on = at < end && (letter_length(at, end) > 0 || (*at == ',' && end - at > 1 && is_digit(at[1])));
  return at == first || goes_on ? text : at;
}

/* The end of words with a hyphen between them, or `text`. */
static const char *compound_end(const char *text, const char *end) {
  const char *at = word_end(text, end), *first = at;
  while (at > text && at < end && *at == '-' && letter_length(at + 1, end) > 0) {
    if (is_digit(at[-1]) && is_digit(at[1])) return text;
    at = word_end(at + 1, end);
  }
  return at == first ? text : at;
}

/* Writes what stands between `text` and `end` twice: as it is, and without its hyphens or commas. */
static char *write_twice(char *out, const char *text, const char *end) {
  *out++ = PARLEY_FOLD_INDEX_BEGIN;
  memcpy(out, text, (size_t)(end - text));
  out += end - text;
  *out++ = PARLEY_FOLD_INDEX_JOINED;
  for (; text < end; text++) {
    if (*text != '-' && *text != ',') *out++ = *text;
  }
  *out++ = PARLEY_FOLD_INDEX_JOINED;
  return out;
}

/* ---- text ---- */

/* Writes the word at `text`, twice where it has to be; gives where it ends. */
static const char *write_word(char **out, const char *text, const char *end) {
  const char *after = number_end(text, end);
  if (after == text) after = compound_end(text, end);
  if (after > text) {
    *out = write_twice(*out, text, after);
    return after;
  }
  after = word_end(text, end);
  memcpy(*out, text, (size_t)(after - text));
  *out += after - text;
  return after;
}

/* Writes a character that is no letter, or stands for itself; gives where it ends. */
static const char *write_other(char **out, const char *begin, const char *text, const char *end) {
  if ((unsigned char)*text < 0x80) {
    bool is_sign = *text >= PARLEY_FOLD_INDEX_BEGIN && *text <= PARLEY_FOLD_INDEX_PARTED;
    *(*out)++ = is_sign ? ' ' : *text;
    return text + 1;
  }
  utf8proc_int32_t c;
  size_t used = parley_utf8_read(text, (size_t)(end - text), &c);
  if (*out > begin && (*out)[-1] != PARLEY_FOLD_INDEX_PARTED) *(*out)++ = PARLEY_FOLD_INDEX_PARTED;
  memcpy(*out, text, used);
  *out += used;
  *(*out)++ = PARLEY_FOLD_INDEX_PARTED;
  return text + used;
}

/* Unicode's letters and numbers, and what is left to private use, are what SQLite's "unicode61" makes words of; to it a
 * few letters of New Tai Lue and the Vedas are still the marks that they once were. */
static bool is_word(utf8proc_int32_t c) {
  if ((c >= 0x19B0 && c <= 0x19C0) || c == 0x19C8 || c == 0x19C9 || c == 0x1CF2 || c == 0x1CF3) return false;
  utf8proc_category_t category = c < 0 ? UTF8PROC_CATEGORY_CN : utf8proc_category(c);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) || category == UTF8PROC_CATEGORY_CO;
}

/* Whether a tokenizer of any age knows that a character is no letter: the signs of Latin-1, dashes and quotes. */
static bool is_old_sign(utf8proc_int32_t c) { return c < 0xC0 || (c >= 0x2010 && c <= 0x2027); }

/* Puts an old sign of as many bytes in the place of each that is no letter. */
static void write_old_signs(char *text, char *end) {
  static const char *const signs[] = {"", "", "\xC3\x97", "\xE2\x80\xA2", "\xF0\x9D\x84\x80"};
  while (text < end) {
    if ((unsigned char)*text < 0x80) {
      text++;
      continue;
    }
    utf8proc_int32_t c;
    size_t used = parley_utf8_read(text, (size_t)(end - text), &c);
    if (c >= 0 && used > 1 && !is_old_sign(c) && !is_word(c)) memcpy(text, signs[used], used);
    text += used;
  }
}

size_t parley_fold_for_index(const char *folded, size_t length, char *out) {
  const char *text = folded, *end = folded + length;
  char *to = out;
  while (text < end) {
    text = letter_length(text, end) > 0 ? write_word(&to, text, end) : write_other(&to, out, text, end);
  }
  write_old_signs(out, to);
  return (size_t)(to - out);
}

bool parley_fold_has_word(const char *text, size_t length) {
  const char *at = text, *end = text + length;
  while (at < end) {
    utf8proc_int32_t c;
    at += parley_utf8_read(at, (size_t)(end - at), &c);
    if (is_word(c)) return true;
  }
  return false;
}
