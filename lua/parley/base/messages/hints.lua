--- Ways out that stand behind the sentence of a failure, by key: what was probably meant, what there is, what to do.
-- {name} in them is an argument (errors.hint).

return {
  did_you_mean = "did you mean '{meant}'?",
  known = "known: {names}",
  options = "its options: {names}",

  -- of the program
  argparse_package = "it is the package lua-argparse of Debian, and argparse of LuaRocks",
  command_help = "see 'parley {command} --help'",
  command_names = "'parley help' lists them",
  make_dataset = "'parley {path} new' makes one",
  command_usage = "usage: {usage}",
  sql_of_table = "it is a table: select * from {table}",
  rows_of_table = "it is a table: 'rows {table}' lists it",
  near_columns = "did you mean {columns}? columns = {{list}} calls them so",

  -- of lines of the prompt
  table_of_ds = "it is a table: ds.{table}",
  local_of_line = "`local` lasts to the end of its line here: write {name} without it",
  reads_rows = "a file of rows is read with parley.read(\"x.csv\")",
  is_loaded = "Parley is here already, as parley; help() lists what there is",
  ds_is_dataset = "the dataset is called ds",
  nil_of_lua = "Lua writes nil; in an expression, \"x is nil\"",
  true_of_lua = "Lua writes true and false",
  sql_at_prompt = "SQL stands in ds:sql(\"select …\"); ds.demands:where(\"…\") asks without it",
  lists_tables = "ds lists its tables; help() lists what can be asked",
  asks_help = "help(\"where\") tells of a word, help() of what there is",
  of_shell = "a line of the program parley stands in a shell; here, ds.demands gives rows, and help() lists what there "
    .. "is",
  call_parentheses = "a call takes parentheses: {name}()",
  quote_not_closed = "quotes that stand inside of quotes are of the other kind: \"party = 'ukraine'\"",
  straight_quotes = "Lua's quotes are straight ones, \" or '",
  condition_or_braces = "a condition stands in quotes, where(\"{name} = …\"), or its column in braces, "
    .. "where{{name} = …}",
  not_equal_of_lua = "Lua writes ~= for 'not equal'",
  and_or_of_lua = "Lua writes and, or and not",
  colon_joins = "calls are joined with a colon: ds.demands:where(\"…\"):by(\"…\")",

  -- of expressions and verbs
  write_instead = "write '{word}'",
  use_function = "use {call}",
  column_in_text = "it is a column, which stands in text: select(\"{name}\"), where(\"{name} is not nil\")",
  column_in_quotes = "a column stands in quotes, and so does a whole condition: by(\"{name}\"), "
    .. "where(\"{name} is not nil\")",
  call_of_dataset = "it is a call of the dataset: ds:{name}(...)",
  call_of_dataset_named = "what you know by that name is ds:{call}",
  call_of_rows = "it is a call of a table's rows, as in ds.{table}:{call}",
  call_of_rows_or_quotes = "it is a call of a table's rows, as in ds.{table}:{call}; in an expression it stands in "
    .. "quotes: summarise(\"{name}(…) as n\")",
  function_in_quotes = "it is a function of expressions, which stand in quotes: with(\"{name}(…) as x\")",
  names_in_quotes = "a column stands in quotes, as in {what}(\"name\"); without them it is a variable of Lua's, which "
    .. "is nil here",
  expressions_apart = "expressions stand one beside the other, without braces: {what}(\"a\", \"b\")",
  condition_in_quotes = "the whole condition stands in quotes, as in where(\"topic = 'ceasefire'\")",
  columns = "columns: {columns}",
  columns_and_more = "columns: {columns} and {more} more",
  use_verb = "what you know by that name is {call}",
  all_columns = "without select() all columns are there, and count() counts rows",
  number_unquoted = "a number stands without quotes: {value}",
  no_thousands = "a number is written without marks of thousands: 1000",
  is_nil = "what is missing is asked for by 'x is nil' and 'x is not nil'",
  one_condition_each = "conditions are joined with 'and', or stand in a where() each",
  join_keys = "on = {{left} = \"{right}\"} joins two columns whose names differ",
  in_parentheses = "its list stands in parentheses: in ('a', 'b')",
  no_semicolon = "nothing ends an expression but its end",
  quotes_of_names_and_texts = "text is written in 'single quotes', a name with blanks in \"double\" ones",
  quotes_each = "each expression has quotes of its own, as in select(\"a\", \"b\"); conditions are joined with 'and'",
  straight_single_quotes = "text is written in straight quotes, 'so', not as word processors set them",
  named_with_as = "a result is named with 'as': \"{value} as {name}\"",
  join_texts = "text is joined with '..'",
  types_and_missing = "a file is read with types = {{name} = \"{kind}\"}, missing = {\"{value}\"}",
  types_of_texts = "its values, such as '{value}', are texts; a file is read with types = {{name} = \"{kind}\"}, a "
    .. "function of define() makes {kind}s of other texts",
  texts_by_define = "a function of define() makes numbers of texts",
  written_numbers = "decimal = and thousands = read numbers that are written otherwise, a function of define() other "
    .. "texts",
  written_dates = "dates = \"dmy\" or \"mdy\" reads days in digits, a function of define() other "
    .. "texts",
  date_as_text = "a date is written as text: '2025-06-02'",
  day_as_parameter = "give the day as a parameter: \"due < ?\"",
  functions_of_dataset = "those of ds:define() are for queries of that dataset, before they are a Frame, which "
    .. "takes its own with define()",
  name_with_as = "a result is named with 'as', as in \"count() as n\"",
  column_unquoted = "the column is written {name}, without quotes",
  quote_name = "a name with blanks in it is written in double quotes: \"{name}\"",
  take_column = "it can be filled as it is, or choose another name; ds:describe(\"{table}\") lists what there is",
  text_in_quotes = "text is written in 'single quotes'",
  text_in_quotes_columns = "text is written in 'single quotes'; columns: {columns}",
  several_refer = "several columns refer to {table}: {columns}",

  -- of things that are not there
  ids_of_table = "ds.{table}:select(\"id\") lists those there are",
  row_of_table = "{table} has a row of that id: ds.{table}:get(\"{id}\")",
  swapped = "the table comes first: {line}",
  instead_command = "what you know by that name is 'parley {line}'",
  sql_command = "a question in SQL is asked by 'parley sql \"{text}\"'",
  rows_of_file = "a file of rows begins with the names of its columns",
  quote_expression = "an expression with blanks stands in quotes, as in --where \"party = 'ukraine'\"",
  options_of_commands = "it belongs to a command, as in 'parley rows demands {name}'",
  program_help = "see 'parley --help'",
  by_expression = "an expression does that: parley 'ds.demands:by(\"party\"):count()'",
  writes_format = "--{format} writes {format}",
  search_data = "ds:search(\"{word}\") looks for it in the data; help() lists what there is",
  add_first = "add it first, with ds:add(\"{table}\", {id = \"{id}\", …}, …)",
  add_thing = "ds:add(\"{table}\", {id = \"{id}\", …}, {…}) adds it",
  add_and_requeue = "add it, with ds:add(\"{table}\", {id = \"{id}\", …}, {…}), then ds:requeue()",

  -- of files that are read
  add_row = "ds:add() takes a row",
  reader_of_file = "or reader = function() return file:read(65536) end, and its format",
  by_mapping = "a mapping says what goes where (doc/import.md)",
  any_size = "ds:import() takes a text of any size into a dataset, whose queries need no more memory than their answer",
  records_aside = "ds:import() sets such records aside",
  of_column = "{words}",

  -- of values that were set aside
  correct_day = "{month} {year} has {days} days: correct the day, or leave it out: '{text}'",
  correct_month = "there is no month {month}: correct it, or leave it out: '{text}'",
  swap_ends = "it ends before it begins; if its ends are swapped: '{text}'",
  swap_month_and_day = "if month and day are swapped: '{text}'",
  two_digits_each = "written as two digits each: '{text}'",
  as_iso = "written as ISO 8601: '{text}'",
  state_order = "state the order of day and month: dates = \"dmy\" or dates = \"mdy\"",
  order_makes = "dates = \"{order}\" makes it '{text}'",
  state_short_years = "state the first year that two digits can mean, as in short_years = 1950, and the order: "
    .. "dates = \"dmy\" or dates = \"mdy\"",
  state_padded_years = "if '{year}' stands for two digits, state the first year that they can mean, as in "
    .. "short_years = 1950, and the order: dates = \"dmy\" or dates = \"mdy\"; the first century is written year "
    .. "first: '{year}-12-31'",
  without_time = "without the time of day: '{text}'",
  spreadsheet_day = "if it is the day number of a spreadsheet: '{text}'",
  without_thousands = "without the separator of thousands: '{text}'",
  decimal_comma = "if the comma marks decimals: '{text}'",
  minus_sign = "with a hyphen for the minus sign: '{text}'",
  number_within = "the number in it is '{text}'",
  range = "a range: columns for the least and the greatest number can take '{low}' and '{high}'",
  spreadsheet_error = "a spreadsheet's error; if it means missing, state missing = {{given}}",
  means_missing = "if '{text}' means missing, state missing = {{given}}",
  measure = "what is measured and need not be whole, such as a percentage, is measure_best, with measure_unit",
  swapped_coordinates = "latitude and longitude may be in each other's column",
  boolean_words = "true or false, 1 or 0, yes or no can be read",
  make_key = "a key of other columns can make the id: key = {\"a\", \"b\"}",
  ids_of_source = "a mapping makes ids of their own for this source, as in id = \"{example}\"",
  more_key = "one more column in key tells them apart, where both are meant",
  quote_delimiter = "a value that holds the delimiter needs quotes around it",
  quote_line_break = "the row may be cut off; a value that holds a line break needs quotes around it",
}
