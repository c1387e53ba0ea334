/*
** Text: comparing, matching, and making new texts, which lie one behind the other in the step's slot. Where the texts
** of a batch lie one behind the other anyway, a search goes over all of them at once.
**
** R1  Comparison is by bytes, which for UTF-8 is the order of code points; SQLite's BINARY gives the same.
** R2  Made texts belong to the step's slot until its next batch; whoever keeps them copies them.
*/
#include <stdio.h>
#include <string.h>

#include "engine/expr/vector.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "value/fold.h"
#include "value/scalar_semantics.h"

typedef unsigned char byte;

/* Operand k with its texts as spans. */
static bool text_operand(parley_worker *worker, int at, int k, const parley_expr_batch *batch, parley_vector *out,
                         parley_error *err) {
  int arg = parley_expr_arg(worker->program, at, k);
  return parley_expr_evaluate(worker, arg, batch, out, err) && parley_expr_spans(worker, arg, out, batch->count, err);
}

/* ---- comparing ---- */

static int compare_text(const parley_expr_span *a, const parley_expr_span *b) {
  return parley_bytes_order(a->bytes, a->length, b->bytes, b->length);
}

/* Codes of one dictionary without repetitions stand for their texts. Both columns share one dictionary: equal
   buffers are the proof. */
static bool same_codes(const parley_vector *a, const parley_vector *b) {
  return a->code != NULL && b->code != NULL && a->dictionary->distinct && b->dictionary->distinct &&
         a->dictionary->bytes.data == b->dictionary->bytes.data && a->dictionary->entries == b->dictionary->entries;
}

/* `order < or_equal`: below 0 for less, below 1 for less or equal. */
bool parley_expr_compare_texts(parley_worker *worker, int at, const parley_vector *left, const parley_vector *right,
                               int count, byte *truth, parley_error *err) {
  int operation = worker->program->steps[at].operation;
  bool equality = operation == PARLEY_DO_EQUAL || operation == PARLEY_DO_UNEQUAL;
  byte flip = operation == PARLEY_DO_UNEQUAL;
  if (equality && same_codes(left, right)) {
    for (int i = 0; i < count; i++) truth[i] = (left->code[i] == right->code[i]) ^ flip;
    return true;
  }
  parley_vector a = *left, b = *right;
  if (!parley_expr_spans(worker, parley_expr_arg(worker->program, at, 0), &a, count, err)) return false;
  if (!parley_expr_spans(worker, parley_expr_arg(worker->program, at, 1), &b, count, err)) return false;
  if (equality) {
    for (int i = 0; i < count; i++) truth[i] = parley_expr_same_text(&a.text[i], &b.text[i]) ^ flip;
  } else {
    bool or_equal = operation == PARLEY_DO_LESS_EQUAL;
    for (int i = 0; i < count; i++) truth[i] = compare_text(&a.text[i], &b.text[i]) < or_equal;
  }
  return true;
}

/* ---- searching ---- */

static bool has_substring(const parley_substring *substring, const parley_expr_span *text) {
  return parley_substring_find(substring, text->bytes, text->length) <= text->length;
}

/* The texts as one. A find that reaches into the next text is none. One search over all texts of a batch costs the
   setting up once. After a hit the rest of that text is skipped. */
static void search_run(const parley_substring *substring, const parley_expr_span *text, int count, byte *truth) {
  const char *at = text[0].bytes, *end = text[count - 1].bytes + text[count - 1].length;
  int i = 0;
  memset(truth, 0, (size_t)count);
  for (;;) {
    size_t found = parley_substring_find(substring, at, (size_t)(end - at));
    if (found > (size_t)(end - at)) return;
    at += found;
    /* ends: `at` is within one of the texts */
    while (text[i].bytes + text[i].length <= at) i++;
    bool within = at + substring->length <= text[i].bytes + text[i].length;
    truth[i] |= within;
    at = within ? text[i].bytes + text[i].length : at + 1;
  }
}

static void search_each(const parley_substring *substring, const parley_vector *x, int count, byte *truth) {
  for (int i = 0; i < count; i++) truth[i] = has_substring(substring, &x->text[i]);
}

static void search(const parley_substring *substring, const parley_vector *x, int count, byte *truth) {
  if (substring->length == 0) memset(truth, 1, (size_t)count);
  else if (x->run) search_run(substring, x->text, count, truth);
  else search_each(substring, x, count, truth);
}

/* ---- like ---- */

static bool begins(const parley_expr_span *text, const parley_substring *start) {
  return text->length >= start->length && memcmp(text->bytes, start->bytes, start->length) == 0;
}

static bool ends(const parley_expr_span *text, const parley_substring *end) {
  return text->length >= end->length &&
         memcmp(text->bytes + text->length - end->length, end->bytes, end->length) == 0;
}

/* Of a general pattern, the longest literal part is searched first: few texts are left for the matcher. */
static void like_constant(const parley_pattern *pattern, const parley_value *whole, const parley_vector *x, int count,
                          byte *truth) {
  const parley_substring *substring = &pattern->substring;
  const parley_expr_span *text = x->text;
  switch (pattern->kind) {
    case PARLEY_LIKE_INFIX: search(substring, x, count, truth); break;
    case PARLEY_LIKE_PREFIX:
      for (int i = 0; i < count; i++) truth[i] = begins(&text[i], substring);
      break;
    case PARLEY_LIKE_SUFFIX:
      for (int i = 0; i < count; i++) truth[i] = ends(&text[i], substring);
      break;
    case PARLEY_LIKE_EXACT:
      for (int i = 0; i < count; i++) truth[i] = text[i].length == substring->length && begins(&text[i], substring);
      break;
    default:
      search(substring, x, count, truth);
      for (int i = 0; i < count; i++) {
        if (truth[i]) truth[i] = parley_text_like(whole->text, whole->length, text[i].bytes, text[i].length);
      }
  }
}

/* A pattern per row is bounded in length, as the matcher takes length times length in the worst case. */
static bool like_each(const parley_vector *x, const parley_vector *pattern, const byte *valid, int count, byte *truth,
                      parley_error *err) {
  for (int i = 0; i < count; i++) {
    truth[i] = 0;
    if (!parley_vector_has(valid, i)) continue;
    if (pattern->text[i].length > PARLEY_TEXT_LIKE_LIMIT) {
      return parley_fail_with(err, "bad_pattern.like_long", "most=%d", PARLEY_TEXT_LIKE_LIMIT);
    }
    truth[i] = parley_text_like(pattern->text[i].bytes, pattern->text[i].length, x->text[i].bytes, x->text[i].length);
  }
  return true;
}

/* `valid` of a constant pattern is the text's own. */
bool parley_do_like(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  const parley_program *program = worker->program;
  const parley_pattern *pattern = program->steps[at].pattern;
  parley_vector x, p;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !text_operand(worker, at, 0, batch, &x, err)) return false;
  out->truth = slot->values;
  out->valid = x.valid;
  if (pattern != NULL) {
    const parley_value *whole = &program->steps[parley_expr_arg(program, at, 1)].constant;
    like_constant(pattern, whole, &x, batch->count, slot->values);
    return true;
  }
  if (!text_operand(worker, at, 1, batch, &p, err)) return false;
  out->valid = parley_expr_both_valid(x.valid, p.valid, slot->valid, batch->count);
  return like_each(&x, &p, out->valid, batch->count, slot->values, err);
}

/* ---- contains ---- */

/* A text that is not ASCII is folded into the slot's bytes. Folding ASCII letters is the search's business; others
   grow by PARLEY_FOLD_GROWTH at most. */
static bool contains_substring(parley_worker *worker, int at, const parley_substring *substring,
                               const parley_expr_span *text, byte *truth, parley_error *err) {
  if (parley_utf8_is_ascii(text->bytes, text->length)) {
    *truth = has_substring(substring, text);
    return true;
  }
  parley_slot *slot = parley_slot_bytes(worker, at, text->length * PARLEY_FOLD_GROWTH, err);
  if (slot == NULL) return false;
  parley_expr_span folded = {slot->bytes, parley_fold(text->bytes, text->length, slot->bytes)};
  *truth = has_substring(substring, &folded);
  return true;
}

/* The whole run is ASCII in nearly all tables of Latin texts: one look, one search. */
static bool contains_constant(parley_worker *worker, int at, const parley_substring *substring, const parley_vector *x,
                              int count, byte *truth, parley_error *err) {
  const parley_expr_span *first = &x->text[0], *last = &x->text[count - 1];
  bool at_once = x->run && substring->length > 0;
  if (at_once && parley_utf8_is_ascii(first->bytes, (size_t)(last->bytes + last->length - first->bytes))) {
    search_run(substring, x->text, count, truth);
    return true;
  }
  for (int i = 0; i < count; i++) {
    if (!contains_substring(worker, at, substring, &x->text[i], &truth[i], err)) return false;
  }
  return true;
}

/* A substring per row is folded per row. */
static bool contains_each(const parley_vector *x, const parley_vector *substring, const byte *valid, int count,
                          byte *truth, parley_error *err) {
  for (int i = 0; i < count; i++) {
    truth[i] = 0;
    if (!parley_vector_has(valid, i)) continue;
    const parley_expr_span *text = &x->text[i], *part = &substring->text[i];
    int found = parley_fold_contains(text->bytes, text->length, part->bytes, part->length);
    if (found < 0) return parley_no_memory(err);
    truth[i] = found > 0;
  }
  return true;
}

bool parley_do_contains(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                        parley_error *err) {
  const parley_pattern *pattern = worker->program->steps[at].pattern;
  parley_vector x, substring;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !text_operand(worker, at, 0, batch, &x, err)) return false;
  out->truth = slot->values;
  out->valid = x.valid;
  if (pattern != NULL) {
    return contains_constant(worker, at, &pattern->substring, &x, batch->count, slot->values, err);
  }
  if (!text_operand(worker, at, 1, batch, &substring, err)) return false;
  out->valid = parley_expr_both_valid(x.valid, substring.valid, slot->valid, batch->count);
  return contains_each(&x, &substring, out->valid, batch->count, slot->values, err);
}

/* ---- lower and upper ---- */

/* Bit 0x20 is flipped for letters: no branch, no locale. */
static size_t change_ascii(const char *text, size_t length, bool up, char *out) {
  const byte first = up ? 'a' : 'A';
  for (size_t i = 0; i < length; i++) {
    byte c = (byte)text[i];
    out[i] = (char)(c ^ ((byte)((byte)(c - first) < 26) << 5));
  }
  return length;
}

static size_t change_case(const parley_expr_span *text, bool up, char *out) {
  if (parley_utf8_is_ascii(text->bytes, text->length)) return change_ascii(text->bytes, text->length, up, out);
  return up ? parley_text_upper(text->bytes, text->length, out) : parley_text_lower(text->bytes, text->length, out);
}

static size_t total_length(const parley_expr_span *text, int count) {
  size_t total = 0;
  for (int i = 0; i < count; i++) total += text[i].length;
  return total;
}

/* Room for the worst growth of all texts, then one behind the other. */
bool parley_do_case(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  bool up = worker->program->steps[at].operation == PARLEY_DO_UPPER;
  parley_vector x;
  parley_slot *slot = parley_slot_text(worker, at, err);
  if (slot == NULL || !text_operand(worker, at, 0, batch, &x, err)) return false;
  if (parley_slot_bytes(worker, at, total_length(x.text, batch->count) * PARLEY_FOLD_GROWTH, err) == NULL) return false;
  char *to = slot->bytes;
  for (int i = 0; i < batch->count; i++) {
    size_t length = change_case(&x.text[i], up, to);
    slot->text[i] = (parley_expr_span){to, length};
    to += length;
  }
  out->text = slot->text;
  out->valid = x.valid;
  out->run = batch->count > 0;
  return true;
}

/* ---- parts of texts ---- */

/* Parts of texts are spans into the operand's bytes: nothing is copied. */
bool parley_do_trim(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  parley_vector x;
  parley_slot *slot = parley_slot_text(worker, at, err);
  if (slot == NULL || !text_operand(worker, at, 0, batch, &x, err)) return false;
  for (int i = 0; i < batch->count; i++) {
    size_t length = x.text[i].length;
    slot->text[i].bytes = parley_text_trim(x.text[i].bytes, &length);
    slot->text[i].length = length;
  }
  out->text = slot->text;
  out->valid = x.valid;
  return true;
}

/* Without a length: as many as SQLite takes to be all, even from far before the first character. */
enum { ALL = 1000000000 };

/* Counts characters from 1, from the end where negative, as SQLite does. */
bool parley_do_substr(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  const parley_program *program = worker->program;
  bool to_end = program->steps[at].count == 2;
  parley_vector x, from, length = {0};
  parley_slot *slot = parley_slot_text(worker, at, err);
  if (slot == NULL || parley_slot_values(worker, at, err) == NULL) return false;
  if (!text_operand(worker, at, 0, batch, &x, err)) return false;
  if (!parley_expr_evaluate(worker, parley_expr_arg(program, at, 1), batch, &from, err)) return false;
  if (!to_end && !parley_expr_evaluate(worker, parley_expr_arg(program, at, 2), batch, &length, err)) return false;
  out->valid = parley_expr_both_valid(x.valid, from.valid, slot->valid, batch->count);
  out->valid = parley_expr_both_valid(out->valid, length.valid, slot->valid, batch->count);
  for (int i = 0; i < batch->count; i++) {
    size_t size = x.text[i].length;
    slot->text[i].bytes = parley_text_substr(x.text[i].bytes, &size, from.integer[i], to_end ? ALL : length.integer[i]);
    slot->text[i].length = size;
  }
  out->text = slot->text;
  return true;
}

bool parley_do_length(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                      parley_error *err) {
  parley_vector x;
  parley_slot *slot = parley_slot_values(worker, at, err);
  if (slot == NULL || !text_operand(worker, at, 0, batch, &x, err)) return false;
  int64_t *result = slot->values;
  for (int i = 0; i < batch->count; i++) result[i] = parley_text_characters(x.text[i].bytes, x.text[i].length);
  out->integer = result;
  out->valid = x.valid;
  return true;
}

/* ---- joining ---- */

enum { INTEGER_LENGTH = 24 }; /* a sign, 19 digits and a zero, rounded up to words */

/* An operand of `..` with its texts; integers are written into its slot's bytes. The operand's own slot: it made
   integers, and has no texts yet. */
static bool joined_operand(parley_worker *worker, int at, int k, const parley_expr_batch *batch, parley_vector *x,
                           parley_error *err) {
  int arg = parley_expr_arg(worker->program, at, k);
  if (worker->program->steps[arg].layout != PARLEY_LAYOUT_INTEGER) return text_operand(worker, at, k, batch, x, err);
  if (!parley_expr_evaluate(worker, arg, batch, x, err)) return false;
  parley_slot *slot = parley_slot_text(worker, arg, err);
  if (slot == NULL || parley_slot_bytes(worker, arg, PARLEY_EXPR_BATCH * INTEGER_LENGTH, err) == NULL) return false;
  char *to = slot->bytes;
  for (int i = 0; i < batch->count; i++, to += INTEGER_LENGTH) {
    int length = parley_vector_has(x->valid, i) ? snprintf(to, INTEGER_LENGTH, "%lld", (long long)x->integer[i]) : 0;
    slot->text[i] = (parley_expr_span){to, (size_t)length};
  }
  x->text = slot->text;
  return true;
}

/* Where each row's text begins is known once all operands' lengths are; they stay where they are until then. Two
   passes: lengths, then bytes. Missing rows get no bytes, though their operands' lengths were counted. */
static bool join_all(parley_worker *worker, int at, parley_vector *operand, const parley_expr_batch *batch,
                     parley_vector *out, parley_error *err) {
  int operands = worker->program->steps[at].count, count = batch->count;
  parley_slot *slot = &worker->slots[at];
  size_t total = 0;
  for (int k = 0; k < operands; k++) {
    if (!joined_operand(worker, at, k, batch, &operand[k], err)) return false;
    total += total_length(operand[k].text, count);
    out->valid = parley_expr_both_valid(out->valid, operand[k].valid, slot->valid, count);
  }
  if (parley_slot_bytes(worker, at, total, err) == NULL) return false;
  char *to = slot->bytes;
  for (int i = 0; i < count; i++) {
    slot->text[i] = (parley_expr_span){to, 0};
    for (int k = 0; parley_vector_has(out->valid, i) && k < operands; k++) {
      const parley_expr_span *text = &operand[k].text[i];
      if (text->length > 0) memcpy(to, text->bytes, text->length);
      to += text->length;
    }
    slot->text[i].length = (size_t)(to - slot->text[i].bytes);
  }
  out->text = slot->text;
  out->run = true;
  return true;
}

/* Vectors of all operands at once; each has its own slot, so none overwrites another. */
bool parley_do_join(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                    parley_error *err) {
  if (parley_slot_values(worker, at, err) == NULL || parley_slot_text(worker, at, err) == NULL) return false;
  size_t operands = (size_t)worker->program->steps[at].count;
  parley_vector *operand = parley_alloc(NULL, operands * sizeof *operand);
  if (operand == NULL) return parley_no_memory(err);
  bool done = join_all(worker, at, operand, batch, out, err);
  parley_alloc(operand, 0);
  return done;
}
