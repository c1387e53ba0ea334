/*
** Columns whose dictionary holds a text more than once get one that does not.
**
** Order of texts is kept: the code of a text is the rank of its first entry, so that results do not depend on threads.
*/
#include "frame/intern.h"
#include "frame/dictionary_lookup.h"
#include "frame/gather.h"
#include "base/threads.h"
#include "frame/packing.h"

enum { GRAIN = 65536 };

/* ---- numbering the different texts ---- */

/* first[] becomes the new code of each entry; origin: the entry each new one is made of. In one sweep: first[i] <=
   i, so that first[first[i]] is a new code already when i is reached. */
static int32_t number_texts(int32_t *first, int32_t entries, int32_t *origin) {
  int32_t made = 0;
  for (int32_t i = 0; i < entries; i++) {
    if (first[i] == i) origin[made] = i, first[i] = made++;
    else first[i] = first[first[i]];
  }
  return made;
}

typedef struct recoding {
  const parley_column *from;
  const int32_t *map; /* old code to new */
  int32_t *to; /* codes of the new column */
} recoding;

static bool recode(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  const recoding *r = data;
  for (int64_t i = from; i < to; i++) r->to[i] = r->map[parley_code_at(r->from, i)];
  (void)worker;
  (void)err;
  return true;
}

/* Missing values have code 0, which stays 0. */
static bool recode_column(parley_run *run, const parley_column *from, const parley_lookup *texts, parley_column *out,
                          parley_error *err) {
  parley_memory *memory = &run->memory;
  size_t entries = (size_t)from->dictionary.entries;
  parley_buffer origin = {0};
  if (!parley_buffer_resize(memory, &origin, entries * sizeof(int32_t), err)) return false;
  int32_t *picked = (int32_t *)(void *)origin.data;
  int32_t made = number_texts(texts->first, from->dictionary.entries, picked);
  bool done = parley_column_make(memory, out, from->type, from->length, false, err) &&
              parley_lookup_pick(run, &from->dictionary, picked, made, &out->dictionary, err);
  parley_buffer_free(memory, &origin);
  recoding r = {from, texts->first, (int32_t *)(void *)out->values.data};
  if (!done || !parley_threads_run(run, from->length, GRAIN, recode, &r, err)) return false;
  out->validity = parley_buffer_share(&from->validity);
  out->nulls = from->nulls;
  out->declared = from->declared;
  out->dictionary.distinct = true;
  return true;
}

/* The rows' own texts first, where the dictionary has many more. The second call has at most as many entries as
   rows, so that it does not come back here. */
static bool intern_used(parley_run *run, const parley_column *from, parley_column *out, parley_error *err) {
  parley_column used = {0};
  parley_rows all = {.count = from->length};
  bool done = parley_column_pack(run, from, &all, &used, err) && parley_column_intern(run, &used, out, err);
  parley_column_free(&run->memory, &used);
  return done;
}

bool parley_column_intern(parley_run *run, const parley_column *from, parley_column *out, parley_error *err) {
  const parley_dictionary *dictionary = &from->dictionary;
  bool coded = parley_column_is_coded(from);
  parley_lookup texts;
  if (!coded || dictionary->distinct || dictionary->entries == 0) {
    parley_column_share(out, from);
    out->dictionary.distinct = true;
    return true;
  }
  if (dictionary->entries > from->length) return intern_used(run, from, out, err);
  if (!parley_lookup_make(run, &texts, dictionary, err)) return false;
  bool done = true;
  if (texts.distinct) {
    parley_column_share(out, from);
    out->dictionary.distinct = true;
  } else {
    done = recode_column(run, from, &texts, out, err);
    if (!done) {
      parley_column_free(&run->memory, out);
      *out = (parley_column){.name = out->name, .name_length = out->name_length};
    }
  }
  parley_lookup_free(run, &texts);
  return done;
}
