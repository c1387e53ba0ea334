/*
** CSV written into a buffer, cell by cell: RFC 4180 with LF, every value exact.
**
** W1  A missing value is nothing, an empty text "". A text is quoted when it holds a comma, a quote, LF or CR, or begins
**     or ends with a blank; a quote in it is doubled. Its bytes are otherwise left as they are.
** W2  A number has as few of 15, 16 or 17 digits as read back to it, and a point or an exponent; inf, -inf and nan are
**     written so. No locale has a say.
**
** The buffer grows to the longest row: the caller takes what is in it between two rows. A cell that memory has no room
** for makes `failed` true for good, and leaves the buffer as it was. Knows no Lua.
*/
#ifndef PARLEY_CSVOUT_H
#define PARLEY_CSVOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "frame/frame.h"

/* All zero: empty. What it holds is given back by parley_csvout_free. */
typedef struct parley_csvout {
  char *data;
  size_t used, room;
  bool failed; /* out of memory */
} parley_csvout;

/* Each writes one cell and a comma after it. */
void parley_csvout_missing(parley_csvout *out);
void parley_csvout_integer(parley_csvout *out, int64_t value);
void parley_csvout_number(parley_csvout *out, double value);
void parley_csvout_boolean(parley_csvout *out, bool value);
void parley_csvout_text(parley_csvout *out, const char *text, size_t length);

/* Ends a row of `width` cells. */
void parley_csvout_end_row(parley_csvout *out, int width);

/* Writes the row that stmt stands on. boolean[i], for the first `typed` columns: 0 and 1 are false and true. */
void parley_csvout_statement(parley_csvout *out, sqlite3_stmt *stmt, const unsigned char *boolean, int typed);

void parley_csvout_frame(parley_csvout *out, const parley_frame *frame, int64_t row);

void parley_csvout_free(parley_csvout *out);

/* Writes a number as of W2 and gives its length; no NUL at its end. */
enum { PARLEY_NUMBER_LENGTH = 40 };
size_t parley_write_number(double value, char text[PARLEY_NUMBER_LENGTH]);

#endif
