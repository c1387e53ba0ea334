/*
** The numbers that stand for days and times in a workbook, as texts.
**
** D1  In the system of 1900, 1 is 1900-01-01 and 61 is 1900-03-01. 60 is 29 February 1900, a day that never was: its
**     text is 1900-02-29, which no date reads; 0 is 1900-01-00. In that of 1904, 0 is 1904-01-01.
** D2  A day with a time is 2025-05-16T14:30:00, rounded to thousandths, which are written where there are any; a whole
**     day has no time. A number below 1 that shows as a time is 14:30:00; a duration counts its hours on: 36:30:00.
** D3  What is no day of the years 1900 to 9999 has no text.
*/
#ifndef PARLEY_TEXT_XLSX_SERIAL_H
#define PARLEY_TEXT_XLSX_SERIAL_H

#include "text/xlsx_styles.h"

enum { PARLEY_XLSX_SERIAL_ROOM = 40 };

/* Gives the length of the text, which has no zero behind it; 0: there is none. */
size_t parley_xlsx_serial_text(double serial, parley_xlsx_format format, bool from_1904,
                               char out[PARLEY_XLSX_SERIAL_ROOM]);

#endif
