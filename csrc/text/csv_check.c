/* Lines and bytes are counted only when somebody wants to know the place of a problem. */
#include "text/csv_check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/byte_scan.h"
#include "base/utf8.h"

static bool is_break(char c) { return c == '\n' || c == '\r'; }

/* ---- problems ---- */

/* A record may have line breaks inside quotes: its lines are counted from its start, the byte from the last break. */
void parley_csv_place_problem(parley_csv_record *record, size_t at) {
  bool after_cr = false;
  record->problem_line = record->line + parley_input_count_lines(record->raw, at, &after_cr);
  record->problem_byte = 1;
  for (; at > 0 && !is_break(record->raw[at - 1]); at--) record->problem_byte++;
}

/* The first problem of a record is the one that is told: others often follow from it. */
static void set_problem(parley_csv_record *record, parley_csv_problem problem, int field, size_t at) {
  if (record->problem != PARLEY_CSV_SOUND) return;
  record->problem = problem;
  record->problem_field = field;
  parley_csv_place_problem(record, at);
}

/* ---- bytes ---- */

static int fields_kept(const parley_csv_record *record) {
  return record->count < PARLEY_CSV_COLUMNS ? record->count : PARLEY_CSV_COLUMNS;
}

/* Notes a byte that is no UTF-8 for the report of encodings, and as the problem of the record. */
static void note_fault(parley_csv *csv, int field, size_t at) {
  const parley_csv_record *r = &csv->record;
  const parley_csv_field *f = &r->fields[field];
  parley_csv_record place = *r;
  size_t in_record = (size_t)(f->text - r->raw) + at;
  parley_csv_place_problem(&place, in_record);
  parley_input_fault fault = {.line = place.problem_line, .byte = place.problem_byte,
                        .offset = r->offset + (int64_t)in_record, .field = field + 1};
  parley_input_faults_note(&csv->faults, &fault, f->text, f->length, at);
  set_problem(&csv->record, PARLEY_CSV_NOT_UTF8, field + 1, in_record);
}

/* ASCII is passed over at some bytes a step. Records that are sound UTF-8 beyond ASCII are counted: they speak for
   UTF-8 when the encoding of a file has to be guessed. */
static void check_utf8(parley_csv *csv) {
  parley_csv_record *r = &csv->record;
  if (parley_utf8_is_ascii(r->raw, r->raw_length)) return;
  if (parley_utf8_invalid(r->raw, r->raw_length) == r->raw_length) {
    if (csv->faults.sound++ == 0) csv->faults.sound_line = r->line;
    return;
  }
  for (int i = 0; i < fields_kept(r); i++) {
    size_t at = parley_utf8_invalid(r->fields[i].text, r->fields[i].length);
    if (at < r->fields[i].length) note_fault(csv, i, at);
  }
}

/* Undoes doubled quotes in a copy, because the raw bytes have to stay. */
static char *undouble(parley_csv_field *field, char quote, char *out) {
  const char *from = field->text, *end = from + field->length;
  field->text = out;
  while (from < end) {
    const char *at = memchr(from, quote, (size_t)(end - from));
    size_t count = at == NULL ? (size_t)(end - from) : (size_t)(at - from) + 1;
    memcpy(out, from, count);
    out += count;
    from += count + (at != NULL); /* past the second quote of the two */
  }
  field->length = (uint32_t)(out - field->text);
  return out;
}

static bool undouble_fields(parley_csv *csv, parley_error *err) {
  if (csv->scratch_room < csv->record.raw_length) {
    size_t room = csv->record.raw_length + csv->record.raw_length / 2;
    char *scratch = parley_alloc(csv->scratch, room);
    if (scratch == NULL) return parley_no_memory(err);
    csv->scratch = scratch;
    csv->scratch_room = room;
  }
  char *out = csv->scratch;
  for (int i = 0; i < fields_kept(&csv->record); i++) {
    if (csv->fields[i].doubled) out = undouble(&csv->fields[i], (char)csv->quote, out);
  }
  return true;
}

/* The first record says how wide the table is. A wrong width is a problem of one record, which can be set aside; a
   table too wide for all of them ends the reading. */
static bool check_width(parley_csv *csv, parley_error *err) {
  parley_csv_record *r = &csv->record;
  if (csv->width == 0) csv->width = r->count;
  if (csv->width > PARLEY_CSV_COLUMNS) {
    parley_fail_with(err, "too_large.fields", "count=%d most=%d", csv->width, PARLEY_CSV_COLUMNS);
    return parley_fail_about(err, "line", "path=%s line=%lld", csv->name, (long long)r->line);
  }
  if (r->count != csv->width) set_problem(r, PARLEY_CSV_WIDTH, r->count, r->raw_length);
  return true;
}

/* ---- the whole ---- */

bool parley_csv_finish_record(parley_csv *csv, parley_error *err) {
  if (!check_width(csv, err)) return false;
  if (csv->any_high && !csv->any_bytes) check_utf8(csv);
  return !csv->any_doubled || undouble_fields(csv, err);
}

static bool refuse_width(const parley_csv *csv, parley_error *err) {
  const parley_csv_record *r = &csv->record;
  const char *key = r->count > csv->width ? "too_many_fields" : r->count == 1 ? "too_few_fields.one" : "too_few_fields";
  parley_fail_with(err, key, "count=%d wanted=%d", r->count, csv->width);
  return parley_fail_about(err, "line", "path=%s line=%lld", csv->name, (long long)r->line);
}

bool parley_csv_explain(const parley_csv *csv, parley_error *err) {
  const parley_csv_record *r = &csv->record;
  switch (r->problem) {
    case PARLEY_CSV_WIDTH: return refuse_width(csv, err);
    case PARLEY_CSV_STRAY_QUOTE: parley_fail_key(err, "malformed.stray_quote"); break;
    case PARLEY_CSV_AFTER_QUOTE: parley_fail_key(err, "malformed.after_quote"); break;
    case PARLEY_CSV_NOT_UTF8: parley_fail_key(err, "bad_encoding.record"); break;
    case PARLEY_CSV_SOUND: return parley_fail_key(err, "misuse.sound_record");
  }
  return parley_fail_about(err, "line_byte_field", "path=%s line=%lld byte=%lld field=%d", csv->name,
                           (long long)r->problem_line, (long long)r->problem_byte, r->problem_field);
}
