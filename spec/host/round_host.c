/*
** parley_scalar_round, bit for bit, against the meaning of the word: the shortest decimal that reads back, found
** with printf, and rounded as a person does it, digit by digit. Numbers of every size, decimals and their neighbours, every
** count of digits, half a million of them; then by threads at once.
*/
#include <math.h>

#include "base/threads.h"
#include "check.h"
#include "value/rounding.h"

/* The digits of a decimal 0.DDD * 10^point. */
typedef struct decimal {
  char digits[32];
  int count, point;
} decimal;

static decimal shortest_decimal(double size) {
  char text[64];
  decimal d = {.count = 0};
  for (int digits = size < 1e-300 ? 0 : 14; digits < 17; digits++) {
    snprintf(text, sizeof text, "%.*e", digits, size);
    if (strtod(text, NULL) == size) break;
  }
  d.point = atoi(strchr(text, 'e') + 1) + 1;
  for (const char *at = text; *at != 'e'; at++) {
    if (*at != '.') d.digits[d.count++] = *at;
  }
  return d;
}

/* As many digits as are kept; then, if the next is 5 or more, one is added to the last. */
static double round_decimal(decimal d, int64_t digits) {
  char text[80];
  int64_t kept = d.point + digits;
  if (kept >= d.count) kept = d.count;
  if (kept < 0) return 0;
  bool up = kept < d.count && d.digits[kept] >= '5';
  for (int64_t at = kept; up && at > 0;) {
    at--;
    up = d.digits[at] == '9';
    d.digits[at] = up ? '0' : (char)(d.digits[at] + 1);
  }
  d.digits[kept] = '\0';
  snprintf(text, sizeof text, "%d.%se%d", up, d.digits, d.point);
  return strtod(text, NULL);
}

static double wanted_round(double value, int64_t digits) {
  if (isinf(value) || value == 0) return value + 0.0;
  if (digits < -400 || digits > 400) return digits < 0 ? 0 : value;
  double rounded = round_decimal(shortest_decimal(fabs(value)), digits);
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

static void check_round(double value, int64_t digits) {
  double wanted = wanted_round(value, digits), got = parley_scalar_round(value, digits);
  if (!CHECK(memcmp(&wanted, &got, sizeof got) == 0)) {
    printf("  round(%.17g, %lld): %.17g, not %.17g\n", value, (long long)digits, got, wanted);
  }
}

/* A decimal of up to `digits` digits, and at times one of its neighbours, or the middle between two decimals. */
static double random_decimal(void) {
  static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  double whole = (double)(random_bits() % (uint64_t)powers[1 + random_below(15)]);
  if (random_below(3) == 0) whole += 0.5;
  double value = whole / powers[random_below(16)];
  unsigned neighbour = random_below(4);
  if (neighbour == 0) value = nextafter(value, INFINITY);
  if (neighbour == 1) value = nextafter(value, -INFINITY);
  return value;
}

static double random_number(void) {
  double value;
  uint64_t bits = random_bits();
  switch (random_below(4)) {
    case 0: value = random_decimal(); break;
    case 1: value = ldexp((double)(bits >> 11), -(int)random_below(120)); break;
    case 2: value = (double)(bits >> 11) / 9007199254740992.0 * 1000; break;
    default: memcpy(&value, &bits, sizeof value); /* of every size */
  }
  if (isnan(value)) return 0;
  return random_below(2) == 0 ? value : -value;
}

/* Most often so many that a digit or two of the number go. */
static int64_t random_digits(double value) {
  int before = value == 0 || isinf(value) ? 0 : (int)floor(log10(fabs(value))) + 1;
  switch (random_below(8)) {
    case 0: return (int64_t)random_below(60) - 15;
    case 1: return (int64_t)random_bits();
    case 2: return (int64_t)random_below(700) - 350;
    case 3:
    case 4: return (int64_t)random_below(19) - before;
    default: return 1 + (int64_t)random_below(17);
  }
}

typedef struct pair {
  double value, wanted;
} pair;

static bool round_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const pair *p = data;
  (void)worker;
  for (; from < to; from++) {
    double got = parley_scalar_round(p[from].value, 14);
    if (memcmp(&got, &p[from].wanted, sizeof got) != 0)
      return parley_fail(err, PARLEY_ERROR_BAD_VALUE, "%.17g", p[from].value);
  }
  return true;
}

static void check_threads(void) {
  enum { COUNT = 20000 };
  static pair pairs[COUNT];
  parley_run run = {.threads = 8};
  parley_error err = {0};
  for (int i = 0; i < COUNT; i++) {
    pairs[i].value = random_decimal();
    pairs[i].wanted = wanted_round(pairs[i].value, 14);
  }
  if (!CHECK(parley_threads_run(&run, COUNT, 100, round_job, pairs, &err))) printf("  %s\n", told(&err));
}

int main(int count, char **arguments) {
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  long calls = count > 1 && !checks.once ? atol(arguments[1]) : checks.once ? 2000 : 500000;
  if (count > 2) random_state ^= strtoull(arguments[2], NULL, 10) * UINT64_C(0xD6E8FEB86659FD93);
  for (long i = 0; i < calls; i++) {
    double value = random_number();
    check_round(value, random_digits(value));
  }
  static const double odd[] = {0.018698800708745852, 0.0, -0.0, -0.001, 0.49999999999999994, 5e-324, 2.5e23, 1e23, 2.675,
                               1.005, 73.668272375276551, 4503599627370495.5, 9007199254740993.0, 1.5e308, INFINITY,
                               -INFINITY, 1.7976931348623157e308};
  for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++) {
    for (int digits = -330; digits <= 330; digits++) check_round(odd[i], digits);
    check_round(odd[i], INT64_MAX);
    check_round(odd[i], INT64_MIN);
  }
  CHECK(isnan(parley_scalar_round(NAN, 2)));
  check_threads();
  return check_result("round_host");
}
