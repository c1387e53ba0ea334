/*
** Values are handed over without copying: they stay where they are until the row has been stored.
**
** Threads: one, the store's.
*/
#include "text/load.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "value/parse_field.h"

/* Records between two questions whether to give up. */
#define RECORDS_PER_LOOK 64

/* A refusal is of one row and no error: err stays as it is. */
bool parley_load_refuse(parley_load *load, int target, const char *key) {
  load->refusal.column = load->targets[target].name;
  return parley_fail_key(&load->refusal.why, key);
}

/* ---- values ---- */

/* Target 0 is the key: a row without it cannot be known again. */
static bool bind_nothing(parley_load *load, int target) {
  static const parley_value nothing = {.type = PARLEY_ANY};
  if (target == 0) return parley_load_refuse(load, 0, "no_id.row");
  load->sink->value(load, target, &nothing, NULL, true);
  return true;
}

static bool has_control(parley_missing_code text) {
  for (size_t i = 0; i < text.length; i++) {
    if ((unsigned char)text.text[i] < 0x20 || text.text[i] == 0x7F) return true;
  }
  return false;
}

static bool refuse_total(parley_load *load) { return parley_load_refuse(load, 0, "total"); }

/* Control characters in ids would not be seen in any message. */
static bool is_key(parley_load *load, parley_missing_code text) {
  if (parley_field_is_total(text.text, text.length)) return refuse_total(load);
  return !has_control(text) || parley_load_refuse(load, 0, "bad_value.id_control");
}

/* What is infinite is no value of a table, as it is none where a row is added; and it lies outside of bounds. */
static bool is_infinite(const parley_value *value) {
  return parley_layout_of(value->type) == PARLEY_LAYOUT_NUMBER && !isfinite(value->number);
}

static bool is_within(const parley_load_target *t, const parley_value *value) {
  parley_layout layout = parley_layout_of(value->type);
  if (is_infinite(value)) return false;
  if (!t->bounded || !parley_layout_is_numeric(layout)) return true;
  double number = layout == PARLEY_LAYOUT_NUMBER ? value->number : (double)value->integer;
  return number >= t->least && number <= t->most;
}

/* Cut at 60 bytes, perhaps within a character: the message is mended where it is shown. */
static bool refuse_outside(parley_load *load, int target, const parley_value *value, parley_missing_code text) {
  const parley_load_target *t = &load->targets[target];
  int shown = text.length < 60 ? (int)text.length : 60;
  load->refusal.column = t->name;
  if (is_infinite(value)) {
    return parley_fail_with(&load->refusal.why, "bad_number.no_value", "value=%s", value->number > 0 ? "inf" : "-inf");
  }
  if (isinf(t->most)) {
    return parley_fail_with(&load->refusal.why, "out_of_range.least", "value=%.*s least=%lld", shown, text.text,
                            (long long)t->least);
  }
  return parley_fail_with(&load->refusal.why, "out_of_range", "value=%.*s least=%lld most=%lld", shown, text.text,
                          (long long)t->least, (long long)t->most);
}

static void bind_text_value(parley_load *load, int target, parley_missing_code text, bool lasts) {
  parley_value value = {.type = PARLEY_TEXT, .text = text.text, .length = text.length};
  load->sink->value(load, target, &value, NULL, lasts);
  load->says_something |= target > 0;
}

/* Text is what it is, and most cells are text: nothing is read. */
static bool bind_text(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                      parley_parse_origin origin) {
  if (parley_parse_is_missing(how, text.text, text.length, origin)) return bind_nothing(load, target);
  if (target == 0 && !is_key(load, text)) return false;
  bind_text_value(load, target, text, true);
  return true;
}

bool parley_load_text(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                      parley_parse_origin origin) {
  parley_error err;
  parley_value value;
  parley_date_text day;
  const parley_load_target *t = &load->targets[target];
  if (text.length == 0) return bind_nothing(load, target); /* in quotes or not: nothing is said */
  bool plain = t->type == PARLEY_TEXT && origin != PARLEY_PARSE_FROM_JSON;
  if (plain) return bind_text(load, target, how, text, origin);
  if (!parley_parse_field(how, t->type, text.text, text.length, origin, &value, &day, &err)) {
    load->refusal.column = load->targets[target].name;
    load->refusal.why = err;
    return false;
  }
  if (target == 0 && !is_key(load, text)) return false;
  if (!is_within(t, &value)) return refuse_outside(load, target, &value, text);
  if (parley_layout_of(value.type) == PARLEY_LAYOUT_NONE) return bind_nothing(load, target);
  /* a day in another order, or a number of JSON, was written anew into memory that does not last */
  load->sink->value(load, target, &value, &day, value.text != day.day);
  load->says_something |= target > 0;
  return true;
}

bool parley_load_takes(const parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                       parley_parse_origin origin) {
  parley_value value;
  parley_date_text day;
  const parley_load_target *t = &load->targets[target];
  return parley_parse_field(how, t->type, text.text, text.length, origin, &value, &day, NULL) && is_within(t, &value);
}

/* A constant is in quotes: no missing code applies. */
bool parley_load_fixed(parley_load *load, int target, const parley_parse_rules *how, parley_missing_code text,
                       parley_error *err) {
  bool bound = text.text == NULL ? bind_nothing(load, target)
                                 : parley_load_text(load, target, how, text, PARLEY_PARSE_FROM_QUOTED);
  if (bound) return true;
  if (err != NULL) *err = load->refusal.why;
  return parley_fail_about(err, "column", "column=%s", load->refusal.column);
}

/* ---- a row from a record ---- */

/* Doubling; what was there is kept, since pieces before are in it. */
static bool join_room(parley_load *load, size_t size, bool *failure, parley_error *err) {
  if (size <= load->joined_room) return true;
  char *joined = parley_alloc(load->joined, size * 2);
  *failure = joined == NULL;
  if (joined == NULL) return parley_no_memory(err);
  load->joined = joined;
  load->joined_room = size * 2;
  return true;
}

static parley_missing_code piece_text(const parley_load_piece *piece, const parley_record_reader *records) {
  if (piece->column < 0) return piece->text;
  const parley_record_cell *cell = &records->cells[piece->column];
  return (parley_missing_code){cell->text, cell->length};
}

/* Writes a piece so that it ends where its pause character stands without a backslash. At most two bytes for each,
   which join_room has made room for. */
static size_t append_piece(char *out, parley_missing_code text, char pause) {
  if (pause == '\0') {
    memcpy(out, text.text, text.length);
    return text.length;
  }
  size_t used = 0;
  for (size_t i = 0; i < text.length; i++) {
    if (text.text[i] == pause || text.text[i] == '\\') out[used++] = '\\';
    out[used++] = text.text[i];
  }
  return used;
}

/* Binds pieces put together: nothing when one of them is missing. The text does not last, as the next one takes its
   place. / Joined ids stay apart as pieces are escaped: ("a;b", "c") and ("a", "b;c") differ. */
static bool bind_joined(parley_load *load, int target, const parley_record_reader *records, bool *failure,
                        parley_error *err) {
  const parley_load_target *t = &load->targets[target];
  size_t used = 0;
  for (int i = 0; i < t->count; i++) {
    const parley_load_piece *piece = &t->pieces[i];
    if (piece->column >= 0 && parley_record_reader_missing(records, piece->column)) return bind_nothing(load, target);
    parley_missing_code text = piece_text(piece, records);
    if (target == 0 && piece->column >= 0 && parley_field_is_total(text.text, text.length)) return refuse_total(load);
    if (!join_room(load, used + 2 * text.length + 1, failure, err)) return false;
    used += append_piece(load->joined + used, text, piece->until);
  }
  parley_missing_code joined = {load->joined, used};
  if (target == 0 && !is_key(load, joined)) return false;
  bind_text_value(load, target, joined, false);
  return true;
}

/* What was made is in quotes: no missing code applies. */
static bool bind_made(parley_load *load, int target) {
  parley_missing_code text = load->maker.texts[target];
  if (text.text == NULL) return bind_nothing(load, target);
  return parley_load_text(load, target, &load->maker.readings[target], text, PARLEY_PARSE_FROM_QUOTED);
}

static bool bind_constant(parley_load *load, int target) {
  if (load->sink->constant != NULL) load->sink->constant(load, target);
  return true;
}

static inline bool bind_target(parley_load *load, int target, const parley_record_reader *records, bool *failure,
                               parley_error *err) {
  const parley_load_target *t = &load->targets[target];
  if (t->made) return bind_made(load, target);
  if (t->count == 0) return bind_constant(load, target);
  if (t->count > 1 || t->pieces[0].column < 0) return bind_joined(load, target, records, failure, err);
  const parley_record_cell *cell = &records->cells[t->pieces[0].column];
  if (cell->text == NULL) return bind_nothing(load, target);
  const parley_record_stated *stated = parley_record_reader_stated(records, t->pieces[0].column);
  parley_missing_code text = {cell->text, cell->length};
  return parley_load_text(load, target, &stated->reading, text, cell->origin);
}

static bool bind_record(void *context, parley_load *load, bool *failure, parley_error *err) {
  const parley_record_reader *records = context;
  for (int i = 0; i < load->count; i++) {
    if (!bind_target(load, i, records, failure, err)) return false;
  }
  if (load->number > 0) load->sink->number(load, records->number);
  return true;
}

/* ---- one row ---- */

/* Makes the values of a record once, to be bound as often as it takes. A record without an id is refused before: nobody
   is asked about it. */
static parley_load_outcome make(parley_load *load, const parley_record_reader *records, parley_error *err) {
  bool failure = false;
  if (!load->targets[0].made) {
    load->sink->begin(load);
    if (!bind_target(load, 0, records, &failure, err)) return failure ? PARLEY_LOAD_FAILED : PARLEY_LOAD_REFUSED;
  }
  return load->maker.make(load->maker.context, load, records, err);
}

parley_load_outcome parley_load_row(parley_load *load, parley_load_binder row, parley_error *err) {
  return load->sink->row(load, row, err);
}

/* Takes the record that stands in `records`, all of whose columns are pieces of it or constants. `bare` counts rows
   that only name a thing; refused ones are not counted. */
static parley_load_outcome load_record(parley_load *load, const parley_record_reader *records, parley_error *err) {
  load->says_something = false;
  if (load->maker.make != NULL) {
    parley_load_outcome made = make(load, records, err);
    load->skipped += made == PARLEY_LOAD_SKIPPED;
    if (made != PARLEY_LOAD_ADDED) return made;
  }
  parley_load_outcome loaded =
      load->sink->row(load, (parley_load_binder){bind_record, (void *)(uintptr_t)records}, err);
  load->bare += !load->says_something && loaded < PARLEY_LOAD_SKIPPED;
  return loaded;
}

/* ---- many rows ---- */

static parley_load_pause take_records(parley_load *load, parley_record_reader *records, int64_t most,
                                      parley_error *err) {
  for (int64_t done = 0; done < most; done++) {
    if (done % RECORDS_PER_LOOK == 0) {
      parley_run_tell(load->run, records->number, records->input->taken, records->input->size);
      if (parley_run_poll(load->run, err)) return PARLEY_LOAD_PAUSE_FAILED;
    }
    parley_record_next next = parley_record_reader_next(records, err);
    if (next != PARLEY_RECORD_READ)
      return next == PARLEY_RECORD_END ? PARLEY_LOAD_PAUSE_END : PARLEY_LOAD_PAUSE_UNREADABLE;
    if (!records->sound) return PARLEY_LOAD_PAUSE_UNSOUND;
    parley_load_outcome loaded = load_record(load, records, err);
    if (loaded == PARLEY_LOAD_FAILED) {
      return PARLEY_LOAD_PAUSE_FAILED;
    }
    if (loaded == PARLEY_LOAD_REFUSED) return PARLEY_LOAD_PAUSE_REFUSED;
  }
  return PARLEY_LOAD_PAUSE_MOST;
}

parley_load_pause parley_load_records(parley_load *load, parley_record_reader *records, int64_t most,
                                      parley_error *err) {
  load->records = records;
  parley_load_pause pause = take_records(load, records, most, err);
  load->records = NULL;
  return pause;
}

/* As often as called, also on a load that was never opened but is all zero. */
void parley_load_close(parley_load *load) {
  parley_alloc(load->joined, 0);
  load->joined = NULL;
}
