/*
** What a text holds, column by column: a guess at the type with its reason, how many values, and a few of them.
** Knows no Lua.
**
** Ownership: the caller owns the struct and gives back what it holds with parley_study_free, also after a failure.
** The records stay the caller's, open as long as guesses are asked.
*/
#ifndef PARLEY_TEXT_PROFILE_H
#define PARLEY_TEXT_PROFILE_H

#include "base/run.h"
#include "text/record_reader.h"
#include "value/type_inference.h"

enum { PARLEY_EXAMPLES = 3, PARLEY_EXAMPLE_LENGTH = 48 };

typedef struct parley_example {
  char text[PARLEY_EXAMPLE_LENGTH]; /* not terminated; a longer value is cut between characters */
  size_t length;
  bool cut;
} parley_example;

/* Values that often mean "missing" in data files, and could be values as well. */
enum { PARLEY_SUSPECTS = 16 };
extern const char *const parley_suspects[PARLEY_SUSPECTS];

typedef struct parley_column_study {
  parley_guess guess;
  int64_t suspects[PARLEY_SUSPECTS]; /* how often each came */
  int64_t bytes; /* of all its texts */
  int example_count;
  parley_example examples[PARLEY_EXAMPLES]; /* different ones, the first that came */
} parley_column_study;

typedef struct parley_study {
  parley_column_study *columns;
  int width;
  int64_t rows;     /* sound records looked at */
  int64_t unsound;  /* others */
  parley_error first_fault;  /* of the first unsound one */
  bool ended;       /* by the end of the text */
} parley_study;

/* Looks at records until `most` of them have been read (0: all), adding to *study, which begins all zero. */
bool parley_study_records(const parley_run *run, parley_study *study, parley_records *records, int64_t most, parley_error *err);

void parley_study_free(parley_study *study);

#endif
