/* SQL aggregates that keep the values of a group and look at all of them at its end: list, string_agg, top, mode. */
#ifndef PARLEY_SQLITE_ITEM_AGGREGATES_H
#define PARLEY_SQLITE_ITEM_AGGREGATES_H

#include <sqlite3.h>

typedef void parley_sql_step(sqlite3_context *c, int n, sqlite3_value **v);
typedef void parley_sql_final(sqlite3_context *c);

/* list(x [, row]), string_agg(x, separator, row): the texts in the order of `row`, an integer. */
parley_sql_step parley_sql_list_step, parley_sql_string_agg_step;
parley_sql_final parley_sql_list_final;

/* top(x, n, by, row): the texts of x in the n rows with the greatest numbers `by`, the greatest first. */
parley_sql_step parley_sql_top_step;
parley_sql_final parley_sql_top_final;

/* mode(x); the value that stands most often, of several the least. mode_of_dates(x) orders them as dates. */
parley_sql_step parley_sql_mode_step, parley_sql_mode_of_dates_step;
parley_sql_final parley_sql_mode_final;

#endif
