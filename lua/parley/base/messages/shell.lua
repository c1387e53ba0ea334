--- How sentences read where the program parley says them: what is an option of a call in Lua is one of its command
-- line. By the list that a sentence stands in, and its key there; what is missing here reads as in Lua.

return {
  hints = {
    types_and_missing = "--type {name}={kind} --missing '{value}' reads it so",
    types_of_texts = "its values, such as '{value}', are texts; --type {name}={kind} reads them so",
    texts_by_define = "an expression of Lua makes numbers of texts (parley help define)",
    written_numbers = "--decimal and --thousands read numbers that are written otherwise",
    written_dates = "--dates dmy or --dates mdy reads days in digits",
    state_order = "state the order of day and month: --dates dmy or --dates mdy",
    order_makes = "--dates {order} makes it '{text}'",
    spreadsheet_error = "a spreadsheet's error; if it means missing, say --missing {given}",
    means_missing = "if '{text}' means missing, say --missing '{text}'",
    make_key = "a key of other columns can make the id: --key A --key B",
    add_first = "it is added first, with 'parley FILE import {table} ROWS'",
    ids_of_table = "'rows {table} --select id' lists those there are",
    row_of_table = "{table} has a row of that id: 'parley get {table} {id}', 'parley cite {table} {id}'",
    evidence_of_row = "the table comes first: 'parley evidence {table} {id}'",
    search_data = "'parley search {word}' looks for it in the data; 'parley help' lists what there is",
    lists_calls = "parley help lists what can be asked",
    functions_of_dataset = "parley help lists the functions that there are",
  },
  messages = {
    ["bad_argument.candidates_least"] = "--at-least is a score from 0 to 1, not {got}",
    ["bad_argument.compare_on"] = "files of rows need the columns that say which are the same thing: --key id, or "
      .. "--key conflict=conflict_id where they are called otherwise",
    ["bad_type.compare_kinds"] = "compare-datasets takes two datasets, or two files of rows, not one of each: "
      .. "'parley FILE rows TABLE -o rows.csv' makes rows of a table",
    ["bad_argument.unknown_format"] = "the name '{path}' does not tell its format; say --format csv, tsv, json or "
      .. "jsonl",
    ["bad_header.comment"] = "its first line, '{line}', looks like a comment; --comment '{comment}' leaves such lines "
      .. "out, and --skip 0 takes it as the header",
    ["bad_header.delimiter"] = "the header is one column, '{header}'; say --delimiter {other}, or --delimiter {own} "
      .. "where it is one",
    ["bad_header.json"] = "it looks like JSON; --format json reads it, and --skip 0 takes its first line as the header",
    ["bad_header.markup"] = "it looks like a web page and not like a table; --skip 0 takes its first line as the "
      .. "header",
    ["bad_header.note_above"] = "its first line, '{line}', looks like a note, and line {next} like the header: "
      .. "'{names}'; --skip {skip} begins there, and --skip 0 takes the first line as the header",
    ["bad_header.note_delimiter"] = "its first line, '{line}', has one column, and the lines from {next} on have a "
      .. "delimiter: say --skip {skip} --delimiter {delimiter}, or --skip 0 where the first line is the header",
    ["bad_header.note_narrow"] = "its first line, '{line}', has {fields} of {width} columns, and line {next} looks "
      .. "like the header: '{names}'; --skip {skip} begins there",
    ["bad_date.order"] = "--dates {order} does not fit column '{column}': {reason}{hint}; mend it, or keep the "
      .. "column as it stands: --type {column}=text",
    ["bad_argument.letters_of_most"] = "{call} of {name} would go by letters: it is text, since {why}, where most are "
      .. "{kind}s; --type {name}={kind} --missing '{value}' reads it so",
    ["bad_argument.letters_of_written"] = "{call} of {name} would go by letters: it is text, since {why}, which is not "
      .. "a number as it stands; --decimal and --thousands read such files",
    ["bad_argument.letters_of_days"] = "{call} of {name} would go by letters: it is text, since {why}, which is not a "
      .. "date as it stands; --dates dmy or --dates mdy reads days in digits",
    ["bad_argument.letters_of_texts"] = "{call} of {name} would go by letters, where '9' comes after '10': its "
      .. "numbers, such as '{value}', are texts; --type {name}=number reads them so",
    ["bad_type.letters_date"] = "{shown} is not a column of dates, so that '{operator}' would go by letters: "
      .. "surely(…) and possibly(…) read texts as dates; --type {name}=date reads the column so, and --missing what "
      .. "is none",
    ["bad_type.letters_number"] = "{shown} is not a column of numbers, so that '{operator}' would go by letters; "
      .. "--type {name}=number reads the column so, and --missing what is none",
    ["not_empty"] = "the folder is not empty; name a new one, or say --overwrite to replace in it what is written",
    ["not_a_dataset"] = "it is a SQLite file but no Parley dataset",
    ["exists.dataset_on_server"] = "schema '{name}' holds a dataset already; ?schema= names another place",
    ["no_name.server_schema"] = "the database has no schema '{name}'{hint}; 'parley ADDRESS new' makes it",
    ["read_only.bundled"] = "a bundled dataset is read-only; 'parley FILE new --copy NAME' makes a file of it",
    ["read_only.file"] = "the dataset is opened for reading; what writes is 'parley FILE import', or Lua with "
      .. "parley.open(FILE)",
    ["read_only.opened"] = "the dataset is opened for reading; what writes is 'parley FILE import', or Lua with "
      .. "parley.open(FILE)",
    ["bad_argument.plot_needs"] = "a chart of kind {kind} needs {what}: --x, --y, --low, --high and --value name "
      .. "columns, as in 'parley plot bar demands --x party'",
    ["bad_argument.changes_from"] = "changes needs the day to start from, as in 'parley changes --from 2025-06-01'",
    ["read_only.sql"] = "sql only reads, with one SELECT; 'parley FILE import' writes",
    ["bad_argument.sql_values"] = "the statement has {wanted} ?, and {count} {count:value|values} for them; values "
      .. "stand behind the statement",
    ["bad_argument.report_extension"] = "the report is HTML, in a file such as talks.html, not '{path}'",
    ["bad_argument.plot_known"] = "plot known takes TABLE, ID and FIELD together, or none of them, as in "
      .. "'parley plot known outcomes r2-bodies best'",
  },
  notes = {
    ["guessed.header_of_data"] = "the header looks like data; --no-header says that there is none",
    ["guessed.hidden_rows"] = "{count} {count:row|rows} hidden in the sheet {count:is|are} among these, the first "
      .. "of them row {row}; --no-hidden leaves them out",
    ["guessed.decimals"] = "the column '{name}' is read as decimals, such as {example}; where that is thousands, "
      .. "--decimal , --thousands . reads it so",
    ["guessed.header_again"] = "the column '{name}' is text, since row {row} repeats the header; 'parley FILE import' "
      .. "sets such a row aside",
    ["guessed.text"] = "the column '{name}' is text, since row {row} has '{value}' where most are {kind}s; "
      .. "--type {name}={kind} --missing '{value}' reads it as such",
  },
}
