/* Rows: positions in a Frame, as filters, orders and joins choose them. */
#ifndef PARLEY_FRAME_ROWS_H
#define PARLEY_FRAME_ROWS_H

#include "base/run.h"

/* Rows of a Frame in some order: `count` positions, or the first `count` rows themselves when `row` is NULL.
   Position -1 is a row of missing values (for left joins). */
typedef struct parley_rows {
  int32_t *row;  /* in `buffer` */
  int64_t count;
  parley_buffer buffer;
} parley_rows;

/* Room for `count` positions. */
bool parley_rows_make(parley_run *run, parley_rows *rows, int64_t count, parley_error *err);
void parley_rows_free(parley_run *run, parley_rows *rows);

#endif
