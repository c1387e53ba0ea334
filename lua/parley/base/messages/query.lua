--- Sentences of failures: query.

return {
  ["bad_argument.after_by_say_first"] = "{verb} after by(): say first what to make of the groups, with "
    .. "summarise(...) or count()",
  ["bad_argument.as_of_needs_tables_parley"] = "as_of() needs the tables of a Parley dataset, whose claims say when "
    .. "they were reported",
  ["bad_argument.define_number_arguments_must"] = "define(): the number of arguments must be a whole number from 0 "
    .. "to 100, not {args}",
  ["bad_argument.get_tables_dataset_frame"] = "get() is for the tables of a dataset; of a Frame, where{id = "
    .. "'{id}'}:one() gives the row",
  ["bad_argument.join_after_by_say"] = "join() after by(): say first what to make of the groups, with summarise(...) "
    .. "or count()",
  ["bad_argument.list_where_nil_before"] = "the list in where{{name} = ...} has a nil before item {key}; parley.null "
    .. "stands for missing",
  ["bad_argument.must_whole_number_more"] = "{what} must be a whole number, 0 or more, not {shown}",
  ["bad_argument.name_table_demands"] = "as() takes the name of a table, such as as(\"demands\")",
  ["bad_argument.needs"] = "{name}() needs {detail}, as in {example}",
  ["bad_argument.needs_at_least_expression"] = "{what}() needs at least one expression, as in {example}",
  ["bad_argument.query_read_row_rows"] = "a query is read with for row in q:rows() do, or q:each(...)",
  ["bad_argument.search_looks_through_rows"] = "search() looks through the rows of a Parley table; here, "
    .. "contains(column, 'text') finds text",
  ["bad_argument.sort_direction_key_sort"] = "sort() takes the direction with the key: sort(\"made {word}\")",
  ["bad_argument.state_how_join_meets"] = "state how the join meets: {on = \"column\"} or {on = {left_column = "
    .. "\"right_column\"}}",
  ["bad_argument.turns_events_into_other_2"] = "as() turns events into other rows; this query is of {detail}",
  ["bad_argument.where_column_value_pairs"] = "where{...} takes column = value pairs; {item} stands without a column",
  ["bad_argument.where_further_arguments"] = "where{...} takes no further arguments",
  ["bad_argument.where_list_values_but"] = "where{{name} = ...} takes a list of values, but '{key}' is a key",
  ["bad_expression.argument_must_expression_text"] = "argument {i} of {what}() must be an expression (text), not a "
    .. "{got}",
  ["bad_expression.must_expression_list_them"] = "{what} must be an expression or a list of them, not a {got}",
  ["bad_expression.needs_expression_best"] = "{name}() needs an expression, as in {name}(\"best\")",
  ["bad_expression.pivot_needs_columns_expression"] = "pivot{} needs columns = an expression (text)",
  ["bad_expression.quantile_needs_expression_number"] = "quantile() needs an expression and a number from 0 to 1, as "
    .. "in quantile(\"best\", 0.9)",
  ["bad_expression.values_pivot_must_aggregate"] = "values of pivot must be an aggregate such as count() or "
    .. "sum(best), not '{text}'",
  ["bad_expression.where_table_column_value"] = "where() takes a table of column = value or an expression (text), "
    .. "not a {got}",
  ["bad_type.define_function_after_name"] = "define() takes a function after the name, not a {got}",
  ["bad_type.define_name_letters_digits"] = "define() takes a name of letters, digits and '_' first, such as "
    .. "\"days_until\", not {got}",
  ["bad_type.item_where_give_text"] = "item {i} of where{{name} = ...} is a {got}; give text, numbers, booleans or "
    .. "parley.null",
  ["bad_type.join"] = "cannot join {name} ({type}) with {other} ({other_type})",
  ["bad_type.join_column_name_table"] = "on of join() is a column name or a table of them, not a {got}",
  ["bad_type.join_query_frame"] = "join() takes a query or a Frame, not a {got}",
  ["bad_type.where_value_list_values"] = "where{{name} = ...} takes a value, a list of values or parley.null, not a "
    .. "{got}",
  ["exists.define_function_already_choose"] = "define(): there is a function '{name}' already; choose another name",
  ["no_claims.does_rest_claims_rows"] = "{name} does not rest on claims: its rows stand for themselves",
  ["no_column.column_join"] = "no column '{name}' on the {which} of the join",
  ["no_column.join_names_column"] = "on of join() names no column",
  ["no_name.query"] = "a query has no '{name}'",
  ["no_row.expects_exactly_row_but"] = "one() expects exactly one row of {name}, but found {count}; use first() or "
    .. "all()",
  ["read_only.query_cannot_changed_assigned"] = "a query cannot be changed: '{key}' was assigned; each verb returns "
    .. "a new query",
  ["too_large.pivot"] = "pivot over '{text}' would make more than {MAX_COLUMNS} columns; group or filter it first",
  ["too_late.as"] = "as() needs the column {name} of the events; call it before select() and summarise()",
  ["too_late.claims"] = "claims() needs the rows of a table that rests on claims; call it before summarise()",
  ["too_late.claims_id"] = "claims() needs the column id of the rows; keep it in select()",
  ["too_late.search"] = "search() belongs to the rows of a table; call it first",
  ["twin_columns.join"] = "both sides of the join have a column '{name}'; rename one with select(\"{name} as other\")",
  ["twin_columns.select"] = "two columns would be called '{name}'; name one with 'as', as in \"{name} as other\"",
}
