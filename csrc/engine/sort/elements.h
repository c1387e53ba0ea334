/* Rows in order by texts or by fields, all of them or those at some places. */
#ifndef PARLEY_ENGINE_SORT_ELEMENTS_H
#define PARLEY_ENGINE_SORT_ELEMENTS_H

#include "base/run.h"
#include "engine/sort/field.h"
#include "engine/sort/sorted_texts.h"

/* Sorts rows by their texts; order[] gets those at the places [offset, offset + count). */
bool parley_sort_texts(parley_run *run, int64_t rows, const parley_sort_text_list *texts, int64_t offset,
                       int64_t count, int32_t *order, parley_error *err);

/* The same by fields with the given sum of bits, which is not 0. *as_they_are: the rows are in order already, and
   order[] was left alone. */
bool parley_sort_fields(parley_run *run, int64_t rows, const parley_sort_field *fields, int field_count, int bits,
                        int64_t offset, int64_t count, int32_t *order, bool *as_they_are, parley_error *err);

#endif
