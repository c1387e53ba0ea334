/*
** From text to values: what a field says when it is read as a type, and which type a whole column has.
** Knows no Lua; the locale of the program does not matter.
**
** R1  Integers and numbers are as value/numeral.h has it. Where the user says that a column is one of them, leading zeros,
**     a plus sign and spaces around do no harm, and an integer may be written 5.0.
** R2  An integer that no double holds exactly is no number.
** R3  A boolean is true or false, in any case. Where the user says that a column is boolean, 1 0 yes no y n t f are
*too.
** R4  A date is EDTF; in the order that the user states also d.m.yyyy, d/m/yyyy and d-m-yyyy, the separators alike. A
**     year of two digits is a date only when the user states which hundred years are meant.
** R5  Missing is an empty field without quotes, or one of the codes stated for the column. Nothing else is.
** R6  A column has a type when all its values have it; of several the first of integer, number, boolean, date. All
**     else is text: a leading zero, a thousands separator, a plus sign, a space or more than 64 bits keep a column
**     text, and the reason says where. Plain years do not make a column of dates, nor do four digits that begin with 0.
** R7  Quotes in CSV say nothing about the type. A JSON string is a date or a text.
*/
#ifndef PARLEY_VALUE_TYPE_INFERENCE_H
#define PARLEY_VALUE_TYPE_INFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "value/edtf.h"
#include "base/error.h"
#include "value/type.h"
#include "value/numeral.h"

/* ---- how fields are read ---- */

typedef enum parley_origin {
  PARLEY_FROM_BARE,   /* without quotes; JSON numbers, booleans and nested values */
  PARLEY_FROM_QUOTED, /* CSV with quotes */
  PARLEY_FROM_STRING  /* a JSON string */
} parley_origin;

typedef enum parley_date_order { PARLEY_DATES_ISO, PARLEY_DATES_DMY, PARLEY_DATES_MDY } parley_date_order;

typedef struct parley_code {
  const char *text;
  size_t length;
} parley_code;

/* What the user states about a column. All zero: nothing. The codes stay the caller's. */
typedef struct parley_reading {
  parley_date_order dates;
  int first_short_year;      /* 1950: '50' is 1950 and '49' is 2049; 0: a year of two digits is no date */
  const parley_code *missing;
  int missing_count;
} parley_reading;

/* ---- single fields ---- */

bool parley_is_missing(const parley_reading *how, const char *text, size_t length, parley_origin origin);

/* Integers and numbers: parley_read_integer, parley_read_number of value/numeral.h. */
bool parley_read_boolean(const char *text, size_t length, bool stated, bool *out);

/* A date as EDTF text: the field itself, or the day in `day` when it was written in another order. */
typedef struct parley_date_text {
  const char *text;
  size_t length;
  parley_edtf date;
  char day[16];
} parley_date_text;

bool parley_read_date(const parley_reading *how, const char *text, size_t length, parley_date_text *out);

/* Reads a field as a type that the user or the codebook states; spaces around it do no harm. `day` holds the text of
 * a date where it differs from the field. False: it does not read so, and err says why ("has a leading zero"). */
bool parley_read_field(const parley_reading *how, parley_type type, const char *text, size_t length,
                       parley_origin origin, parley_value *out, parley_date_text *day, parley_error *err);

/* ---- whole columns ---- */

enum { PARLEY_ODD_VALUES = 3, PARLEY_ODD_LENGTH = 40 };

/* A value that decides something about its column. */
typedef struct parley_odd {
  int64_t line, count; /* line 0: none */
  size_t length;       /* of the value; of a longer one only the beginning is kept */
  char text[PARLEY_ODD_LENGTH];
} parley_odd;

/* What is known of a column so far. */
typedef struct parley_guess {
  const parley_reading *how;
  unsigned possible;       /* types of all values but the odd ones, as bits */
  int64_t values, missing; /* odd ones are values too */
  bool is_text;            /* more odd values than are kept: nothing else matters any more */
  int odd_count;
  parley_odd odd[PARLEY_ODD_VALUES]; /* values that have no type with those before them */
  parley_odd last;         /* the first value that was less than an integer, or a day in no stated order */
  bool dated;              /* a value was more than a plain year */
  int greatest[2];         /* first and second part of what looks like 5.3.2022 */
  bool misfits[2];         /* a value is no day in the order dmy, mdy */
  parley_odd unfit;        /* the value that left no order */
} parley_guess;

/* Begins a column; `how` stays the caller's. */
void parley_guess_begin(parley_guess *guess, const parley_reading *how);

void parley_guess_add(parley_guess *guess, const char *text, size_t length, parley_origin origin, int64_t line);

/* The type of the column: PARLEY_ANY when nothing but missing values came. */
parley_type parley_guess_type(const parley_guess *guess);

/* How much of a column that is no date looks like 5.3.2022: all of its values, some, or none. */
typedef enum parley_days { PARLEY_NO_DAYS, PARLEY_SOME_DAYS, PARLEY_ALL_DAYS } parley_days;

parley_days parley_guess_days(const parley_guess *guess);

/* Why, as a sentence: "text: line 17 has a leading zero ('007')". */
void parley_guess_reason(const parley_guess *guess, char *out, size_t size);

/* What the user could state to get more out of the column; "" when there is nothing to say. */
void parley_guess_suggestion(const parley_guess *guess, char *out, size_t size);

#endif
