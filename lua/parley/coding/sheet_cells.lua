--- What people write into a cell, as an import takes it: day numbers of spreadsheets, decimal commas, ranges, lists.
-- What may be read in two ways is a fault; what a word or a date means, the import says.

local core = require "parley.core"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local quantities = require "parley.claims.quantities"

local sheet_cells = {}

-- Spreadsheets count days from the end of 1899; so many digits are no year.
local DAY_ZERO, FIRST, LAST = 25569, 10000, 80000

--- ## Dates

-- A day that a program made a number or a time of; otherwise the text.
local function date(text, told)
  local day = text:match "^(%d%d%d%d%-%d%d%-%d%d)[T ]00:00"
  if day then return day end
  local number = math.tointeger(tonumber(text:match "^(%d%d%d%d%d)%.?0*$"))
  if not number or number < FIRST or number > LAST then return text end
  told.days = told.days + 1
  return core.day_text(number - DAY_ZERO)
end

--- ## Numbers

-- "12.0", as a program writes a whole number; "12,5" where the comma can be nothing else.
local function number(text, kind, decimal)
  local plain = text:gsub("\u{A0}", ""):gsub("\u{202F}", ""):gsub("\u{2212}", "-")
  if kind == "integer" then return (plain:gsub("^(%-?%d+)%.0+$", "%1")) end
  if decimal == "," then plain = plain:gsub("%.(%d%d%d)%f[%D]", "%1") end
  local whole, rest = plain:match "^(%-?%d+),(%d+)$"
  if not whole then return plain end
  if #rest == 3 and decimal ~= "," then
    return nil, errors.new("bad_number.sheet_comma",
      { value = text, point = whole .. "." .. rest, none = whole .. rest })
  end
  return whole .. "." .. rest
end

local ABOUT = { "^about%s+", "^around%s+", "^approximately%s+", "^approx%.?%s*", "^circa%s+", "^ca?%.?%s*", "^~%s*",
  "^\u{2248}%s*" }
local LEAST = { "^at least%s+", "^\u{2265}%s*", "^>=%s*" }
local MOST = { "^at most%s+", "^up to%s+", "^\u{2264}%s*", "^<=%s*" }

local function without(text, patterns)
  for _, pattern in ipairs(patterns) do
    local rest = text:match(pattern .. "(%d[%d.,]*)$")
    if rest then return rest end
  end
end

-- The bounds that one cell states: { low, high }, or { best = "~20" }; nil for a number alone.
local function range_of(text)
  local plain = text:lower():gsub("\u{2013}", "-"):gsub("\u{2014}", "-"):gsub("\u{2212}", "-")
  local low, high = plain:match "^(%d[%d.,]*)%s*%-%s*(%d[%d.,]*)$"
  if not low then low, high = plain:match "^(%d[%d.,]*)%s+to%s+(%d[%d.,]*)$" end
  if low then return { low = low, high = high } end
  local about = without(plain, ABOUT)
  if about then return { best = about, about = true } end
  low, high = without(plain, LEAST), without(plain, MOST)
  return (low or high) and { low = low, high = high } or nil
end

-- The columns of the quantity of a column.
local function bounds_of(info, column)
  for _, bounds in ipairs(quantities.of(info)) do
    if bounds[column.bound] == column.name then return bounds end
  end
  return {}
end

-- Puts a range into the columns of its bounds; a fault where one has a value of its own.
local function put_range(info, column, range, text, row, decimal)
  local bounds = bounds_of(info, column)
  for _, bound in ipairs { "low", "best", "high" } do
    local name, value = bounds[bound], range[bound]
    if value then
      local is_free = name and (name == column.name or not row.given[name])
      if not is_free then return errors.new("bad_value.sheet_range", { value = text }) end
      local read, wrong = number(value, column.type, decimal)
      if wrong then return wrong end
      row[name] = range.about and "~" .. read or read
    end
  end
end

--- ## Several

local function items(text) return table.concat(item_lists.written(text), "; ") end

local TRUTHS = { yes = "true", no = "false", x = "true", ["1"] = "true", ["0"] = "false", ["true"] = "true",
  ["false"] = "false" }

--- Puts the value of a cell into a row, as an import takes it; gives what is wrong where it can take none.
---@param info table
---@param field parley.SheetField
---@param text string
---@param row table  key = value; `given` are the texts of all its cells
---@param how { decimal: string?, told: table }
---@return parley.Error? wrong
function sheet_cells.put(info, field, text, row, how)
  local column = field.column
  if column.type == "date" then
    row[field.key] = date(text, how.told)
  elseif column.type == "boolean" then
    row[field.key] = TRUTHS[text:lower()] or text
  elseif column.type == "integer" or column.type == "number" then
    local range = column.quantity and range_of(text)
    if range then return put_range(info, column, range, text, row, how.decimal) end
    local value, wrong = number(text, column.type, how.decimal)
    if wrong then return wrong end
    row[field.key] = value
  else
    row[field.key] = column.several and items(text) or text
  end
end

return sheet_cells
