/*
** A Frame with a column of every type, and whether two of them hold the same. For arrow_host.c.
*/
#ifndef ARROW_FRAME_H
#define ARROW_FRAME_H

#include "check.h"
#include "frame/frame.h"
#include "frame/packing.h"

/* ---- Frames ---- */

enum { INTEGERS, NUMBERS, BOOLEANS, DATES, TEXTS, EMPTY, WIDTH };

static const char *const names[] = {"i", "x", "b", "d", "t", "none"};

static bool add_row(parley_frame *frame, int row, parley_error *err) {
  static const char *const dates[] = {"2025-06-02", "2025-06", "2025-06-02?"};
  char text[32];
  if (row % 7 == 3) {
    for (int at = 0; at < WIDTH; at++) {
      if (!parley_frame_add_null(frame, at, err)) return false;
    }
    return true;
  }
  snprintf(text, sizeof text, "text %d", row % 50);
  const char *date = dates[row % 3];
  return parley_frame_add_integer(frame, INTEGERS, row * 1000000007LL, err) &&
         parley_frame_add_number(frame, NUMBERS, row / 8.0, err) &&
         parley_frame_add_boolean(frame, BOOLEANS, row % 3 == 0, err) &&
         parley_frame_add_text(frame, DATES, date, strlen(date), err) &&
         parley_frame_add_text(frame, TEXTS, text, strlen(text), err) && parley_frame_add_null(frame, EMPTY, err);
}

static bool build(parley_frame *frame, int rows, parley_error *err) {
  static const parley_type types[] = {PARLEY_INTEGER, PARLEY_NUMBER, PARLEY_BOOLEAN,
                                      PARLEY_DATE,    PARLEY_TEXT,   PARLEY_ANY};
  if (!parley_frame_create(frame, WIDTH, 0, err)) return false;
  for (int at = 0; at < WIDTH; at++) {
    if (!parley_frame_name(frame, at, names[at], strlen(names[at]), types[at], err)) return false;
  }
  for (int row = 0; row < rows; row++) {
    if (!add_row(frame, row, err)) return false;
  }
  return parley_frame_finish(frame, err);
}

static bool same_value(const parley_column *a, const parley_column *b, int64_t row) {
  parley_value v = parley_column_get(a, row), w = parley_column_get(b, row);
  if (v.type != w.type) return false;
  if (v.type == PARLEY_ANY) return true;
  if (v.type == PARLEY_NUMBER) return memcmp(&v.number, &w.number, sizeof v.number) == 0;
  if (v.type == PARLEY_INTEGER || v.type == PARLEY_BOOLEAN) return v.integer == w.integer;
  return v.length == w.length && memcmp(v.text, w.text, v.length) == 0;
}

static void check_same(const parley_frame *a, const parley_frame *b) {
  CHECK(a->rows == b->rows && a->width == b->width);
  for (int at = 0; at < a->width && a->rows == b->rows; at++) {
    const parley_column *one = &a->columns[at], *other = &b->columns[at];
    bool same = true;
    CHECK_TEXT(one->name, other->name);
    CHECK(one->type == other->type && one->nulls == other->nulls);
    for (int64_t row = 0; row < a->rows; row++) same = same && same_value(one, other, row);
    CHECK(same);
    if (one->type == PARLEY_INTEGER) CHECK(one->low == other->low && one->high == other->high);
  }
}

#endif
