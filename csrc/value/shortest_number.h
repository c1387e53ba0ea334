/*
** A number as the shortest text that reads back to it: what files, Frames of texts and previews write.
**
** N1  As few digits as read back, and a point or an exponent, so that it reads as a number again; inf,
**     -inf and nan are written so, and the zero keeps its sign. No locale has a say.
** N2  No NUL stands at the end: who needs one has room for it.
*/
#ifndef PARLEY_VALUE_SHORTEST_NUMBER_H
#define PARLEY_VALUE_SHORTEST_NUMBER_H

#include <stddef.h>
#include <stdint.h>

/* The longest is 24 bytes: sign, 17 digits, point, e-308. */
enum { PARLEY_NUMBER_TEXT_LENGTH = 40 };

/* Each gives the length of what it wrote. */
size_t parley_number_text_shortest(double value, char text[PARLEY_NUMBER_TEXT_LENGTH]);
size_t parley_number_text_integer(int64_t value, char text[PARLEY_NUMBER_TEXT_LENGTH]);

#endif
