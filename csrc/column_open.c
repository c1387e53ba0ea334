#include "column_open.h"

#include <string.h>

#include "column_threads.h"
#include "packing.h"

#define GRAIN 65536

typedef struct opening {
  const parley_column *from;
  parley_column *to;
} opening;

static bool unpack(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const opening *o = data;
  parley_unpack(o->from, from, to - from, o->to->values.data + (size_t)from * parley_value_size(o->from->type));
  (void)worker;
  (void)err;
  return true;
}

/* All but the values stays the Frame's. */
static bool open_column(parley_run *run, const parley_column *from, parley_column *to, parley_error *err) {
  size_t width = parley_value_size(from->type);
  opening o = {from, to};
  *to = *from;
  to->packing = (parley_packing){0};
  to->values = (parley_buffer){0};
  return parley_buffer_resize(&run->memory, &to->values, (size_t)from->length * width, err) &&
         parley_parallel(run, from->length, GRAIN, unpack, &o, err);
}

bool parley_frame_open(parley_run *run, const parley_frame *frame, const bool *needed, parley_frame *view,
                       parley_error *err) {
  size_t size = (size_t)(frame->width > 0 ? frame->width : 1) * sizeof *view->columns;
  *view = *frame;
  view->columns = parley_alloc(NULL, size);
  if (view->columns == NULL) {
    view->width = 0;
    return parley_no_memory(err);
  }
  memcpy(view->columns, frame->columns, (size_t)frame->width * sizeof *view->columns);
  for (int at = 0; at < frame->width; at++) {
    if (!needed[at] || !frame->columns[at].packing.packed) continue;
    if (!open_column(run, &frame->columns[at], &view->columns[at], err)) return false;
  }
  return true;
}

void parley_frame_close(parley_run *run, const parley_frame *frame, parley_frame *view) {
  for (int at = 0; at < view->width; at++) {
    bool opened = frame->columns[at].packing.packed && !view->columns[at].packing.packed;
    if (opened) parley_buffer_free(&run->memory, &view->columns[at].values);
  }
  parley_alloc(view->columns, 0);
  *view = (parley_frame){0};
}

static bool pack(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  parley_column *columns = data;
  for (int64_t at = from; at < to; at++) parley_packing_apply(&columns[at]);
  (void)worker;
  (void)err;
  return true;
}

bool parley_frame_pack(parley_run *run, parley_frame *frame, parley_error *err) {
  for (int at = 0; at < frame->width; at++) {
    if (!parley_buffer_adopt(&run->memory, &frame->columns[at].values, err)) return false;
  }
  if (!parley_packing_pays(frame->rows)) return true;
  if (!parley_parallel(run, frame->width, 1, pack, frame->columns, err)) return false;
  for (int at = 0; at < frame->width; at++) {
    if (!parley_packing_trim(&run->memory, &frame->columns[at], err)) return false;
  }
  return true;
}
