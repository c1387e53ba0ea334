/*
** What a text holds, column by column: the type of each with the reason, how many values, and a few of them.
** Knows no Lua.
**
** Ownership: the caller owns the struct and gives back what it holds with parley_profile_free, also after a failure.
** The records stay the caller's, open as long as inferences are asked.
*/
#ifndef PARLEY_TEXT_PROFILE_H
#define PARLEY_TEXT_PROFILE_H

#include "base/run.h"
#include "text/record_reader.h"
#include "value/type_inference.h"

enum { PARLEY_PROFILE_EXAMPLES = 3, PARLEY_PROFILE_EXAMPLE_LENGTH = 48 };

typedef struct parley_profile_example {
  char text[PARLEY_PROFILE_EXAMPLE_LENGTH]; /* not terminated; a longer value is cut between characters */
  size_t length;
  bool cut;
} parley_profile_example;

/* Values that often mean "missing" in data files, and could be values as well. */
enum { PARLEY_PROFILE_SUSPECTS = 16 };
extern const char *const parley_profile_suspects[PARLEY_PROFILE_SUSPECTS];

typedef struct parley_profile_column {
  parley_inference inference;
  int64_t suspects[PARLEY_PROFILE_SUSPECTS]; /* how often each came */
  int64_t bytes; /* of all its texts */
  int example_count;
  parley_profile_example examples[PARLEY_PROFILE_EXAMPLES]; /* different ones, the first that came */
} parley_profile_column;

typedef struct parley_profile {
  parley_profile_column *columns; /* `width` of them, owned */
  int width; /* columns seen so far */
  int64_t rows;     /* sound records looked at */
  int64_t unsound;  /* others */
  parley_error first_fault;  /* of the first unsound one */
  bool ended;       /* by the end of the text */
} parley_profile;

/* Looks at records until `most` of them have been read (0: all), adding to *profile, which begins all zero. */
bool parley_profile_records(const parley_run *run, parley_profile *profile, parley_record_reader *records, int64_t most,
                            parley_error *err);

void parley_profile_free(parley_profile *profile);

#endif
