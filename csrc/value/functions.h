/*
** The table of functions: one entry for each function of the expression language, each operation of the column engine
** and each function that SQL calls back, as value/functions.def lists them.
**
** `takes` names the arguments with their types, "x text, n integer?": '?' may be left out, and "..." repeats the last
** argument. Types: any, number (integers too), integer, text (dates too), date (texts too), boolean; countable (a
** number or a boolean), scale (a number, or a date by its first day), share (a literal from 0 to 1), whole (a literal
** integer, 1 or more), separator (a literal text), comparison (a condition with comparisons of dates), or words with
** bars between them, one
** of which is to be written there. `gives` is a type, or
**   same         the type of the first argument
**   same number  that where it is an integer or any, else number
**   common       the one type that all arguments of type any have, integers beside numbers being numbers
**
** SQL texts hold $* for all arguments and $1, $2 … for one; $day1 for the first day of a date; $row for the row's place
** in its order; $comparison for the operator and all sides of a comparison with dates; $blanks for the blanks that
** trim() takes away.
*/
#ifndef PARLEY_VALUE_FUNCTIONS_H
#define PARLEY_VALUE_FUNCTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "value/edtf.h"
#include "value/scalar_call.h"
#include "value/statistics.h"
#include "value/type.h"

/* What a step of the column engine does. */
typedef enum parley_operation {
#define OPERATOR(name, OPERATION, ...) PARLEY_DO_##OPERATION,
#define SCALAR(name, OPERATION, ...) PARLEY_DO_##OPERATION,
#define CALLED(name, OPERATION, ...) PARLEY_DO_##OPERATION,
#include "value/functions.def"
  PARLEY_OPERATIONS
} parley_operation;

/* The part of a date that an operation from YEAR to DAY gives: they stand in the table in the order of the parts. */
static inline parley_date_part parley_operation_part(int operation) {
  _Static_assert(PARLEY_DO_DAY - PARLEY_DO_YEAR == (int)PARLEY_DATE_PART_DAY &&
                   PARLEY_DO_QUARTER - PARLEY_DO_YEAR == (int)PARLEY_DATE_PART_QUARTER &&
                   PARLEY_DO_MONTH - PARLEY_DO_YEAR == (int)PARLEY_DATE_PART_MONTH &&
                   PARLEY_DO_WEEK - PARLEY_DO_YEAR == (int)PARLEY_DATE_PART_WEEK,
                 "the parts of dates stand in another order in value/functions/scalars.def");
  return (parley_date_part)(operation - PARLEY_DO_YEAR);
}

/* What a measure of the column engine is. */
typedef enum parley_aggregate {
#define MEASURE(name, KIND, kernel) PARLEY_##KIND,
#define AGGREGATE(name, KIND, ...) PARLEY_##KIND,
#include "value/functions.def"
  PARLEY_AGGREGATES
} parley_aggregate;

/* What a window of the column engine is. */
typedef enum parley_window_kind {
#define WINDOW(name, KIND, ...) PARLEY_WINDOW_##KIND,
#include "value/functions.def"
  PARLEY_WINDOW_KINDS
} parley_window_kind;

typedef enum parley_function_kind {
  PARLEY_FUNCTION_OPERATOR,
  PARLEY_FUNCTION_SCALAR,
  PARLEY_FUNCTION_MEASURE,
  PARLEY_FUNCTION_AGGREGATE,
  PARLEY_FUNCTION_WINDOW,
  PARLEY_FUNCTION_SQL_ONLY
} parley_function_kind;

typedef enum parley_missing {
  PARLEY_MISSING_SPREADS, /* of scalars and windows: a missing argument gives a missing value; of aggregates: rows in
                             which one is are passed over */
  PARLEY_MISSING_SKIPPED, /* missing arguments are passed over; missing where all are */
  PARLEY_MISSING_STATED   /* the sentence says what comes of a missing argument */
} parley_missing;

/* The meaning of each function that is called value by value, on every engine. */
#define CALLED(name, OPERATION, ...) parley_scalar parley_call_##name;
#include "value/functions.def"

/* The statistics of the table. */
#define STATISTIC(name, ...) extern const parley_statistic parley_statistic_##name;
#include "value/functions.def"

typedef struct parley_function {
  const char *name;
  parley_function_kind kind;
  const char *sign;         /* of operators and of what only SQL calls: how it is written, where that is not its name */
  int operation;            /* parley_operation of scalars and operators, parley_aggregate of measures and aggregates */
  const char *takes, *gives;
  parley_missing missing;
  const parley_statistic *statistic; /* of aggregates that are one; SQL calls it by the name */
  bool ordered;             /* of aggregates and windows: the answer depends on the order of the rows */
  parley_scalar *call;      /* of scalars without a kernel of their own: what it gives for the values of a row */
  bool can_fail;            /* of scalars: some arguments of the right types are refused */
  bool keeps_whole;         /* of scalars that give numbers: an integer is what they give for it, as long as a second
                               argument is not below 0 */
  int64_t low, high;        /* of scalars that give integers: all lie between; both 0: nothing is known */
  int cost;                 /* of operators and scalars in the column engine: time a row takes, an addition taking 2 */
  bool shared_days;         /* of dates: no value where the days of a date do not share one */
  bool no_method;           /* of aggregates: a query's method of that name, or its like, does something else */
  bool adds;                /* of aggregates and windows: adds values up, so that they have to count alike */
  bool rounded;             /* of windows: the last places depend on the order of additions */
  bool counts;              /* of aggregates: 0, not missing, where there are no rows */
  bool averages;            /* of aggregates: lies between the values, so that those left out move it */
  bool extreme;             /* the first or last of values in the order of their type */
  bool presence;            /* of aggregates: looks only at which values are there; of an amount, whether any side is */
  bool by_sides;            /* of aggregates: of an amount, the sums of its sides */
  bool together;            /* of aggregates: of a column of lists, a list counts as one value */
  bool between;             /* of dates: the time between two of them */
  bool any_case;            /* of those that find a part: whether they do so whatever the case of either */
  bool finds_part;          /* of scalars of a text: whether it has a part, the second argument */
  const char *beside;       /* of parts of dates that count within another: what may stand beside it and on some days */
  const char *within;       /* differs from that other, as a year beside a week; and the other */
  const char *span_low;     /* of dates that are spans: what it is at least, from its one side to the other; */
  const char *span_high;    /* and at most */
  const char *letters;      /* of scalars that keep the words of a text: what becomes of letters, lower, upper, same */
  const char *sqlite;       /* SQL text */
  const char *sqlite_dates; /* the same where the (first) argument or the result is a date; NULL: no other */
  const char *sqlite_item;  /* of what asks a list, with places for the column and an item: a text its indexes serve */
  const char *sqlite_day;   /* of scalars that give a date: its first day, where there is a shorter way to it */
  /* The same four for PostgreSQL, which calls functions of the dataset's schema, made by
     lua/parley/query/sql/dialect/postgres_functions.lua; NULL: parley_NAME of all arguments, or there is none, which
     `postgres_lacks` tells by a word. */
  const char *postgres, *postgres_dates, *postgres_item, *postgres_day, *postgres_lacks;
  const char *postgres_integer, *postgres_number; /* the same of integers, and of numbers; NULL: no other */
  /* Of aggregates, for PostgreSQL: how one over several servers is made of what each gives for its rows, by the type of
     the first argument ("key": a column by which rows are spread, so that equal values are on one server):
     "TYPE: what a server gives & what else => the whole, of $1, $2 | TYPE: ...". NULL, or another type: of values */
  const char *postgres_splits;
  bool as_set;              /* of aggregates: how often a value comes is nothing to it */
  const char *elsewhere;    /* what other tools call it: words with blanks between; NULL: the same */
  const char *says;         /* what it gives, in one sentence */
  const char *example, *result; /* an expression, and its value as a literal of the language */
} parley_function;

/* All entries, in the order of functions.def; the last has no name. */
extern const parley_function parley_functions[];

/* The entry of an operation of the column engine. */
const parley_function *parley_function_of_operation(parley_operation operation);

/* The type that the table says of argument `at`, from 0: the last one's for those behind it. A choice of words is a
   text, a date may come as a text. */
parley_type parley_function_takes(const parley_function *f, int at);

/* The same of the first `count` arguments, at least one; the last one's is that of those behind it. */
void parley_function_takes_first(const parley_function *f, parley_type *types, int count);

/* Whether the table says just this type of argument `at`; whether one in which numbers stand, and no texts; and whether
   it says that type of any argument. */
bool parley_function_takes_only(const parley_function *f, int at, const char *type);
bool parley_function_takes_numbers(const parley_function *f, int at);
bool parley_function_has(const parley_function *f, const char *type);

/* How many arguments an entry takes, at least and at most; -1: any number. */
void parley_function_counts(const parley_function *f, int *least, int *most);

/* How many columns it looks at: arguments but for settings, which are literals. */
int parley_function_columns(const parley_function *f);

/* The place of the column `number` among its arguments, both from 0; -1 where it has fewer. */
int parley_function_column(const parley_function *f, int number);

/* The entry of a kind and name, of operators also by the sign; NULL where there is none. */
const parley_function *parley_function_find(parley_function_kind kind, const char *name, size_t length);

/* The entries of what measures and windows of the column engine are. */
const parley_function *parley_function_of(parley_aggregate kind);
const parley_function *parley_function_of_window(parley_window_kind kind);

#endif
