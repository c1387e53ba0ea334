/*
** The rows of one sheet, one after the other, each with the cells that are there. Memory grows with the longest row.
**
** H1  A cell that says no place stands beside the one before it, a row below the one before. Places only go on: a cell
**     or a row that goes back ends the reading.
** H2  A number is written shortest, with as few digits as read back to it; whole ones have no point. What its format
**     shows as a day, a time or a duration is that (text/xlsx_serial.h).
** H3  A formula is what it last came to; one that was never worked out has no value, which is told. An error is one,
**     and no text. In a text _x000D_ stands for a character.
** H4  Of merged cells the first has the value, as the file has it.
**
** Ownership: the caller owns the struct, all zero at first and in place while it is open, and gives back what it holds
** with parley_xlsx_sheet_close, also after a failure. The book stays the caller's, open, in place and with what its
** sheets share. A row is good until the next is asked for.
*/
#ifndef PARLEY_TEXT_XLSX_SHEET_H
#define PARLEY_TEXT_XLSX_SHEET_H

#include "base/run.h"
#include "text/xlsx_book.h"
#include "text/xlsx_range.h"
#include "text/xlsx_xml.h"

typedef enum parley_xlsx_kind {
  PARLEY_XLSX_EMPTY,
  PARLEY_XLSX_NUMBER,
  PARLEY_XLSX_TEXT,
  PARLEY_XLSX_BOOLEAN, /* its text is true or false */
  PARLEY_XLSX_DATE,    /* a day, time or duration, by its format or as the file says */
  PARLEY_XLSX_ERROR    /* its text is #N/A or the like */
} parley_xlsx_kind;

typedef struct parley_xlsx_cell {
  int column; /* from 1 */
  parley_xlsx_kind kind;
  bool formula;
  bool percent;     /* a number that is shown as a share of a hundred */
  const char *text; /* not terminated; of all kinds but EMPTY */
  size_t length;
  double number;    /* of a number, and of a date that is one in the file */
  size_t at;        /* the reader's own */
} parley_xlsx_cell;

typedef struct parley_xlsx_row {
  int64_t number; /* from 1 */
  bool hidden;
  const parley_xlsx_cell *cells;
  int count;
} parley_xlsx_row;

typedef struct parley_xlsx_sheet {
  parley_xlsx_row row;
  bool has_dimension; /* the file says how far its cells reach */
  parley_xlsx_range dimension;
  bool wants_merges;  /* the caller's: ranges that are merged are kept */
  parley_xlsx_range *merges;
  int merge_count, merge_room;
  /* the reader's own */
  const parley_xlsx_book *book;
  parley_xlsx_xml xml;
  parley_xlsx_string text; /* of the cells of the row */
  parley_xlsx_cell *cells;
  int room, last_column;
  bool in_data, in_row, in_cell, in_inline, collects, row_is_done;
  int phonetic;
  char type[12];
  size_t style;
} parley_xlsx_sheet;

/* A sheet by its number from 0, which is a table. */
bool parley_xlsx_sheet_open(parley_xlsx_sheet *sheet, const parley_xlsx_book *book, int number, parley_error *err);

/* Reads the next row into sheet->row; `run` may be NULL. */
parley_record_next parley_xlsx_sheet_next(parley_xlsx_sheet *sheet, const parley_run *run, parley_error *err);

void parley_xlsx_sheet_close(parley_xlsx_sheet *sheet);

#endif
