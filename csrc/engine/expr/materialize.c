/*
** From vectors to a column. Each thread writes values and bits of its own rows; texts that were made get a dictionary
** per part of the work first, and these become one in the order of the parts, so that codes do not depend on threads.
** Where the texts of the first part hardly repeat, the others are not looked up: each row gets an entry of its own.
**
** R1  Parts are multiples of 1024 rows, so that no two threads write the same byte of a bitmap.
** R2  The codes of the result depend on the parts, and the grain depends on the expression only: any number of threads
**     gives the same column.
*/
#include <stdatomic.h>
#include <string.h>

#include "base/threads.h"
#include "engine/expr/vector.h"

typedef unsigned char byte;

/* What a part of the work has found out. */
typedef struct part {
  int64_t missing, low, high; /* rows without a value; range of the integers */
  parley_memory memory; /* of its dictionary */
  size_t counted;       /* of that, what all parts together know */
  parley_dictionary dictionary; /* of the texts this part made */
  int32_t *code;        /* of its entries in the whole column */
  int64_t entry, byte;  /* where its entries and their bytes begin in the whole column, if they are just put together */
} part;

typedef struct fill {
  parley_program *program;
  int at; /* the step whose values are wanted */
  const int32_t *row; /* NULL: rows from 0 on */
  int64_t count, grain; /* rows; rows of a part */
  int64_t offset;     /* rows before those that are worked on */
  bool gaps;
  bool interned;      /* texts get dictionaries of their parts */
  bool loose;         /* texts hardly repeat */
  parley_column *out; /* made with all its rows before threads start */
  part *parts; /* in the order of the rows */
  atomic_size_t taken; /* by the dictionaries of all parts */
  parley_worker workers[PARLEY_THREADS_MOST];
} fill;

/* ---- writing ---- */

/* Bytes of 0 and 1 as bits, from bit `start` on, a multiple of 8. The bits behind the last are zero, as sealed
   columns have them. */
static void pack_bits(const byte *from, int count, byte *bits, int64_t start) {
  byte *to = bits + start / 8;
  int i = 0;
  for (; i + 8 <= count; i += 8) {
    unsigned packed = 0;
    for (int k = 0; k < 8; k++) packed |= (unsigned)from[i + k] << k;
    *to++ = (byte)packed;
  }
  if (i < count) *to = 0;
  for (int k = 0; i < count; i++, k++) *to |= (byte)(from[i] << k);
}

/* Nothing missing: whole bytes of ones, and a last one with as many as there are rows. */
static void write_validity(fill *f, part *p, const parley_vector *x, int64_t from, int count) {
  byte *bits = f->out->validity.data;
  if (x->valid != NULL) {
    for (int i = 0; i < count; i++) p->missing += !x->valid[i];
    pack_bits(x->valid, count, bits, from);
    return;
  }
  memset(bits + from / 8, 0xff, (size_t)count / 8);
  if (count % 8 != 0) bits[(from + count) / 8] = (byte)((1u << (count % 8)) - 1);
}

/* Missing rows are written as 0 and do not count for the range. */
static void write_integers(const parley_vector *x, int64_t *to, int count, part *p) {
  int64_t low = p->low, high = p->high;
  for (int i = 0; i < count; i++) {
    int64_t value = x->integer[i];
    bool there = x->valid == NULL || x->valid[i];
    to[i] = there ? value : 0;
    low = there && value < low ? value : low;
    high = there && value > high ? value : high;
  }
  p->low = low;
  p->high = high;
}

/* -0.0 becomes 0.0. */
static void write_numbers(const parley_vector *x, double *to, int count) {
  if (x->valid == NULL) {
    for (int i = 0; i < count; i++) to[i] = x->number[i] + 0.0;
  } else {
    for (int i = 0; i < count; i++) to[i] = x->valid[i] ? x->number[i] + 0.0 : 0.0;
  }
}

/* Bits of missing rows are 0. */
static void write_truths(const parley_vector *x, byte *bits, int64_t from, int count) {
  byte there[PARLEY_EXPR_BATCH];
  for (int i = 0; i < count; i++) there[i] = x->truth[i] & (x->valid == NULL || x->valid[i]);
  pack_bits(there, count, bits, from);
}

static void write_codes(const parley_vector *x, int32_t *to, int count) {
  for (int i = 0; i < count; i++) to[i] = x->valid == NULL || x->valid[i] ? x->code[i] : 0;
}

/* A text or date in the part's dictionary. Days are added for new entries only, which keeps both as long as each
   other. */
static bool write_text(const fill *f, part *p, const parley_vector *x, int i, int32_t *code, parley_error *err) {
  const parley_expr_span *text = &x->text[i];
  bool added = true;
  *code = p->dictionary.entries;
  bool done = f->loose
    ? parley_dictionary_append(&p->memory, &p->dictionary, text->bytes, text->length, err)
    : parley_dictionary_code(&p->memory, &p->dictionary, text->bytes, text->length, code, &added, err);
  if (!done || parley_column_layout(f->out) != PARLEY_LAYOUT_DATED || !added) return done;
  parley_edtf date = {.first = x->days[2 * i], .last = x->days[2 * i + 1]};
  return parley_dictionary_add_days(&p->memory, &p->dictionary, &date, err);
}

/* Missing rows have code 0. */
static bool write_texts(fill *f, part *p, parley_vector *x, int worker, int32_t *to, int count, parley_error *err) {
  if (!parley_expr_spans(&f->workers[worker], f->at, x, count, err)) return false;
  for (int i = 0; i < count; i++) {
    to[i] = 0;
    if ((x->valid == NULL || x->valid[i]) && !write_text(f, p, x, i, &to[i], err)) return false;
  }
  return true;
}

/* Codes of a table are written as they are: the dictionary is shared afterwards. */
static bool write_batch(fill *f, part *p, parley_vector *x, int worker, int64_t from, int count, parley_error *err) {
  parley_column *out = f->out;
  byte *values = out->values.data;
  write_validity(f, p, x, from, count);
  switch (parley_column_layout(out)) {
    case PARLEY_LAYOUT_INTEGER: write_integers(x, (int64_t *)(void *)values + from, count, p); return true;
    case PARLEY_LAYOUT_NUMBER: write_numbers(x, (double *)(void *)values + from, count); return true;
    case PARLEY_LAYOUT_TRUTH: write_truths(x, values, from, count); return true;
    default: break;
  }
  int32_t *codes = (int32_t *)(void *)values + from;
  if (f->interned) return write_texts(f, p, x, worker, codes, count, err);
  write_codes(x, codes, count);
  return true;
}

/* Each part counts its own memory; all of them share one limit. `taken` may pass the limit for a moment, in several
   threads: each of them then fails, and the run with them. */
static bool count_part(fill *f, part *p, parley_error *err) {
  const parley_memory *whole = &f->program->run->memory;
  size_t more = p->memory.bytes - p->counted, all = atomic_fetch_add(&f->taken, more) + more;
  p->counted = p->memory.bytes;
  return whole->limit == 0 || whole->bytes + whole->around + all <= whole->limit || parley_memory_refuse(whole, err);
}

/* offset shifts the rows, as the first part may have been done before the others. */
static bool fill_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  fill *f = data;
  from += f->offset;
  to += f->offset;
  part *p = &f->parts[from / f->grain];
  for (int64_t at = from; at < to; at += PARLEY_EXPR_BATCH) {
    parley_vector x;
    int count = (int)(to - at < PARLEY_EXPR_BATCH ? to - at : PARLEY_EXPR_BATCH);
    parley_expr_batch batch = {.start = at, .count = count, .gaps = f->gaps};
    if (f->row != NULL) batch.row = f->row + at;
    if (!parley_expr_evaluate(&f->workers[worker], f->at, &batch, &x, err)) return false;
    if (!write_batch(f, p, &x, worker, at, batch.count, err) || !count_part(f, p, err)) return false;
  }
  return true;
}

/* ---- dictionaries of parts become one ---- */

static bool add_entry(fill *f, const part *p, int32_t entry, int32_t *code, parley_error *err) {
  parley_memory *memory = &f->program->run->memory;
  size_t length;
  bool added;
  const char *text = parley_dictionary_text(&p->dictionary, entry, &length);
  if (!parley_dictionary_code(memory, &f->out->dictionary, text, length, code, &added, err)) return false;
  if (parley_column_layout(f->out) != PARLEY_LAYOUT_DATED || !added) return true;
  const int32_t *days = parley_dictionary_days(&p->dictionary, entry);
  parley_edtf date = {.first = days[0], .last = days[1]};
  return parley_dictionary_add_days(memory, &f->out->dictionary, &date, err);
}

/* On the calling thread, in order. Codes of a part without texts are one 0, for rows that are missing. */
static bool merge_part(fill *f, part *p, parley_error *err) {
  int32_t entries = p->dictionary.entries;
  p->code = parley_alloc(NULL, (size_t)(entries > 0 ? entries : 1) * sizeof(int32_t));
  if (p->code == NULL) return parley_no_memory(err);
  p->code[0] = 0;
  for (int32_t entry = 0; entry < entries; entry++) {
    if (!add_entry(f, p, entry, &p->code[entry], err)) return false;
  }
  parley_dictionary_free(&p->memory, &p->dictionary);
  return true;
}

/* Each part has its own map. */
static bool recode_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  fill *f = data;
  const int32_t *code = f->parts[from / f->grain].code;
  int32_t *codes = (int32_t *)(void *)f->out->values.data;
  const byte *bits = f->out->validity.data;
  (void)worker;
  (void)err;
  for (int64_t i = from; i < to; i++) codes[i] = parley_bit(bits, i) ? code[codes[i]] : 0;
  return true;
}

static bool merge_parts(fill *f, int64_t parts, parley_error *err) {
  for (int64_t k = 0; k < parts; k++) {
    if (!merge_part(f, &f->parts[k], err)) return false;
  }
  return parley_threads_run(f->program->run, f->count, f->grain, recode_part, f, err);
}

/* ---- dictionaries of parts put together ---- */

/* Copies the part's texts to their place, and moves its rows' codes. Nobody writes to another part's range; entries
   of all parts are below 2^31 as each row has one at most. */
static bool append_part(void *data, int64_t from, int64_t to, int worker, parley_error *err) {
  fill *f = data;
  part *p = &f->parts[from / f->grain];
  parley_dictionary *out = &f->out->dictionary;
  const int64_t *offset = parley_dictionary_offsets(&p->dictionary);
  int64_t *offsets = (int64_t *)(void *)out->offsets.data + p->entry;
  int32_t *codes = (int32_t *)(void *)f->out->values.data, entries = p->dictionary.entries;
  (void)worker;
  (void)err;
  for (int32_t k = 0; k < entries; k++) offsets[k + 1] = p->byte + offset[k + 1];
  if (entries > 0) memcpy(out->bytes.data + p->byte, p->dictionary.bytes.data, (size_t)offset[entries]);
  if (entries > 0 && parley_column_layout(f->out) == PARLEY_LAYOUT_DATED) {
    memcpy((int32_t *)(void *)out->days.data + 2 * p->entry, p->dictionary.days.data, (size_t)entries * 8);
  }
  for (int64_t i = from; i < to; i++) {
    if (parley_bit(f->out->validity.data, i)) codes[i] += (int32_t)p->entry;
  }
  parley_dictionary_free(&p->memory, &p->dictionary);
  return true;
}

/* Sizes first, then all copies side by side. */
static bool append_parts(fill *f, int64_t parts, parley_error *err) {
  parley_memory *memory = &f->program->run->memory;
  parley_dictionary *out = &f->out->dictionary;
  int64_t entries = 0, bytes = 0;
  for (int64_t k = 0; k < parts; k++) {
    part *p = &f->parts[k];
    p->entry = entries;
    p->byte = bytes;
    entries += p->dictionary.entries;
    if (p->dictionary.entries > 0) bytes += parley_dictionary_offsets(&p->dictionary)[p->dictionary.entries];
  }
  out->entries = (int32_t)entries;
  out->distinct = false;
  if (!parley_buffer_resize(memory, &out->offsets, (size_t)(entries + 1) * sizeof(int64_t), err)) return false;
  if (!parley_buffer_resize(memory, &out->bytes, (size_t)bytes + 1, err)) return false;
  bool dates = parley_column_layout(f->out) == PARLEY_LAYOUT_DATED;
  if (dates && !parley_buffer_resize(memory, &out->days, (size_t)entries * 8, err)) return false;
  *(int64_t *)(void *)out->offsets.data = 0;
  return parley_threads_run(f->program->run, f->count, f->grain, append_part, f, err);
}

/* ---- the whole ---- */

/* 64 batches are 65536 rows: threads ask for work seldom. Where a row costs much, parts are smaller, so that none
   waits for the last. */
int64_t parley_expr_grain(const parley_program *program, int at) {
  int cost = program->steps[at].cost;
  return PARLEY_EXPR_BATCH * (cost < 30 ? 64 : cost < 200 ? 16 : 4);
}

/* What is known of the column once every part is done. Parts are merged in order; the bitmap goes where nothing is
   missing. */
static bool seal(fill *f, int64_t parts, parley_error *err) {
  parley_memory *memory = &f->program->run->memory;
  parley_column *out = f->out;
  out->low = INT64_MAX;
  out->high = INT64_MIN;
  for (int64_t k = 0; k < parts; k++) {
    const part *p = &f->parts[k];
    out->nulls += p->missing;
    out->low = p->low < out->low ? p->low : out->low;
    out->high = p->high > out->high ? p->high : out->high;
  }
  if (parley_column_layout(out) != PARLEY_LAYOUT_INTEGER) out->low = out->high = 0;
  if (f->interned && !(f->loose ? append_parts : merge_parts)(f, parts, err)) return false;
  if (out->nulls == 0) parley_buffer_free(memory, &out->validity);
  bool textual = parley_layout_is_coded(parley_column_layout(out));
  return !textual || !f->interned || parley_dictionary_finish(memory, &out->dictionary, err);
}

/* Nine of ten texts of the first part are new. 9 of 10: looking up then costs more than the repeats would save. */
static bool is_loose(const fill *f) {
  const part *first = &f->parts[0];
  return first->dictionary.entries > (f->grain - first->missing) / 10 * 9 && first->dictionary.entries > 0;
}

/* All rows; where texts are made, those of the first part show how to go on. One part is enough to decide, and it is
   the same one for any number of threads. */
static bool fill_rows(fill *f, parley_error *err) {
  parley_run *run = f->program->run;
  if (!f->interned || f->count <= f->grain) return parley_threads_run(run, f->count, f->grain, fill_part, f, err);
  if (!parley_threads_run(run, f->grain, f->grain, fill_part, f, err)) return false;
  f->loose = is_loose(f);
  f->offset = f->grain;
  return parley_threads_run(run, f->count - f->grain, f->grain, fill_part, f, err);
}

/* Workers and dictionaries are freed here also after a failure. */
static bool fill_all(fill *f, int entries_of, int64_t parts, parley_error *err) {
  parley_run *run = f->program->run;
  int workers = parley_threads_count(run, f->count, f->grain);
  bool done = true;
  for (int64_t k = 0; k < parts; k++) {
    f->parts[k] = (part){.low = INT64_MAX, .high = INT64_MIN, .dictionary = PARLEY_DICTIONARY_EMPTY};
  }
  for (int i = 0; done && i < workers; i++) {
    done = parley_worker_make(&f->workers[i], f->program, entries_of, err);
  }
  done = done && fill_rows(f, err) && seal(f, parts, err);
  for (int i = 0; i < PARLEY_THREADS_MOST; i++) parley_worker_free(&f->workers[i]);
  for (int64_t k = 0; k < parts; k++) {
    parley_dictionary_free(&f->parts[k].memory, &f->parts[k].dictionary);
    parley_alloc(f->parts[k].code, 0);
  }
  return done;
}

/* Codes of a table of texts are taken as they are, with its dictionary. Codes of the table's dictionary and of the
   column are the same. */
static void share_dictionary(fill *f) {
  const parley_step *step = &f->program->steps[f->at];
  if (f->interned || step->table == NULL) return;
  parley_dictionary_free(&f->program->run->memory, &f->out->dictionary);
  f->out->dictionary = parley_dictionary_share(&step->table->values.dictionary);
}

/* The caller frees *out after a failure. */
bool parley_expr_fill(parley_program *program, int at, int entries_of, const parley_rows *rows, parley_column *out,
                      parley_error *err) {
  parley_run *run = program->run;
  const parley_step *step = &program->steps[at];
  bool textual = parley_layout_is_coded(step->layout);
  fill f = {.program = program, .at = at, .row = rows->row, .count = rows->count, .out = out,
            .gaps = parley_expr_has_gaps(rows),
            .grain = parley_expr_grain(program, at), .interned = textual && step->operation != PARLEY_DO_LOOK_UP};
  int64_t parts = (f.count + f.grain - 1) / f.grain;
  if (!parley_column_make(&run->memory, out, parley_type_of_layout(step->layout), rows->count, true, err)) return false;
  out->declared = false;
  f.parts = parley_alloc(NULL, (size_t)(parts > 0 ? parts : 1) * sizeof *f.parts);
  if (f.parts == NULL) return parley_no_memory(err);
  bool done = fill_all(&f, entries_of, parts, err);
  if (done) share_dictionary(&f);
  parley_alloc(f.parts, 0);
  return done;
}
