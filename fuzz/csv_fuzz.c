/*
** Any bytes as CSV: reading them from memory and through small buffers has to give the same, the raw bytes of the
** records have to be the text, and every field goes through the type decision, numbers against strtod.
** The first two bytes choose delimiter, quotes, width and buffer.
*/
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "text/csv.h"
#include "value/numeral.h"
#include "value/parse_field.h"
#include "value/type_inference.h"

/* ---- what was read, as one number ---- */

static uint64_t mix_number(uint64_t hash, int64_t number) { return mix(hash, &number, sizeof number); }

static uint64_t mix_record(uint64_t hash, const parley_csv *csv) {
  const parley_csv_record *r = &csv->record;
  const int64_t numbers[] = {r->line, r->offset, r->count, (int64_t)r->problem};
  hash = mix(mix(hash, numbers, sizeof numbers), r->raw, r->raw_length);
  if (r->problem != PARLEY_CSV_SOUND) {
    hash = mix_number(mix_number(mix_number(hash, r->problem_line), r->problem_byte), r->problem_field);
  }
  for (int i = 0; i < r->count && i < PARLEY_CSV_COLUMNS; i++) {
    hash = mix_number(mix(hash, r->fields[i].text, r->fields[i].length), r->fields[i].quoted);
  }
  return hash;
}

/* ---- fields ---- */

static void check_number(const char *text, size_t length) {
  char copy[PARLEY_NUMERAL_LENGTH + 1];
  double number;
  if (!parley_numeral_read_number(text, length, &number)) return;
  memcpy(copy, text, length);
  copy[length] = '\0';
  double right = strtod(copy, NULL);
  MUST(memcmp(&number, &right, sizeof number) == 0);
}

static void check_fields(const parley_csv *csv, parley_inference *guesses, int columns) {
  parley_value value;
  parley_date_text day;
  parley_error err;
  for (int i = 0; i < csv->record.count && i < columns; i++) {
    const parley_csv_field *f = &csv->record.fields[i];
    parley_parse_origin origin = f->quoted ? PARLEY_PARSE_FROM_QUOTED : PARLEY_PARSE_FROM_BARE;
    check_number(f->text, f->length);
    parley_inference_add(&guesses[i], f->text, f->length, origin, csv->record.line);
    parley_inference_why(&guesses[i], &err);
    parley_inference_suggestion(&guesses[i], &err);
    parley_parse_field(guesses[i].how, (parley_type)(i % 6), f->text, f->length, origin, &value, &day, &err);
  }
}

/* A column with a type: each of its fields reads as that type. */
static void check_types(const parley_csv *csv, const parley_inference *guesses, int columns) {
  parley_value value;
  parley_date_text day;
  for (int i = 0; i < csv->record.count && i < columns; i++) {
    const parley_csv_field *f = &csv->record.fields[i];
    parley_parse_origin origin = f->quoted ? PARLEY_PARSE_FROM_QUOTED : PARLEY_PARSE_FROM_BARE;
    parley_type type = parley_inference_type(&guesses[i]);
    MUST(parley_parse_field(guesses[i].how, type, f->text, f->length, origin, &value, &day, NULL));
    MUST(type != PARLEY_ANY || value.type == PARLEY_ANY);
  }
}

/* ---- reading ---- */

static uint64_t finish(parley_csv *csv, uint64_t hash, parley_record_next next, const parley_error *err) {
  char text[PARLEY_ERROR_TEXT];
  if (next == PARLEY_RECORD_FAILED) {
    parley_error_text(err, text, sizeof text);
    hash = mix(hash, text, strlen(text));
  }
  hash = mix_number(mix_number(hash, csv->faults.count), csv->blank_lines);
  parley_csv_close(csv);
  return hash;
}

static uint64_t read_memory(const char *bytes, size_t length, const parley_csv_options *o, parley_inference *guesses,
                            int columns, bool typed) {
  parley_csv csv = {0};
  parley_error err;
  parley_record_next next;
  uint64_t hash = 1;
  MUST(parley_csv_open_memory(&csv, "t", bytes, length, o, &err));
  while ((next = parley_csv_next(&csv, &err)) == PARLEY_RECORD_READ) {
    hash = mix_record(hash, &csv);
    if (typed) check_types(&csv, guesses, columns);
    else check_fields(&csv, guesses, columns);
    if (csv.record.problem != PARLEY_CSV_SOUND) parley_csv_explain(&csv, &err);
  }
  return finish(&csv, hash, next, &err);
}

/* An input takes some first bytes as gzip or UTF-16; text in memory is what it is. */
static bool has_marks(const char *bytes, size_t length) {
  for (size_t i = 0; i < 4 && i < length; i++) {
    if (strchr("\x1F\xFE\xFF", bytes[i]) != NULL) return true; /* finds NUL too */
  }
  return false;
}

static uint64_t read_stream(const char *bytes, size_t length, parley_csv_options o, size_t buffer) {
  pieces from = {bytes, length, 0, buffer};
  parley_input input = {0};
  parley_csv csv = {0};
  parley_error err;
  parley_record_next next;
  uint64_t hash = 1;
  o.buffer = buffer;
  MUST(parley_input_callback(&input, "t", read_pieces, &from, &err) && parley_csv_open(&csv, &input, &o, &err));
  while ((next = parley_csv_next(&csv, &err)) == PARLEY_RECORD_READ) hash = mix_record(hash, &csv);
  hash = finish(&csv, hash, next, &err);
  parley_input_close(&input);
  return hash;
}

/* A border is the end, or lies behind a line break. */
static void check_border(const char *bytes, size_t length, const parley_csv_options *o) {
  for (size_t from = 1; from <= length; from += length / 5 + 1) {
    size_t at = parley_csv_border(o, bytes, length, from, from % 2 == 0);
    MUST(at >= from && at <= length);
    MUST(at == length || bytes[at - 1] == '\n' || bytes[at - 1] == '\r');
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  enum { COLUMNS = 8 };
  if (size < 2) return 0;
  const char *bytes = (const char *)data + 2;
  size_t length = size - 2;
  parley_csv_options o = {.delimiter = ",\t;|"[data[0] & 3], .quotes_are_data = (data[0] & 4) != 0,
                          .quote = data[0] & 8 ? '\'' : '"', .width = data[0] >> 4 & 3, .limit = 4000};
  parley_parse_rules how = {.dates = (parley_date_order)(data[1] % 3), .first_short_year = data[1] & 8 ? 1950 : 0};
  parley_inference guesses[COLUMNS];
  for (int i = 0; i < COLUMNS; i++) parley_inference_begin(&guesses[i], &how);
  uint64_t hash = read_memory(bytes, length, &o, guesses, COLUMNS, false);
  MUST(hash == read_memory(bytes, length, &o, guesses, COLUMNS, true));
  if (!has_marks(bytes, length)) MUST(hash == read_stream(bytes, length, o, 1 + data[1] % 37));
  check_border(bytes, length, &o);
  return 0;
}
