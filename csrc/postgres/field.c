/* The binary formats are those of the server's functions *_send: network byte order, dates and times from 2000-01-01
   on. Texts of the same types are read to the same values. */
#include "postgres/field.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- types ---- */

typedef struct type_entry {
  unsigned type; /* pg_type.oid */
  parley_pg_kind kind;
  const char *name;
} type_entry;

static const type_entry types[] = {
    {16, PARLEY_PG_BOOL, "boolean"},
    {18, PARLEY_PG_TEXT, "\"char\""},
    {19, PARLEY_PG_TEXT, "name"},
    {20, PARLEY_PG_INT8, "bigint"},
    {21, PARLEY_PG_INT2, "smallint"},
    {23, PARLEY_PG_INT4, "integer"},
    {25, PARLEY_PG_TEXT, "text"},
    {26, PARLEY_PG_OID, "oid"},
    {114, PARLEY_PG_TEXT, "json"},
    {142, PARLEY_PG_TEXT, "xml"},
    {700, PARLEY_PG_FLOAT4, "real"},
    {701, PARLEY_PG_FLOAT8, "double precision"},
    {705, PARLEY_PG_TEXT, "unknown"},
    {1042, PARLEY_PG_TEXT, "character"},
    {1043, PARLEY_PG_TEXT, "character varying"},
    {1082, PARLEY_PG_DATE, "date"},
    {1114, PARLEY_PG_TIMESTAMP, "timestamp without time zone"},
    {1184, PARLEY_PG_TIMESTAMPTZ, "timestamp with time zone"},
    {1700, PARLEY_PG_NUMERIC, "numeric"},
    {2950, PARLEY_PG_UUID, "uuid"},
    {2278, PARLEY_PG_VOID, "void"},
    {3802, PARLEY_PG_JSONB, "jsonb"},
};

static const type_entry *find_type(unsigned type) {
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    if (types[i].type == type) return &types[i];
  }
  return NULL;
}

parley_pg_kind parley_pg_field_kind(unsigned type) {
  const type_entry *entry = find_type(type);
  return entry == NULL ? PARLEY_PG_OTHER : entry->kind;
}

const char *parley_pg_field_type_name(unsigned type) {
  const type_entry *entry = find_type(type);
  return entry == NULL ? NULL : entry->name;
}

/* ---- binary ---- */

static uint64_t read_bytes(const char *bytes, int count) {
  uint64_t value = 0;
  for (int i = 0; i < count; i++) value = value << 8 | (unsigned char)bytes[i];
  return value;
}

static int read_int2(const char *bytes) { return (int16_t)read_bytes(bytes, 2); }
static int64_t read_int4(const char *bytes) { return (int32_t)read_bytes(bytes, 4); }
static int64_t read_int8(const char *bytes) { return (int64_t)read_bytes(bytes, 8); }

static bool is_integer(parley_value *out, int64_t value) {
  *out = (parley_value){.type = PARLEY_INTEGER, .integer = value};
  return true;
}

static bool is_number(parley_value *out, double value) {
  *out = (parley_value){.type = PARLEY_NUMBER, .number = value};
  if (isnan(value)) out->type = PARLEY_ANY; /* no value, as in SQLite and Frames */
  return true;
}

static bool is_text(parley_value *out, const char *text, size_t length) {
  *out = (parley_value){.type = PARLEY_TEXT, .text = text, .length = length};
  return true;
}

static bool is_boolean(parley_value *out, bool value) {
  *out = (parley_value){.type = PARLEY_BOOLEAN, .integer = value};
  return true;
}

static bool read_float(const char *bytes, size_t length, parley_value *out) {
  if (length == 4) {
    float value;
    uint32_t bits = (uint32_t)read_bytes(bytes, 4);
    memcpy(&value, &bits, sizeof value);
    return is_number(out, (double)value);
  }
  double value;
  uint64_t bits = read_bytes(bytes, 8);
  memcpy(&value, &bits, sizeof value);
  return is_number(out, value);
}

enum { NUMERIC_HEAD = 8, NUMERIC_NEGATIVE = 0x4000, NUMERIC_SPECIAL = 0xc000, NUMERIC_INFINITE = 0xd000,
       NUMERIC_MINUS_INFINITE = 0xf000, NUMERIC_TEXT = 400 };

/* Digits of base 10,000, `weight` + 1 of them before the point. Written out and read by strtod, which rounds right;
   what lies behind some 90 of them changes no double. */
static bool read_numeric(const char *bytes, size_t length, parley_value *out) {
  char text[NUMERIC_TEXT];
  if (length < NUMERIC_HEAD) return false;
  int count = read_int2(bytes), weight = read_int2(bytes + 2);
  unsigned sign = (unsigned)read_bytes(bytes + 4, 2);
  if (sign == NUMERIC_INFINITE) return is_number(out, HUGE_VAL);
  if (sign == NUMERIC_MINUS_INFINITE) return is_number(out, -HUGE_VAL);
  if (sign >= NUMERIC_SPECIAL) return is_number(out, NAN);
  if (count < 0 || length != NUMERIC_HEAD + (size_t)count * 2) return false;
  int used = count < 90 ? count : 90, at = 0;
  text[at++] = sign == NUMERIC_NEGATIVE ? '-' : '+';
  text[at++] = '0';
  for (int i = 0; i < used; i++) {
    at += snprintf(text + at, sizeof text - (size_t)at, "%04d", read_int2(bytes + NUMERIC_HEAD + 2 * i));
  }
  snprintf(text + at, sizeof text - (size_t)at, "e%d", 4 * (weight + 1 - used));
  return is_number(out, strtod(text, NULL));
}

/* ---- dates ---- */

enum { DAYS_TO_2000 = 10957 };
#define MICROSECONDS 86400000000

/* The calendar date of a day since 1970 (the algorithm is Howard Hinnant's days_from_civil, turned round); gives its
   length, and whether the year is before our era. */
static int write_day(int64_t day, char *out, size_t size, bool *before) {
  int64_t z = day + 719468;
  int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  int64_t of_era = z - era * 146097;
  int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted = (5 * of_year + 2) / 153;
  int date = (int)(of_year - (153 * shifted + 2) / 5 + 1);
  int month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
  int64_t year = year_of_era + era * 400 + (month <= 2);
  *before = year < 1;
  return snprintf(out, size, "%04lld-%02d-%02d", (long long)(year < 1 ? 1 - year : year), month, date);
}

static bool is_moment(parley_value *out, char *room, int length, bool before) {
  if (before) length += snprintf(room + length, PARLEY_PG_FIELD_TEXT - (size_t)length, " BC");
  return is_text(out, room, (size_t)length);
}

static bool read_date(const char *bytes, char *room, parley_value *out) {
  bool before;
  int64_t day = read_int4(bytes);
  if (day == INT32_MAX) return is_text(out, "infinity", 8);
  if (day == INT32_MIN) return is_text(out, "-infinity", 9);
  int length = write_day(day + DAYS_TO_2000, room, PARLEY_PG_FIELD_TEXT, &before);
  return is_moment(out, room, length, before);
}

static bool read_timestamp(const char *bytes, bool utc, char *room, parley_value *out) {
  bool before;
  int64_t moment = read_int8(bytes);
  if (moment == INT64_MAX) return is_text(out, "infinity", 8);
  if (moment == INT64_MIN) return is_text(out, "-infinity", 9);
  int64_t day = moment / MICROSECONDS, within = moment % MICROSECONDS;
  if (within < 0) within += MICROSECONDS, day--;
  int64_t seconds = within / 1000000, rest = within % 1000000;
  int at = write_day(day + DAYS_TO_2000, room, PARLEY_PG_FIELD_TEXT, &before);
  at += snprintf(room + at, PARLEY_PG_FIELD_TEXT - (size_t)at, " %02d:%02d:%02d", (int)(seconds / 3600),
                 (int)(seconds / 60 % 60), (int)(seconds % 60));
  if (rest != 0) {
    at += snprintf(room + at, PARLEY_PG_FIELD_TEXT - (size_t)at, ".%06d", (int)rest);
    while (room[at - 1] == '0') at--;
  }
  if (utc) at += snprintf(room + at, PARLEY_PG_FIELD_TEXT - (size_t)at, "+00");
  return is_moment(out, room, at, before);
}

static bool read_uuid(const char *bytes, char *room, parley_value *out) {
  int at = 0;
  for (int i = 0; i < 16; i++) {
    if (i == 4 || i == 6 || i == 8 || i == 10) room[at++] = '-';
    at += snprintf(room + at, PARLEY_PG_FIELD_TEXT - (size_t)at, "%02x", (unsigned)(unsigned char)bytes[i]);
  }
  return is_text(out, room, (size_t)at);
}

/* Bytes of a kind; 0: as many as there are. */
static size_t size_of(parley_pg_kind kind) {
  switch (kind) {
    case PARLEY_PG_BOOL: return 1;
    case PARLEY_PG_INT2: return 2;
    case PARLEY_PG_INT4:
    case PARLEY_PG_OID:
    case PARLEY_PG_FLOAT4:
    case PARLEY_PG_DATE: return 4;
    case PARLEY_PG_INT8:
    case PARLEY_PG_FLOAT8:
    case PARLEY_PG_TIMESTAMP:
    case PARLEY_PG_TIMESTAMPTZ: return 8;
    case PARLEY_PG_UUID: return 16;
    default: return 0;
  }
}

static bool read_binary(parley_pg_kind kind, const char *bytes, size_t length, char *room, parley_value *out) {
  size_t size = size_of(kind);
  if (size != 0 && size != length) return false;
  switch (kind) {
    case PARLEY_PG_INT2: return is_integer(out, read_int2(bytes));
    case PARLEY_PG_INT4: return is_integer(out, read_int4(bytes));
    case PARLEY_PG_INT8: return is_integer(out, read_int8(bytes));
    case PARLEY_PG_OID: return is_integer(out, (int64_t)read_bytes(bytes, 4));
    case PARLEY_PG_FLOAT4:
    case PARLEY_PG_FLOAT8: return read_float(bytes, length, out);
    case PARLEY_PG_NUMERIC: return read_numeric(bytes, length, out);
    case PARLEY_PG_BOOL: return is_boolean(out, bytes[0] != 0);
    case PARLEY_PG_JSONB: return length > 0 && is_text(out, bytes + 1, length - 1); /* behind its version */
    case PARLEY_PG_DATE: return read_date(bytes, room, out);
    case PARLEY_PG_TIMESTAMP: return read_timestamp(bytes, false, room, out);
    case PARLEY_PG_TIMESTAMPTZ: return read_timestamp(bytes, true, room, out);
    case PARLEY_PG_UUID: return read_uuid(bytes, room, out);
    case PARLEY_PG_VOID: *out = (parley_value){.type = PARLEY_ANY}; return true;
    default: return is_text(out, bytes, length);
  }
}

/* ---- texts ---- */

static bool read_text(parley_pg_kind kind, const char *text, size_t length, parley_value *out) {
  switch (kind) {
    case PARLEY_PG_INT2:
    case PARLEY_PG_INT4:
    case PARLEY_PG_INT8:
    case PARLEY_PG_OID: return is_integer(out, strtoll(text, NULL, 10)); /* libpq ends fields with a zero */
    case PARLEY_PG_FLOAT4: return is_number(out, (double)strtof(text, NULL));
    case PARLEY_PG_FLOAT8:
    case PARLEY_PG_NUMERIC: return is_number(out, strtod(text, NULL));
    case PARLEY_PG_BOOL: return is_boolean(out, text[0] == 't');
    case PARLEY_PG_VOID: *out = (parley_value){.type = PARLEY_ANY}; return true;
    default: return is_text(out, text, length);
  }
}

bool parley_pg_field_read(parley_pg_kind kind, bool binary, const char *bytes, size_t length,
                          char room[PARLEY_PG_FIELD_TEXT], parley_value *out) {
  return binary ? read_binary(kind, bytes, length, room, out) : read_text(kind, bytes, length, out);
}
