/* round() in SQLite prints with %.*f up to 3.42, with %!.*f from then on; a text made of a number has %!.15g. */
#include "sqlite/number_printer.h"

#include <sqlite3.h>

#include "value/number_text.h"

static void print_fixed(double value, int digits, char *out) {
  const char *format = sqlite3_libversion_number() < 3043000 ? "%.*f" : "%!.*f";
  sqlite3_snprintf(PARLEY_NUMBER_TEXT_ROOM, out, format, digits, value);
}

static void print_general(double value, char *out) { sqlite3_snprintf(PARLEY_NUMBER_TEXT_ROOM, out, "%!.15g", value); }

void parley_sqlite_number_printer_install(void) {
  static const parley_number_printer printer = {print_fixed, print_general};
  parley_number_text_use(&printer);
}
