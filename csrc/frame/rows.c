/* Rows: positions in a Frame. */
#include "frame/rows.h"

/* No rows take room for one, so that `row` is NULL for "the first rows" alone. Positions have 32 bits: half the memory,
   and Frames have less than 2^31 rows. */
bool parley_rows_make(parley_run *run, parley_rows *rows, int64_t count, parley_error *err) {
  *rows = (parley_rows){0};
  if (!parley_buffer_resize(&run->memory, &rows->buffer, (size_t)(count > 0 ? count : 1) * sizeof(int32_t), err)) {
    return false;
  }
  rows->row = (int32_t *)(void *)rows->buffer.data;
  rows->count = count;
  return true;
}

void parley_rows_free(parley_run *run, parley_rows *rows) {
  parley_buffer_free(&run->memory, &rows->buffer);
  *rows = (parley_rows){0};
}
