/*
** Functions of spans and of weeks: dates that last from one day to another, each known as well as it is, and years
** counted in weeks. An interval is read by its two sides; a single date is a span that begins and ends within it.
*/
#include <stdio.h>
#include <string.h>

#include "value/edtf.h"
#include "value/functions.h"

/* ---- sides ---- */

typedef struct side {
  const char *text;
  size_t length;
  parley_edtf days;
  bool known; /* not open and not unknown */
} side;

typedef struct span {
  side from, until;
} span;

static bool read_side(side *s, parley_error *err) {
  bool open = s->length == 2 && memcmp(s->text, "..", 2) == 0;
  s->known = s->length > 0 && !open;
  return !s->known || parley_edtf_parse(s->text, s->length, &s->days, err);
}

/* The whole is read first, so that what is not a date is told as everywhere. */
static bool read_span(const parley_value *arg, span *out, parley_error *err) {
  parley_edtf whole;
  if (!parley_edtf_parse(arg->text, arg->length, &whole, err)) return false;
  const char *slash = memchr(arg->text, '/', arg->length);
  size_t before = slash == NULL ? arg->length : (size_t)(slash - arg->text);
  out->from = (side){.text = arg->text, .length = before};
  out->until = out->from;
  if (slash != NULL) out->until = (side){.text = slash + 1, .length = arg->length - before - 1};
  return read_side(&out->from, err) && read_side(&out->until, err);
}

static void give_side(parley_value *out, const side *s) {
  if (s->known) *out = (parley_value){.type = PARLEY_DATE, .text = s->text, .length = s->length};
}

bool parley_call_from(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  span s;
  (void)count, (void)room;
  if (!read_span(&args[0], &s, err)) return false;
  give_side(out, &s.from);
  return true;
}

bool parley_call_until(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                       parley_error *err) {
  span s;
  (void)count, (void)room;
  if (!read_span(&args[0], &s, err)) return false;
  give_side(out, &s.until);
  return true;
}

/* ---- lengths ---- */

/* The shortest span begins on the last day it may begin, and lasts a day at least. */
bool parley_call_days_low(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                          parley_error *err) {
  span s;
  (void)count, (void)room;
  if (!read_span(&args[0], &s, err)) return false;
  if (!s.from.known || !s.until.known) return true;
  int64_t days = (int64_t)s.until.days.first - s.from.days.last + 1;
  return parley_scalar_give_integer(out, days < 1 ? 1 : days);
}

bool parley_call_days_high(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                           parley_error *err) {
  span s;
  (void)count, (void)room;
  if (!read_span(&args[0], &s, err)) return false;
  if (!s.from.known || !s.until.known) return true;
  return parley_scalar_give_integer(out, (int64_t)s.until.days.last - s.from.days.first + 1);
}

/* ---- weeks ---- */

/* Week and year of the week in which a day lies: those of its Thursday. */
static void week_of(int32_t day, int32_t *year, int32_t *week) {
  int32_t since_monday = ((day % 7) + 10) % 7, thursday = day - since_monday + 3; /* 1970-01-01 was a Thursday */
  *year = parley_calendar_of(thursday).year;
  *week = (thursday - parley_day(*year, 1, 1)) / 7 + 1;
}

static bool is_bounded(const parley_edtf *date) { return parley_edtf_has_first(date) && parley_edtf_has_last(date); }

bool parley_call_week_year(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                           parley_error *err) {
  parley_edtf date;
  int32_t first, last, week;
  (void)count, (void)room;
  if (!parley_edtf_parse(args[0].text, args[0].length, &date, err)) return false;
  if (!is_bounded(&date)) return true;
  week_of(date.first, &first, &week);
  week_of(date.last, &last, &week);
  return first == last ? parley_scalar_give_integer(out, first) : true;
}

bool parley_call_iso_week(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                          parley_error *err) {
  enum { LONGEST = 24 };
  parley_edtf date;
  int32_t year, week, last_year, last_week;
  (void)count;
  if (!parley_edtf_parse(args[0].text, args[0].length, &date, err)) return false;
  if (!is_bounded(&date)) return true;
  week_of(date.first, &year, &week);
  week_of(date.last, &last_year, &last_week);
  if (year != last_year || week != last_week) return true;
  char *text = parley_scalar_room_for(room, LONGEST, err);
  if (text == NULL) return false;
  const char *mark = year > 9999 || year < -9999 ? "Y" : "";
  int length = snprintf(text, LONGEST, "%s%0*d-W%02d", mark, year < 0 ? 5 : 4, (int)year, (int)week);
  return parley_scalar_give_text(out, text, (size_t)length);
}
