--- Ways out that stand behind the sentence of a failure, by key: what was probably meant, what there is, what to do.
-- {name} in them is an argument (errors.hint).

return {
  did_you_mean = "did you mean '{meant}'?",
  known = "known: {names}",
  near_columns = "did you mean {columns}?",

  -- of expressions and verbs
  write_instead = "write '{word}'",
  use_function = "use {call}",
  use_verb = "what you know by that name is {call}",
  join_texts = "text is joined with '..'",
  date_as_text = "a date is written as text: '2025-06-02'",
  day_as_parameter = "give the day as a parameter: \"due < ?\"",
  functions_of_dataset = "those of ds:define() are for queries of that dataset, before they are a Frame",
  name_with_as = "a result is named with 'as', as in \"count() as n\"",
  text_in_quotes = "text is written in 'single quotes'",
  text_in_quotes_columns = "text is written in 'single quotes'; columns: {columns}",
  several_refer = "several columns refer to {table}: {columns}",

  -- of things that are not there
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
}
