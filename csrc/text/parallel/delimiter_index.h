/* Where fields of CSV text end: the positions of delimiters and line breaks outside quotes, 64 bytes at a time. */
#ifndef PARLEY_TEXT_PARALLEL_DELIMITER_INDEX_H
#define PARLEY_TEXT_PARALLEL_DELIMITER_INDEX_H

#include "base/byte_scan.h"

/* Text has to be readable for so many bytes beyond its end. */
enum { PARLEY_READ_PAD = 64 };

/* What can be known of a block of text without knowing what came before it. */
typedef struct parley_survey {
  bool odd;     /* an odd number of quotes */
  bool quotes;  /* any quote at all */
  bool returns; /* any CR at all */
} parley_survey;

parley_survey parley_survey_text(const char *text, size_t length, int quote);

typedef struct parley_delimiter_index {
  uint32_t *at;     /* ends of fields; of a CRLF the LF. at[-1] is the one before the text */
  size_t count, room;
  int64_t breaks;   /* those that are line breaks */
  int64_t quotes;   /* quotes in all */
  bool open;        /* the text ends inside quotes */
  bool beyond_ascii;
  uint32_t *block;
} parley_delimiter_index;

/* Finds the ends of fields of a text that begins outside quotes. `quote` -1: quotes are data. False: no memory. */
bool parley_delimiter_index_find(parley_delimiter_index *field_ends, const char *text, size_t length, char delimiter,
                                 int quote, parley_survey survey);

void parley_delimiter_index_free(parley_delimiter_index *field_ends);

#endif
