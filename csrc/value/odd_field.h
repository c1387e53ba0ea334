/* What is odd about a field that is neither a number nor a date, in words. */
#ifndef PARLEY_VALUE_ODD_FIELD_H
#define PARLEY_VALUE_ODD_FIELD_H

#include "value/field.h"

/* Goes on "line 17 …": "has a leading zero". NULL: it is plainly a text. */
const char *parley_odd_field_reason(const parley_parse_rules *how, const char *text, size_t length);

/* "12.000": a point between thousands, or a fraction of nothing. After "0", or more than three digits, it is no
 * thousand. */
bool parley_odd_field_has_thousands_point(const char *text, size_t length);

/* Its words for an integer: there is nothing odd about one but the values before it. */
extern const char parley_odd_field_unlike_integer[];

#endif
