/* Marks are taken out by copying, so that what reads numerals knows a point alone. */
#include "value/number_field.h"

#include <math.h>
#include <string.h>

#include "base/ascii.h"

/* ---- marks ---- */

/* A blank as thousands mark stands for all that typesetters use: the plain one, the no-break space, the narrow no-break
   space and the thin space. */
static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", NULL};

static bool is_blank_mark(const char *mark) {
  for (const char *const *blank = blanks; *blank != NULL; blank++) {
    if (strcmp(mark, *blank) == 0) return true;
  }
  return false;
}

static size_t length_at(const char *at, const char *end, const char *mark) {
  size_t length = strlen(mark);
  return (size_t)(end - at) >= length && memcmp(at, mark, length) == 0 ? length : 0;
}

/* Bytes of the thousands mark that stands there, 0: none does. */
static size_t mark_at(const parley_number_style *style, const char *at, const char *end) {
  if (style->thousands[0] == '\0' || !is_blank_mark(style->thousands)) {
    return style->thousands[0] == '\0' ? 0 : length_at(at, end, style->thousands);
  }
  for (const char *const *blank = blanks; *blank != NULL; blank++) {
    size_t length = length_at(at, end, *blank);
    if (length > 0) return length;
  }
  return 0;
}

static size_t digits_at(const char *at, const char *end) {
  size_t count = 0;
  while (at + count < end && parley_ascii_is_digit(at[count])) count++;
  return count;
}

/* Groups behind the first have three digits each, and the first has one to three once there is a mark: 1,23 is refused
   and not read as 123, as it is more likely a decimal comma. A sign of the other style anywhere refuses the whole. */
bool parley_number_plain(const parley_number_style *style, const char **text, size_t *length,
                         parley_number_room *room) {
  if (!parley_number_has_style(style)) return true;
  const char *at = *text, *end = at + *length;
  char *out = room->text, decimal = style->decimal != '\0' ? style->decimal : '.';
  if (*length > PARLEY_NUMERAL_LENGTH) return false;
  if (at < end && (*at == '-' || *at == '+')) *out++ = *at++;
  size_t count = digits_at(at, end), groups = 0, mark;
  for (;; groups++) {
    memcpy(out, at, count);
    out += count;
    at += count;
    mark = count > 0 ? mark_at(style, at, end) : 0;
    if (mark == 0) break;
    if (groups == 0 && count > 3) return false;
    at += mark;
    count = digits_at(at, end);
    if (count != 3) return false;
  }
  for (; at < end; at++) {
    bool other = *at != decimal && (*at == '.' || *at == ',');
    if (other) return false;
    *out++ = *at == decimal ? '.' : *at;
  }
  *text = room->text;
  *length = (size_t)(out - room->text);
  return true;
}

/* ---- numbers of a kind ---- */

/* Only these spellings: "info" and names that begin with inf are words. The bit 0x20 folds the case of the one letter
   that is looked at before anything is compared. */
bool parley_number_infinite(const char *text, size_t length, double *out) {
  static const char *const words[] = {"inf", "Inf", "infinity", "Infinity", NULL};
  bool negative = length > 0 && text[0] == '-', sign = negative || (length > 0 && text[0] == '+');
  if (length == sign || (text[sign] | 0x20) != 'i') return false;
  for (const char *const *word = words; *word != NULL; word++) {
    if (strlen(*word) != length - sign || memcmp(text + sign, *word, length - sign) != 0) continue;
    *out = negative ? -INFINITY : INFINITY;
    return true;
  }
  return false;
}

/* 0e1 and 12e3 are codes of things more often than numbers: read as numbers they would all be 0 or a rounded power, and
   different codes the same. */
bool parley_number_is_label(const char *text, size_t length) {
  size_t start = length > 0 && text[0] == '-', digits = digits_at(text + start, text + length), at = start + digits;
  if (digits == 0 || at + 1 >= length || (text[at] | 0x20) != 'e') return false;
  bool zero = digits == 1 && text[start] == '0';
  return zero || parley_ascii_is_digit(text[at + 1]);
}

static bool has_exponent(const char *text, size_t length) {
  return memchr(text, 'e', length) != NULL || memchr(text, 'E', length) != NULL;
}

/* A point with nothing but zeros behind it. */
static bool has_zeros_behind(const char *text, size_t length) {
  const char *point = memchr(text, '.', length);
  if (point == NULL) return false;
  for (const char *at = point + 1; at < text + length; at++) {
    if (*at != '0') return false;
  }
  return true;
}

/* Programs that print doubles write 1.2345678901234568e+18, whose last digit stands for a hundred: that is the nearest
   double to its precision, and nothing is lost. 9007199254740993e0 tells more than a double holds. Of whole numbers
   beyond 64 bits, 17 digits that count are the most that a double is ever printed with. */
static bool exponent_loses_digits(const parley_numeral *numeral) {
  parley_numeral n = *numeral;
  int64_t whole;
  uint64_t unit = 1;
  if (n.cut) return n.exponent >= 0;
  while (n.digits % 10 == 0) n.digits /= 10, n.exponent++;
  if (!parley_numeral_whole(&n, &whole)) return n.exponent >= 0 && n.digits >= UINT64_C(100000000000000000);
  uint64_t size = whole < 0 ? UINT64_C(0) - (uint64_t)whole : (uint64_t)whole; /* -2^63 has no positive twin */
  uint64_t nearest = (uint64_t)(double)size;
  for (int64_t at = 0; at < n.exponent; at++) unit *= 10;
  return 2 * (nearest > size ? nearest - size : size - nearest) > unit;
}

/* Up to 2^53 every integer is a double, and a fraction of so few digits is written again as it was. Beyond, one is kept
   where the nearest double is that very integer; the first test of `nearest` keeps the cast within range. */
bool parley_number_loses_digits(const parley_numeral *n, const char *text, size_t length) {
  int64_t whole;
  if (n->digits == 0) return false;
  if (!n->cut && n->digits <= UINT64_C(1) << 53 && n->exponent <= 0) return false;
  if (has_exponent(text, length)) return exponent_loses_digits(n);
  if (!n->whole && !has_zeros_behind(text, length)) return false;
  if (!parley_numeral_whole(n, &whole)) return true;
  if (whole >= -(INT64_C(1) << 53) && whole <= INT64_C(1) << 53) return false;
  double nearest = (double)whole;
  return nearest >= 9223372036854775808.0 || (int64_t)nearest != whole;
}
