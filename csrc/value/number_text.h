/*
** Numbers as texts of 15 digits, where two engines have to give the same ones. SQLite's printer finds other last digits
** than the C library at times, and differs between its releases: only the library that is linked knows. So who brings
** it (sqlite/number_printer.h) says how numbers are printed, once for the process; without it the C library does.
*/
#ifndef PARLEY_VALUE_NUMBER_TEXT_H
#define PARLEY_VALUE_NUMBER_TEXT_H

#include <stddef.h>

enum { PARLEY_NUMBER_TEXT_ROOM = 80 };

/* Writes a finite number into a room of PARLEY_NUMBER_TEXT_ROOM bytes, with a NUL, in no locale: 15 digits that count,
   a point or an exponent. */
typedef void parley_number_printer(double value, char *out);

/* From now on numbers are printed so. May be called from any thread. */
void parley_number_text_use(parley_number_printer *printer);

void parley_number_text_general(double value, char *out);

/* The decimal point of a locale, in whatever bytes, becomes a point. Gives the length that is left. */
size_t parley_number_text_mend(char *text, size_t length);

#endif
