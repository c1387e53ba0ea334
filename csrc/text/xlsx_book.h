/*
** A workbook: its sheets by name, and what all of them share. Reads the parts that say so, and no sheet.
**
** B1  Parts are found by their relations, whatever they are called; a target may be absolute or relative, and does not
**     lead out of the container or to another file.
** B2  Sheets of charts and dialogues are no tables: they are listed, and cannot be read.
**
** Ownership: the caller owns the struct, all zero at first and in place while it is open, and gives back what it holds
** with parley_xlsx_book_close, also after a failure. The input stays the caller's, open and in place.
*/
#ifndef PARLEY_TEXT_XLSX_BOOK_H
#define PARLEY_TEXT_XLSX_BOOK_H

#include "base/run.h"
#include "text/xlsx_strings.h"
#include "text/xlsx_styles.h"

typedef enum parley_xlsx_state {
  PARLEY_XLSX_VISIBLE,
  PARLEY_XLSX_HIDDEN,
  PARLEY_XLSX_VERY_HIDDEN /* only programs bring it back */
} parley_xlsx_state;

typedef struct parley_xlsx_sheet_name {
  size_t name, part;  /* where they stand in the book's names; part SIZE_MAX: it is no table */
  parley_xlsx_state state;
} parley_xlsx_sheet_name;

typedef struct parley_xlsx_book {
  parley_xlsx_zip zip;
  parley_xlsx_string names;
  parley_xlsx_sheet_name *sheets;
  int count, room;
  bool from_1904;
  size_t styles_part, strings_part; /* in the names; SIZE_MAX: there is none */
  parley_xlsx_styles styles;
  parley_xlsx_strings strings;
} parley_xlsx_book;

bool parley_xlsx_book_open(parley_xlsx_book *book, const parley_input *input, parley_error *err);

/* Reads styles and shared texts, which cells need. `run` may be NULL. */
bool parley_xlsx_book_share(parley_xlsx_book *book, const parley_run *run, parley_error *err);

static inline const char *parley_xlsx_book_name(const parley_xlsx_book *book, int sheet) {
  return book->names.bytes + book->sheets[sheet].name;
}

/* The part of a sheet, counted from 0; NULL: it is no table. */
const parley_xlsx_zip_entry *parley_xlsx_book_part(const parley_xlsx_book *book, int sheet);

void parley_xlsx_book_close(parley_xlsx_book *book);

#endif
