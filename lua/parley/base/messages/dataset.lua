--- Sentences of failures: dataset.

return {
  ["bad_argument.path_and_bundled"] = "parley.open takes a path or the option bundled, not both",
  ["bad_argument.copy_path"] = "{call}() takes the name of a file",
  ["bad_argument.threads"] = "parley.threads() takes a whole number from 0 to 8, not {n}",
  ["bad_argument.timeout"] = "the option timeout is a whole number of milliseconds, not {timeout}",
  ["bad_argument.attempts"] = "attempts is a whole number from 1, got {got}",
  ["bad_argument.changed_seconds"] = "changed() takes how many seconds to wait, from 0 to 86400, got {got}",
  ["bad_type.atomic"] = "atomic() takes a function, not a {got}",
  ["bad_type.attach_store"] = "parley.attach takes a store lent by a host, not a {got}",
  ["bad_type.open_path"] = "parley.open takes the name of a file, not {got}",
  ["bad_type.schema_option"] = "the option schema is true or false, not a {got}",
  ["bad_type.sql_text"] = "ds:sql() takes the text of a statement, not a {got}",
  ["closed.dataset"] = "this dataset is closed; open it again with parley.open()",
  ["in_transaction.close"] = "a dataset cannot be closed inside atomic()",
  ["in_transaction.changed"] = "changed() cannot hear of others within atomic(); call it after that",
  ["in_transaction.copy"] = "{call}() cannot copy half a transaction; call it after atomic()",
  ["no_claims.bundled_schema"] = "the option schema = false is for SQLite files; a bundled dataset has "
    .. "its tables",
  ["no_claims.foreign_file"] = "this file was opened as it is ({schema = false}), so nothing can be "
    .. "written to it through Parley",
  ["no_claims.policy"] = "a policy chooses between claims, and a file opened with {schema = "
    .. "false} has none",
  ["no_name.dataset_field"] = "no table or method '{name}' in this dataset",
  ["read_only.bundled"] = "a bundled dataset is read-only; save_as('mine.db') makes a copy to extend",
  ["read_only.dataset_field"] = "cannot set '{key}': a dataset is changed with ds:add, ds:claim and ds:retract",
  ["read_only.file"] = "this dataset is read-only; save_as('mine.db') makes a copy to extend",
  ["read_only.host"] = "this dataset is read-only: the host program does not let scripts change it",
  ["read_only.host_files"] = "the host program does not let scripts write files",
  ["read_only.opened"] = "this dataset is read-only: it was opened with mode 'ro'; open it with "
    .. "'rw', or save_as('mine.db') makes a copy to extend",
  ["read_only.sql"] = "ds:sql() only reads, with one SELECT; ds:add, ds:claim and ds:retract write",
  ["read_only.view"] = "a view can only be read; write to the dataset it was made from",
  ["sql.statement"] = "ds:sql(): {message}",
}
