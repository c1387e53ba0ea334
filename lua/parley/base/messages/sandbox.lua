--- Sentences of failures: sandboxes.

return {
  ["bad_argument.sandbox_bound"] = "{name} of parley.sandbox() is a whole number, 1 or more, not {value}",
  ["bad_argument.sandbox_folder"] = "files.read of parley.sandbox() is a folder that is there, not {folder}",
  ["bad_argument.sandbox_server"] = "a sandbox takes no dataset on a server; give it a copy: ds:save_as(\"copy.db\")",
  ["bad_argument.sandbox_view"] = "a sandbox takes no view of a dataset; give it the dataset itself, and have the "
    .. "script ask for the view",
  ["bad_pattern.box"] = "malformed pattern '{pattern}'",
  ["bad_pattern.box_capture"] = "the pattern has no capture {n}",
  ["bad_pattern.box_replacement"] = "in the text that replaces a match, '%' stands before a digit or another '%'",
  ["bad_type.box_argument"] = "args of run() are nil, booleans, numbers, strings and tables of these",
  ["bad_type.box_replacement"] = "a match is replaced by a text or a number, not by a {got}",
  ["bad_type.sandbox_chunk"] = "load() takes text, or a function that gives text in pieces, not a {got}",
  ["bad_type.box_result"] = "a script can give back nil, booleans, numbers, strings, tables of these, queries "
    .. "and Frames; this one gives something else",
  ["bad_type.sandbox_argument"] = "a script in a sandbox can hand over no {got}",
  ["bad_type.sandbox_dataset"] = "dataset of parley.sandbox() is a dataset, not a {got}; parley.open() gives one",
  ["bad_type.sandbox_modules"] = "modules of parley.sandbox() is a table of texts by name",
  ["bad_type.sandbox_script"] = "run() takes the text of a script, or {file = path}",
  ["in_transaction.sandbox"] = "a sandbox cannot see what a transaction has not yet written; call it after atomic()",
  ["misuse.box"] = "the sandbox could not run: {words}",
  ["misuse.sandbox_raised"] = "the script raised a {type}, which is neither a text nor an error object",
  ["misuse.sandbox_collector"] = "a script in a sandbox can only ask for collectgarbage(\"count\")",
  ["misuse.sandbox_finalizer"] = "a script in a sandbox has no __gc; close what has to be closed with <close>",
  ["misuse.sandbox_pairs"] = "its insides cannot be gone through; use its methods",
  ["no_name.sandbox"] = "'{name}' is not to be had in a sandbox",
  ["no_name.sandbox_module"] = "no module '{name}' in this sandbox; the host lists them: modules = {name = text}",
  ["permission.sandbox_path"] = "a script in a sandbox opens no file of this path",
  ["permission.sandbox"] = "a script in a sandbox cannot do that",
  ["too_large.box_turns"] = "a table that has not so many values is gone through {most} times at most",
  ["read_only.sandbox"] = "'{name}' cannot be set: what Parley gives to a script in a sandbox stays as it is",
}
