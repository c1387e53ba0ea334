/*
** Do texts become the right values, and columns the right types? Known answers; then random numerals against strtod
** and strtoll. See check.h for how it is called.
*/
#include "check.h"
#include "value/numeral.h"
#include "value/parse_field.h"
#include "value/type_inference.h"

#include <errno.h>
#include <locale.h>
#include <math.h>

/* ---- numerals ---- */

static const char *const no_numerals[] = {"",      "-",        "+5",    "007",    "-07",    "00",   "00.5",  "1.",
                                          ".",     "-.",       "1e",    "1e+",    "e5",     "1.e5", "0x10",  "1,234",
                                          "1 234", " 1",       "1 ",    "inf",    "nan",    "--1",  "1.2.3", "1e5.5",
                                          "1_000", "\xD9\xA1", "1e400", "-1e400", "1e-400", NULL};

static void test_no_numerals(void) {
  double number;
  for (int i = 0; no_numerals[i] != NULL; i++) {
    CHECK(!parley_numeral_read_number(no_numerals[i], strlen(no_numerals[i]), &number));
  }
  CHECK(!parley_numeral_read_number("1\0", 2, &number));
  char nines[PARLEY_NUMERAL_LENGTH + 2];
  memset(nines, '9', sizeof nines);
  nines[1] = '.';
  CHECK(parley_numeral_read_number(nines, PARLEY_NUMERAL_LENGTH, &number) && number == 10.0);
  CHECK(!parley_numeral_read_number(nines, PARLEY_NUMERAL_LENGTH + 1, &number));
}

static void expect_integer(const char *text, bool is, int64_t value, int line) {
  int64_t read = 99;
  bool done = parley_numeral_read_integer(text, strlen(text), &read);
  check_that(done == is && (!is || read == value), text, line);
}

static void test_integers(void) {
  expect_integer("0", true, 0, __LINE__);
  expect_integer("-5", true, -5, __LINE__);
  expect_integer("9223372036854775807", true, INT64_MAX, __LINE__);
  expect_integer("9223372036854775808", false, 0, __LINE__);
  expect_integer("-9223372036854775808", true, INT64_MIN, __LINE__);
  expect_integer("-9223372036854775809", false, 0, __LINE__);
  expect_integer("10000000000000000000", false, 0, __LINE__);
  expect_integer("18446744073709551617", false, 0, __LINE__);
  expect_integer("-0", false, 0, __LINE__);
  expect_integer("5.0", false, 0, __LINE__);
  expect_integer("1e2", false, 0, __LINE__);
}

static bool same(double a, double b) { return memcmp(&a, &b, sizeof a) == 0; }

static bool check_number(const char *text) {
  double read = 0, right = strtod(text, NULL);
  bool zero = strpbrk(text, "123456789") == NULL || strcspn(text, "123456789") > strcspn(text, "eE");
  bool possible = !isinf(right) && (right != 0 || zero), done = parley_numeral_read_number(text, strlen(text), &read);
  bool good = done == possible && (!done || same(read, right));
  if (!good) printf("%s: %.17g, not %.17g\n", text, read, right);
  return CHECK(good);
}

static const char *const hard_numbers[] = {
  "0", "-0", "0.0", "-0.0", "0e999", "1e22", "1e23", "9007199254740993", "9007199254740993.0", "9007199254740992.5",
  "1e308", "1.7976931348623157e308", "1.7976931348623159e308", "4.9e-324", "2.4e-324", "2.2250738585072011e-308",
  "2.2250738585072014e-308", "0.1", ".5", "-.5", "0.30000000000000004", "8.5e-27", "123456789012345678901234567890",
  "1.00000000000000011102230246251565404236316680908203125", "1.00000000000000011102230246251565404236316680908203126",
  "1.00000000000000011102230246251565404236316680908203124", "0.000000000000000000000000000000000000001",
  "1E5", "1e+5", "1e-5", "18446744073709551615", "1844674407370955161500000e-5", "6.631236846766476e-316",
  "48.379433000000003", "179769313486231570000000000000e279", "3.5844466002796428e+298", "9999999999999999999", NULL};

/* Numerals of all lengths: few digits and many, with and without point and exponent. */
static void random_numeral(char *out) {
  char *at = out;
  unsigned whole = random_below(3) == 0 ? 1 : 1 + random_below(random_below(8) == 0 ? 40 : 12),
           fraction = random_below(22);
  if (random_below(3) == 0) *at++ = '-';
  *at++ = whole == 1 ? (char)('0' + random_below(10)) : (char)('1' + random_below(9));
  while (--whole > 0) *at++ = (char)('0' + random_below(10));
  if (fraction > 0) *at++ = '.';
  for (; fraction > 0; fraction--) *at++ = (char)('0' + random_below(10));
  *at = '\0';
  if (random_below(3) == 0) sprintf(at, "e%d", (int)random_below(60) - 30);
  else if (random_below(6) == 0) sprintf(at, "e%d", (int)random_below(700) - 350);
}

/* Any double at all, as programs write them. */
static void random_double(char *out) {
  for (;;) {
    uint64_t bits = random_bits();
    double value;
    memcpy(&value, &bits, sizeof value);
    if (isnan(value) || isinf(value)) continue;
    sprintf(out, random_below(2) ? "%.17g" : "%.15g", value);
    return;
  }
}

/* Right between two doubles, where only the last digit tells which way. */
static void random_middle(char *out) {
  uint64_t odd = (random_bits() >> 11) | 1;
  sprintf(out, "%llu", (unsigned long long)odd);
  size_t length = strlen(out);
  if (random_below(2)) strcpy(out + length, random_below(2) ? ".5" : ".50000000000000000000001");
  else sprintf(out, "%llu", (unsigned long long)((odd >> 1 | (uint64_t)1 << 52) * 2 + 1) * 2 + 1);
}

/* 19 digits and a power of ten where rounding hangs on the last bit of a remainder. */
static void random_division(char *out) {
  sprintf(out, "%llue-%u",
          (unsigned long long)(UINT64_C(1000000000000000000) + random_bits() % UINT64_C(9000000000000000000)),
          22 + random_below(7));
}

static void test_numbers(void) {
  char text[120];
  for (int i = 0; hard_numbers[i] != NULL; i++) check_number(hard_numbers[i]);
  for (int i = checks.once ? 500 : 400000; i > 0; i--) {
    if (i % 4 == 0) random_numeral(text);
    else if (i % 4 == 1) random_double(text);
    else if (i % 4 == 2) random_middle(text);
    else random_division(text);
    if (!check_number(text)) return;
  }
}

static void test_random_integers(void) {
  char text[40];
  for (int i = checks.once ? 500 : 100000; i > 0; i--) {
    int64_t read = 0, value = (int64_t)(random_bits() >> random_below(64)) * (random_below(2) ? -1 : 1);
    sprintf(text, "%lld", (long long)value);
    CHECK(parley_numeral_read_integer(text, strlen(text), &read) && read == value);
    strcat(text, random_below(2) ? "0" : "7");
    errno = 0;
    long long right = strtoll(text, NULL, 10);
    bool fits = errno == 0 && text[0] != '0' && strncmp(text, "-0", 2) != 0;
    CHECK(parley_numeral_read_integer(text, strlen(text), &read) == fits && (!fits || read == right));
  }
}

/* Where the system has a locale with a decimal comma. */
static void test_locale(void) {
  static const char *const names[] = {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "ru_RU.UTF-8", "uk_UA.UTF-8", NULL};
  const char *set = NULL;
  for (int i = 0; names[i] != NULL && set == NULL; i++) set = setlocale(LC_NUMERIC, names[i]);
  if (set == NULL) {
    printf("inference_host: no locale with a decimal comma here\n");
    return;
  }
  double number = 0;
  CHECK(parley_numeral_read_number("1.5", 3, &number) && number == 1.5);
  CHECK(parley_numeral_read_number("123456789012345678901.5e-1", 26, &number) && number == 12345678901234567890.0);
  CHECK(localeconv()->decimal_point[0] == ',');
  setlocale(LC_NUMERIC, "C");
}

/* ---- other fields ---- */

static void test_booleans(void) {
  bool value = false;
  CHECK(parley_parse_boolean("TRUE", 4, false, &value) && value);
  CHECK(parley_parse_boolean("False", 5, false, &value) && !value);
  CHECK(!parley_parse_boolean("yes", 3, false, &value) && !parley_parse_boolean("1", 1, false, &value));
  CHECK(parley_parse_boolean("Yes", 3, true, &value) && value);
  CHECK(parley_parse_boolean("0", 1, true, &value) && !value);
  CHECK(!parley_parse_boolean("", 0, true, &value) && !parley_parse_boolean("tru", 3, true, &value));
  CHECK(!parley_parse_boolean("truer", 5, true, &value));
}

static void expect_date(const parley_parse_rules *how, const char *text, const char *expected, int line) {
  parley_date_text date;
  char got[40] = "none";
  if (parley_parse_date(how, text, strlen(text), &date)) snprintf(got, sizeof got, "%.*s", (int)date.length, date.text);
  check_text(expected, got, line);
}

static void test_dates(void) {
  const parley_parse_rules iso = {0}, dmy = {.dates = PARLEY_DATE_ORDER_DMY}, mdy = {.dates = PARLEY_DATE_ORDER_MDY},
                       short_dmy = {.dates = PARLEY_DATE_ORDER_DMY, .first_short_year = 1950};
  expect_date(&iso, "2022-03-05", "2022-03-05", __LINE__);
  expect_date(&iso, "2022-03", "2022-03", __LINE__);
  expect_date(&iso, "2022-03-05/..", "2022-03-05/..", __LINE__);
  expect_date(&iso, "2022-02-30", "none", __LINE__);
  expect_date(&iso, "05.03.2022", "none", __LINE__);
  expect_date(&iso, "Kyiv", "none", __LINE__);
  expect_date(&dmy, "05.03.2022", "2022-03-05", __LINE__);
  expect_date(&dmy, "5/3/2022", "2022-03-05", __LINE__);
  expect_date(&dmy, "5-3-2022", "2022-03-05", __LINE__);
  expect_date(&dmy, "5-3/2022", "none", __LINE__);
  expect_date(&dmy, "31.02.2022", "none", __LINE__);
  expect_date(&dmy, "03/25/2022", "none", __LINE__);
  expect_date(&dmy, "05.03.22", "none", __LINE__);
  expect_date(&dmy, "2022-03-05", "2022-03-05", __LINE__);
  expect_date(&dmy, "5.3.", "none", __LINE__);
  expect_date(&dmy, "5.3.202", "none", __LINE__);
  expect_date(&mdy, "03/25/2022", "2022-03-25", __LINE__);
  expect_date(&mdy, "25/03/2022", "none", __LINE__);
  expect_date(&short_dmy, "05.03.22", "2022-03-05", __LINE__);
  expect_date(&short_dmy, "05.03.49", "2049-03-05", __LINE__);
  expect_date(&short_dmy, "05.03.50", "1950-03-05", __LINE__);
}

/* Written as "integer 7", "missing", or the message. */
static void expect_field(const parley_parse_rules *how, parley_type type, const char *text, parley_parse_origin origin,
                         const char *expected, int line) {
  parley_value value;
  parley_date_text day;
  parley_error err;
  char got[600];
  if (!parley_parse_field(how, type, text, strlen(text), origin, &value, &day, &err)) {
    snprintf(got, sizeof got, "%s", told(&err));
  } else if (value.type == PARLEY_ANY) {
    snprintf(got, sizeof got, "missing");
  } else if (value.type == PARLEY_NUMBER) {
    snprintf(got, sizeof got, "number %g", value.number);
  } else if (value.type == PARLEY_INTEGER || value.type == PARLEY_BOOLEAN) {
    snprintf(got, sizeof got, "%s %lld", parley_type_name(value.type), (long long)value.integer);
  } else {
    snprintf(got, sizeof got, "%s %.*s", parley_type_name(value.type), (int)value.length, value.text);
  }
  check_text(expected, got, line);
}

static void test_fields(void) {
  const parley_missing_code codes[] = {{"-99", 3}, {"", 0}};
  const parley_parse_rules plain = {0}, coded = {.missing = codes, .missing_count = 2},
                           dmy = {.dates = PARLEY_DATE_ORDER_DMY};
  expect_field(&plain, PARLEY_INTEGER, "", PARLEY_PARSE_FROM_BARE, "missing", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "", PARLEY_PARSE_FROM_QUOTED, "bad_integer.odd value= reason=empty_text", __LINE__);
  expect_field(&plain, PARLEY_TEXT, "", PARLEY_PARSE_FROM_QUOTED, "text ", __LINE__);
  expect_field(&coded, PARLEY_INTEGER, "", PARLEY_PARSE_FROM_QUOTED, "missing", __LINE__);
  expect_field(&coded, PARLEY_INTEGER, "-99", PARLEY_PARSE_FROM_BARE, "missing", __LINE__);
  expect_field(&coded, PARLEY_INTEGER, "-9", PARLEY_PARSE_FROM_BARE, "integer -9", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, " 007 ", PARLEY_PARSE_FROM_BARE, "integer 7", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "+5", PARLEY_PARSE_FROM_BARE, "integer 5", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "-007", PARLEY_PARSE_FROM_BARE, "integer -7", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "5.0", PARLEY_PARSE_FROM_BARE, "integer 5", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "5.5", PARLEY_PARSE_FROM_BARE, "bad_integer.value value=5.5", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "1e30", PARLEY_PARSE_FROM_BARE, "bad_integer.value value=1e30", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "3e3", PARLEY_PARSE_FROM_BARE, "integer 3000", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "-0", PARLEY_PARSE_FROM_BARE, "integer 0", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "9007199254740993.0", PARLEY_PARSE_FROM_BARE, "integer 9007199254740993",
               __LINE__);
  expect_field(&coded, PARLEY_INTEGER, "-99.0", PARLEY_PARSE_FROM_BARE, "missing", __LINE__);
  expect_field(&coded, PARLEY_INTEGER, " -99 ", PARLEY_PARSE_FROM_BARE, "missing", __LINE__);
  expect_field(&coded, PARLEY_INTEGER, "-990", PARLEY_PARSE_FROM_BARE, "integer -990", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "9223372036854775808", PARLEY_PARSE_FROM_BARE,
               "bad_integer.odd value=9223372036854775808 reason=beyond_integers", __LINE__);
  expect_field(&plain, PARLEY_INTEGER, "1,234", PARLEY_PARSE_FROM_BARE,
               "bad_integer.odd value=1,234 reason=thousands", __LINE__);
  expect_field(&plain, PARLEY_NUMBER, "012.50", PARLEY_PARSE_FROM_BARE, "number 12.5", __LINE__);
  expect_field(&plain, PARLEY_NUMBER, "3,5", PARLEY_PARSE_FROM_BARE, "bad_number.odd value=3,5 reason=decimal_comma",
               __LINE__);
  expect_field(&plain, PARLEY_BOOLEAN, "yes", PARLEY_PARSE_FROM_BARE, "boolean 1", __LINE__);
  expect_field(&plain, PARLEY_DATE, " 2022-03-05", PARLEY_PARSE_FROM_BARE, "date 2022-03-05", __LINE__);
  expect_field(&plain, PARLEY_DATE, "05.03.22", PARLEY_PARSE_FROM_BARE,
               "bad_date.odd value=05.03.22 reason=no_order", __LINE__);
  expect_field(&plain, PARLEY_DATE, "Kyiv", PARLEY_PARSE_FROM_BARE, "bad_date.value value=Kyiv", __LINE__);
  expect_field(&dmy, PARLEY_DATE, "5.3.2022", PARLEY_PARSE_FROM_QUOTED, "date 2022-03-05", __LINE__);
  expect_field(&dmy, PARLEY_DATE, "5.13.2022", PARLEY_PARSE_FROM_BARE,
               "bad_date.odd value=5.13.2022 reason=no_day_dmy", __LINE__);
  expect_field(&plain, PARLEY_TEXT, " a ", PARLEY_PARSE_FROM_BARE, "text  a ", __LINE__);
}

/* ---- columns ---- */

/* Values are separated by '|'; one that begins with '"' was in quotes, with '$' a JSON string. Lines count from 2. */
static void guess_values(parley_inference *inference, const char *values) {
  int64_t line = 2;
  for (const char *at = values;; line++) {
    size_t length = strcspn(at, "|");
    bool quoted = at[0] == '"', string = at[0] == '$';
    parley_inference_add(inference, at + (quoted || string), length - (quoted || string),
                         quoted   ? PARLEY_PARSE_FROM_QUOTED
                         : string ? PARLEY_PARSE_FROM_STRING
                                  : PARLEY_PARSE_FROM_BARE,
                         line);
    if (at[length] == '\0') return;
    at += length + 1;
  }
}

static void expect_guess(const parley_parse_rules *how, const char *values, const char *reason, const char *suggestion,
                         int line) {
  parley_inference inference;
  char got[400];
  parley_inference_begin(&inference, how);
  guess_values(&inference, values);
  parley_error phrase;
  parley_inference_why(&inference, &phrase);
  bool none = inference.values == 0;
  const char *type = none ? "" : parley_type_name(parley_inference_type(&inference));
  snprintf(got, sizeof got, "%s%s%.300s", type, none ? "" : ": ", told(&phrase));
  check_text(reason, got, line);
  check_text(suggestion, parley_inference_suggestion(&inference, &phrase) ? told(&phrase) : "", line);
}

#define GUESS(values, reason, suggestion) expect_guess(&plain, values, reason, suggestion, __LINE__)

static const parley_parse_rules plain;

static void test_types(void) {
  GUESS("", "why_nothing count=0", "");
  GUESS("1|2|", "integer: why_all count=2", "");
  GUESS("\"1|2", "integer: why_all count=2", "");
  GUESS("1|2.5|3", "number: why_fraction line=3 value=2.5", "");
  GUESS("0.5|1e+3", "number: why_fraction line=2 value=0.5", "");
  GUESS("0.5|-inf|Infinity", "number: why_fraction line=2 value=0.5", "");
  GUESS("1.50|2.25|3|4.0e1", "number: why_fraction line=2 value=1.50", "");
  GUESS("5.0|2.25", "number: why_fraction line=2 value=5.0", "");
  GUESS("true|FALSE|", "boolean: why_all count=2", "");
  GUESS("2025-06-02|2025-06|2025", "date: why_all count=3", "");
  GUESS("2025|1999", "integer: why_all count=2", "");
  GUESS("2025|199X", "date: why_all count=2", "");
  GUESS("$2025-06-02|$2025", "date: why_all count=2", "");
  GUESS("-9007199254740992|1", "integer: why_all count=2", "");
}

static void test_texts(void) {
  GUESS("1|2|007", "text: why_odd line=4 reason=leading_zero value=007", "");
  GUESS("0101|0211", "text: why_odd line=2 reason=leading_zero value=0101", "");
  GUESS("1|9223372036854775808", "text: why_odd line=3 reason=beyond_integers value=9223372036854775808", "");
  GUESS("1.5|12345678901234567890", "text: why_odd line=3 reason=beyond_integers value=12345678901234567890", "");
  GUESS("1|9007199254740993|1.5", "text: why_odd line=4 reason=unlike_number value=1.5", "");
  GUESS("1.5|9007199254740993", "text: why_odd line=3 reason=unlike_integer value=9007199254740993", "");
  GUESS("1|+5", "text: why_odd line=3 reason=plus_sign value=+5", "");
  GUESS("1|1,234", "text: why_odd line=3 reason=thousands value=1,234", "");
  GUESS("1|12 345 678", "text: why_odd line=3 reason=thousands value=12 345 678", "");
  GUESS("1|1.234.567", "text: why_odd line=3 reason=thousands value=1.234.567", "");
  GUESS("1|3,5", "text: why_odd line=3 reason=decimal_comma value=3,5", "");
  GUESS("1|0x1F", "text: why_odd line=3 reason=hexadecimal value=0x1F", "");
  GUESS("1|NaN", "text: why_odd line=3 reason=infinite value=NaN", "");
  GUESS("1|INF", "text: why_odd line=3 reason=infinite value=INF", "");
  GUESS("1|1e+999", "text: why_odd line=3 reason=beyond_numbers value=1e+999", "");
  GUESS("0.5|1e3", "text: why_odd line=3 reason=label value=1e3", "");
  GUESS("0e12", "text: why_odd line=2 reason=label value=0e12", "");
  GUESS("1.1|1.10|1.2", "text: why_label line=3 value=1.10",
        "if_numbers");
  GUESS("0.5|9007199254740993.0", "text: why_odd line=3 reason=more_digits value=9007199254740993.0", "");
  GUESS("2019|2020-21|2021-22", "text: why_season line=3 value=2020-21",
        "if_seasons");
  GUESS("2011-12|2020-21", "text: why_season line=3 value=2020-21",
        "if_seasons");
  GUESS("2020-21|2020-03-05", "date: why_all count=2", "");
  GUESS("1| 2", "text: why_odd line=3 reason=spaces_around value= 2", "");
  GUESS("2025-06-02|2025-06-02T10:00", "text: why_odd line=3 reason=time_of_day value=2025-06-02T10:00", "");
  GUESS("2025-06-02|true", "text: why_odd line=3 reason=unlike_boolean value=true", "");
  GUESS("true|2025-06-02", "text: why_odd line=3 reason=unlike_date value=2025-06-02", "");
  GUESS("$5|$6", "text: why_odd line=2 reason=unlike_integer value=5", "");
  GUESS("$2025|$2026", "text: why_all_quoted count=2", "");
  GUESS("a|b|c|d|5", "text: why_odd line=2 reason=plain_text value=a", "");
  GUESS("5|x\xD1\x8F\n", "text: why_odd line=3 reason=plain_text value=x\xD1\x8F\\x0A",
        "if_it_means_missing values='x\xD1\x8F\\x0A' (1×) type=integer");
  GUESS("this text is much longer than what is kept of a value|5",
        "text: why_odd line=2 reason=plain_text value=this text is much longer than what is ke...", "");
}

static void test_suggestions(void) {
  GUESS("1|NA|2|NA", "text: why_odd line=3 reason=plain_text value=NA",
        "if_it_means_missing values='NA' (2×) type=integer");
  GUESS("NA|?|1.5", "text: why_odd line=2 reason=plain_text value=NA",
        "if_they_mean_missing values='NA' (1×), '?' (1×) type=number");
  GUESS("1|\"|2", "text: why_odd line=3 reason=empty_text value=", "if_it_means_missing values='' (1×) type=integer");
  GUESS("2025-06-02|-99", "text: why_odd line=3 reason=unlike_integer value=-99",
        "if_it_means_missing values='-99' (1×) type=date");
  GUESS("1|a|b|c|d", "text: why_odd line=3 reason=plain_text value=a", "");
  GUESS("held|held", "text: why_odd line=2 reason=plain_text value=held", "");
  GUESS("5.3.2022|23.3.2022", "text: why_odd line=2 reason=no_order value=5.3.2022",
        "dmy_fits most=23");
  GUESS("3/5/22|3/23/22", "text: why_odd line=2 reason=no_order value=3/5/22",
        "mdy_fits most=23");
  GUESS("3/5/22|3/6/22", "text: why_odd line=2 reason=no_order value=3/5/22",
        "both_orders_fit");
  GUESS("3/25/22|23/6/22", "text: why_odd line=2 reason=no_order value=3/25/22",
        "no_order_fits line=3 value=23/6/22");
  GUESS("1/6/2024|31/06/2024", "text: why_odd line=2 reason=no_order value=1/6/2024",
        "no_order_fits line=3 value=31/06/2024");
  GUESS("29/02/24", "text: why_odd line=2 reason=no_order value=29/02/24",
        "dmy_fits most=29");
}

static void test_stated(void) {
  const parley_missing_code codes[] = {{"NA", 2}, {"-99", 3}};
  const parley_parse_rules coded = {.missing = codes, .missing_count = 2}, dmy = {.dates = PARLEY_DATE_ORDER_DMY},
                       short_dmy = {.dates = PARLEY_DATE_ORDER_DMY, .first_short_year = 1950};
  expect_guess(&coded, "NA|5|-99|\"NA", "integer: why_only count=1", "", __LINE__);
  expect_guess(&coded, "na|5", "text: why_odd line=2 reason=plain_text value=na",
               "if_it_means_missing values='na' (1×) type=integer", __LINE__);
  expect_guess(&dmy, "5.3.2022|23.3.2022|2022-03-24", "date: why_all count=3", "", __LINE__);
  expect_guess(&dmy, "5.3.2022|3.23.2022", "text: why_odd line=3 reason=no_day_dmy value=3.23.2022",
               "mdy_fits most=23", __LINE__);
  expect_guess(&dmy, "5.3.2022|5.3.22", "text: why_odd line=3 reason=short_year value=5.3.22",
               "first_short_year", __LINE__);
  expect_guess(&short_dmy, "5.3.2022|5.3.22", "date: why_all count=2", "", __LINE__);
}

/* How much of a column looks like 5.3.2022 and is not a date all the same. */
static void test_days(void) {
  const parley_parse_rules dmy = {.dates = PARLEY_DATE_ORDER_DMY};
  struct { const parley_parse_rules *how; const char *values; parley_inference_day_share days; } cases[] = {
      {&dmy, "5.3.2022|6.3.2022", PARLEY_INFERENCE_NO_DAYS},   {&dmy, "5.3.2022|31.6.2022", PARLEY_INFERENCE_ALL_DAYS},
      {&dmy, "5.3.2022|soon", PARLEY_INFERENCE_SOME_DAYS},     {&plain, "5.3.2022", PARLEY_INFERENCE_ALL_DAYS},
      {&dmy, "2022-03-05|2022-06-31", PARLEY_INFERENCE_NO_DAYS}, {&dmy, "5|6", PARLEY_INFERENCE_NO_DAYS}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    parley_inference inference;
    parley_inference_begin(&inference, cases[i].how);
    guess_values(&inference, cases[i].values);
    CHECK(parley_inference_days(&inference) == cases[i].days);
  }
}

static void test_counts(void) {
  parley_inference inference;
  parley_inference_begin(&inference, &plain);
  guess_values(&inference, "1||NA|a|b|c|d||e");
  CHECK(inference.values == 7 && inference.missing == 2 && inference.is_text);
}

int main(int argc, char **argv) {
  checks.once = argc > 1 && strcmp(argv[1], "once") == 0;
  test_no_numerals();
  test_integers();
  test_numbers();
  test_random_integers();
  test_locale();
  test_booleans();
  test_dates();
  test_fields();
  test_types();
  test_texts();
  test_suggestions();
  test_stated();
  test_days();
  test_counts();
  return check_result("inference_host");
}
