/* The list of records that lies inside a JSON object, as services give it: {"status": 200, "data": [{…}, …]}. */
#ifndef PARLEY_TEXT_JSON_LIST_H
#define PARLEY_TEXT_JSON_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "text/json_syntax.h"

typedef enum parley_json_search {
  PARLEY_JSON_LIST_FOUND,
  PARLEY_JSON_LIST_BEYOND, /* what is at hand does not tell */
  PARLEY_JSON_LIST_NONE
} parley_json_search;

/* Finds the '[' of the list at `path`, keys with points between them, in a text that begins with the object; `depth` is
   the number of objects around it. */
parley_json_search parley_json_find_list(const char *text, size_t length, const char *path, size_t path_length,
                                         size_t *at, int *depth);

/* FOUND: the object that begins the text goes on behind its first line, which is no JSON, and no object begins the
   next. */
parley_json_search parley_json_goes_on(const char *text, size_t length);

/* The path of the first list of objects in a whole object, or in an object in it; or of an empty list under a name that
   services give their records. False: there is none. */
bool parley_json_offer_list(const char *text, size_t length, char *path, size_t size, bool *is_empty);

/* Whether a text is JSON from its start to a value, or from behind it to its end, `depth` objects being open there. */
bool parley_json_opens(const char *text, size_t length, int depth);
bool parley_json_closes(const char *text, size_t length, int depth);

#endif
