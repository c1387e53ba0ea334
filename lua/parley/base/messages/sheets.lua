--- Sentences of failures: sheets that coders fill.

return {
  ["bad_argument.sheet_coder"] = "the option coder is the name of who codes, such as \"anna\"",
  ["bad_argument.sheet_dataset"] = "{path} was made for another dataset, whose first claim is another; import it "
    .. "there, or say {any_dataset = true} if it is meant for this one",
  ["bad_argument.sheet_path"] = "save() of a template takes the path of a workbook or a CSV file, such as "
    .. "\"sheet.xlsx\", not '{shown}'",
  ["bad_argument.sheet_rows"] = "the option rows is how many rows to fill, 0 to 100,000, not {shown}",
  ["bad_argument.sheet_sources"] = "the option sources is the id of a source, or a list of such ids",
  ["newer.sheet"] = "{path} was made by a newer Parley (schema {schema}, known here is {known}); update Parley to "
    .. "import it",
  ["no_claims.sheet"] = "{name} takes no claims, so no sheet is made of it; choose a table that rests on claims",
  ["no_column.sheet"] = "no column '{name}' in {table}",
}
