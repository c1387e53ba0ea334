--- Workbooks of spreadsheets: one sheet, its head in sight, its rows as they come.
-- Numbers and truths are what they are, dates the texts that they are, what is missing an empty cell. What a cell looks
-- like is decided in C alone (csrc/text/sheet_cells.h), all else in parley.export.workbook.

local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local public_call = require "parley.base.public_call"
local workbook = require "parley.export.workbook"

local ROWS_PER_TELLING = 1024
local WIDTHS = { integer = 10, number = 12, boolean = 8, date = 13 }
local OF_TEXTS, WIDEST = 24, 60

-- By names and types alone: the rows have not been read yet.
local function widths_of(names, types)
  local widths = {}
  for i, name in ipairs(names) do
    widths[i] = math.min(math.max((utf8.len(name) or #name) + 2, WIDTHS[types[i]] or OF_TEXTS), WIDEST)
  end
  return widths
end

-- Rows that neither SQLite nor a Frame has, one by one.
local function put_each(archive, width, step, state, control)
  local number = 1
  while true do
    local row = { step(state, control) }
    control = row[1]
    if control == nil then return true end
    if control == core.null then row[1] = nil end
    number = number + 1
    if number % ROWS_PER_TELLING == 0 then public_call.tell(number) end
    local done, message, code = archive:row(row, width, number)
    if not done then return nil, message, code end
  end
end

local function put_rows(archive, src, width)
  if type(src) == "userdata" then return archive:rows(src, width, 2) end
  local step, state, control, closing = src:each()
  local _ <close> = closing
  if type(closing) == "userdata" then
    local results = table.pack(archive:rows(closing, width, 2))
    if results.n > 0 then return table.unpack(results, 1, results.n) end
  end
  return put_each(archive, width, step, state, control)
end

local function sheet_of(src, name)
  local names = src:columns()
  local heads = {}
  for i = 1, #names do heads[i] = workbook.looks.head end
  return { name = name, widths = widths_of(names, src:types()), frozen = 1, rows = function(archive)
    local done, message, code = archive:row(names, #names, 1, heads)
    if not done then return nil, message, code end
    return put_rows(archive, src, #names)
  end }
end

local function format_with(sheet)
  return {
    -- a sheet without a name of its own has that of the file
    opening = function(path) return workbook.sheet_name((path:match "[^/\\]*$":gsub("%.[^.]*$", ""))) end,
    whole = function(src, sink, named)
      local name = sheet or named ~= "" and named or "data"
      return workbook.write({ sheets = { sheet_of(src, name) } }, sink)
    end,
  }
end

local xlsx = format_with()

--- The format with the options of a call: the name of the sheet.
---@param given table?
---@param what string  the call, for messages
---@return parley.Format
function xlsx.with(given, what)
  given = options.check(given, what, { "sheet" })
  local name = given.sheet
  if name ~= nil and (type(name) ~= "string" or workbook.sheet_name(name) ~= name) then
    errors.raise("bad_argument.sheet_name", { shown = plain.visible(tostring(name)) })
  end
  return format_with(name)
end

return xlsx
