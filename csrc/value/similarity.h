/*
** How alike two words are, for names that are in plain letters already; similar() of expressions folds its texts first.
*/
#ifndef PARLEY_VALUE_SIMILARITY_H
#define PARLEY_VALUE_SIMILARITY_H

#include <stddef.h>

/* From 0 to 1, by Jaro and Winkler over the bytes of both, of each the first 256. */
double parley_text_similarity(const char *a, size_t a_length, const char *b, size_t b_length);

#endif
