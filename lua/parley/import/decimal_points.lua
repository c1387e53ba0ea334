--- Numbers that can be read in two ways: 1.000 and 12.500 are decimals here, and thousands in half of Europe.
-- Where all numbers of a column have three digits behind a point, most of them are round, and nobody has said how
-- numbers are written, they are read as decimals, and a note says what states the other reading.

local beside = require "parley.base.notes"
local core = require "parley.core"

local decimal_points = {}

--- The first number of a column that may have thousands, where its first cells leave that open.
---@param records string[][]
---@param column integer
---@return string?
local function example(records, column)
  local first, round, others = nil, 0, 0
  for _, record in ipairs(records) do
    local cell = record[column] or ""
    if cell:find ".%..*%d" then
      local last = cell:match "^%-?[1-9]%d?%d?%.%d(%d%d)$"
      if not last then return nil end
      first = first or cell
      if last == "00" then round = round + 1 else others = others + 1 end
    elseif not (cell == "" or cell:find "^%-?%d%d?%d?$") then
      return nil
    end
  end
  return round > others and first or nil
end

--- The columns whose first cells leave open what a point in them means: { name, example } each.
---@param records string[][] the first ones
---@param names string[]
---@param given table options of reading
---@param types string[]?  those of the columns, where they are known: only decimals are open
---@return { name: string, example: string }[]
function decimal_points.of(records, names, given, types)
  local list = {}
  if given.decimal or given.thousands then return list end
  for i, name in ipairs(names) do
    local is_asked = not (given.types and given.types[name]) and (not types or types[i] == "number")
    local found = is_asked and example(records, i)
    if found then list[#list + 1] = { name = name, example = found } end
  end
  return list
end

--- What is told of a column that is read as decimals.
---@param open { name: string, example: string }
---@return parley.Note
function decimal_points.note(open) return beside.new("guessed.decimals", nil, open) end

-- Whether a number may be one of thousands: so many of them are below a million.
local function may_be_thousands(value) return value == core.null or math.abs(value) < 1000 and value * 1000 % 1 == 0 end

--- What is told of the columns of a Frame that were read as decimals.
---@param f parley.Frame
---@param list { name: string, example: string }[]  columns of numbers
---@return parley.Note[]
function decimal_points.found(f, list)
  local found = {}
  for _, open in ipairs(list) do
    local all = true
    for value in f:each(open.name) do all = all and may_be_thousands(value) end
    if all then found[#found + 1] = decimal_points.note(open) end
  end
  return found
end

return decimal_points
