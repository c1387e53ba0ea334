--- Sentences of failures: base.

return {
  ["bad_argument.colon"] = "{name}() belongs to {what}: call it with a colon, as in x:{name}(...)",
  ["bad_date.endless"] = "{what} takes a date with an end, not '{text}'",
  ["bad_date.of"] = "{what}: {message}",
  ["bad_term.option"] = "no {vocabulary} '{name}'",
  ["bad_type.date"] = "{what} takes a date as text, such as '2025-06-02', not a {got}",
  ["bad_type.table_options"] = "{what} takes a table of options, not a {got}",
  ["no_name.one_of"] = "no {what} '{name}'",
  ["no_option"] = "{what} has no option '{name}'",
  ["no_option.argument_too_many"] = "{what}; '{value}' is one argument too many",
}
