/*
** Readings in SQL: the rows of a group, from which one is chosen at its end as value/readings.h has it.
**
** Rows are kept and chosen from at the end of the group: which one is best depends on all of them. In most groups all
** rows say the same, or one is firmer than the rest, which is seen while they come in.
*/
#ifndef PARLEY_SQLITE_READING_GROUPS_H
#define PARLEY_SQLITE_READING_GROUPS_H

#include <stdint.h>

#include "sqlite/callback.h"
#include "value/readings.h"

/* A value, as it is packed or given; its bytes are another's. */
typedef struct parley_sql_field {
  int type; /* SQLite's */
  union {
    sqlite3_int64 integer;
    double real;
    parley_sql_text text;
  };
} parley_sql_field;

enum { PARLEY_SQL_READINGS_FEW = 8 };

/* The rows of a group, one packed behind the other in a block (sqlite/reading_rows.c). */
typedef struct parley_sql_readings {
  struct parley_sql_readings *next; /* spare one, while this is */
  char *block;
  size_t room, used, count;
  int64_t top;            /* the greatest firmness */
  size_t top_at;          /* where the first row of it is */
  bool top_is_alone;      /* no other row is as firm */
  bool all_agree;         /* all values are the same */
  bool has_days;          /* rows have the days and what they say from the start; else they are made at the end */
  int kind;               /* of texts: one of PARLEY_READING_ */
} parley_sql_readings;

/* What a row says, where that is known before the end. */
typedef struct parley_sql_said {
  parley_reading_extent extent;
  uint64_t says;
} parley_sql_said;

/* All rows of a group, to choose from: what `choice.list` has at a place is of the value there. */
typedef struct parley_sql_reading_list {
  parley_reading_choice choice;
  parley_sql_field *values;
  parley_reading few[PARLEY_SQL_READINGS_FEW];
  parley_sql_field few_values[PARLEY_SQL_READINGS_FEW];
} parley_sql_reading_list;

/* An empty group: a spare one, or a new one; NULL without memory. The caller's, until it is put back. */
parley_sql_readings *parley_sql_readings_take(parley_sql_readings **spare);
void parley_sql_readings_put_back(parley_sql_readings **spare, parley_sql_readings *all);
void parley_sql_readings_free(parley_sql_readings *spare);

/* False without memory. */
bool parley_sql_field_of(sqlite3_value *v, parley_sql_field *out);

/* Packs a row; `said` is NULL for all rows of a group, or for none. False without memory. */
bool parley_sql_readings_add(parley_sql_readings *all, int64_t weight, const parley_sql_field *value,
                             sqlite3_value *voice, const parley_sql_said *said);

/* Whether the rows name several coders, or one and none: without them all is read. */
bool parley_sql_readings_have_several_coders(const parley_sql_readings *all);

/* The value of the row at a place of the group: the first is at 0, the firmest at `top_at`. */
parley_sql_field parley_sql_readings_at(const parley_sql_readings *all, size_t at);

/* All rows; the list is to be freed by parley_sql_readings_close, whether this succeeds or not: not without memory. */
bool parley_sql_readings_open(const parley_sql_readings *all, parley_sql_reading_list *out);
void parley_sql_readings_close(parley_sql_reading_list *l);

/* Gives a value as the result. */
void parley_sql_field_give(sqlite3_context *c, const parley_sql_field *f);

/* ---- aggregates (sqlite/reading_groups.c) ---- */

/* Says what the rows of a group say, before one is chosen. */
typedef void parley_sql_readings_prepare(const parley_sql_readings *all, parley_sql_reading_list *l);

/* The group of a row that has a weight, and its weight; NULL when it has none, or there is no memory. */
parley_sql_readings *parley_sql_readings_of(sqlite3_context *c, sqlite3_value *v, sqlite3_int64 *weight);

void parley_sql_readings_add_value(sqlite3_context *c, parley_sql_readings *all, int64_t weight, sqlite3_value *value,
                                   sqlite3_value *voice, const parley_sql_said *said);

/* Ends a group with what gives its value, if it has rows. */
void parley_sql_readings_end(sqlite3_context *c, void (*give)(sqlite3_context *c, parley_sql_readings *all));

/* Chooses among rows that are open; ends the statement where that could not go on. */
bool parley_sql_readings_choose(sqlite3_context *c, parley_reading_choice *choice);

/* Opens the rows of a group and chooses; ends the statement where that could not go on. The list has to be closed. */
bool parley_sql_readings_best(sqlite3_context *c, const parley_sql_readings *all, parley_sql_reading_list *l,
                              parley_sql_readings_prepare *prepare);

#endif
