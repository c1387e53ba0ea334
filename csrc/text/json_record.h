/*
** A record of JSON cut into members: its keys become columns and its values members, or its problem is told with its
** place.
*/
#ifndef PARLEY_TEXT_JSON_RECORD_H
#define PARLEY_TEXT_JSON_RECORD_H

#include "text/json_state.h"

/* Makes members of the raw bytes of json->record, or finds its problem. False only where the reading has failed: lack
   of memory, too many keys; a problem leaves a record without members. Members point into the record and the scratch of
   `json`, until the next one. */
bool parley_json_cut(parley_json *json, parley_error *err);

/* The place in its line of the byte at `at`, where the text begins at place `first` of one. Bytes, not characters:
   editors that count bytes find the place. */
int64_t parley_json_byte_in_line(const char *text, size_t at, int64_t first);

/* Where text[start..until) ends without the white space behind it. */
size_t parley_json_trim(const char *text, size_t start, size_t until);

#endif
