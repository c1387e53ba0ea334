/* The printer is set when a library is loaded, and only ever to the same one, so threads need no more than an atomic.
 */
#include "value/number_text.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static _Atomic(parley_number_printer *) chosen; /* NULL: none yet */

void parley_number_text_use(parley_number_printer *printer) { atomic_store(&chosen, printer); }

/* Some locales' points take several bytes: one '.' for all of them. */
size_t parley_number_text_mend(char *text, size_t length) {
  size_t kept = 0;
  bool inside = false;
  for (size_t i = 0; i < length; i++) {
    bool plain = strchr("0123456789+-e", text[i]) != NULL;
    if (plain || !inside) text[kept++] = plain ? text[i] : '.';
    inside = !plain;
  }
  return kept;
}

static void mend(char *text) { text[parley_number_text_mend(text, strlen(text))] = '\0'; }

void parley_number_text_general(double value, char *out) {
  parley_number_printer *printer = atomic_load(&chosen);
  if (printer != NULL) {
    printer(value, out);
    return;
  }
  snprintf(out, PARLEY_NUMBER_TEXT_ROOM - 2, "%.15g", value);
  mend(out);
  if (strpbrk(out, ".e") == NULL) strcat(out, ".0");
}
