/* A JSON text as it is being read: the record at hand, the columns seen so far, and where the reading stands. */
#ifndef PARLEY_TEXT_JSON_STATE_H
#define PARLEY_TEXT_JSON_STATE_H

#include "text/input.h"
#include "text/json_columns.h"
#include "text/json_syntax.h"

typedef enum parley_json_form {
  PARLEY_JSON_ANY_FORM,
  PARLEY_JSON_LIST,
  PARLEY_JSON_LINES,
  PARLEY_JSON_OBJECT /* one object, over several lines */
} parley_json_form;

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
  const parley_error *problem; /* NULL: it is sound; else what is wrong, and the place: */
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
  parley_error problem; /* of the record, where it has one */
} parley_json;

#endif
