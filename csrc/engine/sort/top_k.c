/*
** The first few rows without sorting the others. Each row has a word, in the order of its first key; a worker keeps the
** rows whose word is not above its bound, and when it has many it sorts them and keeps the best: the worst of those is
** its new bound. A sample of the rows gives the first bound, so that rows that come in the worst possible order are no
** more work. Rows with the same word are compared key by key, and then by their numbers.
**
** Cost: one comparison of words a row while few are kept; a sort of room candidates each time a worker's room is full.
*/
#include "engine/sort/top_k.h"

#include <stdlib.h>
#include <string.h>

#include "base/merge_sort.h"
#include "base/threads.h"
#include "engine/sort/normalized_key.h"
#include "frame/packing.h"

/* rows of a part; rows whose words are made at a time; rows for the first bound; room beyond twice the count; rows
   for the prefix */
enum { GRAIN = 32768, BLOCK = 512, SAMPLE = 4096, SPARE = 1024, PREFIX_ROWS = 256 };

typedef struct candidate {
  uint64_t word;
  int32_t row;
} candidate;

/* What one worker keeps. Its bound counts as a row (the worst of the best) once it has sorted, as a word before. */
typedef struct keeper {
  candidate *rows, *scratch;
  int64_t count; /* of `rows` */
  uint64_t bound; /* no row with a higher word is among the first */
  int32_t bound_row; /* -1: rows with the word of the bound are kept */
  char apart[64];
} keeper;

typedef struct top {
  const parley_sort_key *keys;
  int key_count;
  int64_t count, room; /* wanted rows; candidates a worker keeps at most */
  const char *prefix;       /* what most texts of the first key begin with: their words are taken from behind it */
  size_t prefix_length;
  const uint64_t *of_entry; /* word of each dictionary entry of the first key, where there are few */
  keeper keepers[PARLEY_THREADS_MOST];
  parley_buffer room_buffer, entry_buffer;
} top;

/* ---- words of the first key ---- */

/* A text with another beginning than the prefix has the lowest or the highest word of all. Behind the common
   beginning, eight bytes tell far more texts apart ("https://www." is 12 bytes). */
static uint64_t text_word(const top *t, const parley_dictionary *dictionary, int32_t code) {
  const int64_t *offset = parley_dictionary_offsets(dictionary) + code;
  const unsigned char *bytes = dictionary->bytes.data;
  int64_t length = offset[1] - offset[0], skipped = (int64_t)t->prefix_length;
  if (skipped > 0) {
    int order = memcmp(bytes + offset[0], t->prefix, (size_t)(length < skipped ? length : skipped));
    if (order != 0) return order < 0 ? 0 : UINT64_MAX;
    if (length < skipped) return 0;
  }
  return parley_word_of_text(bytes, offset[0] + skipped, length - skipped);
}

/* The word of a dictionary entry of the first key, in its direction. Dates have their direction built in, as open
   sides come last both ways. */
static uint64_t entry_word(const top *t, int32_t code) {
  const parley_column *by = t->keys[0].by;
  bool descending = t->keys[0].descending;
  if (parley_column_layout(by) == PARLEY_LAYOUT_DATED) {
    return parley_word_of_days(parley_dictionary_days(&by->dictionary, code), descending);
  }
  uint64_t word = text_word(t, &by->dictionary, code);
  return descending ? ~word : word;
}

/* A missing value has the highest word; so may others, and then the comparison of the keys tells. All bits set for
   missing: the highest, and last. */
static uint64_t word_of(const top *t, int64_t row) {
  const parley_column *by = t->keys[0].by;
  uint64_t word;
  if (!parley_column_has(by, row)) return UINT64_MAX;
  switch (parley_column_layout(by)) {
    case PARLEY_LAYOUT_INTEGER: word = parley_word_of_integer(parley_integer_at(by, row)); break;
    case PARLEY_LAYOUT_NUMBER: word = parley_word_of_number(parley_number_at(by, row)); break;
    case PARLEY_LAYOUT_TRUTH: word = parley_bit(by->values.data, row); break;
    default: return entry_word(t, parley_code_at(by, row));
  }
  return t->keys[0].descending ? ~word : word;
}

/* Packed values are unpacked into the words and turned where they are. */
#define WORDS(name, type, word_from)                                                                      \
  static void name(const parley_column *by, int64_t at, int64_t count, uint64_t turn, uint64_t *words) {  \
    const unsigned char *values = parley_values(by, at, count, words);                                    \
    for (int64_t i = 0; i < count; i++) {                                                                 \
      type value;                                                                                         \
      memcpy(&value, values + (size_t)i * sizeof value, sizeof value);                                    \
      words[i] = word_from(value) ^ turn;                                                                 \
    }                                                                                                     \
  }

WORDS(integer_words, int64_t, parley_word_of_integer)
WORDS(number_words, double, parley_word_of_number)

/* A block at a time, in the cache; types without a loop of their own go row by row. */
static void block_words(const top *t, int64_t at, int64_t count, uint64_t *words) {
  const parley_column *by = t->keys[0].by;
  uint64_t turn = t->keys[0].descending ? UINT64_MAX : 0;
  bool missing = by->validity.data != NULL;
  if (t->of_entry != NULL && !missing) {
    for (int64_t i = 0; i < count; i++) words[i] = t->of_entry[parley_code_at(by, at + i)];
  } else if (parley_column_layout(by) == PARLEY_LAYOUT_INTEGER) {
    integer_words(by, at, count, turn, words);
  } else if (parley_column_layout(by) == PARLEY_LAYOUT_NUMBER) {
    number_words(by, at, count, turn, words);
  } else {
    for (int64_t i = 0; i < count; i++) words[i] = word_of(t, at + i);
    return;
  }
  for (int64_t i = 0; missing && i < count; i++) {
    if (!parley_bit(by->validity.data, at + i)) words[i] = UINT64_MAX;
  }
}

/* What the texts of some rows here and there have in common at the beginning. Of some rows only: texts that begin
   otherwise get the least or the greatest word, and are compared in full. */
static void find_prefix(top *t, int64_t rows) {
  const parley_column *by = t->keys[0].by;
  if (parley_column_layout(by) != PARLEY_LAYOUT_TEXT) return;
  for (int64_t i = 0; i < PREFIX_ROWS; i++) {
    int64_t row = rows / PREFIX_ROWS * i;
    size_t length, shared = 0;
    if (!parley_column_has(by, row)) continue;
    const char *text = parley_dictionary_text(&by->dictionary, parley_code_at(by, row), &length);
    if (t->prefix == NULL) {
      t->prefix = text;
      t->prefix_length = length;
    }
    while (shared < t->prefix_length && shared < length && text[shared] == t->prefix[shared]) shared++;
    t->prefix_length = shared;
  }
}

/* Where a dictionary is small, one look at each entry is less than one at each row's text. A quarter: a word is made
   for each entry, used or not. */
static bool make_entry_words(parley_run *run, top *t, int64_t rows, parley_error *err) {
  const parley_column *by = t->keys[0].by;
  if (!parley_column_is_coded(by) || by->dictionary.entries > rows / 4) return true;
  size_t entries = (size_t)by->dictionary.entries;
  if (!parley_buffer_resize(&run->memory, &t->entry_buffer, (entries + 1) * sizeof(uint64_t), err)) return false;
  uint64_t *words = (uint64_t *)(void *)t->entry_buffer.data;
  for (size_t i = 0; i < entries; i++) words[i] = entry_word(t, (int32_t)i);
  t->of_entry = words;
  return true;
}

/* ---- comparing rows ---- */

static int compare_words(uint64_t a, uint64_t b) { return a < b ? -1 : a > b; }

static int compare_texts(const parley_column *by, int32_t a, int32_t b) {
  int32_t code = parley_code_at(by, a), other = parley_code_at(by, b);
  return code == other ? 0 : parley_word_compare_texts(&by->dictionary, code, other, 0);
}

/* In the key's direction already. */
static uint64_t date_word(const parley_sort_key *key, int64_t row) {
  if (!parley_column_has(key->by, row)) return UINT64_MAX;
  int32_t code = parley_code_at(key->by, row);
  return parley_word_of_days(parley_dictionary_days(&key->by->dictionary, code), key->descending);
}

/* Missing is last whatever the direction: told before `order` is turned. */
static int compare_key(const parley_sort_key *key, int32_t a, int32_t b) {
  const parley_column *by = key->by;
  if (parley_column_layout(by) == PARLEY_LAYOUT_DATED) return compare_words(date_word(key, a), date_word(key, b));
  bool none = !parley_column_has(by, a), other_none = !parley_column_has(by, b);
  int order;
  if (none || other_none) return (int)none - (int)other_none;
  switch (parley_column_layout(by)) {
    case PARLEY_LAYOUT_INTEGER: {
      int64_t value = parley_integer_at(by, a), other = parley_integer_at(by, b);
      order = value < other ? -1 : value > other;
      break;
    }
    case PARLEY_LAYOUT_NUMBER:
      order = compare_words(parley_word_of_number(parley_number_at(by, a)),
                            parley_word_of_number(parley_number_at(by, b)));
      break;
    case PARLEY_LAYOUT_TRUTH:
      order = (int)parley_bit(by->values.data, a) - (int)parley_bit(by->values.data, b);
      break;
    default: order = compare_texts(by, a, b);
  }
  return key->descending ? -order : order;
}

/* Rows differ at the end, so the order is total, and the result the same for any number of threads. */
static int compare_rows(const top *t, candidate a, candidate b) {
  int order = compare_words(a.word, b.word);
  for (int i = 0; order == 0 && i < t->key_count; i++) order = compare_key(&t->keys[i], a.row, b.row);
  return order != 0 ? order : a.row < b.row ? -1 : a.row > b.row;
}

/* ---- candidates ---- */

static int candidate_order(const void *left, const void *right, const void *with) {
  return compare_rows(with, *(const candidate *)left, *(const candidate *)right);
}

/* Keeps the best; the worst of them is the bound. As few as are wanted are all kept, and the bound stays. */
static void prune(const top *t, keeper *k) {
  parley_merge_sort_in(k->scratch, k->rows, (size_t)k->count, sizeof *k->rows, candidate_order, t);
  if (k->count < t->count) return;
  k->count = t->count;
  k->bound = k->rows[k->count - 1].word;
  k->bound_row = k->rows[k->count - 1].row;
}

/* A worker's rows come in ascending order, so one that is equal in all keys to the bound is no better. room is more
   than twice count: pruning happens after at least count + SPARE new rows. */
static void keep(const top *t, keeper *k, uint64_t word, int32_t row) {
  candidate new = {word, row};
  if (word == k->bound && k->bound_row >= 0 && compare_rows(t, new, (candidate){k->bound, k->bound_row}) > 0) return;
  k->rows[k->count++] = new;
  if (k->count == t->room) prune(t, k);
}

/* The bound of a worker tightens as it goes; others' are not looked at, so there is nothing to lock. */
static bool scan_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  top *t = data;
  keeper *k = &t->keepers[worker];
  uint64_t words[BLOCK];
  for (int64_t at = from; at < to; at += BLOCK) {
    int64_t count = to - at < BLOCK ? to - at : BLOCK;
    block_words(t, at, count, words);
    for (int64_t i = 0; i < count; i++) {
      if (words[i] <= k->bound) keep(t, k, words[i], (int32_t)(at + i));
    }
  }
  (void)err;
  return true;
}

static int compare_sample(const void *a, const void *b) {
  return compare_words(*(const uint64_t *)a, *(const uint64_t *)b);
}

/* Of some rows here and there, so many have this word or a lower one; of all rows no fewer do. The word of rank
   `count` in a sample is an upper bound for that rank in all rows: each sampled row is one of them. */
static uint64_t first_bound(const top *t, int64_t rows) {
  uint64_t words[SAMPLE];
  if (rows < SAMPLE || t->count > SAMPLE / 2) return UINT64_MAX;
  int64_t stride = rows / SAMPLE;
  for (int64_t i = 0; i < SAMPLE; i++) words[i] = word_of(t, i * stride + i % stride);
  qsort(words, SAMPLE, sizeof *words, compare_sample);
  return words[t->count - 1];
}

/* ---- all of it ---- */

/* One block: candidates and as much scratch for each worker. */
static bool make_keepers(parley_run *run, top *t, int64_t rows, int workers, parley_error *err) {
  t->room = 2 * t->count + SPARE;
  size_t size = (size_t)t->room * (size_t)workers * 2 * sizeof(candidate);
  if (!parley_buffer_resize(&run->memory, &t->room_buffer, size, err)) return false;
  candidate *room = (candidate *)(void *)t->room_buffer.data;
  uint64_t bound = first_bound(t, rows);
  for (int i = 0; i < workers; i++, room += t->room * 2) {
    t->keepers[i] = (keeper){.rows = room, .scratch = room + t->room, .bound = bound, .bound_row = -1};
  }
  return true;
}

/* The best of each worker, then the best of those. room holds the best of two workers: each has at most count. */
static void collect(top *t, int workers, int32_t *order) {
  keeper *all = &t->keepers[0];
  prune(t, all);
  for (int i = 1; i < workers; i++) {
    keeper *other = &t->keepers[i];
    prune(t, other);
    memcpy(all->rows + all->count, other->rows, (size_t)other->count * sizeof *all->rows);
    all->count += other->count;
    prune(t, all);
  }
  for (int64_t i = 0; i < t->count; i++) order[i] = all->rows[i].row;
}

bool parley_sort_top(parley_run *run, int64_t rows, const parley_sort_key *keys, int key_count, int64_t count,
                     int32_t *order, parley_error *err) {
  top t = {.keys = keys, .key_count = key_count, .count = count};
  int workers = parley_threads_count(run, rows, GRAIN);
  find_prefix(&t, rows);
  bool done = make_entry_words(run, &t, rows, err) && make_keepers(run, &t, rows, workers, err) &&
              parley_threads_run(run, rows, GRAIN, scan_part, &t, err);
  if (done) collect(&t, workers, order);
  parley_buffer_free(&run->memory, &t.room_buffer);
  parley_buffer_free(&run->memory, &t.entry_buffer);
  return done;
}
