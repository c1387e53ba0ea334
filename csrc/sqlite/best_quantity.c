/* best_quantity(weight, voice, low, best, high, ...): the best amount with what is said beside it, packed into one
   value, and quantity_part(packed, i), which takes it apart: 0 to 2 the bounds, then what is beside. So one choice is
   made for all columns of a quantity, and no interval is put together from two. The rules: sqlite/reading_groups.h. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "sqlite/reading_groups.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

enum { WEIGHT, VOICE, FIRST_FIELD, BOUNDS = 3, MOST_FIELDS = 16 };

/* ---- packed values: for each a type and eight bytes, the length of a text, which follows ---- */

enum { HEAD = 1 + sizeof(sqlite3_int64), PLENTY = 256 };

static size_t packed_size(const parley_sql_field *fields, size_t count) {
  size_t size = count * HEAD;
  for (size_t i = 0; i < count; i++) size += parley_sql_has_bytes(fields[i].type) ? fields[i].text.length : 0;
  return size;
}

/* Copied byte by byte, since what stands behind a text lies at any address. No order of bytes is chosen: packed values
   live within one statement. */
static void pack(const parley_sql_field *fields, size_t count, char *out) {
  for (size_t i = 0; i < count; i++) {
    const parley_sql_field *f = &fields[i];
    sqlite3_int64 head = 0;
    if (parley_sql_has_bytes(f->type)) head = (sqlite3_int64)f->text.length;
    else if (f->type == SQLITE_INTEGER) head = f->integer;
    else if (f->type == SQLITE_FLOAT) memcpy(&head, &f->real, sizeof head);
    *out = (char)f->type;
    memcpy(out + 1, &head, sizeof head);
    out += HEAD;
    if (!parley_sql_has_bytes(f->type) || f->text.length == 0) continue;
    memcpy(out, f->text.bytes, f->text.length);
    out += f->text.length;
  }
}

/* The value at the start of some bytes, and what is behind it. False: there is none. */
static bool unpack(parley_sql_text *bytes, parley_sql_field *out) {
  sqlite3_int64 head;
  if (bytes->length < HEAD) return false;
  out->type = bytes->bytes[0];
  memcpy(&head, bytes->bytes + 1, sizeof head);
  bytes->bytes += HEAD;
  bytes->length -= HEAD;
  if (out->type == SQLITE_FLOAT) memcpy(&out->real, &head, sizeof head);
  else if (!parley_sql_has_bytes(out->type)) out->integer = head;
  if (!parley_sql_has_bytes(out->type)) return true;
  if (head < 0 || (size_t)head > bytes->length) return false;
  out->text = (parley_sql_text){bytes->bytes, (size_t)head};
  bytes->bytes += head;
  bytes->length -= (size_t)head;
  return true;
}

/* From the start each time: there are a few fields, and most are asked for once. Lengths in what a user passes to
   quantity_part() may be anything, so each is checked against what is left. */
static parley_sql_field field_at(const parley_sql_field *packed, size_t place) {
  parley_sql_text rest = packed->text;
  parley_sql_field f = {.type = SQLITE_NULL};
  for (size_t i = 0; i <= place; i++) {
    if (!unpack(&rest, &f)) return (parley_sql_field){.type = SQLITE_NULL};
  }
  return f;
}

/* ---- rows ---- */

/* A row whose bounds and texts are all missing says nothing and is no reading. Short rows are packed on the stack. */
static void best_quantity_step(context *c, int n, value **v) {
  parley_sql_field fields[MOST_FIELDS];
  size_t count = (size_t)n - FIRST_FIELD, there = 0;
  if (n < FIRST_FIELD + BOUNDS || count > MOST_FIELDS) {
    parley_sql_fail(c, "bad_argument.sql_quantity", "most=%d", FIRST_FIELD + MOST_FIELDS);
    return;
  }
  for (size_t i = 0; i < count; i++) there += !parley_sql_is_null(v[FIRST_FIELD + i]);
  sqlite3_int64 weight;
  parley_sql_readings *all = there > 0 ? parley_sql_readings_of(c, v[WEIGHT], &weight) : NULL;
  if (all == NULL) return;
  char some[PLENTY], *packed = some;
  bool done = true;
  for (size_t i = 0; done && i < count; i++) done = parley_sql_field_of(v[FIRST_FIELD + i], &fields[i]);
  size_t size = done ? packed_size(fields, count) : 0;
  if (size > sizeof some) packed = sqlite3_malloc64(size);
  if (done && packed != NULL) {
    pack(fields, count, packed);
    parley_sql_field row = {.type = SQLITE_BLOB, .text = {packed, size}};
    done = parley_sql_readings_add(all, weight, &row, v[VOICE], NULL);
  }
  if (!done || packed == NULL) sqlite3_result_error_nomem(c);
  if (packed != some) sqlite3_free(packed);
}

/* ---- what rows say ---- */

static double number_of(const parley_sql_field *f) {
  return f->type == SQLITE_FLOAT ? f->real : f->type == SQLITE_INTEGER ? (double)f->integer : 0;
}

static uint64_t hash_field(const parley_sql_field *f) {
  return parley_sql_has_bytes(f->type) ? parley_reading_hash_text(f->text.bytes, f->text.length, PARLEY_READING_WORDS)
                            : parley_reading_hash_number(number_of(f));
}

static void find_amount(const parley_sql_field *packed, parley_reading *r) {
  parley_sql_text rest = packed->text;
  parley_sql_field f;
  double bounds[BOUNDS];
  const double *there[BOUNDS] = {NULL};
  for (size_t i = 0; i < BOUNDS; i++) {
    if (!unpack(&rest, &f) || f.type == SQLITE_NULL) continue;
    bounds[i] = number_of(&f);
    there[i] = &bounds[i];
  }
  r->extent = parley_reading_amount(there[0], there[1], there[2], &r->says);
  while (unpack(&rest, &f)) {
    r->extent.beside = parley_reading_hash_beside(r->extent.beside, f.type != SQLITE_NULL, hash_field(&f));
  }
}

static void find_amounts(const parley_sql_readings *all, parley_sql_reading_list *l) {
  l->choice.are_amounts = true;
  for (size_t i = 0; i < all->count; i++) find_amount(&l->values[i], &l->choice.list[i]);
}

/* A place beside the amounts of a list. */
typedef struct place_beside {
  const parley_sql_reading_list *list;
  size_t place;
} place_beside;

static bool has_field(const void *data, size_t at) {
  const place_beside *p = data;
  return field_at(&p->list->values[at], p->place).type != SQLITE_NULL;
}

/* B5: what stands beside the chosen amount. */
static parley_sql_field beside(const parley_sql_reading_list *l, size_t place) {
  place_beside at = {l, place};
  const parley_reading *from = parley_reading_beside(&l->choice, has_field, &at);
  if (from == NULL) return (parley_sql_field){.type = SQLITE_NULL};
  return field_at(&l->values[from - l->choice.list], place);
}

/* ---- the end of a group ---- */

/* A bound of the hull, as a whole number where it is one. */
static parley_sql_field hull_bound(double x) {
  if (!isfinite(x)) return (parley_sql_field){.type = SQLITE_NULL};
  if (x == floor(x) && fabs(x) < 9007199254740992.0) {
    return (parley_sql_field){.type = SQLITE_INTEGER, .integer = (sqlite3_int64)x};
  }
  return (parley_sql_field){.type = SQLITE_FLOAT, .real = x};
}

/* All rows of a group have the same number, as the statement calls with the same columns. */
static size_t count_fields(const parley_sql_field *packed) {
  parley_sql_text rest = packed->text;
  parley_sql_field f;
  size_t count = 0;
  while (unpack(&rest, &f)) count++;
  return count;
}

/* Without any amount the values at a place are chosen among; false, with the statement ended, where it cannot go on. */
static bool best_at(context *c, parley_sql_reading_list *l, size_t place, parley_sql_field *out) {
  parley_reading_choice *choice = &l->choice;
  choice->are_amounts = false;
  for (size_t i = 0; i < choice->count; i++) {
    parley_sql_field f = field_at(&l->values[i], place);
    choice->list[i].extent = (parley_reading_extent){.there = f.type != SQLITE_NULL, .settled = true};
    choice->list[i].says = hash_field(&f);
  }
  if (!parley_sql_readings_choose(c, choice)) return false;
  if (choice->shown != NULL) *out = field_at(&l->values[choice->shown - choice->list], place);
  return true;
}

/* Gives values packed as the result. */
static void give_packed(context *c, const parley_sql_field *fields, size_t count) {
  size_t size = packed_size(fields, count);
  char *packed = sqlite3_malloc64(size);
  if (packed == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  pack(fields, count, packed);
  sqlite3_result_blob64(c, packed, size, sqlite3_free);
}

/* The hull replaces the bounds only: what is beside them is of the reading that was chosen. */
static void find_shown(const parley_sql_reading_list *l, parley_sql_field *fields, size_t count) {
  const parley_reading_choice *choice = &l->choice;
  const parley_sql_field *shown = &l->values[choice->shown - choice->list];
  for (size_t i = 0; i < count; i++) fields[i] = i < BOUNDS ? field_at(shown, i) : beside(l, i);
  if (!choice->has_hull) return;
  fields[0] = hull_bound(choice->low);
  fields[1] = (parley_sql_field){.type = SQLITE_NULL};
  fields[2] = hull_bound(choice->high);
}

/* Where there was no amount at all, each field beside is chosen among its own values. */
static void give_best(context *c, parley_sql_readings *all) {
  parley_sql_reading_list l;
  parley_sql_field fields[MOST_FIELDS];
  bool done = parley_sql_readings_best(c, all, &l, find_amounts);
  size_t count = done ? count_fields(&l.values[0]) : 0;
  bool has_amount = done && l.choice.shown != NULL;
  if (has_amount) find_shown(&l, fields, count);
  for (size_t i = 0; done && !has_amount && i < count; i++) {
    fields[i] = (parley_sql_field){.type = SQLITE_NULL};
    if (i >= BOUNDS) done = best_at(c, &l, i, &fields[i]);
  }
  if (done) give_packed(c, fields, count);
  parley_sql_readings_close(&l);
}

/* One row, or rows that all say the same, need no choice: by far most groups, and the reason for all_agree. */
static void give_quantity(context *c, parley_sql_readings *all) {
  if (all->count > 1 && !all->all_agree) {
    give_best(c, all);
    return;
  }
  parley_sql_field first = parley_sql_readings_at(all, 0);
  parley_sql_field_give(c, &first);
}

static void best_quantity_final(context *c) { parley_sql_readings_end(c, give_quantity); }

/* ---- quantity_part ---- */

static void quantity_part_call(context *c, int n, value **v) {
  (void)n;
  parley_sql_field packed;
  if (parley_sql_is_null(v[0])) return;
  if (!parley_sql_field_of(v[0], &packed)) {
    sqlite3_result_error_nomem(c);
    return;
  }
  if (!parley_sql_has_bytes(packed.type)) return;
  parley_sql_field field = field_at(&packed, (size_t)sqlite3_value_int(v[1]));
  parley_sql_field_give(c, &field);
}

const parley_sql_callback parley_sql_do_best_quantity = {.step = best_quantity_step, .final = best_quantity_final};
const parley_sql_callback parley_sql_do_quantity_part = {.call = quantity_part_call};
