/* Classes of texts, for sorting many: some texts of a sample split the others. */
#ifndef PARLEY_ENGINE_SORT_SPLITTERS_H
#define PARLEY_ENGINE_SORT_SPLITTERS_H

#include "base/run.h"
#include "engine/sort/sorted_texts.h"

enum { PARLEY_SPLITTER_WORDS = 6 };

/* Splitters [low, high) share a word and all before it; branches [from, to) have the next words, to is 0 at the end. */
typedef struct parley_splitter_branch {
  int32_t low, high, from, to;
} parley_splitter_branch;

typedef struct parley_splitters {
  int count, roots;                /* branches for the first words are those before `roots` */
  uint64_t *word;                  /* of each branch, ascending among those that belong together */
  parley_splitter_branch *branch;
  int32_t *depth;                  /* of each class: how many bytes its texts share at the beginning */
  parley_buffer buffer;
} parley_splitters;

/* From at least 4096 rows, some of which have a text. */
bool parley_splitters_make(parley_run *run, const parley_sort_text_list *texts, int64_t rows,
                           parley_splitters *splitters, parley_error *err);
void parley_splitters_free(parley_run *run, parley_splitters *splitters);

/* From 0 to 2 * count, in the order of the texts: 2 * i lies before splitter i, 2 * i + 1 begins like it. */
int parley_splitters_class(const parley_splitters *splitters, const unsigned char *bytes, int64_t at, int64_t left);

#endif
