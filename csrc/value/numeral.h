/*
** Numerals to numbers, exactly and in no locale: "-12", "0.5", ".5", "1.5e-3".
**
** R1  A sign '-' at most; no leading zero before another digit; digits after a point; an exponent needs digits.
** R2  An integer has neither point nor exponent, fits into 64 bits, and is not '-0', which only a double can keep.
** R3  A number is the double nearest to what is written, of two equally near the even one. What is larger than every
**     double, or becomes 0 without being 0, is not a number; nor is what is longer than PARLEY_NUMERAL_LENGTH.
*/
#ifndef PARLEY_VALUE_NUMERAL_H
#define PARLEY_VALUE_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PARLEY_NUMERAL_LENGTH = 1024 };

/* A numeral taken apart: its value is digits * 10^exponent, with a sign. */
typedef struct parley_numeral {
  bool negative;
  bool whole;      /* no point, no exponent */
  bool cut;        /* more digits than `digits` holds */
  uint64_t digits; /* the first 19 that count */
  int64_t exponent; /* of ten */
  size_t behind;   /* digits behind the point, with which the text ends; 0: none, or there is an exponent */
} parley_numeral;

/* Whether the text is a numeral as of R1. */
bool parley_numeral_scan(const char *text, size_t length, parley_numeral *out);

/* Whether the numeral is an integer as of R2. */
bool parley_numeral_integer(const parley_numeral *numeral, int64_t *out);

/* The whole number of 64 bits that a numeral means, however it is written: 5.0, 3e3, -0. False: it is none. */
bool parley_numeral_whole(const parley_numeral *numeral, int64_t *out);

/* Whether two numerals mean the same number. */
bool parley_numeral_equal(const parley_numeral *a, const parley_numeral *b);

/* Whether the numeral, scanned from `text`, is a number as of R3. */
bool parley_numeral_number(const parley_numeral *numeral, const char *text, size_t length, double *out);

bool parley_numeral_read_integer(const char *text, size_t length, int64_t *out);
bool parley_numeral_read_number(const char *text, size_t length, double *out);

#endif
