--- Sentences of failures: frame.

return {
  ["bad_argument.column_not_text"] = "row {at} of the frame has the column {name}; columns are named by text",
  ["bad_argument.frame_column_access"] = "a Frame's column is reached with f:values('{key}'), or row by row "
    .. "as f[i].{key}",
  ["bad_argument.frame_columns"] = "columns of parley.frame are names, each once; '{name}' is not",
  ["bad_argument.frame_hole"] = "parley.frame takes a list of rows without gaps, but row {at} is nil; {} is a row "
    .. "without values",
  ["bad_argument.inexact_integer"] = "row {at}, column '{name}': {value} stands among fractions, and no "
    .. "number with a fraction is exactly it",
  ["bad_argument.mixed_types"] = "row {at}, column '{name}': {kind} among values of type {found}",
  ["bad_argument.unlisted_column"] = "row {at} of the frame has the column '{name}', which is not among the "
    .. "columns given",
  ["bad_type.column_argument"] = "argument {at} of {what}() must be the name of a column (text), not {got}",
  ["bad_type.frame_key"] = "parley.frame takes a list of rows { {column = value, …}, … }, but '{key}' is a key; "
    .. "one row is a list, too: parley.frame{ {…} }",
  ["bad_type.frame_row"] = "parley.frame takes a list of rows {column = value, …}, but row {at} is a {got}",
  ["bad_type.frame_rows"] = "parley.frame takes a list of rows, not a {got}",
  ["bad_type.frame_table"] = "ds:frame() takes the name of a table, not a {got}",
  ["bad_type.frame_value"] = "row {at}, column '{name}': a frame holds numbers, text and booleans, not a "
    .. "{got}",
  ["no_name.frame"] = "a Frame has no '{name}'",
}
