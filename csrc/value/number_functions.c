/*
** Functions of numbers: text, roots, powers, whole parts, the greatest of several, distances on the earth. round() is
** in value/rounding.c.
**
** Functions of the C library are taken as they come: IEEE 754 asks only of sqrt that it be correctly rounded, and both
** engines call the same library.
*/
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "value/edtf.h"
#include "value/functions.h"
#include "value/number_text.h"
#include "value/order.h"
#include "value/scalar_semantics.h"

/* ---- text ---- */

/* What is printed of a whole number ends in ".0", and is as well without. */
bool parley_call_text(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  char *text = parley_scalar_room_for(room, PARLEY_NUMBER_TEXT_ROOM, err);
  (void)count;
  if (text == NULL) return false;
  if (args[0].type == PARLEY_INTEGER) {
    snprintf(text, PARLEY_NUMBER_TEXT_ROOM, "%" PRId64, args[0].integer);
  } else if (isinf(args[0].number)) {
    strcpy(text, args[0].number > 0 ? "inf" : "-inf");
  } else {
    parley_number_text_general(args[0].number, text);
  }
  size_t length = strlen(text);
  if (length > 2 && strcmp(text + length - 2, ".0") == 0) length -= 2;
  return parley_scalar_give_text(out, text, length);
}

/* ---- roots and powers ---- */

/* A result that is infinite though no argument was is an overflow. An infinite argument may give an infinite result;
   a finite one that does has left the range. */
static bool give_finite(const parley_value *args, int count, double x, const char *name, parley_value *out,
                        parley_error *err) {
  bool finite = true;
  for (int i = 0; i < count; i++) finite = finite && isfinite(args[i].number);
  if (isinf(x) && finite) return parley_fail_with(err, "overflow.number", "name=%s", name);
  return parley_scalar_give_number(out, x);
}

bool parley_call_sqrt(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  (void)count, (void)room, (void)err;
  return parley_scalar_give_number(out, args[0].number < 0 ? NAN : sqrt(args[0].number));
}

bool parley_call_exp(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                     parley_error *err) {
  (void)room;
  return give_finite(args, count, exp(args[0].number), "exp", out, err);
}

bool parley_call_ln(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                    parley_error *err) {
  (void)count, (void)room, (void)err;
  return parley_scalar_give_number(out, args[0].number > 0 ? log(args[0].number) : NAN);
}

bool parley_call_log10(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                       parley_error *err) {
  (void)count, (void)room, (void)err;
  return parley_scalar_give_number(out, args[0].number > 0 ? log10(args[0].number) : NAN);
}

/* 0 to a negative power would divide by 0; squares are exact products, as Lua's are. */
bool parley_call_power(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                       parley_error *err) {
  double x = args[0].number, y = args[1].number;
  bool divides_by_zero = !(x < 0 || x > 0) && y < 0;
  (void)room;
  return give_finite(args, count, divides_by_zero ? NAN : y < 2 || y > 2 ? pow(x, y) : x * x, "power", out, err);
}

/* ---- whole parts ---- */

/* An integer is whole already and stays exact, beyond 2^53 too. */
static bool give_whole(const parley_value *x, double whole, parley_value *out) {
  if (parley_layout_of(x->type) == PARLEY_LAYOUT_INTEGER) return parley_scalar_give_integer(out, x->integer);
  return parley_scalar_give_number(out, whole);
}

bool parley_call_floor(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                       parley_error *err) {
  (void)count, (void)room, (void)err;
  return give_whole(&args[0], floor(args[0].number), out);
}

bool parley_call_ceil(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  (void)count, (void)room, (void)err;
  return give_whole(&args[0], ceil(args[0].number), out);
}

bool parley_call_sign(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                      parley_error *err) {
  (void)count, (void)room, (void)err;
  return parley_scalar_give_integer(out, (args[0].number > 0) - (args[0].number < 0));
}

/* ---- greatest and least ---- */

/* What a value is compared by: a date by its first day; missing where it has none. A date with an open start cannot
   be placed, and is passed over as missing ones are. */
static bool comparable(const parley_value *x, parley_value *by, parley_error *err) {
  parley_edtf date;
  *by = *x;
  if (parley_layout_of(x->type) != PARLEY_LAYOUT_DATED) return true;
  if (!parley_edtf_parse(x->text, x->length, &date, err)) return false;
  *by = (parley_value){.type = parley_edtf_has_first(&date) ? PARLEY_INTEGER : PARLEY_ANY, .integer = date.first};
  return true;
}

/* The first of those that lie farthest in a direction. Equal values: the first one, so that its own text is given. */
static bool give_extreme(const parley_value *args, int count, int direction, parley_value *out, parley_error *err) {
  parley_value best = {.type = PARLEY_ANY}, by;
  for (int i = 0; i < count; i++) {
    if (!comparable(&args[i], &by, err)) return false;
    if (by.type == PARLEY_ANY) continue;
    if (best.type != PARLEY_ANY && parley_value_order(&by, &best) * direction <= 0) continue;
    best = by;
    *out = args[i];
  }
  return true;
}

bool parley_call_greatest(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                          parley_error *err) {
  (void)room;
  return give_extreme(args, count, 1, out, err);
}

bool parley_call_least(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                       parley_error *err) {
  (void)room;
  return give_extreme(args, count, -1, out, err);
}

/* ---- distances ---- */

/* The mean radius of the earth in km, (2a + b) / 3 of the ellipsoid GRS 80 (Moritz 2000, Geodetic Reference System
   1980, Journal of Geodesy 74). */
static const double EARTH_RADIUS = 6371.0088;
static const double RADIANS = 3.141592653589793 / 180.0;

/* Along a great circle, by the haversine of the angle between the two points: good for short ways too. Held to 1
   before asin(), which rounding may pass at the antipode. Error against the ellipsoid: up to 0.5 %. */
static double great_circle(double lat1, double lon1, double lat2, double lon2) {
  double north = sin((lat2 - lat1) * RADIANS / 2.0), east = sin((lon2 - lon1) * RADIANS / 2.0);
  double haversine = north * north + cos(lat1 * RADIANS) * cos(lat2 * RADIANS) * east * east;
  return 2.0 * EARTH_RADIUS * asin(sqrt(haversine < 1.0 ? haversine : 1.0));
}

/* Longitudes beyond 180 are taken round the earth by the sine; latitudes beyond 90 are no place: missing. */
bool parley_call_distance(const parley_value *args, int count, parley_scalar_room *room, parley_value *out,
                          parley_error *err) {
  double lat1 = args[0].number, lon1 = args[1].number, lat2 = args[2].number, lon2 = args[3].number;
  (void)count, (void)room, (void)err;
  if (fabs(lat1) > 90 || fabs(lat2) > 90 || isinf(lon1) || isinf(lon2)) return true;
  return parley_scalar_give_number(out, great_circle(lat1, lon1, lat2, lon2));
}
