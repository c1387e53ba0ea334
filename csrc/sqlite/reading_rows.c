/* The rows of a group until its end, packed one behind the other. A value that the first row has too is not packed
   again, as most claims about a thing say the same; and a group at its end is kept for the next, so that a table of
   many things is resolved with the memory of one. */
#include "sqlite/reading_groups.h"

#include <string.h>

#include "value/voice.h"

/* Behind it come what it says, if the group has it, the bytes of the value, unless it is the first row's, and those of
   the voice. All rows begin where 8 divides. */
typedef struct row {
  sqlite3_int64 weight;
  union {
    sqlite3_int64 integer;
    double real;
  };
  uint32_t value_length, voice_length; /* SQLite's texts have less than 2 GiB */
  uint8_t type;
  bool is_repeated;
} row;

enum { UNIT = sizeof(uint64_t) };

static size_t head_size(const parley_sql_readings *all) {
  return sizeof(row) + (all->has_days ? sizeof(parley_sql_said) : 0);
}

/* The row at a place, and its bytes: the value's, then the voice's. */
static const row *row_at(const parley_sql_readings *all, size_t at, const char **bytes) {
  const char *start = all->block + at;
  *bytes = start + head_size(all);
  return (const row *)(const void *)start;
}

static size_t packed_size(const parley_sql_readings *all, const row *r) {
  size_t size = head_size(all) + r->voice_length + (r->is_repeated ? 0 : r->value_length);
  return (size + UNIT - 1) / UNIT * UNIT;
}

/* ---- groups ---- */

enum { FIRST_ROOM = 512, MOST_SPARE_ROOM = 1 << 16 };

/* From those at rest, which keep their blocks. The list is the store's, and a connection is one thread's. */
parley_sql_readings *parley_sql_readings_take(parley_sql_readings **spare) {
  parley_sql_readings *all = *spare;
  if (all != NULL) {
    *spare = all->next;
    return all;
  }
  all = sqlite3_malloc64(sizeof *all);
  if (all == NULL) return NULL;
  memset(all, 0, sizeof *all);
  if (parley_sql_reserve(&all->block, &all->room, FIRST_ROOM)) return all;
  sqlite3_free(all);
  return NULL;
}

static void group_free(parley_sql_readings *all) {
  sqlite3_free(all->block);
  sqlite3_free(all);
}

/* A group of many rows gives its memory back: one thing with thousands of claims must not hold it for all others. */
void parley_sql_readings_put_back(parley_sql_readings **spare, parley_sql_readings *all) {
  if (all->room > MOST_SPARE_ROOM) {
    group_free(all);
    return;
  }
  all->count = all->used = 0;
  all->next = *spare;
  *spare = all;
}

void parley_sql_readings_free(parley_sql_readings *spare) {
  while (spare != NULL) {
    parley_sql_readings *next = spare->next;
    group_free(spare);
    spare = next;
  }
}

/* ---- in ---- */

/* The bytes are asked for before their length, as SQLite may turn the value to text first. A NULL with a length is what
   it gives without memory. */
bool parley_sql_field_of(sqlite3_value *v, parley_sql_field *out) {
  out->type = sqlite3_value_type(v);
  switch (out->type) {
    case SQLITE_INTEGER: out->integer = sqlite3_value_int64(v); return true;
    case SQLITE_FLOAT: out->real = sqlite3_value_double(v); return true;
    case SQLITE_NULL: return true;
    default: break;
  }
  out->text.bytes = out->type == SQLITE_TEXT ? (const char *)sqlite3_value_text(v) : sqlite3_value_blob(v);
  out->text.length = (size_t)sqlite3_value_bytes(v);
  return out->text.bytes != NULL || out->text.length == 0;
}

static bool says_what_first_says(const parley_sql_readings *all, const row *r, const void *value) {
  const char *bytes;
  if (all->count == 0) return false;
  const row *first = row_at(all, 0, &bytes);
  if (first->type != r->type) return false;
  if (!parley_sql_has_bytes(r->type)) return first->integer == r->integer;
  return first->value_length == r->value_length && memcmp(bytes, value, r->value_length) == 0;
}

/* Kept while rows come, so that the usual case, one firmest reading, is found without a look at the others. */
static void note_firmness(parley_sql_readings *all, int64_t weight, size_t at) {
  int64_t firmness = parley_reading_firmness(weight);
  if (all->count > 0 && firmness < all->top) return;
  all->top_is_alone = all->count == 0 || firmness > all->top;
  if (!all->top_is_alone) return;
  all->top = firmness;
  all->top_at = at;
}

bool parley_sql_readings_add(parley_sql_readings *all, int64_t weight, const parley_sql_field *value,
                             sqlite3_value *voice, const parley_sql_said *said) {
  row r = {.weight = weight, .type = (uint8_t)value->type};
  const void *value_bytes = parley_sql_has_bytes(r.type) ? value->text.bytes : "";
  const void *voice_bytes = sqlite3_value_text(voice);
  if (parley_sql_has_bytes(r.type)) r.value_length = (uint32_t)value->text.length;
  if (r.type == SQLITE_INTEGER) r.integer = value->integer;
  if (r.type == SQLITE_FLOAT) r.real = value->real;
  r.voice_length = voice_bytes != NULL ? (uint32_t)sqlite3_value_bytes(voice) : 0;
  all->has_days = said != NULL;
  r.is_repeated = says_what_first_says(all, &r, value_bytes);
  size_t at = all->used, end = at + packed_size(all, &r);
  if (!parley_sql_reserve(&all->block, &all->room, end)) return false;
  all->used = end;
  char *place = all->block + at;
  memcpy(place, &r, sizeof r);
  if (said != NULL) memcpy(place + sizeof r, said, sizeof *said);
  place += head_size(all);
  if (!r.is_repeated && r.value_length > 0) memcpy(place, value_bytes, r.value_length);
  if (!r.is_repeated) place += r.value_length;
  if (r.voice_length > 0) memcpy(place, voice_bytes, r.voice_length);
  note_firmness(all, weight, at);
  all->all_agree = all->count == 0 || (all->all_agree && r.is_repeated);
  all->count++;
  return true;
}

/* ---- out ---- */

/* The value of a row whose bytes are known; one that is repeated is the first row's. */
static parley_sql_field field_of(const parley_sql_readings *all, const row *r, const char *bytes) {
  parley_sql_field f = {.type = r->type};
  if (r->is_repeated) (void)row_at(all, 0, &bytes);
  if (parley_sql_has_bytes(r->type)) f.text = (parley_sql_text){bytes, r->value_length};
  else if (r->type == SQLITE_FLOAT) f.real = r->real;
  else f.integer = r->integer;
  return f;
}

static parley_voice voice_of(const row *r, const char *bytes) {
  return (parley_voice){bytes + (r->is_repeated ? 0 : r->value_length), r->voice_length};
}

/* The row at a place, and how much it takes. */
static size_t unpack(const parley_sql_readings *all, size_t at, parley_reading *out, parley_sql_field *value) {
  const char *bytes;
  const row *r = row_at(all, at, &bytes);
  memset(out, 0, sizeof *out);
  *value = field_of(all, r, bytes);
  out->weight = r->weight;
  out->voice = voice_of(r, bytes);
  out->extent.there = true;
  if (!all->has_days) return packed_size(all, r);
  parley_sql_said said;
  memcpy(&said, r + 1, sizeof said);
  out->extent = said.extent;
  out->says = said.says;
  return packed_size(all, r);
}

/* Looked for at the end and not in each row that comes in: most groups need no choice. */
bool parley_sql_readings_have_several_coders(const parley_sql_readings *all) {
  parley_voice first = {"", 0};
  size_t at = 0;
  for (size_t i = 0; i < all->count; i++) {
    const char *bytes;
    const row *r = row_at(all, at, &bytes);
    parley_voice coder = parley_voice_coder(voice_of(r, bytes));
    if (i == 0) first = coder;
    else if (parley_voice_compare(coder, first) != 0) return true;
    at += packed_size(all, r);
  }
  return false;
}

parley_sql_field parley_sql_readings_at(const parley_sql_readings *all, size_t at) {
  const char *bytes;
  const row *r = row_at(all, at, &bytes);
  return field_of(all, r, bytes);
}

/* Pointers go into the block, which nothing may move until the list is closed. */
bool parley_sql_readings_open(const parley_sql_readings *all, parley_sql_reading_list *out) {
  bool few = all->count <= PARLEY_SQL_READINGS_FEW;
  parley_reading *list = few ? out->few : sqlite3_malloc64(all->count * sizeof *list);
  out->values = few ? out->few_values : sqlite3_malloc64(all->count * sizeof *out->values);
  out->choice = (parley_reading_choice){.list = list, .count = all->count};
  out->choice.is_state = all->kind == PARLEY_READING_STATE;
  out->choice.several_coders = parley_sql_readings_have_several_coders(all);
  if (list == NULL || out->values == NULL) return false;
  size_t at = 0;
  for (size_t i = 0; i < all->count; i++) at += unpack(all, at, &list[i], &out->values[i]);
  return true;
}

void parley_sql_readings_close(parley_sql_reading_list *l) {
  if (l->choice.list != l->few) sqlite3_free(l->choice.list);
  if (l->values != l->few_values) sqlite3_free(l->values);
}

void parley_sql_field_give(sqlite3_context *c, const parley_sql_field *f) {
  switch (f->type) {
    case SQLITE_INTEGER: sqlite3_result_int64(c, f->integer); break;
    case SQLITE_FLOAT: sqlite3_result_double(c, f->real); break;
    case SQLITE_TEXT: sqlite3_result_text64(c, f->text.bytes, f->text.length, SQLITE_TRANSIENT, SQLITE_UTF8); break;
    case SQLITE_BLOB: sqlite3_result_blob64(c, f->text.bytes, f->text.length, SQLITE_TRANSIENT); break;
    default: break;
  }
}
