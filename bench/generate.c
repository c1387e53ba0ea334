/* Writes the CSV files the benchmarks read, the same for every run and on every machine.
 * Usage: generate SHAPE ROWS > FILE.csv
 *
 *   events    ten columns, about 110 bytes a row: key, date, two parties (40 and 60), code (20), quad (4), a number,
 *             an integer that is missing in every tenth row, place (500), near-unique text (some of it quoted)
 *   partners  20,000 ids spread over the ROWS ids of events, with a weight and a class
 *   pairs     20,000 of the 30,000 pairs of place and target party, with a weight
 *   unique    near-unique keys, as text and as integers
 *   giant     one group
 *   nulls     columns without a single value, beside an id
 *   wide      300 columns: text of few values, integers, numbers, in turn */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARTIES = 40, TARGETS = 60, CODES = 20, PLACES = 500, PARTNERS = 20000, WIDE = 300,
       FIRST_DAY = 16000, DAYS = 3650 };

static const char *const WORDS[] = {"talks", "on", "the", "exchange", "of", "prisoners", "were", "held", "and", "both",
  "sides", "agreed", "to", "meet", "again", "while", "demands", "for", "a", "ceasefire", "remain", "open", "corridor"};
enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

static char buffer[1 << 16];
static size_t used;

static void flush(void) {
  if (fwrite(buffer, 1, used, stdout) != used) exit(1);
  used = 0;
}

static void put_byte(char c) { buffer[used++] = c; }

static void put(const char *text) {
  size_t length = strlen(text);
  memcpy(buffer + used, text, length);
  used += length;
}

static void put_digits(uint64_t value, int least) {
  char digits[20];
  int count = 0;
  while (value > 0 || count < least) {
    digits[count++] = (char)('0' + value % 10);
    value /= 10;
  }
  while (count > 0) put_byte(digits[--count]);
}

static void put_integer(int64_t value) {
  if (value < 0) put_byte('-');
  put_digits(value < 0 ? (uint64_t)-value : (uint64_t)value, 1);
}

/* In hundredths, always with a point. */
static void put_number(int64_t hundredths) {
  uint64_t size = hundredths < 0 ? (uint64_t)-hundredths : (uint64_t)hundredths;
  if (hundredths < 0) put_byte('-');
  put_digits(size / 100, 1);
  put_byte('.');
  if (size % 10 == 0) put_digits(size % 100 / 10, 1);
  else put_digits(size % 100, 2);
}

static void put_name(const char *prefix, uint64_t n) {
  put(prefix);
  put_digits(n, 1);
}

static void end_field(void) { put_byte(','); }

static void end_row(void) {
  put_byte('\n');
  if (used > sizeof buffer - (1 << 13)) flush();
}

/* A whole number from 1 to n. */
static uint64_t dice(uint64_t n) {
  static uint64_t state = 20250602;
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (state >> 33) % n + 1;
}

/* Days since 1970 as a date of the proleptic Gregorian calendar. */
static void put_date(uint64_t day) {
  uint64_t z = day + 719468, era = z / 146097, doe = z % 146097;
  uint64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  uint64_t mp = (5 * doy + 2) / 153, month = mp < 10 ? mp + 3 : mp - 9;
  put_digits(yoe + era * 400 + (month <= 2), 4);
  put_byte('-');
  put_digits(month, 2);
  put_byte('-');
  put_digits(doy - (153 * mp + 2) / 5 + 1, 2);
}

static void put_sentence(void) {
  uint64_t words = 4 + dice(3), comma = dice(8) == 1 ? 3 : 0;
  if (comma) put_byte('"');
  for (uint64_t i = 1; i <= words; i++) {
    put(WORDS[dice(WORD_COUNT) - 1]);
    if (i == comma) put_byte(',');
    put_byte(' ');
  }
  put_digits(dice(10000000), 1);
  if (comma) put_byte('"');
}

static void events(uint64_t rows) {
  put("id,date,source_party,target_party,code,quad,goldstein,mentions,place,text\n");
  for (uint64_t i = 1; i <= rows; i++) {
    put_digits(i, 1), end_field();
    put_date(FIRST_DAY + dice(DAYS)), end_field();
    put_name("party-", dice(PARTIES)), end_field();
    put_name("target-", dice(TARGETS)), end_field();
    put_name("c-", dice(CODES)), end_field();
    put_digits(dice(4), 1), end_field();
    put_number(((int64_t)dice(401) - 201) * 5), end_field();
    if (dice(10) > 1) put_digits(dice(200), 1);
    end_field();
    put_name("Settlement ", dice(PLACES)), end_field();
    put_sentence(), end_row();
  }
}

static void partners(uint64_t rows) {
  put("id,weight,class\n");
  for (uint64_t i = 1; i <= PARTNERS; i++) {
    put_digits(i * rows / PARTNERS, 1), end_field();
    put_digits(dice(1000), 1), end_field();
    put_name("class-", dice(8)), end_row();
  }
}

static void pairs(uint64_t rows) {
  (void)rows;
  put("place,target_party,weight\n");
  for (uint64_t i = 0; i < PARTNERS; i++) {
    uint64_t pair = i * PLACES * TARGETS / PARTNERS;
    put_name("Settlement ", pair / TARGETS + 1), end_field();
    put_name("target-", pair % TARGETS + 1), end_field();
    put_digits(dice(1000), 1), end_row();
  }
}

static void unique(uint64_t rows) {
  put("id,key,number,value\n");
  for (uint64_t i = 1; i <= rows; i++) {
    put_digits(i, 1), end_field();
    put_name("report of some length ", dice(rows * 10)), end_field();
    put_integer((int64_t)(dice(rows * 10) * 10007) - 5000000), end_field();
    put_digits(dice(1000), 1), end_row();
  }
}

static void giant(uint64_t rows) {
  put("id,kind,whole,value\n");
  for (uint64_t i = 1; i <= rows; i++) {
    put_digits(i, 1), end_field();
    put("everything"), end_field();
    put_digits(dice(1000000), 1), end_field();
    put_number((int64_t)dice(1000000) - 500000), end_row();
  }
}

static void nulls(uint64_t rows) {
  put("id,kind,whole,value,day\n");
  for (uint64_t i = 1; i <= rows; i++) {
    put_digits(i, 1), put(",,,,");
    end_row();
  }
}

static void wide(uint64_t rows) {
  for (uint64_t c = 1; c <= WIDE; c++) {
    put_name(c % 3 == 1 ? "text_" : c % 3 == 2 ? "whole_" : "value_", c);
    if (c < WIDE) end_field();
  }
  end_row();
  for (uint64_t i = 1; i <= rows; i++) {
    for (uint64_t c = 1; c <= WIDE; c++) {
      if (c % 3 == 1) put_name("t-", dice(50));
      else if (c % 3 == 2) put_digits(dice(1000), 1);
      else put_number((int64_t)dice(20001) - 10001);
      if (c < WIDE) end_field();
    }
    end_row();
  }
}

int main(int argc, char **argv) {
  static const struct {
    const char *name;
    void (*write)(uint64_t rows);
  } SHAPES[] = {{"events", events}, {"partners", partners}, {"pairs", pairs}, {"unique", unique}, {"giant", giant},
    {"nulls", nulls}, {"wide", wide}};
  for (size_t i = 0; argc == 3 && i < sizeof SHAPES / sizeof *SHAPES; i++) {
    if (strcmp(argv[1], SHAPES[i].name) != 0) continue;
    SHAPES[i].write(strtoull(argv[2], NULL, 10));
    flush();
    return fclose(stdout) == 0 ? 0 : 1;
  }
  fprintf(stderr, "usage: generate events|partners|pairs|unique|giant|nulls|wide ROWS\n");
  return 2;
}
