/* Rows are written one at a time into a buffer that is handed on when it has grown to a piece. */
#include "text/xlsx_csv.h"

#include "base/ascii.h"

enum { PIECE = 64 * 1024, NAME_MOST = 4096, LOOK = 256 /* rows, if the file says how far its cells reach */ };
#define ROW_MOST ((size_t)PARLEY_RECORD_LIMIT * 2)

/* ---- which cells ---- */

static bool has_row(const parley_xlsx_csv *csv, const parley_xlsx_row *row) {
  const parley_xlsx_csv_options *o = &csv->options;
  int64_t first = o->header > o->range.first_row ? o->header : o->range.first_row;
  return row->number >= first && (o->range.last_row == 0 || row->number <= o->range.last_row);
}

static bool is_header(const parley_xlsx_csv *csv, int64_t row) {
  const parley_xlsx_csv_options *o = &csv->options;
  return o->header > 0 && row >= o->header && row <= o->header_last;
}

static bool is_left_out(const parley_xlsx_csv *csv, const parley_xlsx_row *row) {
  return row->hidden && csv->options.without_hidden && !is_header(csv, row->number);
}

static bool is_past(const parley_xlsx_csv *csv, const parley_xlsx_row *row) {
  return csv->options.range.last_row > 0 && row->number > csv->options.range.last_row;
}

/* ---- how wide ---- */

static bool keep_merges(parley_xlsx_csv *csv, const parley_xlsx_sheet *sheet, parley_error *err) {
  if (sheet->merge_count == 0) return true;
  csv->merges = parley_alloc(NULL, (size_t)sheet->merge_count * sizeof *csv->merges);
  if (csv->merges == NULL) return parley_no_memory(err);
  for (int i = 0; i < sheet->merge_count; i++) {
    const parley_xlsx_range *merge = &sheet->merges[i];
    if (is_header(csv, merge->first_row)) csv->merges[csv->merge_count++] = *merge;
  }
  return true;
}

static void widen(parley_xlsx_csv *csv, const parley_xlsx_row *row) {
  for (int i = 0; i < row->count; i++) {
    if (row->cells[i].kind == PARLEY_XLSX_EMPTY) continue;
    int column = row->cells[i].column;
    if (csv->first == 0 || column < csv->first) csv->first = column;
    if (column > csv->last) csv->last = column;
  }
}

/* Whether the rows seen reach as far as all cells do, by what the file says. */
static bool is_as_stated(const parley_xlsx_csv *csv, const parley_xlsx_sheet *sheet) {
  const parley_xlsx_range *d = &sheet->dimension;
  return sheet->has_dimension && csv->first == d->first_column && csv->last == d->last_column;
}

static bool look_over(parley_xlsx_csv *csv, parley_xlsx_sheet *sheet, const parley_run *run, parley_error *err) {
  for (int64_t rows = 0;; rows++) {
    if (rows == LOOK && !sheet->wants_merges && is_as_stated(csv, sheet)) return true;
    parley_record_next next = parley_xlsx_sheet_next(sheet, run, err);
    if (next != PARLEY_RECORD_READ) return next == PARLEY_RECORD_END;
    if (is_past(csv, &sheet->row) && !sheet->wants_merges) return true;
    if (has_row(csv, &sheet->row) && !is_left_out(csv, &sheet->row)) widen(csv, &sheet->row);
  }
}

/* V3. A sheet of its own is read for that. */
static bool find_columns(parley_xlsx_csv *csv, const parley_xlsx_book *book, const parley_run *run, parley_error *err) {
  const parley_xlsx_csv_options *o = &csv->options;
  bool merges = o->header_last > o->header, stated = o->range.first_column > 0;
  if (stated && !merges) {
    csv->first = o->range.first_column;
    csv->last = o->range.last_column;
    return true;
  }
  parley_xlsx_sheet sheet = {.wants_merges = merges};
  bool good = parley_xlsx_sheet_open(&sheet, book, o->sheet, err) && look_over(csv, &sheet, run, err) &&
              keep_merges(csv, &sheet, err);
  parley_xlsx_sheet_close(&sheet);
  if (stated) {
    csv->first = o->range.first_column;
    csv->last = o->range.last_column;
  }
  return good;
}

/* ---- what is told ---- */

static void count_one(parley_xlsx_error_count *count, const parley_xlsx_cell *cell, int64_t row) {
  if (count->count++ > 0) return;
  count->row = row;
  count->column = cell->column;
}

static void count_error(parley_xlsx_facts *facts, const parley_xlsx_cell *cell, int64_t row) {
  char word[PARLEY_XLSX_ERROR_WORD] = "";
  size_t length = cell->length < sizeof word - 1 ? cell->length : sizeof word - 1;
  for (size_t i = 0; i < length; i++) word[i] = cell->text[i] > ' ' && cell->text[i] < 0x7f ? cell->text[i] : '?';
  int kind = 0;
  while (kind < facts->error_kinds && strcmp(facts->errors[kind].word, word) != 0) kind++;
  if (kind == PARLEY_XLSX_ERRORS) kind--;
  if (kind == facts->error_kinds) {
    memcpy(facts->errors[kind].word, word, sizeof word);
    facts->error_kinds++;
  }
  count_one(&facts->errors[kind], cell, row);
}

static void count_facts(parley_xlsx_facts *facts, const parley_xlsx_cell *cell, int64_t row) {
  if (cell->kind == PARLEY_XLSX_ERROR) count_error(facts, cell, row);
  if (cell->kind == PARLEY_XLSX_EMPTY && cell->formula) count_one(&facts->formulas, cell, row);
}

/* ---- rows as text ---- */

static bool add_quoted(parley_xlsx_string *out, const char *text, size_t length) {
  const char *end = text + length;
  if (!parley_xlsx_string_reserve(out, length + 2)) return false;
  out->bytes[out->used++] = '"';
  while (text < end) {
    const char *quote = memchr(text, '"', (size_t)(end - text));
    size_t count = quote != NULL ? (size_t)(quote - text) + 1 : (size_t)(end - text);
    if (!parley_xlsx_string_add(out, text, count)) return false;
    if (quote != NULL && !parley_xlsx_string_add(out, "\"", 1)) return false;
    text += count;
  }
  return parley_xlsx_string_add(out, "\"", 1);
}

static bool add_cell(parley_xlsx_string *out, const parley_xlsx_cell *cell) {
  switch (cell->kind) {
    case PARLEY_XLSX_TEXT: case PARLEY_XLSX_DATE: return add_quoted(out, cell->text, cell->length);
    case PARLEY_XLSX_NUMBER: case PARLEY_XLSX_BOOLEAN: return parley_xlsx_string_add(out, cell->text, cell->length);
    default: return true;
  }
}

static bool add_many(parley_xlsx_string *out, char c, int64_t count) {
  if (count <= 0) return true;
  if (!parley_xlsx_string_reserve(out, (size_t)count)) return false;
  memset(out->bytes + out->used, c, (size_t)count);
  out->used += (size_t)count;
  return true;
}

static bool refuse_long(const parley_xlsx_csv *csv, int64_t row, parley_error *err) {
  parley_fail_with(err, "too_large.row", "row=%lld most=%zu", (long long)row, ROW_MOST);
  return parley_fail_about(err, "cannot_read", "path=%s", csv->sheet.book->zip.input->name);
}

/* Ends the lines that stand above a row. */
static bool begin_line(parley_xlsx_csv *csv, int64_t row) {
  if (!add_many(&csv->out, '\n', row - csv->line)) return false;
  csv->line = row;
  return true;
}

/* A row without anything but errors is there; one with nothing at all is none. */
static bool write_row(parley_xlsx_csv *csv, const parley_xlsx_row *row, parley_error *err) {
  int column = csv->first;
  bool any = false;
  size_t from = csv->out.used;
  for (int i = 0; i < row->count; i++) {
    const parley_xlsx_cell *cell = &row->cells[i];
    bool stated = csv->options.range.first_column > 0;
    if (cell->column < csv->first || (stated && cell->column > csv->last)) continue;
    count_facts(&csv->facts, cell, row->number);
    if (cell->kind == PARLEY_XLSX_EMPTY) continue;
    if (!any && !begin_line(csv, row->number)) return parley_no_memory(err);
    if (!any) from = csv->out.used;
    any = true;
    bool added = add_many(&csv->out, ',', cell->column - column) && add_cell(&csv->out, cell);
    if (!added) return parley_no_memory(err);
    if (csv->out.used - from > ROW_MOST) return refuse_long(csv, row->number, err);
    column = cell->column;
  }
  return !any || add_many(&csv->out, ',', csv->last - column) || parley_no_memory(err);
}

/* ---- a header of several rows ---- */

static int last_of_merge(const parley_xlsx_csv *csv, int64_t row, int column) {
  for (int i = 0; i < csv->merge_count; i++) {
    const parley_xlsx_range *m = &csv->merges[i];
    bool begins = m->first_row == row && m->first_column == column;
    if (begins) return m->last_column < csv->last ? m->last_column : csv->last;
  }
  return column;
}

static bool add_name(parley_xlsx_csv *csv, int column, const parley_xlsx_cell *cell, parley_error *err) {
  parley_xlsx_string *name = &csv->names[column - csv->first];
  if (name->used + cell->length > NAME_MOST) return refuse_long(csv, csv->sheet.row.number, err);
  bool added = (name->used == 0 || parley_xlsx_string_add(name, " ", 1)) &&
               parley_xlsx_string_add(name, cell->text, cell->length);
  return added || parley_no_memory(err);
}

static bool take_names(parley_xlsx_csv *csv, const parley_xlsx_row *row, parley_error *err) {
  for (int i = 0; i < row->count; i++) {
    const parley_xlsx_cell *cell = &row->cells[i];
    bool named = cell->kind != PARLEY_XLSX_EMPTY && cell->kind != PARLEY_XLSX_ERROR;
    if (!named || cell->column < csv->first || cell->column > csv->last) continue;
    int last = last_of_merge(csv, row->number, cell->column);
    for (int column = cell->column; column <= last; column++) {
      if (!add_name(csv, column, cell, err)) return false;
    }
  }
  return true;
}

static bool write_names(parley_xlsx_csv *csv, parley_error *err) {
  csv->named = true;
  bool added = begin_line(csv, csv->options.header_last);
  for (int column = csv->first; column <= csv->last && added; column++) {
    const parley_xlsx_string *name = &csv->names[column - csv->first];
    added = (column == csv->first || add_many(&csv->out, ',', 1)) &&
            (name->used == 0 || add_quoted(&csv->out, name->bytes, name->used));
  }
  return added || parley_no_memory(err);
}

/* ---- the whole ---- */

bool parley_xlsx_csv_open(parley_xlsx_csv *csv, const parley_xlsx_book *book, const parley_xlsx_csv_options *options,
                          const parley_run *run, parley_error *err) {
  csv->options = *options;
  csv->line = 1;
  csv->named = options->header_last <= options->header;
  if (!find_columns(csv, book, run, err)) return false;
  csv->ended = csv->last == 0;
  if (!csv->named && !csv->ended) {
    size_t size = (size_t)(csv->last - csv->first + 1) * sizeof *csv->names;
    csv->names = parley_alloc(NULL, size);
    if (csv->names == NULL) return parley_no_memory(err);
    memset(csv->names, 0, size);
  }
  return parley_xlsx_sheet_open(&csv->sheet, book, options->sheet, err);
}

static bool take_row(parley_xlsx_csv *csv, const parley_xlsx_row *row, parley_error *err) {
  if (!has_row(csv, row)) return true;
  if (row->hidden && !is_header(csv, row->number) && csv->facts.hidden++ == 0) csv->facts.first_hidden = row->number;
  if (is_left_out(csv, row)) return true;
  if (!csv->named && is_header(csv, row->number)) return take_names(csv, row, err);
  return (csv->named || write_names(csv, err)) && write_row(csv, row, err);
}

/* The last line ends too. Rows behind the range are read as well: only at the end is the part known to be whole. */
static bool fill(parley_xlsx_csv *csv, const parley_run *run, parley_error *err) {
  csv->out.used = csv->at = 0;
  while (csv->out.used < PIECE && !csv->ended) {
    parley_record_next next = parley_xlsx_sheet_next(&csv->sheet, run, err);
    if (next == PARLEY_RECORD_FAILED) return false;
    csv->ended = next == PARLEY_RECORD_END;
    if (!csv->ended && !take_row(csv, &csv->sheet.row, err)) return false;
    if (!csv->ended) continue;
    if (!csv->named && !write_names(csv, err)) return false;
    if (!add_many(&csv->out, '\n', 1)) return parley_no_memory(err);
  }
  return true;
}

ptrdiff_t parley_xlsx_csv_read(parley_xlsx_csv *csv, const parley_run *run, char *buffer, size_t size,
                               parley_error *err) {
  if (csv->at == csv->out.used && !fill(csv, run, err)) return -1;
  size_t count = csv->out.used - csv->at < size ? csv->out.used - csv->at : size;
  if (count > 0) memcpy(buffer, csv->out.bytes + csv->at, count);
  csv->at += count;
  return (ptrdiff_t)count;
}

void parley_xlsx_csv_close(parley_xlsx_csv *csv) {
  for (int i = 0; csv->names != NULL && i <= csv->last - csv->first; i++) parley_xlsx_string_free(&csv->names[i]);
  parley_alloc(csv->names, 0);
  parley_alloc(csv->merges, 0);
  parley_alloc(csv->out.bytes, 0);
  parley_xlsx_sheet_close(&csv->sheet);
  *csv = (parley_xlsx_csv){.line = 0};
}
