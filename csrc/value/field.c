/*
** What any reading of a field begins with: whether it is there at all, and whether it is a boolean or a date.
*/
#include "value/field.h"

#include <string.h>

#include "base/ascii.h"
#include "value/number_field.h"

/* Whether the text is `word`, which is in lower case, in any case. ASCII only is lowered: words in other scripts are
   compared as they stand. */
static bool is_word(const char *text, size_t length, const char *word) {
  for (size_t i = 0; i < length; i++, word++) {
    if (*word == '\0' || parley_ascii_lower(text[i]) != *word) return false;
  }
  return *word == '\0';
}

void parley_parse_trim(const char **text, size_t *length) {
  while (*length > 0 && parley_ascii_is_blank((*text)[0])) {
    ++*text;
    --*length;
  }
  while (*length > 0 && parley_ascii_is_blank((*text)[*length - 1])) --*length;
}

bool parley_parse_is_one_of(const char *text, size_t length, const char *const *words) {
  for (; *words != NULL; words++) {
    if (is_word(text, length, *words)) return true;
  }
  return false;
}

/* Words of English, Russian, Ukrainian, German, French, Spanish and Turkish, with or without a colon behind. */
bool parley_field_is_total(const char *text, size_t length) {
  static const char *const words[] = {"total", "totals", "grand total", "subtotal", "sub-total", "sum", "sums",
                                      "Итого", "ИТОГО", "Всего", "ВСЕГО", "Всього", "ВСЬОГО", "Усього", "УСЬОГО",
                                      "Разом", "РАЗОМ", "summe", "insgesamt", "gesamt", "total général",
                                      "total general", "suma", "toplam", NULL};
  /* most ids: the words begin with one of four letters, or with one of another script */
  if (length == 0 || ((text[0] & 0x80) == 0 && strchr("tgsi", parley_ascii_lower(text[0])) == NULL)) return false;
  if (text[length - 1] == ':') length--;
  return parley_parse_is_one_of(text, length, words);
}

static bool is_code(const parley_missing_code *code, const char *text, size_t length) {
  return code->length == length && (length == 0 || memcmp(code->text, text, length) == 0);
}

/* A field that begins otherwise than a code is not its number written in another way: most fields need no more. */
static bool begins_alike(const parley_missing_code *code, const char *text, size_t length) {
  return code->length > 0 && length > 1 && code->text[0] == text[0] &&
         (parley_ascii_is_digit(text[0]) || text[0] == '-');
}

static bool is_number_of(const parley_parse_rules *how, const parley_missing_code *code, const char *text,
                         size_t length) {
  parley_number_room room;
  parley_numeral a, b;
  return parley_numeral_scan(code->text, code->length, &a) && parley_number_plain(&how->style, &text, &length, &room) &&
         parley_numeral_scan(text, length, &b) && parley_numeral_equal(&a, &b);
}

bool parley_parse_is_missing_code(const parley_parse_rules *how, const char *text, size_t length) {
  for (int i = 0; i < how->missing_count; i++) {
    if (is_code(&how->missing[i], text, length)) return true;
  }
  const char *inner = text;
  size_t left = length;
  parley_parse_trim(&inner, &left);
  for (int i = 0; i < how->missing_count && left > 0; i++) {
    const parley_missing_code *code = &how->missing[i];
    if (left < length && is_code(code, inner, left)) return true;
    if (begins_alike(code, inner, left) && is_number_of(how, code, inner, left)) return true;
  }
  return false;
}

/* *out is set in either case; 1 and 0 are booleans only where somebody says so. */
bool parley_parse_boolean(const char *text, size_t length, bool stated, bool *out) {
  static const char *const yes[] = {"1", "yes", "y", "t", NULL}, *const no[] = {"0", "no", "n", "f", NULL};
  if (length == 0 || length > 5) return false;
  if (is_word(text, length, "true") || (stated && parley_parse_is_one_of(text, length, yes))) return *out = true;
  *out = false;
  return is_word(text, length, "false") || (stated && parley_parse_is_one_of(text, length, no));
}

/* Spares the parser, and its message, what cannot be a date. */
static bool may_be_edtf(const char *text, size_t length) {
  return length >= 4 && (parley_ascii_is_digit(text[0]) || memchr("-Y./", text[0], 4) != NULL);
}

/* A text of a day's shape is a date in the stated order or none: it is never tried as something else. */
bool parley_parse_date(const parley_parse_rules *how, const char *text, size_t length, parley_date_text *out) {
  parley_day_parts day;
  if (parley_day_scan(text, length, &day)) return parley_day_order(how->dates, how->first_short_year, &day, out);
  out->text = text;
  out->length = length;
  return may_be_edtf(text, length) && parley_edtf_parse(text, length, &out->date, NULL);
}
