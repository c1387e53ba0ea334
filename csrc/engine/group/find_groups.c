/*
** Slices: as many as keep every thread busy while their tables are small against the rows.
**
** R1  Which way is taken depends on the key and the rows, never on the threads or the machine.
*/
#include "engine/group/find_groups.h"

#include <string.h>

#include "base/threads.h"
#include "engine/group/partition.h"

/* A slice has a place for every slot, which has to stay in a cache near the processor. */
#define MOST_SLOTS 65536 /* 256 kB of counts: a second-level cache */
#define MOST_SLICES 16 /* more than the threads (8), so that none waits long for the last */
#define SLICE_ROWS 65536 /* fewer are not worth a thread */

enum { SEEN = PARLEY_GROUPS_OWN, SEEN_ROW, SEEN_COUNT };

/* ---- slices ---- */

/* A key range far above the rows would cost more to clear than the rows to count. */
static bool can_slice(const parley_key *key, int64_t rows) {
  return key->range != 0 && key->range <= MOST_SLOTS && key->range <= (uint64_t)rows * 2 + 4096;
}

/* Halving keeps the memory of all slices' tables at a quarter of the rows, but for the four that threads need. */
static void cut_slices(parley_groups *groups) {
  int64_t slices = (groups->rows + SLICE_ROWS - 1) / SLICE_ROWS;
  if (slices > MOST_SLICES) slices = MOST_SLICES;
  while (slices > 4 && slices * groups->slots > groups->rows / 4) slices /= 2;
  if (slices < 1) slices = 1;
  int64_t each = (groups->rows + slices - 1) / slices;
  groups->slice_rows = (each + PARLEY_GROUP_BATCH - 1) / PARLEY_GROUP_BATCH * PARLEY_GROUP_BATCH;
  groups->parts = (int)slices;
}

/* One array for each thing to know; the buffers are the groups' own and freed with them. */
static bool make_slices(parley_run *run, parley_groups *groups, parley_error *err) {
  groups->slots = (uint32_t)groups->key->range;
  cut_slices(groups);
  size_t slots = groups->slots, places = slots * (size_t)groups->parts;
  return (groups->first = parley_groups_array(run, groups, PARLEY_GROUPS_FIRST, slots, sizeof(int32_t), err)) != NULL &&
         (groups->size = parley_groups_array(run, groups, PARLEY_GROUPS_SIZE, places, sizeof(uint32_t), err)) != NULL &&
         (groups->number = parley_groups_array(run, groups, PARLEY_GROUPS_NUMBER, slots, sizeof(int32_t), err)) !=
             NULL &&
         (groups->seen = parley_groups_array(run, groups, SEEN, places, sizeof(uint32_t), err)) != NULL &&
         (groups->seen_row = parley_groups_array(run, groups, SEEN_ROW, places, sizeof(int32_t), err)) != NULL &&
         (groups->seen_count =
              parley_groups_array(run, groups, SEEN_COUNT, (size_t)groups->parts, sizeof(int32_t), err)) != NULL;
}

/* What counting the rows of a slice needs at hand. */
typedef struct accumulator {
  uint32_t *restrict size, *restrict seen;
  int32_t *restrict seen_row;
  int32_t count;
} accumulator;

/* The casts take `const` away: during the first pass the arrays are ours to write. */
static accumulator tally_begin(const parley_groups *groups, int part) {
  size_t offset = (size_t)part * groups->slots;
  uint32_t *size = (uint32_t *)(void *)groups->buffers[PARLEY_GROUPS_SIZE].data + offset;
  memset(size, 0, groups->slots * sizeof *size);
  return (accumulator){size, groups->seen + offset, groups->seen_row + offset, 0};
}

/* Of a batch of one slot only the first row is looked at; the others are added as a number. */
static void tally_rows(accumulator *t, const parley_group_batch *batch) {
  uint32_t *restrict size = t->size;
  const uint32_t *restrict slot = batch->slot;
  int32_t seen = t->count;
  int counted = batch->single ? 1 : batch->count;
  for (int i = 0; i < counted; i++) {
    if (size[slot[i]]++ > 0) continue;
    t->seen[seen] = slot[i];
    t->seen_row[seen++] = (int32_t)(batch->from + i);
  }
  size[slot[0]] += (uint32_t)(batch->count - counted);
  t->count = seen;
}

/* Where one group is most of the rows, or rows come in the order of groups, loops over a single slot are faster. All
   equal to their neighbour: one memcmp over the batch, which mostly ends at once. */
static bool is_single(const uint32_t *slot, int count) {
  return memcmp(slot, slot + 1, (size_t)(count - 1) * sizeof *slot) == 0;
}

/* Numbers the groups in the order in which they appear in the slices. In the order of slices, and in each of first
   appearance, so groups are numbered by their first row. */
static void number_groups(parley_groups *groups) {
  int32_t *first = (int32_t *)(void *)groups->buffers[PARLEY_GROUPS_FIRST].data;
  int32_t *number = (int32_t *)(void *)groups->buffers[PARLEY_GROUPS_NUMBER].data;
  memset(number, 0xff, groups->slots * sizeof *number);
  groups->count = 0;
  for (int part = 0; part < groups->parts; part++) {
    size_t offset = (size_t)part * groups->slots;
    for (int32_t i = 0; i < groups->seen_count[part]; i++) {
      uint32_t slot = groups->seen[offset + (size_t)i];
      if (number[slot] >= 0) continue;
      first[groups->count] = groups->seen_row[offset + (size_t)i];
      number[slot] = (int32_t)groups->count++;
    }
  }
  if (groups->count == 0 && groups->always) {
    first[0] = number[0] = 0;
    groups->count = 1;
  }
}

/* ---- passes ---- */

typedef struct pass {
  parley_groups *groups;
  parley_groups_observer *observe;
  void *data;
} pass;

/* Numbers of keys are worked out again in each pass: cheaper than keeping them. */
static void pass_slice(const pass *p, int part) {
  parley_groups *groups = p->groups;
  uint32_t slot[PARLEY_GROUP_BATCH];
  int64_t from = part * groups->slice_rows, end = from + groups->slice_rows;
  accumulator counted = {0};
  if (end > groups->rows) end = groups->rows;
  if (!groups->counted) counted = tally_begin(groups, part);
  for (; from < end; from += PARLEY_GROUP_BATCH) {
    int count = (int)(end - from < PARLEY_GROUP_BATCH ? end - from : PARLEY_GROUP_BATCH);
    parley_key_slots(groups->key, from, count, slot);
    parley_group_batch batch = {slot, NULL, from, count, is_single(slot, count)};
    if (!groups->counted) tally_rows(&counted, &batch);
    if (p->observe != NULL) p->observe(p->data, part, &batch);
  }
  if (!groups->counted) groups->seen_count[part] = counted.count;
}

/* Entries of a partition are in the order of the rows. */
static void pass_partition(const pass *p, int part) {
  const parley_groups *groups = p->groups;
  uint32_t slot[PARLEY_GROUP_BATCH];
  int32_t row[PARLEY_GROUP_BATCH];
  for (int64_t at = groups->start[part]; at < groups->start[part + 1]; at += PARLEY_GROUP_BATCH) {
    const parley_groups_entry *entry = groups->entries + at;
    int64_t left = groups->start[part + 1] - at;
    parley_group_batch batch = {slot, row, 0, (int)(left < PARLEY_GROUP_BATCH ? left : PARLEY_GROUP_BATCH), false};
    for (int i = 0; i < batch.count; i++) {
      slot[i] = entry[i].slot;
      row[i] = entry[i].row;
    }
    p->observe(p->data, part, &batch);
  }
}

/* The observer hears of the beginning of each part, in the thread that does it. */
static bool pass_job(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const pass *p = data;
  (void)worker;
  (void)err;
  for (int part = (int)from; part < (int)to; part++) {
    if (p->observe != NULL) p->observe(p->data, part, NULL);
    if (p->groups->sliced) pass_slice(p, part);
    else if (p->observe != NULL) pass_partition(p, part);
  }
  return true;
}

/* Whether groups are known changes here only, on the calling thread. */
bool parley_groups_pass(parley_run *run, parley_groups *groups, parley_groups_observer *observe, void *data,
                        parley_error *err) {
  pass p = {groups, observe, data};
  if (!parley_threads_run(run, groups->parts, 1, pass_job, &p, err)) return false;
  if (groups->sliced && !groups->counted) number_groups(groups);
  groups->counted = true;
  return true;
}

/* ---- the whole ---- */

bool parley_groups_make(parley_run *run, const parley_key *key, int64_t rows, parley_groups *groups,
                        parley_error *err) {
  *groups = (parley_groups){.key = key, .rows = rows, .sliced = can_slice(key, rows)};
  if (groups->sliced ? make_slices(run, groups, err) : parley_partition(run, groups, err)) return true;
  parley_groups_free(run, groups);
  return false;
}

typedef struct numbering {
  const parley_groups *groups;
  int32_t *out;
} numbering;

/* Each row is written once, by the part it is in. */
static void number_rows(void *data, int part, const parley_group_batch *batch) {
  const numbering *n = data;
  if (batch == NULL) return;
  const int32_t *number = n->groups->number + (n->groups->sliced ? 0 : n->groups->base[part]);
  for (int i = 0; i < batch->count; i++) {
    int64_t row = batch->row == NULL ? batch->from + i : batch->row[i];
    n->out[row] = number[batch->slot[i]];
  }
}

bool parley_groups_of_rows(parley_run *run, parley_groups *groups, int32_t *number, parley_error *err) {
  numbering n = {groups, number};
  return parley_groups_pass(run, groups, number_rows, &n, err);
}
