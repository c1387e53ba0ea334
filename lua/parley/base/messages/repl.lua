--- Sentences of failures: repl.

return {
  ["bad_argument.help_empty"] = "help(\"\") names nothing; help() lists what there is",
  ["bad_type.help"] = "help() takes a word in quotes, or a dataset, query, Frame, picture or error, not a {got}; "
    .. "help() lists what there is",
  ["bad_type.help_function"] = "this function is none of Parley's; help(\"where\") tells of one by its name",
  ["bad_type.help_nil"] = "help() was given nil, the value of a name that is not set; a word stands in quotes, as "
    .. "in help(\"where\")",
  ["no_name.help"] = "nothing is called '{name}', or mentions it",
}
