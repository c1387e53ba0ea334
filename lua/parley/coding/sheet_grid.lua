--- The cells of a sheet that came back, as texts, each row with its number in the file; and what its hidden sheet says.
-- A workbook has several sheets, and CSV of other languages another delimiter: which is meant is found by the heads.

local core = require "parley.core"
local errors = require "parley.base.errors"
local files = require "parley.base.files"
local input = require "parley.import.reader_options"
local public_call = require "parley.base.public_call"
local sheet_book = require "parley.coding.sheet_book"
local sheets = require "parley.import.sheets"

local sheet_grid = {}

---@class parley.SheetGrid
---@field rows table[]  { [1] = text, …, number = row of the file }; of a workbook `values`, as they are typed, too
---@field width integer
---@field name string?  of the sheet
---@field number integer?  of the sheet
---@field hidden integer?  rows that are hidden

---@class parley.SheetFile
---@field grids parley.SheetGrid[]  that a person may have filled
---@field book table?  of a workbook, its sheets
---@field origin table<string, string>?  what the hidden sheet says
---@field format string
---@field delimiter string?  of CSV

--- ## CSV

local function is_blank(text) return text == nil or not text:find "%S" end

-- All records of a file as a grid; nil and why not.
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
  return { rows = rows, width = #names }
end

local DELIMITERS = { ",", ";", "\t" }
local LOOKED_AT = 100

-- Whether one of the first rows has a head `id`, or one that the call says.
local function has_id(grid, heads)
  for at = 1, math.min(#grid.rows, LOOKED_AT) do
    for i = 1, grid.width do
      local text = grid.rows[at][i]
      if text and (core.fold(text) == "id" or type(heads) == "table" and heads[text] ~= nil) then return true end
    end
  end
end

-- With the delimiter that makes a head `id`, where none is stated; otherwise as the file is read without one.
local function text_of(path, options, format, heads)
  local first, message, code = rows_of(path, options)
  if options.delimiter or format ~= "csv" or first and has_id(first, heads) then return first, message, code end
  for _, delimiter in ipairs(DELIMITERS) do
    local other = {}
    for name, value in pairs(options) do other[name] = value end
    other.delimiter = delimiter
    local grid, words, word = rows_of(path, other)
    if word == "bad_encoding" then message, code = words, word end
    if grid and has_id(grid, heads) then
      grid.delimiter = delimiter
      return grid
    end
  end
  return first, message, code
end

local function open_text(path, options, format, heads)
  input.check(options)
  input.check_format(options, format)
  local grid, message, code = text_of(path, options, format, heads)
  if not grid then return nil, message, code end
  return { grids = { grid }, format = format, delimiter = grid.delimiter or options.delimiter }
end

--- ## Workbooks

local function open_book(path, options)
  input.check(options)
  input.check_format(options, "xlsx")
  local book, message, code = sheet_book.open(path)
  if not book then return nil, message, code end
  local list = options.sheet == nil and sheet_book.filled(book) or {}
  if #list == 0 then
    list[1], message, code = sheets.number_of(book, options.sheet, path)
    if not list[1] then return nil, message, code end
  end
  local file = { grids = {}, book = book, origin = book.origin, format = "xlsx" }
  for i, number in ipairs(list) do
    local rows, width, hidden = sheet_book.rows(path, number)
    if not rows then return nil, width, hidden end
    file.grids[i] = { rows = rows, width = width, hidden = hidden, number = number, name = book[number].name }
  end
  return file
end

--- ## The file

-- What a program writes beside a file that it has open: its own name.
local LOCKS = { "^~%$(.+)$", "^%.~lock%.(.+)#$" }

local function split_path(path) return path:match "^(.-)([^/\\]*)$" end

local function refuse_lock(path)
  local _, name = split_path(path)
  for _, pattern in ipairs(LOCKS) do
    local sheet = name:match(pattern)
    if sheet then errors.raise("bad_argument.sheet_lock", { path = path, sheet = sheet }) end
  end
end

-- Whether a spreadsheet program has the file open: what is not saved is not in it.
local function is_open(path)
  local folder, name = split_path(path)
  return files.exists(folder .. "~$" .. name) or files.exists(folder .. "~$" .. name:sub(3))
    or files.exists(folder .. ".~lock." .. name .. "#")
end

--- Reads the file.
---@param path string
---@param given table  how it is written, where that is stated
---@return parley.SheetFile? file, any message, string? code
function sheet_grid.open(path, given)
  refuse_lock(path)
  local options = { header = false, sheet = given.sheet, delimiter = given.delimiter, format = given.format,
    encoding = given.encoding, missing = given.missing, dates = given.dates, short_years = given.short_years }
  local is_file, message, code = input.check_file(path, options)
  if not is_file then return nil, message, code end
  local format = input.format_of(path, options)
  if format ~= "xlsx" and format ~= "csv" and format ~= "tsv" then
    errors.raise("bad_argument.sheet_file", { path = path })
  end
  local file
  if format == "xlsx" then
    file, message, code = open_book(path, options)
  else
    file, message, code = open_text(path, options, format, given.heads)
  end
  if not file then return nil, message, code end
  file.is_open = is_open(path)
  return file
end

return sheet_grid
