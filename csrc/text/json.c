/*
** The bytes of one record are found by counting brackets outside strings, and only then judged and cut into members
** (json_record.c): so a record that is no JSON ends where a sound one would, and the next one is read.
*/
#include "text/json.h"

#include <string.h>

#include "base/buffer.h"
#include "text/json_list.h"
#include "text/json_record.h"

enum { FIRST_BUFFER = 256 * 1024, FIRST_MEMBERS = 64 };

/* Always false. For what ends the reading; what concerns one record is its problem. */
static bool refuse(const parley_json *json, const char *key, parley_error *err) {
  parley_fail_key(err, key);
  return parley_fail_about(err, "line", "path=%s line=%lld", json->name, (long long)json->line);
}

static bool refuse_long(const parley_json *json, parley_error *err) {
  parley_fail_with(err, "too_large.record", "most=%zu", json->limit);
  return parley_fail_about(err, "line", "path=%s line=%lld", json->name, (long long)json->line);
}

/* ---- moving through the text ---- */

/* Uses up bytes, and counts their lines: as they are used up, so that each byte is looked at once. After it, positions
   in the window are new. */
static void advance(parley_json *json, size_t count) {
  const char *text = json->window.text + json->window.at;
  json->line += parley_input_count_lines(text, count, &json->after_cr);
  json->byte = parley_json_byte_in_line(text, count, json->byte);
  json->window.at += count;
}

static bool read_on(parley_json *json, parley_error *err) {
  parley_input_more more = parley_input_window_more(&json->window, err);
  if (more == PARLEY_INPUT_MORE_FULL) return refuse_long(json, err);
  return more == PARLEY_INPUT_MORE;
}

typedef enum sight { SOMETHING, NOTHING, FAILED } sight;

/* Passes over white space to the next byte, which is left there. White space may be longer than the window: it is used
   up as it comes. */
static sight peek(parley_json *json, char *c, parley_error *err) {
  for (;;) {
    const parley_input_window *w = &json->window;
    size_t at = w->at;
    while (at < w->end && parley_json_is_space(w->text[at])) at++;
    advance(json, at - w->at);
    if (w->at < w->end) {
      *c = w->text[w->at];
      return SOMETHING;
    }
    if (w->final) return NOTHING;
    if (!read_on(json, err)) return FAILED;
  }
}

/* ---- finding the end of things ---- */

/* In a list of records a '}' too many belongs to the record before it, so that the next one is found. */
static size_t end_of_element(const char *text, size_t end, size_t at) {
  size_t until = parley_json_end_of_value(text, end, at);
  while (until != PARLEY_JSON_NOWHERE && text[until] == '}') until = parley_json_end_of_value(text, end, until + 1);
  return until;
}

/* Strings of JSON hold no bare line break, so that in JSON Lines a line is a record. */
static size_t end_of_line(const char *text, size_t end, size_t at) {
  while (at < end && text[at] != '\n' && text[at] != '\r') at++;
  return at < end ? at : PARLEY_JSON_NOWHERE;
}

/* ---- records ---- */

/* The record from the first byte not used up to `until`. The limit counts the record without the space around it. */
static parley_record_next take_record(parley_json *json, size_t until, parley_error *err) {
  size_t start = json->window.at;
  json->records++;
  json->record = (parley_json_record){.line = json->line,
                                      .byte = json->byte,
                                      .offset = json->window.offset + (int64_t)start,
                                      .raw = json->window.text + start,
                                      .raw_length = parley_json_trim(json->window.text, start, until) - start};
  if (json->record.raw_length > json->limit) {
    refuse_long(json, err);
    return PARLEY_RECORD_FAILED;
  }
  advance(json, until - start);
  return parley_json_cut(json, err) ? PARLEY_RECORD_READ : PARLEY_RECORD_FAILED;
}

/* A blank line was passed over by peek(). A record whose end is not at hand is looked for again from its start once
   there is more. */
static parley_record_next next_line(parley_json *json, parley_error *err) {
  for (;;) {
    const parley_input_window *w = &json->window;
    size_t until = end_of_line(w->text, w->end, w->at);
    if (until == PARLEY_JSON_NOWHERE && w->final) until = w->end;
    if (until != PARLEY_JSON_NOWHERE) return take_record(json, until, err);
    if (!read_on(json, err)) return PARLEY_RECORD_FAILED;
  }
}

static parley_record_next next_element(parley_json *json, parley_error *err) {
  for (;;) {
    const parley_input_window *w = &json->window;
    size_t until = end_of_element(w->text, w->end, w->at);
    json->state = PARLEY_JSON_AFTER;
    if (until != PARLEY_JSON_NOWHERE) return take_record(json, until, err);
    if (w->final) {
      refuse(json, "malformed.open_record", err);
      return PARLEY_RECORD_FAILED;
    }
    if (!read_on(json, err)) return PARLEY_RECORD_FAILED;
  }
}

/* Has all that is left of the text at hand: only what is read as a whole needs it, and it counts against the limit. */
static bool read_all(parley_json *json, parley_error *err) {
  while (!json->window.final) {
    if (!read_on(json, err)) return false;
  }
  return true;
}

/* After the ']' only white space may come, and the ends of the objects around the list. */
static parley_record_next finish_list(parley_json *json, parley_error *err) {
  char c;
  advance(json, 1);
  json->state = PARLEY_JSON_OVER;
  if (json->depth > 0) {
    const parley_input_window *w = &json->window;
    if (!read_all(json, err)) return PARLEY_RECORD_FAILED;
    if (parley_json_closes(w->text + w->at, w->end - w->at, json->depth)) return PARLEY_RECORD_END;
    refuse(json, "malformed.after_list", err);
    return PARLEY_RECORD_FAILED;
  }
  sight seen = peek(json, &c, err);
  if (seen == NOTHING) return PARLEY_RECORD_END;
  if (seen == SOMETHING) refuse(json, "malformed.text_after_list", err);
  return PARLEY_RECORD_FAILED;
}

/* A missing comma is the next record's problem: it begins where the one before ended. */
static parley_record_next next_in_list(parley_json *json, char c, parley_error *err) {
  bool first = json->state == PARLEY_JSON_FIRST;
  if (json->state == PARLEY_JSON_AFTER && c == ',') {
    advance(json, 1);
    json->state = PARLEY_JSON_ELEMENT;
    sight seen = peek(json, &c, err);
    if (seen == NOTHING) refuse(json, "malformed.open_list", err);
    if (seen != SOMETHING) return PARLEY_RECORD_FAILED;
  }
  if (c == ']' && (first || json->state == PARLEY_JSON_AFTER)) return finish_list(json, err);
  return next_element(json, err);
}

/* ---- the form of the text ---- */

/* Whether the object at hand goes on behind its line. */
static bool goes_on(parley_json *json, bool *more, parley_error *err) {
  const parley_input_window *w = &json->window;
  for (;;) {
    parley_json_search found = parley_json_goes_on(w->text + w->at, w->end - w->at);
    *more = found == PARLEY_JSON_LIST_FOUND;
    if (found != PARLEY_JSON_LIST_BEYOND || w->final) return true;
    if (!read_on(json, err)) return false;
  }
}

/* Goes to the list at the path. */
static bool find_list(parley_json *json, parley_error *err) {
  const parley_input_window *w = &json->window;
  size_t at;
  for (;;) {
    parley_json_search found =
        parley_json_find_list(w->text + w->at, w->end - w->at, json->path, json->path_length, &at, &json->depth);
    if (found == PARLEY_JSON_LIST_FOUND) break;
    if (found == PARLEY_JSON_LIST_NONE || w->final) {
      return parley_fail_with(err, "malformed.no_list_there", "path=%s at=%.*s", json->name, (int)json->path_length,
                              json->path);
    }
    if (!read_on(json, err)) return false;
  }
  if (!parley_json_opens(w->text + w->at, at, json->depth)) {
    return refuse(json, "malformed.before_list", err);
  }
  advance(json, at);
  json->form = PARLEY_JSON_LIST;
  return true;
}

/* Finds out the form of the text, and passes the '[' of a list, which cannot begin a line that is an object. */
static bool begin(parley_json *json, char c, parley_error *err) {
  bool more = false;
  if (json->path_length > 0) {
    if (!find_list(json, err)) return false;
    c = '[';
  } else if (json->form == PARLEY_JSON_ANY_FORM) {
    if (c == '{' && !json->lines && !goes_on(json, &more, err)) return false;
    json->form = c == '[' ? PARLEY_JSON_LIST : more ? PARLEY_JSON_OBJECT : PARLEY_JSON_LINES;
  }
  json->state = PARLEY_JSON_FIRST;
  if (json->form != PARLEY_JSON_LIST) return true;
  if (c != '[') return refuse(json, "malformed.no_list", err);
  advance(json, 1);
  return true;
}

/* The whole text as one record. */
static parley_record_next next_object(parley_json *json, parley_error *err) {
  if (!read_all(json, err)) return PARLEY_RECORD_FAILED;
  json->state = PARLEY_JSON_OVER;
  return take_record(json, json->window.end, err);
}

/* Refuses the only object of a text when the records are probably those of a list in it: one row of a file of many is
   the likelier fault than an object that holds a list. */
static bool check_envelope(parley_json *json, parley_error *err) {
  char path[100];
  bool is_empty = false;
  const parley_json_record *r = &json->record;
  const parley_input_window *w = &json->window;
  if (json->lines || json->path != NULL || json->records > 1 || r->problem != NULL || json->form == PARLEY_JSON_LIST) {
    return true;
  }
  size_t at = w->at;
  while (at < w->end && parley_json_is_space(w->text[at])) at++;
  bool whole = at == w->end && w->final;
  if (!whole || !parley_json_offer_list(r->raw, r->raw_length, path, sizeof path, &is_empty)) return true;
  if (is_empty) return parley_fail_with(err, "malformed.list_of_none", "path=%s at=%s", json->name, path);
  return parley_fail_with(err, "malformed.list_within", "path=%s at=%s", json->name, path);
}

bool parley_json_is_empty(parley_json *json, bool *empty, parley_error *err) {
  char c;
  sight seen = peek(json, &c, err);
  *empty = seen == NOTHING;
  return seen != FAILED;
}

static parley_record_next next_record(parley_json *json, char c, parley_error *err) {
  if (json->form == PARLEY_JSON_LIST) return next_in_list(json, c, err);
  parley_record_next next = json->form == PARLEY_JSON_OBJECT ? next_object(json, err) : next_line(json, err);
  return next != PARLEY_RECORD_READ || check_envelope(json, err) ? next : PARLEY_RECORD_FAILED;
}

parley_record_next parley_json_next(parley_json *json, parley_error *err) {
  char c = '\0';
  if (json->state == PARLEY_JSON_OVER) return PARLEY_RECORD_END;
  sight seen = peek(json, &c, err);
  if (seen == SOMETHING && json->state == PARLEY_JSON_START) {
    if (!begin(json, c, err)) return PARLEY_RECORD_FAILED;
    seen = peek(json, &c, err);
  }
  if (seen == FAILED) return PARLEY_RECORD_FAILED;
  if (seen == SOMETHING) return next_record(json, c, err);
  if (json->form != PARLEY_JSON_LIST) return PARLEY_RECORD_END;
  refuse(json, json->state == PARLEY_JSON_START ? "malformed.no_list_empty" : "malformed.open_list", err);
  return PARLEY_RECORD_FAILED;
}

bool parley_json_explain(const parley_json *json, parley_error *err) {
  const parley_json_record *r = &json->record;
  if (r->problem == NULL) return parley_fail_key(err, "misuse.sound_record");
  if (err != NULL) *err = *r->problem;
  return parley_fail_about(err, "line_and_byte", "path=%s line=%lld byte=%lld", json->name, (long long)r->problem_line,
                           (long long)r->problem_byte);
}

/* ---- opening and closing ---- */

static bool first_room(parley_json *json, parley_error *err) {
  json->room = FIRST_MEMBERS;
  json->members = parley_alloc(NULL, FIRST_MEMBERS * sizeof *json->members);
  return (json->members != NULL && parley_json_columns_make(&json->columns)) || parley_no_memory(err);
}

bool parley_json_open(parley_json *json, parley_input *input, const parley_json_options *options, parley_error *err) {
  const parley_json_options none = {0};
  if (options == NULL) options = &none;
  json->name = input->name;
  json->form = options->form;
  json->lines = options->lines;
  json->path = options->path;
  json->path_length = options->path_length;
  json->line = json->byte = 1;
  json->limit = options->limit > 0 ? options->limit : PARLEY_RECORD_LIMIT;
  /* half of 2^31, so that sums of two positions fit an int */
  if (json->limit > INT32_MAX / 2) json->limit = INT32_MAX / 2;
  /* two bytes more: the comma or line break behind a record, and a space */
  return parley_input_window_open(&json->window, input, options->buffer > 0 ? options->buffer : FIRST_BUFFER,
                                  json->limit + 2, err) &&
         first_room(json, err);
}

void parley_json_close(parley_json *json) {
  parley_input_window_close(&json->window);
  parley_json_columns_free(&json->columns);
  parley_alloc(json->members, 0);
  parley_alloc(json->scratch, 0);
  *json = (parley_json){.form = PARLEY_JSON_ANY_FORM};
}
