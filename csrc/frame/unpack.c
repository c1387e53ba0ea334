/* Rows are unpacked in parts side by side; columns are packed side by side, and their memory is trimmed afterwards by
 * the calling thread, which alone may count it. */
#include "frame/unpack.h"

#include "base/threads.h"
#include "frame/packing.h"

#define GRAIN 65536

typedef struct opening {
  const parley_column *from;
  unsigned char *to;
} opening;

static bool unpack(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const opening *o = data;
  parley_unpack(o->from, from, to - from, o->to + (size_t)from * parley_packing_value_size(o->from->type));
  (void)worker;
  (void)err;
  return true;
}

/* The packed buffer is given back only when the values are all there. */
bool parley_column_unpack(parley_run *run, parley_column *column, parley_error *err) {
  parley_buffer values = {0};
  if (!column->packing.packed) return true;
  size_t size = (size_t)column->length * parley_packing_value_size(column->type);
  if (!parley_buffer_resize(&run->memory, &values, size, err)) return false;
  opening o = {column, values.data};
  if (!parley_threads_run(run, column->length, GRAIN, unpack, &o, err)) {
    parley_buffer_free(&run->memory, &values);
    return false;
  }
  parley_buffer_free(&run->memory, &column->values);
  column->values = values;
  column->packing = (parley_packing){0};
  return true;
}

static bool pack(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  parley_column *columns = data;
  for (int64_t at = from; at < to; at++) parley_packing_apply(&columns[at]);
  (void)worker;
  (void)err;
  return true;
}

/* Adopting first: results often share the values of columns that were freed since. */
bool parley_frame_pack(parley_run *run, parley_frame *frame, parley_error *err) {
  for (int at = 0; at < frame->width; at++) {
    if (!parley_buffer_adopt(&run->memory, &frame->columns[at].values, err)) return false;
  }
  if (!parley_packing_pays(frame->rows)) return true;
  if (!parley_threads_run(run, frame->width, 1, pack, frame->columns, err)) return false;
  for (int at = 0; at < frame->width; at++) {
    if (!parley_packing_trim(&run->memory, &frame->columns[at], err)) return false;
  }
  return true;
}
