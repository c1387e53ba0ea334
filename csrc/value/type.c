/* Names of the types, in one place. */
#include "value/type.h"

const char *const parley_type_names[] = {"any", "integer", "number", "boolean", "date", "text", 0};

const char *parley_type_name(parley_type type) { return parley_type_names[type]; }
