/*
** CSV and TSV as a stream of records (RFC 4180): the fields of a record point into the bytes as they were read.
** Knows no Lua and no types.
**
** R1  A record ends with LF, CRLF, CR or the end of the text; inside quotes line breaks are data, kept as they are.
** R2  A quote opens only at the start of a field, and closes before a delimiter or a line break; inside, a quote is
**     doubled. Where quotes are data they mean nothing.
** R3  A line without any byte is no record, unless records have one field: then it is a record with a missing value.
** R4  What is wrong with one record is said of that record (its problem), and the next one is read. What cannot be
**     read on from ends the reading: a quote that is never closed, a record longer than the limit.
** R5  Memory grows with the longest record, never with the file.
**
** Ownership: the caller owns the struct and gives back what it holds with parley_csv_close, also after a failure.
** The input stays the caller's. Fields and raw bytes are valid until the next record is asked for.
*/
#ifndef PARLEY_TEXT_CSV_H
#define PARLEY_TEXT_CSV_H

#include "text/input.h"
#include "base/byte_scan.h"

enum { PARLEY_CSV_COLUMNS = 32768 };              /* fields of a record beyond these are counted, not kept */
enum { PARLEY_RECORD_LIMIT = 16 * 1024 * 1024 };  /* bytes of a record, unless stated otherwise */

/* All zero: comma, double quote, as many fields as the first record has. */
typedef struct parley_csv_options {
  char delimiter;       /* an ASCII character; 0: comma */
  char quote;           /* an ASCII character; 0: double quote */
  bool quotes_are_data;
  bool any_bytes;       /* do not look whether the text is UTF-8 */
  int width;            /* fields in each record */
  size_t limit;         /* bytes of the longest record */
  size_t buffer;        /* bytes to begin with */
  int64_t line;         /* number of the first line, for a piece of a text; 0: 1 */
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
  bool any_bytes;
  size_t limit;
  int64_t line;       /* of the next record */
  /* delimiters, quotes and line breaks of a stretch of the bytes at hand */
  uint32_t *found;             /* their positions, from `base` on */
  const uint32_t *next, *last; /* those still to come */
  size_t base, scanned;        /* the stretch: from, to */
  bool high;                   /* it has bytes beyond ASCII */
  /* the record that is being read */
  int64_t breaks;     /* line breaks inside quotes */
  bool any_doubled, any_high; /* some field has doubled quotes; some byte is beyond ASCII */
  size_t problem_at; /* position of the first problem in the window */
  size_t open_quote;  /* position of the quote that is open where the bytes end; SIZE_MAX: none */
  parley_csv_field *fields;
  int room; /* of `fields` */
  char *scratch;      /* fields whose doubled quotes are undone */
  size_t scratch_room;
} parley_csv;

/* Opens *csv, which must be all zero; options may be NULL. */
bool parley_csv_open(parley_csv *csv, parley_input *input, const parley_csv_options *options, parley_error *err);

/* The same on UTF-8 text in memory, which is not copied and stays the caller's, as does `name`. */
bool parley_csv_open_memory(parley_csv *csv, const char *name, const char *text, size_t length,
                            const parley_csv_options *options, parley_error *err);

/* Reads the next record into csv->record. */
parley_record_next parley_csv_next(parley_csv *csv, parley_error *err);

/* Words the problem of the record: file, line, place, what is wrong, a way out. Always false, as parley_fail. */
bool parley_csv_explain(const parley_csv *csv, parley_error *err);

void parley_csv_close(parley_csv *csv);

/* The first start of a record at or after `from`, or `length`; `quoted` says whether `from` lies inside quotes. */
size_t parley_csv_border(const parley_csv_options *options, const char *text, size_t length, size_t from, bool quoted);

#endif
