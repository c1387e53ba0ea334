--- Sheets as people send them back: files of rows as CSV and as a workbook, and a dataset that takes them.

local core = require "parley.core"
local parley = require "parley"
local workbook = require "spec.support.workbook"

local filled_sheet = {}

--- A dataset with two sources, two parties and a column of its own.
function filled_sheet.team()
  local ds = parley.open ":memory:"
  ds:add("sources", { id = "s1", published = "2025-06-02", title = "The second round" })
  ds:add("sources", { id = "s2", published = "2025-06-03" })
  for _, id in ipairs { "norway", "qatar" } do ds:add("parties", { id = id }, { source = "s1" }) end
  ds:add_column("demands", "pages", { type = "number", meaning = "how long it is" })
  return ds
end

local count = 0

local function width_of(rows)
  local width = 0
  for _, row in ipairs(rows) do
    for i in pairs(row) do width = math.max(width, i) end
  end
  return width
end

--- A file of these bytes, with a name of its own that ends so.
function filled_sheet.file(path, ending, text)
  count = count + 1
  local name = path(("s%d.%s"):format(count, ending))
  local file <close> = assert(io.open(name, "wb"))
  file:write(text)
  return name
end

--- A CSV of rows, each a table of texts, the heads first.
function filled_sheet.csv(path, rows)
  local lines, width = {}, width_of(rows)
  for i, row in ipairs(rows) do lines[i] = core.csv_line(row, width) end
  return filled_sheet.file(path, "csv", table.concat(lines))
end

--- The same as a workbook without a hidden sheet.
function filled_sheet.xlsx(path, rows)
  local book, width, widths, bytes = require "parley.export.workbook", width_of(rows), {}, {}
  for i = 1, width do widths[i] = 10 end
  assert(book.write({ sheets = { { name = "x", widths = widths, rows = function(zip)
    for i, row in ipairs(rows) do assert(zip:row(row, width, i)) end
    return true
  end } } }, function(piece)
    bytes[#bytes + 1] = piece
    return true
  end))
  return filled_sheet.file(path, "xlsx", table.concat(bytes))
end

-- A cell of XML: a text as an inline string; what is XML stays.
local function cell(value)
  if type(value) == "number" then return ("<c><v>%s</v></c>"):format(value) end
  return value:find "^<" and value or ("<c t='inlineStr'><is><t>%s</t></is></c>"):format(value)
end

--- The rows of a sheet as XML, for a workbook of raw parts: texts, numbers, or XML of a cell.
function filled_sheet.xml(rows)
  local parts = {}
  for i, row in ipairs(rows) do
    local cells = {}
    for k, value in ipairs(row) do cells[k] = cell(value) end
    parts[i] = ("<row r='%d'%s>%s</row>"):format(i, row.hidden and " hidden='1'" or "", table.concat(cells))
  end
  return table.concat(parts)
end

--- A workbook of raw parts, as spec.support.workbook takes them.
function filled_sheet.raw(path, given) return filled_sheet.file(path, "xlsx", workbook.of(given)) end

return filled_sheet
