/*
** Cells of a worksheet as OOXML writes them, row by row, into a buffer.
**
** S1  Each value stands as what it is: a number as a number, a truth as a truth, all else as a text in its own cell; a
**     text is never a formula, whatever it begins with, and a date is the text that it is. What is missing is no cell.
** S2  What a number of a worksheet cannot hold exactly is a text: whole numbers beyond 2^53, infinities and nan.
** S3  Characters that XML cannot hold are spelled as OOXML spells them, _x0007_; a text that looks so is marked.
** S4  A text has at most 32,767 units of UTF-16, a sheet 1,048,576 rows: more is too_large. Bytes that are no UTF-8 are
**     bad_encoding.
**
** The buffer grows to the longest row: the caller takes what is in it between two rows. Knows no Lua.
*/
#ifndef PARLEY_TEXT_SHEET_CELLS_H
#define PARLEY_TEXT_SHEET_CELLS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "value/type.h"

enum { PARLEY_SHEET_ROWS = 1048576, PARLEY_SHEET_COLUMNS = 16384, PARLEY_SHEET_TEXT = 32767 };

/* How cells look, by their place among the styles of the workbook. */
enum { PARLEY_SHEET_PLAIN = 0, PARLEY_SHEET_WORDS = 1 };

/* All zero: empty. What it holds is given back by parley_sheet_free. */
typedef struct parley_sheet {
  char *data;
  size_t used, room;
  int64_t row; /* number of the row at hand, from 1 */
  int column;  /* of its last cell, from 1 */
} parley_sheet;

/* Begins row `row`, which comes after those before it; its end. */
bool parley_sheet_row(parley_sheet *sheet, int64_t row, parley_error *err);
bool parley_sheet_row_end(parley_sheet *sheet, parley_error *err);

/* The next cell. A style below 0 is chosen by the value: texts are in the format of texts, so that nobody's program
   makes a date or a number of them when they are touched. */
bool parley_sheet_cell(parley_sheet *sheet, const parley_value *value, int style, parley_error *err);

void parley_sheet_free(parley_sheet *sheet);

#endif
