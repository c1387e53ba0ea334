/*
** A CSV file read in two ways: record by record, and in chunks, straight into columns; and whether the two Frames are
** the same to the last code. For hosts and fuzzers.
*/
#ifndef COLUMN_READ_BOTH_H
#define COLUMN_READ_BOTH_H

#include <string.h>
#include <unistd.h>

#include "frame/packing.h"
#include "text/parallel/reader.h"
#include "text/profile.h"
#include "value/parse_field.h"

enum { MOST_WIDTH = 64 };

/* ---- the other way ---- */

static inline bool add_value(parley_frame *frame, int at, const parley_value *value, parley_error *err) {
  switch (value->type) {
    case PARLEY_ANY: return parley_frame_add_null(frame, at, err);
    case PARLEY_INTEGER: return parley_frame_add_integer(frame, at, value->integer, err);
    case PARLEY_NUMBER: return parley_frame_add_number(frame, at, value->number, err);
    case PARLEY_BOOLEAN: return parley_frame_add_boolean(frame, at, value->integer != 0, err);
    default: return parley_frame_add_text(frame, at, value->text, value->length, err);
  }
}

static inline bool fill(parley_frame *frame, parley_record_reader *records, parley_error *err) {
  for (;;) {
    parley_record_next next = parley_record_reader_next(records, err);
    if (next != PARLEY_RECORD_READ) return next == PARLEY_RECORD_END;
    if (!records->sound) return parley_record_reader_explain(records, err);
    for (int at = 0; at < frame->width; at++) {
      const parley_record_cell *cell = &records->cells[at];
      const parley_parse_rules *how = &parley_record_reader_stated(records, at)->reading;
      parley_value value;
      parley_date_text day;
      if (!parley_parse_field(how, frame->columns[at].type, cell->text, cell->length, cell->origin, &value, &day,
                              err) ||
          !add_value(frame, at, &value, err)) {
        return false;
      }
    }
  }
}

typedef struct job {
  const char *path;
  parley_record_reader_options options;
  parley_record_stated stated;
  parley_type types[MOST_WIDTH]; /* that are stated */
  int width;
} job;

static inline bool open_job(const job *j, parley_input *input, parley_record_reader *records, parley_error *err) {
  return parley_input_file(input, j->path, err) &&
         parley_record_reader_open(records, input, &j->options, &j->stated, 1, err) && records->width <= MOST_WIDTH;
}

static inline bool name_columns(parley_frame *frame, const parley_type *types, int width, parley_error *err) {
  if (!parley_frame_create(frame, width, 0, err)) return false;
  for (int i = 0; i < width; i++) {
    if (!parley_frame_name(frame, i, "c", 1, types[i], err)) return false;
  }
  return true;
}

/* The types of the columns; false where something is wrong with the text. */
static inline bool take_profile(const job *j, parley_type *types, int *width) {
  parley_input input = {0};
  parley_record_reader records = {0};
  parley_profile found = {0};
  parley_error err;
  bool done = open_job(j, &input, &records, &err) && parley_profile_records(NULL, &found, &records, 0, &err) &&
              found.unsound == 0 && !parley_record_reader_faults(&records, &err);
  *width = records.width;
  for (int i = 0; done && i < records.width; i++) {
    types[i] = i < found.width ? parley_inference_type(&found.columns[i].inference) : PARLEY_ANY;
    if (j->types[i] != PARLEY_ANY) types[i] = j->types[i];
    if (types[i] == PARLEY_ANY) types[i] = PARLEY_TEXT;
  }
  parley_profile_free(&found);
  parley_record_reader_close(&records);
  if (input.name != NULL) parley_input_close(&input);
  return done;
}

static inline bool read_records(const job *j, parley_frame *frame) {
  parley_type types[MOST_WIDTH];
  parley_input input = {0};
  parley_record_reader records = {0};
  parley_error err;
  int width;
  if (!take_profile(j, types, &width)) return false;
  bool done = open_job(j, &input, &records, &err) && name_columns(frame, types, width, &err) &&
              fill(frame, &records, &err) && parley_frame_finish(frame, &err);
  parley_record_reader_close(&records);
  if (input.name != NULL) parley_input_close(&input);
  return done;
}

/* ---- this way ---- */

static inline parley_read_result read_chunks(const job *j, int threads, int64_t chunk, int64_t look,
                                             parley_frame *frame, parley_error *err) {
  parley_input input = {0};
  parley_record_reader records = {0};
  parley_read_result result = PARLEY_READ_FAILED;
  const parley_parse_rules *readings[MOST_WIDTH];
  parley_run run = {.threads = threads};
  parley_parallel_size size;
  char mark[4] = "";
  if (open_job(j, &input, &records, err) && name_columns(frame, j->types, records.width, err)) {
    parley_parallel_source source = {.file = input.file, .end = input.size, .chunk = chunk, .look = look};
    source.readings = readings;
    if (pread(input.file, mark, 3, 0) == 3 && strcmp(mark, "\xEF\xBB\xBF") == 0) source.start = 3;
    source.start += j->options.headless ? records.csv.record.offset
                                        : records.csv.window.offset + (int64_t)records.csv.window.at;
    source.options = (parley_csv_options){.delimiter = j->options.delimiter, .quote = j->options.quote,
                                          .quotes_are_data = j->options.quotes_are_data, .width = records.width};
    for (int i = 0; i < records.width; i++) readings[i] = &parley_record_reader_stated(&records, i)->reading;
    bool sound = records.csv.faults.count == 0;
    result = sound ? parley_parallel_read(&run, &source, frame, &size, err) : PARLEY_READ_UNSOUND;
    if (result == PARLEY_READ_DONE && !parley_frame_finish(frame, err)) result = PARLEY_READ_FAILED;
  }
  parley_record_reader_close(&records);
  if (input.name != NULL) parley_input_close(&input);
  return result;
}

/* ---- the same ---- */

static inline bool same_value(const parley_column *a, const parley_column *b, int64_t row) {
  parley_value x = parley_column_get(a, row), y = parley_column_get(b, row);
  if (x.type != y.type || x.integer != y.integer || memcmp(&x.number, &y.number, sizeof x.number) != 0) return false;
  if (x.type != PARLEY_TEXT && x.type != PARLEY_DATE) return true;
  if (x.length != y.length || (x.length > 0 && memcmp(x.text, y.text, x.length) != 0)) return false;
  return x.type == PARLEY_TEXT || memcmp(parley_dictionary_days(&a->dictionary, parley_column_codes(a)[row]),
                                         parley_dictionary_days(&b->dictionary, parley_column_codes(b)[row]), 8) == 0;
}

static inline bool same_column(const parley_column *a, const parley_column *b) {
  if (a->type != b->type || a->length != b->length || a->nulls != b->nulls) return false;
  if ((a->validity.data == NULL) != (b->validity.data == NULL)) return false;
  if (a->type == PARLEY_INTEGER && (a->low != b->low || a->high != b->high)) return false;
  bool coded = a->type == PARLEY_TEXT || a->type == PARLEY_DATE, distinct = a->dictionary.distinct;
  if (coded && distinct && a->dictionary.entries != b->dictionary.entries) return false;
  for (int64_t row = 0; row < a->length; row++) {
    if (!same_value(a, b, row)) return false;
    if (!coded) continue;
    int32_t code = parley_column_has(a, row) ? distinct ? parley_column_codes(b)[row] : (int32_t)row : 0;
    if (parley_column_codes(a)[row] != code) return false;
  }
  return true;
}

static inline bool same_frames(const parley_frame *a, const parley_frame *b) {
  bool same = a->width == b->width && a->rows == b->rows;
  for (int i = 0; same && i < a->width; i++) same = same_column(&a->columns[i], &b->columns[i]);
  return same;
}

#endif
