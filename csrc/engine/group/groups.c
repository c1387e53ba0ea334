/* What both ways of grouping keep: arrays in buffers of the record's own. */
#include "engine/group/groups.h"

const parley_buffer *parley_groups_sizes(const parley_groups *groups) { return &groups->buffers[PARLEY_GROUPS_SIZE]; }

void *parley_groups_array(parley_run *run, parley_groups *groups, int at, size_t count, size_t size,
                          parley_error *err) {
  parley_buffer *buffer = &groups->buffers[at];
  if (!parley_buffer_resize(&run->memory, buffer, (count > 0 ? count : 1) * size, err)) return NULL;
  return buffer->data;
}

void parley_groups_free(parley_run *run, parley_groups *groups) {
  for (int i = 0; i < PARLEY_GROUPS_BUFFERS; i++) parley_buffer_free(&run->memory, &groups->buffers[i]);
  *groups = (parley_groups){0};
}
