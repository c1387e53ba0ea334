/*
** round(x, digits): most numbers lie clearly on one side of the middle and are rounded by arithmetic; for the few near
** it the decimal printer is asked. Both engines call this, so that they answer alike whatever release of SQLite runs.
*/
#include "value/rounding.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "value/number_text.h"

/* From here on a double has no digits behind the point. */
#define WHOLE 4503599627370496.0 /* 2^52 */

/* The double below a positive one. Positive doubles are ordered as their bits are. */
static double next_below(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  bits--;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* Whether whole / power lies so far from the middle between two doubles that a reader of decimals which is not
   exact, as that of SQLite, takes the nearest one too. With two digits or fewer no quotient comes close to the
   middle. fma gives the remainder without rounding. */
static bool is_clear_quotient(double whole, int digits, double power, double quotient) {
  if (digits <= 2 || whole < 1) return true;
  double rest = fma(-quotient, power, whole), step = quotient - next_below(quotient);
  return fabs(rest) < 0.48 * step * power;
}

/* What lies clearly on one side of the middle between two results needs no printing; a double holds the digits and
   the power of ten exactly, so their quotient is the result's nearest double. A thousandth on either side of the
   half is left to the printer, which knows. */
static bool round_clearly(double value, int digits, double *out) {
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};
  if (digits > 12) return false;
  double scaled = fabs(value) * powers[digits];
  if (!(scaled < 1e11)) return false;
  double below = floor(scaled), rest = scaled - below;
  if (fabs(rest - 0.5) < 1e-3) return false;
  double whole = rest < 0.5 ? below : below + 1, quotient = whole / powers[digits];
  *out = value < 0 ? -quotient : quotient; /* of -0 as of 0 */
  return is_clear_quotient(whole, digits, powers[digits], quotient);
}

/* From here on there are at most six bits behind the point, and printers that stop at sixteen digits lose some. */
#define GREAT 70368744177664.0 /* 2^46 */

/* Six bits are six decimals at most, and times a power of ten they are exact. Their quotient is never so near to the
   middle between two doubles that it matters that it is rounded before it is added. */
static double round_great(double value, int digits) {
  double size = fabs(value), whole = floor(size), power = 1;
  if (digits >= 6) return value;
  for (int i = 0; i < digits; i++) power *= 10;
  return copysign(whole + floor((size - whole) * power + 0.5) / power, value);
}

/* Where powers of ten are no doubles: so many digits as are left are printed. A half cannot be met there but by
   accident. Reading and printing share a locale. */
static double round_large(double size, int digits) {
  char text[64];
  snprintf(text, sizeof text, "1e%d", -digits);
  double power = strtod(text, NULL);
  if (size < power) return size < power / 2 ? 0 : power;
  int places = (int)floor(log10(size)) + digits;
  snprintf(text, sizeof text, "%.*e", places < 0 ? 0 : places, size);
  return strtod(text, NULL);
}

/* To tens, hundreds, …: powers of ten up to the 22nd are exact, and fma gives the remainder without rounding, so that a
   half is seen as one. */
static double round_to_tens(double value, int64_t digits) {
  double power = 1, size = fabs(value);
  if (!isfinite(value)) return value;
  if (digits < -308) return 0;
  if (digits < -22) return copysign(round_large(size, (int)digits), value) + 0.0;
  for (int64_t i = 0; i > digits; i--) power *= 10;
  double below = floor(size / power), rest = fma(-below, power, size);
  if (rest < 0) below--, rest += power; /* the quotient was rounded up */
  double rounded = (rest >= power / 2 ? below + 1 : below) * power;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

double parley_scalar_round(double value, int64_t digits) {
  if (digits < 0) return round_to_tens(value, digits);
  if (!(value >= -WHOLE && value <= WHOLE)) return value;
  if (digits == 0) return round(value) + 0.0; /* halves away from zero; of -0, 0 */
  int places = digits > 30 ? 30 : (int)digits;
  double rounded;
  if (fabs(value) >= GREAT) return round_great(value, places);
  if (round_clearly(value, places, &rounded)) return rounded;
  return parley_number_round(value, places);
}
