/*
** Rows are dealt out by key to partitions in two passes, one that counts and one that writes, each over slices of the
** rows in threads. In a partition, the numbers of a key with a small range index a table of groups; others are hashed,
** and groups with the same place in the table are chained, so that a table is never too small however the rows are
** spread. Last, groups are numbered by the rank of their first row. 128 to 512 streams of writes are what the
** processor's buffers still bear.
**
** Radix partitioning as in the joins of Boncz, Manegold and Kersten ("Database Architecture Optimized for the New
** Bottleneck: Memory Access", 1999): two passes that read and write in order cost less than a table that misses the
** cache at every row.
**
** R1  Entries of a partition stay in the order of the rows, whatever thread writes them: each slice has its own
**     cursors.
** R2  A group's number is the rank of its first row, counted in a bitmap of first rows: no sort.
*/
#include "engine/group/partition.h"

#include <string.h>

#include "base/hash.h"
#include "base/threads.h"

#define MOST_BITS 9          /* at most 512 partitions of hashed keys */
#define PARTITION_ROWS 8192 /* about so many in each, with a table of 64 to 128 kB */
#define MOST_SLICES 16
#define SLICE_ROWS 65536

enum { ENTRIES = PARLEY_GROUPS_OWN, START, BASE };

/* A group of a partition. */
typedef struct node {
  uint32_t tag; /* hashed: low half of the hash; direct: not used */
  int32_t next; /* chained to it, -1: none */
  int32_t first; /* its first row */
  uint32_t size; /* rows */
} node;

enum { KEYS, CURSORS, TABLES, NODES, NODES_AT, FLAGS, BITS, BEFORE, RANKED, OWN_BUFFERS };

typedef struct partitioning {
  parley_groups *groups; /* that are found */
  bool direct;         /* numbers of keys index the tables */
  int bits;            /* of a tag that indexes a table; hashed: of the partition's number */
  uint32_t table_mask; /* entries of a table, a power of two, less 1 */
  int slices; /* parts of the rows while they are dealt out */
  int64_t slice_rows;
  uint64_t *key;       /* hashed: the number of each row */
  uint32_t *cursor;    /* per slice and partition: its rows, then where the next one is written */
  int32_t *table;      /* per worker: the first group of each chain */
  node *nodes;
  int64_t *node_at;    /* per partition: where its nodes begin */
  unsigned char *is_first; /* of each row: 1 at the first of a group */
  uint64_t *firsts;    /* the same as bits, and how many are set before each 64 of them */
  uint32_t *before;
  int64_t *ranked;     /* per slice: groups that begin there, then those that begin before */
  parley_buffer buffers[OWN_BUFFERS];
} partitioning;

/* ---- dealing out ---- */

/* Partitions and tags of `count` rows from `from` on. The first time, keys that are hashed are worked out. Direct:
   the number itself is cut into partition and tag. Hashed numbers are kept from the first pass for the second. */
static void deal(const partitioning *p, int64_t from, int count, bool again, uint32_t *part, uint32_t *tag) {
  if (p->direct) {
    uint32_t mask = p->table_mask;
    parley_key_slots(p->groups->key, from, count, tag);
    for (int i = 0; i < count; i++) {
      part[i] = tag[i] >> p->bits;
      tag[i] &= mask;
    }
    return;
  }
  if (!again) parley_key_numbers(p->groups->key, from, count, p->key + from);
  for (int i = 0; i < count; i++) {
    uint64_t hash = parley_hash_spread(p->key[from + i]); /* partitions take high bits, tables low ones */
    /* in two steps: bits may be 0, and shifting by 64 is undefined */
    part[i] = (uint32_t)((hash >> 32) >> (32 - p->bits));
    tag[i] = (uint32_t)hash;
  }
}

static void slice_bounds(const partitioning *p, int64_t slice, int64_t *from, int64_t *end) {
  *from = slice * p->slice_rows;
  *end = *from + p->slice_rows < p->groups->rows ? *from + p->slice_rows : p->groups->rows;
}

/* Words of 64 rows that begin before the row: a slice begins at a multiple of 64. */
static int64_t words_before(int64_t row) { return (row + 63) / 64; }

/* Rows of a slice, a batch at a time. */
typedef struct dealing {
  int64_t from, end; /* of the batch, of the slice */
  int count;
  uint32_t part[PARLEY_GROUP_BATCH], tag[PARLEY_GROUP_BATCH];
} dealing;

static void begin_slice(const partitioning *p, int64_t slice, dealing *d) {
  slice_bounds(p, slice, &d->from, &d->end);
  d->count = 0;
}

static bool deal_next(const partitioning *p, bool again, dealing *d) {
  d->from += d->count;
  if (d->from >= d->end) return false;
  d->count = (int)(d->end - d->from < PARLEY_GROUP_BATCH ? d->end - d->from : PARLEY_GROUP_BATCH);
  deal(p, d->from, d->count, again, d->part, d->tag);
  return true;
}

/* Counts of a slice are its own row of the table. */
static bool count_job(void *data, int64_t slice, int64_t to, int worker, parley_error *err) {
  const partitioning *p = data;
  dealing d;
  (void)worker;
  (void)err;
  for (; slice < to; slice++) {
    uint32_t *counts = p->cursor + slice * p->groups->parts;
    memset(counts, 0, (size_t)p->groups->parts * sizeof *counts);
    begin_slice(p, slice, &d);
    while (deal_next(p, false, &d)) {
      for (int i = 0; i < d.count; i++) counts[d.part[i]]++;
    }
  }
  return true;
}

/* Partition by partition, in each slice by slice. */
static void counts_to_cursors(const partitioning *p) {
  uint32_t at = 0;
  for (int part = 0; part < p->groups->parts; part++) {
    p->groups->start[part] = at;
    for (int slice = 0; slice < p->slices; slice++) {
      uint32_t *cursor = &p->cursor[(size_t)slice * (size_t)p->groups->parts + (size_t)part], count = *cursor;
      *cursor = at;
      at += count;
    }
  }
  p->groups->start[p->groups->parts] = at;
}

/* Room for as many groups as a partition can have. Direct partitions have at most as many groups as table entries. */
static int64_t place_nodes(const partitioning *p) {
  int64_t at = 0;
  for (int part = 0; part < p->groups->parts; part++) {
    int64_t rows = p->groups->start[part + 1] - p->groups->start[part], most = (int64_t)p->table_mask + 1;
    p->node_at[part] = at;
    at += p->direct && most < rows ? most : rows;
  }
  return at;
}

/* Clears the flags of its rows on the way, up to a full word; no other slice has rows in that word. */
static bool deal_job(void *data, int64_t slice, int64_t to, int worker, parley_error *err) {
  const partitioning *p = data;
  dealing d;
  (void)worker;
  (void)err;
  for (; slice < to; slice++) {
    uint32_t *cursor = p->cursor + slice * p->groups->parts;
    parley_groups_entry *entries = p->groups->entries;
    begin_slice(p, slice, &d);
    if (d.end > d.from) memset(p->is_first + d.from, 0, (size_t)(words_before(d.end) * 64 - d.from));
    while (deal_next(p, true, &d)) {
      for (int i = 0; i < d.count; i++) {
        entries[cursor[d.part[i]]++] = (parley_groups_entry){d.tag[i], (int32_t)(d.from + i)};
      }
    }
  }
  return true;
}

/* ---- groups of a partition ---- */

/* Each gives the number of groups it finds, and makes tags of entries numbers of groups. */

/* The tag is the group's place in the table: nothing is compared. */
static int32_t find_direct(const partitioning *p, parley_groups_entry *entry, int64_t count, int32_t *table,
                           node *nodes) {
  int32_t groups = 0;
  for (int64_t i = 0; i < count; i++) {
    int32_t *group = &table[entry[i].slot];
    if (*group < 0) {
      *group = groups;
      p->is_first[entry[i].row] = 1;
      nodes[groups++] = (node){.first = entry[i].row};
    }
    nodes[*group].size++;
    entry[i].slot = (uint32_t)*group;
  }
  return groups;
}

/* Tag, then the whole number, then the values: each settles nearly all that the one before left. */
static inline bool is_group(const partitioning *p, const node *group, uint32_t tag, int32_t row) {
  const parley_key *key = p->groups->key;
  return group->tag == tag && p->key[group->first] == p->key[row] &&
         (!key->hashed || parley_key_same(key, group->first, row));
}

/* New groups go to the front of their chain. Chains cannot run out of room as open tables do where keys are badly
   spread. */
static int32_t find_hashed(const partitioning *p, parley_groups_entry *entry, int64_t count, int32_t *table,
                           node *nodes) {
  int32_t groups = 0;
  for (int64_t i = 0; i < count; i++) {
    uint32_t tag = entry[i].slot;
    int32_t *head = &table[tag & p->table_mask], group = *head;
    while (group >= 0 && !is_group(p, &nodes[group], tag, entry[i].row)) group = nodes[group].next;
    if (group < 0) {
      group = groups++;
      nodes[group] = (node){tag, *head, entry[i].row, 0};
      *head = group;
      p->is_first[entry[i].row] = 1;
    }
    nodes[group].size++;
    entry[i].slot = (uint32_t)group;
  }
  return groups;
}

/* Tables belong to workers and are cleared for each partition; base[] gets the counts first. */
static bool find_job(void *data, int64_t part, int64_t to, int worker, parley_error *err) {
  const partitioning *p = data;
  size_t table_size = (size_t)p->table_mask + 1;
  int32_t *table = p->table + (size_t)worker * table_size;
  (void)err;
  for (; part < to; part++) {
    int64_t start = p->groups->start[part], count = p->groups->start[part + 1] - start;
    memset(table, 0xff, table_size * sizeof *table);
    p->groups->base[part + 1] = (p->direct ? find_direct : find_hashed)(p, p->groups->entries + start, count, table,
                                                                        p->nodes + p->node_at[part]);
  }
  return true;
}

/* ---- numbers of groups ---- */

/* Bytes become bits, eight times less to rank. */
static bool count_first_job(void *data, int64_t slice, int64_t to, int worker, parley_error *err) {
  const partitioning *p = data;
  (void)worker;
  (void)err;
  for (; slice < to; slice++) {
    int64_t from, end, count = 0;
    slice_bounds(p, slice, &from, &end);
    for (int64_t word = words_before(from); word < words_before(end); word++) {
      const unsigned char *flag = p->is_first + word * 64;
      uint64_t bits = 0;
      for (int i = 0; i < 64; i++) bits |= (uint64_t)flag[i] << i;
      p->firsts[word] = bits;
      count += __builtin_popcountll(bits);
    }
    p->ranked[slice] = count;
  }
  return true;
}

/* The position of the k-th set bit is the first row of group k. */
static bool rank_job(void *data, int64_t slice, int64_t to, int worker, parley_error *err) {
  const partitioning *p = data;
  int32_t *first = (int32_t *)(void *)p->groups->buffers[PARLEY_GROUPS_FIRST].data;
  (void)worker;
  (void)err;
  for (; slice < to; slice++) {
    int64_t from, end;
    uint32_t rank = (uint32_t)p->ranked[slice];
    slice_bounds(p, slice, &from, &end);
    for (int64_t word = words_before(from); word < words_before(end); word++) {
      p->before[word] = rank;
      for (uint64_t bits = p->firsts[word]; bits != 0; bits &= bits - 1) {
        first[rank++] = (int32_t)(word * 64 + __builtin_ctzll(bits));
      }
    }
  }
  return true;
}

/* How many groups begin before this row. Rank by a count for each word and a popcount within it (Jacobson, 1989). */
static inline int32_t rank_of(const partitioning *p, int32_t row) {
  uint64_t before = p->firsts[row / 64] & ((UINT64_C(1) << (row % 64)) - 1);
  return (int32_t)p->before[row / 64] + __builtin_popcountll(before);
}

static bool place_job(void *data, int64_t part, int64_t to, int worker, parley_error *err) {
  const partitioning *p = data;
  int32_t *number = (int32_t *)(void *)p->groups->buffers[PARLEY_GROUPS_NUMBER].data;
  uint32_t *size = (uint32_t *)(void *)p->groups->buffers[PARLEY_GROUPS_SIZE].data;
  (void)worker;
  (void)err;
  for (; part < to; part++) {
    int64_t base = p->groups->base[part];
    const node *nodes = p->nodes + p->node_at[part];
    for (int64_t i = 0; i < p->groups->base[part + 1] - base; i++) {
      number[base + i] = rank_of(p, nodes[i].first);
      size[base + i] = nodes[i].size;
    }
  }
  return true;
}

/* Makes of `count` numbers the sums of those before each; gives the sum of all. */
static int64_t add_up(int64_t *number, int64_t count) {
  int64_t sum = 0;
  for (int64_t i = 0; i < count; i++) {
    int64_t own = number[i];
    number[i] = sum;
    sum += own;
  }
  return sum;
}

/* Base becomes offsets before any array of that size is taken. */
static bool number_groups(parley_run *run, partitioning *p, parley_error *err) {
  parley_groups *groups = p->groups;
  groups->base[0] = 0;
  for (int part = 0; part < groups->parts; part++) groups->base[part + 1] += groups->base[part];
  size_t count = (size_t)groups->base[groups->parts];
  groups->count = (int64_t)count;
  if ((groups->first = parley_groups_array(run, groups, PARLEY_GROUPS_FIRST, count, sizeof(int32_t), err)) == NULL ||
      (groups->size = parley_groups_array(run, groups, PARLEY_GROUPS_SIZE, count, sizeof(uint32_t), err)) == NULL ||
      (groups->number = parley_groups_array(run, groups, PARLEY_GROUPS_NUMBER, count, sizeof(int32_t), err)) == NULL) {
    return false;
  }
  if (!parley_threads_run(run, p->slices, 1, count_first_job, p, err)) return false;
  add_up(p->ranked, p->slices);
  return parley_threads_run(run, p->slices, 1, rank_job, p, err) &&
         parley_threads_run(run, groups->parts, 1, place_job, p, err);
}

/* ---- the whole ---- */

/* The least number of bits that count values need. */
static int bits_for(uint64_t count) {
  int bits = 0;
  while (bits < 63 && (UINT64_C(1) << bits) < count) bits++;
  return bits;
}

/* Slices as in find_groups.c. A direct table has 2^14 entries or more, so small ranges are one partition or few. */
static void choose(partitioning *p) {
  parley_groups *groups = p->groups;
  const parley_key *key = groups->key;
  uint64_t rows = (uint64_t)groups->rows;
  p->slices = (int)((groups->rows + SLICE_ROWS - 1) / SLICE_ROWS);
  p->slices = p->slices > MOST_SLICES ? MOST_SLICES : (p->slices < 1 ? 1 : p->slices);
  int64_t each = (groups->rows + p->slices - 1) / p->slices;
  p->slice_rows = (each + PARLEY_GROUP_BATCH - 1) / PARLEY_GROUP_BATCH * PARLEY_GROUP_BATCH;
  p->direct = key->range != 0 && key->range <= rows * 2 + 65536;
  if (p->direct) {
    p->bits = bits_for((key->range >> MOST_BITS) + 1);
    if (p->bits < 14) p->bits = 14;
    groups->parts = (int)(((key->range - 1) >> p->bits) + 1);
    p->table_mask = (UINT32_C(1) << p->bits) - 1;
  } else {
    p->bits = bits_for(rows / PARTITION_ROWS);
    if (p->bits > MOST_BITS) p->bits = MOST_BITS;
    groups->parts = 1 << p->bits;
    p->table_mask = (UINT32_C(1) << bits_for((rows >> p->bits) * 2 + 16)) - 1;
  }
}

static void *own_array(parley_run *run, partitioning *p, int at, size_t count, size_t size, parley_error *err) {
  if (!parley_buffer_resize(&run->memory, &p->buffers[at], (count > 0 ? count : 1) * size, err)) return NULL;
  return p->buffers[at].data;
}

/* All memory that does not depend on counts; nodes come after the counting. */
static bool take_memory(parley_run *run, partitioning *p, parley_error *err) {
  parley_groups *groups = p->groups;
  size_t rows = (size_t)groups->rows, parts = (size_t)groups->parts, slices = (size_t)p->slices;
  size_t words = (size_t)words_before(groups->rows), workers = (size_t)parley_threads_count(run, groups->parts, 1);
  size_t table = ((size_t)p->table_mask + 1) * workers;
  return (p->direct || (p->key = own_array(run, p, KEYS, rows, sizeof *p->key, err)) != NULL) &&
         (p->cursor = own_array(run, p, CURSORS, parts * slices, sizeof *p->cursor, err)) != NULL &&
         (p->table = own_array(run, p, TABLES, table, sizeof *p->table, err)) != NULL &&
         (p->node_at = own_array(run, p, NODES_AT, parts, sizeof *p->node_at, err)) != NULL &&
         (p->is_first = own_array(run, p, FLAGS, words * 64, 1, err)) != NULL &&
         (p->firsts = own_array(run, p, BITS, words, sizeof *p->firsts, err)) != NULL &&
         (p->before = own_array(run, p, BEFORE, words, sizeof *p->before, err)) != NULL &&
         (p->ranked = own_array(run, p, RANKED, slices, sizeof *p->ranked, err)) != NULL &&
         (groups->entries = parley_groups_array(run, groups, ENTRIES, rows, sizeof(parley_groups_entry), err)) !=
             NULL &&
         (groups->start = parley_groups_array(run, groups, START, parts + 1, sizeof(int64_t), err)) != NULL &&
         (groups->base = parley_groups_array(run, groups, BASE, parts + 1, sizeof(int64_t), err)) != NULL;
}

/* What is only needed in the making is freed in any case; the groups' arrays by their owner. */
bool parley_partition(parley_run *run, parley_groups *groups, parley_error *err) {
  partitioning p = {.groups = groups};
  choose(&p);
  bool done = take_memory(run, &p, err) && parley_threads_run(run, p.slices, 1, count_job, &p, err);
  if (done) counts_to_cursors(&p);
  done = done && (p.nodes = own_array(run, &p, NODES, (size_t)place_nodes(&p), sizeof *p.nodes, err)) != NULL &&
         parley_threads_run(run, p.slices, 1, deal_job, &p, err) &&
         parley_threads_run(run, groups->parts, 1, find_job, &p, err) && number_groups(run, &p, err);
  for (int i = 0; i < OWN_BUFFERS; i++) parley_buffer_free(&run->memory, &p.buffers[i]);
  groups->counted = true;
  return done;
}
