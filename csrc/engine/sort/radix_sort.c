/*
** Elements in order. An element is 64 bits: as much of the key as there is room for (a chunk), then the row. Elements
** are split by the highest bits that differ into buckets, which threads sort one by one (engine/sort/bucket_sort.c);
** buckets outside of the wanted places are not looked into. A text's chunk is a few of its bytes and, in three bits,
** how many of them there are (plus one), so that a text that ends comes before one that goes on with NUL. All ones: the
** value is missing.
**
** Most significant digit first (McIlroy, Bostic and McIlroy, "Engineering Radix Sort", 1993), with buckets by digits of
** a chunk; texts by splitters of a sample, as in sample sort (Frazer and McKellar, 1970; for strings Bingmann and
** Sanders, "Parallel String Sample Sort", 2013).
**
** R1  Stable: the row is the lowest part of an element, so that no two are equal, and equal keys come by row.
** R2  The order does not depend on the threads: buckets are cut by values alone.
*/
#include "engine/sort/radix_sort.h"

#include <stdatomic.h>
#include <string.h>

#include "base/threads.h"
#include "engine/sort/splitters.h"
#include "engine/sort/bucket_sort.h"

enum {
  GRAIN = 16384, /* elements of a part */
  MOST_PARTS = 64,      /* of a split */
  SPLIT_LEAST = 32768,  /* from so many elements on, buckets are made */
  BUCKET = 1024,        /* about so many elements in each */
  MOST_SPLIT_BITS = 12
};

/* ---- buckets, shared between threads ---- */

typedef struct splitting {
  const parley_sorter *s;
  parley_bucket part;
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
  uint64_t different[PARLEY_THREADS_MOST];
} splitting;

/* By the class of a text in its first round, else by a digit of the chunk. */
static size_t bucket_at(const splitting *x, int64_t at) {
  if (x->class != NULL) return x->class[at];
  return (size_t)((x->part.element[at] >> x->shift) & ((UINT64_C(1) << x->bits) - 1));
}

/* Depth of a bucket's chunks. Texts of a class share what the splitters around it share: those bytes need not be
   looked at. */
static int64_t depth_at(const splitting *x, int64_t bucket) {
  int64_t last = 2 * x->splitters.count;
  if (x->class == NULL) return x->part.depth;
  return bucket > last ? 0 : x->splitters.depth[x->s->descending ? last - bucket : bucket];
}

/* A text is read but once for its class and its first chunk. The highest class is that of rows without a text.
   Descending: classes are counted from the other end, and missing stays last. */
static void fill_classes(const splitting *x, int64_t from, int64_t to) {
  const parley_sorter *s = x->s;
  int last = 2 * x->splitters.count;
  for (int64_t row = from; row < to; row++) {
    int class = last + 1;
    if (parley_sorter_has_text(s, row)) {
      const int64_t *offset = parley_dictionary_offsets(s->texts) + parley_sorter_text(s, row);
      int found = parley_splitters_class(&x->splitters, s->texts->bytes.data, offset[0], offset[1] - offset[0]);
      class = s->descending ? last - found : found;
    }
    x->class[row] = (uint16_t)class;
    x->part.element[row] = parley_sorter_text_chunk(s, row, depth_at(x, class)) << s->row_bits | (uint64_t)row;
  }
}

/* Whether rows are in order is seen on the way, but for the borders between parts. */
static bool fill_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  splitting *x = data;
  uint64_t *element = x->part.element;
  bool ordered = true;
  for (int64_t i = from; x->rows && i < to; i++) element[i] = (uint64_t)i;
  if (x->class != NULL) fill_classes(x, from, to);
  else parley_sorter_fill(x->s, x->part.depth, element + from, to - from);
  for (int64_t i = from + 1; i < to; i++) ordered &= element[i - 1] < element[i];
  if (!ordered) atomic_store(&x->disordered, true);
  x->different[worker] |= parley_sorter_differences(element + from, to - from, element[from]);
  (void)err;
  return true;
}

static bool compare_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  splitting *x = data;
  x->different[worker] |= parley_sorter_differences(x->part.element + from, to - from, x->part.element[from]);
  (void)err;
  return true;
}

/* A row of counts for each part: no atomic additions. */
static bool count_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const splitting *x = data;
  uint32_t *counts = x->counts + ((size_t)(from / x->grain) << x->bits);
  memset(counts, 0, sizeof *counts << x->bits);
  for (int64_t i = from; i < to; i++) counts[bucket_at(x, i)]++;
  (void)worker;
  (void)err;
  return true;
}

/* Bucket by bucket and in each part by part, so that scattering is stable. */
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

/* After scattering, the two arrays have changed places. */
static parley_bucket bucket_of(const splitting *x, int64_t at) {
  parley_bucket swapped = x->part;
  swapped.element = x->part.other;
  swapped.other = x->part.element;
  int64_t count = (int64_t)x->starts[at + 1] - x->starts[at];
  parley_bucket bucket = parley_bucket_part(&swapped, x->starts[at], count, depth_at(x, at));
  bucket.filled = true;
  return bucket;
}

/* Too large for one thread while others have nothing to do. An eighth: with eight threads, more would leave others
   idle. */
static bool is_large(const splitting *x, int64_t count) { return count >= SPLIT_LEAST && count > x->part.count / 8; }

/* What is large is left out, for all threads together. */
static bool sort_buckets(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const splitting *x = data;
  for (int64_t at = from; at < to; at++) {
    parley_bucket bucket = bucket_of(x, at);
    if (bucket.count > 0 && !is_large(x, bucket.count)) parley_bucket_sort(x->s, bucket);
  }
  (void)worker;
  (void)err;
  return true;
}

/* Digits begin at the highest bit that differs. 2^12 buckets at most: more streams of writes than that miss the
   cache's translations. */
static bool split(splitting *x, uint64_t different, parley_error *err) {
  parley_run *run = x->s->run;
  int64_t count = x->part.count;
  int high = parley_word_bits(different), most = high - x->s->row_bits;
  x->bits = 6;
  while (x->bits < MOST_SPLIT_BITS && count >> x->bits > BUCKET) x->bits++;
  if (x->bits > most) x->bits = most;
  if (x->class != NULL) x->bits = parley_word_bits(2 * (uint64_t)x->splitters.count + 1);
  x->shift = high - x->bits;
  x->grain = (count / MOST_PARTS / GRAIN + 1) * GRAIN;
  size_t buckets = (size_t)1 << x->bits, parts = (size_t)((count + x->grain - 1) / x->grain);
  size_t size = (buckets * (parts + 1) + 1) * sizeof(uint32_t);
  if (!parley_buffer_resize(&run->memory, &x->buffer, size, err)) return false;
  x->counts = (uint32_t *)(void *)x->buffer.data;
  x->starts = x->counts + buckets * parts;
  if (!parley_threads_run(run, count, x->grain, count_part, x, err)) return false;
  place_buckets(x);
  return parley_threads_run(run, count, x->grain, scatter_part, x, err) &&
         parley_threads_run(run, (int64_t)buckets, 1, sort_buckets, x, err);
}

static bool sort_many(const parley_sorter *s, parley_bucket part, bool *as_they_are, parley_error *err);

/* Large buckets, each with all threads; the largest is left to the caller. The largest is not sorted here but by the
   caller's loop: recursion then is at most as deep as halving allows. */
static bool sort_large(const splitting *x, parley_bucket *largest, parley_error *err) {
  int64_t kept = -1, kept_count = 0, buckets = INT64_C(1) << x->bits;
  for (int64_t at = 0; at < buckets; at++) {
    parley_bucket bucket = bucket_of(x, at);
    if (!is_large(x, bucket.count) || bucket.count <= kept_count) continue;
    kept = at;
    kept_count = bucket.count;
  }
  for (int64_t at = 0; at < buckets; at++) {
    parley_bucket bucket = bucket_of(x, at);
    if (at != kept && is_large(x, bucket.count) && !sort_many(x->s, bucket, NULL, err)) return false;
  }
  *largest = kept < 0 ? (parley_bucket){0} : bucket_of(x, kept);
  return true;
}

/* Whether all elements came in order, with all of their keys in one chunk. Borders between parts are compared here.
   A chunk must hold the whole key, or ties could go on. */
static bool is_ordered(const splitting *x) {
  const parley_sorter *s = x->s;
  bool ordered = s->texts == NULL && !parley_sorter_goes_on(s, x->part.depth, 0) && !atomic_load(&x->disordered);
  for (int64_t i = GRAIN; ordered && i < x->part.count; i += GRAIN) {
    ordered = x->part.element[i - 1] < x->part.element[i];
  }
  return ordered;
}

/* Chunks, where there are none yet, and the bits in which some elements differ. Each part compared with its own
   first element; firsts are compared with each other afterwards. Bits of the row do not count. */
static bool find_differences(splitting *x, uint64_t *different, parley_error *err) {
  int64_t count = x->part.count;
  memset(x->different, 0, sizeof x->different);
  if (!parley_threads_run(x->s->run, count, GRAIN, x->part.filled ? compare_part : fill_part, x, err)) return false;
  *different = 0;
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) *different |= x->different[i];
  for (int64_t i = 0; i < count; i += GRAIN) *different |= x->part.element[i] ^ x->part.element[0];
  *different &= ~x->s->row_mask;
  return true;
}

/* One round: chunks, their differences, buckets. Then x->part is what is still to be sorted, and empty at the end.
   Every branch either ends the part, goes deeper, or makes it smaller: the loop ends. */
static bool sort_round(splitting *x, bool *as_they_are, parley_error *err) {
  const parley_sorter *s = x->s;
  int64_t count = x->part.count;
  uint64_t different;
  if (!find_differences(x, &different, err)) return false;
  x->part.filled = true;
  if (x->class != NULL) return split(x, different, err) && sort_large(x, &x->part, err);
  if (x->rows && is_ordered(x)) {
    *as_they_are = true;
    x->part.count = 0;
  } else if (different == 0 && parley_sorter_goes_on(s, x->part.depth, parley_sorter_chunk(s, x->part.element[0]))) {
    x->part.depth += parley_sorter_step(s);
    x->part.filled = false;
  } else if (different == 0) {
    parley_sorter_emit(s, x->part.element, count, x->part.place, true);
    x->part.count = 0;
  } else if (count < SPLIT_LEAST) {
    parley_bucket_sort(s, x->part);
    x->part.count = 0;
  } else {
    return split(x, different, err) && sort_large(x, &x->part, err);
  }
  return true;
}

/* Only in the first round: later ones have chunks that differ. */
static bool make_classes(splitting *x, parley_error *err) {
  const parley_sorter *s = x->s;
  parley_sort_text_list texts = {.of = s->texts, .by = s->by};
  size_t size = (size_t)x->part.count * sizeof *x->class;
  if (!parley_splitters_make(s->run, &texts, x->part.count, &x->splitters, err) ||
      !parley_buffer_resize(&s->run->memory, &x->class_buffer, size, err)) {
    return false;
  }
  x->class = (uint16_t *)(void *)x->class_buffer.data;
  return true;
}

/* as_they_are: NULL, or the elements are not there yet, and it becomes true when the rows are in order as they are;
   then nothing is put into the order. The class array is not read after the first round. */
static bool sort_many(const parley_sorter *s, parley_bucket part, bool *as_they_are, parley_error *err) {
  splitting x = {.s = s, .part = part, .rows = as_they_are != NULL};
  bool done = !x.rows || s->texts == NULL || part.count < SPLIT_LEAST || make_classes(&x, err);
  while (done && x.part.count > 0 && parley_sorter_wanted(s, x.part.place, x.part.count)) {
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

/* rows up to 2^31 leave at least 33 bits for the chunk: of texts 3 bytes or more. Five bytes at most, as three bits
   hold their count. */
static bool sort_all(parley_sorter *s, int64_t rows, bool *as_they_are, parley_error *err) {
  parley_buffer elements = {0}, others = {0};
  size_t size = (size_t)(rows + 1) * sizeof(uint64_t);
  s->row_bits = rows > 2 ? parley_word_bits((uint64_t)rows - 1) : 1;
  s->row_mask = (UINT64_C(1) << s->row_bits) - 1;
  s->width = 64 - s->row_bits;
  s->bytes = (s->width - PARLEY_SORTER_COUNT_BITS) / 8;
  if (s->bytes > 5) s->bytes = 5;
  if (s->texts != NULL) s->width = s->bytes * 8 + PARLEY_SORTER_COUNT_BITS;
  bool done = parley_buffer_resize(&s->run->memory, &elements, size, err) &&
              parley_buffer_resize(&s->run->memory, &others, size, err);
  if (done && rows > 0) {
    parley_bucket all = {(uint64_t *)(void *)elements.data, (uint64_t *)(void *)others.data, rows, 0, 0, false};
    done = sort_many(s, all, as_they_are, err);
  }
  parley_buffer_free(&s->run->memory, &elements);
  parley_buffer_free(&s->run->memory, &others);
  return done;
}

bool parley_sort_texts(parley_run *run, int64_t rows, const parley_sort_text_list *texts, int64_t offset,
                       int64_t count, int32_t *order, parley_error *err) {
  parley_sorter s = {.run = run, .texts = texts->of, .by = texts->by, .descending = texts->descending,
                     .ties = texts->ties, .offset = offset, .count = count, .order = order};
  bool as_they_are = false;
  return sort_all(&s, rows, &as_they_are, err);
}

/* s.texts NULL chooses fields in every function below. */
bool parley_sort_fields(parley_run *run, int64_t rows, const parley_sort_field_list *fields, int64_t offset,
                        parley_rows *out, bool *as_they_are, parley_error *err) {
  parley_sorter s = {.run = run, .fields = fields->fields, .field_count = fields->count, .bits = fields->bits,
                     .offset = offset, .count = out->count, .order = out->row};
  *as_they_are = false;
  return sort_all(&s, rows, as_they_are, err);
}
