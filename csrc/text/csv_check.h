/*
** A record of CSV and the state of its reader (text/csv.h): once the fields are found, is the record in order, and what
** is wrong with it?
*/
#ifndef PARLEY_TEXT_CSV_CHECK_H
#define PARLEY_TEXT_CSV_CHECK_H

#include "base/byte_scan.h"
#include "text/input.h"

enum { PARLEY_CSV_COLUMNS = 32768 };              /* fields of a record beyond these are counted, not kept */
/* All zero: comma, double quote, as many fields as the first record has. */
typedef struct parley_csv_options {
  char delimiter;       /* an ASCII character; 0: comma */
  char quote;           /* an ASCII character; 0: double quote */
  bool quotes_are_data;
  bool any_bytes;       /* do not look whether the text is UTF-8 */
  bool rows;            /* lines are rows of a sheet: a blank one is no record, breaks inside quotes count none */
  int width;            /* fields in each record */
  size_t limit;         /* bytes of the longest record */
  size_t buffer;        /* bytes to begin with */
  int64_t line;         /* number of the first line, for a piece of a text; 0: 1 */
  const char *comment;  /* what lines begin with that are no records; stays the caller's */
  size_t comment_length; /* 0: there are none */
} parley_csv_options;

typedef struct parley_csv_field {
  const char *text; /* not terminated; quotes taken off, doubled ones undone */
  uint32_t length;
  bool quoted;      /* an empty field without quotes is a missing value, one with quotes is a text */
  bool doubled;     /* had quotes inside */
} parley_csv_field;

typedef enum parley_csv_problem {
  PARLEY_CSV_SOUND,
  PARLEY_CSV_STRAY_QUOTE, /* a quote in a field that does not begin with one; it is taken as data */
  PARLEY_CSV_AFTER_QUOTE, /* more after the closing quote; the field is given as it stands */
  PARLEY_CSV_WIDTH,       /* too few or too many fields */
  PARLEY_CSV_NOT_UTF8
} parley_csv_problem;

typedef struct parley_csv_record {
  const parley_csv_field *fields;
  int count;
  int64_t line;    /* of its first byte, from 1 */
  int64_t offset;  /* of its first byte in the text, from 0 */
  const char *raw; /* the bytes as they were read, without the line break that ends them */
  size_t raw_length;
  parley_csv_problem problem; /* the first one, and its place: */
  int64_t problem_line, problem_byte; /* byte in the line, from 1 */
  int problem_field;                  /* from 1 */
} parley_csv_record;

typedef struct parley_csv {
  parley_csv_record record;
  parley_input_faults faults; /* fields that are not UTF-8 */
  int width;
  int64_t blank_lines;  /* left out so far */
  /* the reader's own */
  const char *name;
  parley_input_window window;
  char delimiter;
  int quote; /* -1: quotes are data */
  parley_scan_set set;
  bool any_bytes, rows;
  const char *comment;
  size_t comment_length;
  size_t limit;
  int64_t line;       /* of the next record */
  /* delimiters, quotes and line breaks of a stretch of the bytes at hand */
  uint32_t *found;             /* their positions, from `base` on */
  const uint32_t *next, *last; /* those still to come */
  size_t base, scanned;        /* the stretch: from, to */
  bool high;                   /* it has bytes beyond ASCII */
  /* the record that is being read */
  int64_t breaks;     /* line breaks inside quotes */
  bool any_doubled, any_high;
  size_t problem_at;
  size_t open_quote;  /* position of the quote that is open where the bytes end; SIZE_MAX: none */
  parley_csv_field *fields;
  int room;
  char *scratch;      /* fields whose doubled quotes are undone */
  size_t scratch_room;
} parley_csv;

/* Notes the place of the record's problem: `at` in its raw bytes. Lines and bytes are counted only for that. */
void parley_csv_place_problem(parley_csv_record *record, size_t at);

/* Looks at width and bytes of csv->record, and undoes doubled quotes. False: the reading has failed. */
bool parley_csv_finish_record(parley_csv *csv, parley_error *err);

/* Tells the problem of the record, with its place. Always false, as parley_fail. */
bool parley_csv_explain(const parley_csv *csv, parley_error *err);

#endif
