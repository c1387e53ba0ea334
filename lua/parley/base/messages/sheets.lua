--- Sentences of failures: sheets that coders fill.

return {
  ["bad_argument.sheet_coder"] = "the option coder is the name of who codes, such as \"anna\"",
  ["bad_argument.sheet_coder_made"] = "{path} was made for {made}, and coder = \"{given}\" is stated; leave one out, "
    .. "or write who codes into the column coder",
  ["bad_argument.sheet_copy"] = "the option copy is the path of a new file for the sheet with its errors, not "
    .. "'{shown}'",
  ["bad_argument.sheet_dataset"] = "{path} was made for another dataset, whose first claim is another; import it "
    .. "there, or say {any_dataset = true} if it is meant for this one",
  ["bad_argument.sheet_file"] = "{path} is no sheet that import_sheet() reads; save it as a workbook (.xlsx) or as "
    .. "CSV",
  ["bad_argument.sheet_heads"] = "the option heads says which head is which column, such as {[\"Partei\"] = "
    .. "\"party\"}",
  ["bad_argument.sheet_in"] = "import_sheet() takes the path of a workbook or a CSV file",
  ["bad_argument.sheet_lock"] = "{path} is what a program writes beside {sheet} while it has that open; close it "
    .. "there, and import {sheet}",
  ["bad_argument.sheet_no_table"] = "{path} does not say which table it is about; say it: {table = \"demands\"}",
  ["bad_argument.sheet_path"] = "save() of a template takes the path of a workbook or a CSV file, such as "
    .. "\"sheet.xlsx\", not '{shown}'",
  ["bad_argument.sheet_rows"] = "the option rows is how many rows to fill, 0 to 100,000, not {shown}",
  ["bad_argument.sheet_sources"] = "the option sources is the id of a source, or a list of such ids",
  ["bad_argument.sheet_table"] = "{path} is about {made}, and table = \"{given}\" is stated; leave one out",
  ["bad_header.sheet"] = "{path} has no row of heads in its first hundred; heads = {[\"Partei\"] = \"party\"} says "
    .. "which is which",
  ["bad_header.sheet_claims"] = "{path} is an export of claims, which is no sheet to fill: save_as(), dump() and "
    .. "merge() take claims elsewhere; for a sheet use template(), or delete its column claim to say its rows anew",
  ["bad_header.sheet_no_field"] = "{path} has no column of {table} but the id; rename its heads, or say which is "
    .. "which: heads = {[\"{example}\"] = \"{field}\"}",
  ["bad_header.sheet_no_id"] = "{path} has no column id, without which no row is known again; add it, or say which "
    .. "it is: heads = {[\"{example}\"] = \"id\"}",
  ["bad_header.sheet_twice"] = "column {second} is '{name}', as column {first} is; rename one of them",
  ["bad_integer.sheet_quantity"] = "'{value}' cannot be read as a whole number; write 20, 1–3, about 20, at "
    .. "least 5 or at most 9, and what else it says into note",
  ["bad_number.sheet_comma"] = "'{value}' is {point} or {none}; write it so, or say {decimal = \",\"} if commas are "
    .. "decimal points",
  ["bad_number.sheet_percent"] = "'{value}' is {point} of a hundred or {share} of one; write the number that is "
    .. "meant, without the sign",
  ["bad_number.sheet_quantity"] = "'{value}' cannot be read as a number; write 20, 1–3, about 20, at least 5 or "
    .. "at most 9, and what else it says into note",
  ["bad_value.sheet_error"] = "the cell shows {value}, an error of the spreadsheet; mend its formula, or write the "
    .. "value",
  ["bad_value.sheet_formula"] = "the cell has a formula that was never worked out; open and save the sheet in a "
    .. "spreadsheet program, or write the value",
  ["bad_value.sheet_range"] = "'{value}' states bounds, and they stand in columns of their own as well; leave one of "
    .. "the two empty",
  ["duplicate.sheet_near"] = "no row has the id '{id}' yet, and one has '{near}'; write that if it is meant (a "
    .. "program may have changed it), or an id that differs more",
  ["duplicate.sheet_row"] = "row {row} has this id for the same source and coder; merge the two, or give this one an "
    .. "id of its own",
  ["newer.sheet"] = "{path} was made by a newer Parley (schema {schema}, known here is {here}); update Parley to "
    .. "import it",
  ["no_claims.sheet"] = "{name} takes no claims, so no sheet is made of it; choose a table that rests on claims",
  ["no_column.sheet"] = "no column '{name}' in {table}",
  ["no_id.sheet"] = "the row has no id; write one that no other row has",
  ["no_source.sheet"] = "no source; write the id of one into this row, or say {source = \"…\"}",
}
