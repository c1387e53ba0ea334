/*
** Most text is clean: it is looked at once, and only characters that can compose or decompose reach utf8proc.
**
** Composition is Unicode's NFC (Annex 15). The ranges below are what makes most text fast; a character that is missing
** from them costs a call of utf8proc and no wrong answer.
*/
#include "value/clean.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/utf8.h"

/* ---- blanks ---- */

/* White space of Unicode beyond ASCII, and marks without width that come with pasted text: U+200B, U+2060, U+FEFF. */
static bool is_blank_code(int32_t c) {
  if (c == 0x85 || c == 0xA0 || c == 0x1680 || c == 0x3000 || c == 0xFEFF) return true;
  return (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060;
}

/* An invalid byte is no blank: its code is -1. */
static size_t blank_at_start(const char *text, size_t length) {
  int32_t code;
  if ((unsigned char)text[0] < 0x80) return parley_clean_is_space(text[0]);
  size_t used = parley_utf8_read(text, length, &code);
  return is_blank_code(code) ? used : 0;
}

/* Bytes of the blank that ends the text; 0: none. A character begins at most four bytes before. Reading from there
   has to use up all bytes, or the last character is not whole. */
static size_t blank_at_end(const char *text, size_t length) {
  size_t back = 1;
  if ((unsigned char)text[length - 1] < 0x80) return parley_clean_is_space(text[length - 1]);
  while (back < 4 && back < length && parley_utf8_continues(text[length - back])) back++;
  int32_t code;
  return parley_utf8_read(text + length - back, back, &code) == back && is_blank_code(code) ? back : 0;
}

/* ---- what may change ---- */

/* Characters that neither compose with what is before them nor decompose. Others are left to utf8proc. Below U+0300
   nothing combines; CR is left to the cleaning of line ends. */
static bool is_composed(int32_t c) {
  if (c < 0x300) return c != '\r';
  if (c >= 0x400 && c <= 0x52F) return c < 0x483 || c > 0x489; /* Cyrillic */
  if (c >= 0x2002 && c <= 0x2069) return true;                 /* spaces, dashes and quotation marks */
  if (c >= 0x3400 && c <= 0x9FFF) return true;                 /* Chinese characters */
  return c >= 0xAC00 && c <= 0xD7A3;                           /* Korean syllables */
}

static bool is_clean(const char *text, size_t length) {
  if (parley_clean_is_plain(text, length)) return true;
  for (size_t i = 0; i < length;) {
    int32_t code;
    i += parley_utf8_read(text + i, length - i, &code);
    if (!is_composed(code)) return false;
  }
  return true;
}

/* Line ends are C2's. */
bool parley_clean_may_compose(const char *text, size_t length) {
  if (parley_utf8_is_ascii(text, length)) return false;
  for (size_t i = 0; i < length;) {
    int32_t code;
    i += parley_utf8_read(text + i, length - i, &code);
    if (!is_composed(code) && code != '\r') return true;
  }
  return false;
}

/* Only moves the ends: nothing is copied for a text that is clean then. */
bool parley_clean_trim(const char **text, size_t *length) {
  size_t blank;
  while (*length > 0 && (blank = blank_at_start(*text, *length)) > 0) {
    *text += blank;
    *length -= blank;
  }
  while (*length > 0 && (blank = blank_at_end(*text, *length)) > 0) *length -= blank;
  return !is_clean(*text, *length);
}

/* ---- cleaning ---- */

/* CR LF becomes LF, and so does a CR alone. In place is allowed: writing never passes reading. */
static size_t unify_lines(const char *text, size_t length, char *out) {
  size_t used = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] != '\r') out[used++] = text[i];
    else if (i + 1 == length || text[i + 1] != '\n') out[used++] = '\n';
  }
  return used;
}

/* utf8proc_map allocates and refuses what is not UTF-8: the text then stays as it is. In place is allowed. */
size_t parley_clean_compose(const char *text, size_t length, char *out) {
  size_t used = length;
  if (out != text) memcpy(out, text, length);
  if (parley_utf8_is_ascii(out, used)) return used;
  utf8proc_uint8_t *composed = NULL;
  utf8proc_ssize_t count = utf8proc_map((const utf8proc_uint8_t *)out, (utf8proc_ssize_t)used, &composed,
                                        UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  if (count >= 0 && (size_t)count <= length * PARLEY_CLEAN_GROWTH) {
    memcpy(out, composed, (size_t)count);
    used = (size_t)count;
  }
  free(composed);
  return used;
}

size_t parley_clean_text(const char *text, size_t length, char *out) {
  return parley_clean_compose(out, unify_lines(text, length, out), out);
}
