/*
** Rows to groups: the rows with equal keys are one group; groups are told apart by slots, small numbers that index
** arrays. There are two ways, and the key and the number of rows alone (never the threads) decide between them:
**
** sliced       Few possible keys. The rows are cut into slices; the key's number is the slot in each, so that nothing
**              is looked up. What is worked out per slot of a slice is added up per group in the order of the slices.
** partitioned  Many. The rows are dealt out by key to partitions whose tables fit a cache near the processor; the slots
**              of a partition are its groups, and all rows of a group are there, in their order.
**
** Either way a part (a slice or a partition) is gone through in batches by one worker at a time, and the slots of part
** p are the places [offset(p), offset(p + 1)) of an array of parley_groups_places() elements. Groups are numbered in
** the order in which they first appear in the rows.
*/
#ifndef PARLEY_ENGINE_GROUP_GROUPS_H
#define PARLEY_ENGINE_GROUP_GROUPS_H

#include "base/run.h"
#include "engine/group/key.h"

enum { PARLEY_GROUP_BATCH = PARLEY_KEY_BATCH, PARLEY_GROUPS_BUFFERS = 6 };

/* Where the arrays that both ways have stand among the buffers; those of one way alone come behind. */
enum { PARLEY_GROUPS_FIRST, PARLEY_GROUPS_SIZE, PARLEY_GROUPS_NUMBER, PARLEY_GROUPS_OWN };

/* Some rows of a part and their slots: `row` names them, or they are those from `from` on. With `single`, all slots are
   known to be the same. */
typedef struct parley_group_batch {
  const uint32_t *slot; /* of each row of the batch */
  const int32_t *row;
  int64_t from;
  int count;
  bool single;
} parley_group_batch;

typedef struct parley_groups_entry {
  uint32_t slot;
  int32_t row;
} parley_groups_entry;

typedef struct parley_groups {
  const parley_key *key; /* must outlive the groups */
  int64_t rows;
  bool sliced;
  int parts; /* slices, or partitions */
  int64_t count;          /* groups; of sliced rows known after the first pass */
  const int32_t *first;   /* the first row of each group: ascending */
  const uint32_t *size;   /* rows of each place */
  const int32_t *number;  /* the group of each place; sliced: of each slot, -1 for none */
  /* sliced */
  int64_t slice_rows; /* rows of a slice, a multiple of the batch */
  uint32_t slots;         /* in every slice */
  uint32_t *seen;         /* the slots of a slice in the order in which they appear, and the rows where they do */
  int32_t *seen_row;
  int32_t *seen_count;    /* per slice */
  bool counted; /* the first pass is done */
  bool always;            /* no rows are a group, too: for the caller to set before the first pass */
  /* partitioned */
  parley_groups_entry *entries; /* partition by partition, in the order of the rows */
  int64_t *start;         /* parts + 1: where the entries of a partition begin */
  int64_t *base;          /* parts + 1: where its places begin */
  parley_buffer buffers[PARLEY_GROUPS_BUFFERS];
} parley_groups;

static inline int64_t parley_groups_offset(const parley_groups *groups, int part) {
  return groups->sliced ? (int64_t)part * groups->slots : groups->base[part];
}

static inline int64_t parley_groups_places(const parley_groups *groups) {
  return parley_groups_offset(groups, groups->parts);
}

/* The buffer that `size` is in. */
const parley_buffer *parley_groups_sizes(const parley_groups *groups);

/* An array of the groups' own, in one of their buffers; NULL without memory. */
void *parley_groups_array(parley_run *run, parley_groups *groups, int at, size_t count, size_t size, parley_error *err);

void parley_groups_free(parley_run *run, parley_groups *groups);

#endif
