--- Sentences of failures: sheets that coders fill.

return {
  ["bad_argument.sheet_coder"] = "the option coder is the name of who codes, such as \"anna\"",
  ["bad_argument.sheet_dataset"] = "{path} was made for another dataset, whose first claim is another; import it "
    .. "there, or say {any_dataset = true} if it is meant for this one",
  ["bad_argument.sheet_file"] = "{path} is no sheet that import_sheet() reads; save it as a workbook "
    .. "(.xlsx) or as CSV",
  ["bad_argument.sheet_path"] = "save() of a template takes the path of a workbook or a CSV file, such as "
    .. "\"sheet.xlsx\", not '{shown}'",
  ["bad_argument.sheet_rows"] = "the option rows is how many rows to fill, 0 to 100,000, not {shown}",
  ["bad_argument.sheet_sources"] = "the option sources is the id of a source, or a list of such ids",
  ["bad_argument.sheet_copy"] = "the option copy is the path of a new file for the sheet with its errors, not "
    .. "'{shown}'",
  ["bad_argument.sheet_in"] = "import_sheet() takes the path of a workbook or a CSV file",
  ["bad_argument.sheet_no_table"] = "{path} does not say which table it is about; say it: {table = \"demands\"}",
  ["bad_argument.sheet_table"] = "{path} is about {made}, and table = \"{given}\" is stated; leave one out",
  ["bad_header.sheet"] = "{path} has no row of heads in its first twenty",
  ["bad_header.sheet_twice"] = "column {second} is '{name}', as column {first} is; rename one of them",
  ["bad_number.sheet_comma"] = "'{value}' is {point} or {none}; write it so, or say {decimal = \",\"} if commas "
    .. "are decimal points",
  ["bad_value.sheet_range"] = "'{value}' states bounds, and they stand in columns of their own as well; leave "
    .. "one of the two empty",
  ["duplicate.sheet_row"] = "row {row} has this id for the same source and coder; merge the two, or give this one an "
    .. "id of its own",
  ["no_id.sheet"] = "the row has no id; write one that no other row has",
  ["no_source.sheet"] = "no source; write the id of one into this row, or say {source = \"…\"}",
  ["newer.sheet"] = "{path} was made by a newer Parley (schema {schema}, known here is {here}); update Parley to "
    .. "import it",
  ["no_claims.sheet"] = "{name} takes no claims, so no sheet is made of it; choose a table that rests on claims",
  ["no_column.sheet"] = "no column '{name}' in {table}",
}
