/*
** Records of a text, whatever its format: a row of cells under named columns. CSV and JSON look alike from here on.
** Knows no Lua.
**
** R1  Names of columns come from the first record of a CSV text, from the keys of JSON, or from the caller.
** R2  What is wrong with a record is said of that record; the next one is read (see text/csv.h, text/json.h).
** R3  How a column is read (missing codes, order of dates, type) is stated by name, before it is met.
** R4  On demand, cells are clean (see value/clean.h), and a cell without anything in it is missing.
** R5  Then, too, a record that says the names of the columns again is not sound.
**
** R6  In a sheet, what stands in quotes is a text or a day, and all else is what it is, as in JSON.
**
** Ownership: the caller owns the struct, which stays where it is while it is open, and gives back what it holds with
** parley_record_reader_close, also after a failure. The input stays the caller's, open and in place. Cells are valid
** until the next record is asked for.
*/
#ifndef PARLEY_TEXT_RECORD_READER_H
#define PARLEY_TEXT_RECORD_READER_H

#include "text/csv.h"
#include "value/field.h"
#include "text/json.h"
#include "value/type.h"

typedef struct parley_record_reader_options {
  bool json; /* JSON or JSON Lines, else CSV */
  bool sheet; /* CSV as text/xlsx_csv.h makes it: quotes tell texts from numbers */
  bool headless;      /* the first record of a CSV text is data */
  char delimiter;
  char quote;
  bool quotes_are_data;
  bool clean;         /* R4 and R5 hold */
  size_t limit;       /* bytes of the longest record; 0: as the reader has it */
  int64_t skip;       /* lines before the header of a CSV text, or its first record */
  const char *comment; /* what lines of CSV begin with that are no records; stays the caller's */
  size_t comment_length;
  bool lines;         /* JSON has an object a line */
  const char *path;   /* the keys that lead to the list of a JSON text; stays the caller's */
  size_t path_length;
} parley_record_reader_options;

typedef struct parley_record_cell {
  const char *text; /* NULL: missing, as it is not there at all */
  size_t length;
  parley_parse_origin origin;
} parley_record_cell;

/* What the caller states about a column. `name` NULL: about all columns that are not named. */
typedef struct parley_record_stated {
  const char *name;
  size_t length;
  parley_type type; /* PARLEY_ANY: nothing */
  parley_parse_rules reading;
} parley_record_stated;

typedef struct parley_record_reader {
  parley_record_cell *cells;
  int width;            /* columns; grows with the keys of JSON */
  int64_t number;       /* of the record, from 1; the header does not count */
  int64_t line; /* of its first byte, from 1 */
  const char *raw;
  size_t raw_length;
  bool sound; /* nothing is wrong with the record */
  bool stray_bytes;     /* the record is not in the encoding it should be in */
  /* the reader's own */
  parley_input *input;
  bool json_format, sheet, headless, pending;
  bool clean, repeats_header;
  char *cleaned; /* room for the cells of a record that were not clean */
  size_t cleaned_room, cleaned_used;
  char *header; /* what the header said, one field after another, each ended by NUL */
  char separator;       /* the delimiter that a line "sep=;" states; 0: there is none */
  parley_csv csv;
  parley_json json;
  int room;
  const parley_record_stated *stated; /* the caller's */
  int stated_count;
  const parley_record_stated **columns; /* what is stated about each */
} parley_record_reader;

/* Opens *records, which must be all zero, on an open input, and reads the header. `stated` stays the caller's, in
 * place. */
bool parley_record_reader_open(parley_record_reader *records, parley_input *input,
                               const parley_record_reader_options *options, const parley_record_stated *stated,
                               int stated_count, parley_error *err);

/* The field of the header, valid until the first record is asked for (CSV), or the key (JSON). */
parley_missing_code parley_record_reader_name(const parley_record_reader *records, int column);

/* Says what the columns are called where the text does not, or otherwise: what is stated is looked up again. */
bool parley_record_reader_rename(parley_record_reader *records, const parley_missing_code *names, int count,
                                 parley_error *err);

parley_record_next parley_record_reader_next(parley_record_reader *records, parley_error *err);

/* Tells the problem of the record, with its place. Always false, as parley_fail. */
bool parley_record_reader_explain(const parley_record_reader *records, parley_error *err);

/* Whether any byte so far was not in the encoding it should be in; err says where. */
bool parley_record_reader_faults(const parley_record_reader *records, parley_error *err);

/* What is stated about a column; never NULL. */
static inline const parley_record_stated *parley_record_reader_stated(const parley_record_reader *records, int column) {
  return records->columns[column];
}

/* Whether a cell is missing, by what is stated about its column. */
bool parley_record_reader_missing(const parley_record_reader *records, int column);

void parley_record_reader_close(parley_record_reader *records);

#endif
