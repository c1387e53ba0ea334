/* Room for a whole text is made at once: each of its bytes becomes seven at most, as _x0007_. */
#include "text/sheet_cells.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "value/shortest_number.h"

enum { FIRST_ROOM = 1 << 15, SLACK = 128, LONGEST = 7 };

static const int64_t EXACT = INT64_C(1) << 53;

/* ---- buffer ---- */

/* Where `length` bytes and SLACK more can be written. */
static char *reserve(parley_sheet *sheet, size_t length, parley_error *err) {
  if (sheet->room - sheet->used > length + SLACK) return sheet->data + sheet->used;
  size_t room = sheet->room == 0 ? FIRST_ROOM : sheet->room;
  while (room - sheet->used <= length + SLACK) room *= 2;
  char *data = parley_alloc(sheet->data, room);
  if (data == NULL) {
    parley_no_memory(err);
    return NULL;
  }
  sheet->data = data;
  sheet->room = room;
  return data + sheet->used;
}

static char *put(char *to, const char *text) {
  size_t length = strlen(text);
  memcpy(to, text, length);
  return to + length;
}

static void keep(parley_sheet *sheet, const char *end) { sheet->used = (size_t)(end - sheet->data); }

void parley_sheet_free(parley_sheet *sheet) {
  parley_alloc(sheet->data, 0);
  *sheet = (parley_sheet){.data = NULL};
}

/* ---- places ---- */

/* The letters of a column, ended by a zero. */
static void write_letters(int column, char out[8]) {
  char turned[8];
  int count = 0;
  for (; column > 0 && count < 7; column = (column - 1) / 26) turned[count++] = (char)('A' + (column - 1) % 26);
  for (int i = 0; i < count; i++) out[i] = turned[count - 1 - i];
  out[count] = '\0';
}

static char *put_place(char *to, const parley_sheet *sheet) {
  char letters[8], number[PARLEY_NUMBER_TEXT_LENGTH];
  write_letters(sheet->column, letters);
  number[parley_number_text_integer(sheet->row, number)] = '\0';
  return put(put(to, letters), number);
}

static bool fail_at(const parley_sheet *sheet, const char *key, int64_t count, parley_error *err) {
  char place[PARLEY_NUMBER_TEXT_LENGTH + 8];
  *put_place(place, sheet) = '\0';
  return parley_fail_with(err, key, "cell=%s count=%lld most=%d", place, (long long)count, PARLEY_SHEET_TEXT);
}

/* ---- rows ---- */

bool parley_sheet_row(parley_sheet *sheet, int64_t row, parley_error *err) {
  if (row > PARLEY_SHEET_ROWS) return parley_fail_with(err, "too_large.sheet_rows", "most=%d", PARLEY_SHEET_ROWS);
  char *to = reserve(sheet, 0, err), number[PARLEY_NUMBER_TEXT_LENGTH];
  if (to == NULL) return false;
  number[parley_number_text_integer(row, number)] = '\0';
  keep(sheet, put(put(put(to, "<row r=\""), number), "\">"));
  sheet->row = row;
  sheet->column = 0;
  return true;
}

bool parley_sheet_row_end(parley_sheet *sheet, parley_error *err) {
  char *to = reserve(sheet, 0, err);
  if (to == NULL) return false;
  keep(sheet, put(to, "</row>\n"));
  return true;
}

/* ---- cells ---- */

/* <c r="B7" s="1" t="b"><v>, with what `kind` says of it. */
static char *open_cell(char *to, const parley_sheet *sheet, int style, const char *kind) {
  to = put_place(put(to, "<c r=\""), sheet);
  *to++ = '"';
  if (style > 0) {
    char number[PARLEY_NUMBER_TEXT_LENGTH];
    number[parley_number_text_integer(style, number)] = '\0';
    to = put(put(put(to, " s=\""), number), "\"");
  }
  return put(to, kind);
}

static bool put_number(parley_sheet *sheet, const char *kind, const char *text, size_t length, int style,
                       parley_error *err) {
  char *to = reserve(sheet, length, err);
  if (to == NULL) return false;
  to = put(open_cell(to, sheet, style, kind), "<v>");
  memcpy(to, text, length);
  keep(sheet, put(to + length, "</v></c>"));
  return true;
}

/* What a spreadsheet would take for a spelled character: _xHHHH_. */
static bool looks_spelled(const char *text, size_t length) {
  if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
  for (int i = 2; i < 6; i++) {
    char c = text[i];
    if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

/* A character by its code, S3; NULL: it stands as it is. */
static char *put_marked(char *to, int32_t code, const char *at, size_t left) {
  switch (code) {
    case '&': return put(to, "&amp;");
    case '<': return put(to, "&lt;");
    case '>': return put(to, "&gt;");
    case '\t':
    case '\n': return NULL;
    case '_': return looks_spelled(at, left) ? put(to, "_x005F_") : NULL;
    default: break;
  }
  if (code >= 0x20 && code != 0xFFFE && code != 0xFFFF) return NULL;
  snprintf(to, LONGEST + 1, "_x%04X_", (unsigned)code & 0xFFFFU);
  return to + LONGEST;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* The text itself; units of UTF-16 in it, or -1 for bytes that are no UTF-8. */
static int64_t put_characters(char **at, const char *text, size_t length) {
  int64_t units = 0;
  char *to = *at;
  for (size_t i = 0, step; i < length; i += step) {
    int32_t code;
    step = parley_utf8_read(text + i, length - i, &code);
    if (code < 0) return -1;
    units += code > 0xFFFF ? 2 : 1;
    char *marked = put_marked(to, code, text + i, length - i);
    if (marked == NULL) {
      memcpy(to, text + i, step);
      marked = to + step;
    }
    to = marked;
  }
  *at = to;
  return units;
}

static bool put_text(parley_sheet *sheet, const char *text, size_t length, int style, parley_error *err) {
  if (length > PARLEY_SHEET_TEXT * 4) return fail_at(sheet, "too_large.sheet_text", (int64_t)length, err);
  char *to = reserve(sheet, length * LONGEST, err);
  if (to == NULL) return false;
  to = put(open_cell(to, sheet, style, " t=\"inlineStr\">"), "<is><t");
  bool kept = length > 0 && (is_blank(text[0]) || is_blank(text[length - 1]));
  to = put(to, kept ? " xml:space=\"preserve\">" : ">");
  int64_t units = put_characters(&to, text, length);
  if (units < 0) return fail_at(sheet, "bad_encoding.sheet", 0, err);
  if (units > PARLEY_SHEET_TEXT) return fail_at(sheet, "too_large.sheet_text", units, err);
  keep(sheet, put(to, "</t></is></c>"));
  return true;
}

static bool put_missing(parley_sheet *sheet, int style, parley_error *err) {
  if (style <= 0) return true;
  char *to = reserve(sheet, 0, err);
  if (to == NULL) return false;
  keep(sheet, open_cell(to, sheet, style, "/>"));
  return true;
}

/* S2 */
static bool is_exact(const parley_value *value) {
  if (parley_layout_of(value->type) == PARLEY_LAYOUT_NUMBER) return isfinite(value->number);
  return value->integer >= -EXACT && value->integer <= EXACT;
}

static bool put_numeral(parley_sheet *sheet, const parley_value *value, int style, parley_error *err) {
  char text[PARLEY_NUMBER_TEXT_LENGTH];
  bool whole = parley_layout_of(value->type) == PARLEY_LAYOUT_INTEGER;
  size_t length = whole ? parley_number_text_integer(value->integer, text)
                        : parley_number_text_shortest(value->number, text);
  if (is_exact(value)) {
    return put_number(sheet, ">", text, length, style < 0 ? PARLEY_SHEET_PLAIN : style, err);
  }
  return put_text(sheet, text, length, style < 0 ? PARLEY_SHEET_WORDS : style, err);
}

bool parley_sheet_cell(parley_sheet *sheet, const parley_value *value, int style, parley_error *err) {
  char room[PARLEY_TYPE_TEXT];
  parley_value shown = *value;
  sheet->column++;
  if (parley_type_is_written(shown.type)) parley_value_write(&shown, room);
  switch (parley_layout_of(shown.type)) {
    case PARLEY_LAYOUT_NONE: return put_missing(sheet, style, err);
    case PARLEY_LAYOUT_INTEGER:
    case PARLEY_LAYOUT_NUMBER: return put_numeral(sheet, &shown, style, err);
    case PARLEY_LAYOUT_TRUTH:
      return put_number(sheet, " t=\"b\">", shown.integer != 0 ? "1" : "0", 1, style < 0 ? PARLEY_SHEET_PLAIN : style,
                        err);
    default: return put_text(sheet, shown.text, shown.length, style < 0 ? PARLEY_SHEET_WORDS : style, err);
  }
}
