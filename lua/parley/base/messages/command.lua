--- Sentences of failures: the program `parley`.

return {
  ["bad_argument.command_policy"] = "--policy takes NAME=VALUE, such as prefer=s4 or certainty=on_record_quote, "
    .. "not '{text}'",
  ["bad_argument.prompt_of_input"] = "the prompt reads standard input itself, so that '-' needs a command or an "
    .. "expression, such as 'parley - rows'",
  ["bad_argument.command_type"] = "--type takes COLUMN=TYPE, such as year=integer, not '{text}'",
  ["bad_expression.command"] = "'{text}' is no expression of Lua: {words}",
  ["bad_type.command_function"] = "'{text}' is a function: call it, as in '{text}()', with a colon before its name",
  ["bad_type.command_format"] = "{option} is for rows, and the result is a single value",
  ["empty.dataset_file"] = "'{path}' is empty; 'parley {path} new' makes a dataset of it",
  ["misuse.command_line"] = "{words}",
  ["exists.dataset_file"] = "'{path}' exists already; choose another name",
  ["missing_file.dataset"] = "no file '{path}', and no dataset of that name",
  ["missing_program.address"] = "of addresses those of PostgreSQL are read (postgresql://HOST/DATABASE?schema=NAME), "
    .. "not {address}; fetch it first, and give '-' for rows on standard input",
  ["missing_program.argparse"] = "options need the Lua library argparse, which is not installed",
  ["no_claims.command_view"] = "--as-of and --policy need a dataset; '{path}' holds rows",
  ["bad_argument.command_binary"] = "'{path}' is neither a dataset nor a file of rows: it holds bytes that are no text",
  ["empty.rows_file"] = "'{path}' is empty",
  ["no_option.reading_dataset"] = "{name} says how a file of rows is read, and a dataset is given",
  ["no_option.of_program"] = "no option '{name}' without a command",
  ["no_name.command"] = "no command '{name}'",
  ["no_option.argument_missing"] = "{command} needs {name}",
  ["no_option.arguments_none"] = "{command} takes no arguments",
  ["no_option.arguments_too_many"] = "{command} takes {most} {most:argument|arguments} at most",
  ["no_option.dataset_unneeded"] = "{command} takes no dataset",
  ["no_option.new_without_file"] = "name the new file first: 'parley FILE new', 'parley FILE load FOLDER'",
  ["no_option.of_command"] = "{command} has no option '{name}'",
  ["no_option.param_unused"] = "{count} {count:value|values} of --param, but --where has {used} ?",
  ["no_table.of_rows"] = "'{path}' holds rows and no tables: leave '{name}' away",
  ["bad_argument.compare_files"] = "compare takes two talks, and '{left}' and '{right}' are files; "
    .. "'parley compare-datasets {left} {right}' compares those",
  ["bad_argument.command_of_rows"] = "{command} needs a dataset; '{path}' holds rows",
  ["read_only.command_on_bundled"] = "{name} comes with Parley and is not written to; 'parley FILE new --copy {name}' "
    .. "makes a file of it",
}
