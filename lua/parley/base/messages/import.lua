--- Sentences of failures: import.

return {
  ["bad_argument.batch"] = "batch is a number of rows, not {batch}",
  ["bad_argument.brace_in_key"] = "key: the column '{name}' has a brace in its name; columns = {…} gives it "
    .. "another",
  ["bad_argument.comment"] = "comment is what lines begin with that are no records, such as \"#\", not {given}",
  ["bad_argument.csv_option"] = "{option} is for CSV and TSV; {format} has no such thing",
  ["bad_argument.decimal"] = "decimal is \".\" or \",\", not {given}",
  ["bad_argument.decimal_twice"] = "'{mark}' is said to stand before decimals and between thousands",
  ["bad_argument.empty_column_name"] = "columns = {…}: name {i} is empty",
  ["bad_argument.empty_key"] = "key names the columns that make the id, as in key = {\"a\", \"b\"}",
  ["bad_argument.import_address"] = "'{path}' is an address; download the file and give its name",
  ["bad_argument.import_key"] = "rows of {name} need an id that stays: name the columns that tell them "
    .. "apart, as in key = {\"a\", \"b\"}",
  ["bad_argument.import_key_like"] = "rows of {name} need an id that stays: name the columns that tell them "
    .. "apart, as in key = {given}; '{column}' is a column of the file",
  ["bad_argument.import_path"] = "import() takes the name of a file, not {what}",
  ["bad_argument.import_source"] = "source is the id of a source, or a row of one, as in source = {id = "
    .. "\"s1\", title = \"…\"}",
  ["bad_argument.json_option"] = "path is the way to a list in JSON; {format} has none",
  ["bad_argument.key_column"] = "key names columns by text, not by a {got}",
  ["bad_argument.list_item"] = "{what} is a list of texts; {item} is none",
  ["bad_argument.longest_record"] = "longest_record is a number of bytes, from 1 to 2147483647, not {given}",
  ["bad_argument.memory"] = "memory is a number of bytes, not {memory}",
  ["bad_argument.packed_file"] = "'{path}' is packed; unpack it, or pack it with gzip",
  ["bad_argument.reader_format"] = "what is read from a function needs its format: format = \"csv\"",
  ["bad_argument.sample_rows"] = "rows is a whole number of rows to look at, 0 for all, not {rows}",
  ["bad_argument.short_years"] = "short_years is the first year that two digits can mean, such as "
    .. "1950, not {years}",
  ["bad_argument.skip"] = "skip is the number of lines above the header, not {given}",
  ["bad_argument.thousands"] = "thousands is \",\", \".\", \"'\" or a blank, not {given}",
  ["bad_argument.unknown_format"] = "the name '{path}' does not tell its format; state format = \"csv\", "
    .. "\"tsv\", \"json\" or \"jsonl\"",
  ["bad_argument.unreadable_format"] = "'{path}' is {kind}; save it as CSV with the program that made it",
  ["bad_argument.unreadable_sheet"] = "'{path}' is {kind}; save it as .xlsx or CSV with the program that made it",
  ["bad_header.comment"] = "its first line, '{line}', looks like a comment; comment = \"{comment}\" leaves such lines "
    .. "out, and skip = 0 takes it as the header",
  ["bad_header.delimiter"] = "the header is one column, '{header}'; state delimiter = {other}, or delimiter = {own} "
    .. "where it is one",
  ["bad_header.gdelt"] = "it looks like an event file of GDELT, with tabs and no header; ds:import(\"events\", path, "
    .. "{mapping = \"{mapping}\"}) takes it, and parley.read(path, {format = \"tsv\", header = false}) reads it",
  ["bad_header.json"] = "it looks like JSON; format = \"json\" reads it, and skip = 0 takes its first line as "
    .. "the header",
  ["bad_header.lfs"] = "it is a pointer of Git LFS and not the file, which 'git lfs pull' fetches",
  ["bad_header.markup"] = "it looks like a web page and not like a table; skip = 0 takes its first line as the header",
  ["bad_header.note_above"] = "its first line, '{line}', looks like a note, and line {next} like the header: "
    .. "'{names}'; skip = {skip} begins there, and skip = 0 takes the first line as the header",
  ["bad_header.note_delimiter"] = "its first line, '{line}', has one column, and the lines from {next} on have a "
    .. "delimiter: state skip = {skip}, delimiter = {delimiter}, or skip = 0 where the first line is the header",
  ["bad_header.note_narrow"] = "its first line, '{line}', has {fields} of {width} columns, and line {next} looks like "
    .. "the header: '{names}'; skip = {skip} begins there",
  ["bad_header.quoted_lines"] = "its lines stand in quotes as a whole, such as '{header}'; take those quotes away, or "
    .. "state delimiter = {own} where it is one column",
  ["bad_header.separator"] = "its first line says that the delimiter is '{separator}', and delimiter = {stated} is "
    .. "stated",
  ["bad_header.twins"] = "columns {first} and {second} are both called '{name}'; names = \"unique\" numbers such "
    .. "twins, and columns = {…} gives them names of their own",
  ["bad_header.width"] = "{has} columns, and columns = {…} names {named}",
  ["bad_date.day_alone"] = "the day {value} in column '{column}' has no month",
  ["bad_date.no_year"] = "the {value} in column '{column}' has no year",
  ["bad_date.before"] = "{subject} is before {other}",
  ["bad_date.form"] = "{subject} is not a date of the form {form}",
  ["bad_date.order"] = "dates = \"{order}\" does not fit column '{column}': {reason}{hint}; mend it, or keep the "
    .. "column as it stands: types = {[\"{column}\"] = \"text\"}",
  ["bad_date.short_year"] = "the year {value} in column '{column}' has two digits; state the first year that they can "
    .. "mean, as in short_years = 1950",
  ["bad_integer.date_part"] = "'{value}' in column '{column}' is no whole number",
  ["bad_mapping.column_name"] = "mapping, {target}: a column is named by text, not by a {got}",
  ["bad_mapping.date_parts"] = "mapping, {target}: date takes the columns of its parts, as in {year "
    .. "= \"y\", month = \"m\", day = \"d\"}",
  ["bad_mapping.each_column"] = "mapping, {where}: each needs a column, and split (a text) or pattern",
  ["bad_mapping.each_function"] = "{file}, line {line}, {where}, each: the mapping's function gives a "
    .. "list of tables to lay over the row",
  ["bad_mapping.each_split"] = "mapping, {where}: each cannot split at {got}",
  ["bad_mapping.function_failed"] = "{file}, line {line}, {target}: the mapping's function failed: {value}",
  ["bad_mapping.map"] = "mapping, {target}: map is a table of words for words, not a {got}",
  ["bad_mapping.map_twins"] = "mapping, {target}: '{word}' and '{other}' of map are one word, as case and accents do "
    .. "not count, and become different ones; leave one out",
  ["bad_mapping.mapping_name"] = "mapping is the name of one that comes with Parley, or a table, not a "
    .. "{got}",
  ["bad_mapping.mirrored"] = "a mapping's mirrored is {same = {…}, swap = {{\"a\", \"b\"}}}, with names of columns",
  ["bad_mapping.mirrored_rows"] = "this mapping does not say which rows are mirrored",
  ["bad_mapping.not_a_table"] = "mapping, {where}: {what} is a table, not a {got}",
  ["bad_mapping.other_table"] = "this mapping fills {tables}, and not {name}",
  ["bad_mapping.own_mapping"] = "the rows of '{file}' were imported with a mapping of your own; give "
    .. "it again: ds:requeue(nil, {mapping = m})",
  ["bad_mapping.parts_not_apart"] = "mapping, {target}: '{template}' makes one id of different '{first}' and "
    .. "'{second}'; put a text between them",
  ["bad_mapping.rows"] = "rows of a mapping are {table = …, id = …}, not a {got}",
  ["bad_mapping.template"] = "mapping, {target}: a template is text, not a {got}",
  ["bad_mapping.two_forms"] = "mapping, {target}: a value has '{found}' or '{form}', not both",
  ["bad_mapping.value"] = "mapping, {target}: a value is the name of a column, a table or a "
    .. "function, not a {got}",
  ["bad_mapping.without_form"] = "mapping, {target}: a value needs one of {forms}",
  ["bad_mapping.without_rows"] = "a mapping needs rows = { {table = …, …}, … }",
  ["bad_type.boolean_option"] = "the option {name} is true or false, not a {got}",
  ["bad_type.columns_list"] = "columns is a list of names in the order of the file, not {name} = …; a mapping says "
    .. "which column goes where (doc/import.md)",
  ["bad_type.file_name"] = "{what} takes the name of a file, or \"-\", not {got}",
  ["bad_type.import_text_option"] = "the option {name} is text, not a {got}",
  ["bad_type.mapping_expression"] = "an expression of a mapping is text, not a {got}",
  ["bad_type.missing_codes"] = "missing is a list of codes, such as {\"NA\"}, not a {got}",
  ["bad_type.reader"] = "reader is a function that gives pieces of text, not a {got}",
  ["bad_type.requeue_fix"] = "requeue() takes a function of a row, or {column = {[old] = new}}, not a {got}",
  ["bad_type.requeue_result"] = "the function given to requeue() gives the row, or nothing when it has "
    .. "changed it, not a {got}",
  ["bad_type.requeue_words"] = "requeue() takes words for words, as in {{name} = {[\"old\"] = \"new\"}}, not a "
    .. "{got}",
  ["bad_type.text_list"] = "{what} is a list of texts, not a {got}",
  ["bad_type.given_row"] = "a function that gives rows gives a table of column = value, and nil at the end, not a "
    .. "{got}",
  ["bad_type.row_column"] = "the columns of a row are named by text, not by a {got}",
  ["bad_type.row_value"] = "column '{name}' of a row holds a {got}; text, numbers, true and false can be imported",
  ["bad_type.types"] = "types is a table of column = type, not a {got}",
  ["bad_value.choice"] = "{subject} is not {choices}",
  ["bad_value.code_of"] = "{subject} is none of {codes}",
  ["bad_value.early"] = "{subject} lies before the time of the data",
  ["bad_value.id"] = "an id is text without control characters",
  ["bad_value.parts"] = "{count} parts beside {wanted} in column '{column}'",
  ["bad_value.unknown"] = "{subject} is unknown",
  ["bad_value.unmapped"] = "'{value}' is not in the map",
  ["corrupt.set_aside"] = "what was kept of a row that was set aside is damaged ('{text}'); import its file again, or "
    .. "restore this one from a copy",
  ["duplicate.requeued"] = "a row with this id is there already, with other values, and which is newer is not known;"
    .. " import the mended file where this one is",
  ["duplicate.row"] = "an earlier row of the file has the same id, and other values",
  ["empty.fields"] = "{path} has no column: none of its records ({rows}) has a field",
  ["exists.other_source"] = "'{id}' is the id of a row of another source, '{source}'",
  ["in_transaction.batch"] = "batch = n needs transactions of its own; import outside of "
    .. "atomic()",
  ["io.reader"] = "the reader function failed: {message}",
  ["io.reader_value"] = "the reader function gave a {got}: it gives pieces of text, and nil at the end",
  ["is_folder.read"] = "cannot read {path}: it is a folder; name a file in it",
  ["limit.rows"] = "its {rows} rows take at least {needed} GB, and {most} GB may be used",
  ["limit.stream"] = "{path} gives more than the {most} bytes that may be used",
  ["malformed.one_record"] = "{message}",
  ["malformed.records"] = "{message} (and {more} more such records)",
  ["malformed.row"] = "the row cannot be read",
  ["no_claims.mapping_provenance"] = "mapping: rows of {name} carry no claims, so they take no provenance",
  ["no_column.beside_id"] = "none of its columns but the id is one of {table}: {names}",
  ["no_column.columns_option"] = "{what} takes columns by name, as in {day = …}; {name} names none",
  ["no_column.mapping"] = "mapping: no column '{name}' in {where}",
  ["no_column.needed_by_mapping"] = "no column '{name}', which the mapping needs",
  ["no_column.needed_with_others"] = "no column '{name}' (nor {others}), which the mapping needs",
  ["no_column.requeue"] = "requeue(): no column '{name}' in the rows that were set aside",
  ["no_column.same_names"] = "none of its columns is one of {table}: {names}",
  ["no_column.stated_option"] = "no column '{name}', for which {option} is stated",
  ["no_id.actor"] = "the actor has neither a number nor a name",
  ["no_id.part"] = "the row has no '{column}', which its id is made of",
  ["no_id.row"] = "the row has no id",
  ["no_option.mapping_column"] = "a mapping has no option '{name}'; columns stand in its rows: rows = {{table = …, "
    .. "id = …, columns = {{name} = \"{from}\"}}}",
  ["no_option.mapping_row"] = "a mapping has no option '{name}', which its rows have: rows = {{table = …, id = …, "
    .. "columns = {…}}}",
  ["no_name.mapping"] = "no mapping '{name}' comes with Parley{hint} (doc/mappings.md tells of "
    .. "each; a mapping can also be a table)",
  ["no_name.mapping_date"] = "mapping, {target}: a date has no '{name}'",
  ["no_name.mapping_provenance"] = "mapping, {table}: no '{name}' in the provenance of a claim",
  ["no_name.mapping_value"] = "mapping, {target}: a value has no '{name}'",
  ["no_row.import"] = "{table}.{column}: no {singular} '{id}'",
  ["no_source.row"] = "the row names no source, and the import has none",
  ["no_source.import"] = "a claim needs its source: source = {id = \"…\", title = \"…\"}, or the id of one in "
    .. "ds.sources",
  ["no_table.import"] = "no table '{name}'; the table comes first: ds:import({path}, {other})",
  ["no_table.import_quarantine"] = "no file is imported into quarantine: rows set aside come from imports alone; "
    .. "ds:requeue() tries them again",
  ["no_table.import_terms"] = "no file is imported into terms: a word of a vocabulary is added with its meaning: "
    .. "ds:add(\"terms\", {vocabulary = \"…\", code = \"…\", label = \"…\"})",
  ["no_table.mapping"] = "mapping: no table '{name}'",
  ["no_table.requeue"] = "requeue(): no table '{name}'",
  ["out_of_range"] = "'{value}' is not between {least} and {most}",
  ["out_of_range.least"] = "'{value}' is not {least} or more",
  ["total"] = "a total of rows is no row",
  ["twin_columns.named"] = "columns = {…} names '{name}' twice, as {first} and {second}",
}
