/*
** An expression as the column engine is handed it: a tree of nodes over the columns of a Frame, checked and typed
** before. Nothing in it is owned: the nodes and the texts of constants stay with whoever made them.
*/
#ifndef PARLEY_ENGINE_EXPR_EXPRESSION_H
#define PARLEY_ENGINE_EXPR_EXPRESSION_H

#include "value/edtf.h"
#include "value/functions.h"
#include "value/type.h"

typedef struct parley_node {
  parley_operation operation; /* of value/functions.def */
  parley_type type;       /* of the result; PARLEY_ANY: always missing. The column gets that of the last node */
  parley_layout layout;   /* of that type: all that counts while it is computed */
  int first, count;       /* its operands are nodes args[first] .. args[first + count - 1] of the expression */
  int column; /* of the Frame; only of PARLEY_DO_COLUMN */
  parley_comparison op; /* of comparisons with dates */
  parley_value constant;  /* text belongs to whoever made the expression */
} parley_node;

/* Operands come before the nodes that use them; the last node is the result. */
typedef struct parley_expression {
  const parley_node *nodes;
  int count; /* of the nodes, at least 1 */
  const int *args; /* positions of operands among the nodes */
} parley_expression;

#endif
