--- Sentences of failures: frame.

return {
  ["bad_argument.columns_parley_frame_names"] = "columns of parley.frame are names, each once; '{name}' is not",
  ["bad_argument.frame_column_reached_values"] = "a Frame's column is reached with f:values('{key}'), or row by row "
    .. "as f[i].{key}",
  ["bad_argument.row_column_among_values"] = "row {at}, column '{name}': {kind} among values of type {found}",
  ["bad_argument.row_column_stands_among"] = "row {at}, column '{name}': {value} stands among fractions, and no "
    .. "number with a fraction is exactly it",
  ["bad_argument.row_frame_column_among"] = "row {at} of the frame has the column '{name}', which is not among the "
    .. "columns given",
  ["bad_argument.row_frame_column_columns"] = "row {at} of the frame has the column {name}; columns are named by text",
  ["bad_type.ds_frame_name_table"] = "ds:frame() takes the name of a table, not a {got}",
  ["bad_type.frame"] = "parley.frame takes a list of rows, not a {got}",
  ["bad_type.frame_row"] = "parley.frame takes a list of rows {column = value, …}, but row {at} is a {got}",
  ["bad_type.row_column_frame_holds"] = "row {at}, column '{name}': a frame holds numbers, text and booleans, not a "
    .. "{got}",
  ["no_name.frame"] = "a Frame has no '{name}'",
}
