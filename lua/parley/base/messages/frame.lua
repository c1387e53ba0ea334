--- Sentences of failures: frame.

local function arrow(what) return "malformed Arrow data: " .. what end

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
  ["bad_encoding.arrow_name"] = "the name of column '{column}' is not UTF-8, which names in an Arrow file must "
    .. "be; give it another with select, or export CSV",
  ["bad_type.arrow"] = "the Arrow data are no table (a struct of columns), but of type '{type}'",
  ["bad_type.arrow_column"] = "column '{column}' has the Arrow type '{type}', for which Parley has none",
  ["closed.arrow_data"] = "the Arrow data have been read or released",
  ["closed.arrow_stream"] = "the Arrow stream has been read or released",
  ["empty.arrow_columns"] = "a table without columns cannot be an Arrow file; select at least one",
  ["malformed.arrow_batch"] = arrow "a batch with wrong counts",
  ["malformed.arrow_batch_width"] = arrow "a batch of {count} columns where the table has {wanted}",
  ["malformed.arrow_bitmap"] = arrow "column '{column}' misses its bitmap",
  ["malformed.arrow_code"] = arrow "code {code} in a dictionary of {count} entries",
  ["malformed.arrow_codes"] = arrow "column '{column}' has a dictionary, but no codes",
  ["malformed.arrow_counts"] = arrow "column '{column}' has wrong counts",
  ["malformed.arrow_dictionary"] = arrow "column '{column}' has a dictionary without a type",
  ["malformed.arrow_entries"] = arrow "column '{column}' has a dictionary of more than 2^31 entries",
  ["malformed.arrow_functions"] = arrow "a stream without its functions",
  ["malformed.arrow_offsets"] = arrow "a text with wrong offsets",
  ["malformed.arrow_schema"] = arrow "no schema",
  ["malformed.arrow_untyped"] = arrow "column {at} has no type",
  ["malformed.arrow_values"] = arrow "column '{column}' misses its values",
  ["malformed.arrow_width"] = arrow "a table of {count} columns",
  ["misuse.frame_uneven"] = "column '{name}' has {count} values where '{other}' has {rows}",
  ["no_name.frame"] = "a Frame has no '{name}'",
  ["too_large.integer"] = "{value} is more than an integer can hold",
  ["too_large.rows"] = "more rows than a Frame can hold",
  ["too_large.time"] = "a time out of all calendars",
  ["twin_columns.arrow"] = "two columns of the Arrow data are called '{name}'",
}
