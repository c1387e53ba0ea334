--- Sentences of failures: import.

return {
  ["bad_argument.address_download_file_give"] = "'{path}' is an address; download the file and give its name",
  ["bad_argument.batch_number_rows"] = "batch is a number of rows, not {batch}",
  ["bad_argument.columns_name_empty"] = "columns = {…}: name {i} is empty",
  ["bad_argument.import_name_file"] = "import() takes the name of a file, not {what}",
  ["bad_argument.key_column_brace_name"] = "key: the column '{name}' has a brace in its name; columns = {…} gives it "
    .. "another",
  ["bad_argument.key_names_columns_by"] = "key names columns by text, not by a {got}",
  ["bad_argument.list_texts_none"] = "{what} is a list of texts; {item} is none",
  ["bad_argument.memory_number_bytes"] = "memory is a number of bytes, not {memory}",
  ["bad_argument.name_does_tell_format"] = "the name '{path}' does not tell its format; state format = \"csv\", "
    .. "\"tsv\", \"json\" or \"jsonl\"",
  ["bad_argument.packed_unpack_pack_gzip"] = "'{path}' is packed; unpack it, or pack it with gzip",
  ["bad_argument.rows_need_id_stays"] = "rows of {name} need an id that stays: name the columns that tell them "
    .. "apart, as in {key_hint}",
  ["bad_argument.rows_whole_number_rows"] = "rows is a whole number of rows to look at, 0 for all, not {rows}",
  ["bad_argument.save_csv_program_made"] = "'{path}' is {item}; save it as CSV with the program that made it",
  ["bad_argument.short_years_first_year_two"] = "short_years is the first year that two digits can mean, such as "
    .. "1950, not {years}",
  ["bad_argument.source_id_source_row"] = "source is the id of a source, or a row of one, as in source = {id = "
    .. "\"s1\", title = \"…\"}",
  ["bad_argument.what_read_from_function"] = "what is read from a function needs its format: format = \"csv\"",
  ["bad_header.delimiter"] = "the header is one column, '{header}'; state delimiter = {other}, or delimiter = {own} "
    .. "where it is one",
  ["bad_header.note"] = "its first line, '{line}', is a spreadsheet's note on the delimiter: take it away, and state "
    .. "delimiter = '{delimiter}'",
  ["bad_header.twins"] = "columns {first} and {second} are both called '{name}'; columns = {…} gives them names of "
    .. "their own",
  ["bad_header.width"] = "{has} columns, and columns = {…} names {named}",
  ["bad_mapping.again"] = "{detail}",
  ["bad_mapping.function_failed"] = "{file}, line {line}, {target}: the mapping's function failed: {value}",
  ["bad_mapping.line_each_mapping_function"] = "{file}, line {line}, {where}, each: the mapping's function gives a "
    .. "list of tables to lay over the row",
  ["bad_mapping.mapping_column_named_by"] = "mapping, {target}: a column is named by text, not by a {got}",
  ["bad_mapping.mapping_date_columns_parts"] = "mapping, {target}: date takes the columns of its parts, as in {year "
    .. "= \"y\", month = \"m\", day = \"d\"}",
  ["bad_mapping.mapping_does_say_rows"] = "this mapping does not say which rows are mirrored",
  ["bad_mapping.mapping_each_cannot_split"] = "mapping, {where}: each cannot split at {got}",
  ["bad_mapping.mapping_each_needs_column"] = "mapping, {where}: each needs a column, and split (a text) or pattern",
  ["bad_mapping.mapping_fills"] = "this mapping fills {tables}, and not {name}",
  ["bad_mapping.mapping_map_table_words"] = "mapping, {target}: map is a table of words for words, not a {got}",
  ["bad_mapping.mapping_name_comes_parley"] = "mapping is the name of one that comes with Parley, or a table, not a "
    .. "{got}",
  ["bad_mapping.mapping_needs_rows"] = "a mapping needs rows = { {table = …, …}, … }",
  ["bad_mapping.mapping_table"] = "mapping, {where}: {what} is a table, not a {got}",
  ["bad_mapping.mapping_template_text"] = "mapping, {target}: a template is text, not a {got}",
  ["bad_mapping.mapping_value_both"] = "mapping, {target}: a value has '{found}' or '{form}', not both",
  ["bad_mapping.mapping_value_name_column"] = "mapping, {target}: a value is the name of a column, a table or a "
    .. "function, not a {got}",
  ["bad_mapping.mapping_value_needs"] = "mapping, {target}: a value needs one of {FORMS}",
  ["bad_mapping.rows_imported_mapping_your"] = "the rows of '{file}' were imported with a mapping of your own; give "
    .. "it again: ds:requeue(nil, {mapping = m})",
  ["bad_mapping.rows_mapping"] = "rows of a mapping are {table = …, id = …}, not a {got}",
  ["bad_type.function_given_requeue_gives"] = "the function given to requeue() gives the row, or nothing when it has "
    .. "changed it, not a {got}",
  ["bad_type.list_texts"] = "{what} is a list of texts, not a {got}",
  ["bad_type.mapping_expression"] = "an expression of a mapping is text, not a {got}",
  ["bad_type.missing_list_codes"] = "missing is a list of codes, such as {\"NA\"}, not a {got}",
  ["bad_type.name_file"] = "{what} takes the name of a file, or \"-\", not {got}",
  ["bad_type.option_text_got"] = "the option {name} is text, not a {got}",
  ["bad_type.option_true_false"] = "the option {name} is true or false, not a {got}",
  ["bad_type.progress_true_false"] = "progress is true or false",
  ["bad_type.reader_function_gives_pieces"] = "reader is a function that gives pieces of text, not a {got}",
  ["bad_type.requeue_function_row"] = "requeue() takes a function of a row, or {column = {[old] = new}}, not a {got}",
  ["bad_type.requeue_words_words"] = "requeue() takes words for words, as in {{name} = {[\"old\"] = \"new\"}}, not a "
    .. "{got}",
  ["bad_type.types_table_column_type"] = "types is a table of column = type, not a {got}",
  ["bad_value.id"] = "an id is text without control characters",
  ["bad_value.parts"] = "{count} parts beside {wanted} in column '{column}'",
  ["duplicate.row"] = "an earlier row of the file has the same id, and other values",
  ["in_transaction.batch_needs_transactions_own"] = "batch = n needs transactions of its own; import outside of "
    .. "atomic()",
  ["no_claims.mapping_rows_carry_claims"] = "mapping: rows of {name} carry no claims, so they take no provenance",
  ["no_column.columns_by_name_names"] = "{what} takes columns by name, as in {day = …}; {name} names none",
  ["no_column.mapping_column"] = "mapping: no column '{name}' in {where}",
  ["no_column.needed"] = "no column '{name}'{more}, which the mapping needs",
  ["no_column.requeue_column_rows_set"] = "requeue(): no column '{name}' in the rows that were set aside",
  ["no_column.stated"] = "no column '{name}', for which {option} is stated",
  ["no_id.row"] = "the row has no id",
  ["no_name.mapping_comes_parley_doc"] = "no mapping '{name}' comes with Parley{hint} (doc/mappings.md tells of "
    .. "each; a mapping can also be a table)",
  ["no_name.mapping_date"] = "mapping, {target}: a date has no '{name}'",
  ["no_name.mapping_provenance_claim"] = "mapping, {table}: no '{name}' in the provenance of a claim",
  ["no_name.mapping_value"] = "mapping, {target}: a value has no '{name}'",
  ["no_row.import"] = "{table}.{column}: no {singular} '{id}'",
  ["no_source.import"] = "a claim needs its source: source = {id = \"…\", title = \"…\"}, or the id of one in "
    .. "ds.sources",
  ["no_table.file_imported_into"] = "no file is imported into {name}: {item}",
  ["no_table.mapping_table"] = "mapping: no table '{name}'",
  ["no_table.requeue_table"] = "requeue(): no table '{name}'",
  ["no_table.table_table_comes_first"] = "no table '{name}'; the table comes first: ds:import({path}, {other})",
  ["out_of_range"] = "'{value}' is not between {bounds}",
  ["twin_columns.named"] = "columns = {…} names '{name}' twice, as {item} and {i}",
}
