/* What a JSON string says: its escapes undone. */
#ifndef PARLEY_TEXT_JSON_STRING_H
#define PARLEY_TEXT_JSON_STRING_H

#include <stdbool.h>
#include <stddef.h>

typedef struct parley_json_string {
  const char *text; /* in the string itself where it has no escape, else in the room given */
  size_t length;
  size_t trouble;   /* where the escape begins that says nothing a text can hold */
  unsigned code;    /* the code it stands for: 0, or half of a surrogate pair */
} parley_json_string;

/* Reads from[0 .. length), what stands between the quotes of a string that is sound JSON; `room` takes `length` bytes.
   False: there is trouble. */
bool parley_json_unescape(const char *from, size_t length, char *room, parley_json_string *out);

#endif
