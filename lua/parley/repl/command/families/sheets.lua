--- Commands for sheets that people fill.

local function some(list) return list and #list > 0 and list or nil end

local function template(call)
  local given = call.options
  local sheet = call.ds:template(call.arguments[1], { sources = some(given["for"]), coder = given.coder,
    columns = some(given.column), rows = given.ids and tonumber(given.ids) or given.ids })
  if given.output then call:checked(sheet:save(given.output)) else call:text(sheet:to_csv()) end
end

return {
  { name = "template", needs = "dataset", summary = "Make a sheet to fill: a workbook or CSV, one column a field.",
    arguments = { { name = "TABLE", meaning = "what its rows are about", complete = "table" } },
    options = { "for", "coder", "column", "ids", "file" }, run = template,
    examples = { "parley talks.db template demands --for s1 --coder anna -o demands-anna.xlsx" } },
}
