/*
** Expressions over the rows of a Frame: a tree of nodes, checked and typed before it comes here. What depends on one
** text or date column alone is worked out once per entry of that column's dictionary.
*/
#ifndef PARLEY_ENGINE_EXPR_EXPR_H
#define PARLEY_ENGINE_EXPR_EXPR_H

#include "frame/frame.h"
#include "frame/rows.h"
#include "value/functions.h"

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
