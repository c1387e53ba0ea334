/* Items of a list that is one text, so that they can be told apart again. */
#ifndef PARLEY_VALUE_TEXT_ITEM_H
#define PARLEY_VALUE_TEXT_ITEM_H

#include <stddef.h>

/* What stands between two items. */
#define PARLEY_TEXT_ITEM_GAP "; "

/* Writes an item to `to`, unless that is NULL, and gives the bytes it takes. One that holds what stands between items,
   or begins with a quote, stands in double quotes, and quotes in it are doubled. */
size_t parley_text_item_write(const char *text, size_t length, char *to);

#endif
