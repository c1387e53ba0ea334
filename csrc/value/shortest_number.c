/*
** By trial, and not by an algorithm of its own (Ryu: Adams, 2018): write_short settles nearly all numbers of real
** tables with a division or two, and without printf; the rest is rare.
*/
#include "value/shortest_number.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "value/number_text.h"

/* ---- integers ---- */

static const char pairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

/* Writes the digits and gives their number, at most 20. Two digits a division. 20 digits hold every number of 64
   bits. */
static size_t write_digits(uint64_t value, char *to) {
  char digits[20];
  size_t at = sizeof digits;
  for (; value >= 100; value /= 100) {
    at -= 2;
    memcpy(digits + at, pairs + 2 * (value % 100), 2);
  }
  if (value >= 10) {
    at -= 2;
    memcpy(digits + at, pairs + 2 * value, 2);
  } else {
    digits[--at] = (char)('0' + value);
  }
  memcpy(to, digits + at, sizeof digits - at);
  return sizeof digits - at;
}

/* Two's complement without its sign is the same digits, also of the least integer. In unsigned, where the least
   integer has a magnitude. */
static uint64_t magnitude(int64_t value) { return value < 0 ? 0 - (uint64_t)value : (uint64_t)value; }

size_t parley_number_text_integer(int64_t value, char text[PARLEY_NUMBER_TEXT_LENGTH]) {
  size_t length = value < 0;
  *text = '-';
  return length + write_digits(magnitude(value), text + length);
}

/* ---- numbers ---- */

/* Below a power of two doubles lie closer than above it. So the nearest decimal of 16 digits may be another double's,
   while the next one above is its own; those have exponents. */
static bool write_above(double value, char *text, int *length) {
  if (fabs(frexp(value, length)) > 0.5) return false;
  *length = snprintf(text, PARLEY_NUMBER_TEXT_LENGTH, "%.15e", value);
  for (char *at = strchr(text, 'e'); at-- > text;) {
    if (*at < '0' || *at > '9') continue;
    *at = *at == '9' ? '0' : (char)(*at + 1);
    if (*at != '0') break;
  }
  return strtod(text, NULL) == value;
}

/* Any finite number, by trial. 17 digits always read back (IEEE 754, 5.12.2); of a normal number, no decimal of fewer
   than 15 is lost by asking for 15. An integer gets ".0", so that it reads as a number again. */
static size_t write_by_trial(double value, char *text) {
  int length = 0;
  for (int digits = fabs(value) < DBL_MIN ? 1 : 15; digits <= 17; digits++) {
    length = snprintf(text, PARLEY_NUMBER_TEXT_LENGTH, "%.*g", digits, value);
    if (strtod(text, NULL) == value || (digits == 16 && write_above(value, text, &length))) break;
  }
  size_t kept = parley_number_text_mend(text, (size_t)length);
  if (memchr(text, '.', kept) == NULL && memchr(text, 'e', kept) == NULL) {
    memcpy(text + kept, ".0", 2);
    kept += 2;
  }
  return kept;
}

enum { MOST_DECIMALS = 9 };

static const double powers[MOST_DECIMALS + 1] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
static const uint64_t whole_powers[MOST_DECIMALS + 1] = {1,      10,      100,      1000,      10000,
                                                         100000, 1000000, 10000000, 100000000, 1000000000};

/* Writes scaled / 10^decimals. `scaled` is below 10^15: divisions are exact. */
static size_t write_decimal(uint64_t scaled, int decimals, char *text) {
  uint64_t power = whole_powers[decimals];
  size_t length = write_digits(scaled / power, text);
  text[length++] = '.';
  if (decimals == 0) {
    text[length++] = '0';
    return length;
  }
  uint64_t rest = scaled % power;
  for (size_t at = length + (size_t)decimals; at-- > length; rest /= 10) text[at] = (char)('0' + rest % 10);
  return length + (size_t)decimals;
}

/* Writes a number that has at most 15 digits, few of them decimals; 0 if it has more. Quotients of integers below
   2^53 and small powers of ten are the doubles nearest to the decimal, so equality says that the decimal reads back.
   FLT_EVAL_METHOD: with registers of 80 bits, equality would not mean what it says. */
static size_t write_short(double size, char *text) {
  if (FLT_EVAL_METHOD != 0 || size < 1e-4 || size >= 1e15) return 0;
  for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    double scaled = size * powers[decimals] + 0.5;
    if (scaled >= 1e15) return 0;
    uint64_t whole = (uint64_t)scaled;
    if ((double)whole / powers[decimals] == size) return write_decimal(whole, decimals, text);
  }
  return 0;
}

static size_t write_word(const char *word, char *text) {
  size_t length = strlen(word);
  memcpy(text, word, length);
  return length;
}

size_t parley_number_text_shortest(double value, char text[PARLEY_NUMBER_TEXT_LENGTH]) {
  if (isnan(value)) return write_word("nan", text);
  if (isinf(value)) return write_word(value < 0 ? "-inf" : "inf", text);
  if (value == 0) return write_word(signbit(value) ? "-0.0" : "0.0", text);
  bool negative = value < 0;
  *text = '-';
  size_t length = write_short(fabs(value), text + negative);
  return length > 0 ? length + negative : write_by_trial(value, text);
}
