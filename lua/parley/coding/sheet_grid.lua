--- The cells of a sheet that came back, as texts, each row with its number in the file; and what its hidden sheet says.

local errors = require "parley.base.errors"
local input = require "parley.import.reader_options"
local public_call = require "parley.base.public_call"
local sheet_origin = require "parley.coding.sheet_origin"

local sheet_grid = {}

---@class parley.SheetGrid
---@field rows table[]  { [1] = text, …, number = row of the file }
---@field width integer
---@field origin table<string, string>?  what the hidden sheet says
---@field format string

local function is_blank(text) return text == nil or not text:find "%S" end

-- All records of a file as rows; nil and why not.
local function rows_of(path, given)
  local reader <close>, names, found = input.open(path, given)
  if not reader then return nil, names, found end
  local rows, count = {}, public_call.counter()
  while true do
    count()
    local line, sound, failed = reader:next()
    if line == nil then return nil, sound, failed end
    if not line then break end
    if not sound then
      return errors.results(errors.about((reader:explain()), { key = "place", path = path, line = line }))
    end
    local row, by_name = { number = line }, reader:row()
    for i, name in ipairs(names) do
      if not is_blank(by_name[name]) then row[i] = by_name[name]:match "^%s*(.-)%s*$" end
    end
    rows[#rows + 1] = row
  end
  local message, code = reader:faults()
  if message then return nil, message, code end
  return rows, #names
end

-- The hidden sheet; a workbook of somebody's own has none.
local function origin_of(path)
  local done, rows = pcall(rows_of, path, { header = false, sheet = sheet_origin.SHEET })
  return done and rows and sheet_origin.read(rows) or nil
end

--- Reads the file.
---@param path string
---@param given table  sheet and delimiter, where they are stated
---@return parley.SheetGrid? grid, any message, string? code
function sheet_grid.read(path, given)
  local options = { header = false, sheet = given.sheet, delimiter = given.delimiter }
  local is_file, message, code = input.check_file(path, options)
  if not is_file then return nil, message, code end
  local format = input.format_of(path, options)
  if format ~= "xlsx" and format ~= "csv" and format ~= "tsv" then
    errors.raise("bad_argument.sheet_file", { path = path })
  end
  input.check(options)
  input.check_format(options, format)
  local rows, width
  rows, width, code = rows_of(path, options)
  if not rows then return nil, width, code end
  return { rows = rows, width = width, format = format, origin = format == "xlsx" and origin_of(path) or nil }
end

return sheet_grid
