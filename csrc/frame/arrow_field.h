/* The types of Arrow that have one in Parley: how they are written in a schema, and how one value is read. */
#ifndef PARLEY_FRAME_ARROW_FIELD_H
#define PARLEY_FRAME_ARROW_FIELD_H

#include "frame/arrow.h"
#include "frame/frame.h"

typedef enum parley_arrow_kind {
  PARLEY_ARROW_NONE,
  PARLEY_ARROW_NULL,
  PARLEY_ARROW_BOOLEAN,
  PARLEY_ARROW_SIGNED,   /* of `size` bytes */
  PARLEY_ARROW_UNSIGNED,
  PARLEY_ARROW_FLOAT,
  PARLEY_ARROW_DECIMAL,  /* an integer of `size` bytes, by 10 to the power of `scale` */
  PARLEY_ARROW_TEXT32,   /* text or bytes, with offsets of 32 bits */
  PARLEY_ARROW_TEXT64,
  PARLEY_ARROW_FIXED,    /* bytes, `size` at a time */
  PARLEY_ARROW_DATE,     /* days, or milliseconds (scale 3) since 1970 */
  PARLEY_ARROW_TIME,     /* of day; `scale` decimals of a second */
  PARLEY_ARROW_STAMP     /* since 1970; zoned: in UTC, whatever the zone it is to be shown in */
} parley_arrow_kind;

typedef struct parley_arrow_field {
  parley_arrow_kind kind; /* how values lie in memory */
  int size, scale; /* bytes of a value (of an offset, for texts); decimals, see the kinds */
  bool zoned; /* a timestamp with a zone, which is in UTC */
} parley_arrow_field;

/* Room for the longest text of a decimal, and of a time. */
enum { PARLEY_ARROW_DIGITS = 200, PARLEY_ARROW_CLOCK = 64 };

/* Reads a format string of a schema; false for a type that Parley has not. */
bool parley_arrow_field_read(const char *format, parley_arrow_field *out);

/* Whether the metadata of a schema have this pair. */
bool parley_arrow_has_metadata(const char *metadata, const char *key, const char *value);

/* The type of the column that takes its values: that which the metadata or the format of the schema name (NULL: none),
   if it lies in memory as the field does. Dates and times come as text first. */
parley_type parley_arrow_type(const struct ArrowSchema *schema, const parley_arrow_field *field);

/* Buffers that an array of this type has. */
int parley_arrow_buffers(const parley_arrow_field *field);

/* The value at `where` as a whole number, if an int64_t can hold it. */
bool parley_arrow_whole(const parley_arrow_field *field, const void *values, int64_t where, int64_t *out);

/* The value of a float or decimal. */
double parley_arrow_number(const parley_arrow_field *field, const void *values, int64_t where);

/* A whole number or a decimal in decimal digits. */
void parley_arrow_decimal_text(const parley_arrow_field *field, const void *values, int64_t where,
                               char out[PARLEY_ARROW_DIGITS]);

/* '2025-06-02', '14:05:00', '2025-06-02T14:05:00.250Z'; clears *midnight for a time of day. False where no calendar
   reaches. */
bool parley_arrow_time_text(const parley_arrow_field *field, const void *values, int64_t where,
                            char out[PARLEY_ARROW_CLOCK], bool *midnight);

static inline bool parley_arrow_is_time(const parley_arrow_field *field) {
  return field->kind == PARLEY_ARROW_DATE || field->kind == PARLEY_ARROW_TIME || field->kind == PARLEY_ARROW_STAMP;
}

static inline bool parley_arrow_is_index(const parley_arrow_field *field) {
  return field->kind == PARLEY_ARROW_SIGNED || field->kind == PARLEY_ARROW_UNSIGNED;
}

/* An integer of up to 64 bits; an unsigned one beyond the signed ones is negative. */
static inline int64_t parley_arrow_integer(const parley_arrow_field *field, const void *values, int64_t where) {
  bool is_signed = field->kind != PARLEY_ARROW_UNSIGNED;
  switch (field->size) {
    case 1: return is_signed ? ((const int8_t *)values)[where] : ((const uint8_t *)values)[where];
    case 2: return is_signed ? ((const int16_t *)values)[where] : ((const uint16_t *)values)[where];
    case 4: return is_signed ? ((const int32_t *)values)[where] : (int64_t)((const uint32_t *)values)[where];
    default: return ((const int64_t *)values)[where];
  }
}

#endif
