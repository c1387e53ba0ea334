--- Sentences of failures: dataset.

return {
  ["bad_argument.bundled_name"] = "'{path}' is a bundled dataset: parley.open{bundled = '{path}'}; a file of that "
    .. "name is './{path}'",
  ["bad_argument.option_timeout_whole_number"] = "the option timeout is a whole number of milliseconds, not {timeout}",
  ["bad_argument.parley_open_path_option"] = "parley.open takes a path or the option bundled, not both",
  ["bad_argument.parley_threads_whole_number"] = "parley.threads() takes a whole number from 0 to 8, not {n}",
  ["bad_argument.save_as_name_new_file"] = "save_as() takes the name of a new file",
  ["bad_type.atomic"] = "atomic() takes a function, not a {got}",
  ["bad_type.ds_sql_text_statement"] = "ds:sql() takes the text of a statement, not a {got}",
  ["bad_type.option_schema_true_false"] = "the option schema is true or false, not a {got}",
  ["bad_type.parley_attach_store_lent"] = "parley.attach takes a store lent by a host, not a {got}",
  ["bad_type.parley_open_name_file"] = "parley.open takes the name of a file, not {got}",
  ["closed.dataset_closed"] = "this dataset is closed",
  ["in_transaction.dataset_cannot_closed_inside"] = "a dataset cannot be closed inside atomic()",
  ["in_transaction.save_as_cannot_copy_half"] = "save_as() cannot copy half a transaction; call it after atomic()",
  ["no_claims.file_opened_so_nothing"] = "this file was opened as it is ({schema = false}), so nothing can be "
    .. "written to it through Parley",
  ["no_claims.option_schema_false_sqlite"] = "the option schema = false is for SQLite files; a bundled dataset has "
    .. "its tables",
  ["no_claims.policy_chooses_between_claims"] = "a policy chooses between claims, and a file opened with {schema = "
    .. "false} has none",
  ["no_name.table_method_dataset"] = "no table or method '{name}' in this dataset",
  ["read_only.bundled_dataset_read_only"] = "a bundled dataset is read-only; save_as('mine.db') makes a copy to extend",
  ["read_only.dataset"] = "cannot set '{key}': a dataset is changed with ds:add, ds:claim and ds:retract",
  ["read_only.dataset_read_only_host"] = "this dataset is read-only: the host program does not let scripts change it",
  ["read_only.dataset_read_only_opened"] = "this dataset is read-only: it was opened with mode 'ro'; open it with "
    .. "'rw', or save_as('mine.db') makes a copy to extend",
  ["read_only.dataset_read_only_save_as"] = "this dataset is read-only; save_as('mine.db') makes a copy to extend",
  ["read_only.host_program_does_let"] = "the host program does not let scripts write files",
  ["read_only.sql"] = "ds:sql() only reads, with one SELECT; ds:add, ds:claim and ds:retract write",
  ["read_only.view_can_only_read"] = "a view can only be read; write to the dataset it was made from",
  ["sql.statement"] = "ds:sql(): {message}",
}
