/* Types of values, and one value of any type. */
#ifndef PARLEY_VALUE_TYPE_H
#define PARLEY_VALUE_TYPE_H

#include <stddef.h>
#include <stdint.h>

typedef enum parley_type {
  PARLEY_ANY, /* nothing but missing values so far; sealed as text */
  PARLEY_INTEGER,
  PARLEY_NUMBER,
  PARLEY_BOOLEAN,
  PARLEY_DATE,
  PARLEY_TEXT
} parley_type;

/* One value; whose the text is says the function that gave it. `length` and `text` belong to dates and texts. */
typedef struct parley_value {
  parley_type type; /* PARLEY_ANY: missing */
  int64_t integer;  /* also a boolean's 0 or 1 */
  double number;
  const char *text;
  size_t length;
} parley_value;

/* The names that Lua and messages use, in the order of the types, and NULL behind the last. */
extern const char *const parley_type_names[];

/* The name that Lua and messages use: "integer", "number", …; "any" for PARLEY_ANY. */
const char *parley_type_name(parley_type type);

#endif
