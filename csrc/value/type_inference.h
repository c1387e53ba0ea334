/*
** Which type a column has, from the fields that are in it; and what to say about it. Fields are as value/field.h and
** value/numeral.h have them.
**
** R1  A whole number that no double holds exactly is not a number, with a fraction of zeros or without.
** R2  A column has a type when all its values have it; of several the first of integer, number, boolean, date. All
**     else is text: a leading zero, a thousands separator, a plus sign, a space or more than 64 bits keep a column
**     text, and the reason says where. Plain years do not make a column of dates, nor do four digits that begin with 0.
**     Nor do seasons, which may be years (2020-21, 2021-22), among years and seasons alone.
** R3  Numerals are labels, and text, when 1.10 stands among them and another has more or less digits behind its point,
**     unless the user says how numbers are written; the zeros of 5.0 alone are none to lose. JSON numbers are numbers.
** R4  Quotes in CSV say nothing about the type. A JSON string is a date or a text.
*/
#ifndef PARLEY_VALUE_TYPE_INFERENCE_H
#define PARLEY_VALUE_TYPE_INFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "value/field.h"
#include "value/type.h"

enum { PARLEY_INFERENCE_ODD_VALUES = 3, PARLEY_INFERENCE_ODD_LENGTH = 40 };

/* A value that decides something about its column. */
typedef struct parley_inference_odd {
  int64_t line, count; /* line 0: none */
  size_t length;       /* of the value; of a longer one only the beginning is kept */
  char text[PARLEY_INFERENCE_ODD_LENGTH];
} parley_inference_odd;

/* How many digits stand behind the points of a column's numerals: 1.10 beside 1.1 is a label. All zero: none so far. */
typedef struct parley_inference_fractions {
  uint32_t lengths; /* a bit for each */
  bool padded;      /* one of two digits or more ends in 0 */
} parley_inference_fractions;

/* A numeral with so many digits behind the point, the last of which is `last`; whether it is padded. */
static inline bool parley_inference_fractions_add(parley_inference_fractions *fractions, size_t digits, char last) {
  bool padded = digits > 1 && last == '0';
  fractions->lengths |= UINT32_C(1) << (digits < 31 ? digits : 31);
  fractions->padded |= padded;
  return padded;
}

static inline void parley_inference_fractions_merge(parley_inference_fractions *fractions,
                                                    const parley_inference_fractions *more) {
  fractions->lengths |= more->lengths;
  fractions->padded |= more->padded;
}

static inline bool parley_inference_fractions_are_labels(const parley_inference_fractions *fractions) {
  return fractions->padded && (fractions->lengths & (fractions->lengths - 1)) != 0;
}

/* What is known of a column so far. */
typedef struct parley_inference {
  const parley_parse_rules *how;
  unsigned possible;       /* types of all values but the odd ones, as bits */
  int64_t values, missing; /* odd ones are values too */
  bool is_text;            /* more odd values than are kept: nothing else matters any more */
  int odd_count;
  parley_inference_odd odd[PARLEY_INFERENCE_ODD_VALUES]; /* values that have no type with those before them */
  parley_inference_odd last;         /* the first value that was less than an integer, or a day in no stated order */
  bool dated;              /* a value was more than a plain year, a season or two years */
  bool two_years;          /* a value was like 2011-12 */
  parley_inference_odd season;       /* the first like 2020-21 */
  parley_inference_fractions fractions;
  parley_inference_odd padded;       /* the first like 1.10 */
  int greatest[2];         /* first and second part of what looks like 5.3.2022 */
  bool misfits[2];         /* a value is no day in the order dmy, mdy */
  parley_inference_odd unfit; /* the value that left no order */
} parley_inference;

/* Begins a column; `how` stays the caller's. */
void parley_inference_begin(parley_inference *inference, const parley_parse_rules *how);

void parley_inference_add(parley_inference *inference, const char *text, size_t length, parley_parse_origin origin,
                          int64_t line);

/* The type of the column: PARLEY_ANY when nothing but missing values came. */
parley_type parley_inference_type(const parley_inference *inference);

/* How much of a column that is not a date looks like 5.3.2022: all of its values, some, or none. */
typedef enum parley_inference_day_share {
  PARLEY_INFERENCE_NO_DAYS,
  PARLEY_INFERENCE_SOME_DAYS,
  PARLEY_INFERENCE_ALL_DAYS
} parley_inference_day_share;

parley_inference_day_share parley_inference_days(const parley_inference *inference);

/* Whether the parts of the column's days have no order that fits all of them. */
bool parley_inference_without_order(const parley_inference *inference);

/* Whether the suggestion is that this text means missing. */
bool parley_inference_suggests_code(const parley_inference *inference, const char *text);

/* Why, as a phrase of parley.base.messages.phrases: why_odd with line, reason and value. What stands in `out` is no
   failure, and its code means nothing. */
void parley_inference_why(const parley_inference *inference, parley_error *out);

/* What the user could state to get more out of the column, as such a phrase; false when there is nothing to say. */
bool parley_inference_suggestion(const parley_inference *inference, parley_error *out);

#endif
