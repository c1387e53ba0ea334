/*
** A dictionary: texts as 32-bit codes, in the order in which they came. Text k is bytes[offsets[k] .. offsets[k + 1]).
** It grows while a column is filled (an index finds the code of a text) and is sealed by parley_dictionary_finish.
** A dictionary in which almost every text is new stops looking texts up: it is then not `distinct`.
*/
#ifndef PARLEY_FRAME_DICTIONARY_H
#define PARLEY_FRAME_DICTIONARY_H

#include "base/buffer.h"
#include "base/hash.h"
#include "value/edtf.h"

typedef struct parley_index parley_index;

typedef struct parley_dictionary {
  int32_t entries; /* texts, with codes 0 to entries - 1 */
  bool distinct;        /* no text is there twice, so equal codes mean equal texts and back */
  int64_t asked;        /* texts looked up so far */
  parley_buffer offsets; /* int64_t */
  parley_buffer bytes; /* the texts one after the other, nothing between */
  parley_buffer days;   /* dates only: int32_t first and last day of each entry */
  parley_index *index;  /* only while it grows */
} parley_dictionary;

#define PARLEY_DICTIONARY_EMPTY ((parley_dictionary){.distinct = true})

/* Code of the text in *code, a new one when the dictionary does not have it (then *added is true). */
bool parley_dictionary_code(parley_memory *memory, parley_dictionary *dictionary, const char *text, size_t length,
                            int32_t *code, bool *added, parley_error *err);

/* Adds the text as a new entry, without looking whether it is there. */
bool parley_dictionary_append(parley_memory *memory, parley_dictionary *dictionary, const char *text, size_t length,
                              parley_error *err);

/* First and last day of the newest entry; each entry of a date column has them. */
bool parley_dictionary_add_days(parley_memory *memory, parley_dictionary *dictionary, const parley_edtf *date,
                                parley_error *err);

/* Drops the index and the room to grow; an empty dictionary gets its first offset. */
bool parley_dictionary_finish(parley_memory *memory, parley_dictionary *dictionary, parley_error *err);

/* A share in a finished dictionary. */
parley_dictionary parley_dictionary_share(const parley_dictionary *dictionary);

void parley_dictionary_free(parley_memory *memory, parley_dictionary *dictionary);

static inline const int64_t *parley_dictionary_offsets(const parley_dictionary *dictionary) {
  return (const int64_t *)(const void *)dictionary->offsets.data;
}

static inline const char *parley_dictionary_text(const parley_dictionary *dictionary, int32_t code, size_t *length) {
  const int64_t *offset = parley_dictionary_offsets(dictionary) + code;
  *length = (size_t)(offset[1] - offset[0]);
  return (const char *)dictionary->bytes.data + offset[0];
}

/* First and last day of entry `code` of a date column: days[0] and days[1], open sides as in value/edtf.h. */
static inline const int32_t *parley_dictionary_days(const parley_dictionary *dictionary, int32_t code) {
  return (const int32_t *)(const void *)dictionary->days.data + (size_t)code * 2;
}

#endif
