/*
** Any bytes as a CSV file: reading it in chunks has to give what reading it record by record gives, or to leave it to
** that. The first four bytes choose delimiter, quotes, dates, missing codes, stated types, threads and chunks.
*/
#define _XOPEN_SOURCE 700 /* mkstemp, pread */

#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "../spec/host/column_read_both.h"

static char path[] = P_tmpdir "/column_read_fuzz_XXXXXX";
static int file = -1;

static void remove_file(void) { remove(path); }

static void write_file(const uint8_t *bytes, size_t size) {
  if (file < 0) {
    file = mkstemp(path);
    MUST(file >= 0 && atexit(remove_file) == 0);
  }
  MUST(ftruncate(file, 0) == 0);
  for (size_t at = 0; at < size;) {
    ssize_t written = pwrite(file, bytes + at, size - at, (off_t)at);
    MUST(written > 0);
    at += (size_t)written;
  }
}

static job job_of(const uint8_t *data) {
  static const parley_missing_code codes[] = {{"NA", 2}, {"-9", 2}, {"", 0}};
  job j = {.path = path};
  j.options = (parley_record_reader_options){.delimiter = ",\t;|"[data[0] & 3], .quote = data[0] & 4 ? '\'' : '"',
                                       .quotes_are_data = (data[0] & 8) != 0, .headless = (data[0] & 16) != 0};
  j.stated.reading = (parley_parse_rules){.dates = (parley_date_order)(data[1] % 3),
                                      .first_short_year = data[1] & 8 ? 1950 : 0, .missing = codes,
                                      .missing_count = data[1] & 16 ? 3 : 0};
  j.types[data[1] >> 6] = (parley_type)((data[1] >> 5 & 1) * (1 + data[2] % PARLEY_TEXT));
  return j;
}

/* Text that has to be unpacked or converted, by its marks, is never read in chunks. */
static bool is_plain(const uint8_t *text, size_t size) {
  if (is_packed(text, size)) return false;
  return size < 2 || (memcmp(text, "\xFE\xFF", 2) != 0 && memcmp(text, "\xFF\xFE", 2) != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  parley_frame right = {0}, frame = {0};
  parley_error err;
  if (size < 4 || !is_plain(data + 4, size - 4)) return 0;
  write_file(data + 4, size - 4);
  job j = job_of(data);
  int64_t chunk = 1 + (int64_t)(size / 100) + data[3] % 64, look = data[2] >> 3;
  bool sound = read_records(&j, &right);
  parley_read_result result = read_chunks(&j, 1 + data[3] / 64, chunk, look, &frame, &err);
  if (sound) MUST(result == PARLEY_READ_DONE && same_frames(&frame, &right));
  else MUST(result != PARLEY_READ_DONE);
  parley_frame_free(&right);
  parley_frame_free(&frame);
  return 0;
}
