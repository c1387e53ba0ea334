/* hash(): a whole number that depends on the values alone, so that what is drawn by it is the same on every engine.
   FNV-1a (Fowler, Noll, Vo; 64 bits) over bytes that do not depend on the machine, and the finalizer of MurmurHash3
   (Appleby), which spreads what FNV leaves side by side. The numbers may be stored: they never change. */
#include <math.h>
#include <string.h>

#include "value/functions.h"

static uint64_t add_byte(uint64_t hash, unsigned char byte) { return (hash ^ byte) * UINT64_C(0x100000001b3); }

static uint64_t add_word(uint64_t hash, uint64_t word) {
  for (int i = 0; i < 8; i++) hash = add_byte(hash, (unsigned char)(word >> (8 * i)));
  return hash;
}

static uint64_t finish(uint64_t hash) {
  hash = (hash ^ (hash >> 33)) * UINT64_C(0xff51afd7ed558ccd);
  hash = (hash ^ (hash >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
  return hash ^ (hash >> 33);
}

/* Equal numbers have the same word, whole ones as integers: 2 and 2.0 are one value. The comparison keeps the cast
   within 64 bits; zero of either sign becomes the integer 0. */
static uint64_t add_number(uint64_t hash, double number) {
  if (number >= -0x1p63 && number < 0x1p63 && floor(number) == number) {
    return add_word(add_byte(hash, 'i'), (uint64_t)(int64_t)number);
  }
  uint64_t word;
  memcpy(&word, &number, sizeof word);
  return add_word(add_byte(hash, 'n'), word);
}

/* SQLite has no booleans: they are its integers 0 and 1. Dates are their texts. The length behind a text keeps
   neighbours apart. */
static uint64_t add_value(uint64_t hash, const parley_value *value) {
  switch (parley_layout_of(value->type)) {
    case PARLEY_LAYOUT_INTEGER:
    case PARLEY_LAYOUT_TRUTH: return add_word(add_byte(hash, 'i'), (uint64_t)value->integer);
    case PARLEY_LAYOUT_NUMBER: return add_number(hash, value->number);
    case PARLEY_LAYOUT_DATED:
    case PARLEY_LAYOUT_TEXT: break;
    default: return add_byte(hash, '-');
  }
  hash = add_byte(hash, 't');
  for (size_t i = 0; i < value->length; i++) hash = add_byte(hash, (unsigned char)value->text[i]);
  return add_word(hash, value->length);
}

bool parley_call_hash(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  uint64_t hash = UINT64_C(0xcbf29ce484222325);
  (void)room, (void)err;
  for (int i = 0; i < count; i++) hash = add_value(hash, &args[i]);
  hash = finish(hash);
  int64_t signed_hash;
  memcpy(&signed_hash, &hash, sizeof hash);
  return parley_scalar_give_integer(out, signed_hash);
}
