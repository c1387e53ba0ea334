--- Sentences of failures: branches, their differences and merges.

return {
  ["bad_type.branch"] = "{call} takes datasets, or the paths or addresses of some, not {got}",
  ["read_only.branch_view"] = "{call} is about what a dataset holds, and this is a view of it; give it the dataset",
  ["in_transaction.branch"] = "{call} cannot read half a transaction; call it after atomic()",
  ["bad_argument.merge_into"] = "parley.merge() needs {into = path}, the name of the file, or the address, that the "
    .. "merged dataset is to have",
  ["bad_argument.merge_same"] = "the option same is true, or a list of things that are one, such as {\"talks.r5\"}",
  ["bad_argument.merge_unrelated"] = "{side} and base are unrelated: none of the {count} claims of base is in it; give "
    .. "the dataset from which both have gone out as base",
  ["bad_type.merge_overwrite"] = "the option overwrite is true or false, not {got}",
  ["exists.merge_column"] = "column {name} of {table} is not the same in both: {field} is {ours} in ours and {theirs} "
    .. "in theirs; have one side call its column otherwise",
  ["missing_program.git"] = "git could not be set up in '{folder}': the program git is needed, and a repository there",
  ["exists.merge_folder"] = "'{path}' is a folder; name a file in it",
  ["exists.merge_target"] = "'{path}' exists; name a new file, or say {overwrite = true}",
}
