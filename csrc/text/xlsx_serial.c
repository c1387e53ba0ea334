/* Counted in thousandths of a second, so that 14:29:59.9999 becomes 14:30:00 whole. */
#include "text/xlsx_serial.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "value/edtf.h"

#define DAY_MILLIS INT64_C(86400000)
enum { LAST_1900 = 2958465, LAST_1904 = 2957003 }; /* 9999-12-31 */

/* Hours of any number, minutes, seconds and thousandths. */
static size_t write_time(int64_t millis, char *out, size_t room) {
  long long hours = millis / 3600000;
  int minutes = (int)(millis / 60000 % 60), seconds = (int)(millis / 1000 % 60), rest = (int)(millis % 1000);
  int length = rest > 0 ? snprintf(out, room, "%02lld:%02d:%02d.%03d", hours, minutes, seconds, rest)
                        : snprintf(out, room, "%02lld:%02d:%02d", hours, minutes, seconds);
  return (size_t)length;
}

/* D1 */
static size_t write_day(int64_t day, bool from_1904, char *out) {
  char text[16];
  if (!from_1904 && day == 60) return (size_t)snprintf(out, 16, "1900-02-29");
  if (!from_1904 && day == 0) return (size_t)snprintf(out, 16, "1900-01-00");
  int32_t first = from_1904 ? parley_day(1904, 1, 1) : parley_day(1899, 12, 31) - (day > 60);
  parley_day_text(first + (int32_t)day, text);
  memcpy(out, text, strlen(text));
  return strlen(text);
}

static size_t write_duration(double serial, char *out) {
  if (!(fabs(serial) < 1e9)) return 0;
  int64_t millis = llround(fabs(serial) * (double)DAY_MILLIS);
  bool negative = serial < 0 && millis > 0;
  if (negative) *out = '-';
  return negative + write_time(millis, out + negative, PARLEY_XLSX_SERIAL_ROOM - 1);
}

size_t parley_xlsx_serial_text(double serial, parley_xlsx_format format, bool from_1904,
                               char out[PARLEY_XLSX_SERIAL_ROOM]) {
  if (format == PARLEY_XLSX_FORMAT_DURATION) return write_duration(serial, out);
  if (!(serial >= 0) || serial >= (from_1904 ? LAST_1904 : LAST_1900) + 1) return 0;
  int64_t millis = llround(serial * (double)DAY_MILLIS), day = millis / DAY_MILLIS;
  int64_t time = millis % DAY_MILLIS;
  bool only_time = serial < 1 && (format == PARLEY_XLSX_FORMAT_TIME || (time > 0 && !from_1904));
  if (only_time) return write_time(millis % DAY_MILLIS, out, PARLEY_XLSX_SERIAL_ROOM);
  if (day > (from_1904 ? LAST_1904 : LAST_1900)) return 0;
  size_t length = write_day(day, from_1904, out);
  if (time == 0) return length;
  out[length++] = 'T';
  return length + write_time(time, out + length, PARLEY_XLSX_SERIAL_ROOM - length);
}
