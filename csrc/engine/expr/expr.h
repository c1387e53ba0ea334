/*
** Expressions over the rows of a Frame: their values as a column, and the rows for which they hold. What depends on one
** text or date column alone is worked out once per entry of that column's dictionary.
*/
#ifndef PARLEY_ENGINE_EXPR_EXPR_H
#define PARLEY_ENGINE_EXPR_EXPR_H

#include "engine/expr/expression.h"
#include "frame/frame.h"
#include "frame/rows.h"

/* The values of an expression at these rows, as a sealed column of the last node's type (PARLEY_ANY: text, all
   missing). A plain column at all rows is shared, not copied. */
bool parley_expr_compute(parley_run *run, const parley_frame *frame, const parley_rows *rows,
                         const parley_expression *expression, parley_column *out, parley_error *err);

/* Keeps of *rows those for which the condition (a boolean) holds. */
bool parley_expr_filter(parley_run *run, const parley_frame *frame, const parley_expression *condition,
                        parley_rows *rows, parley_error *err);

#endif
