/*
** Inside expressions of the column engine (engine/expr/expr.h): an expression becomes a program of steps, which workers
** run over batches of rows. A step gives a vector: a value per row of the batch. The files of the room, from below:
**
**   worker.c             the room that workers keep, and what kernels have in common
**   leaves.c             columns, constants
**   logic.c numbers.c constant_set.c text.c dates.c date_comparison.c call.c look_up.c
**                        the other kernels: `in` is of constant_set, functions that the table defines value by value
**                        are called by call, the tables below are read by look_up
**   evaluate.c           the list of kernels
**   materialize.c        from vectors to a column
**   dictionary_tables.c  steps that depend on one text or date column, worked out per entry of its dictionary
**   like_pattern.c       patterns of like, substrings of contains
**   program.c            steps are added to a program, and operands brought to one type
**   compile_numbers.c compile_comparisons.c compile.c
**                        from an expression to steps
**   expr.c               what engine/expr/expr.h promises
*/
#ifndef PARLEY_ENGINE_EXPR_VECTOR_H
#define PARLEY_ENGINE_EXPR_VECTOR_H

/* The kernels are loops over arrays, which gcc turns into vector instructions only from here on; clang always does. */
#if defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__)
#pragma GCC optimize("O3")
#endif

#include <string.h>

#include "base/substring.h"
#include "engine/expr/expression.h"
#include "frame/frame.h"
#include "frame/rows.h"

/* Rows of a batch: what a step or two need for them stays in the nearest cache. */
enum { PARLEY_EXPR_BATCH = 1024 };

/* ---- vectors ---- */

typedef struct parley_expr_span {
  const char *bytes; /* not ended by a zero; never NULL */
  size_t length;
} parley_expr_span;

static inline bool parley_expr_same_text(const parley_expr_span *a, const parley_expr_span *b) {
  return a->length == b->length && (a->length == 0 || memcmp(a->bytes, b->bytes, a->length) == 0);
}

typedef struct parley_expr_batch {
  const int32_t *row; /* NULL: the rows from `start` on */
  int64_t start; /* first row, where `row` is NULL */
  int count; /* at most PARLEY_EXPR_BATCH */
  bool gaps; /* some row is -1, a row of missing values */
} parley_expr_batch;

/* Whether some row is -1, as rows of a join's result may be; kernels without gaps are simpler. */
static inline bool parley_expr_has_gaps(const parley_rows *rows) {
  int32_t least = 0;
  for (int64_t i = 0; rows->row != NULL && i < rows->count; i++) least = rows->row[i] < least ? rows->row[i] : least;
  return least < 0;
}

/* Of the pointers to values, those of the step's layout are set. A value that is missing is anything but unreadable; a
   text that is missing is empty, its code 0. */
typedef struct parley_vector {
  const unsigned char *valid; /* 0 or 1 a row; NULL: nothing is missing */
  const int64_t *integer;
  const double *number; /* never NaN where valid */
  const unsigned char *truth; /* 0 or 1 */
  const int32_t *code;        /* texts and dates: of `dictionary`, or else `text` (and `days`) */
  const parley_dictionary *dictionary;
  const parley_expr_span *text;
  const int32_t *days;        /* first and last day of each date */
  bool run;                   /* the texts lie one behind the other */
  const unsigned char *overflow; /* integers that do not fit, in the midst of a sum; NULL: there are none */
} parley_vector;

/* Whether a row has a value, by the bytes that a vector keeps of that. */
static inline bool parley_vector_has(const unsigned char *valid, int i) { return valid == NULL || valid[i]; }

/* ---- steps ---- */

/* What steps do besides the operations of an expression. */
enum {
  PARLEY_DO_NOTHING = PARLEY_OPERATIONS, /* missing in every row */
  PARLEY_DO_AS_NUMBER,                   /* an integer as a number */
  PARLEY_DO_LOOK_UP,                     /* the table of a text or date column */
  PARLEY_STEP_OPERATIONS /* how many there are */
};

enum { PARLEY_EXPR_NO_COLUMN = -1, PARLEY_EXPR_MANY_COLUMNS = -2 };

/* Pattern of like. */
typedef enum parley_like_kind { PARLEY_LIKE_EXACT, PARLEY_LIKE_PREFIX, PARLEY_LIKE_SUFFIX, PARLEY_LIKE_INFIX,
                                PARLEY_LIKE_GENERAL } parley_like_kind;

typedef struct parley_pattern {
  parley_like_kind kind;
  parley_substring substring; /* of contains: folded, in `folded` */
  char *folded;
} parley_pattern;

/* The constants of IN. */
typedef struct parley_set {
  bool has_nil; /* nil is among the constants */
  int count;
  uint32_t slots; /* a power of two; 0 where the few values are compared one by one */
  int32_t *slot;  /* position of a value, or -1 */
  int64_t *integer;
  double *number;
  parley_expr_span *text; /* belongs to whoever made the expression */
} parley_set;

/* Values of a step for each entry of a column's dictionary, then one for a missing row. */
typedef struct parley_table {
  int32_t entries;
  bool complete;        /* no entry gives a missing value */
  bool missing;         /* a missing row gives a missing value */
  int32_t only;         /* booleans: the one entry that holds, where no missing row does; or -1 */
  parley_column values;
  parley_buffer truth;  /* booleans, a byte each */
  parley_buffer valid;  /* a byte each; empty where nothing is missing */
} parley_table;

typedef struct parley_step {
  int operation;        /* parley_operation, or one of the above */
  parley_layout layout;
  int first, count;     /* its operands are steps args[first] .. */
  int column; /* of a column or table */
  parley_comparison op;
  parley_value constant; /* its text stays the expression's */
  int32_t days[2];      /* of a constant date */
  int only; /* the one text or date column it depends on, or PARLEY_EXPR_NO_COLUMN, PARLEY_EXPR_MANY_COLUMNS */
  bool can_fail;        /* for some values it is an error */
  bool inner;           /* an integer within a larger sum, which alone has to fit */
  bool fits;            /* integers between low and high */
  int64_t low, high;
  int cost;             /* of a row, about in units of an addition */
  parley_pattern *pattern; /* of like and contains with a constant; owned, else NULL */
  parley_set *set; /* of in; owned */
  parley_table *table; /* of a step that became a table; owned */
  const parley_function *function; /* that is called value by value */
} parley_step;

typedef struct parley_program {
  parley_run *run; /* counts what tables take */
  const parley_frame *frame; /* must outlive the program */
  parley_step *steps; /* operands before those that use them */
  int count, room;
  int *args; /* operands of all steps */
  int arg_count, arg_room;
  int root; /* the step of the result, or -1 */
} parley_program;

static inline int parley_expr_arg(const parley_program *program, int at, int k) {
  return program->args[program->steps[at].first + k];
}

/* ---- engine/expr/compile.c ---- */

/* Makes a program of an expression, whose result is to be of type `wanted` (PARLEY_LAYOUT_NONE: as it is). */
bool parley_program_make(parley_run *run, const parley_frame *frame, const parley_expression *expression,
                         parley_layout wanted, parley_program *program, parley_error *err);
void parley_program_free(parley_program *program);


/* ---- engine/expr/like_pattern.c ---- */

/* Prepares the step's constant pattern, or its substring, which is folded once. */
bool parley_pattern_make(parley_step *step, const parley_value *constant, parley_error *err);
void parley_pattern_free(parley_pattern *pattern);

/* ---- engine/expr/constant_set.c ---- */

/* Makes the set of a step that compares values of `type`, no date, with constants. */
bool parley_set_make(parley_step *step, parley_layout layout, const parley_value *const *items, int count,
                     parley_error *err);
void parley_set_free(parley_set *set);

/* ---- engine/expr/worker.c ---- */

/* What a worker keeps for a step: room for its vector, allocated when it is first needed. */
typedef struct parley_slot {
  void *values;            /* eight bytes a row */
  unsigned char *valid, *overflow; /* a byte a row, in the block of `values` */
  parley_expr_span *text;
  int32_t *days;           /* two a row */
  int32_t *row, *place; /* of a part of the batch: its rows, and where they stand in the batch; one block */
  char *bytes;             /* of texts that were made */
  size_t room; /* bytes that `bytes` holds */
  bool filled;             /* a constant's values are there */
} parley_slot;

typedef struct parley_worker parley_worker;

/* Gives the vector of step `at` for the rows of the batch. */
typedef bool parley_kernel(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                           parley_error *err);

struct parley_worker {
  const parley_program *program;
  int entries_of;          /* rows are the entries of this column's dictionary; -1: rows of the Frame */
  parley_kernel *const *kernels; /* of each operation: kernels reach each other by it, and need not know each other */
  parley_slot *slots; /* one a step; the worker's own */
};

/* Gives back the slots; the program stays its maker's. */
void parley_worker_free(parley_worker *worker);

/* Room in the slot of step `at`: values, valid and overflow; or text and days; or row and place; or bytes. */
parley_slot *parley_slot_values(parley_worker *worker, int at, parley_error *err);
parley_slot *parley_slot_text(parley_worker *worker, int at, parley_error *err);
parley_slot *parley_slot_rows(parley_worker *worker, int at, parley_error *err);
parley_slot *parley_slot_bytes(parley_worker *worker, int at, size_t size, parley_error *err);

/* The vector of step `at`. It is good until the step is evaluated again. */
bool parley_expr_evaluate(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *out,
                          parley_error *err);

/* Operands k and k + 1. */
bool parley_expr_evaluate_two(parley_worker *worker, int at, const parley_expr_batch *batch, parley_vector *left,
                              parley_vector *right, parley_error *err);

/* Rows of which neither is missing: NULL, one of the two, or written to `out`. */
const unsigned char *parley_expr_both_valid(const unsigned char *a, const unsigned char *b, unsigned char *out,
                                            int count);

/* Bits from `start` on, a multiple of 8, as bytes of 0 and 1. */
void parley_expr_spread_bits(const unsigned char *bits, int64_t start, int64_t count, unsigned char *out);

/* Rows of the batch in which the column is there; NULL: in all. */
const unsigned char *parley_expr_valid(const parley_column *column, const parley_expr_batch *batch, unsigned char *out);

/* Gives a vector of step `at` its texts as spans, whatever it had. */
bool parley_expr_spans(parley_worker *worker, int at, parley_vector *vector, int count, parley_error *err);

/* NULL when every row is there: what follows is then simpler. */
const unsigned char *parley_expr_all_or(const unsigned char *valid, int count);

/* The slot with room for values of the type; a vector of what it holds. */
parley_slot *parley_slot_of_type(parley_worker *worker, int at, parley_layout layout, parley_error *err);
void parley_expr_set_vector(parley_vector *out, const parley_slot *slot, parley_layout layout);

/* ---- engine/expr/dates.c ---- */

/* Gives the vector x of step `arg` its first and last days; texts are read as dates where `valid`. */
bool parley_vector_dates_of(parley_worker *worker, int arg, parley_vector *x, const unsigned char *valid, int count,
                     parley_error *err);

/* ---- engine/expr/evaluate.c ---- */

/* Makes *worker one that runs the program; the program stays its maker's, and has to outlive the worker. */
bool parley_worker_make(parley_worker *worker, const parley_program *program, int entries_of, parley_error *err);

/* ---- kernels ---- */

parley_kernel parley_do_column, parley_do_constant, parley_do_nothing;
parley_kernel parley_do_logic, parley_do_not, parley_do_is_nil, parley_do_coalesce;

parley_kernel parley_do_arithmetic, parley_do_divide, parley_do_modulo, parley_do_negate, parley_do_abs,
  parley_do_round, parley_do_as_number, parley_do_compare, parley_do_in;
parley_kernel parley_do_join, parley_do_like, parley_do_contains, parley_do_case, parley_do_trim, parley_do_length,
  parley_do_substr;
parley_kernel parley_do_part, parley_do_days, parley_do_edge, parley_do_first_day, parley_do_two_dates,
  parley_do_compare_dates;
parley_kernel parley_do_look_up;
parley_kernel parley_do_call, parley_do_choose;

/* Compares texts with `operation`, one of PARLEY_DO_EQUAL, UNEQUAL, LESS, LESS_EQUAL. */
bool parley_expr_compare_texts(parley_worker *worker, int at, const parley_vector *left, const parley_vector *right,
                               int count, unsigned char *truth, parley_error *err);

/* ---- engine/expr/dictionary_tables.c ---- */

/* Replaces parts of step `at` by tables where `rows` rows are enough for that to pay. */
bool parley_tables_make(parley_program *program, int at, int64_t rows, parley_error *err);
void parley_table_free(parley_run *run, parley_table *table);

/* ---- engine/expr/materialize.c ---- */

/* The values of step `at` as a sealed column: at these rows, or (entries_of >= 0) at `count` entries of that column's
   dictionary, of which the one behind the last is missing. */
bool parley_expr_fill(parley_program *program, int at, int entries_of, const parley_rows *rows, parley_column *out,
                      parley_error *err);

/* Pieces of work that threads take at a time: the rows of so many batches, fewer where a row is much work. */
int64_t parley_expr_grain(const parley_program *program, int at);

#endif
