/*
** The fields of one column of a chunk, in a loop of its own for each kind of column. What most fields look like is read
** here; all else is left to value/parse_field.h, and so has the same meaning.
**
** Most fields are short numerals, read eight digits at a time by multiplications (Lemire, "Number Parsing at a Gigabyte
** per Second", 2021); what those do not take goes to the general reader, which alone decides what is an error.
*/
#include "text/parallel/column_parser.h"

#include <float.h>
#include <string.h>

#include "value/number_field.h"

#include "value/numeral.h"
#include "value/parse_field.h"

enum { BEHIND = 16 }; /* bytes that may be read behind a field */

/* The column under way in one block of records. */
typedef struct cursor {
  parley_read_worker *worker;
  parley_read_target *target;
  parley_column_state *state;
  const char *text;
  const uint32_t *field_end; /* of the column in the first record */
  size_t width;
  int quote;
  bool last;            /* the last field of a record, before the line break */
  bool codes;           /* there are codes for missing values */
  bool styled;          /* the user says how numbers are written */
  int64_t from, rows;   /* first row of the block in the chunk */
  uint64_t *there, *truth;
  unsigned char *out;   /* values of the first row */
} cursor;

typedef struct field {
  const char *text;
  size_t length;
  bool quoted;
} field;

/* ---- fields ---- */

/* Takes a closed quote off, and undoes doubled ones in a copy. False: the field is not in order. Counts the quotes
   it has seen: together they have to be all that the chunk has, or some stood where none may. */
static bool unquote(parley_read_worker *worker, char quote, field *f) {
  if (f->length < 2 || f->text[f->length - 1] != quote) return false;
  const char *from = f->text + 1, *end = f->text + f->length - 1;
  *f = (field){from, (size_t)(end - from), true};
  worker->quotes += 2;
  const char *at = memchr(from, quote, f->length);
  if (at == NULL) return true;
  char *out = worker->scratch;
  for (; at != NULL; at = memchr(from, quote, (size_t)(end - from))) {
    if (at + 1 == end || at[1] != quote) return false;
    size_t count = (size_t)(at + 1 - from);
    memcpy(out, from, count);
    out += count;
    from = at + 2;
    worker->quotes += 2;
  }
  memcpy(out, from, (size_t)(end - from));
  out += end - from;
  memset(out, 0, BEHIND); /* read, but without effect */
  *f = (field){worker->scratch, (size_t)(out - worker->scratch), true};
  return true;
}

/* The field of a row of the block. */
PARLEY_SCAN_INLINE bool take(const cursor *c, int64_t row, field *f) {
  const uint32_t *field_end = c->field_end + (size_t)row * c->width;
  const char *text = c->text + (uint32_t)(field_end[-1] + 1);
  size_t length = (size_t)(c->text + field_end[0] - text);
  if (c->last && length > 0 && text[length - 1] == '\r' && text[length] == '\n') length--;
  *f = (field){text, length, false};
  return (unsigned char)*text != c->quote || unquote(c->worker, (char)c->quote, f);
}

PARLEY_SCAN_INLINE bool is_missing(const cursor *c, const field *f) {
  if (f->length == 0 && !f->quoted) return true;
  return c->codes && parley_parse_is_missing(c->target->reading, f->text, f->length,
                                             f->quoted ? PARLEY_PARSE_FROM_QUOTED : PARLEY_PARSE_FROM_BARE);
}

PARLEY_SCAN_INLINE void set_missing(const cursor *c, int64_t row) {
  int64_t at = c->from + row;
  c->there[at / 64] &= ~((uint64_t)1 << (at % 64));
}

/* Goes through the rest of a block only to see whether quotes are in order. Also for columns that are done: each
   pass checks all quotes. */
static parley_column_parser_outcome check_fields(const cursor *c, int64_t row) {
  field f;
  if (c->quote < 0) return PARLEY_COLUMN_PARSER_ALL;
  for (; row < c->rows; row++) {
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
  }
  return PARLEY_COLUMN_PARSER_ALL;
}

/* The value of a row is not of the type. A stated type is an error for the caller to tell; a guessed one only means
   another pass. */
static parley_column_parser_outcome misfit(const cursor *c, int64_t row) {
  if (c->target->stated || c->target->certain) return PARLEY_COLUMN_PARSER_UNSOUND;
  atomic_store_explicit(&c->target->failed, true, memory_order_relaxed);
  return check_fields(c, row + 1);
}

/* ---- types as value/type_inference.h has them ---- */

static parley_read_kind kind_of(parley_type type, bool hardly_repeats) {
  if (parley_type_is_written(type)) return PARLEY_READ_WRITTEN;
  switch (parley_layout_of(type)) {
    case PARLEY_LAYOUT_INTEGER: return PARLEY_READ_INTEGERS;
    case PARLEY_LAYOUT_NUMBER: return PARLEY_READ_NUMBERS;
    case PARLEY_LAYOUT_TRUTH: return PARLEY_READ_BOOLEANS;
    case PARLEY_LAYOUT_DATED: return PARLEY_READ_CODES;
    case PARLEY_LAYOUT_TEXT: return hardly_repeats ? PARLEY_READ_TEXTS : PARLEY_READ_CODES;
    case PARLEY_LAYOUT_NONE: break;
  }
  return PARLEY_READ_MISSING;
}

/* `like` is an inference that has seen one value of just this type. */
void parley_read_target_begin(parley_read_target *target) {
  static const char *const only[] = {[PARLEY_LAYOUT_NONE] = "",          [PARLEY_LAYOUT_INTEGER] = "9007199254740993",
                                     [PARLEY_LAYOUT_NUMBER] = "0.5",     [PARLEY_LAYOUT_TRUTH] = "true",
                                     [PARLEY_LAYOUT_DATED] = "2025-06-02", [PARLEY_LAYOUT_TEXT] = ""};
  const char *text = parley_type_is_written(target->type) ? "" : only[parley_layout_of(target->type)];
  target->kind = kind_of(target->type, target->hardly_repeats);
  atomic_store(&target->failed, false);
  parley_inference_begin(&target->like, target->reading);
  if (text[0] != '\0') parley_inference_add(&target->like, text, strlen(text), PARLEY_PARSE_FROM_QUOTED, 1);
  target->like.fractions = (parley_inference_fractions){.lengths = 0}; /* what is alike is settled over all values */
}

/* Whether a value can stand in a column that has the target's type by its values: it leaves the type what it is. A
   copy: the inference of one value must not change that of the next. */
static bool fits(const parley_read_target *target, const field *f) {
  parley_inference inference = target->like;
  parley_inference_add(&inference, f->text, f->length, PARLEY_PARSE_FROM_QUOTED, 1);
  return parley_inference_type(&inference) == target->type;
}

static bool read_value(const parley_read_target *target, const field *f, parley_value *value, parley_date_text *day) {
  if (!target->stated && !fits(target, f)) return false;
  return parley_parse_field(target->reading, target->type, f->text, f->length, PARLEY_PARSE_FROM_QUOTED, value, day,
                            NULL);
}

/* ---- numerals ---- */

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

PARLEY_SCAN_INLINE uint64_t load64(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof word);
  return word;
}

/* The value of eight digits, the first in the lowest byte; false when they are not all digits. */
PARLEY_SCAN_INLINE bool eight_digits(uint64_t word, uint64_t *out) {
  const uint64_t zeros = UINT64_C(0x3030303030303030);
  if ((((word + UINT64_C(0x4646464646464646)) | (word - zeros)) & UINT64_C(0x8080808080808080)) != 0) return false;
  word -= zeros;
  word = word * 10 + (word >> 8);
  *out = (((word & UINT64_C(0x000000FF000000FF)) * UINT64_C(0x000F424000000064)) +
          ((word >> 16 & UINT64_C(0x000000FF000000FF)) * UINT64_C(0x0000271000000001))) >> 32;
  return true;
}

/* The same of the first `count` of the word's bytes, 1 to 8. */
PARLEY_SCAN_INLINE bool few_digits(uint64_t word, size_t count, uint64_t *out) {
  unsigned shift = 64 - 8 * (unsigned)count;
  return eight_digits(word << shift | (UINT64_C(0x3030303030303030) & ~(~UINT64_C(0) << shift)), out);
}

PARLEY_SCAN_INLINE bool read_digits(const char *text, size_t count, uint64_t *out) {
  uint64_t high = 0;
  if (count > 16) return false;
  if (count <= 8) return few_digits(load64(text), count, out);
  if (!few_digits(load64(text), count - 8, &high) || !eight_digits(load64(text + count - 8), out)) return false;
  *out += high * 100000000;
  return true;
}

/* Up to eight characters with one point among them: the digits, and how many stand behind the point. */
PARLEY_SCAN_INLINE bool read_short_decimal(const char *text, size_t length, uint64_t *digits, size_t *behind) {
  uint64_t word = load64(text), unlike = word ^ UINT64_C(0x2E2E2E2E2E2E2E2E);
  uint64_t points = (unlike - UINT64_C(0x0101010101010101)) & ~unlike & UINT64_C(0x8080808080808080);
  unsigned at = parley_scan_lowest(points) & 56u; /* bits before the point; of the lowest zero byte it is right */
  if (points == 0 || at / 8 + 1 >= length || length < 2) return false;
  uint64_t before = ((uint64_t)1 << at) - 1;
  *behind = length - 1 - at / 8;
  return few_digits((word & before) | (word >> 8 & ~before), length - 1, digits);
}

#else

PARLEY_SCAN_INLINE bool read_digits(const char *text, size_t count, uint64_t *out) {
  if (count > 16) return false;
  for (*out = 0; count > 0; text++, count--) {
    if ((unsigned char)(*text - '0') >= 10) return false;
    *out = *out * 10 + (uint64_t)(*text - '0');
  }
  return true;
}

PARLEY_SCAN_INLINE bool read_short_decimal(const char *text, size_t length, uint64_t *digits, size_t *behind) {
  (void)text, (void)length, (void)digits, (void)behind;
  return false;
}

#endif

/* "-12", of at most 16 digits; zero has neither sign nor more digits. */
PARLEY_SCAN_INLINE bool read_short_integer(const field *f, int64_t *out) {
  bool negative = f->text[0] == '-';
  const char *digits = f->text + negative;
  size_t count = f->length - negative;
  uint64_t value;
  if (f->length <= (size_t)negative || (digits[0] == '0' && (count > 1 || negative))) return false;
  if (!read_digits(digits, count, &value)) return false;
  *out = negative ? -(int64_t)value : (int64_t)value;
  return true;
}

/* How many digits stand behind the points of short numbers: a bit for each, 8 bits higher where the last is 0. */
typedef unsigned short_fractions;

/* "-0.25": digits before and behind the point give an exact integer, which one division rounds once. */
PARLEY_SCAN_INLINE bool read_short_number(const field *f, double *out, short_fractions *fractions) {
  static const double powers[] = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
  bool negative = f->text[0] == '-';
  const char *text = f->text + negative;
  size_t length = f->length - negative, behind;
  uint64_t digits;
  if (FLT_EVAL_METHOD != 0 || length > 8 || f->length == 0) return false;
  if (!read_short_decimal(text, length, &digits, &behind) || (text[0] == '0' && text[1] != '.')) return false;
  double value = (double)(int64_t)digits / powers[behind];
  *fractions |= 1u << (behind + 8 * (size_t)(text[length - 1] == '0'));
  *out = (negative ? -value : value) + 0.0; /* -0.0 becomes 0.0 */
  return true;
}

/* ---- loops ---- */

static parley_column_parser_outcome read_nothing(const cursor *c) {
  for (int64_t row = 0; row < c->rows; row++) {
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    if (!is_missing(c, &f)) return misfit(c, row);
    set_missing(c, row);
  }
  return PARLEY_COLUMN_PARSER_ALL;
}

static parley_column_parser_outcome read_integers(const cursor *c) {
  int64_t *out = (int64_t *)(void *)c->out;
  for (int64_t row = 0; row < c->rows; row++) {
    parley_value value;
    parley_date_text day;
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    out[row] = 0;
    if (is_missing(c, &f)) set_missing(c, row);
    else if (!read_short_integer(&f, &out[row])) {
      if (!read_value(c->target, &f, &value, &day)) return misfit(c, row);
      out[row] = value.integer;
    }
  }
  return PARLEY_COLUMN_PARSER_ALL;
}

/* Notes what a numeral that was read as a number tells of the column's type. */
static void note_fraction(const cursor *c, const field *f) {
  parley_number_room room;
  parley_numeral n;
  const char *text = f->text;
  size_t length = f->length;
  int64_t integer;
  bool plain = parley_number_plain(&c->target->reading->style, &text, &length, &room) &&
               parley_numeral_scan(text, length, &n);
  if (plain && parley_numeral_integer(&n, &integer)) return;
  c->state->fraction = true;
  if (plain && !c->styled && n.behind > 0) {
    parley_inference_fractions_add(&c->state->fractions, n.behind, text[length - 1]);
  }
}

/* Integers among numbers; their sum of digits is an exact double as long as they are short. */
static bool read_any_number(const cursor *c, const field *f, double *out) {
  parley_value value;
  parley_date_text day;
  int64_t integer;
  if (f->length <= 15 && read_short_integer(f, &integer)) {
    *out = (double)integer;
    return true;
  }
  if (!read_value(c->target, f, &value, &day)) return false;
  note_fraction(c, f);
  *out = value.number + 0.0;
  return true;
}

static parley_column_parser_outcome read_numbers(const cursor *c) {
  double *out = (double *)(void *)c->out;
  short_fractions fractions = 0;
  for (int64_t row = 0; row < c->rows; row++) {
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    out[row] = 0;
    if (is_missing(c, &f)) set_missing(c, row);
    else if (!c->styled && read_short_number(&f, &out[row], &fractions)) continue;
    else if (!read_any_number(c, &f, &out[row])) return misfit(c, row);
  }
  c->state->fraction |= fractions != 0;
  parley_inference_fractions all = {.lengths = (fractions | fractions >> 8) & 0xFF, .padded = fractions >> 8 > 3};
  parley_inference_fractions_merge(&c->state->fractions, &all);
  return PARLEY_COLUMN_PARSER_ALL;
}

static parley_column_parser_outcome read_booleans(const cursor *c) {
  for (int64_t row = 0; row < c->rows; row++) {
    parley_value value = {.integer = 0};
    parley_date_text day;
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    if (is_missing(c, &f)) {
      set_missing(c, row);
      continue;
    }
    if (f.length == 4 && memcmp(f.text, "true", 4) == 0) value.integer = 1;
    else if (f.length == 5 && memcmp(f.text, "false", 5) == 0) value.integer = 0;
    else if (!read_value(c->target, &f, &value, &day)) return misfit(c, row);
    int64_t at = c->from + row;
    c->truth[at / 64] |= (uint64_t)value.integer << (at % 64);
  }
  return PARLEY_COLUMN_PARSER_ALL;
}

/* What a text that is new to this thread means. The row of first appearance, by which threads' texts are put in one
   order. */
static parley_column_parser_outcome settle_text(const cursor *c, const field *f, int32_t code, int64_t row,
                                                bool *wrong) {
  parley_interned_text *seen = &c->state->texts.seen[code];
  parley_value value;
  parley_date_text day;
  seen->row = c->worker->row + c->from + row;
  seen->missing = c->codes && parley_parse_is_missing(c->target->reading, f->text, f->length, PARLEY_PARSE_FROM_QUOTED);
  if (seen->missing || parley_layout_of(c->target->type) != PARLEY_LAYOUT_DATED) return PARLEY_COLUMN_PARSER_ALL;
  *wrong = !read_value(c->target, f, &value, &day);
  if (*wrong) return PARLEY_COLUMN_PARSER_ALL;
  seen->first = day.date.first;
  seen->last = day.date.last;
  bool same = value.length == f->length && memcmp(value.text, f->text, f->length) == 0;
  return same || parley_intern_show(&c->state->texts, value.text, value.length) ? PARLEY_COLUMN_PARSER_ALL
                                                                              : PARLEY_COLUMN_PARSER_NO_MEMORY;
}

/* Codes are those of this thread, and -1 where a value is missing. -1 and not 0, since the map of codes to codes
   starts at -1. */
static parley_column_parser_outcome read_codes(const cursor *c) {
  int32_t *out = (int32_t *)(void *)c->out;
  parley_intern_table *texts = &c->state->texts;
  for (int64_t row = 0; row < c->rows; row++) {
    bool added = false, wrong = false;
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    out[row] = -1;
    if (f.length == 0 && !f.quoted) {
      set_missing(c, row);
      continue;
    }
    int32_t code = parley_intern_code(texts, f.text, f.length, &added);
    if (code < 0) return PARLEY_COLUMN_PARSER_NO_MEMORY;
    if (added && settle_text(c, &f, code, row, &wrong) != PARLEY_COLUMN_PARSER_ALL) {
      return PARLEY_COLUMN_PARSER_NO_MEMORY;
    }
    if (wrong) return misfit(c, row);
    if (c->codes && texts->seen[code].missing) set_missing(c, row);
    else out[row] = code;
  }
  return PARLEY_COLUMN_PARSER_ALL;
}

/* Sixteen bytes at a time, since most texts are short: there is room behind both. */
PARLEY_SCAN_INLINE void copy_text(char *to, const char *from, size_t length) {
  for (size_t at = 0; at < length; at += 16) memcpy(to + at, from + at, 16);
}

/* Copies beyond the text's end are overwritten by the next one. */
static parley_column_parser_outcome read_texts(const cursor *c) {
  parley_read_worker *worker = c->worker;
  int place = c->target->place;
  char *bytes = worker->bytes + worker->starts[place];
  uint32_t *ends = worker->ends + place * worker->rows + c->from;
  uint32_t used = c->from > 0 ? ends[-1] : 0;
  for (int64_t row = 0; row < c->rows; row++) {
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    if (is_missing(c, &f)) {
      set_missing(c, row);
    } else {
      copy_text(bytes + used, f.text, f.length);
      used += (uint32_t)f.length;
    }
    ends[row] = used;
  }
  worker->used = worker->starts[place] + used;
  return PARLEY_COLUMN_PARSER_ALL;
}

/* Integers and numbers are both eight bytes. */
static parley_column_parser_outcome read_written(const cursor *c) {
  bool number = parley_layout_of(c->target->type) == PARLEY_LAYOUT_NUMBER;
  for (int64_t row = 0; row < c->rows; row++) {
    parley_value value = {.type = PARLEY_ANY};
    parley_date_text day;
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    if (is_missing(c, &f)) set_missing(c, row);
    else if (!read_value(c->target, &f, &value, &day)) return misfit(c, row);
    if (number) ((double *)(void *)c->out)[row] = value.number;
    else ((int64_t *)(void *)c->out)[row] = value.integer;
  }
  return PARLEY_COLUMN_PARSER_ALL;
}

static parley_column_parser_outcome read_to_infer(const cursor *c) {
  for (int64_t row = 0; row < c->rows; row++) {
    field f;
    if (!take(c, row, &f)) return PARLEY_COLUMN_PARSER_UNSOUND;
    parley_inference_add(&c->state->inference, f.text, f.length,
                         f.quoted ? PARLEY_PARSE_FROM_QUOTED : PARLEY_PARSE_FROM_BARE, 1);
  }
  return PARLEY_COLUMN_PARSER_ALL;
}

/* ---- a column of a chunk ---- */

static parley_column_parser_outcome read_stretch(const cursor *c, bool failed) {
  if (failed) return check_fields(c, 0);
  switch (c->target->kind) {
    case PARLEY_READ_MISSING: return read_nothing(c);
    case PARLEY_READ_INTEGERS: return read_integers(c);
    case PARLEY_READ_NUMBERS: return read_numbers(c);
    case PARLEY_READ_BOOLEANS: return read_booleans(c);
    case PARLEY_READ_WRITTEN: return read_written(c);
    case PARLEY_READ_CODES: return read_codes(c);
    case PARLEY_READ_TEXTS: return read_texts(c);
    case PARLEY_READ_INFERENCE: return read_to_infer(c);
    case PARLEY_READ_NOTHING: break;
  }
  return check_fields(c, 0);
}

static size_t value_size(parley_read_kind kind) {
  if (kind == PARLEY_READ_INTEGERS || kind == PARLEY_READ_NUMBERS || kind == PARLEY_READ_WRITTEN) return 8;
  return kind == PARLEY_READ_CODES ? 4 : 0;
}

/* `failed` is read relaxed: hearing of it later costs time only. */
parley_column_parser_outcome parley_column_parser_read(parley_read_worker *worker, parley_read_target *target, int at,
                                                       int width, int quote) {
  if (worker->rows == 0) return PARLEY_COLUMN_PARSER_ALL;
  size_t size = value_size(target->kind);
  cursor c = {.worker = worker,
              .target = target,
              .state = &worker->states[at],
              .text = worker->text,
              .width = (size_t)width,
              .quote = worker->survey.quotes ? quote : -1,
              .last = at == width - 1 && worker->survey.returns,
              .codes = target->reading->missing_count > 0,
              .styled = parley_number_has_style(&target->reading->style)};
  c.there = worker->there + (size_t)at * worker->words;
  c.truth = worker->truth + (size_t)at * worker->words;
  parley_column_parser_outcome done = PARLEY_COLUMN_PARSER_ALL;
  for (int i = 0; done == PARLEY_COLUMN_PARSER_ALL && i < worker->block_count; i++) {
    const parley_record_block *block = &worker->blocks[i];
    c.field_end = worker->field_ends.at + block->first + at;
    c.rows = block->rows;
    if (size > 0) c.out = target->column->values.data + (size_t)(worker->row + c.from) * size;
    done = read_stretch(&c, atomic_load_explicit(&target->failed, memory_order_relaxed));
    c.from += block->rows;
  }
  return done;
}
