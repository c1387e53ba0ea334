/*
** Rows into a table, at the speed of the file: each record is read as the types of the table's columns, and handed on
** to a sink, which knows the table's store (sqlite/bulk_load.h, postgres/bulk_load.h). Knows no Lua.
**
** R1  A row is known by its key. One that is not there is added; one that differs is updated; one that is equal stays.
** R2  A key that comes a second time must come with the same values: a row that says otherwise is refused.
**     What the file leaves blank it does not say: the value that is there stays.
** R3  A row with a value that does not read as its column's type, or lies outside its bounds, is refused, whole.
** R4  A key that is a total ("Total", "Sum") is that of no row; a row of another source is not changed.
**
** R1, R2 and the second half of R4 are the sink's.
**
** Ownership: the caller owns the struct and the plan in it, and gives back what it holds with parley_load_close. The
** records stay the caller's and open.
*/
#ifndef PARLEY_TEXT_LOAD_H
#define PARLEY_TEXT_LOAD_H

#include "base/run.h"
#include "text/record_reader.h"

/* A piece of a value: a text, or the cell of a column. */
typedef struct parley_load_piece {
  int column; /* -1: the text */
  parley_missing_code text;
  char until; /* of a cell: the character that ends it, which gets a backslash inside, as backslashes do; NUL: none */
} parley_load_piece;

/* One column of the table. A date takes three parameters: its text, first and last day. */
typedef struct parley_load_target {
  const char *name; /* of the column */
  parley_type type;
  int parameter; /* number in the statements, from 1 */
  const parley_load_piece *pieces;
  int count; /* 0: constant, or given by the caller */
  bool bounded;       /* a number lies between least and most, which are whole; most may be infinite */
  double least, most;
  bool made; /* its value is made by the caller; it has no pieces */
} parley_load_target;

typedef enum parley_load_outcome {
  PARLEY_LOAD_ADDED,
  PARLEY_LOAD_UPDATED,
  PARLEY_LOAD_UNCHANGED,
  PARLEY_LOAD_SKIPPED,   /* the record makes no row */
  PARLEY_LOAD_REFUSED,   /* the row; see `refusal` */
  PARLEY_LOAD_FAILED     /* the import; err is filled */
} parley_load_outcome;

/* Why a row was refused, which is no failure of the loader. */
typedef struct parley_load_refusal {
  const char *column; /* of the table */
  parley_error why;
} parley_load_refusal;

typedef struct parley_load parley_load;

/* Makes the values of targets that are made, before anything of a record is bound: ADDED when that is done, in
   texts[target], NULL for what is missing; or SKIPPED, REFUSED (told elsewhere) or FAILED with err filled. The texts
   stay where they are until the next record. */
typedef struct parley_load_maker {
  parley_load_outcome (*make)(void *context, parley_load *load, const parley_record_reader *records,
                              parley_error *err); /* NULL: nothing is made */
  void *context;
  parley_missing_code *texts;
  const parley_parse_rules *readings; /* of each target */
} parley_load_maker;

/* Whatever binds the values of one row: false with `refusal` or err filled. */
typedef struct parley_load_binder {
  bool (*bind)(void *context, parley_load *load, bool *failed, parley_error *err);
  void *context;
} parley_load_binder;

/* Where rows go. */
typedef struct parley_load_sink {
  /* Begins the values of a row anew, before anything is known of it. */
  void (*begin)(parley_load *load);
  /* The value of a target, of its type or missing; `day` is that of a date. `lasts`: a text stays until the row is
     stored, else only during the call. */
  void (*value)(parley_load *load, int target, const parley_value *value, const parley_date_text *day, bool lasts);
  /* The value of a target that is constant; NULL: it stays bound. */
  void (*constant)(parley_load *load, int target);
  /* The number of the record, where the load has one. */
  void (*number)(parley_load *load, int64_t number);
  /* Has a row bound, as often as it takes, and stores it: any outcome but SKIPPED. */
  parley_load_outcome (*row)(parley_load *load, parley_load_binder row, parley_error *err);
} parley_load_sink;

struct parley_load {
  const parley_load_target *targets; /* the first one is the key */
  int count;
  int number; /* parameter that takes the number of the record; 0: none */
  parley_load_maker maker;
  int64_t added, updated, unchanged, skipped; /* rows so far */
  int64_t bare; /* rows that say nothing but their key */
  parley_load_refusal refusal;
  bool says_something; /* the row at hand */
  /* the sink's */
  const parley_load_sink *sink;
  const parley_run *run; /* of the call at work */
  const parley_record_reader *records; /* whose record is at hand; NULL: none */
  /* the loader's own */
  char *joined;
  size_t joined_room;
};

/* Why parley_load_records came back. */
typedef enum parley_load_pause {
  PARLEY_LOAD_PAUSE_MOST, /* `most` records are done */
  PARLEY_LOAD_PAUSE_END,  /* of the records */
  PARLEY_LOAD_PAUSE_UNSOUND, /* at a record that cannot be taken apart */
  PARLEY_LOAD_PAUSE_REFUSED, /* at one that was refused */
  PARLEY_LOAD_PAUSE_UNREADABLE, /* the text cannot be read on; err is filled */
  PARLEY_LOAD_PAUSE_FAILED /* the import; err is filled */
} parley_load_pause;

/* Takes up to `most` records, until one needs the caller. */
parley_load_pause parley_load_records(parley_load *load, parley_record_reader *records, int64_t most,
                                      parley_error *err);

/* The same with values that come from elsewhere. */
parley_load_outcome parley_load_row(parley_load *load, parley_load_binder row, parley_error *err);

/* For binders: reads a text as the target's type and hands it to the sink. */
bool parley_load_text(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                      parley_parse_origin origin);

/* Whether parley_load_text would take a text. */
bool parley_load_takes(const parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                       parley_parse_origin origin);

/* For sinks: hands over a value that stays for all rows, where it is one; a text of NULL is nothing. */
bool parley_load_fixed(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                       parley_error *err);

/* For sinks: refuses the row. Always false. */
bool parley_load_refuse(parley_load *load, int target, const char *key);

/* Gives back the loader's own. */
void parley_load_close(parley_load *load);

#endif
