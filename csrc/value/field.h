/*
** A field as it comes from a file, and how its column is read: missing, a boolean or a date. Integers and numbers are
** those of value/numeral.h.
**
** F1  A boolean is true or false, in any case. Where the user says that a column is boolean, 1 0 yes no y n t f are
**     too.
** F2  A date is EDTF; in the order that the user states also d.m.yyyy, d/m/yyyy and d-m-yyyy, the separators alike. A
**     year of two digits is a date only when the user states which hundred years are meant.
** F3  Missing is an empty field without quotes, or one of the codes stated for the column, with or without blanks
**     around; a code that is a numeral stands for its number, however that is written. Nothing else is.
*/
#ifndef PARLEY_VALUE_FIELD_H
#define PARLEY_VALUE_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "value/day_month_order.h"
#include "value/number_field.h"

typedef enum parley_parse_origin {
  PARLEY_PARSE_FROM_BARE,   /* without quotes */
  PARLEY_PARSE_FROM_QUOTED, /* CSV with quotes */
  PARLEY_PARSE_FROM_JSON,   /* a JSON number, boolean or nested value: what it is, its syntax says */
  PARLEY_PARSE_FROM_STRING  /* a JSON string */
} parley_parse_origin;

typedef struct parley_missing_code {
  const char *text;
  size_t length;
} parley_missing_code;

/* What the user states about a column. All zero: nothing. The codes stay the caller's. */
typedef struct parley_parse_rules {
  parley_date_order dates;
  int first_short_year;      /* 1950: '50' is 1950 and '49' is 2049; 0: a year of two digits is not a date */
  const parley_missing_code *missing;
  int missing_count;
  parley_number_style style; /* of numbers */
} parley_parse_rules;

/* Whether a field is one of the codes. */
bool parley_parse_is_missing_code(const parley_parse_rules *how, const char *text, size_t length);

/* Asked for every field, and most columns have no codes. */
static inline bool parley_parse_is_missing(const parley_parse_rules *how, const char *text, size_t length,
                                           parley_parse_origin origin) {
  if (length == 0 && origin == PARLEY_PARSE_FROM_BARE) return true;
  return how->missing_count > 0 && parley_parse_is_missing_code(how, text, length);
}

/* A boolean, `stated` by the user or not. */
bool parley_parse_boolean(const char *text, size_t length, bool stated, bool *out);

bool parley_parse_date(const parley_parse_rules *how, const char *text, size_t length, parley_date_text *out);

/* Whether the text is what stands before the sums of a sheet: "Total", "Sum:", "Итого". */
bool parley_field_is_total(const char *text, size_t length);

/* Takes blanks off both ends. */
void parley_parse_trim(const char **text, size_t *length);

/* Whether the text is one of the words, in any case; they are in lower case, and NULL is behind the last. */
bool parley_parse_is_one_of(const char *text, size_t length, const char *const *words);

#endif
