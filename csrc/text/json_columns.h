/* The columns of a JSON text: its keys, in the order in which they first come. Names live until the columns are
   freed. */
#ifndef PARLEY_TEXT_JSON_COLUMNS_H
#define PARLEY_TEXT_JSON_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PARLEY_JSON_COLUMNS = 32768 }; /* most of them */

typedef struct parley_json_name {
  char *text; /* owned; ends with a zero */
  size_t length; /* bytes before that zero */
  int64_t record; /* number of the last record that had it */
} parley_json_name;

/* All zero: none. */
typedef struct parley_json_columns {
  parley_json_name *names;
  int count, room; /* columns; as many as fit `names` */
  int *slots; /* columns by the hash of their name; -1: free */
  unsigned slot_count; /* a power of two */
} parley_json_columns;

/* Makes room for the first columns; false without memory. */
bool parley_json_columns_make(parley_json_columns *columns);

typedef enum parley_json_found {
  PARLEY_JSON_FOUND,
  PARLEY_JSON_TOO_MANY, /* it would be one more than PARLEY_JSON_COLUMNS */
  PARLEY_JSON_NO_MEMORY
} parley_json_found;

/* Finds the column of that name or adds it; `likely` is looked at first. */
parley_json_found parley_json_column(parley_json_columns *columns, const char *text, size_t length, int likely,
                                     int *column);

void parley_json_columns_free(parley_json_columns *columns);

#endif
