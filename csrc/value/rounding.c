/*
** round(x, digits). A number is the shortest decimal that reads back as it, which is what is printed; that decimal is
** rounded, a half away from zero. Every engine asks here; PostgreSQL has the same in SQL.
**
** D1  A decimal of 15 digits or fewer that reads as x is the shortest one of x. So where the middle between two results
**     has no more, x lies on the side of it that comparing the two doubles tells.
** D2  Quotients of integers below 2^53 and powers of ten up to the 22nd are the doubles nearest to the decimals.
*/
#include "value/rounding.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "value/shortest_number.h"

/* From here on a double has no digits behind the point; and from twice that on, not all whole numbers. */
#define WHOLE 4503599627370496.0 /* 2^52 */

enum { MOST_QUICK = 21 }; /* digits; one more power is needed */

static const double powers[MOST_QUICK + 2] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                              1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* What lies clearly on one side of the middle is rounded at once: neither the product nor the decimal that reads as the
   number is further off than 2^-53 of it. D1, D2. With registers of 80 bits, doubles would not compare as stored. */
static bool round_quickly(double size, int64_t digits, double *out) {
  if (FLT_EVAL_METHOD != 0 || digits > MOST_QUICK) return false;
  double scaled = size * powers[digits];
  if (!(scaled < 1e15)) return false;
  double below = floor(scaled), rest = scaled - below;
  bool up = rest > 0.5;
  if (fabs(rest - 0.5) < scaled * 3e-16 + 1e-9) {
    if (scaled > 9e13) return false;
    up = size >= (below * 10 + 5) / powers[digits + 1];
  }
  *out = (below + up) / powers[digits];
  return true;
}

/* Halves of tens are whole, so what stands behind the point makes none. Below 2^53. */
static double round_whole(double size, int64_t digits) {
  uint64_t power = 1;
  if (digits < -16) return 0; /* half of 10^17 is more */
  for (; digits < 0; digits++) power *= 10;
  return (double)(((uint64_t)size + power / 2) / power * power);
}

/* The digits that count, as a whole number: those of the text times 10^exponent are the number. */
static uint64_t read_digits(const char *text, size_t length, int *exponent) {
  uint64_t digits = 0;
  bool behind = false;
  *exponent = 0;
  for (size_t i = 0; i < length; i++) {
    if (text[i] == '.') {
      behind = true;
    } else if (text[i] == 'e') {
      *exponent += atoi(text + i + 1);
      break;
    } else if (!behind || text[i] != '0' || i + 1 < length) { /* the ".0" of a whole number adds nothing */
      digits = digits * 10 + (uint64_t)(text[i] - '0');
      *exponent -= behind;
    }
  }
  return digits;
}

/* By the digits themselves, at most 17 of them. */
static double round_written(double size, int64_t digits) {
  char text[PARLEY_NUMBER_TEXT_LENGTH + 1];
  int exponent;
  if (digits < -309) return 0;
  size_t length = parley_number_text_shortest(size, text);
  text[length] = '\0';
  uint64_t written = read_digits(text, length, &exponent), power = 1;
  int64_t cut = -digits - exponent; /* so many digits go */
  if (cut <= 0) return size;
  if (cut > 19) return 0;
  for (; cut > 0; cut--) power *= 10;
  uint64_t kept = written / power + (written % power >= power / 2);
  snprintf(text, sizeof text, "%" PRIu64 "e%" PRId64, kept, -digits);
  return strtod(text, NULL); /* no point, so no locale has a say */
}

double parley_scalar_round(double value, int64_t digits) {
  double size = fabs(value), rounded;
  if (!(size < INFINITY) || (digits >= 0 && size >= WHOLE)) return value;
  if (digits == 0) return round(value) + 0.0; /* of -0, 0 */
  if (digits > 0) {
    if (!round_quickly(size, digits, &rounded)) rounded = round_written(size, digits);
  } else {
    rounded = size < 2 * WHOLE ? round_whole(size, digits) : round_written(size, digits);
  }
  return value < 0 && rounded > 0 ? -rounded : rounded;
}
