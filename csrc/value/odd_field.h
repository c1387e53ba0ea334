/* What is odd about a field that is neither a number nor a date: the name of a reason of parley.base.messages.reasons,
   where its words are. */
#ifndef PARLEY_VALUE_ODD_FIELD_H
#define PARLEY_VALUE_ODD_FIELD_H

#include "value/field.h"

/* "leading_zero". NULL: it is plainly a text. */
const char *parley_odd_field_reason(const parley_parse_rules *how, const char *text, size_t length);

/* "12.000": a point between thousands, or a fraction of nothing. After "0", or more than three digits, it is no
 * thousand. */
bool parley_odd_field_has_thousands_point(const char *text, size_t length);

/* Its name for an integer: there is nothing odd about one but the values before it. */
extern const char parley_odd_field_unlike_integer[];

/* Whether a reason is that the values before are of another type: nothing that a stated type minds. */
bool parley_odd_field_is_unlike(const char *reason);

#endif
