/* A text made of a number has %!.15g, as SQLite's own. */
#include "sqlite/number_printer.h"

#include <sqlite3.h>

#include "value/number_text.h"

static void print_general(double value, char *out) { sqlite3_snprintf(PARLEY_NUMBER_TEXT_ROOM, out, "%!.15g", value); }

void parley_sqlite_number_printer_install(void) { parley_number_text_use(print_general); }
