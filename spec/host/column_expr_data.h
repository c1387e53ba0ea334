/*
** A Frame with columns of every type, values that matter among them, and the same rows as a table of SQLite: what
** random expressions are computed over. For column_expr_host.c.
*/
#ifndef COLUMN_EXPR_DATA_H
#define COLUMN_EXPR_DATA_H

#include <math.h>

#include "check.h"
#include "frame/frame.h"
#include "frame/packing.h"
#include "sqlite/functions.h"
#include "sqlite/number_printer.h"
#include "sqlite/open_store.h"

enum { ROWS = 257, COPIES = 300, NODES = 400, ARGS = 800 };

/* ---- data ---- */

enum { C_I, C_J, C_X, C_Y, C_B, C_T, C_S, C_U, C_D, C_E, C_TD, C_N, WIDTH };

static const char *const names[WIDTH] = {"i", "j", "x", "y", "b", "t", "s", "u", "d", "e", "td", "n"};
static const parley_type types[WIDTH] = {PARLEY_INTEGER, PARLEY_INTEGER, PARLEY_NUMBER, PARLEY_NUMBER, PARLEY_BOOLEAN,
                                         PARLEY_TEXT,    PARLEY_TEXT,    PARLEY_TEXT,   PARLEY_DATE,   PARLEY_DATE,
                                         PARLEY_TEXT,    PARLEY_TEXT};

static const int64_t integers[] = {0, 1, -1, 2, 7, -7, 100, INT64_MAX, INT64_MIN, INT64_C(1) << 53,
                                   (INT64_C(1) << 53) + 1, INT64_MIN + 1, 3037000500};
static const double numbers[] = {0, -0.0, 0.5, -0.5, 2.5, -2.5, 1e300, -1e300, 9007199254740992.0,
                                 9223372036854775808.0, 0.1, 2.675, 1.005, 123456.789, 1e-9, INFINITY, -INFINITY,
                                 4503599627370495.5, 7, -7};
static const char *const texts[] = {"", "a", "A", "b", "open", "Closed", "50%_", "  padded\t", "\xC2\xA0nbsp\xC2\xA0",
                                    "\xC4\xB0stanbul", "istanbul", "ISTANBUL and \xC3\x89t\xC3\xA9",
                                    "caf\xC3\xA9", "cafe", "\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2",
                                    "stray \xA9 byte", "a_b", "aab", "ceasefire talks",
                                    "a long text about a ceasefire that was signed in Istanbul and later forgotten"};
static const char *const dates[] = {"2025-06-02", "2025-06", "2025", "../2025-06-01", "2025-05-16/..",
                                    "2025-06-02?", "2024-02-29", "202X", "2025-03/2025-07", "-0044-03-15",
                                    "2025-23", "/2024", "2024-12-30"};

#define COUNT(array) ((unsigned)(sizeof(array) / sizeof(*(array))))

typedef struct data {
  parley_frame frame;
  sqlite3 *db;
} data;

static bool add_value(parley_frame *frame, int at, int row, parley_error *err) {
  char text[80];
  switch (at) {
    case C_I: return parley_frame_add_integer(frame, at, integers[random_below(COUNT(integers))], err);
    case C_J: return parley_frame_add_integer(frame, at, (int64_t)random_below(40) - 12, err);
    case C_X: return parley_frame_add_number(frame, at, numbers[random_below(COUNT(numbers))], err);
    case C_Y: return parley_frame_add_number(frame, at, (double)random_below(1000) / 8 - 40, err);
    case C_B: return parley_frame_add_boolean(frame, at, random_below(2), err);
    case C_U: snprintf(text, sizeof text, "%s %d", texts[random_below(COUNT(texts))], row); break;
    case C_D:
    case C_E:
    case C_TD: snprintf(text, sizeof text, "%s", dates[random_below(COUNT(dates))]); break;
    default: snprintf(text, sizeof text, "%s", texts[random_below(COUNT(texts))]);
  }
  return parley_frame_add_text(frame, at, text, strlen(text), err);
}

/* The last row is missing altogether; C_J, C_Y and C_S miss nothing else, C_N everything. */
static bool is_missing(int at, int row) {
  if (row == ROWS - 1 || at == C_N) return true;
  return at != C_J && at != C_Y && at != C_S && random_below(6) == 0;
}

/* The rows again and again, `copies` times. */
static void make_frame(parley_frame *frame, const parley_frame *of, int copies) {
  parley_error err;
  *frame = (parley_frame){0};
  CHECK(parley_frame_create(frame, WIDTH, 0, &err));
  for (int at = 0; at < WIDTH; at++) CHECK(parley_frame_name(frame, at, names[at], strlen(names[at]), types[at], &err));
  for (int row = 0; row < ROWS * copies; row++) {
    for (int at = 0; at < WIDTH; at++) {
      parley_value value = of == NULL ? (parley_value){.type = is_missing(at, row) ? PARLEY_ANY : types[at]}
                                      : parley_column_get(&of->columns[at], row % ROWS);
      bool done = value.type == PARLEY_ANY       ? parley_frame_add_null(frame, at, &err)
                  : of == NULL                   ? add_value(frame, at, row, &err)
                  : value.type == PARLEY_INTEGER ? parley_frame_add_integer(frame, at, value.integer, &err)
                  : value.type == PARLEY_NUMBER  ? parley_frame_add_number(frame, at, value.number, &err)
                  : value.type == PARLEY_BOOLEAN ? parley_frame_add_boolean(frame, at, value.integer, &err)
                                                 : parley_frame_add_text(frame, at, value.text, value.length, &err);
      CHECK(done);
    }
  }
  CHECK(parley_frame_finish(frame, &err));
}

static void bind(sqlite3_stmt *stmt, int at, parley_value value) {
  switch (value.type) {
    case PARLEY_ANY: sqlite3_bind_null(stmt, at); break;
    case PARLEY_INTEGER:
    case PARLEY_BOOLEAN: sqlite3_bind_int64(stmt, at, value.integer); break;
    case PARLEY_NUMBER: sqlite3_bind_double(stmt, at, value.number); break;
    default: sqlite3_bind_text(stmt, at, value.text, (int)value.length, SQLITE_STATIC);
  }
}

static void make_data(data *d) {
  sqlite3_stmt *stmt;
  make_frame(&d->frame, NULL, 1);
  static parley_store store; /* the functions ask its run */
  CHECK(sqlite3_open(":memory:", &d->db) == SQLITE_OK && parley_store_adopt(&store, d->db, NULL) &&
        parley_sqlite_register(&store, NULL));
  parley_sqlite_number_printer_install();
  CHECK(sqlite3_exec(d->db, "CREATE TABLE data(i,j,x,y,b,t,s,u,d,e,td,n)", NULL, NULL, NULL) == SQLITE_OK);
  CHECK(sqlite3_prepare_v2(d->db, "INSERT INTO data VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", -1, &stmt, NULL) == SQLITE_OK);
  for (int row = 0; row < ROWS; row++) {
    for (int at = 0; at < WIDTH; at++) bind(stmt, at + 1, parley_column_get(&d->frame.columns[at], row));
    CHECK(sqlite3_step(stmt) == SQLITE_DONE);
    sqlite3_reset(stmt);
  }
  sqlite3_finalize(stmt);
}

#endif
