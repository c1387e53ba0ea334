/* The SQL functions that Parley adds to a connection; every one gives NULL for NULL unless said otherwise.
 *
 *   edtf_start edtf_stop edtf_days edtf_first edtf_last     the days a date may mean; NULL on an unbounded side
 *   edtf_year edtf_quarter edtf_month edtf_week edtf_day    a part, NULL unless all days of the date share it
 *   edtf_surely(op, a, b) edtf_possibly(op, a, b)           0 or 1; op is one of < <= > >= = !=
 *   edtf_overlaps(a, b) edtf_during(a, b)                   0 or 1
 *   edtf_day_text(day)                                      'YYYY-MM-DD' of a day number
 *   contains(text, substring) fold(text) like_exact(pattern, text)
 *   divide(a, b) mod_floor(a, b)                            NULL for b = 0
 *   checked_add checked_sub checked_mul                     integers that overflow are an error
 *   best(value, weight [, present])                         value of the row of greatest weight; the first of equals
 *   list(x [, weight])                                      values joined by '; ', lightest first
 *   median(x) quantile(x, p)                                linear interpolation (R's type 7)
 */
#ifndef PARLEY_SQLITE_FUNCTIONS_H
#define PARLEY_SQLITE_FUNCTIONS_H

#include "sqlite/store.h"

/* Registers all of them on the store's connection. */
bool parley_sqlite_register(parley_store *store, parley_error *err);

#endif
