--- The sheets of a workbook that came back: their cells as sheet_cells takes them, and as the copy keeps them.
-- A value of merged cells stands in each of them. What has no value, and should have one, is a text that says so.

local core = require "parley.core"
local public_call = require "parley.base.public_call"
local sheet_cells = require "parley.coding.sheet_cells"
local sheet_origin = require "parley.coding.sheet_origin"

local sheet_book = {}

--- ## Cells

-- A number with as few digits as read back to it.
local function number_text(value)
  if math.type(value) == "integer" then return tostring(value) end
  for digits = 15, 17 do
    local text = ("%%.%dg"):format(digits):format(value)
    if tonumber(text) == value then return text end
  end
  return tostring(value)
end

-- What a person sees in the cell; nil where that is nothing.
local function text_of(cell)
  if cell.kind == "empty" then return cell.formula and sheet_cells.UNCOMPUTED or nil end
  if cell.percent and type(cell.value) == "number" then return ("%.12g%%"):format(cell.value * 100) end
  local text = type(cell.value) == "number" and number_text(cell.value) or tostring(cell.value)
  text = text:match "^%s*(.-)%s*$"
  return text ~= "" and text or nil
end

-- A cell's value as a workbook is written: numbers and truths are what they are.
local function value_of(cell)
  local value = cell.value
  if cell.percent or cell.kind == "empty" then return text_of(cell) end
  if cell.kind == "number" or cell.kind == "boolean" then return value end
  return value ~= nil and tostring(value) or nil
end

--- ## Rows

local function fill_merges(list, rows)
  local by_number = {}
  for _, row in ipairs(rows) do by_number[row.number] = row end
  for _, merge in ipairs(list) do
    local first = by_number[merge[1]]
    local text = first and first[merge[2]]
    -- across several columns it is a title
    for number = merge[1] + 1, text and merge[2] == merge[4] and merge[3] or 0 do
      local row = by_number[number]
      if row then row[merge[2]] = row[merge[2]] or text end
    end
  end
end

-- Those of the rows in which anything stands.
local function with_text(rows, width)
  local kept = {}
  for _, row in ipairs(rows) do
    local any = false
    for i = 1, width do any = any or row[i] ~= nil end
    if any then kept[#kept + 1] = row end
  end
  return kept
end

--- All rows of a sheet in which anything stands, with the number each has in the file: { [column] = text, number =,
--- values = { [column] = value } }; how many columns there are, and how many rows are hidden.
---@param path string
---@param number integer
---@return table[]? rows, integer|string width, integer|string hidden
function sheet_book.rows(path, number)
  local reader <close>, message, code = core.sheet_rows { path = path, name = path, sheet = number }
  if not reader then return nil, message, code end
  local rows, count, width, hidden = {}, public_call.counter(), 0, 0
  while true do
    count()
    local at, cells, is_hidden = reader:next()
    if at == nil then return nil, cells, is_hidden end
    if not at then break end
    local row = { number = at, values = {} }
    for _, cell in ipairs(cells) do
      row[cell.column], row.values[cell.column] = text_of(cell), value_of(cell)
      if row[cell.column] then width = math.max(width, cell.column) end
    end
    if is_hidden and next(row.values) then hidden = hidden + 1 end
    rows[#rows + 1] = row
  end
  fill_merges(reader:merges(), rows)
  return with_text(rows, width), width, hidden
end

--- ## Sheets

-- What the hidden sheet says; a workbook of somebody's own has none.
local function origin_of(book, path)
  for i, sheet in ipairs(book) do
    if sheet.name == sheet_origin.SHEET and sheet.table then
      local rows = sheet_book.rows(path, i)
      return rows and sheet_origin.read(rows)
    end
  end
end

--- What a workbook has: its sheets, and what the hidden one says.
---@param path string
---@return table? book, any message, string? code
function sheet_book.open(path)
  local book, message, code = core.workbook { path = path, name = path }
  if not book then return nil, message, code end
  book.origin = origin_of(book, path)
  return book
end

--- The sheets that a person may have filled, by number: those that are seen, without our own.
---@param book table
---@return integer[]
function sheet_book.filled(book)
  local list = {}
  for i, sheet in ipairs(book) do
    local is_own = book.origin and (sheet.name == sheet_origin.SHEET or sheet.name == sheet_origin.LISTS)
    if sheet.table and sheet.state == "visible" and not is_own then list[#list + 1] = i end
  end
  return list
end

return sheet_book
