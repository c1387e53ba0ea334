/*
** CSV written into a buffer, cell by cell: RFC 4180 with LF, every value exact; a style says otherwise.
**
** W1  A missing value is nothing, an empty text "". A text is quoted when it holds the delimiter, a quote, LF or CR, or
**     begins or ends with a blank; a quote in it is doubled. Its bytes are otherwise left as they are.
** W2  A number is the shortest text that reads back to it (value/shortest_number.h).
** W3  Where formulas are to be texts, a text that a spreadsheet would run (its first character that is no blank is one
**     of = + - @, or a tab or CR stands before that) begins with what it takes for "this is text": an apostrophe.
**
** The buffer grows to the longest row: the caller takes what is in it between two rows. A cell that memory has no room
** for makes `failed` true for good, and leaves the buffer as it was. Knows no Lua.
*/
#ifndef PARLEY_TEXT_CSV_WRITER_H
#define PARLEY_TEXT_CSV_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frame/frame.h"

typedef struct parley_csv_style {
  char delimiter;
  bool crlf;           /* rows end with CR LF */
  bool formulas_texts; /* W3 */
} parley_csv_style;

/* All zero but for its style: empty. What it holds is given back by parley_csv_writer_free. */
typedef struct parley_csv_writer {
  parley_csv_style style;
  char *data;
  size_t used, room;
  bool failed; /* out of memory */
} parley_csv_writer;

/* Each writes one cell and the delimiter after it. */
void parley_csv_write_missing(parley_csv_writer *out);
void parley_csv_write_integer(parley_csv_writer *out, int64_t value);
void parley_csv_write_number(parley_csv_writer *out, double value);
void parley_csv_write_text(parley_csv_writer *out, const char *text, size_t length);

/* Ends a row of `width` cells. */
void parley_csv_write_row_end(parley_csv_writer *out, int width);

/* Writes a value as its type is written. */
void parley_csv_write_value(parley_csv_writer *out, const parley_value *value);

/* Writes a row of a Frame. Rows of other kinds are written cell by cell by who knows them. */
void parley_csv_write_frame_row(parley_csv_writer *out, const parley_frame *frame, int64_t row);

void parley_csv_writer_free(parley_csv_writer *out);

#endif
