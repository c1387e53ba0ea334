/*
** Most numerals are short: digits and power of ten are exact doubles, and one operation rounds once. Those of up to 19
** digits are divided or multiplied in 128 bits, and rounded here. The rest is strtod's.
**
** Rounding follows Clinger ("How to Read Floating Point Numbers Accurately", 1990): where digits and power are exact,
** one operation gives the nearest double; else the quotient is made longer than a double and rounded by hand, half to
** even.
*/
#define _POSIX_C_SOURCE 200809L /* newlocale */

#include "value/numeral.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#if defined(__APPLE__)
#include <xlocale.h>
#endif

#include "base/ascii.h"

enum { MOST_DIGITS = 19, DOUBLE_BITS = 53, EXACT_POWER = 22, FIVES = 27 };

/* An exponent beyond any double; no sum of it and a length overflows. */
#define HUGE_EXPONENT INT64_C(1000000)

/* ---- taking apart ---- */

/* Adds the digits from *at on, which leaves *at behind them. Zeros before the first other digit do not count. 19
   digits fit in 64 bits; those behind them raise the exponent, and `cut` remembers one that is not 0. */
static void add_digits(parley_numeral *n, const char *text, size_t length, size_t *at, int *count) {
  for (; *at < length && parley_ascii_is_digit(text[*at]); ++*at) {
    unsigned digit = (unsigned)(text[*at] - '0');
    if (*count < MOST_DIGITS) {
      n->digits = n->digits * 10 + digit;
      *count += n->digits > 0;
    } else {
      n->exponent++;
      n->cut |= digit > 0;
    }
  }
}

/* Beyond HUGE_EXPONENT the value stops growing: the answer is out of range anyway. */
static bool scan_exponent(parley_numeral *n, const char *text, size_t length, size_t *at) {
  size_t i = *at + 1;
  bool negative = i < length && text[i] == '-';
  if (i < length && (text[i] == '-' || text[i] == '+')) i++;
  if (i == length || !parley_ascii_is_digit(text[i])) return false;
  int64_t value = 0;
  for (; i < length && parley_ascii_is_digit(text[i]); i++) {
    if (value < HUGE_EXPONENT) value = value * 10 + (text[i] - '0');
  }
  n->exponent += negative ? -value : value;
  *at = i;
  return true;
}

/* A point needs digits behind it; it may have none before. */
static bool scan_fraction(parley_numeral *n, const char *text, size_t length, size_t *at, int *count) {
  size_t start = ++*at;
  add_digits(n, text, length, at, count);
  n->behind = *at - start;
  n->exponent -= (int64_t)n->behind;
  return n->behind > 0;
}

/* "007" is no numeral: a leading zero is an id more often than a number. */
bool parley_numeral_scan(const char *text, size_t length, parley_numeral *out) {
  if (length == 0 || length > PARLEY_NUMERAL_LENGTH) return false;
  parley_numeral n = {.negative = text[0] == '-', .whole = true};
  size_t at = n.negative, start = at;
  int count = 0;
  add_digits(&n, text, length, &at, &count);
  bool empty = at == start;
  if (at > start + 1 && text[start] == '0') return false;
  if (at < length && text[at] == '.') {
    if (!scan_fraction(&n, text, length, &at, &count)) return false;
    empty = n.whole = false;
  }
  if (empty) return false;
  if (at < length && (text[at] | 0x20) == 'e') {
    if (!scan_exponent(&n, text, length, &at)) return false;
    n.whole = false;
    n.behind = 0;
  }
  *out = n;
  return at == length;
}

/* ---- integers ---- */

/* -2^63 by way of one less, as its magnitude is no int64_t. "-0" is refused: R2. */
bool parley_numeral_integer(const parley_numeral *n, int64_t *out) {
  if (!n->whole || n->exponent != 0) return false;
  if (n->negative) {
    if (n->digits == 0 || n->digits > (uint64_t)INT64_MAX + 1) return false;
    *out = -(int64_t)(n->digits - 1) - 1;
  } else {
    if (n->digits > INT64_MAX) return false;
    *out = (int64_t)n->digits;
  }
  return true;
}

bool parley_numeral_whole(const parley_numeral *n, int64_t *out) {
  parley_numeral whole = *n;
  if (n->cut) return false;
  for (; whole.exponent < 0 && whole.digits > 0; whole.exponent++) {
    if (whole.digits % 10 != 0) return false;
    whole.digits /= 10;
  }
  for (; whole.exponent > 0 && whole.digits > 0; whole.exponent--) {
    if (whole.digits > UINT64_MAX / 10) return false;
    whole.digits *= 10;
  }
  whole.exponent = 0;
  whole.whole = true;
  whole.negative &= whole.digits > 0;
  return parley_numeral_integer(&whole, out);
}

/* Without zeros at the end of the digits. */
static parley_numeral shortest(parley_numeral n) {
  for (; n.digits > 0 && n.digits % 10 == 0; n.digits /= 10) n.exponent++;
  if (n.digits == 0) n = (parley_numeral){.digits = 0};
  return n;
}

bool parley_numeral_equal(const parley_numeral *a, const parley_numeral *b) {
  parley_numeral x = shortest(*a), y = shortest(*b);
  return x.digits == y.digits && x.exponent == y.exponent && x.negative == y.negative && !x.cut && !y.cut;
}

bool parley_numeral_read_integer(const char *text, size_t length, int64_t *out) {
  parley_numeral n;
  return parley_numeral_scan(text, length, &n) && parley_numeral_integer(&n, out);
}

/* ---- numbers ---- */

static const double power_of_ten[EXACT_POWER + 1] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/* Both numbers are exact, so the one operation gives the nearest double, where doubles are computed as such. 10^22
   is the greatest power of ten that a double holds exactly. */
static bool convert_short(const parley_numeral *n, double *out) {
  if (FLT_EVAL_METHOD != 0 || n->cut || n->digits > (uint64_t)1 << DOUBLE_BITS) return false;
  if (n->exponent > EXACT_POWER || n->exponent < -EXACT_POWER) return false;
  double digits = (double)n->digits;
  *out = n->exponent < 0 ? digits / power_of_ten[-n->exponent] : digits * power_of_ten[n->exponent];
  return true;
}

#if defined(__SIZEOF_INT128__)

__extension__ typedef unsigned __int128 wide;

/* A binary search for the highest bit, 7 steps. */
static int bits_in(wide value) {
  int bits = 0;
  for (int step = 64; step > 0; step /= 2) {
    if (value >> step > 0) {
      value >>= step;
      bits += step;
    }
  }
  return bits + (value > 0);
}

/* value * 2^power, `more` telling that the true value is a little above; far from the smallest and largest doubles. */
static double nearest(wide value, bool more, int power) {
  int drop = bits_in(value) - DOUBLE_BITS;
  if (drop <= 0) return ldexp((double)(uint64_t)value, power);
  uint64_t kept = (uint64_t)(value >> drop);
  wide rest = value & (((wide)1 << drop) - 1), half = (wide)1 << (drop - 1);
  bool up = rest > half || (rest == half && (more || (kept & 1) != 0));
  return ldexp((double)(kept + up), power + drop);
}

/* 10^e is 5^e * 2^e, and up to 5^27 fits into 64 bits. 19 digits times 5^27 fit 127 bits. */
static bool convert_wide(const parley_numeral *n, double *out) {
  int64_t e = n->exponent < 0 ? -n->exponent : n->exponent;
  if (n->cut || e > FIVES) return false;
  uint64_t fives = 1;
  for (int64_t i = 0; i < e; i++) fives *= 5;
  if (n->exponent >= 0) {
    *out = nearest((wide)n->digits * fives, false, (int)e);
  } else {
    int shift = 128 - bits_in(n->digits); /* so the quotient has more than 64 bits */
    wide dividend = (wide)n->digits << shift;
    *out = nearest(dividend / fives, dividend % fives != 0, -shift - (int)e);
  }
  return true;
}

#else
static bool convert_wide(const parley_numeral *n, double *out) {
  (void)n;
  (void)out;
  return false;
}
#endif

/* The locale is changed for this thread only, and only for the moment. newlocale may fail for want of memory: the
   text is then told to be no number. Rare: more than 19 digits, or exponents beyond 27. */
static bool convert_any(const char *text, size_t length, double *out) {
  char copy[PARLEY_NUMERAL_LENGTH + 1];
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (plain == (locale_t)0) return false;
  memcpy(copy, text, length);
  copy[length] = '\0';
  locale_t before = uselocale(plain);
  *out = fabs(strtod(copy, NULL));
  uselocale(before);
  freelocale(plain);
  return true;
}

/* A value that became 0 or infinite is out of the range of doubles (R3). */
bool parley_numeral_number(const parley_numeral *n, const char *text, size_t length, double *out) {
  double value = 0;
  if (n->digits > 0) {
    if (!convert_short(n, &value) && !convert_wide(n, &value) && !convert_any(text, length, &value)) return false;
    if (value == 0 || isinf(value)) return false;
  }
  *out = n->negative ? -value : value;
  return true;
}

bool parley_numeral_read_number(const char *text, size_t length, double *out) {
  parley_numeral n;
  return parley_numeral_scan(text, length, &n) && parley_numeral_number(&n, text, length, out);
}
