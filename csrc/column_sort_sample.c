/* Texts in classes. Some rows' texts, a sample, are put in order; every so many of them is a splitter. The class of a
 * text is its place among the splitters, found word by word: the eight bytes at one depth choose among the splitters
 * that share all bytes before. What two neighbouring splitters share, all texts between them share.
 */
#include "column_sort.h"

#include <stdlib.h>

enum { WORDS = PARLEY_SPLITTER_WORDS, MOST = 2048, LEAST = 32, ROWS_PER_SPLITTER = 1024, SAMPLES_PER_SPLITTER = 4 };

typedef struct sample {
  uint64_t word[WORDS];
} sample;

static int compare_samples(const void *a, const void *b) {
  const sample *x = a, *y = b;
  for (int i = 0; i < WORDS; i++) {
    if (x->word[i] != y->word[i]) return x->word[i] < y->word[i] ? -1 : 1;
  }
  return 0;
}

/* Samples of texts that are there, in order. */
static int take_samples(const parley_text_order *texts, int64_t rows, int wanted, sample *out) {
  const parley_dictionary *of = texts->of;
  int taken = 0;
  for (int i = 0; i < wanted; i++) {
    int64_t row = i * (rows / wanted) + i % (rows / wanted);
    if (texts->by != NULL && !parley_column_has(texts->by, row)) continue;
    const int64_t *offset = parley_dictionary_offsets(of) + (texts->by == NULL ? row : parley_column_codes(texts->by)[row]);
    for (int k = 0; k < WORDS; k++) {
      out[taken].word[k] = parley_text_word(of->bytes.data, offset[0] + 8 * k, offset[1] - offset[0] - 8 * k);
    }
    taken++;
  }
  qsort(out, (size_t)taken, sizeof *out, compare_samples);
  return taken;
}

/* How many bytes at the beginning are the same in both, and none of them NUL, which may stand for the text's end. */
static int shared_bytes(const sample *a, const sample *b) {
  for (int i = 0; i < WORDS * 8; i++) {
    int shift = 56 - 8 * (i % 8);
    unsigned char byte = (unsigned char)(a->word[i / 8] >> shift);
    if (byte == 0 || byte != (unsigned char)(b->word[i / 8] >> shift)) return i;
  }
  return WORDS * 8;
}

/* Different splitters from the samples, and the depth at which the texts of each class begin to differ. */
static void choose_splitters(parley_splitters *s, const sample *samples, int taken, int wanted) {
  const sample *before = NULL;
  for (int i = 0; i < wanted && taken > 0; i++) {
    const sample *chosen = &samples[(int64_t)i * taken / wanted];
    if (before != NULL && compare_samples(before, chosen) == 0) continue;
    for (int k = 0; k < WORDS; k++) s->word[k][s->count] = chosen->word[k];
    s->depth[2 * s->count] = before == NULL ? 0 : shared_bytes(before, chosen);
    s->depth[2 * s->count + 1] = shared_bytes(chosen, chosen);
    s->count++;
    before = chosen;
  }
  s->depth[2 * s->count] = 0;
}

/* Where the splitters that share the word and all before it end. */
static void find_ends(parley_splitters *s) {
  for (int k = 0; k < WORDS; k++) {
    for (int i = s->count - 1; i >= 0; i--) {
      bool same = i + 1 < s->count;
      for (int j = 0; same && j <= k; j++) same = s->word[j][i] == s->word[j][i + 1];
      s->end[k][i] = same ? s->end[k][i + 1] : i + 1;
    }
  }
}

bool parley_splitters_make(parley_run *run, const parley_text_order *texts, int64_t rows, parley_splitters *splitters,
                           parley_error *err) {
  int wanted = rows / ROWS_PER_SPLITTER < MOST ? (int)(rows / ROWS_PER_SPLITTER) : MOST;
  if (wanted < LEAST) wanted = LEAST;
  size_t most = (size_t)wanted, size = most * WORDS * (sizeof(uint64_t) + sizeof(int32_t)) + (2 * most + 2) * sizeof(int32_t);
  parley_buffer buffer = {0};
  *splitters = (parley_splitters){0};
  bool done = parley_buffer_resize(&run->memory, &buffer, most * SAMPLES_PER_SPLITTER * sizeof(sample), err) &&
              parley_buffer_resize(&run->memory, &splitters->buffer, size, err);
  if (done) {
    sample *samples = (sample *)(void *)buffer.data;
    uint64_t *words = (uint64_t *)(void *)splitters->buffer.data;
    int32_t *numbers = (int32_t *)(void *)(words + most * WORDS);
    for (int k = 0; k < WORDS; k++) {
      splitters->word[k] = words + most * (size_t)k;
      splitters->end[k] = numbers + most * (size_t)k;
    }
    splitters->depth = numbers + most * WORDS;
    choose_splitters(splitters, samples, take_samples(texts, rows, wanted * SAMPLES_PER_SPLITTER, samples), wanted);
    find_ends(splitters);
  }
  parley_buffer_free(&run->memory, &buffer);
  return done;
}

void parley_splitters_free(parley_run *run, parley_splitters *splitters) {
  parley_buffer_free(&run->memory, &splitters->buffer);
}

int parley_splitters_class(const parley_splitters *s, const unsigned char *bytes, int64_t at, int64_t left) {
  int low = 0, high = s->count;
  if (high == 0) return 0;
  for (int k = 0; k < WORDS; k++, at += 8, left -= 8) {
    uint64_t word = parley_text_word(bytes, at, left);
    const uint64_t *splitter = s->word[k];
    for (int count = high - low; count > 1; count -= count / 2) low += splitter[low + count / 2 - 1] < word ? count / 2 : 0;
    if (splitter[low] < word) return 2 * low + 2;
    if (splitter[low] > word) return 2 * low;
    high = s->end[k][low];
  }
  return 2 * low + 1;
}
