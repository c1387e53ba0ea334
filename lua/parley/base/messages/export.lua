--- Sentences of failures: export.

return {
  ["bad_argument.contributors"] = "the option contributors is a list of names, or of {title = …, "
    .. "role = …, email = …}",
  ["bad_argument.csv_delimiter"] = "the option delimiter is one character that stands between fields, such as \";\" or "
    .. "\"\\t\", not '{shown}'",
  ["bad_argument.csv_flag"] = "the option {name} is true or false, not '{shown}'",
  ["bad_argument.folder_name"] = "{call} takes the name of a folder",
  ["bad_argument.licence"] = "the option licence is a short name, such as \"CC-BY-4.0\", or {name "
    .. "= …, path = \"https://…\", title = …}",
  ["bad_argument.package_name"] = "the name of a package has lower case letters, digits, '.', '_' and '-' "
    .. "only, unlike '{name}'",
  ["bad_argument.save_path"] = "save needs the path of a file, such as \"demands.csv\"",
  ["bad_argument.save_without_io"] = "save() writes files, and this program has opened neither io nor os; "
    .. "use to_csv()",
  ["bad_argument.sheet_name"] = "the option sheet is the name of a sheet: 31 characters at most, none of [ ] : * ? / "
    .. "\\, no blank or apostrophe at its ends, and not History; '{shown}' is none",
  ["bad_argument.tables_option"] = "the option tables is a list of names, such as {\"talks\", \"demands\"}",
  ["bad_encoding.json"] = "{place}: byte {bad} (0x{byte}) is not UTF-8, which JSON must be; mend "
    .. "the text, leave the column out with select, or export CSV, which takes any bytes",
  ["bad_encoding.sheet"] = "cell {cell} of the sheet: bytes that are not UTF-8, which a workbook must be; mend the "
    .. "text, leave the column out with select, or save CSV, which takes any bytes",
  ["bad_encoding.xml"] = "{place}: XML cannot hold control characters or bytes that are not "
    .. "UTF-8; mend the text, leave the column out with select, or export DOT, which spells them out",
  ["bad_type.load_target"] = "parley.load takes the name of a new file as its second argument, not {got}",
  ["bad_type.text_option"] = "the option {name} is text",
  ["in_transaction.dump"] = "dump() cannot write half a transaction; call it after atomic()",
  ["in_transaction.save_package"] = "save_package() cannot write half a transaction; call it after "
    .. "atomic()",
  ["exists.load_target"] = "'{path}' exists; name a new file",
  ["malformed.dump_after_end"] = "nothing may follow complete()",
  ["malformed.dump_assignment"] = "nothing can be assigned",
  ["malformed.dump_claim"] = "a claim is claim(table, id, {…}, {…}), with its values and its provenance",
  ["malformed.dump_claim_id"] = "a claim needs the id of what it is about",
  ["malformed.dump_claim_key"] = "a claim needs its key, a whole number, in the provenance",
  ["malformed.dump_claim_values"] = "the id of a claim stands before its values",
  ["malformed.dump_column"] = "no column '{name}' in {what}",
  ["malformed.dump_conflict"] = "git has left a conflict here; keep the lines between the marks that are to stand "
    .. "(both, where they are two claims), and take out the lines <<<<<<<, ======= and >>>>>>>; or have git merge with "
    .. "Parley: parley git-setup, git merge --abort, and merge again",
  ["malformed.dump_no_claim"] = "{column} names the claim '{name}', and no claim of {table} has content = \"{name}\"; "
    .. "put that claim back, or take {column} out",
  ["malformed.dump_end"] = "the end is missing: the last line of a whole file is complete(\"{table}\")",
  ["malformed.dump_head"] = "it does not say dataset { dump = …, schema = …, tables = {…} }",
  ["malformed.dump_no_source"] = "a claim about '{id}' names nobody as its source; put source = \"…\" into it",
  ["malformed.dump_no_table"] = "no table '{name}'",
  ["malformed.dump_needs_claims"] = "{table} rests on claims: claim(…)",
  ["malformed.dump_own_column"] = "column {number} of those added is no {table = …, name = …, type = …}",
  ["malformed.dump_refused"] = "{message}",
  ["malformed.dump_row"] = "a row is row(table, {…}), with its columns",
  ["malformed.dump_row_id"] = "a row needs an id",
  ["malformed.dump_same_id"] = "another row has this id",
  ["malformed.dump_same_key"] = "another claim has this key",
  ["malformed.dump_source"] = "a claim about '{id}' names '{source}', which sources.lua does not have, as its "
    .. "source",
  ["malformed.dump_table"] = "{kind}() is about {got} in the file of '{table}'",
  ["malformed.dump_unlisted"] = "it does not name '{name}' among its tables, and there is {file}",
  ["malformed.dump_value"] = "{what}.{column}: {expected} is expected, not {got}",
  ["malformed.dump_without_claims"] = "{table} carries no claims: row(…)",
  ["malformed.dump_word"] = "{what}.{column}: '{value}' is no {vocabulary}",
  ["malformed.long_comment"] = "only data may stand here, and a comment in long brackets is none",
  ["malformed.long_statement"] = "a statement is longer than {most} bytes",
  ["malformed.lua"] = "{message}",
  ["malformed.no_data"] = "only data may stand here, and '{found}' is none",
  ["malformed.no_field"] = "only data may stand here, and a field of something is none",
  ["malformed.open_string"] = "only data may stand here, and a string that does not end on its line is none",
  ["malformed.dump_file"] = "it is a file; name a folder that dump() has written, or open a database with "
    .. "parley.open() and a file of rows with parley.read()",
  ["missing_file.dump"] = "there is no dataset.lua in it; name a folder that dump() has written",
  ["newer.dump"] = "it was written by a newer Parley; update Parley to load it",
  ["no_claims.dump"] = "this file was opened as it is ({schema = false}); dump() writes Parley's "
    .. "datasets",
  ["no_claims.save_package"] = "save_package() needs Parley's tables, and this file was opened "
    .. "as it is ({schema = false})",
  ["no_column.graph"] = "a graph needs the columns 'source' and 'target', and there is no "
    .. "'{name}'; name one so, as in select(\"party as source\", \"addressee as target\")",
  ["no_name.export_format"] = "no export format '{name}'",
  ["no_name.file_extension"] = "the name '{path}' does not say the format; it must end in one of "
    .. "{extensions}",
  ["not_empty"] = "the folder is not empty; name a new one, or say {overwrite = true} to replace in it what is written",
  ["read_only.save_view"] = "a view cannot be saved as a file of its own, which would hold all that the view"
    .. " leaves out; save_as() of the dataset it was made from copies that, save_package() writes what the view shows",
  ["read_only.dump_view"] = "a view cannot be dumped; dump the dataset it was made from",
  ["twin_columns.json"] = "two columns are named '{shown}', and a JSON object keeps one value per name; rename one, "
    .. "as in select(\"{shown} as other\")",
  ["bad_argument.sync_same"] = "both sides are the same dataset; name two",
  ["bad_type.sync_side"] = "{side} is a dataset, or the path or address of one, got {got}",
  ["in_transaction.sync"] = "sync() makes transactions of its own; call it after atomic()",
  ["exists.sync_claim"] = "claim {key} is {a} in a and {b} in b, and {more} more {more:conflict is|conflicts are} "
    .. "there; {renumber = 'a'} or {renumber = 'b'} gives those of one side new keys, {plan = true} lists all",
  ["exists.sync_row"] = "{table} '{key}' has {a} in a and {b} in b, and {more} more {more:conflict is|conflicts are} "
    .. "there; make it alike on both sides; {plan = true} lists all",
  ["exists.sync_column"] = "column {table}.{key} has {a} in a and {b} in b; columns of one name have to mean the same",
}
