/* The words of SQL text, as far as one has to read it to know what kind of statement stands there: what stands in
   quotes, in dollar quotes and in comments is passed over. */
#ifndef PARLEY_POSTGRES_SQL_WORDS_H
#define PARLEY_POSTGRES_SQL_WORDS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct parley_pg_word {
  const char *text; /* a word, or a name in its quotes */
  size_t length;
  bool ends;        /* no word, but the ';' behind a statement, or the end of the text */
} parley_pg_word;

/* Gives the word at *at and moves behind it; at the end of the text again and again its end. */
parley_pg_word parley_pg_word_next(const char **at);

/* Whether a word is one in capitals, whatever its case. */
bool parley_pg_word_is(parley_pg_word word, const char *capitals);

/* Whether it is one of a list in capitals, with blanks between and around: " SELECT VALUES ". */
bool parley_pg_word_is_of(parley_pg_word word, const char *list);

#endif
