/*
** JSON as a stream of records: a list of objects, or JSON Lines, one object a line. Each object is a record; its
** members come with the number of their column, which is that of their key in order of appearance. Knows no Lua and no
** types.
**
** The syntax (text/json_syntax.h) says what is JSON; this reader finds where records end, and cuts at their commas
** those that are. So a number keeps the digits it was written with, and a nested value its text.
**
** R1  What is wrong with one record is said of that record (its problem), and the next one is read. A list that is
**     not closed, text after it, or a record longer than the limit end the reading.
** R2  A record is an object. A key that stands twice in it, a NUL, half of a surrogate pair or bytes that are not
**     UTF-8 are problems: nothing is dropped silently.
** R3  Memory grows with the longest record, never with the file.
** R4  One object that holds a list of objects is refused with the path to that list, unless a path, even "", is given.
**     What surrounds the list at a path has to be JSON, and is no longer than a record may be.
**
** Ownership: the caller owns the struct and gives back what it holds with parley_json_close, also after a failure. The
** input stays the caller's. Members and raw bytes are valid until the next record is asked for; names of columns until
** closing.
*/
#ifndef PARLEY_TEXT_JSON_H
#define PARLEY_TEXT_JSON_H

#include "text/json_state.h"

/* All zero: a list when the text begins with '[', one object when its first line does not end it, else JSON Lines. */
typedef struct parley_json_options {
  parley_json_form form;
  bool lines;         /* an object has a line, so one over several lines is none */
  const char *path;   /* keys that lead to the list, with points; stays the caller's. "" takes one object as it is */
  size_t path_length;
  size_t limit;  /* bytes of the longest record */
  size_t buffer; /* bytes to begin with */
} parley_json_options;

/* Opens *json, which must be all zero; options may be NULL. */
bool parley_json_open(parley_json *json, parley_input *input, const parley_json_options *options, parley_error *err);

/* Whether there is nothing but white space in the text, before anything is read of it. */
bool parley_json_is_empty(parley_json *json, bool *empty, parley_error *err);

/* Reads the next record into json->record. */
parley_record_next parley_json_next(parley_json *json, parley_error *err);

/* Tells the problem of the record, with its place. Always false, as parley_fail. */
bool parley_json_explain(const parley_json *json, parley_error *err);

void parley_json_close(parley_json *json);

#endif
