/* The printer is set when a library is loaded, and only ever to the same one, so threads need no more than an atomic. */
#include "value/number_text.h"

#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

static _Atomic(const parley_number_printer *) chosen = NULL;

void parley_number_text_use(const parley_number_printer *printer) { atomic_store(&chosen, printer); }

/* The decimal point of a locale, in whatever bytes, becomes a point. */
static void mend_point(char *text) {
  size_t kept = 0;
  int inside = 0;
  for (size_t i = 0; text[i] != '\0'; i++) {
    int plain = strchr("0123456789+-e", text[i]) != NULL;
    if (plain || !inside) text[kept++] = plain ? text[i] : '.';
    inside = !plain;
  }
  text[kept] = '\0';
}

void parley_number_text_fixed(double value, int digits, char *out) {
  const parley_number_printer *printer = atomic_load(&chosen);
  if (printer != NULL) {
    printer->fixed(value, digits, out);
    return;
  }
  snprintf(out, PARLEY_NUMBER_TEXT_ROOM, "%.*f", digits, value);
  mend_point(out);
}

void parley_number_text_general(double value, char *out) {
  const parley_number_printer *printer = atomic_load(&chosen);
  if (printer != NULL) {
    printer->general(value, out);
    return;
  }
  snprintf(out, PARLEY_NUMBER_TEXT_ROOM - 2, "%.15g", value);
  mend_point(out);
  if (strpbrk(out, ".e") == NULL) strcat(out, ".0");
}
