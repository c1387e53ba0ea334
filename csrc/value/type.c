/* Names of the types, in one place. */
#include "value/type.h"

const char *parley_type_name(parley_type type) {
  static const char *const names[] = {"any", "integer", "number", "boolean", "date", "text"};
  return names[type];
}
