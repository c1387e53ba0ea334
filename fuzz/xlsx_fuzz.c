/*
** Any bytes as a workbook, or as one part of one that is in order: reading its first sheet in small pieces has to give
** what reading it in large ones gives, and the text has to be CSV whose lines are rows.
** The first byte chooses the part, the second how the sheet is read.
*/
#include <stdio.h>
#include <zlib.h>

#include "fuzz.h"
#include "text/csv.h"
#include "text/xlsx_csv.h"

/* ---- a workbook around a part ---- */

#define KIND "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

typedef struct made {
  char bytes[1 << 17];
  size_t used;
  char directory[2048];
  size_t listed;
  int parts;
} made;

static void put(char *out, size_t *at, uint32_t value, int size) {
  for (int i = 0; i < size; i++) out[(*at)++] = (char)(value >> 8 * i & 0xff);
}

static void put_bytes(char *out, size_t *at, const void *bytes, size_t size) {
  if (size > 0) memcpy(out + *at, bytes, size);
  *at += size;
}

/* What the local header and the entry of the directory share. */
static void put_fields(char *out, size_t *at, const void *text, size_t size) {
  put(out, at, 20, 2);
  put(out, at, 0, 4);
  put(out, at, 0, 4);
  put(out, at, (uint32_t)crc32(0, text, (uInt)size), 4);
  put(out, at, (uint32_t)size, 4);
  put(out, at, (uint32_t)size, 4);
}

static void add_part(made *m, const char *name, const void *text, size_t size) {
  uint32_t place = (uint32_t)m->used;
  size_t length = strlen(name);
  put_bytes(m->bytes, &m->used, "PK\3\4", 4);
  put_fields(m->bytes, &m->used, text, size);
  put(m->bytes, &m->used, (uint32_t)length, 4);
  put_bytes(m->bytes, &m->used, name, length);
  put_bytes(m->bytes, &m->used, text, size);
  put_bytes(m->directory, &m->listed, "PK\1\2\24\0", 6);
  put_fields(m->directory, &m->listed, text, size);
  put(m->directory, &m->listed, (uint32_t)length, 4);
  put(m->directory, &m->listed, 0, 4);
  put(m->directory, &m->listed, 0, 4);
  put(m->directory, &m->listed, 0, 2);
  put(m->directory, &m->listed, place, 4);
  put_bytes(m->directory, &m->listed, name, length);
  m->parts++;
}

static void end_parts(made *m) {
  size_t at = m->used;
  put_bytes(m->bytes, &m->used, m->directory, m->listed);
  put_bytes(m->bytes, &m->used, "PK\5\6\0\0\0\0", 8);
  put(m->bytes, &m->used, (uint32_t)m->parts, 2);
  put(m->bytes, &m->used, (uint32_t)m->parts, 2);
  put(m->bytes, &m->used, (uint32_t)m->listed, 4);
  put(m->bytes, &m->used, (uint32_t)at, 4);
  put(m->bytes, &m->used, 0, 2);
}

enum { SHEET, STRINGS, STYLES, BOOK, RELATIONS, PARTS };

static const char *const names[PARTS] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                                         "xl/workbook.xml", "xl/_rels/workbook.xml.rels"};

static const char *const usual[PARTS] = {
    "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>45793.5</v></c></row>"
    "<row r=\"4\"><c r=\"B4\" s=\"2\"><v>1.25</v></c></row></sheetData>"
    "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>",
    "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>",
    "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[h]:mm\"/></numFmts>"
    "<cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
    "<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>",
    "<Relationships><Relationship Id=\"r1\" Type=\"" KIND "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    "<Relationship Id=\"r2\" Type=\"" KIND "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    "<Relationship Id=\"r3\" Type=\"" KIND "/styles\" Target=\"styles.xml\"/></Relationships>"};

static void make(made *m, int changed, const uint8_t *data, size_t size) {
  m->used = m->listed = 0;
  m->parts = 0;
  for (int i = 0; i < PARTS; i++) {
    if (i == changed) add_part(m, names[i], data, size);
    else add_part(m, names[i], usual[i], strlen(usual[i]));
  }
  end_parts(m);
}

/* ---- reading ---- */

static parley_xlsx_csv_options options_of(uint8_t how) {
  parley_xlsx_csv_options o = {.without_hidden = how & 1};
  if (how & 2) o.header = 1 + (how >> 6), o.header_last = o.header + (how >> 5 & 1);
  if (how & 4) o.range = (parley_xlsx_range){.first_row = 2, .last_row = 5, .first_column = 1, .last_column = 3};
  if (how & 8) o.range = (parley_xlsx_range){.last_row = 3};
  return o;
}

/* The hash of the text; 0 where it cannot be read. A text of more than some MB is cut. */
static uint64_t read_text(const parley_xlsx_book *book, uint8_t how, size_t piece, char *out, size_t *length) {
  enum { MOST = 1 << 22 };
  parley_xlsx_csv csv = {.line = 0};
  parley_xlsx_csv_options options = options_of(how);
  parley_error err;
  ptrdiff_t got = -1;
  *length = 0;
  if (parley_xlsx_csv_open(&csv, book, &options, NULL, &err)) {
    while (*length + piece <= MOST && (got = parley_xlsx_csv_read(&csv, NULL, out + *length, piece, &err)) > 0) {
      *length += (size_t)got;
    }
  }
  parley_xlsx_csv_close(&csv);
  return got < 0 ? 0 : mix(1, out, *length) | 1;
}

static void check_lines(const char *text, size_t length) {
  parley_csv csv = {.width = 0};
  parley_csv_options options = {.rows = true};
  parley_error err;
  int64_t line = 0;
  MUST(parley_csv_open_memory(&csv, "x", text, length, &options, &err));
  parley_record_next next;
  while ((next = parley_csv_next(&csv, &err)) == PARLEY_RECORD_READ) {
    MUST(csv.record.line > line);
    MUST(csv.record.problem == PARLEY_CSV_SOUND || csv.record.problem == PARLEY_CSV_WIDTH);
    line = csv.record.line;
  }
  parley_csv_close(&csv);
}

static void read_book(const char *bytes, size_t size, uint8_t how) {
  static char small[(1 << 22) + 1], large[(1 << 22) + 1];
  parley_input input = {.file = -1};
  parley_xlsx_book book = {.count = 0};
  parley_error err;
  size_t length, other;
  bool open = parley_input_memory(&input, "x.xlsx", bytes, size, &err) && parley_xlsx_book_open(&book, &input, &err) &&
              parley_xlsx_book_part(&book, 0) != NULL && parley_xlsx_book_share(&book, NULL, &err);
  if (open) {
    uint64_t whole = read_text(&book, how, 1 << 16, large, &length), parts = read_text(&book, how, 7, small, &other);
    bool cut = length > (1 << 21) || other > (1 << 21);
    MUST(cut || whole == parts);
    if (!cut && whole != 0) check_lines(large, length);
  }
  parley_xlsx_book_close(&book);
  parley_input_close(&input);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static made m;
  if (size < 2 || size > 1 << 16) return 0;
  int part = data[0] % (PARTS + 1);
  if (part == PARTS) {
    read_book((const char *)data + 2, size - 2, data[1]);
    return 0;
  }
  make(&m, part, data + 2, size - 2);
  read_book(m.bytes, m.used, data[1]);
  return 0;
}
