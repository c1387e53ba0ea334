/* Letters are digits of a system of 26 without zero. */
#include "text/xlsx_range.h"

#include <string.h>

#include "base/ascii.h"

bool parley_xlsx_place_read(const char *text, size_t length, int *column, int64_t *row) {
  const char *at = text, *end = text + length;
  *column = 0;
  *row = 0;
  if (at < end && *at == '$') at++;
  for (; at < end && (unsigned char)(parley_ascii_lower(*at) - 'a') < 26; at++) {
    *column = *column * 26 + (parley_ascii_lower(*at) - 'a' + 1);
    if (*column > PARLEY_XLSX_COLUMNS) return false;
  }
  if (at > text && at < end && *at == '$' && at[-1] != '$') at++;
  const char *digits = at;
  for (; at < end && parley_ascii_is_digit(*at); at++) {
    *row = *row * 10 + (*at - '0');
    if (*row > PARLEY_XLSX_ROWS) return false;
  }
  bool has_row = at > digits;
  return at == end && (*column > 0 || has_row) && (!has_row || *row > 0);
}

bool parley_xlsx_range_read(const char *text, size_t length, parley_xlsx_range *range) {
  const char *colon = memchr(text, ':', length);
  size_t first = colon != NULL ? (size_t)(colon - text) : length;
  parley_xlsx_range r;
  if (!parley_xlsx_place_read(text, first, &r.first_column, &r.first_row)) return false;
  r.last_column = r.first_column;
  r.last_row = r.first_row;
  size_t rest = colon != NULL ? length - first - 1 : 0;
  if (colon != NULL && !parley_xlsx_place_read(colon + 1, rest, &r.last_column, &r.last_row)) return false;
  bool in_order = (r.last_column == 0 || r.first_column <= r.last_column) &&
                  (r.last_row == 0 || r.first_row <= r.last_row);
  bool alike = (r.first_column > 0) == (r.last_column > 0);
  if (!in_order || !alike) return false;
  *range = r;
  return true;
}

void parley_xlsx_column_name(int column, char out[PARLEY_XLSX_COLUMN_ROOM]) {
  char letters[PARLEY_XLSX_COLUMN_ROOM];
  int count = 0;
  for (; column > 0 && count < PARLEY_XLSX_COLUMN_ROOM - 1; column = (column - 1) / 26) {
    letters[count++] = (char)('A' + (column - 1) % 26);
  }
  for (int i = 0; i < count; i++) out[i] = letters[count - 1 - i];
  out[count] = '\0';
}
