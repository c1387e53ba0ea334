/*
** How cells show their numbers, as far as it says what the numbers are: a day, a time of day, a duration, or a plain
** number.
**
** S1  A format is told by its first section: what stands in quotes, behind a backslash, '_' or '*', colours, conditions
**     and languages say nothing. [h], [m] and [s] make a duration; y, d, e, g, and m beside no h or s, a day; h, s and
**     AM/PM a time; a percent sign, shares of a hundred.
** S2  Of the formats that have a number and no text, 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are days or times, 9 and
**     10 shares.
*/
#ifndef PARLEY_TEXT_XLSX_STYLES_H
#define PARLEY_TEXT_XLSX_STYLES_H

#include "text/xlsx_zip.h"

typedef enum parley_xlsx_format {
  PARLEY_XLSX_FORMAT_PLAIN,
  PARLEY_XLSX_FORMAT_DAY,      /* with a time or without */
  PARLEY_XLSX_FORMAT_TIME,
  PARLEY_XLSX_FORMAT_DURATION,
  PARLEY_XLSX_FORMAT_PERCENT   /* a number as any other; who typed 12% should know of it */
} parley_xlsx_format;

/* The formats of cells by the numbers of their styles. All zero: none; every cell is plain. */
typedef struct parley_xlsx_styles {
  unsigned char *formats;
  size_t count, room;
} parley_xlsx_styles;

bool parley_xlsx_styles_read(parley_xlsx_styles *styles, const parley_xlsx_zip *zip, const parley_xlsx_zip_entry *entry,
                             parley_error *err);

static inline parley_xlsx_format parley_xlsx_styles_format(const parley_xlsx_styles *styles, size_t style) {
  return style < styles->count ? (parley_xlsx_format)styles->formats[style] : PARLEY_XLSX_FORMAT_PLAIN;
}

void parley_xlsx_styles_free(parley_xlsx_styles *styles);

#endif
