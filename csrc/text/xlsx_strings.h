/*
** The texts that cells share: a workbook has each once, and cells say its number. Text and places take as many bytes as
** the texts have, and four for each.
**
** T1  The runs of rich text are one text; phonetic readings are left out.
** T2  What is kept counts as memory of the call, whose limit holds.
*/
#ifndef PARLEY_TEXT_XLSX_STRINGS_H
#define PARLEY_TEXT_XLSX_STRINGS_H

#include "base/run.h"
#include "text/xlsx_string.h"
#include "text/xlsx_zip.h"

/* All zero: none. */
typedef struct parley_xlsx_strings {
  parley_xlsx_string text;
  uint32_t *ends;
  size_t count, room;
} parley_xlsx_strings;

/* `run` may be NULL. */
bool parley_xlsx_strings_read(parley_xlsx_strings *strings, const parley_xlsx_zip *zip,
                              const parley_xlsx_zip_entry *entry, const parley_run *run, parley_error *err);

/* The text of a number below `count`. */
static inline const char *parley_xlsx_strings_at(const parley_xlsx_strings *strings, size_t at, size_t *length) {
  size_t from = at > 0 ? strings->ends[at - 1] : 0;
  *length = strings->ends[at] - from;
  return strings->text.bytes + from;
}

void parley_xlsx_strings_free(parley_xlsx_strings *strings);

#endif
