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

#include "text/input.h"
#include "text/json_columns.h"
#include "text/json_syntax.h"

typedef enum parley_json_form {
  PARLEY_JSON_ANY_FORM,
  PARLEY_JSON_LIST,
  PARLEY_JSON_LINES,
  PARLEY_JSON_OBJECT /* one object, over several lines */
} parley_json_form;

/* All zero: a list when the text begins with '[', one object when its first line does not end it, else JSON Lines. */
typedef struct parley_json_options {
  parley_json_form form;
  bool lines;         /* an object has a line, so one over several lines is none */
  const char *path;   /* the keys that lead to the list, with points; stays the caller's. "" takes one object as it is */
  size_t path_length;
  size_t limit;  /* bytes of the longest record */
  size_t buffer; /* bytes to begin with */
} parley_json_options;

typedef struct parley_json_member {
  const char *text; /* not terminated */
  size_t length;
  int column;       /* from 0 */
  parley_json_kind kind;
} parley_json_member;

typedef struct parley_json_record {
  const parley_json_member *members;
  int count;
  int64_t line, byte; /* of its first byte, from 1; the byte in the line */
  int64_t offset;     /* in the text, from 0 */
  const char *raw;
  size_t raw_length;
  const char *problem;  /* NULL: it is sound; else words, and the place: */
  int64_t problem_line, problem_byte;
} parley_json_record;

typedef enum parley_json_state {
  PARLEY_JSON_START,
  PARLEY_JSON_FIRST,   /* after the '[' of a list */
  PARLEY_JSON_AFTER,   /* after a record of a list */
  PARLEY_JSON_ELEMENT, /* after a comma */
  PARLEY_JSON_OVER
} parley_json_state;

typedef struct parley_json {
  parley_json_record record;
  parley_input_faults faults; /* records that are not UTF-8 */
  parley_json_columns columns; /* seen so far */
  parley_json_form form;
  bool lines;
  const char *path;
  size_t path_length;
  int depth;          /* objects around the list */
  /* the reader's own */
  const char *name;
  parley_input_window window;
  size_t limit;
  int64_t line, byte; /* of what is not used up, from 1 */
  bool after_cr;      /* it comes after a CR */
  int64_t records;
  parley_json_state state;
  parley_json_member *members;
  int room;
  char *scratch; /* strings whose escapes are undone */
  size_t scratch_room, scratch_used;
  char words[160];
} parley_json;

/* Opens *json, which must be all zero; options may be NULL. */
bool parley_json_open(parley_json *json, parley_input *input, const parley_json_options *options, parley_error *err);

/* Whether there is nothing but white space in the text, before anything is read of it. */
bool parley_json_is_empty(parley_json *json, bool *empty, parley_error *err);

/* Reads the next record into json->record. */
parley_record_next parley_json_next(parley_json *json, parley_error *err);

/* Words the problem of the record: file, line, byte, what is wrong. Always false, as parley_fail. */
bool parley_json_explain(const parley_json *json, parley_error *err);

void parley_json_close(parley_json *json);

#endif
