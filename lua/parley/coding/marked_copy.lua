--- The copy of a sheet that shows what is wrong with it: a coloured cell and a comment for each fault, a column of CSV.
-- It is a sheet like the first, which can be mended and imported.

local core = require "parley.core"
local export = require "parley.export.export"
local files = require "parley.base.files"
local sheet_choices = require "parley.coding.sheet_choices"
local sheet_heads = require "parley.coding.sheet_heads"
local sheet_layout = require "parley.coding.sheet_layout"
local sheet_origin = require "parley.coding.sheet_origin"
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
  for i, column in ipairs(state.heads.columns) do
    columns[i] = { field = column.field, head = column.head or "",
      choices = column.field and sheet_choices.of(state.ds, column.field) }
  end
  return columns
end

local function looks_of(state, wrong, cells, id_at)
  local looks, list = workbook.looks, {}
  for i = 1, #state.heads.columns do
    list[i] = wrong and wrong[i] and looks.wrong
      or id_at and sheet_layout.is_example(cells[id_at]) and looks.example or looks.open
  end
  return list
end

local function book_of(state)
  local rows, notes, wrong, id_at = {}, {}, by_cell(state), nil
  for i, column in ipairs(state.heads.columns) do
    if column.field and column.field.of == "id" then id_at = i end
  end
  for at = state.heads.at + 1, #state.grid.rows do
    local cells = state.grid.rows[at]
    rows[#rows + 1] = { cells = cells, looks = looks_of(state, wrong[at], cells, id_at) }
    for column = 1, #state.heads.columns do
      local text = wrong[at] and wrong[at][column]
      if text then notes[#notes + 1] = { row = #rows + 1, column = column, text = text } end
    end
  end
  local origin = state.grid.origin or sheet_origin.of(state.ds, state.info.name)
  return sheet_layout.book(state.info.name, columns_of(state), rows, notes, origin)
end

--- ## CSV

local function csv_of(state)
  local lines, wrong, width = {}, by_cell(state), state.grid.width
  for at, row in ipairs(state.grid.rows) do
    local cells, told, own = table.move(row, 1, width, 1, {}), {}, nil
    for i, column in ipairs(state.heads.columns) do
      if wrong[at] and wrong[at][i] then told[#told + 1] = ("%s: %s"):format(column.head or i, wrong[at][i]) end
      if column.head == sheet_heads.ERRORS then own = i end
    end
    cells[own or width + 1] = at == state.heads.at and sheet_heads.ERRORS or told[1] and table.concat(told, "; ") or nil
    lines[#lines + 1] = core.csv_line(cells, own and width or width + 1)
  end
  return "\u{feff}" .. table.concat(lines)
end

--- Writes the copy; its path.
---@param state table
---@return string? path, any message, string? code
function marked_copy.save(state)
  local path = state.given.copy or path_beside(state.path)
  local as_text = state.grid.format ~= "xlsx"
  local done, message, code = export.save_with(state, path, { whole = function(_, file)
    if not as_text then return workbook.write(book_of(state), file) end
    local written, words, number = file:write(csv_of(state))
    return written and true, words, number
  end })
  if not done then return nil, message, code end
  return path
end

return marked_copy
