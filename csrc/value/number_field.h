/*
** Numbers as a source writes them: with a decimal comma or thousands marks where the user says so, infinite, or with
** digits that a double would lose.
**
** W1  Where a decimal mark or a thousands mark is stated, a numeral has these and no others; thousands stand in groups
**     of three. One kind of blank is as good as another.
** W2  A label is written like a number and is none: 0e12 and 12E5, which have neither point nor signed exponent, and
**     1.10 beside 1.1 (value/type_inference.h), whose digits a number would lose.
** W3  A whole number with a fraction of zeros, 5.0, is exact or no number.
*/
#ifndef PARLEY_VALUE_NUMBER_FIELD_H
#define PARLEY_VALUE_NUMBER_FIELD_H

#include "value/numeral.h"

/* How the user says that numbers are written. All zero: nothing. */
typedef struct parley_number_style {
  char decimal;      /* '.' or ','; 0: a point, as nothing is stated */
  char thousands[4]; /* one character, terminated; "": none */
} parley_number_style;

/* Room for a numeral that has to be written anew. */
typedef struct parley_number_room {
  char text[PARLEY_NUMERAL_LENGTH + 1];
} parley_number_room;

/* Whether the user says how numbers are written. */
static inline bool parley_number_has_style(const parley_number_style *style) {
  return style->decimal != '\0' || style->thousands[0] != '\0';
}

/* The numeral that a text means, with a point and without thousands: the text itself, or what is put into `room`.
   False: it is not written as stated. */
bool parley_number_plain(const parley_number_style *style, const char **text, size_t *length, parley_number_room *room);

/* Whether a text means an infinite number, as programs write it. */
bool parley_number_infinite(const char *text, size_t length, double *out);

/* Whether a numeral, scanned from `text`, is a label by its form. */
bool parley_number_is_label(const char *text, size_t length);

/* Whether a double would lose digits of a whole number. */
bool parley_number_loses_digits(const parley_numeral *numeral, const char *text, size_t length);

#endif
