/* Elements in order. An element is 64 bits: as much of the key as there is room for (a chunk), then the row. Elements
 * are split by the highest bits that differ into buckets, which threads sort one by one in the cache by radix; rows
 * whose chunks are the same get the next chunk and are sorted again. Elements never lose the order of their rows while
 * they are moved, so the order is stable. Buckets outside of the wanted places are not looked into.
 *
 * A text's chunk is a few of its bytes and, in three bits, how many of them there are (plus one), so that a text that
 * ends comes before one that goes on with NUL. All ones: the value is missing.
 */
#include "engine/sort/sort.h"

#include <stdatomic.h>

#include "frame/dictionary_lookup.h"
#include "base/threads.h"

enum {
  GRAIN = 16384,
  MOST_PARTS = 64,      /* of a split */
  SPLIT_LEAST = 32768,  /* from so many elements on, buckets are made */
  BUCKET = 1024,        /* about so many elements in each */
  MOST_SPLIT_BITS = 12,
  INSERTION_MOST = 32,
  TEXTS_MOST = 3,       /* texts that are compared without chunks */
  WIDE_LEAST = 16384,   /* from so many elements on, radix digits are wide */
  NARROW = 8,
  WIDE = 11,
  AHEAD = 32,
  FETCH_MOST = 4096,    /* so many texts may be asked for at a time */
  COUNT_BITS = 3        /* of a text's chunk */
};

typedef struct sorter {
  parley_run *run;
  int row_bits, width;     /* bits of the row and of a chunk */
  uint64_t row_mask;
  const parley_field *fields;
  int field_count, bits;
  const parley_dictionary *texts; /* not NULL: sorts texts, without fields */
  const parley_column *by;
  bool descending, ties;
  int bytes;               /* of a text in a chunk */
  uint64_t *elements, *others;
  int64_t offset, count;   /* wanted places */
  int32_t *order;
} sorter;

/* A stretch of elements that are the same in all chunks before `depth`, and belong at the same places of the order. */
typedef struct stretch {
  uint64_t *element, *other; /* where they are; as much room again */
  int64_t count, place;
  int64_t depth;             /* bits of the fields, or bytes of the texts, that are behind them */
  bool filled;               /* the elements have their chunks at this depth */
} stretch;

static uint64_t chunk_of(const sorter *s, uint64_t element) { return element >> s->row_bits; }

static int64_t row_of(const sorter *s, uint64_t element) { return (int64_t)(element & s->row_mask); }

/* ---- chunks ---- */

static int32_t text_of(const sorter *s, int64_t row) {
  return s->by == NULL ? (int32_t)row : parley_column_codes(s->by)[row];
}

static bool row_has_text(const sorter *s, int64_t row) { return s->by == NULL || parley_column_has(s->by, row); }

static uint64_t text_chunk(const sorter *s, int64_t row, int64_t depth) {
  uint64_t all = (UINT64_C(1) << s->width) - 1;
  if (!row_has_text(s, row)) return all;
  const int64_t *offset = parley_dictionary_offsets(s->texts) + text_of(s, row);
  int64_t at = offset[0] + depth, left = offset[1] - at;
  uint64_t word = parley_text_word(s->texts->bytes.data, at, left);
  uint64_t there = (uint64_t)(left < 0 ? 0 : left < s->bytes ? left : s->bytes) + 1;
  uint64_t chunk = (word >> (64 - 8 * s->bytes)) << COUNT_BITS | there;
  return s->descending ? all - chunk : chunk;
}

/* Asks for what text_chunk will look at, a few rows ahead: first where the texts are, then the texts. */
static void fetch_texts(const sorter *s, int64_t depth, const uint64_t *element, int64_t count) {
  const int64_t *offsets = parley_dictionary_offsets(s->texts);
  for (int64_t i = 0; i < count; i++) __builtin_prefetch(offsets + text_of(s, row_of(s, element[i])));
  for (int64_t i = 0; i < count; i++) {
    if (row_has_text(s, row_of(s, element[i]))) {
      __builtin_prefetch(s->texts->bytes.data + offsets[text_of(s, row_of(s, element[i]))] + depth);
    }
  }
}

static void fill_texts(const sorter *s, int64_t depth, uint64_t *element, int64_t count) {
  for (int64_t at = 0; at < count; at += AHEAD) {
    int64_t most = count - at < AHEAD ? count - at : AHEAD;
    fetch_texts(s, depth, element + at, most);
    for (int64_t i = at; i < at + most; i++) {
      int64_t row = row_of(s, element[i]);
      element[i] = text_chunk(s, row, depth) << s->row_bits | (uint64_t)row;
    }
  }
}

static void fill(const sorter *s, int64_t depth, uint64_t *element, int64_t count) {
  if (s->texts != NULL) {
    fill_texts(s, depth, element, count);
    return;
  }
  for (int64_t i = 0; i < count; i++) element[i] &= s->row_mask;
  for (int i = 0; i < s->field_count; i++) {
    parley_field_fill(&s->fields[i], (int)depth, s->width, s->row_bits, s->row_mask, element, count);
  }
}

/* Whether elements that share this chunk may differ in a later one. */
static bool goes_on(const sorter *s, int64_t depth, uint64_t chunk) {
  if (s->texts == NULL) return depth + s->width < s->bits;
  uint64_t all = (UINT64_C(1) << s->width) - 1;
  if (chunk == all) return false;
  if (s->descending) chunk = all - chunk;
  return (chunk & ((1u << COUNT_BITS) - 1)) == (uint64_t)s->bytes + 1;
}

static int64_t step(const sorter *s) { return s->texts != NULL ? s->bytes : s->width; }

static uint64_t differences(const uint64_t *element, int64_t count, uint64_t first) {
  uint64_t different = 0;
  for (int64_t i = 0; i < count; i++) different |= element[i] ^ first;
  return different;
}

/* ---- into the order ---- */

/* Rows to their places, as far as those are wanted; `same`: all have one text. */
static void emit(const sorter *s, const uint64_t *element, int64_t count, int64_t place, bool same) {
  int64_t from = place < s->offset ? s->offset - place : 0, to = s->offset + s->count - place;
  if (to > count) to = count;
  int32_t *order = s->order;
  place -= s->offset;
  for (int64_t i = from; i < to; i++) order[place + i] = (int32_t)(element[i] & s->row_mask);
  if (!same || !s->ties) return;
  for (int64_t i = from > 1 ? from : 1; i < to; i++) order[place + i] = ~order[place + i];
}

static bool wanted(const sorter *s, int64_t place, int64_t count) {
  return place < s->offset + s->count && place + count > s->offset;
}

/* ---- few elements ---- */

static void insert_elements(uint64_t *element, int64_t count) {
  for (int64_t i = 1; i < count; i++) {
    uint64_t moved = element[i];
    int64_t at = i;
    for (; at > 0 && element[at - 1] > moved; at--) element[at] = element[at - 1];
    element[at] = moved;
  }
}

/* By whole texts from `depth` on, without further chunks. */
static void insert_texts(const sorter *s, stretch part) {
  uint64_t *element = part.element;
  for (int64_t i = 1; i < part.count; i++) {
    uint64_t moved = element[i];
    int32_t text = text_of(s, row_of(s, moved));
    int64_t at = i;
    for (; at > 0; at--) {
      int order = parley_text_compare(s->texts, text_of(s, row_of(s, element[at - 1])), text, (size_t)part.depth);
      if (s->descending ? order >= 0 : order <= 0) break;
      element[at] = element[at - 1];
    }
    element[at] = moved;
  }
  for (int64_t i = 0, end; i < part.count; i = end) {
    int32_t text = text_of(s, row_of(s, element[i]));
    end = i + 1;
    while (s->ties && end < part.count &&
           parley_text_compare(s->texts, text_of(s, row_of(s, element[end])), text, (size_t)part.depth) == 0) {
      end++;
    }
    emit(s, element + i, end - i, part.place + i, end - i > 1);
  }
}

/* ---- radix ---- */

static void radix_pass(const uint64_t *from, uint64_t *to, int64_t count, int shift, int bits) {
  uint32_t next[1 << WIDE];
  uint64_t mask = (UINT64_C(1) << bits) - 1;
  memset(next, 0, sizeof *next << bits);
  for (int64_t i = 0; i < count; i++) next[(from[i] >> shift) & mask]++;
  uint32_t sum = 0;
  for (uint64_t digit = 0; digit <= mask; digit++) {
    uint32_t own = next[digit];
    next[digit] = sum;
    sum += own;
  }
  for (int64_t i = 0; i < count; i++) to[next[(from[i] >> shift) & mask]++] = from[i];
}

/* Sorts by the bits of `different`, from the lowest; where the elements end up changes with the number of passes. */
static void radix_sort(stretch *part, uint64_t different) {
  int bits = part->count >= WIDE_LEAST ? WIDE : NARROW;
  while (different != 0) {
    int shift = __builtin_ctzll(different), most = 64 - shift < bits ? 64 - shift : bits;
    radix_pass(part->element, part->other, part->count, shift, most);
    uint64_t *moved = part->other;
    part->other = part->element;
    part->element = moved;
    different &= shift + most >= 64 ? 0 : UINT64_MAX << (shift + most);
  }
}

/* ---- a stretch ---- */

static bool has_twin(const sorter *s, const stretch *part, int64_t at) {
  uint64_t chunk = chunk_of(s, part->element[at]);
  return (at > 0 && chunk_of(s, part->element[at - 1]) == chunk) ||
         (at + 1 < part->count && chunk_of(s, part->element[at + 1]) == chunk);
}

/* Asks for the texts that will be looked at again, as far as the cache has room for them. */
static void fetch_twins(const sorter *s, const stretch *part) {
  uint64_t twins[AHEAD];
  int64_t count = 0;
  for (int64_t i = 0; i < part->count && part->count <= FETCH_MOST; i++) {
    if (has_twin(s, part, i)) twins[count++] = part->element[i];
    if (count == AHEAD || i + 1 == part->count) {
      fetch_texts(s, part->depth, twins, count);
      count = 0;
    }
  }
}

static stretch part_of(const stretch *whole, int64_t from, int64_t count, int64_t depth) {
  return (stretch){whole->element + from, whole->other + from, count, whole->place + from, depth, false};
}

static void sort_stretch(const sorter *s, stretch part);

static int64_t run_end(const sorter *s, const stretch *part, int64_t from) {
  uint64_t chunk = chunk_of(s, part->element[from]);
  int64_t end = from + 1;
  while (end < part->count && chunk_of(s, part->element[end]) == chunk) end++;
  return end;
}

/* The sorted stretch is cut into runs of one chunk. All but the longest that goes on are finished, that one is left to
   the caller, so that calls do not nest deep. False when there is none. */
static bool finish_runs(const sorter *s, const stretch *part, stretch *longest) {
  int64_t kept = 0, kept_count = 1; /* a run of one element is finished at once */
  for (int64_t from = 0, end; from < part->count; from = end) {
    end = run_end(s, part, from);
    if (end - from > kept_count && goes_on(s, part->depth, chunk_of(s, part->element[from]))) {
      kept = from;
      kept_count = end - from;
    }
  }
  for (int64_t from = 0, end; from < part->count; from = end) {
    end = run_end(s, part, from);
    if (kept_count > 1 && from == kept) continue;
    bool more = end - from > 1 && goes_on(s, part->depth, chunk_of(s, part->element[from]));
    if (more) sort_stretch(s, part_of(part, from, end - from, part->depth + step(s)));
    else emit(s, part->element + from, end - from, part->place + from, end - from > 1);
  }
  if (kept_count > 1) *longest = part_of(part, kept, kept_count, part->depth + step(s));
  return kept_count > 1;
}

static void sort_stretch(const sorter *s, stretch part) {
  for (bool more = true; more; part.filled = false) {
    if (!wanted(s, part.place, part.count)) return;
    if (s->texts != NULL && !part.filled && part.count <= TEXTS_MOST) {
      insert_texts(s, part);
      return;
    }
    if (!part.filled) fill(s, part.depth, part.element, part.count);
    uint64_t first = part.element[0], different = differences(part.element, part.count, first) & ~s->row_mask;
    bool deeper = s->texts != NULL || goes_on(s, part.depth, 0);
    if (different != 0 && part.count <= INSERTION_MOST) insert_elements(part.element, part.count);
    else radix_sort(&part, different);
    if (different == 0 && goes_on(s, part.depth, chunk_of(s, first))) {
      part.depth += step(s);
    } else if (!deeper || different == 0) {
      emit(s, part.element, part.count, part.place, different == 0);
      return;
    } else {
      if (s->texts != NULL) fetch_twins(s, &part);
      more = finish_runs(s, &part, &part);
    }
  }
}

/* ---- many elements: buckets, shared between threads ---- */

typedef struct splitting {
  const sorter *s;
  stretch part;
  int shift, bits;         /* of the digit that chooses the bucket */
  uint32_t *counts;        /* of each part and bucket; then where its next element goes */
  uint32_t *starts;        /* of the buckets, and the end of the last */
  parley_buffer buffer;
  int64_t grain;           /* of its parts */
  parley_splitters splitters;
  uint16_t *class;         /* of each row, in the first round of texts: chooses the bucket, and the chunk's depth */
  parley_buffer class_buffer;
  bool rows;               /* while filling: the elements are the rows in their order */
  atomic_bool disordered;  /* while filling: some part is not in order */
  uint64_t different[PARLEY_MOST_THREADS];
} splitting;

static size_t bucket_at(const splitting *x, int64_t at) {
  if (x->class != NULL) return x->class[at];
  return (size_t)((x->part.element[at] >> x->shift) & ((UINT64_C(1) << x->bits) - 1));
}

/* Depth of a bucket's chunks. */
static int64_t depth_at(const splitting *x, int64_t bucket) {
  int64_t last = 2 * x->splitters.count;
  if (x->class == NULL) return x->part.depth;
  return bucket > last ? 0 : x->splitters.depth[x->s->descending ? last - bucket : bucket];
}

/* A text is read but once for its class and its first chunk. The highest class is that of rows without a text. */
static void fill_classes(const splitting *x, int64_t from, int64_t to) {
  const sorter *s = x->s;
  int last = 2 * x->splitters.count;
  for (int64_t row = from; row < to; row++) {
    int class = last + 1;
    if (row_has_text(s, row)) {
      const int64_t *offset = parley_dictionary_offsets(s->texts) + text_of(s, row);
      int found = parley_splitters_class(&x->splitters, s->texts->bytes.data, offset[0], offset[1] - offset[0]);
      class = s->descending ? last - found : found;
    }
    x->class[row] = (uint16_t)class;
    x->part.element[row] = text_chunk(s, row, depth_at(x, class)) << s->row_bits | (uint64_t)row;
  }
}

static bool fill_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  splitting *x = data;
  uint64_t *element = x->part.element;
  bool ordered = true;
  for (int64_t i = from; x->rows && i < to; i++) element[i] = (uint64_t)i;
  if (x->class != NULL) fill_classes(x, from, to);
  else fill(x->s, x->part.depth, element + from, to - from);
  for (int64_t i = from + 1; i < to; i++) ordered &= element[i - 1] < element[i];
  if (!ordered) atomic_store(&x->disordered, true);
  x->different[worker] |= differences(element + from, to - from, element[from]);
  (void)err;
  return true;
}

static bool compare_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  splitting *x = data;
  x->different[worker] |= differences(x->part.element + from, to - from, x->part.element[from]);
  (void)err;
  return true;
}

static bool count_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const splitting *x = data;
  uint32_t *counts = x->counts + ((size_t)(from / x->grain) << x->bits);
  memset(counts, 0, sizeof *counts << x->bits);
  for (int64_t i = from; i < to; i++) counts[bucket_at(x, i)]++;
  (void)worker;
  (void)err;
  return true;
}

static void place_buckets(splitting *x) {
  size_t buckets = (size_t)1 << x->bits, parts = (size_t)((x->part.count + x->grain - 1) / x->grain);
  uint32_t sum = 0;
  for (size_t at = 0; at < buckets; at++) {
    x->starts[at] = sum;
    for (size_t part = 0; part < parts; part++) {
      uint32_t *count = &x->counts[part * buckets + at], own = *count;
      *count = sum;
      sum += own;
    }
  }
  x->starts[buckets] = sum;
}

static bool scatter_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const splitting *x = data;
  uint32_t *next = x->counts + ((size_t)(from / x->grain) << x->bits);
  for (int64_t i = from; i < to; i++) {
    x->part.other[next[bucket_at(x, i)]++] = x->part.element[i];
  }
  (void)worker;
  (void)err;
  return true;
}

static stretch bucket_of(const splitting *x, int64_t at) {
  stretch swapped = x->part;
  swapped.element = x->part.other;
  swapped.other = x->part.element;
  stretch bucket = part_of(&swapped, x->starts[at], (int64_t)x->starts[at + 1] - x->starts[at], depth_at(x, at));
  bucket.filled = true;
  return bucket;
}

/* Too large for one thread while others have nothing to do. */
static bool is_large(const splitting *x, int64_t count) { return count >= SPLIT_LEAST && count > x->part.count / 8; }

static bool sort_buckets(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const splitting *x = data;
  for (int64_t at = from; at < to; at++) {
    stretch bucket = bucket_of(x, at);
    if (bucket.count > 0 && !is_large(x, bucket.count)) sort_stretch(x->s, bucket);
  }
  (void)worker;
  (void)err;
  return true;
}

static bool split(splitting *x, uint64_t different, parley_error *err) {
  parley_run *run = x->s->run;
  int64_t count = x->part.count;
  int high = parley_bits_of(different), most = high - x->s->row_bits;
  x->bits = 6;
  while (x->bits < MOST_SPLIT_BITS && count >> x->bits > BUCKET) x->bits++;
  if (x->bits > most) x->bits = most;
  if (x->class != NULL) x->bits = parley_bits_of(2 * (uint64_t)x->splitters.count + 1);
  x->shift = high - x->bits;
  x->grain = (count / MOST_PARTS / GRAIN + 1) * GRAIN;
  size_t buckets = (size_t)1 << x->bits, parts = (size_t)((count + x->grain - 1) / x->grain);
  size_t size = (buckets * (parts + 1) + 1) * sizeof(uint32_t);
  if (!parley_buffer_resize(&run->memory, &x->buffer, size, err)) return false;
  x->counts = (uint32_t *)(void *)x->buffer.data;
  x->starts = x->counts + buckets * parts;
  if (!parley_parallel(run, count, x->grain, count_part, x, err)) return false;
  place_buckets(x);
  return parley_parallel(run, count, x->grain, scatter_part, x, err) &&
         parley_parallel(run, (int64_t)buckets, 1, sort_buckets, x, err);
}

static bool sort_many(const sorter *s, stretch part, bool *as_they_are, parley_error *err);

/* Large buckets, each with all threads; the largest is left to the caller. */
static bool sort_large(const splitting *x, stretch *largest, parley_error *err) {
  int64_t kept = -1, kept_count = 0, buckets = INT64_C(1) << x->bits;
  for (int64_t at = 0; at < buckets; at++) {
    stretch bucket = bucket_of(x, at);
    if (!is_large(x, bucket.count) || bucket.count <= kept_count) continue;
    kept = at;
    kept_count = bucket.count;
  }
  for (int64_t at = 0; at < buckets; at++) {
    stretch bucket = bucket_of(x, at);
    if (at != kept && is_large(x, bucket.count) && !sort_many(x->s, bucket, NULL, err)) return false;
  }
  *largest = kept < 0 ? (stretch){0} : bucket_of(x, kept);
  return true;
}

/* Whether all elements came in order, with all of their keys in one chunk. */
static bool is_ordered(const splitting *x) {
  const sorter *s = x->s;
  bool ordered = s->texts == NULL && !goes_on(s, x->part.depth, 0) && !atomic_load(&x->disordered);
  for (int64_t i = GRAIN; ordered && i < x->part.count; i += GRAIN) {
    ordered = x->part.element[i - 1] < x->part.element[i];
  }
  return ordered;
}

/* Chunks, where there are none yet, and the bits in which some elements differ. */
static bool find_differences(splitting *x, uint64_t *different, parley_error *err) {
  int64_t count = x->part.count;
  memset(x->different, 0, sizeof x->different);
  if (!parley_parallel(x->s->run, count, GRAIN, x->part.filled ? compare_part : fill_part, x, err)) return false;
  *different = 0;
  for (int i = 0; i < PARLEY_MOST_THREADS; i++) *different |= x->different[i];
  for (int64_t i = 0; i < count; i += GRAIN) *different |= x->part.element[i] ^ x->part.element[0];
  *different &= ~x->s->row_mask;
  return true;
}

/* One round: chunks, their differences, buckets. Then x->part is what is still to be sorted, and empty at the end. */
static bool sort_round(splitting *x, bool *as_they_are, parley_error *err) {
  const sorter *s = x->s;
  int64_t count = x->part.count;
  uint64_t different;
  if (!find_differences(x, &different, err)) return false;
  x->part.filled = true;
  if (x->class != NULL) return split(x, different, err) && sort_large(x, &x->part, err);
  if (x->rows && is_ordered(x)) {
    *as_they_are = true;
    x->part.count = 0;
  } else if (different == 0 && goes_on(s, x->part.depth, chunk_of(s, x->part.element[0]))) {
    x->part.depth += step(s);
    x->part.filled = false;
  } else if (different == 0) {
    emit(s, x->part.element, count, x->part.place, true);
    x->part.count = 0;
  } else if (count < SPLIT_LEAST) {
    sort_stretch(s, x->part);
    x->part.count = 0;
  } else {
    return split(x, different, err) && sort_large(x, &x->part, err);
  }
  return true;
}

static bool make_classes(splitting *x, parley_error *err) {
  const sorter *s = x->s;
  parley_text_order texts = {.of = s->texts, .by = s->by};
  size_t size = (size_t)x->part.count * sizeof *x->class;
  if (!parley_splitters_make(s->run, &texts, x->part.count, &x->splitters, err) ||
      !parley_buffer_resize(&s->run->memory, &x->class_buffer, size, err)) {
    return false;
  }
  x->class = (uint16_t *)(void *)x->class_buffer.data;
  return true;
}

/* as_they_are: NULL, or the elements are not there yet, and it becomes true when the rows are in order as they are;
   then nothing is put into the order. */
static bool sort_many(const sorter *s, stretch part, bool *as_they_are, parley_error *err) {
  splitting x = {.s = s, .part = part, .rows = as_they_are != NULL};
  bool done = !x.rows || s->texts == NULL || part.count < SPLIT_LEAST || make_classes(&x, err);
  while (done && x.part.count > 0 && wanted(s, x.part.place, x.part.count)) {
    done = sort_round(&x, as_they_are, err);
    x.rows = false;
    x.class = NULL;
  }
  parley_splitters_free(s->run, &x.splitters);
  parley_buffer_free(&s->run->memory, &x.class_buffer);
  parley_buffer_free(&s->run->memory, &x.buffer);
  return done;
}

/* ---- all of it ---- */

static bool sort_all(sorter *s, int64_t rows, bool *as_they_are, parley_error *err) {
  parley_buffer elements = {0}, others = {0};
  size_t size = (size_t)(rows + 1) * sizeof(uint64_t);
  s->row_bits = rows > 2 ? parley_bits_of((uint64_t)rows - 1) : 1;
  s->row_mask = (UINT64_C(1) << s->row_bits) - 1;
  s->width = 64 - s->row_bits;
  s->bytes = (s->width - COUNT_BITS) / 8;
  if (s->bytes > 5) s->bytes = 5;
  if (s->texts != NULL) s->width = s->bytes * 8 + COUNT_BITS;
  bool done = parley_buffer_resize(&s->run->memory, &elements, size, err) &&
              parley_buffer_resize(&s->run->memory, &others, size, err);
  if (done && rows > 0) {
    stretch all = {(uint64_t *)(void *)elements.data, (uint64_t *)(void *)others.data, rows, 0, 0, false};
    done = sort_many(s, all, as_they_are, err);
  }
  parley_buffer_free(&s->run->memory, &elements);
  parley_buffer_free(&s->run->memory, &others);
  return done;
}

bool parley_sort_texts(parley_run *run, int64_t rows, const parley_text_order *texts, int64_t offset, int64_t count,
                       int32_t *order, parley_error *err) {
  sorter s = {.run = run, .texts = texts->of, .by = texts->by, .descending = texts->descending, .ties = texts->ties,
              .offset = offset, .count = count, .order = order};
  bool as_they_are = false;
  return sort_all(&s, rows, &as_they_are, err);
}

bool parley_sort_fields(parley_run *run, int64_t rows, const parley_field *fields, int field_count, int bits,
                        int64_t offset, int64_t count, int32_t *order, bool *as_they_are, parley_error *err) {
  sorter s = {.run = run, .fields = fields, .field_count = field_count, .bits = bits, .offset = offset,
              .count = count, .order = order};
  *as_they_are = false;
  return sort_all(&s, rows, as_they_are, err);
}
