/*
** One set of cells, filled from whichever reader is at work.
**
** R7  Cells point into the record, or into `cleaned` where they had to be cleaned; either is good until the next
**     record.
*/
#include "text/record_reader.h"

#include <string.h>

#include "base/buffer.h"
#include "value/clean.h"

static const parley_record_stated nothing = {.type = PARLEY_ANY};

/* ---- columns ---- */

/* Half more, so that keys that come one by one cost linear time. */
static bool make_room(parley_record_reader *r, int width, parley_error *err) {
  if (width <= r->room) return true;
  int room = width + width / 2 + 8;
  parley_record_cell *cells = parley_alloc(r->cells, (size_t)room * sizeof *cells);
  if (cells == NULL) return parley_no_memory(err);
  r->cells = cells;
  const parley_record_stated **columns = parley_alloc(r->columns, (size_t)room * sizeof *columns);
  if (columns == NULL) return parley_no_memory(err);
  r->columns = columns;
  r->room = room;
  return true;
}

/* What is stated about the column of that name, or about all. Names are few and looked up once a column. */
static const parley_record_stated *find_stated(const parley_record_reader *r, parley_missing_code name) {
  const parley_record_stated *all = &nothing;
  for (int i = 0; i < r->stated_count; i++) {
    const parley_record_stated *s = &r->stated[i];
    if (s->name == NULL) all = s;
    else if (s->length == name.length && memcmp(s->name, name.text, name.length) == 0) return s;
  }
  return all;
}

/* Takes columns up to `width`, the new ones by the names the text has for them. New columns have been missing so
   far. */
static bool widen(parley_record_reader *r, int width, parley_error *err) {
  if (!make_room(r, width, err)) return false;
  for (int i = r->width; i < width; i++) {
    r->columns[i] = find_stated(r, parley_record_reader_name(r, i));
    r->cells[i] = (parley_record_cell){.text = NULL};
  }
  r->width = width;
  return true;
}

/* After the first record the header's bytes are gone: no name then. */
parley_missing_code parley_record_reader_name(const parley_record_reader *r, int column) {
  if (r->json_format) {
    return (parley_missing_code){r->json.columns.names[column].text, r->json.columns.names[column].length};
  }
  const parley_csv_record *header = &r->csv.record;
  if (r->headless || r->number > 0 || column >= header->count) return (parley_missing_code){"", 0};
  return (parley_missing_code){header->fields[column].text, header->fields[column].length};
}

/* What was stated for the old name does not hold for the new one. */
bool parley_record_reader_rename(parley_record_reader *r, const parley_missing_code *names, int count,
                                 parley_error *err) {
  if (!r->json_format && !widen(r, count, err)) return false;
  for (int i = 0; i < count && i < r->width; i++) r->columns[i] = find_stated(r, names[i]);
  return true;
}

/* ---- clean records ---- */

/* Names one after the other, each with a zero: they are compared with every record. */
static bool keep_header(parley_record_reader *r, const parley_csv_record *first, parley_error *err) {
  size_t size = 1, at = 0;
  for (int i = 0; i < first->count; i++) size += first->fields[i].length + 1;
  r->header = parley_alloc(NULL, size);
  if (r->header == NULL) return parley_no_memory(err);
  for (int i = 0; i < first->count; i++) {
    const char *text = first->fields[i].text;
    size_t length = first->fields[i].length;
    parley_clean_trim(&text, &length);
    memcpy(r->header + at, text, length);
    r->header[at + length] = '\0';
    at += length + 1;
  }
  return true;
}

/* Whether all cells say what the header says. Mostly the first one does not. A header in the midst comes from files
   put together. */
static bool says_header(const parley_record_reader *r) {
  const char *name = r->header;
  if (name == NULL || r->width != r->csv.record.count) return false;
  for (int i = 0; i < r->width; i++) {
    const parley_record_cell *cell = &r->cells[i];
    size_t length = strlen(name);
    if (length != cell->length || (length > 0 && memcmp(cell->text, name, length) != 0)) return false;
    name += length + 1;
  }
  return true;
}

/* Enough for all cells of the record: cleaning lets a text grow by PARLEY_CLEAN_GROWTH at most. */
static bool clean_room(parley_record_reader *r, parley_error *err) {
  size_t size = r->raw_length * PARLEY_CLEAN_GROWTH + 16;
  if (size <= r->cleaned_room) return true;
  char *cleaned = parley_alloc(r->cleaned, size * 2); /* nothing of this record points into it yet */
  if (cleaned == NULL) return parley_no_memory(err);
  r->cleaned = cleaned;
  r->cleaned_room = size * 2;
  return true;
}

/* Whether the record is ASCII without CR. What the reader of CSV saw on its way tells for most: it found no byte beyond
   ASCII, and no break inside quotes. Escapes of JSON stand for other characters than the raw bytes. */
static bool is_plain(const parley_record_reader *r) {
  if (r->json_format) return false;
  return (!r->csv.any_high && r->csv.breaks == 0) || parley_clean_is_plain(r->raw, r->raw_length);
}

/* The cells of most records. */
static bool trim_plain(parley_record_reader *r) {
  if (!is_plain(r)) return false;
  for (int i = 0; i < r->width; i++) {
    if (r->cells[i].text != NULL) parley_clean_trim_plain(&r->cells[i].text, &r->cells[i].length);
  }
  return true;
}

/* Trimming needs no copy; a cell that is clean after it stays where it is. */
static bool clean_each(parley_record_reader *r, parley_error *err) {
  r->cleaned_used = 0;
  for (int i = 0; i < r->width; i++) {
    parley_record_cell *cell = &r->cells[i];
    if (cell->text == NULL || !parley_clean_trim(&cell->text, &cell->length)) continue;
    if (r->cleaned_used == 0 && !clean_room(r, err)) return false;
    char *out = r->cleaned + r->cleaned_used;
    cell->length = parley_clean_text(cell->text, cell->length, out);
    cell->text = out;
    r->cleaned_used += cell->length;
  }
  return true;
}

static bool clean_cells(parley_record_reader *r, parley_error *err) {
  if (!trim_plain(r) && !clean_each(r, err)) return false;
  r->repeats_header = says_header(r);
  if (r->repeats_header) r->sound = false;
  return true;
}

/* ---- opening ---- */

/* Passes over what stands before the header: lines that the caller knows of, and one that states the delimiter. */
static bool pass_top(parley_record_reader *r, int64_t skip, parley_error *err) {
  bool over = false;
  for (int64_t i = 0; i < skip && !over; i++) {
    if (!parley_csv_pass_line(&r->csv, &over, err)) return false;
  }
  return parley_csv_take_separator(&r->csv, &r->separator, err);
}

static bool open_csv(parley_record_reader *r, parley_input *input, const parley_record_reader_options *o,
                     parley_error *err) {
  parley_csv_options options = {.delimiter = o->delimiter, .quote = o->quote, .quotes_are_data = o->quotes_are_data,
                                .limit = o->limit, .comment = o->comment, .comment_length = o->comment_length,
                                .rows = o->sheet};
  r->sheet = o->sheet;
  if (!parley_csv_open(&r->csv, input, &options, err) || !pass_top(r, o->skip, err)) return false;
  parley_record_next next = parley_csv_next(&r->csv, err);
  if (next == PARLEY_RECORD_FAILED) return false;
  if (next == PARLEY_RECORD_END) return parley_fail_with(err, "empty.text", "path=%s", input->name);
  const parley_csv_record *first = &r->csv.record;
  if (first->problem != PARLEY_CSV_SOUND && first->problem != PARLEY_CSV_NOT_UTF8) {
    return parley_csv_explain(&r->csv, err);
  }
  if (first->raw_length > 4 && memcmp(first->raw, "PK\3\4", 4) == 0) {
    return parley_fail_with(err, "bad_encoding.zip", "path=%s", input->name);
  }
  if (memchr(first->raw, '\0', first->raw_length) != NULL) {
    return parley_fail_with(err, "bad_encoding.nul_byte", "path=%s", input->name);
  }
  r->pending = r->headless = o->headless;
  if (r->clean && !r->headless && !keep_header(r, first, err)) return false;
  return widen(r, first->count, err);
}

static bool open_json(parley_record_reader *r, parley_input *input, const parley_record_reader_options *o,
                      parley_error *err) {
  parley_json_options options = {.limit = o->limit, .lines = o->lines, .path = o->path, .path_length = o->path_length};
  bool empty;
  r->json_format = true;
  if (!parley_json_open(&r->json, input, &options, err) || !parley_json_is_empty(&r->json, &empty, err)) return false;
  return !empty || parley_fail_with(err, "empty.text", "path=%s", input->name);
}

bool parley_record_reader_open(parley_record_reader *r, parley_input *input,
                               const parley_record_reader_options *options, const parley_record_stated *stated,
                               int stated_count, parley_error *err) {
  r->input = input;
  r->clean = options->clean;
  r->stated = stated;
  r->stated_count = stated_count;
  return options->json ? open_json(r, input, options, err) : open_csv(r, input, options, err);
}

/* ---- records ---- */

static parley_record_cell cell_of(const parley_record_reader *r, const parley_csv_field *f) {
  if (!r->sheet) {
    return (parley_record_cell){f->text, f->length, f->quoted ? PARLEY_PARSE_FROM_QUOTED : PARLEY_PARSE_FROM_BARE};
  }
  if (f->length == 0) return (parley_record_cell){.text = NULL};
  return (parley_record_cell){f->text, f->length, f->quoted ? PARLEY_PARSE_FROM_STRING : PARLEY_PARSE_FROM_JSON};
}

/* Fields beyond the columns are the record's problem and are not kept. */
static void take_csv(parley_record_reader *r) {
  const parley_csv_record *record = &r->csv.record;
  int count = record->count < r->width ? record->count : r->width;
  for (int i = 0; i < count; i++) r->cells[i] = cell_of(r, &record->fields[i]);
  for (int i = count; i < r->width; i++) r->cells[i] = (parley_record_cell){.text = NULL};
  r->line = record->line;
  r->raw = record->raw;
  r->raw_length = record->raw_length;
  r->sound = record->problem == PARLEY_CSV_SOUND;
  r->stray_bytes = record->problem == PARLEY_CSV_NOT_UTF8;
}

/* null is missing; false and 0 are not. */
static bool take_json(parley_record_reader *r, parley_error *err) {
  const parley_json_record *record = &r->json.record;
  if (!widen(r, r->json.columns.count, err)) return false;
  for (int i = 0; i < r->width; i++) r->cells[i] = (parley_record_cell){.text = NULL};
  for (int i = 0; i < record->count; i++) {
    const parley_json_member *m = &record->members[i];
    if (m->kind == PARLEY_JSON_NULL) continue;
    r->cells[m->column] = (parley_record_cell){
        m->text, m->length, m->kind == PARLEY_JSON_STRING ? PARLEY_PARSE_FROM_STRING : PARLEY_PARSE_FROM_JSON};
  }
  r->line = record->line;
  r->raw = record->raw;
  r->raw_length = record->raw_length;
  r->sound = record->problem == NULL;
  r->stray_bytes = false;
  return true;
}

/* Number counts records of data. */
static parley_record_next next_csv(parley_record_reader *r, parley_error *err) {
  parley_record_next next = PARLEY_RECORD_READ;
  if (!r->pending) next = parley_csv_next(&r->csv, err);
  r->pending = false;
  if (next != PARLEY_RECORD_READ) return next;
  r->number++;
  take_csv(r);
  return next;
}

/* The reader's faults tell whether this record had one. */
static parley_record_next next_json(parley_record_reader *r, parley_error *err) {
  int64_t faults = r->json.faults.count;
  parley_record_next next = parley_json_next(&r->json, err);
  if (next != PARLEY_RECORD_READ) return next;
  r->number++;
  if (!take_json(r, err)) return PARLEY_RECORD_FAILED;
  r->stray_bytes = r->json.faults.count > faults;
  return next;
}

parley_record_next parley_record_reader_next(parley_record_reader *r, parley_error *err) {
  r->repeats_header = false;
  parley_record_next next = r->json_format ? next_json(r, err) : next_csv(r, err);
  if (next == PARLEY_RECORD_READ && r->clean && r->sound && !clean_cells(r, err)) return PARLEY_RECORD_FAILED;
  return next;
}

bool parley_record_reader_explain(const parley_record_reader *r, parley_error *err) {
  if (r->repeats_header) {
    parley_fail_key(err, "duplicate.header");
    return parley_fail_about(err, "line", "path=%s line=%lld", r->input->name, (long long)r->line);
  }
  return r->json_format ? parley_json_explain(&r->json, err) : parley_csv_explain(&r->csv, err);
}

/* What the converter noted comes before what the reader saw of its result. */
bool parley_record_reader_faults(const parley_record_reader *r, parley_error *err) {
  const parley_input_faults *own = r->json_format ? &r->json.faults : &r->csv.faults;
  const parley_input_faults *faults = r->input->faults.count > 0 ? &r->input->faults : own;
  if (r->input->is_utf8 && r->input->faults.count == 0) {
    parley_fail_with(err, "bad_encoding.sound", "path=%s encoding=%s", r->input->name, r->input->encoding);
    return true;
  }
  if (faults->count == 0) return false;
  parley_input_faults_tell(faults, r->input->name, r->input->encoding, err);
  return true;
}

bool parley_record_reader_missing(const parley_record_reader *r, int column) {
  const parley_record_cell *cell = &r->cells[column];
  return cell->text == NULL ||
         parley_parse_is_missing(&r->columns[column]->reading, cell->text, cell->length, cell->origin);
}

/* Both are closed: the one that was not opened is all zero. */
void parley_record_reader_close(parley_record_reader *r) {
  parley_csv_close(&r->csv);
  parley_json_close(&r->json);
  parley_alloc(r->cells, 0);
  parley_alloc((void *)r->columns, 0);
  parley_alloc(r->cleaned, 0);
  parley_alloc(r->header, 0);
  *r = (parley_record_reader){.width = 0};
}
