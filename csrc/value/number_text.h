/*
** Numbers as decimal digits, where two engines have to give the same ones.
**
** SQLite rounds a number that lies close to the middle between two decimals in ways of its own, which differ between its
** releases: only the library that is linked knows. So who brings it (sqlite/number_printer.h) says how numbers are
** printed, once for the process; without it the C library does.
*/
#ifndef PARLEY_VALUE_NUMBER_TEXT_H
#define PARLEY_VALUE_NUMBER_TEXT_H

#include <stddef.h>

enum { PARLEY_NUMBER_TEXT_ROOM = 80 };

/* Each writes a finite number into a room of PARLEY_NUMBER_TEXT_ROOM bytes, with a NUL, in no locale. */
typedef struct parley_number_printer {
  void (*fixed)(double value, int digits, char *out); /* |value| <= 2^52; 1 to 30 digits behind the point */
  void (*general)(double value, char *out);           /* 15 digits that count, a point or an exponent */
} parley_number_printer;

/* From now on numbers are printed so; `printer` has to last. May be called from any thread. */
void parley_number_text_use(const parley_number_printer *printer);

void parley_number_text_fixed(double value, int digits, char *out);
void parley_number_text_general(double value, char *out);

#endif
