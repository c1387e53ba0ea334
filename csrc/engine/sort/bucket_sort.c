/*
** A bucket is sorted in the cache by radix, or by insertion where it is short; rows whose chunks are the same get the
** next chunk and are sorted again. Elements never lose the order of their rows while they are moved, so the order is
** stable.
**
** Least significant digit first within the cache (Knuth 5.2.5): passes only over bits that differ.
*/
#include "engine/sort/bucket_sort.h"

enum {
  INSERTION_MOST = 32, /* below, clearing 256 counts costs more than insertion */
  TEXTS_MOST = 3,       /* texts that are compared without chunks */
  WIDE_LEAST = 16384,   /* from so many elements on, radix digits are wide */
  NARROW = 8, /* bits of a digit: 1 kB of counts */
  WIDE = 11, /* 8 kB of counts, one pass less */
  AHEAD = 32, /* texts asked for together */
  FETCH_MOST = 4096     /* so many texts may be asked for at a time */
};

/* Entry of the element's row, which may be missing: then its code is 0 and harmless to fetch. */
static inline int32_t text_of(const parley_sorter *s, uint64_t element) {
  return parley_sorter_text(s, parley_sorter_row(s, element));
}

/* Asks for what text_chunk will look at, a few rows ahead: first where the texts are, then the texts. */
static void fetch_texts(const parley_sorter *s, int64_t depth, const uint64_t *element, int64_t count) {
  const int64_t *offsets = parley_dictionary_offsets(s->texts);
  for (int64_t i = 0; i < count; i++) __builtin_prefetch(offsets + text_of(s, element[i]));
  for (int64_t i = 0; i < count; i++) {
    if (parley_sorter_has_text(s, parley_sorter_row(s, element[i]))) {
      __builtin_prefetch(s->texts->bytes.data + offsets[text_of(s, element[i])] + depth);
    }
  }
}

/* Waiting for memory is most of the work of sorting texts, which is why it is asked for ahead. */
static void fill_texts(const parley_sorter *s, int64_t depth, uint64_t *element, int64_t count) {
  for (int64_t at = 0; at < count; at += AHEAD) {
    int64_t most = count - at < AHEAD ? count - at : AHEAD;
    fetch_texts(s, depth, element + at, most);
    for (int64_t i = at; i < at + most; i++) {
      int64_t row = parley_sorter_row(s, element[i]);
      element[i] = parley_sorter_text_chunk(s, row, depth) << s->row_bits | (uint64_t)row;
    }
  }
}

/* Fields add their bits one by one, each over all elements. */
void parley_sorter_fill(const parley_sorter *s, int64_t depth, uint64_t *element, int64_t count) {
  if (s->texts != NULL) {
    fill_texts(s, depth, element, count);
    return;
  }
  for (int64_t i = 0; i < count; i++) element[i] &= s->row_mask;
  for (int i = 0; i < s->field_count; i++) {
    parley_sort_field_fill(&s->fields[i], (int)depth, s->width, s->row_bits, s->row_mask, element, count);
  }
}

/* ---- into the order ---- */

/* Only wanted places are written. Ties are told as ~row, from the second of equal ones on. */
void parley_sorter_emit(const parley_sorter *s, const uint64_t *element, int64_t count, int64_t place, bool same) {
  int64_t from = place < s->offset ? s->offset - place : 0, to = s->offset + s->count - place;
  if (to > count) to = count;
  int32_t *order = s->order;
  place -= s->offset;
  for (int64_t i = from; i < to; i++) order[place + i] = (int32_t)(element[i] & s->row_mask);
  if (!same || !s->ties) return;
  for (int64_t i = from > 1 ? from : 1; i < to; i++) order[place + i] = ~order[place + i];
}

/* ---- few elements ---- */

/* All elements differ (by row), so order is total and stable. */
static void insert_elements(uint64_t *element, int64_t count) {
  for (int64_t i = 1; i < count; i++) {
    uint64_t moved = element[i];
    int64_t at = i;
    for (; at > 0 && element[at - 1] > moved; at--) element[at] = element[at - 1];
    element[at] = moved;
  }
}

/* By whole texts from `depth` on, without further chunks. Equal texts stay in the order they have: elements are in
   the order of rows before. */
static void insert_texts(const parley_sorter *s, parley_bucket part) {
  uint64_t *element = part.element;
  for (int64_t i = 1; i < part.count; i++) {
    uint64_t moved = element[i];
    int32_t text = text_of(s, moved);
    int64_t at = i;
    for (; at > 0; at--) {
      int order = parley_word_compare_texts(s->texts, text_of(s, element[at - 1]), text, (size_t)part.depth);
      if (s->descending ? order >= 0 : order <= 0) break;
      element[at] = element[at - 1];
    }
    element[at] = moved;
  }
  for (int64_t i = 0, end; i < part.count; i = end) {
    int32_t text = text_of(s, element[i]);
    end = i + 1;
    while (s->ties && end < part.count &&
           parley_word_compare_texts(s->texts, text_of(s, element[end]), text, (size_t)part.depth) == 0) {
      end++;
    }
    parley_sorter_emit(s, element + i, end - i, part.place + i, end - i > 1);
  }
}

/* ---- radix ---- */

/* Two sweeps: counts to places, then elements to places. */
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

/* Sorts by the bits of `different`, from the lowest; where the elements end up changes with the number of passes.
   Digits that all elements share are passed over. The result may be in either array; *part says which. */
static void radix_sort(parley_bucket *part, uint64_t different) {
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

/* ---- a bucket ---- */

/* Only neighbours can share a chunk once they are sorted. */
static bool has_twin(const parley_sorter *s, const parley_bucket *part, int64_t at) {
  uint64_t chunk = parley_sorter_chunk(s, part->element[at]);
  return (at > 0 && parley_sorter_chunk(s, part->element[at - 1]) == chunk) ||
         (at + 1 < part->count && parley_sorter_chunk(s, part->element[at + 1]) == chunk);
}

/* Asks for the texts that will be looked at again, as far as the cache has room for them. Only for buckets that
   fit the cache, or what is fetched is gone before it is used. */
static void fetch_twins(const parley_sorter *s, const parley_bucket *part) {
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

static int64_t run_end(const parley_sorter *s, const parley_bucket *part, int64_t from) {
  uint64_t chunk = parley_sorter_chunk(s, part->element[from]);
  int64_t end = from + 1;
  while (end < part->count && parley_sorter_chunk(s, part->element[end]) == chunk) end++;
  return end;
}

/* The sorted bucket is cut into runs of one chunk. All but the longest that goes on are finished, that one is left
   to the caller, so that calls do not nest deep. False when there is none. Two sweeps, first for the longest. Each
   nested call has at most half of the elements: depth is logarithmic. */
static bool finish_runs(const parley_sorter *s, const parley_bucket *part, parley_bucket *longest) {
  int64_t kept = 0, kept_count = 1; /* a run of one element is finished at once */
  for (int64_t from = 0, end; from < part->count; from = end) {
    end = run_end(s, part, from);
    if (end - from > kept_count && parley_sorter_goes_on(s, part->depth, parley_sorter_chunk(s, part->element[from]))) {
      kept = from;
      kept_count = end - from;
    }
  }
  for (int64_t from = 0, end; from < part->count; from = end) {
    end = run_end(s, part, from);
    if (kept_count > 1 && from == kept) continue;
    bool more = end - from > 1 && parley_sorter_goes_on(s, part->depth, parley_sorter_chunk(s, part->element[from]));
    if (more) parley_bucket_sort(s, parley_bucket_part(part, from, end - from, part->depth + parley_sorter_step(s)));
    else parley_sorter_emit(s, part->element + from, end - from, part->place + from, end - from > 1);
  }
  if (kept_count > 1) *longest = parley_bucket_part(part, kept, kept_count, part->depth + parley_sorter_step(s));
  return kept_count > 1;
}

/* Ends: each turn either emits, returns, or goes deeper into texts or fields, which end. */
void parley_bucket_sort(const parley_sorter *s, parley_bucket part) {
  for (bool more = true; more; part.filled = false) {
    if (!parley_sorter_wanted(s, part.place, part.count)) return;
    if (s->texts != NULL && !part.filled && part.count <= TEXTS_MOST) {
      insert_texts(s, part);
      return;
    }
    if (!part.filled) parley_sorter_fill(s, part.depth, part.element, part.count);
    uint64_t first = part.element[0];
    uint64_t different = parley_sorter_differences(part.element, part.count, first) & ~s->row_mask;
    bool deeper = s->texts != NULL || parley_sorter_goes_on(s, part.depth, 0);
    if (different != 0 && part.count <= INSERTION_MOST) insert_elements(part.element, part.count);
    else radix_sort(&part, different);
    if (different == 0 && parley_sorter_goes_on(s, part.depth, parley_sorter_chunk(s, first))) {
      part.depth += parley_sorter_step(s);
    } else if (!deeper || different == 0) {
      parley_sorter_emit(s, part.element, part.count, part.place, different == 0);
      return;
    } else {
      if (s->texts != NULL) fetch_twins(s, &part);
      more = finish_runs(s, &part, &part);
    }
  }
}
