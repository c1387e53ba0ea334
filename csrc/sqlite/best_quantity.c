/* best_quantity(weight, voice, low, best, high, ...): the best amount with what is said beside it, packed into one
   value, and quantity_part(packed, i), which takes it apart: 0 to 2 the bounds, then what is beside. So one choice is
   made for all columns of a quantity, and no interval is put together from two. sqlite/readings.h has the rules. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "sqlite/readings.h"

typedef sqlite3_context context;
typedef sqlite3_value value;

enum { WEIGHT, VOICE, FIRST_FIELD, BOUNDS = 3, MOST_FIELDS = 16 };

/* ---- packed values: for each a type and eight bytes, the length of a text, which follows ---- */

enum { HEAD = 1 + sizeof(sqlite3_int64), PLENTY = 256 };

static bool has_bytes(int type) { return type == SQLITE_TEXT || type == SQLITE_BLOB; }

static size_t packed_size(const parley_reading_value *fields, size_t count) {
  size_t size = count * HEAD;
  for (size_t i = 0; i < count; i++) size += has_bytes(fields[i].type) ? fields[i].text.length : 0;
  return size;
}

/* Copied byte by byte, since what stands behind a text lies at any address. No order of bytes is chosen: packed values
   live within one statement. */
static void pack(const parley_reading_value *fields, size_t count, char *out) {
  for (size_t i = 0; i < count; i++) {
    const parley_reading_value *f = &fields[i];
    sqlite3_int64 head = 0;
    if (has_bytes(f->type)) head = (sqlite3_int64)f->text.length;
    else if (f->type == SQLITE_INTEGER) head = f->integer;
    else if (f->type == SQLITE_FLOAT) memcpy(&head, &f->real, sizeof head);
    *out = (char)f->type;
    memcpy(out + 1, &head, sizeof head);
    out += HEAD;
    if (!has_bytes(f->type) || f->text.length == 0) continue;
    memcpy(out, f->text.bytes, f->text.length);
    out += f->text.length;
  }
}

/* The value at the start of some bytes, and what is behind it. False: there is none. */
static bool unpack(parley_sql_text *bytes, parley_reading_value *out) {
  sqlite3_int64 head;
  if (bytes->length < HEAD) return false;
  out->type = bytes->bytes[0];
  memcpy(&head, bytes->bytes + 1, sizeof head);
  bytes->bytes += HEAD;
  bytes->length -= HEAD;
  if (out->type == SQLITE_FLOAT) memcpy(&out->real, &head, sizeof head);
  else if (!has_bytes(out->type)) out->integer = head;
  if (!has_bytes(out->type)) return true;
  if (head < 0 || (size_t)head > bytes->length) return false;
  out->text = (parley_sql_text){bytes->bytes, (size_t)head};
  bytes->bytes += head;
  bytes->length -= (size_t)head;
  return true;
}

/* From the start each time: there are a few fields, and most are asked for once. Lengths in what a user passes to
   quantity_part() may be anything, so each is checked against what is left. */
static parley_reading_value field_at(const parley_reading *r, size_t place) {
  parley_sql_text rest = r->value.text;
  parley_reading_value f = {.type = SQLITE_NULL};
  for (size_t i = 0; i <= place; i++) {
    if (!unpack(&rest, &f)) return (parley_reading_value){.type = SQLITE_NULL};
  }
  return f;
}

/* ---- rows ---- */

/* A row whose bounds and texts are all missing says nothing and is no reading. Short rows are packed on the stack. */
static void best_quantity_step(context *c, int n, value **v) {
  parley_reading_value fields[MOST_FIELDS];
  size_t count = (size_t)n - FIRST_FIELD, there = 0;
  if (n < FIRST_FIELD + BOUNDS || count > MOST_FIELDS) {
    parley_sql_fail(c, "bad_argument.sql_quantity", "most=%d", FIRST_FIELD + MOST_FIELDS);
    return;
  }
  for (size_t i = 0; i < count; i++) there += !parley_sql_is_null(v[FIRST_FIELD + i]);
  sqlite3_int64 weight;
  parley_readings *all = there > 0 ? parley_readings_of(c, v[WEIGHT], &weight) : NULL;
  if (all == NULL) return;
  char some[PLENTY], *packed = some;
  bool done = true;
  for (size_t i = 0; done && i < count; i++) done = parley_reading_value_of(v[FIRST_FIELD + i], &fields[i]);
  size_t size = done ? packed_size(fields, count) : 0;
  if (size > sizeof some) packed = sqlite3_malloc64(size);
  if (done && packed != NULL) {
    pack(fields, count, packed);
    parley_reading_value row = {.type = SQLITE_BLOB, .text = {packed, size}};
    done = parley_readings_add(all, weight, &row, v[VOICE], NULL);
  }
  if (!done || packed == NULL) sqlite3_result_error_nomem(c);
  if (packed != some) sqlite3_free(packed);
}

/* ---- what rows say ---- */

static double number_of(const parley_reading_value *f) {
  return f->type == SQLITE_FLOAT ? f->real : f->type == SQLITE_INTEGER ? (double)f->integer : 0;
}

static double number_or(const parley_reading_value *f, double other) {
  return f->type == SQLITE_NULL ? other : number_of(f);
}

/* An amount without one of its sides is open there; a best estimate alone is the amount. */
static parley_reading_extent amount_of(const parley_reading *r) {
  parley_sql_text rest = r->value.text;
  parley_reading_value bounds[BOUNDS];
  for (size_t i = 0; i < BOUNDS; i++) {
    if (!unpack(&rest, &bounds[i])) bounds[i].type = SQLITE_NULL;
  }
  bool low = bounds[0].type != SQLITE_NULL, best = bounds[1].type != SQLITE_NULL, high = bounds[2].type != SQLITE_NULL;
  return (parley_reading_extent){.there = low || best || high, .centred = best, .centre = number_of(&bounds[1]),
                         .first = number_or(&bounds[high || low ? 0 : 1], -INFINITY),
                         .last = number_or(&bounds[high || low ? 2 : 1], INFINITY),
                         .beside = parley_hash_text(rest.bytes, rest.length)};
}

static void find_amounts(parley_readings *all, parley_reading_list *l) {
  all->are_amounts = true;
  for (size_t i = 0; i < l->count; i++) {
    l->list[i].extent = amount_of(&l->list[i]);
    l->list[i].says = parley_reading_hash(&l->list[i].extent);
  }
}

static bool is_same_amount(const parley_reading_extent *a, const parley_reading_extent *b) {
  return a->there && b->there &&
         !(a->first < b->first || a->first > b->first || a->last < b->last || a->last > b->last);
}

/* B5: what stands beside the chosen amount. */
static parley_reading_value beside(const parley_reading_list *l, const parley_reading *chosen, size_t place) {
  parley_reading_value field = field_at(chosen, place);
  if (field.type != SQLITE_NULL) return field;
  const parley_reading *own = NULL, *same = NULL;
  for (size_t i = 0; i < l->count; i++) {
    const parley_reading *r = &l->list[i];
    if (field_at(r, place).type == SQLITE_NULL) continue;
    if (parley_reading_same_source(r, chosen) && parley_reading_is_before(r, own)) own = r;
    if (is_same_amount(&r->extent, &chosen->extent) && parley_reading_is_before(r, same)) same = r;
  }
  const parley_reading *from = own != NULL ? own : same;
  return from != NULL ? field_at(from, place) : field;
}

/* ---- the end of a group ---- */

/* A bound of the hull, as a whole number where it is one. */
static parley_reading_value hull_bound(double x) {
  if (!isfinite(x)) return (parley_reading_value){.type = SQLITE_NULL};
  if (x == floor(x) && fabs(x) < 9007199254740992.0) {
    return (parley_reading_value){.type = SQLITE_INTEGER, .integer = (sqlite3_int64)x};
  }
  return (parley_reading_value){.type = SQLITE_FLOAT, .real = x};
}

/* All rows of a group have the same number, as the statement calls with the same columns. */
static size_t count_fields(const parley_reading *r) {
  parley_sql_text rest = r->value.text;
  parley_reading_value f;
  size_t count = 0;
  while (unpack(&rest, &f)) count++;
  return count;
}

/* Without any amount the values at a place are chosen among; false, with the statement ended, where it cannot go on. */
static bool best_at(context *c, parley_readings *all, parley_reading_list *l, size_t place, parley_reading_value *out) {
  parley_error err;
  parley_reading *chosen;
  parley_store *store = parley_sql_self(c)->store;
  all->are_amounts = false;
  for (size_t i = 0; i < l->count; i++) {
    parley_reading_value f = field_at(&l->list[i], place);
    l->list[i].extent = (parley_reading_extent){.there = f.type != SQLITE_NULL, .settled = true};
    l->list[i].says = has_bytes(f.type) ? parley_hash_text(f.text.bytes, f.text.length)
                                        : parley_reading_hash_number(number_of(&f));
  }
  if (!parley_readings_choose(all, l, &store->run, &chosen, &err)) {
    parley_sql_give_up(c, store, &err);
    return false;
  }
  if (chosen != NULL) *out = field_at(chosen, place);
  return true;
}

/* Gives values packed as the result. */
static void give_packed(context *c, const parley_reading_value *fields, size_t count) {
  size_t size = packed_size(fields, count);
  char *packed = sqlite3_malloc64(size);
  if (packed == NULL) {
    sqlite3_result_error_nomem(c);
    return;
  }
  pack(fields, count, packed);
  sqlite3_result_blob64(c, packed, size, sqlite3_free);
}

/* The hull replaces the bounds only: what is beside them is of the reading that was chosen. Where there was
   no amount at all, each field beside is chosen among its own values. */
static void give_best(context *c, parley_readings *all) {
  parley_reading_list l;
  parley_reading *chosen = NULL;
  parley_reading_value fields[MOST_FIELDS];
  bool done = parley_readings_best(c, all, &l, &chosen, find_amounts);
  size_t count = done ? count_fields(&l.list[0]) : 0;
  for (size_t i = 0; i < count; i++) fields[i] = (parley_reading_value){.type = SQLITE_NULL};
  for (size_t i = 0; chosen != NULL && i < count; i++) {
    fields[i] = i < BOUNDS ? field_at(chosen, i) : beside(&l, chosen, i);
  }
  if (all->has_hull) {
    fields[0] = hull_bound(all->hull_low);
    fields[1] = (parley_reading_value){.type = SQLITE_NULL};
    fields[2] = hull_bound(all->hull_high);
  }
  for (size_t i = BOUNDS; done && chosen == NULL && i < count; i++) done = best_at(c, all, &l, i, &fields[i]);
  if (done) give_packed(c, fields, count);
  parley_readings_close(&l);
}

/* One row, or rows that all say the same, need no choice: by far most groups, and the reason for all_agree. */
static void give_quantity(context *c, parley_readings *all) {
  if (all->count > 1 && !all->all_agree) {
    give_best(c, all);
    return;
  }
  parley_reading first = parley_readings_at(all, 0);
  parley_reading_value_give(c, &first.value);
}

static void best_quantity_final(context *c) { parley_readings_end(c, give_quantity); }

/* ---- quantity_part ---- */

static void quantity_part_call(context *c, int n, value **v) {
  (void)n;
  parley_reading r = {.value = {.type = SQLITE_NULL}};
  if (parley_sql_is_null(v[0])) return;
  if (!parley_reading_value_of(v[0], &r.value)) {
    sqlite3_result_error_nomem(c);
    return;
  }
  if (!has_bytes(r.value.type)) return;
  parley_reading_value field = field_at(&r, (size_t)sqlite3_value_int(v[1]));
  parley_reading_value_give(c, &field);
}

const parley_sql_callback parley_sql_do_best_quantity = {.step = best_quantity_step, .final = best_quantity_final};
const parley_sql_callback parley_sql_do_quantity_part = {.call = quantity_part_call};
