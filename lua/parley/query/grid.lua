--- The grid of complete{}: every combination of the values that some columns should have.
-- Values are a list, or the first and the last of a span: "2022-01/2022-12" are twelve months, "2022/2024" three years,
-- "2022-01-30/2022-02-02" four days.

local core = require "parley.core"
local errors = require "parley.base.errors"
local column_types = require "parley.base.types"
local public_call = require "parley.base.public_call"

local grid = { MAX_ROWS = 1000000 }

-- What Lua calls values of a kind.
local LUA_TYPES = { text = "string", integer = "number", number = "number", boolean = "boolean" }

local function day_of(text) return (assert(core.day(text))) end

-- The years, months or days of a span, as dates are written.
local PERIODS = {
  [4] = function(first, last, add)
    for year = math.tointeger(first), math.tointeger(last) do add(("%04d"):format(year)) end
  end,
  [7] = function(first, last, add)
    local function month(text) return 12 * math.tointeger(text:sub(1, 4)) + math.tointeger(text:sub(6)) - 1 end
    for at = month(first), month(last) do add(("%04d-%02d"):format(at // 12, at % 12 + 1)) end
  end,
  [10] = function(first, last, add)
    for day = day_of(first), day_of(last) do add(core.day_text(day)) end
  end,
}

local function refuse_span(column, text)
  errors.raise(column.type == "integer" and "bad_argument.complete_numbers" or "bad_argument.complete_span",
    { name = column.name, text = text })
end

-- The two ends of a span, of one precision; whole numbers where the column holds those.
local function ends_of(column, text)
  local first, last = text:match "^([%d%-]+)/([%d%-]+)$"
  if not first then refuse_span(column, text) end
  if column.type == "integer" then
    first, last = math.tointeger(first), math.tointeger(last)
    if not (first and last and first <= last) then refuse_span(column, text) end
    return first, last
  end
  if #first ~= #last or not PERIODS[#first] or not core.date(first) or not core.date(last) or first > last then
    refuse_span(column, text)
  end
  return first, last
end

local function check_size(count)
  if count > grid.MAX_ROWS then errors.raise("too_large.complete", { most = grid.MAX_ROWS }) end
end

local function values_of_span(column, text)
  local first, last = ends_of(column, text)
  local values = {}
  local function add(value) values[#values + 1] = value end
  if column.type == "integer" then
    check_size(last - first)
    for value = first, last do add(value) end
  else
    PERIODS[#first](first, last, add)
  end
  return values
end

-- A value of a list as the column holds it.
local function checked(column, value)
  local kind = type(value)
  if kind ~= LUA_TYPES[column_types.kind(column.type)] or column.type == "integer" and not math.tointeger(value)
    or column.type == "date" and not core.date(value) then
    errors.raise("bad_type.complete_value", { name = column.name, type = column.type,
      shown = kind == "string" and ("'%s'"):format(value) or tostring(value) })
  end
  return column.type == "integer" and math.tointeger(value) or column.type == "number" and value + 0.0 or value
end

local function values_of(column, given)
  if type(given) == "string" then
    if column.type == "text" or column.type == "date" or column.type == "integer" then
      return values_of_span(column, given)
    end
    refuse_span(column, given)
  end
  local values, seen = {}, {}
  for i, value in ipairs(given) do
    value = checked(column, value)
    if not seen[value] then values[#values + 1], seen[value] = value, i end
  end
  return values
end

--- A Frame with each combination of the values of the columns once, the last column changing first.
---@param columns table[]  records with name and type
---@param given table<string, string|any[]>  by the names of the columns
---@return parley.Frame
function grid.of(columns, given)
  local lists, names, types, count = {}, {}, {}, 1
  for i, column in ipairs(columns) do
    lists[i], names[i], types[i] = values_of(column, given[column.name]), column.name, column.type
    count = count * #lists[i]
    check_size(count)
  end
  local made, each = {}, count
  for i, list in ipairs(lists) do
    each, made[i] = each // math.max(1, #list), {}
    for row in public_call.upto(count) do made[i][row] = list[(row - 1) // each % #list + 1] end
  end
  return core.frame_new(names, types, count, made)
end

return grid
