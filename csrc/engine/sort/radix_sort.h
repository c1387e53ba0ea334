/* Rows in order by texts or by fields, all of them or those at some places. */
#ifndef PARLEY_ENGINE_SORT_RADIX_SORT_H
#define PARLEY_ENGINE_SORT_RADIX_SORT_H

#include "base/run.h"
#include "engine/sort/encoded_key.h"
#include "engine/sort/sorted_texts.h"
#include "frame/rows.h"

/* Sorts rows by their texts; order[] gets those at the places [offset, offset + count). */
bool parley_sort_texts(parley_run *run, int64_t rows, const parley_sort_text_list *texts, int64_t offset,
                       int64_t count, int32_t *order, parley_error *err);

/* The same by fields, which have bits: out->row gets those at the places [offset, offset + out->count).
   *as_they_are: the rows are in order already, and out was left alone. */
bool parley_sort_fields(parley_run *run, int64_t rows, const parley_sort_field_list *fields, int64_t offset,
                        parley_rows *out, bool *as_they_are, parley_error *err);

#endif
