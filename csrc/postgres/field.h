/*
** Fields of a result as values. Which types are read from the server's binary format, and as what:
**
**   int2, int4, int8, oid                  whole numbers
**   float4, float8, numeric                numbers; a numeric is rounded to the nearest one
**   bool                                   booleans
**   text, varchar, char, name, json, xml, unknown, and enums                 texts
**   jsonb                                  its text
**   date, timestamp, timestamptz, uuid     the texts that the server makes of them: 2025-06-02 10:00:00+00, in UTC
**   void                                   missing
**
** A statement with a column of any other type (an array, an interval, a user's own) gives all its columns as the
** server writes them; those of the types above are the same values as in binary.
*/
#ifndef PARLEY_POSTGRES_FIELD_H
#define PARLEY_POSTGRES_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "value/type.h"

typedef enum parley_pg_kind {
  PARLEY_PG_OTHER, /* no binary format is known here */
  PARLEY_PG_INT2,
  PARLEY_PG_INT4,
  PARLEY_PG_INT8,
  PARLEY_PG_OID,
  PARLEY_PG_FLOAT4,
  PARLEY_PG_FLOAT8,
  PARLEY_PG_NUMERIC,
  PARLEY_PG_BOOL,
  PARLEY_PG_TEXT,
  PARLEY_PG_JSONB,
  PARLEY_PG_DATE,
  PARLEY_PG_TIMESTAMP,
  PARLEY_PG_TIMESTAMPTZ,
  PARLEY_PG_UUID,
  PARLEY_PG_VOID
} parley_pg_kind;

enum { PARLEY_PG_FIELD_TEXT = 64 };

/* The kind of a type by its number in the catalogue, which is the same on every server. */
parley_pg_kind parley_pg_field_kind(unsigned type);

/* The name of a type of the table above; NULL: another. */
const char *parley_pg_field_type_name(unsigned type);

/* Reads a field that is there. A text is the field's own bytes, or stands in `room`. False: the bytes are none of that
   type, which only a broken connection would give. */
bool parley_pg_field_read(parley_pg_kind kind, bool binary, const char *bytes, size_t length,
                          char room[PARLEY_PG_FIELD_TEXT], parley_value *out);

#endif
