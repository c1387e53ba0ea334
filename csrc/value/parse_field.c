/*
** One field read as what somebody states that it is. A stated type forgives what an inferred one does not: spaces
** around, a plus sign, leading zeros.
*/
#include "value/parse_field.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "value/number_field.h"
#include "value/odd_field.h"

/* The numeral without plus sign and leading zeros, as P1 allows for stated types; false: it is too long. */
static bool without_zeros(const char **text, size_t *length, parley_number_room *room) {
  const char *from = *text;
  if (*length > 0 && *length <= PARLEY_NUMERAL_LENGTH && from[0] >= '1' && from[0] <= '9') return true; /* most */
  size_t at = *length > 0 && (from[0] == '+' || from[0] == '-'), used = 0;
  if (*length > PARLEY_NUMERAL_LENGTH) return false;
  if (at > 0 && from[0] == '-') room->text[used++] = '-';
  while (at + 1 < *length && from[at] == '0' && parley_ascii_is_digit(from[at + 1])) at++;
  memcpy(room->text + used, from + at, *length - at);
  *text = room->text;
  *length += used;
  *length -= at;
  return true;
}

static bool read_stated(const parley_parse_rules *how, const char *text, size_t length, parley_type type,
                        parley_value *out) {
  parley_number_room plain, short_form;
  parley_numeral n;
  bool styled = parley_number_has_style(&how->style);
  bool open = type == PARLEY_INTEGER && !styled && parley_odd_field_has_thousands_point(text, length);
  if (styled && !parley_number_plain(&how->style, &text, &length, &plain)) return false;
  if (!without_zeros(&text, &length, &short_form)) return false;
  if (type == PARLEY_NUMBER && parley_number_infinite(text, length, &out->number)) return true;
  if (!parley_numeral_scan(text, length, &n)) return false;
  if (type == PARLEY_INTEGER) return !open && parley_numeral_whole(&n, &out->integer);
  return !parley_number_loses_digits(&n, text, length) && parley_numeral_number(&n, text, length, &out->number);
}

/* Cut at 60 bytes; messages are made valid UTF-8 where they are shown. */
static bool refuse_field(const parley_parse_rules *how, parley_type type, const char *text, size_t length,
                         parley_error *err) {
  bool open = type == PARLEY_INTEGER && !parley_number_has_style(&how->style) &&
              parley_odd_field_has_thousands_point(text, length);
  const parley_type_entry *entry = &parley_types[type];
  const char *reason = open ? "thousands_or_decimals" : parley_odd_field_reason(how, text, length);
  char shown[64];
  snprintf(shown, sizeof shown, "%.*s%s", length < 60 ? (int)length : 60, text, length < 60 ? "" : "...");
  if (entry->refused == NULL) {
    return parley_fail_with(err, "bad_value.written", "type=%s value=%s", entry->name, shown);
  }
  if (reason == NULL || parley_odd_field_is_unlike(reason) || parley_number_is_label(text, length)) {
    return parley_fail_with(err, entry->refused, "value=%s", shown);
  }
  return parley_fail_with(err, entry->odd, "value=%s reason=%s", shown, reason);
}

/* `day` is where the text of a date stands that had to be written anew. */
static bool read_typed(const parley_parse_rules *how, parley_type type, const char *text, size_t length,
                       parley_value *out, parley_date_text *day) {
  bool boolean;
  if (parley_type_is_written(type)) {
    out->text = text;
    out->length = length;
    return parley_value_read(out, type);
  }
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
    default: return read_stated(how, text, length, type, out);
  }
}

/* A JSON number that is whole has one text, however it is written: 1.0 and 1e0 are 1. */
static void write_whole(parley_value *value, parley_date_text *day) {
  parley_numeral n;
  int64_t whole;
  if (!parley_numeral_scan(value->text, value->length, &n) || n.whole || !parley_numeral_whole(&n, &whole)) return;
  value->length = (size_t)snprintf(day->day, sizeof day->day, "%lld", (long long)whole);
  value->text = day->day;
}

bool parley_parse_field(const parley_parse_rules *how, parley_type type, const char *text, size_t length,
                        parley_parse_origin origin, parley_value *out, parley_date_text *day, parley_error *err) {
  *out = (parley_value){.type = PARLEY_ANY};
  if (parley_parse_is_missing(how, text, length, origin)) return true;
  out->type = type == PARLEY_ANY ? PARLEY_TEXT : type;
  out->text = text;
  out->length = length;
  if (out->type == PARLEY_TEXT) {
    if (origin == PARLEY_PARSE_FROM_JSON) write_whole(out, day);
    return true;
  }
  parley_parse_trim(&text, &length);
  return read_typed(how, type, text, length, out, day) || refuse_field(how, type, text, length, err);
}
