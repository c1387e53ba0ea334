/*
** The bytes of one record are found by counting brackets outside strings, judged, and only then cut into members. The
** cutting checks its bounds all the same, and tells where it does not get on: that, and judging each key and value by
** itself, is how an error finds its place.
*/
#include "text/json.h"

#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "base/buffer.h"
#include "base/byte_scan.h"
#include "text/json_list.h"
#include "text/json_string.h"

enum { FIRST_BUFFER = 256 * 1024, FIRST_MEMBERS = 64 };

static bool refuse(const parley_json *json, int64_t line, const char *what, parley_error *err) {
  return parley_fail(err, PARLEY_ERROR_MALFORMED, "%s, line %lld: %s", json->name, (long long)line, what);
}

/* ---- moving through the text ---- */

/* The place in its line of the byte at `at`, where the text begins at place `first` of one. */
static int64_t byte_in_line(const char *text, size_t at, int64_t first) {
  size_t start = at;
  while (start > 0 && text[start - 1] != '\n' && text[start - 1] != '\r') start--;
  return (int64_t)(at - start) + (start > 0 ? 1 : first);
}

/* Uses up bytes, and counts their lines. */
static void advance(parley_json *json, size_t count) {
  const char *text = json->window.text + json->window.at;
  json->line += parley_input_count_lines(text, count, &json->after_cr);
  json->byte = byte_in_line(text, count, json->byte);
  json->window.at += count;
}

static bool read_on(parley_json *json, parley_error *err) {
  parley_input_more more = parley_input_window_more(&json->window, err);
  if (more == PARLEY_INPUT_MORE_FULL) {
    return parley_fail(err, PARLEY_ERROR_TOO_LARGE,
                       "%s, line %lld: the record that begins here is longer than %zu bytes; longest_record = n takes "
                       "longer ones", json->name, (long long)json->line, json->limit);
  }
  return more == PARLEY_INPUT_MORE;
}

typedef enum sight { SOMETHING, NOTHING, FAILED } sight;

/* Passes over white space to the next byte, which is left there. */
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

static size_t end_of_line(const char *text, size_t end, size_t at) {
  while (at < end && text[at] != '\n' && text[at] != '\r') at++;
  return at < end ? at : PARLEY_JSON_NOWHERE;
}

static size_t trimmed(const char *text, size_t start, size_t until) {
  while (until > start && parley_json_is_space(text[until - 1])) until--;
  return until;
}

/* ---- problems ---- */

/* Words the problem and finds its place, `at` in the raw bytes. The first problem stands. Always false. */
static bool problem(parley_json *json, size_t at, const char *fmt, ...) PARLEY_PRINTF(3, 4);
static bool problem(parley_json *json, size_t at, const char *fmt, ...) {
  parley_json_record *r = &json->record;
  if (r->problem != NULL) return false;
  va_list args;
  va_start(args, fmt);
  vsnprintf(json->words, sizeof json->words, fmt, args);
  va_end(args);
  r->problem = json->words;
  bool after_cr = false;
  r->problem_line = r->line + parley_input_count_lines(r->raw, at, &after_cr);
  r->problem_byte = byte_in_line(r->raw, at, r->byte);
  return false;
}

static bool check_utf8(parley_json *json) {
  parley_json_record *r = &json->record;
  if (parley_utf8_is_ascii(r->raw, r->raw_length)) return true;
  size_t at = parley_utf8_invalid(r->raw, r->raw_length);
  if (at == r->raw_length) {
    if (json->faults.sound++ == 0) json->faults.sound_line = r->line;
    return true;
  }
  problem(json, at, "not UTF-8");
  parley_input_fault place = {.line = r->problem_line, .byte = r->problem_byte, .offset = r->offset + (int64_t)at};
  parley_input_faults_note(&json->faults, &place, r->raw, r->raw_length, at);
  return false;
}

/* ---- columns ---- */

/* Finds or adds the column; most often it is the one after the last. */
static bool find_column(parley_json *json, const char *text, size_t length, int *column, parley_error *err) {
  int likely = json->record.count == 0 ? 0 : json->members[json->record.count - 1].column + 1;
  switch (parley_json_column(&json->columns, text, length, likely, column)) {
    case PARLEY_JSON_FOUND: return true;
    case PARLEY_JSON_NO_MEMORY: return parley_no_memory(err);
    default:
      return parley_fail(err, PARLEY_ERROR_TOO_LARGE, "%s, line %lld: more than %d different keys", json->name,
                         (long long)json->record.line, PARLEY_JSON_COLUMNS);
  }
}

/* What the string text[0..length) says, quotes not included. The scratch has room for all strings of the record. */
static bool read_string(parley_json *json, const char **text, size_t *length) {
  parley_json_string read;
  if (!parley_json_unescape(*text, *length, json->scratch + json->scratch_used, &read)) {
    size_t at = (size_t)(*text - json->record.raw) + read.trouble;
    if (read.code == 0) return problem(json, at, "a NUL character (\\u0000)");
    return problem(json, at, "half of a surrogate pair (\\u%04x)", read.code);
  }
  if (read.text != *text) json->scratch_used += read.length;
  *text = read.text;
  *length = read.length;
  return true;
}

/* ---- cutting a record ---- */

/* A key and a value in the raw bytes: from, to. The key is with its quotes. */
typedef struct pair {
  size_t key, key_end, value, value_end;
} pair;

static size_t skip_space(const parley_json_record *r, size_t at) {
  while (at < r->raw_length && parley_json_is_space(r->raw[at])) at++;
  return at;
}

static bool expect(parley_json *json, size_t at, char c) {
  const parley_json_record *r = &json->record;
  return (at < r->raw_length && r->raw[at] == c) || problem(json, at, "'%c' is missing", c);
}

/* Finds the pair at *at and moves on to the comma or bracket behind it. */
static bool find_pair(parley_json *json, size_t *at, pair *p) {
  const parley_json_record *r = &json->record;
  p->key = *at;
  if (!expect(json, p->key, '"')) return false;
  p->key_end = parley_json_end_of_string(r->raw, r->raw_length, p->key);
  if (p->key_end == PARLEY_JSON_NOWHERE) return problem(json, p->key, "the string that begins here is not closed");
  size_t colon = skip_space(r, p->key_end);
  if (!expect(json, colon, ':')) return false;
  p->value = skip_space(r, colon + 1);
  *at = parley_json_end_of_value(r->raw, r->raw_length, p->value);
  if (*at == PARLEY_JSON_NOWHERE) return problem(json, p->value, "the value that begins here is not closed");
  p->value_end = trimmed(r->raw, p->value, *at);
  return p->value_end > p->value || problem(json, p->value, "a value is missing");
}

typedef bool pair_use(parley_json *json, const pair *p, bool *failed, parley_error *err);

/* Shows each pair of the object to `use`; false when the object has a problem, or when *failed. */
static bool each_pair(parley_json *json, pair_use *use, bool *failed, parley_error *err) {
  const parley_json_record *r = &json->record;
  size_t at = skip_space(r, 1);
  bool more = !(at < r->raw_length && r->raw[at] == '}');
  while (more) {
    pair p;
    if (!find_pair(json, &at, &p) || !use(json, &p, failed, err)) return false;
    more = r->raw[at] == ',';
    if (more) at = skip_space(r, at + 1);
  }
  if (!expect(json, at, '}')) return false;
  return at + 1 == r->raw_length || problem(json, at + 1, "text after the object");
}

static bool more_members(parley_json *json) {
  if (json->record.count < json->room) return true;
  parley_json_member *members = parley_alloc(json->members, (size_t)json->room * 2 * sizeof *members);
  if (members == NULL) return false;
  json->members = members;
  json->room *= 2;
  return true;
}

/* A pair becomes a member. */
static bool take_pair(parley_json *json, const pair *p, bool *failed, parley_error *err) {
  parley_json_record *r = &json->record;
  const char *key = r->raw + p->key + 1;
  size_t key_length = p->key_end - p->key - 2;
  parley_json_member m = {r->raw + p->value, p->value_end - p->value, 0, parley_json_kind_of(r->raw[p->value])};
  if (m.kind == PARLEY_JSON_STRING) {
    m.text++;
    m.length -= 2;
  }
  if (!read_string(json, &key, &key_length)) return false;
  if (m.kind == PARLEY_JSON_STRING && !read_string(json, &m.text, &m.length)) return false;
  if (!find_column(json, key, key_length, &m.column, err)) return !(*failed = true);
  if (json->columns.names[m.column].record == json->records) {
    return problem(json, p->key, "the key '%.*s' stands twice in the object", (int)(key_length < 60 ? key_length : 60),
                   key);
  }
  json->columns.names[m.column].record = json->records;
  if (!more_members(json)) return !(*failed = !parley_no_memory(err));
  json->members[r->count++] = m;
  return true;
}

/* Looks for the pair that is to blame when a record is no JSON. */
static bool blame_pair(parley_json *json, const pair *p, bool *failed, parley_error *err) {
  const char *raw = json->record.raw;
  (void)failed;
  (void)err;
  if (!parley_json_valid(raw + p->key, p->key_end - p->key)) {
    return problem(json, p->key, "the key that begins here is no JSON");
  }
  return parley_json_valid(raw + p->value, p->value_end - p->value) ||
         problem(json, p->value, "the value that begins here is no JSON");
}

static bool make_room(parley_json *json, parley_error *err) {
  json->scratch_used = 0;
  if (json->scratch_room >= json->record.raw_length) return true;
  size_t room = json->record.raw_length + json->record.raw_length / 2;
  char *scratch = parley_alloc(json->scratch, room);
  if (scratch == NULL) return parley_no_memory(err);
  json->scratch = scratch;
  json->scratch_room = room;
  return true;
}

/* Makes members of the raw bytes, or finds the problem. False: the reading has failed. */
static bool cut_record(parley_json *json, parley_error *err) {
  parley_json_record *r = &json->record;
  bool failed = false;
  if (r->raw_length == 0) return !problem(json, 0, "a value is missing");
  const char *nul = memchr(r->raw, '\0', r->raw_length);
  if (nul != NULL) return !problem(json, (size_t)(nul - r->raw), "a NUL byte");
  if (!check_utf8(json)) return true;
  if (!make_room(json, err)) return false;
  bool valid = parley_json_valid(r->raw, r->raw_length);
  if (valid && r->raw[0] != '{') return !problem(json, 0, "a record is an object, not %s", parley_json_kind_words(r->raw[0]));
  if (r->raw[0] == '{') each_pair(json, valid ? take_pair : blame_pair, &failed, err);
  if (!valid && !failed) problem(json, 0, "no JSON object");
  r->members = json->members;
  if (r->problem != NULL) r->count = 0;
  return !failed;
}

/* ---- records ---- */

/* The record from the first byte not used up to `until`. */
static parley_record_next take_record(parley_json *json, size_t until, parley_error *err) {
  size_t start = json->window.at;
  json->records++;
  json->record = (parley_json_record){.line = json->line,
                                      .byte = json->byte,
                                      .offset = json->window.offset + (int64_t)start,
                                      .raw = json->window.text + start,
                                      .raw_length = trimmed(json->window.text, start, until) - start};
  if (json->record.raw_length > json->limit) {
    parley_fail(err, PARLEY_ERROR_TOO_LARGE,
                "%s, line %lld: the record that begins here is longer than %zu bytes; longest_record = n takes longer "
                "ones", json->name,
                (long long)json->line, json->limit);
    return PARLEY_RECORD_FAILED;
  }
  advance(json, until - start);
  return cut_record(json, err) ? PARLEY_RECORD_READ : PARLEY_RECORD_FAILED;
}

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
      refuse(json, json->line, "the record that begins here is not closed, nor is the list", err);
      return PARLEY_RECORD_FAILED;
    }
    if (!read_on(json, err)) return PARLEY_RECORD_FAILED;
  }
}

/* Has all that is left of the text at hand. */
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
    refuse(json, json->line, "what comes after the list is no JSON", err);
    return PARLEY_RECORD_FAILED;
  }
  sight seen = peek(json, &c, err);
  if (seen == NOTHING) return PARLEY_RECORD_END;
  if (seen == SOMETHING) refuse(json, json->line, "text after the list", err);
  return PARLEY_RECORD_FAILED;
}

static parley_record_next next_in_list(parley_json *json, char c, parley_error *err) {
  bool first = json->state == PARLEY_JSON_FIRST;
  if (json->state == PARLEY_JSON_AFTER && c == ',') {
    advance(json, 1);
    json->state = PARLEY_JSON_ELEMENT;
    sight seen = peek(json, &c, err);
    if (seen == NOTHING) refuse(json, json->line, "the list is not closed", err);
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
      return parley_fail(err, PARLEY_ERROR_MALFORMED, "%s has no list at path = '%.*s'", json->name, (int)json->path_length,
                         json->path);
    }
    if (!read_on(json, err)) return false;
  }
  if (!parley_json_opens(w->text + w->at, at, json->depth)) {
    return refuse(json, json->line, "what comes before the list is no JSON", err);
  }
  advance(json, at);
  json->form = PARLEY_JSON_LIST;
  return true;
}

/* Finds out the form of the text, and passes the '[' of a list. */
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
  if (c != '[') return refuse(json, json->line, "no list; it would begin with '['", err);
  advance(json, 1);
  return true;
}

/* The whole text as one record. */
static parley_record_next next_object(parley_json *json, parley_error *err) {
  if (!read_all(json, err)) return PARLEY_RECORD_FAILED;
  json->state = PARLEY_JSON_OVER;
  return take_record(json, json->window.end, err);
}

/* Refuses the only object of a text when the records are probably those of a list in it. */
static bool check_envelope(parley_json *json, parley_error *err) {
  char path[100];
  const parley_json_record *r = &json->record;
  const parley_input_window *w = &json->window;
  if (json->lines || json->path != NULL || json->records > 1 || r->problem != NULL || json->form == PARLEY_JSON_LIST) return true;
  size_t at = w->at;
  while (at < w->end && parley_json_is_space(w->text[at])) at++;
  if (at < w->end || !w->final || !parley_json_offer_list(r->raw, r->raw_length, path, sizeof path)) return true;
  return parley_fail(err, PARLEY_ERROR_MALFORMED, "%s is one object, and '%s' in it is a list of objects; path = '%s' reads "
                     "these, and path = '' takes the object as one record", json->name, path, path);
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
  refuse(json, json->line, json->state == PARLEY_JSON_START ? "no list; the text is empty" : "the list is not closed",
         err);
  return PARLEY_RECORD_FAILED;
}

bool parley_json_explain(const parley_json *json, parley_error *err) {
  const parley_json_record *r = &json->record;
  if (r->problem == NULL) return refuse(json, r->line, "nothing is wrong", err);
  char at[sizeof err->message];
  snprintf(at, sizeof at, "%s, line %lld, byte %lld", json->name, (long long)r->problem_line,
           (long long)r->problem_byte);
  return parley_fail_at(err, at, PARLEY_ERROR_MALFORMED, "%s", r->problem);
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
