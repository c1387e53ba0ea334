--- Parts of sentences that failures of several sorts share, by name: what could not be done, where, what has become of
-- it. {name} in them is an argument (errors.phrase).

return {
  cannot = "cannot {what} '{path}'",
  cannot_write_dataset = "cannot write the dataset",
  line = "{path}, line {line}",
  line_and_column = "{path}, line {line}, column '{column}'",
  place = "{path}:{line}",
  nothing_kept = "nothing of it was kept",
  rows_kept = "the rows before line {line} are kept, and importing again goes on from there",
  any_size = "ds:import() takes a text of any size into a dataset, whose queries need no more memory than their answer",
  near_columns = "did you mean {columns}?",
  by_mapping = "a mapping says what goes where (doc/import.md)",
  withdrawn_by_denial = "row {row} of {file} says that there is none",
  withdrawn_denial = "row {row} of {file} says that there is one",
  add_reference = "add it, with ds:add(\"{table}\", {id = \"{id}\", …}, {…}), then ds:requeue()",
}
