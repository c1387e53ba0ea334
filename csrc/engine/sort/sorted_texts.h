/* Texts to be put in order: of a dictionary, or of the rows of a column. */
#ifndef PARLEY_ENGINE_SORT_SORTED_TEXTS_H
#define PARLEY_ENGINE_SORT_SORTED_TEXTS_H

#include "frame/frame.h"

typedef struct parley_sort_text_list {
  const parley_dictionary *of;
  const parley_column *by; /* the column whose rows have the texts; NULL: the entries themselves are the rows */
  bool descending;
  bool ties;               /* rows with the text of the row before come as ~row */
} parley_sort_text_list;

#endif
