/* Fields for the keys of a sort: as many bits as their values need, one behind the other. */
#ifndef PARLEY_ENGINE_SORT_KEY_ENCODING_H
#define PARLEY_ENGINE_SORT_KEY_ENCODING_H

#include "base/run.h"
#include "engine/sort/encoded_key.h"
#include "engine/sort/order.h"

/* Makes the fields of the keys, at most two for each. Those without bits are left out. After a failure too, the caller
   frees the list. */
bool parley_sort_fields_make(parley_run *run, const parley_sort_key *keys, int count, parley_sort_field_list *list,
                             parley_error *err);
void parley_sort_fields_free(parley_run *run, parley_sort_field_list *list);

#endif
