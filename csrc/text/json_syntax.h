/*
** What is JSON (RFC 8259), and where a value ends in a text that need not be JSON.
**
** R1  The grammar to the letter: no comments, no trailing comma, no leading zero, no bare control character in a
**     string, white space of four kinds. Whether the bytes are UTF-8 is for the caller to ask (base/utf8.h).
** R2  Lists and objects are nested at most PARLEY_JSON_DEPTH deep; what is deeper is not JSON. No text makes the check
**     use more memory than another.
*/
#ifndef PARLEY_TEXT_JSON_SYNTAX_H
#define PARLEY_TEXT_JSON_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PARLEY_JSON_DEPTH = 2000 };

#define PARLEY_JSON_NOWHERE SIZE_MAX

typedef enum parley_json_kind {
  PARLEY_JSON_NULL,
  PARLEY_JSON_BOOLEAN, /* text is true or false */
  PARLEY_JSON_NUMBER,  /* text is as written */
  PARLEY_JSON_STRING,  /* text is what the string says */
  PARLEY_JSON_NESTED   /* a list or an object: text is its JSON, as written */
} parley_json_kind;

/* The kind of a value that begins with this byte; PARLEY_JSON_NUMBER for what begins none. */
parley_json_kind parley_json_kind_of(char first);

/* What a value is called that begins with this byte and is no object. */
const char *parley_json_kind_word(char first);

/* Whether the text is one JSON value, with or without white space around it. */
bool parley_json_valid(const char *text, size_t length);

static inline bool parley_json_is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* The byte after the string whose quote stands at `at`, or PARLEY_JSON_NOWHERE. */
size_t parley_json_end_of_string(const char *text, size_t end, size_t at);

/* The byte after a value in a list or an object: the comma or the bracket behind it; or PARLEY_JSON_NOWHERE. Looks for
   brackets outside of strings only: the value need not be JSON. */
size_t parley_json_end_of_value(const char *text, size_t end, size_t at);

#endif
