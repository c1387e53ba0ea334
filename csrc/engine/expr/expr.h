/*
** Expressions over the rows of a Frame: a tree of nodes, checked and typed before it comes here. What depends on one
** text or date column alone is worked out once per entry of that column's dictionary.
*/
#ifndef PARLEY_COLUMN_EXPR_H
#define PARLEY_COLUMN_EXPR_H

#include "frame/frame.h"
#include "frame/rows.h"

typedef enum parley_operation {
  PARLEY_DO_COLUMN,    /* column `column` of the Frame */
  PARLEY_DO_CONSTANT,  /* `constant`; type PARLEY_ANY: missing */
  /* numbers: integer where both are integers, else number; a result that does not fit 64 bits is an error */
  PARLEY_DO_ADD, PARLEY_DO_SUBTRACT, PARLEY_DO_MULTIPLY,
  PARLEY_DO_DIVIDE,    /* a number; missing where the divisor is 0 */
  PARLEY_DO_MODULO,    /* takes the sign of the divisor; missing where that is 0 */
  PARLEY_DO_NEGATE,
  PARLEY_DO_ABS,
  PARLEY_DO_ROUND,     /* 1 or 2 operands, as SQLite's round() */
  /* truth, three-valued; the right side is not looked at in rows where the left side settles it */
  PARLEY_DO_AND, PARLEY_DO_OR, PARLEY_DO_NOT,
  PARLEY_DO_IS_NIL,
  /* comparisons: numbers (integers and numbers compare exactly), booleans, texts byte by byte, dates by first day */
  PARLEY_DO_EQUAL, PARLEY_DO_UNEQUAL, PARLEY_DO_LESS, PARLEY_DO_LESS_EQUAL, PARLEY_DO_GREATER, PARLEY_DO_GREATER_EQUAL,
  PARLEY_DO_IN,        /* operand, then any number of items: SQL's three-valued IN */
  PARLEY_DO_COALESCE,  /* any number of operands */
  /* text */
  PARLEY_DO_JOIN,      /* `..` of texts, dates, integers */
  PARLEY_DO_LIKE,      /* text, pattern: % and _, case counts, as like_exact in sqlite/functions.c */
  PARLEY_DO_CONTAINS,  /* text, needle: folded, as parley_contains */
  PARLEY_DO_LOWER, PARLEY_DO_UPPER, PARLEY_DO_TRIM, PARLEY_DO_LENGTH,
  PARLEY_DO_SUBSTR,    /* 2 or 3 operands, as SQLite's substr() */
  /* dates (or texts that are read as dates: what is no date is an error that names it) */
  PARLEY_DO_YEAR, PARLEY_DO_QUARTER, PARLEY_DO_MONTH, PARLEY_DO_WEEK, PARLEY_DO_DAY,
  PARLEY_DO_DAYS,      /* length in days; missing where a side is open */
  PARLEY_DO_START, PARLEY_DO_STOP,       /* first, last day, as a date */
  PARLEY_DO_FIRST_DAY, /* first day as an integer, days since 1970-01-01 (for d - e and comparisons) */
  PARLEY_DO_OVERLAPS, PARLEY_DO_DURING,
  PARLEY_DO_SURELY, PARLEY_DO_POSSIBLY,  /* two dates, compared with `op` */
  PARLEY_OPERATIONS
} parley_operation;

typedef struct parley_node {
  parley_operation operation;
  parley_type type;       /* of the result; PARLEY_ANY: always missing */
  int first, count;       /* its operands are nodes args[first] .. args[first + count - 1] of the expression */
  int column;
  parley_op op;
  parley_value constant;  /* text belongs to whoever made the expression */
} parley_node;

/* Operands come before the nodes that use them; the last node is the result. */
typedef struct parley_expression {
  const parley_node *nodes;
  int count;
  const int *args;
} parley_expression;

/* The values of an expression at these rows, as a sealed column of the last node's type (PARLEY_ANY: text, all
   missing). A plain column at all rows is shared, not copied. */
bool parley_column_compute(parley_run *run, const parley_frame *frame, const parley_rows *rows,
                           const parley_expression *expression, parley_column *out, parley_error *err);

/* Keeps of *rows those for which the condition (a boolean) holds. */
bool parley_column_filter(parley_run *run, const parley_frame *frame, const parley_expression *condition,
                          parley_rows *rows, parley_error *err);

#endif
