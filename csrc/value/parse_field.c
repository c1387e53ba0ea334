/*
** One field read as what somebody states that it is. A stated type forgives what an inferred one does not: spaces
** around, a plus sign, leading zeros.
*/
#include "value/parse_field.h"

#include <math.h>
#include <string.h>

#include "base/ascii.h"
#include "value/numeral.h"
#include "value/odd_field.h"

static void trim(const char **text, size_t *length) {
  while (*length > 0 && parley_ascii_is_blank((*text)[0])) {
    ++*text;
    --*length;
  }
  while (*length > 0 && parley_ascii_is_blank((*text)[*length - 1])) --*length;
}

/* Reads what P1 allows for stated types besides: the numeral without plus sign and leading zeros. 5.0 is an integer
   5; beyond 2^53 a number may stand for several integers, and is refused. */
static bool read_stated(const char *text, size_t length, parley_type type, parley_value *out) {
  char plain[PARLEY_NUMERAL_LENGTH + 1];
  size_t at = length > 0 && (text[0] == '+' || text[0] == '-'), used = 0;
  if (length > PARLEY_NUMERAL_LENGTH) return false;
  if (at > 0 && text[0] == '-') plain[used++] = '-';
  while (at + 1 < length && text[at] == '0' && parley_ascii_is_digit(text[at + 1])) at++;
  memcpy(plain + used, text + at, length - at);
  used += length - at;
  if (type == PARLEY_INTEGER && parley_numeral_read_integer(plain, used, &out->integer)) return true;
  if (!parley_numeral_read_number(plain, used, &out->number)) return false;
  if (type == PARLEY_NUMBER) return true;
  out->integer = fabs(out->number) <= 9007199254740992.0 ? (int64_t)out->number : 0; /* 2^53 */
  if (parley_odd_field_has_thousands_point(plain, used)) return false;
  return (double)out->integer == out->number && memchr(plain, '.', used) != NULL;
}

static parley_error_code code_of_type(parley_type type) {
  switch (type) {
    case PARLEY_INTEGER: return PARLEY_ERROR_BAD_INTEGER;
    case PARLEY_NUMBER: return PARLEY_ERROR_BAD_NUMBER;
    case PARLEY_BOOLEAN: return PARLEY_ERROR_BAD_BOOLEAN;
    case PARLEY_DATE: return PARLEY_ERROR_BAD_DATE;
    default: return PARLEY_ERROR_BAD_TYPE;
  }
}

/* Cut at 60 bytes; messages are made valid UTF-8 where they are shown. */
static bool refuse_field(const parley_parse_rules *how, parley_type type, const char *text, size_t length,
                         parley_error *err) {
  bool open = type == PARLEY_INTEGER && parley_odd_field_has_thousands_point(text, length);
  const char *words = open ? "may mean thousands or decimals" : parley_odd_field_reason(how, text, length);
  int shown = length < 60 ? (int)length : 60;
  const char *dots = length < 60 ? "" : "...";
  parley_error_code code = code_of_type(type);
  if (words == NULL || strstr(words, "unlike") != NULL) {
    return parley_fail(err, code, "'%.*s%s' is no %s", shown, text, dots, parley_type_name(type));
  }
  return parley_fail(err, code, "'%.*s%s' is no %s: it %s", shown, text, dots, parley_type_name(type), words);
}

/* `day` is where the text of a date stands that had to be written anew. */
static bool read_typed(const parley_parse_rules *how, parley_type type, const char *text, size_t length,
                       parley_value *out, parley_date_text *day) {
  bool boolean;
  switch (type) {
    case PARLEY_BOOLEAN:
      if (!parley_parse_boolean(text, length, true, &boolean)) return false;
      out->integer = boolean;
      return true;
    case PARLEY_DATE:
      if (!parley_parse_date(how, text, length, day)) return false;
      out->text = day->text;
      out->length = day->length;
      return true;
    default: return read_stated(text, length, type, out);
  }
}

/* Missing is asked of the field as it stands, before blanks are taken off: "" and " " differ. */
bool parley_parse_field(const parley_parse_rules *how, parley_type type, const char *text, size_t length,
                        parley_parse_origin origin, parley_value *out, parley_date_text *day, parley_error *err) {
  *out = (parley_value){.type = PARLEY_ANY};
  if (parley_parse_is_missing(how, text, length, origin)) return true;
  out->type = type == PARLEY_ANY ? PARLEY_TEXT : type;
  out->text = text;
  out->length = length;
  if (out->type == PARLEY_TEXT) return true;
  trim(&text, &length);
  return read_typed(how, type, text, length, out, day) || refuse_field(how, type, text, length, err);
}
