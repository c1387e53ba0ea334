/* A loop for each kind of field, with and without missing values, so that none asks anything for each row. */
#include "engine/sort/encoded_key.h"

#include "engine/sort/normalized_key.h"

/* `kind` is a constant in each caller, and the switch is gone after inlining. */
static inline uint64_t word_at(const parley_sort_field *field, parley_sort_field_kind kind, int64_t row) {
  switch (kind) {
    case PARLEY_SORT_FIELD_INTEGER: return parley_word_of_integer(parley_column_integers(field->by)[row]);
    case PARLEY_SORT_FIELD_NUMBER: return parley_word_of_number(parley_column_numbers(field->by)[row]);
    case PARLEY_SORT_FIELD_DECIMAL:
      return parley_word_of_integer(parley_word_decimal(parley_column_numbers(field->by)[row], field->scale));
    default: return parley_bit(field->by->values.data, row);
  }
}

/* `kind` and `missing` are constants where this is called, so that each loop has only its own work in it. Descending
   is turned within the field; high + 1 is above both ends, so missing is last either way. */
static inline uint64_t value_at(const parley_sort_field *field, parley_sort_field_kind kind, bool missing,
                                int64_t row) {
  if (kind == PARLEY_SORT_FIELD_PRESENCE) return !parley_column_has(field->by, row);
  if (missing && !parley_bit(field->by->validity.data, row)) return field->high + 1;
  if (kind == PARLEY_SORT_FIELD_ENTRY) return field->of_entry[parley_column_codes(field->by)[row]];
  uint64_t value = (word_at(field, kind, row) - field->low) >> field->shift;
  return field->descending ? field->high - value : value;
}

typedef struct piece {
  int left, right, place; /* the value is moved to the left or to the right, cut to mask, and moved to its place */
  uint64_t cut, mask;
} piece;

#define FILL(name, kind, missing)                                                                                 \
  static void name(const parley_sort_field *field, const piece *p, uint64_t *element, int64_t count) {                 \
    for (int64_t i = 0; i < count; i++) {                                                                         \
      uint64_t value = value_at(field, kind, missing, (int64_t)(element[i] & p->mask));                           \
      element[i] |= (((value << p->left) >> p->right) & p->cut) << p->place;                                      \
    }                                                                                                             \
  }

FILL(fill_integers, PARLEY_SORT_FIELD_INTEGER, false)
FILL(fill_numbers, PARLEY_SORT_FIELD_NUMBER, false)
FILL(fill_decimals, PARLEY_SORT_FIELD_DECIMAL, false)
FILL(fill_booleans, PARLEY_SORT_FIELD_BOOLEAN, false)
FILL(fill_entries, PARLEY_SORT_FIELD_ENTRY, false)
FILL(fill_missing_integers, PARLEY_SORT_FIELD_INTEGER, true)
FILL(fill_missing_numbers, PARLEY_SORT_FIELD_NUMBER, true)
FILL(fill_missing_decimals, PARLEY_SORT_FIELD_DECIMAL, true)
FILL(fill_missing_booleans, PARLEY_SORT_FIELD_BOOLEAN, true)
FILL(fill_missing_entries, PARLEY_SORT_FIELD_ENTRY, true)
FILL(fill_presence, PARLEY_SORT_FIELD_PRESENCE, false)

/* A field may be cut by the border of a chunk: bits beyond it are shifted out to the right, bits before it are cut
   by the mask. */
void parley_sort_field_fill(const parley_sort_field *field, int from, int width, int place, uint64_t mask,
                            uint64_t *element, int64_t count) {
  int end = field->start + field->bits, beyond = end - (from + width);
  if (field->bits == 0 || end <= from || field->start >= from + width) return;
  uint64_t cut = width == 64 ? UINT64_MAX : (UINT64_C(1) << width) - 1;
  piece p = {.left = beyond < 0 ? -beyond : 0, .right = beyond > 0 ? beyond : 0, .place = place};
  p.cut = cut;
  p.mask = mask;
  bool missing = field->by->validity.data != NULL;
  switch (field->kind) {
  case PARLEY_SORT_FIELD_INTEGER: (missing ? fill_missing_integers : fill_integers)(field, &p, element, count); return;
  case PARLEY_SORT_FIELD_NUMBER: (missing ? fill_missing_numbers : fill_numbers)(field, &p, element, count); return;
  case PARLEY_SORT_FIELD_DECIMAL: (missing ? fill_missing_decimals : fill_decimals)(field, &p, element, count); return;
  case PARLEY_SORT_FIELD_BOOLEAN: (missing ? fill_missing_booleans : fill_booleans)(field, &p, element, count); return;
  case PARLEY_SORT_FIELD_ENTRY: (missing ? fill_missing_entries : fill_entries)(field, &p, element, count); return;
  default: fill_presence(field, &p, element, count);
  }
}
