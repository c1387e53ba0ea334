/*
** parley_scalar_round, bit for bit: to places behind the point against SQLite's own round(), of great numbers against
** all their digits, to tens, hundreds, …, which SQLite does not know, against whole numbers; numbers of every size,
** decimals and their neighbours, every count of digits, over millions of calls; then by threads at once.
*/
#include <math.h>
#include <sqlite3.h>

#include "base/threads.h"
#include "check.h"
#include "sqlite/number_printer.h"
#include "value/rounding.h"
#include "value/scalar_semantics.h"

static sqlite3_stmt *statement;

static double round_of_sqlite(double value, int64_t digits) {
  sqlite3_bind_double(statement, 1, value);
  sqlite3_bind_int64(statement, 2, digits);
  CHECK(sqlite3_step(statement) == SQLITE_ROW);
  double rounded = sqlite3_column_double(statement, 0);
  sqlite3_reset(statement);
  return rounded;
}

/* What stands behind the point makes no half of tens, so whole numbers tell how numbers below 1e18 are rounded. */
static double round_of_whole(double value, int64_t digits) {
  uint64_t power = 1, size = (uint64_t)fabs(value);
  for (; digits < 0; digits++) power *= 10;
  double rounded = (double)((size + power / 2) / power * power);
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

/* From here on SQLite prints too few digits; but all that there are can be printed, and rounded as text. */
#define GREAT 70368744177664.0 /* 2^46 */

static double round_of_text(double value, int64_t digits) {
  char text[400] = "0";
  snprintf(text + 1, sizeof text - 1, "%.60f", fabs(value));
  char *end = strchr(text, '.') + 1 + (digits > 50 ? 50 : digits);
  bool up = *end >= '5';
  *end = '\0';
  for (char *at = end; up && at > text;) {
    if (*--at == '.') continue;
    up = *at == '9';
    *at = up ? '0' : (char)(*at + 1);
  }
  return copysign(strtod(text, NULL), value);
}

static double wanted_round(double value, int64_t digits) {
  if (digits > 0 && fabs(value) >= GREAT && fabs(value) < 1e300) return round_of_text(value, digits);
  if (digits >= 0) return round_of_sqlite(value, digits > INT32_MAX ? INT32_MAX : digits);
  return round_of_whole(value, digits);
}

static void check_round(double value, int64_t digits) {
  if (digits < 0 && (digits < -18 || fabs(value) >= 1e18)) return; /* no oracle */
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

static int64_t random_digits(void) {
  switch (random_below(8)) {
    case 0: return (int64_t)random_below(60) - 15;
    case 1: return (int64_t)random_bits();
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
  sqlite3 *db = NULL;
  parley_sqlite_number_printer_install();
  checks.once = count > 1 && strcmp(arguments[1], "once") == 0;
  CHECK(sqlite3_open(":memory:", &db) == SQLITE_OK);
  CHECK(sqlite3_prepare_v2(db, "SELECT round(?1, ?2)", -1, &statement, NULL) == SQLITE_OK);
  long calls = count > 1 && !checks.once ? atol(arguments[1]) : checks.once ? 2000 : 2000000;
  if (count > 2) random_state ^= strtoull(arguments[2], NULL, 10) * UINT64_C(0xD6E8FEB86659FD93);
  for (long i = 0; i < calls; i++) check_round(random_number(), random_digits());
  for (int digits = -2; digits <= 40; digits++) {
    check_round(0.018698800708745852, digits);
    check_round(-0.0, digits);
    check_round(-0.001, digits);
  }
  check_threads();
  sqlite3_finalize(statement);
  sqlite3_close(db);
  return check_result("round_host");
}
