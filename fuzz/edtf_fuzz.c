/* Any bytes through the date parser. What is accepted must be an interval with two ends in order, whose bounded days
 * print as texts that read back as the same days; what is refused must come with a key, and all of it in plain
 * ASCII. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "value/edtf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int condition) {
  if (!condition) abort();
}

static void check_message(const parley_error *err) {
  char text[PARLEY_ERROR_TEXT];
  size_t length = strlen(parley_error_text(err, text, sizeof text));
  require(err->part[0].key != NULL && length > 0 && length < sizeof text - 1);
  for (size_t i = 0; i < length; i++) require(text[i] >= ' ' && text[i] < 0x7f);
}

static void check_day(int32_t day) {
  char text[16];
  parley_edtf again;
  parley_day_text(day, text);
  if (day < 365000000 && day > -366000000) { /* the years that can be read */
    require(parley_edtf_parse(text, strlen(text), &again, NULL));
    require(again.first == day && again.last == day && again.flags == 0);
  }
}

static void check_parts(const parley_edtf *date) {
  static const int32_t highest[PARLEY_DATE_PART_COUNT] = {1000000, 4, 12, 53, 31};
  for (int part = 0; part < PARLEY_DATE_PART_COUNT; part++) {
    int32_t number = 0;
    bool known = parley_edtf_part(date, (parley_date_part)part, &number);
    require(!known || number <= highest[part]);
    require(known || date->first != date->last);
  }
}

static void check_order(const parley_edtf *date) {
  const unsigned no_start = PARLEY_EDTF_OPEN_FIRST | PARLEY_EDTF_UNKNOWN_FIRST;
  const unsigned no_stop = PARLEY_EDTF_OPEN_LAST | PARLEY_EDTF_UNKNOWN_LAST;
  require(date->first <= date->last);
  require(parley_edtf_has_first(date) == ((date->flags & no_start) == 0));
  require(parley_edtf_has_last(date) == ((date->flags & no_stop) == 0));
  require(parley_edtf_has_first(date) || parley_edtf_has_last(date));
  require(parley_edtf_during(date, date) && parley_edtf_overlaps(date, date));
  require(parley_edtf_compare(PARLEY_COMPARISON_LT, date, date, 1) != PARLEY_EDTF_YES);
  require(parley_edtf_compare(PARLEY_COMPARISON_GT, date, date, 1) != PARLEY_EDTF_YES);
  require(parley_edtf_compare(PARLEY_COMPARISON_EQ, date, date, 1) == PARLEY_EDTF_YES);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  parley_edtf date;
  parley_error err;
  char *exact = malloc(size + 1); /* one byte more, so that an empty input has an address */
  require(exact != NULL);
  if (size > 0) memcpy(exact + 1, data, size);
  if (parley_edtf_parse(exact + 1, size, &date, &err)) {
    check_order(&date);
    check_parts(&date);
    if (parley_edtf_has_first(&date)) check_day(date.first);
    if (parley_edtf_has_last(&date)) check_day(date.last);
  } else {
    check_message(&err);
  }
  free(exact);
  return 0;
}
