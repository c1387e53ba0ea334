--- Sentences of failures: branches, their differences and merges.

return {
  ["bad_type.branch"] = "{call} takes datasets, or the paths or addresses of some, not {got}",
  ["read_only.branch_view"] = "{call} is about what a dataset holds, and this is a view of it; give it the dataset",
  ["in_transaction.branch"] = "{call} cannot read half a transaction; call it after atomic()",
}
