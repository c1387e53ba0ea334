/*
** Elements become cells as they end. What a cell holds is collected behind what the cells before it hold; texts move
** while a row grows, and get their places when it ends.
*/
#include "text/xlsx_sheet.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "text/xlsx_serial.h"
#include "value/numeral.h"
#include "value/shortest_number.h"

#define IN_ROW_TEXT NULL /* a cell's text stands at its place in the row's */

/* ---- failures ---- */

static void fail_memory(parley_xlsx_sheet *s) {
  parley_no_memory(&s->xml.err);
  parley_xlsx_xml_stop(&s->xml);
}

/* About the cell at hand. */
static void refuse_cell(parley_xlsx_sheet *s, const char *key, const char *value, size_t length) {
  char column[PARLEY_XLSX_COLUMN_ROOM];
  parley_xlsx_column_name(s->last_column, column);
  parley_fail_with(&s->xml.err, key, "cell=%s row=%lld value=%.*s", column, (long long)s->row.number,
                   length < 60 ? (int)length : 60, value);
  parley_xlsx_xml_refuse(&s->xml);
}

/* ---- rows ---- */

static void start_row(parley_xlsx_sheet *s, const char **attributes) {
  const char *place = NULL, *hidden = NULL;
  for (; attributes[0] != NULL; attributes += 2) {
    if (strcmp(attributes[0], "r") == 0) place = attributes[1];
    else if (strcmp(attributes[0], "hidden") == 0) hidden = attributes[1];
  }
  int64_t number = s->row.number + 1;
  int column = 0;
  bool good = place == NULL || (parley_xlsx_place_read(place, strlen(place), &column, &number) && column == 0);
  if (!good || number <= s->row.number || number > PARLEY_XLSX_ROWS) {
    parley_fail_with(&s->xml.err, "malformed.row_order", "row=%s before=%lld", place != NULL ? place : "",
                     (long long)s->row.number);
    parley_xlsx_xml_refuse(&s->xml);
    return;
  }
  s->row = (parley_xlsx_row){.number = number, .hidden = parley_xlsx_xml_truth(hidden)};
  s->text.used = 0;
  s->last_column = 0;
  s->in_row = true;
}

/* Texts stand still from here on. */
static void end_row(parley_xlsx_sheet *s) {
  for (int i = 0; i < s->row.count; i++) {
    parley_xlsx_cell *cell = &s->cells[i];
    if (cell->text == IN_ROW_TEXT) cell->text = s->text.bytes + cell->at;
  }
  s->row.cells = s->cells;
  s->in_row = false;
  s->row_is_done = true;
  parley_xlsx_xml_pause(&s->xml);
}

/* ---- cells ---- */

static bool room_for_cell(parley_xlsx_sheet *s) {
  if (s->row.count < s->room) return true;
  int room = s->room * 2 + 32;
  parley_xlsx_cell *cells = parley_alloc(s->cells, (size_t)room * sizeof *cells);
  if (cells == NULL) {
    fail_memory(s);
    return false;
  }
  s->cells = cells;
  s->room = room;
  return true;
}

/* H1 */
static bool place_cell(parley_xlsx_sheet *s, const char *place) {
  int column = s->last_column + 1;
  int64_t row = s->row.number;
  bool good = place == NULL || (parley_xlsx_place_read(place, strlen(place), &column, &row) && row == s->row.number);
  if (good && column > s->last_column && column <= PARLEY_XLSX_COLUMNS) {
    s->last_column = column;
    return true;
  }
  if (place == NULL) place = "";
  refuse_cell(s, "malformed.cell_order", place, strlen(place));
  return false;
}

static void start_cell(parley_xlsx_sheet *s, const char **attributes) {
  const char *place = NULL, *type = "n";
  s->style = 0;
  for (; attributes[0] != NULL; attributes += 2) {
    if (attributes[0][0] == '\0' || attributes[0][1] != '\0') continue;
    if (attributes[0][0] == 'r') place = attributes[1];
    else if (attributes[0][0] == 't') type = attributes[1];
    else if (attributes[0][0] == 's') s->style = (size_t)strtoul(attributes[1], NULL, 10);
  }
  if (!place_cell(s, place) || !room_for_cell(s)) return;
  size_t length = strlen(type);
  if (length >= sizeof s->type) {
    refuse_cell(s, "malformed.cell_type", type, length);
    return;
  }
  memcpy(s->type, type, length + 1);
  s->cells[s->row.count++] = (parley_xlsx_cell){.column = s->last_column, .at = s->text.used};
  s->in_cell = true;
}

/* Puts a text in place of what the cell has collected. */
static void rewrite(parley_xlsx_sheet *s, parley_xlsx_cell *cell, const char *text, size_t length) {
  s->text.used = cell->at;
  if (!parley_xlsx_string_add(&s->text, text, length)) fail_memory(s);
  cell->length = length;
}

static void take_shared(parley_xlsx_sheet *s, parley_xlsx_cell *cell, const char *text, size_t length) {
  const parley_xlsx_strings *strings = &s->book->strings;
  int64_t number;
  if (!parley_numeral_read_integer(text, length, &number) || number < 0 || (size_t)number >= strings->count) {
    refuse_cell(s, "malformed.cell_shared", text, length);
    return;
  }
  cell->text = parley_xlsx_strings_at(strings, (size_t)number, &cell->length);
  cell->kind = cell->length > 0 ? PARLEY_XLSX_TEXT : PARLEY_XLSX_EMPTY;
  s->text.used = cell->at;
}

static bool is_digits(const char *text, size_t length) {
  if (length == 0 || length > 18 || (text[0] == '0' && length > 1)) return false;
  for (size_t i = 0; i < length; i++) {
    if (!parley_ascii_is_digit(text[i])) return false;
  }
  return true;
}

/* Numerals of other programs may begin with a plus sign, which ours do not. */
static bool read_number(const char *text, size_t length, double *out) {
  if (length > 1 && text[0] == '+') text++, length--;
  return parley_numeral_read_number(text, length, out);
}

/* H2 */
static void take_number(parley_xlsx_sheet *s, parley_xlsx_cell *cell, const char *text, size_t length) {
  parley_xlsx_format format = parley_xlsx_styles_format(&s->book->styles, s->style);
  char written[PARLEY_NUMBER_TEXT_LENGTH + PARLEY_XLSX_SERIAL_ROOM]; /* either */
  bool plain = format == PARLEY_XLSX_FORMAT_PLAIN || format == PARLEY_XLSX_FORMAT_PERCENT;
  cell->kind = PARLEY_XLSX_NUMBER;
  cell->percent = format == PARLEY_XLSX_FORMAT_PERCENT;
  if (!read_number(text, length, &cell->number)) {
    refuse_cell(s, "malformed.cell_number", text, length);
    return;
  }
  if (plain && is_digits(text, length)) return;
  size_t used = plain ? 0 : parley_xlsx_serial_text(cell->number, format, s->book->from_1904, written);
  if (used > 0) cell->kind = PARLEY_XLSX_DATE;
  if (used == 0) used = parley_number_text_shortest(cell->number, written);
  if (used > 2 && memcmp(written + used - 2, ".0", 2) == 0) used -= 2;
  rewrite(s, cell, written, used);
}

/* 2025-05-16T00:00:00.000Z is a day. */
static void take_iso(parley_xlsx_cell *cell, const char *text, size_t length) {
  static const char midnight[] = "T00:00:00";
  enum { DAY = 10 };
  cell->kind = PARLEY_XLSX_DATE;
  size_t end = DAY + sizeof midnight - 1;
  if (length < end || memcmp(text + DAY, midnight, sizeof midnight - 1) != 0) return;
  for (size_t i = end; i < length; i++) {
    if (text[i] != '.' && text[i] != '0' && text[i] != 'Z') return;
  }
  cell->length = DAY;
}

static void take_text(parley_xlsx_sheet *s, parley_xlsx_cell *cell) {
  char *text = s->text.bytes + cell->at;
  cell->length = parley_xlsx_string_unescape(text, cell->length);
  s->text.used = cell->at + cell->length;
  cell->kind = PARLEY_XLSX_TEXT;
}

static void trim(const char **text, size_t *length) {
  while (*length > 0 && (unsigned char)**text <= ' ') (*text)++, (*length)--;
  while (*length > 0 && (unsigned char)(*text)[*length - 1] <= ' ') (*length)--;
}

static bool is_type(const parley_xlsx_sheet *s, const char *type) { return strcmp(s->type, type) == 0; }

static void take_value(parley_xlsx_sheet *s, parley_xlsx_cell *cell) {
  if (is_type(s, "str") || is_type(s, "inlineStr")) {
    take_text(s, cell);
    return;
  }
  const char *text = s->text.bytes + cell->at;
  size_t length = cell->length, all = length;
  trim(&text, &length);
  if (length < all && length > 0) { /* blanks around a number, of programs that indent */
    memmove(s->text.bytes + cell->at, text, length);
    text = s->text.bytes + cell->at;
    cell->length = length;
    s->text.used = cell->at + length;
  }
  if (length == 0) cell->length = 0;
  else if (is_type(s, "s")) take_shared(s, cell, text, length);
  else if (is_type(s, "n")) take_number(s, cell, text, length);
  else if (is_type(s, "e")) cell->kind = PARLEY_XLSX_ERROR;
  else if (is_type(s, "d")) take_iso(cell, text, length);
  else if (is_type(s, "b") && length == 1 && (*text == '0' || *text == '1')) {
    bool truth = *text == '1';
    cell->kind = PARLEY_XLSX_BOOLEAN;
    rewrite(s, cell, truth ? "true" : "false", truth ? 4 : 5);
  } else refuse_cell(s, "malformed.cell_type", s->type, strlen(s->type));
}

static void end_cell(parley_xlsx_sheet *s) {
  parley_xlsx_cell *cell = &s->cells[s->row.count - 1];
  s->in_cell = s->in_inline = false;
  s->phonetic = 0;
  cell->length = s->text.used - cell->at;
  if (cell->length > 0) take_value(s, cell);
  else if (is_type(s, "str")) cell->formula = false; /* it came to an empty text */
}

/* ---- what stands beside the rows ---- */

static void take_dimension(parley_xlsx_sheet *s, const char **attributes) {
  const char *place = parley_xlsx_xml_attribute(attributes, "ref");
  parley_xlsx_range *d = &s->dimension;
  s->has_dimension = place != NULL && parley_xlsx_range_read(place, strlen(place), d) && d->first_column > 0 &&
                     d->first_row > 0 && d->last_row > 0;
}

enum { MERGES_MOST = 1 << 16 }; /* more are left out: only those of the header matter */

static void take_merge(parley_xlsx_sheet *s, const char **attributes) {
  const char *place = parley_xlsx_xml_attribute(attributes, "ref");
  parley_xlsx_range range;
  if (place == NULL || !parley_xlsx_range_read(place, strlen(place), &range) || s->merge_count >= MERGES_MOST) return;
  if (s->merge_count == s->merge_room) {
    int room = s->merge_room * 2 + 16;
    parley_xlsx_range *merges = parley_alloc(s->merges, (size_t)room * sizeof *merges);
    if (merges == NULL) {
      fail_memory(s);
      return;
    }
    s->merges = merges;
    s->merge_room = room;
  }
  s->merges[s->merge_count++] = range;
}

/* ---- elements ---- */

enum { DEPTH_PART = 2, DEPTH_ROW = 3, DEPTH_CELL = 4 };

static void start_outside(parley_xlsx_sheet *s, const char *name, const char **attributes) {
  if (s->xml.depth == DEPTH_PART && strcmp(name, "sheetData") == 0) s->in_data = true;
  else if (s->xml.depth == DEPTH_PART && strcmp(name, "dimension") == 0) take_dimension(s, attributes);
  else if (s->wants_merges && strcmp(name, "mergeCell") == 0) take_merge(s, attributes);
}

static void start_in_cell(parley_xlsx_sheet *s, const char *name) {
  parley_xlsx_cell *cell = &s->cells[s->row.count - 1];
  if (strcmp(name, "v") == 0) s->collects = !is_type(s, "inlineStr");
  else if (strcmp(name, "f") == 0) cell->formula = true;
  else if (strcmp(name, "is") == 0) s->in_inline = is_type(s, "inlineStr");
  else if (strcmp(name, "rPh") == 0) s->phonetic++;
  else if (strcmp(name, "t") == 0) s->collects = s->in_inline && s->phonetic == 0;
}

static void on_start(void *context, const char *name, const char **attributes) {
  parley_xlsx_sheet *s = context;
  if (!s->in_data) start_outside(s, name, attributes);
  else if (s->in_cell) start_in_cell(s, name);
  else if (s->in_row && s->xml.depth == DEPTH_CELL && name[0] == 'c' && name[1] == '\0') start_cell(s, attributes);
  else if (!s->in_row && s->xml.depth == DEPTH_ROW && strcmp(name, "row") == 0) start_row(s, attributes);
}

/* The depth is that of the element around the one that ends. */
static void on_end(void *context, const char *name) {
  parley_xlsx_sheet *s = context;
  (void)name;
  if (!s->in_data) return;
  s->collects = false;
  int depth = s->xml.depth + 1;
  if (s->in_cell && depth == DEPTH_CELL) end_cell(s);
  else if (s->in_cell && s->phonetic > 0 && strcmp(name, "rPh") == 0) s->phonetic--;
  else if (s->in_row && depth == DEPTH_ROW) end_row(s);
  else if (depth == DEPTH_PART) s->in_data = false;
}

static void on_text(void *context, const char *text, int length) {
  parley_xlsx_sheet *s = context;
  if (!s->collects) return;
  if (s->text.used + (size_t)length > PARLEY_RECORD_LIMIT) {
    parley_fail_with(&s->xml.err, "too_large.row", "row=%lld most=%d", (long long)s->row.number, PARLEY_RECORD_LIMIT);
    parley_xlsx_xml_refuse(&s->xml);
  } else if (!parley_xlsx_string_add(&s->text, text, (size_t)length)) {
    fail_memory(s);
  }
}

/* ---- the whole ---- */

bool parley_xlsx_sheet_open(parley_xlsx_sheet *s, const parley_xlsx_book *book, int number, parley_error *err) {
  static const parley_xlsx_xml_handlers handlers = {on_start, on_end, on_text};
  const parley_xlsx_zip_entry *entry = parley_xlsx_book_part(book, number);
  s->book = book;
  if (!parley_xlsx_string_reserve(&s->text, 1)) return parley_no_memory(err); /* so texts have a place */
  if (entry == NULL) {
    return parley_fail_with(err, "corrupt.no_part", "path=%s sheet=%s", book->zip.input->name,
                            parley_xlsx_book_name(book, number));
  }
  return parley_xlsx_xml_open(&s->xml, &book->zip, entry, &handlers, s, err);
}

parley_record_next parley_xlsx_sheet_next(parley_xlsx_sheet *s, const parley_run *run, parley_error *err) {
  s->row_is_done = false;
  s->row.count = 0;
  for (;;) {
    parley_record_next next = parley_xlsx_xml_step(&s->xml, err);
    if (next != PARLEY_RECORD_READ || s->row_is_done) return next;
    if (parley_run_poll(run, err)) return PARLEY_RECORD_FAILED;
  }
}

void parley_xlsx_sheet_close(parley_xlsx_sheet *s) {
  parley_xlsx_xml_close(&s->xml);
  parley_xlsx_string_free(&s->text);
  parley_alloc(s->cells, 0);
  parley_alloc(s->merges, 0);
  *s = (parley_xlsx_sheet){.room = 0};
}
