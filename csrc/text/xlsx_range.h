/* Places in a sheet as people write them: a cell "C7", and a range "B3:F20", "B:F", "3:20", with dollars or without. */
#ifndef PARLEY_TEXT_XLSX_RANGE_H
#define PARLEY_TEXT_XLSX_RANGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PARLEY_XLSX_COLUMNS = 16384, PARLEY_XLSX_ROWS = 1 << 24 /* some programs have more than a million */ };

/* Rows and columns from 1; 0: not stated, on that side. */
typedef struct parley_xlsx_range {
  int64_t first_row, last_row;
  int first_column, last_column;
} parley_xlsx_range;

/* A cell's column and row; 0 for what it does not say. False: it is none, or beyond what sheets have. */
bool parley_xlsx_place_read(const char *text, size_t length, int *column, int64_t *row);

/* A single cell is a range of its own. */
bool parley_xlsx_range_read(const char *text, size_t length, parley_xlsx_range *range);

/* The letters of a column, with a zero. */
enum { PARLEY_XLSX_COLUMN_ROOM = 8 };
void parley_xlsx_column_name(int column, char out[PARLEY_XLSX_COLUMN_ROOM]);

#endif
