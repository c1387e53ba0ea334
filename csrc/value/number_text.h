/*
** Numbers as decimal digits, where two engines have to give the same ones.
**
** SQLite rounds a number that lies close to the middle between two decimals in ways of its own, and reads decimals not
** always as the nearest double; both differ between its releases: only the library that is linked knows. So who brings
** it (sqlite/number_printer.h) says how numbers are rounded and printed, once for the process; without it the C library
** does.
*/
#ifndef PARLEY_VALUE_NUMBER_TEXT_H
#define PARLEY_VALUE_NUMBER_TEXT_H

#include <stdbool.h>
#include <stddef.h>

enum { PARLEY_NUMBER_TEXT_ROOM = 80 };

typedef struct parley_number_printer {
  /* The number that `digits` decimals behind the point leave of a value; false where there is no memory for it. */
  bool (*round)(double value, int digits, double *out);
  /* Writes a finite number into a room of PARLEY_NUMBER_TEXT_ROOM bytes, with a NUL, in no locale: 15 digits that
     count, a point or an exponent. */
  void (*general)(double value, char *out);
} parley_number_printer;

/* From now on numbers are printed so; `printer` has to last. May be called from any thread. */
void parley_number_text_use(const parley_number_printer *printer);

/* |value| <= 2^52; 1 to 30 digits. */
double parley_number_round(double value, int digits);

void parley_number_text_general(double value, char *out);

/* The decimal point of a locale, in whatever bytes, becomes a point. Gives the length that is left. */
size_t parley_number_text_mend(char *text, size_t length);

#endif
