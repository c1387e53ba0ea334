/* Booleans are the integers 0 and 1 here. */
#include "value/order.h"

#include "base/bytes.h"
#include "value/scalar_semantics.h"

/* Exact between integers and numbers, so that the order is total and transitive beyond 2^53. */
static int order_of_numbers(const parley_value *a, const parley_value *b) {
  bool left = parley_layout_of(a->type) == PARLEY_LAYOUT_NUMBER;
  bool right = parley_layout_of(b->type) == PARLEY_LAYOUT_NUMBER;
  if (left && right) return (a->number > b->number) - (a->number < b->number);
  if (left) return -parley_integer_compare_number(b->integer, a->number);
  if (right) return parley_integer_compare_number(a->integer, b->number);
  return (a->integer > b->integer) - (a->integer < b->integer);
}

static bool is_text(const parley_value *value) { return parley_layout_is_coded(parley_layout_of(value->type)); }

/* Dates of the same days are told apart by their texts: '2025-06' and '2025-06-01/2025-06-30' are two values. */
int parley_value_order(const parley_value *a, const parley_value *b) {
  if (is_text(a) != is_text(b)) return is_text(a) ? 1 : -1;
  if (!is_text(a)) return order_of_numbers(a, b);
  bool dates = parley_layout_of(a->type) == PARLEY_LAYOUT_DATED && parley_layout_of(b->type) == PARLEY_LAYOUT_DATED;
  if (dates && a->integer != b->integer) return a->integer < b->integer ? -1 : 1;
  return parley_bytes_order(a->text, a->length, b->text, b->length);
}
