/*
** Types of values as value/types.def lists them, what is known of each, and one value of any type.
**
** A type says what a value means: how it is read and written, what Arrow and SQL call it. Its layout says how values
** lie in memory, and is all that sorting, grouping, joining, packing and computing need to know. Types of users'
** making share the layouts of the first few.
*/
#ifndef PARLEY_VALUE_TYPE_H
#define PARLEY_VALUE_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum parley_type {
#define TYPE(name, NAME, ...) PARLEY_##NAME, /* PARLEY_ANY: nothing but missing values so far; sealed as text */
#define WRITTEN(name, NAME, ...) PARLEY_##NAME,
#include "value/types.def"
} parley_type;

/* How values lie in memory: a column's values, and where the value of a parley_value stands. */
typedef enum parley_layout {
  PARLEY_LAYOUT_NONE,
  PARLEY_LAYOUT_INTEGER, /* int64_t; may be packed */
  PARLEY_LAYOUT_NUMBER,  /* double; may be packed */
  PARLEY_LAYOUT_TRUTH,   /* a bit; of a value, `integer` is 0 or 1 */
  PARLEY_LAYOUT_DATED,   /* int32_t codes of a dictionary with the first and the last day of each text */
  PARLEY_LAYOUT_TEXT     /* int32_t codes of a dictionary */
} parley_layout;

/* One value; whose the text is says the function that gave it. `length` and `text` belong to dates and texts. */
typedef struct parley_value {
  parley_type type; /* PARLEY_ANY: missing */
  int64_t integer;  /* also a boolean's 0 or 1 */
  double number;
  const char *text;
  size_t length;
} parley_value;

/* Bytes of the longest text that a written type writes, with a zero at the end. */
enum { PARLEY_TYPE_TEXT = 48 };

/* Reads a text without blanks around it into out->integer or out->number, as the layout is; false: it is none. */
typedef bool parley_type_reader(const char *text, size_t length, parley_value *out);

/* Writes a value that is there, ended by a zero; what it writes is read as the same value. */
typedef void parley_type_writer(const parley_value *value, char out[PARLEY_TYPE_TEXT]);

typedef struct parley_type_entry {
  const char *name;          /* that Lua and messages use */
  parley_layout layout;
  parley_type_reader *read;  /* of written types, else NULL */
  parley_type_writer *write; /* of written types, else NULL */
  const char *arrow;         /* its format in Arrow's C data interface; texts may go out as a dictionary instead */
  const char *sqlite;        /* what SQLite calls the type of its columns */
  const char *refused, *odd; /* keys of the sentences that refuse a field, without and with a reason; NULL: another */
  const char *says;          /* what a value of it is, as messages call it: "a whole number" */
} parley_type_entry;

/* All types, in the order of types.def; the last entry has no name. */
extern const parley_type_entry parley_types[];

/* The names alone, in the same order, with NULL behind the last. */
extern const char *const parley_type_names[];

#define WRITTEN(name, ...) \
  parley_type_reader parley_type_read_##name; \
  parley_type_writer parley_type_write_##name;
#include "value/types.def"

/* The name that Lua and messages use: "integer", "number", …; "any" for PARLEY_ANY. */
const char *parley_type_name(parley_type type);

/* The type of that name; false where there is none. */
bool parley_type_find(const char *name, parley_type *type);

/* A byte a type, seen by every file, so that asking costs no call. */
static const unsigned char parley_type_layouts[] = {
#define TYPE(name, NAME, LAYOUT, ...) PARLEY_LAYOUT_##LAYOUT,
#define WRITTEN(name, NAME, LAYOUT, ...) PARLEY_LAYOUT_##LAYOUT,
#include "value/types.def"
};

enum { PARLEY_TYPES = (int)sizeof parley_type_layouts }; /* how many there are */

static inline parley_layout parley_layout_of(parley_type type) { return (parley_layout)parley_type_layouts[type]; }

/* Whether values of the layout are codes of a dictionary. */
static inline bool parley_layout_is_coded(parley_layout layout) { return layout >= PARLEY_LAYOUT_DATED; }

static inline bool parley_layout_is_numeric(parley_layout layout) {
  return layout == PARLEY_LAYOUT_INTEGER || layout == PARLEY_LAYOUT_NUMBER;
}

/* The type that is no more than its layout. */
static inline parley_type parley_type_of_layout(parley_layout layout) {
  static const unsigned char types[] = {PARLEY_ANY,     PARLEY_INTEGER, PARLEY_NUMBER,
                                        PARLEY_BOOLEAN, PARLEY_DATE,    PARLEY_TEXT};
  return (parley_type)types[layout];
}

/* Whether the type has texts of its own over a layout of numbers: those stand behind the others in the table. */
static inline bool parley_type_is_written(parley_type type) { return type > PARLEY_TEXT; }

/* Makes a value of a written type the text that it is written as, which stands in `room`; others stay what they are. */
void parley_value_write(parley_value *value, char room[PARLEY_TYPE_TEXT]);

/* Makes a text a value of the written type `type`; false: it is none. */
bool parley_value_read(parley_value *value, parley_type type);

/* Whether SQL stores values of the type as those of another: 0 and 1 for a truth, a number for a written type. */
static inline bool parley_type_is_restored(parley_type type) {
  return parley_layout_of(type) == PARLEY_LAYOUT_TRUTH || parley_type_is_written(type);
}

/* Makes what SQL has stored for such a type a value of it; what cannot be one stays as it is. */
void parley_value_restore(parley_value *value, parley_type type);

#endif
