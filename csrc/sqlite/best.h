/*
** The best of several values, each with a weight: what a table shows of its claims.
**
** B1  best(value, weight): the value of the greatest weight, of those that are there.
** B2  best_date(value, weight, class, text) and best_amount(value, weight, class, low, best, high): the value that comes
**     with the best date or amount; without `text` the value is the date. One that lies within another and says more
**     displaces it, whatever the weights, but for those bits of the weight above the lowest `class`: what somebody
**     prefers stays.
** B3  A range of days (a/b) is what was said, not a lack of precision; a doubtful date displaces nothing.
** B4  best_beside(value, weight, class, low, best, high, source): what was said beside the best amount: by its claim, or
**     else by its source, or beside the same amount. Of no amount at all, the value of the greatest weight.
*/
#ifndef PARLEY_SQLITE_BEST_H
#define PARLEY_SQLITE_BEST_H

#include <sqlite3.h>

/* Registers them with a connection. Returns SQLITE_OK or SQLite's code. */
int parley_sqlite_register_best(sqlite3 *db);

#endif
