/* Texts in classes. Some rows' texts, a sample, are put in order; every so many of them is a splitter. The class of a
 * text is its place among the splitters, found word by word in a tree: its first eight bytes choose a branch, the next
 * eight a branch of that one. What two neighbouring splitters share, all texts between them share.
 */
#include "engine/sort/splitters.h"

#include <stdlib.h>

#include "engine/sort/normalized_key.h"

/* 48 bytes of a text */
enum { WORDS = PARLEY_SPLITTER_WORDS, MOST = 8192, LEAST = 32, ROWS_PER_SPLITTER = 1024, SAMPLES_PER_SPLITTER = 4 };

typedef struct sample {
  uint64_t word[WORDS];
} sample;

/* Unsigned words of bytes in order: as the texts compare. */
static int compare_samples(const void *a, const void *b) {
  const sample *x = a, *y = b;
  for (int i = 0; i < WORDS; i++) {
    if (x->word[i] != y->word[i]) return x->word[i] < y->word[i] ? -1 : 1;
  }
  return 0;
}

/* Samples of texts that are there, in order. Rows are picked at a fixed stride with an offset that moves, so that a
   pattern of the data is not hit; the same rows every time. */
static int take_samples(const parley_sort_text_list *texts, int64_t rows, int wanted, sample *out) {
  const parley_dictionary *of = texts->of;
  int taken = 0;
  for (int i = 0; i < wanted; i++) {
    int64_t row = i * (rows / wanted) + i % (rows / wanted);
    if (texts->by != NULL && !parley_column_has(texts->by, row)) continue;
    int64_t entry = texts->by == NULL ? row : parley_column_codes(texts->by)[row];
    const int64_t *offset = parley_dictionary_offsets(of) + entry;
    for (int k = 0; k < WORDS; k++) {
      out[taken].word[k] = parley_word_of_text(of->bytes.data, offset[0] + 8 * k, offset[1] - offset[0] - 8 * k);
    }
    taken++;
  }
  qsort(out, (size_t)taken, sizeof *out, compare_samples);
  return taken;
}

/* How many bytes at the beginning are the same in both, and none of them NUL, which may stand for the text's end. A
   text of 48 equal bytes shares no more than that, as far as is known here. */
static int shared_bytes(const sample *a, const sample *b) {
  for (int i = 0; i < WORDS * 8; i++) {
    int shift = 56 - 8 * (i % 8);
    unsigned char byte = (unsigned char)(a->word[i / 8] >> shift);
    if (byte == 0 || byte != (unsigned char)(b->word[i / 8] >> shift)) return i;
  }
  return WORDS * 8;
}

/* Different splitters, and the depth at which the texts of each class begin to differ. Moves them to the front.
   Equal samples make one splitter, whose class of equal beginnings gets all such texts. Class 0 and the last share
   nothing. */
static void choose_splitters(parley_splitters *s, sample *samples, int taken, int wanted) {
  for (int i = 0; i < wanted && taken > 0; i++) {
    const sample *chosen = &samples[(int64_t)i * taken / wanted];
    const sample *before = s->count == 0 ? NULL : &samples[s->count - 1];
    if (before != NULL && compare_samples(before, chosen) == 0) continue;
    s->depth[2 * s->count] = before == NULL ? 0 : shared_bytes(before, chosen);
    s->depth[2 * s->count + 1] = shared_bytes(chosen, chosen);
    samples[s->count++] = *chosen;
  }
  s->depth[2 * s->count] = 0;
}

/* The branches for the words at depth k of splitters [low, high), which share all words before: one for each
   different word, side by side. Their own branches come later in the array. Returns how many there are now.
   Recursion is six deep at most. Branches of one parent are side by side, so that they can be searched by halving. */
static int branch_out(parley_splitters *s, const sample *samples, int k, int low, int high, int made) {
  int first = made;
  for (int i = low; i < high; i++) {
    if (i > low && samples[i].word[k] == samples[i - 1].word[k]) {
      s->branch[made - 1].high = i + 1;
      continue;
    }
    s->word[made] = samples[i].word[k];
    s->branch[made++] = (parley_splitter_branch){.low = i, .high = i + 1};
  }
  for (int at = first, end = made; at < end && k + 1 < WORDS; at++) {
    int from = made;
    made = branch_out(s, samples, k + 1, s->branch[at].low, s->branch[at].high, made);
    s->branch[at].from = from;
    s->branch[at].to = s->branch[at].from;
    while (s->branch[at].to < made && s->branch[s->branch[at].to].high < s->branch[at].high) s->branch[at].to++;
    s->branch[at].to++;
  }
  return made;
}

/* One block for words, branches and depths, in order of alignment. */
bool parley_splitters_make(parley_run *run, const parley_sort_text_list *texts, int64_t rows,
                           parley_splitters *splitters, parley_error *err) {
  int wanted = rows / ROWS_PER_SPLITTER < MOST ? (int)(rows / ROWS_PER_SPLITTER) : MOST;
  if (wanted < LEAST) wanted = LEAST;
  size_t most = (size_t)wanted, branches = most * WORDS;
  size_t size = branches * (sizeof(uint64_t) + sizeof(parley_splitter_branch)) + (2 * most + 2) * sizeof(int32_t);
  parley_buffer buffer = {0};
  *splitters = (parley_splitters){0};
  bool done = parley_buffer_resize(&run->memory, &buffer, most * SAMPLES_PER_SPLITTER * sizeof(sample), err) &&
              parley_buffer_resize(&run->memory, &splitters->buffer, size, err);
  if (done) {
    sample *samples = (sample *)(void *)buffer.data;
    splitters->word = (uint64_t *)(void *)splitters->buffer.data;
    splitters->branch = (parley_splitter_branch *)(void *)(splitters->word + branches);
    splitters->depth = (int32_t *)(void *)(splitters->branch + branches);
    choose_splitters(splitters, samples, take_samples(texts, rows, wanted * SAMPLES_PER_SPLITTER, samples), wanted);
    branch_out(splitters, samples, 0, 0, splitters->count, 0);
    while (splitters->roots < splitters->count && splitters->branch[splitters->roots].high < splitters->count) {
      splitters->roots++;
    }
    splitters->roots++;
  }
  parley_buffer_free(&run->memory, &buffer);
  return done;
}

void parley_splitters_free(parley_run *run, parley_splitters *splitters) {
  parley_buffer_free(&run->memory, &splitters->buffer);
}

/* A binary search for each word, six at most; most texts need one. */
int parley_splitters_class(const parley_splitters *s, const unsigned char *bytes, int64_t at, int64_t left) {
  int from = 0, to = s->roots;
  if (s->count == 0) return 0;
  for (;; at += 8, left -= 8) {
    uint64_t word = parley_word_of_text(bytes, at, left);
    for (int count = to - from, half; count > 1; count -= half) {
      half = count / 2;
      from += (s->word[from + half - 1] < word) * half; /* without a branch, which would mostly be guessed wrong */
    }
    const parley_splitter_branch *branch = &s->branch[from];
    if (s->word[from] < word) return 2 * branch->high;
    if (s->word[from] > word) return 2 * branch->low;
    if (branch->to == 0) return 2 * branch->low + 1;
    from = branch->from;
    to = branch->to;
  }
}
