/* Decimals are 128-bit integers at most; they are taken apart into limbs of 32 bits, so that no compiler needs more. */
#include "frame/arrow_field.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "value/edtf.h"
#include "value/numeral.h"

/* ---- formats ---- */

typedef struct known {
  const char *format; /* as the specification writes it */
  parley_arrow_field field; /* what it means: kind, bytes of a value, scale, zone */
} known;

static const known formats[] = {
    {"n", {PARLEY_ARROW_NULL, 0, 0, false}},       {"b", {PARLEY_ARROW_BOOLEAN, 0, 0, false}},
    {"c", {PARLEY_ARROW_SIGNED, 1, 0, false}},     {"C", {PARLEY_ARROW_UNSIGNED, 1, 0, false}},
    {"s", {PARLEY_ARROW_SIGNED, 2, 0, false}},     {"S", {PARLEY_ARROW_UNSIGNED, 2, 0, false}},
    {"i", {PARLEY_ARROW_SIGNED, 4, 0, false}},     {"I", {PARLEY_ARROW_UNSIGNED, 4, 0, false}},
    {"l", {PARLEY_ARROW_SIGNED, 8, 0, false}},     {"L", {PARLEY_ARROW_UNSIGNED, 8, 0, false}},
    {"e", {PARLEY_ARROW_FLOAT, 2, 0, false}},      {"f", {PARLEY_ARROW_FLOAT, 4, 0, false}},
    {"g", {PARLEY_ARROW_FLOAT, 8, 0, false}},      {"u", {PARLEY_ARROW_TEXT32, 4, 0, false}},
    {"z", {PARLEY_ARROW_TEXT32, 4, 0, false}},     {"U", {PARLEY_ARROW_TEXT64, 8, 0, false}},
    {"Z", {PARLEY_ARROW_TEXT64, 8, 0, false}},     {"tdD", {PARLEY_ARROW_DATE, 4, 0, false}},
    {"tdm", {PARLEY_ARROW_DATE, 8, 3, false}},     {"tts", {PARLEY_ARROW_TIME, 4, 0, false}},
    {"ttm", {PARLEY_ARROW_TIME, 4, 3, false}},     {"ttu", {PARLEY_ARROW_TIME, 8, 6, false}},
    {"ttn", {PARLEY_ARROW_TIME, 8, 9, false}},
};

/* A whole number from *text on, which is moved behind it. Stops before the 10th digit, so that an int cannot
   overflow; a longer number then fails at the character behind it. */
static bool take_number(const char **text, int *out) {
  bool negative = **text == '-';
  const char *digit = *text + negative;
  int value = 0;
  for (; *digit >= '0' && *digit <= '9' && value < 100000000; digit++) value = value * 10 + (*digit - '0');
  bool some = digit > *text + negative;
  *text = digit;
  *out = negative ? -value : value;
  return some;
}

/* "tsm:Europe/Kyiv": the unit, and after the colon the zone, if any. The units s, m, u, n are thousandths of the one
   before, so that the position times 3 is the number of decimals. */
static bool read_stamp(const char *format, parley_arrow_field *out) {
  static const char units[] = "smun";
  const char *unit = format[2] == '\0' ? NULL : strchr(units, format[2]);
  if (unit == NULL || format[3] != ':') return false;
  *out = (parley_arrow_field){PARLEY_ARROW_STAMP, 8, (int)(unit - units) * 3, format[4] != '\0'};
  return true;
}

/* "d:38,2" or, with another width than 128 bits, "d:9,2,32". The limits of the scale bound the length of the text
   (PARLEY_ARROW_DIGITS): 39 digits of 128 bits, 40 zeros behind or 80 decimals before them, a sign and a point. */
static bool read_decimal(const char *format, parley_arrow_field *out) {
  const char *at = format + 2;
  int precision, scale, bits = 128;
  if (!take_number(&at, &precision) || *at++ != ',' || !take_number(&at, &scale)) return false;
  if (*at == ',') {
    at++;
    if (!take_number(&at, &bits)) return false;
  }
  *out = (parley_arrow_field){PARLEY_ARROW_DECIMAL, bits / 8, scale, false};
  return *at == '\0' && (bits == 32 || bits == 64 || bits == 128) && scale >= -40 && scale <= 80;
}

/* A megabyte at most: `size` times a row then stays within 64 bits. */
static bool read_fixed(const char *format, parley_arrow_field *out) {
  const char *at = format + 2;
  int size;
  if (!take_number(&at, &size) || *at != '\0' || size < 0 || size > 1 << 20) return false;
  *out = (parley_arrow_field){PARLEY_ARROW_FIXED, size, 0, false};
  return true;
}

/* A format of a written type's own: its values lie in memory as integers or numbers do. */
static bool read_written(const char *format, parley_arrow_field *out) {
  for (int i = 0; i < PARLEY_TYPES; i++) {
    const parley_type_entry *entry = &parley_types[i];
    if (!parley_type_is_written((parley_type)i) || strcmp(format, entry->arrow) != 0) continue;
    bool number = entry->layout == PARLEY_LAYOUT_NUMBER;
    *out = (parley_arrow_field){number ? PARLEY_ARROW_FLOAT : PARLEY_ARROW_SIGNED, 8, 0, false};
    return true;
  }
  return false;
}

bool parley_arrow_field_read(const char *format, parley_arrow_field *out) {
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    if (strcmp(format, formats[i].format) != 0) continue;
    *out = formats[i].field;
    return true;
  }
  if (strncmp(format, "ts", 2) == 0) return read_stamp(format, out);
  if (strncmp(format, "d:", 2) == 0) return read_decimal(format, out);
  if (strncmp(format, "w:", 2) == 0) return read_fixed(format, out);
  return read_written(format, out);
}

static parley_type type_of_field(const parley_arrow_field *field) {
  switch (field->kind) {
    case PARLEY_ARROW_BOOLEAN: return PARLEY_BOOLEAN;
    case PARLEY_ARROW_SIGNED:
    case PARLEY_ARROW_UNSIGNED: return PARLEY_INTEGER;
    case PARLEY_ARROW_FLOAT: return PARLEY_NUMBER;
    case PARLEY_ARROW_DECIMAL: return field->scale > 0 ? PARLEY_NUMBER : PARLEY_INTEGER;
    default: return PARLEY_TEXT;
  }
}

/* The format: int32 number of pairs; then, for each,
   int32 length and bytes of the key, int32 length and bytes of the value; in the machine's order of bytes, at any
   alignment, hence memcpy. Its own length is not given, so that it has to be believed, as the sizes of buffers. */
bool parley_arrow_has_metadata(const char *metadata, const char *key, const char *value) {
  int32_t pairs = 0, length;
  bool right = false;
  if (metadata == NULL) return false;
  memcpy(&pairs, metadata, sizeof pairs);
  metadata += sizeof pairs;
  for (int64_t i = 0; i < (int64_t)pairs * 2; i++) {
    memcpy(&length, metadata, sizeof length);
    metadata += sizeof length;
    if (length < 0) return false;
    const char *wanted = i % 2 == 0 ? key : value;
    bool same = strlen(wanted) == (size_t)length && memcmp(wanted, metadata, (size_t)length) == 0;
    if (i % 2 == 1 && right && same) return true;
    right = same;
    metadata += length;
  }
  return false;
}

/* A format of its own is one that the layout's own type has not. */
parley_type parley_arrow_type(const struct ArrowSchema *schema, const parley_arrow_field *field) {
  parley_type type = type_of_field(field);
  if (schema == NULL) return type;
  for (int i = 0; i < PARLEY_TYPES; i++) {
    const parley_type_entry *entry = &parley_types[i];
    if (!parley_type_is_written((parley_type)i) || entry->layout != parley_layout_of(type)) continue;
    if (parley_arrow_has_metadata(schema->metadata, "parley.type", entry->name)) return (parley_type)i;
    bool own = strcmp(entry->arrow, parley_types[parley_type_of_layout(entry->layout)].arrow) != 0;
    if (own && strcmp(entry->arrow, schema->format) == 0) return (parley_type)i;
  }
  return type;
}

int parley_arrow_buffers(const parley_arrow_field *field) {
  switch (field->kind) {
    case PARLEY_ARROW_NULL: return 0;
    case PARLEY_ARROW_TEXT32:
    case PARLEY_ARROW_TEXT64: return 3;
    default: return 2;
  }
}

/* ---- decimals ---- */

/* Sign and magnitude of a two's complement integer; the least limb first. */
typedef struct limbs {
  bool negative;
  uint32_t limb[4];
} limbs;

/* Negating two's complement is inverting and adding one, with the carry through the limbs. For the least integer of
   a width the magnitude needs just that width unsigned. */
static limbs take_limbs(const parley_arrow_field *field, const void *values, int64_t where) {
  limbs out = {.negative = false};
  const unsigned char *bytes = (const unsigned char *)values + where * field->size;
  int count = field->size < 4 ? 1 : field->size / 4;
  if (field->size < 4) {
    out.limb[0] = (uint32_t)parley_arrow_integer(field, values, where);
  } else {
    for (int i = 0; i < count; i++) memcpy(&out.limb[i], bytes + i * 4, 4);
  }
  if (field->kind == PARLEY_ARROW_UNSIGNED || (out.limb[count - 1] >> 31) == 0) return out;
  uint64_t carry = 1;
  out.negative = true;
  for (int i = 0; i < count; i++) {
    carry += ~out.limb[i];
    out.limb[i] = (uint32_t)carry;
    carry >>= 32;
  }
  return out;
}

/* Divides by ten in place and gives the digit that is left. Long division from the highest limb; rest is below 10,
   so rest << 32 fits. */
static char take_digit(limbs *value) {
  uint64_t rest = 0;
  for (int i = 3; i >= 0; i--) {
    uint64_t part = rest << 32 | value->limb[i];
    value->limb[i] = (uint32_t)(part / 10);
    rest = part % 10;
  }
  return (char)('0' + rest);
}

static bool is_zero(const limbs *value) {
  return (value->limb[0] | value->limb[1] | value->limb[2] | value->limb[3]) == 0;
}

/* Digits come from the last to the first and are turned round at the end. A scale below zero adds zeros, and one
   above zero puts the point after as many digits, with at least one digit before it. */
void parley_arrow_decimal_text(const parley_arrow_field *field, const void *values, int64_t where,
                               char out[PARLEY_ARROW_DIGITS]) {
  limbs value = take_limbs(field, values, where);
  char reversed[PARLEY_ARROW_DIGITS];
  int length = 0, scale = field->kind == PARLEY_ARROW_DECIMAL ? field->scale : 0;
  for (int zeros = scale; zeros < 0 && !is_zero(&value); zeros++) reversed[length++] = '0';
  do {
    reversed[length++] = take_digit(&value);
    if (length == scale) reversed[length++] = '.';
  } while (!is_zero(&value) || (scale > 0 && length < scale + 2));
  if (value.negative) *out++ = '-';
  while (length > 0) *out++ = reversed[--length];
  *out = '\0';
}

/* An unsigned integer from 2^63 on reads as negative, and is refused by that. */
bool parley_arrow_whole(const parley_arrow_field *field, const void *values, int64_t where, int64_t *out) {
  if (field->kind != PARLEY_ARROW_DECIMAL) {
    *out = parley_arrow_integer(field, values, where);
    return field->kind == PARLEY_ARROW_SIGNED || *out >= 0;
  }
  char text[PARLEY_ARROW_DIGITS];
  parley_arrow_decimal_text(field, values, where, text);
  return parley_numeral_read_integer(text, strlen(text), out);
}

/* ---- numbers ---- */

/* Half a float: 1 bit sign, 5 bits exponent, 10 bits fraction. IEEE 754 binary16: exponent 0 is subnormal (units of
   2^-24), 31 is infinite or NaN; else 1024 stands for the hidden bit and the bias is 15, with 10 more for the
   fraction. */
static double half(uint16_t bits) {
  int exponent = bits >> 10 & 31, fraction = bits & 1023;
  double size = exponent == 31 ? (fraction != 0 ? NAN : INFINITY)
                : exponent == 0 ? ldexp(fraction, -24) : ldexp(fraction + 1024, exponent - 25);
  return bits >> 15 ? -size : size;
}

/* Decimals go through their text, so that the nearest double comes out, which dividing by a power of ten would miss. */
double parley_arrow_number(const parley_arrow_field *field, const void *values, int64_t where) {
  char text[PARLEY_ARROW_DIGITS];
  double value = 0;
  if (field->kind == PARLEY_ARROW_DECIMAL) {
    parley_arrow_decimal_text(field, values, where, text);
    parley_numeral_read_number(text, strlen(text), &value);
    return value;
  }
  switch (field->size) {
    case 2: return half(((const uint16_t *)values)[where]);
    case 4: return (double)((const float *)values)[where];
    default: return ((const double *)values)[where];
  }
}

/* ---- times ---- */

/* C rounds towards zero; days before 1970 need rounding down. */
static int64_t floor_divide(int64_t value, int64_t by, int64_t *rest) {
  *rest = value % by;
  if (*rest < 0) *rest += by;
  return (value - *rest) / by;
}

/* Seconds of a day and their decimals, if there are any. The remainders by 100 and 60 keep the text within 8
   characters whatever the value is; the caller checks the range. */
static void write_clock(char *to, int64_t seconds, int64_t fraction, int scale) {
  int length = snprintf(to, 12, "%02d:%02d:%02d", (int)(seconds / 3600 % 100), (int)(seconds / 60 % 60),
                        (int)(seconds % 60));
  if (fraction != 0) snprintf(to + length, 16, ".%0*lld", scale, (long long)fraction);
}

/* The unit is 10 to the power of `scale`, at most 10^9. A time of day may be 24:00:00 (86400 s), which ISO 8601
   allows for the end of a day. */
bool parley_arrow_time_text(const parley_arrow_field *field, const void *values, int64_t where,
                            char out[PARLEY_ARROW_CLOCK], bool *midnight) {
  parley_arrow_field number = {PARLEY_ARROW_SIGNED, field->size, 0, false};
  int64_t value = parley_arrow_integer(&number, values, where), unit = 1, fraction = 0, seconds = 0, day = value;
  for (int i = 0; i < field->scale; i++) unit *= 10;
  if (field->kind == PARLEY_ARROW_TIME) {
    value = floor_divide(value, unit, &fraction);
    write_clock(out, value < 0 ? 0 : value, fraction, field->scale);
    return value >= 0 && value <= 86400;
  }
  if (field->kind == PARLEY_ARROW_STAMP || field->scale > 0) {
    day = floor_divide(floor_divide(value, unit, &fraction), 86400, &seconds);
  }
  if (day < INT32_MIN || day > INT32_MAX) return false;
  parley_day_text((int32_t)day, out);
  if (field->kind != PARLEY_ARROW_STAMP) return true;
  if (seconds != 0 || fraction != 0) *midnight = false;
  char *end = out + strlen(out);
  *end = 'T';
  write_clock(end + 1, seconds, fraction, field->scale);
  if (field->zoned) strcat(out, "Z");
  return true;
}
