/*
** A field read as the type that the user or the codebook states.
**
** P1  Spaces around do no harm; nor do leading zeros and a plus sign before a number, and an integer may be 5.0;
**     or 5e3, as long as it is exact; not 5.000, which may be five thousand.
** P2  A whole number in JSON is the same text however it is written: 1.0 and 1e0 are '1'.
*/
#ifndef PARLEY_VALUE_PARSE_FIELD_H
#define PARLEY_VALUE_PARSE_FIELD_H

#include "base/error.h"
#include "value/field.h"
#include "value/type.h"

/* Reads a field as `type`. `day` holds the text of a date or of a JSON number where it differs from the field. False:
   it does not read so, and err says why (the reason "leading_zero"). */
bool parley_parse_field(const parley_parse_rules *how, parley_type type, const char *text, size_t length,
                        parley_parse_origin origin, parley_value *out, parley_date_text *day, parley_error *err);

#endif
