--- Commands for sheets that people fill.

local options_given = require "parley.repl.command.given"

local first, number, some = options_given.first, options_given.number, options_given.some

local function template(call)
  local given = call.options
  local sheet = call.ds:template(call.arguments[1], { sources = some(given["for"]), coder = first(given.coder),
    columns = some(given.column), rows = number(given.ids) })
  if given.output then call:checked(sheet:save(given.output)) else call:text(sheet:to_csv()) end
end

local function import_sheet(call)
  local given = call.options
  local options = { coder = first(given.coder), source = given.source, table = given.about, sheet = number(given.sheet),
    decimal = given.decimal, dates = given.dates, delimiter = given.delimiter, encoding = given.encoding,
    format = given.format, missing = some(given.missing), copy = given.output }
  local report = call:checked(call.ds:import_sheet(call.arguments[1], options))
  call:text(tostring(report))
  if not report.entered then call.status = 1 end
end

return {
  { name = "template", needs = "dataset", summary = "Make a sheet to fill: a workbook or CSV, one column a field.",
    arguments = { { name = "TABLE", meaning = "what its rows are about", complete = "table" } },
    options = { "for", "coder", "column", "ids", "file" }, run = template,
    examples = { "parley talks.db template demands --for s1 --coder anna -o demands-anna.xlsx" } },
  { name = "import-sheet", needs = "dataset", writes = true,
    summary = "Read a sheet back that people filled: all of it, or a copy with its faults.",
    arguments = { { name = "FILE", meaning = "a workbook or CSV", complete = "file" } },
    options = { "coder", "source", "about", "sheet", "decimal", "dates", "delimiter", "encoding", "format",
      "missing", "file" }, run = import_sheet,
    examples = { "parley talks.db import-sheet demands-anna.xlsx --coder anna" } },
}
