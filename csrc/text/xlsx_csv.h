/*
** A sheet as a text of CSV, made while it is read: what reads CSV reads sheets so, with all its rules.
**
** V1  Line n of the text is row n of the sheet: what is above, left out or blank is a blank line. (A line break in a
**     cell counts as none: parley_csv_options.rows.)
** V2  Texts, days and times stand in quotes, numbers and booleans without; errors and what has no value are empty.
** V3  The columns are those of the range, or else those from the first to the last in which any row has something.
** V4  The header is the first row with anything in it, the one that is stated, or several that are: their names are
**     joined then, and a name of merged cells stands above all of them.
**
** Ownership: the caller owns the struct, all zero at first and in place while it is open, and gives back what it holds
** with parley_xlsx_csv_close, also after a failure. The book stays the caller's, as that of a sheet does.
*/
#ifndef PARLEY_TEXT_XLSX_CSV_H
#define PARLEY_TEXT_XLSX_CSV_H

#include "text/xlsx_sheet.h"

typedef struct parley_xlsx_csv_options {
  int sheet;                   /* from 0 */
  parley_xlsx_range range;     /* all zero: the whole sheet */
  int64_t header, header_last; /* rows; 0: the first row with anything in it, or none */
  bool without_hidden;         /* rows that are hidden are left out */
} parley_xlsx_csv_options;

enum { PARLEY_XLSX_ERRORS = 8, PARLEY_XLSX_ERROR_WORD = 24 };

/* Cells that hold an error of a kind. */
typedef struct parley_xlsx_error_count {
  char word[PARLEY_XLSX_ERROR_WORD];
  int64_t count, row; /* the first */
  int column;
} parley_xlsx_error_count;

/* What has come so far that a reader of the text does not see. */
typedef struct parley_xlsx_facts {
  parley_xlsx_error_count errors[PARLEY_XLSX_ERRORS]; /* kinds beyond are counted with the last */
  int error_kinds;
  parley_xlsx_error_count formulas;                   /* without a value */
  int64_t hidden, first_hidden;                       /* rows that are hidden, left out or not */
} parley_xlsx_facts;

typedef struct parley_xlsx_csv {
  parley_xlsx_facts facts;
  int first, last; /* columns */
  /* the maker's own */
  parley_xlsx_csv_options options;
  parley_xlsx_sheet sheet;
  parley_xlsx_string out;
  size_t at;    /* of what is not taken yet */
  int64_t line; /* that stands at the end of `out` */
  parley_xlsx_string *names; /* of the columns, of a header of several rows */
  parley_xlsx_range *merges;
  int merge_count;
  bool ended, named;
} parley_xlsx_csv;

/* Looks over the sheet as far as needed to know its columns; `run` may be NULL. */
bool parley_xlsx_csv_open(parley_xlsx_csv *csv, const parley_xlsx_book *book, const parley_xlsx_csv_options *options,
                          const parley_run *run, parley_error *err);

/* As parley_input_read_bytes; `run` may be NULL. */
ptrdiff_t parley_xlsx_csv_read(parley_xlsx_csv *csv, const parley_run *run, char *buffer, size_t size,
                               parley_error *err);

void parley_xlsx_csv_close(parley_xlsx_csv *csv);

#endif
