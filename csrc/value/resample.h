/*
** Sums over units that are drawn with replacement: what a bootstrap asks for a thousand times (B. Efron and
** R. J. Tibshirani, An Introduction to the Bootstrap, 1993).
**
** R1  Units that contribute the same share a row: they are drawn one by one and added up once a row.
** R2  A draw takes as many units as there are, each as likely as the others. It depends on its seed, its number and the
**     order of the rows alone, and is the same on every machine: splitmix64 (Steele, Lea and Flood, 2014), of which 32
**     bits become a place by multiplying. Places differ in likelihood by one part in 2^32 / units at most.
** R3  What a row contributes is added in its order, and rows in theirs, so that sums are the same to the last bit.
*/
#ifndef PARLEY_VALUE_RESAMPLE_H
#define PARLEY_VALUE_RESAMPLE_H

#include <stddef.h>
#include <stdint.h>

/* All belongs to the caller. Row i contributes weight[k] to the sum at[k], for k from from[i] up to from[i + 1]. */
typedef struct parley_resample {
  size_t units, rows, sums;
  uint32_t *row_of; /* of each unit */
  uint32_t *from;   /* of each row, and the end of the last */
  uint32_t *at;
  double *weight;
  uint32_t *counts; /* of each row: how often it was drawn */
  double *totals;   /* what a draw gives */
} parley_resample;

/* Draws units; number 0 takes each unit once. Leaves the sums in `totals`. */
void parley_resample_draw(parley_resample *r, uint64_t seed, uint64_t number);

#endif
