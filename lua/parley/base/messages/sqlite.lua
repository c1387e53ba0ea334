--- Sentences of failures: sqlite, that is of functions called in SQL, of statements and of files that are opened.

return {
  ["bad_argument.sql_comparison"] = "'{value}' is no comparison of dates; use < <= > >= = != between or in",
  ["bad_argument.sql_many"] = "too many arguments",
  ["bad_argument.sql_share"] = "quantile needs a share between 0 and 1 as its second argument",
  ["bad_argument.sql_shares"] = "quantile needs the same share in every row",
  ["bad_argument.sql_weight"] = "{name} needs an integer as its weight",
  ["bad_type.sql_blob"] = "{name} needs a number, not a blob",
  ["bad_type.sql_days"] = "{name} needs a number of days since 1970-01-01 as an integer",
  ["bad_type.sql_number"] = "{name} needs a number, not '{value}'",
  ["misuse.window_frame"] = "this function needs a frame that begins with the group",
}
