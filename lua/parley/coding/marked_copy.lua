--- The copy of a sheet that shows what is wrong with it: a coloured cell and a comment for each fault, a column of CSV.
-- It is a sheet like the first, which can be mended and imported.

local core = require "parley.core"
local export = require "parley.export.export"
local files = require "parley.base.files"
local sheet_book = require "parley.coding.sheet_book"
local sheet_choices = require "parley.coding.sheet_choices"
local sheet_heads = require "parley.coding.sheet_heads"
local sheet_layout = require "parley.coding.sheet_layout"
local sheet_origin = require "parley.coding.sheet_origin"
local sheet_rows = require "parley.coding.sheet_rows"
local workbook = require "parley.export.workbook"

local marked_copy = {}

-- A name that nobody has: the sheet's own, with what it is.
local function path_beside(path)
  local stem, ending = path:match "^(.*)(%.%w+)$"
  stem = stem:gsub("%.errors%-?%d*$", "")
  local number, name = 1, stem .. ".errors" .. ending
  while name == path or files.exists(name) do
    number = number + 1
    name = ("%s.errors-%d%s"):format(stem, number, ending)
  end
  return name
end

-- The faults by row of the grid and column; those of a whole row stand at its first column.
local function by_cell(state)
  local found = {}
  for _, one in ipairs(state.faults) do
    local row = found[one.row] or {}
    local column = one.column or 1
    row[column] = row[column] and row[column] .. "\n" .. one.reason or one.reason
    found[one.row] = row
  end
  return found
end

--- ## Workbooks

local function columns_of(state)
  local columns = {}
  for i = 1, state.grid.width do
    local column = state.heads.columns[i]
    columns[i] = { field = column.field, head = column.head or "",
      choices = column.field and sheet_choices.of(state.ds, column.field) }
  end
  return columns
end

local function looks_of(state, wrong, cells, id_at)
  local looks, list = workbook.looks, {}
  for i = 1, state.grid.width do
    list[i] = wrong and wrong[i] and looks.wrong
      or id_at and sheet_layout.is_example(cells[id_at]) and looks.example or looks.open
  end
  return list
end

-- The cells as they are typed; days of a workbook that counts from 1904 are counted as this one does.
local function cells_of(state, row)
  local cells, later = {}, state.how.told.later
  for i = 1, state.grid.width do
    local value, field = row.values[i], state.heads.columns[i].field
    local is_day = later > 0 and field and field.column.type == "date" and type(value) == "number"
    if value == nil then value = row[i] end
    cells[i] = is_day and value + later or value
  end
  return cells
end

local function filled_sheet(state)
  local rows, notes, wrong, id_at = {}, {}, by_cell(state), sheet_rows.find(state.heads, "id")
  for at, row in ipairs(state.grid.rows) do
    local is_below = at > state.heads.at
    if at ~= state.heads.at then
      rows[#rows + 1] = { number = row.number, cells = cells_of(state, row),
        looks = is_below and looks_of(state, wrong[at], row, id_at) or nil }
    end
    for column = 1, is_below and state.grid.width or 0 do
      local text = wrong[at] and wrong[at][column]
      if text then notes[#notes + 1] = { row = row.number, column = column, text = text } end
    end
  end
  return sheet_layout.sheets(state.grid.name, columns_of(state), rows, { notes = notes,
    heads_at = state.grid.rows[state.heads.at].number,
    origin = state.origin or sheet_origin.of(state.ds, state.info.name) })
end

-- Another sheet of the workbook, with its values; nil and why it cannot be read.
local function other_sheet(state, number)
  local rows, width, code = sheet_book.rows(state.path, number)
  if not rows then return nil, width, code end
  local widths, about = {}, state.file.book[number]
  for i = 1, width do widths[i] = 18 end
  return { name = about.name, widths = widths, hidden = about.state ~= "visible", rows = function(archive)
    for _, row in ipairs(rows) do
      local done, message, word = archive:row(row.values, width, row.number)
      if not done then return nil, message, word end
    end
    return true
  end }
end

-- The sheets in their order, the one with the faults in its place; ours are made anew.
local function book_of(state)
  local list, sheet, hidden = {}, filled_sheet(state)
  for number, about in ipairs(state.file.book) do
    local is_ours = about.name == sheet_origin.SHEET or about.name == sheet_origin.LISTS
    if number == state.grid.number then
      list[#list + 1] = sheet
    elseif about.table and not is_ours then
      local other, message, code = other_sheet(state, number)
      if not other then return nil, message, code end
      list[#list + 1] = other
    end
  end
  return { sheets = table.move(hidden, 1, #hidden, #list + 1, list) }
end

local function write_book(state, file)
  local book, message, code = book_of(state)
  if not book then return nil, message, code end
  return workbook.write(book, file)
end

--- ## CSV

local function csv_of(state)
  local lines, wrong, width = {}, by_cell(state), state.grid.width
  local style = { delimiter = state.file.delimiter or state.file.format == "tsv" and "\t" or "," }
  for at, row in ipairs(state.grid.rows) do
    local cells, told, own = table.move(row, 1, width, 1, {}), {}, nil
    for i, column in ipairs(state.heads.columns) do
      if wrong[at] and wrong[at][i] then told[#told + 1] = ("%s: %s"):format(column.head or i, wrong[at][i]) end
      if column.head == sheet_heads.ERRORS then own = i end
    end
    cells[own or width + 1] = at == state.heads.at and sheet_heads.ERRORS or told[1] and table.concat(told, "; ") or nil
    lines[#lines + 1] = core.csv_line(cells, own and width or width + 1, style)
  end
  return "\u{feff}" .. table.concat(lines)
end

--- Writes the copy; its path.
---@param state table
---@return string? path, any message, string? code
function marked_copy.save(state)
  local path = state.given.copy or path_beside(state.path)
  local as_text = state.file.format ~= "xlsx"
  local done, message, code = export.save_with(state, path, { whole = function(_, file)
    if not as_text then return write_book(state, file) end
    local written, words, number = file:write(csv_of(state))
    return written and true, words, number
  end })
  if not done then return nil, message, code end
  return path
end

return marked_copy
