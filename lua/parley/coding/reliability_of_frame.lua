--- Agreement on a plain table of ratings: of units by coders, a row a rating, or a column a coder.

local agreement = require "parley.coding.agreement"
local core = require "parley.core"
local errors = require "parley.base.errors"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local ratings = require "parley.coding.ratings"
local reliability_options = require "parley.coding.reliability_options"

local reliability_of_frame = {}

local KNOWN = { "unit", "coder", "value", "coders", "level", "order", "bootstraps", "seed" }

-- The Frame of what is given.
local function frame_of(x)
  local metatable = getmetatable(x)
  local name = type(metatable) == "table" and metatable.__name
  if name == "parley.Query" then return x:frame() end
  if name ~= "parley.Frame" then errors.raise("bad_type.ratings", { got = type(x) }) end
  return x
end

-- The type of a column, which has to be there.
local function type_of(frame, name, option)
  local names = frame:columns()
  for i, column in ipairs(names) do
    if column == name then return frame:types()[i] end
  end
  errors.raise("no_column.reliability", { name = tostring(name), option = option, known = names })
end

-- ## A row a rating

-- The coders by name; with the place of each.
local function places_of(list)
  local places, names = {}, {}
  for _, name in public_call.each(list) do
    if not places[name] then places[name], names[#names + 1] = true, name end
  end
  table.sort(names)
  for i, name in ipairs(names) do places[name] = i end
  return names, places
end

local function read_long(frame, given)
  local rows, coders = {}, {}
  for unit, coder, value in frame:each(given.unit, given.coder, given.value) do
    if unit == core.null or coder == nil then
      local column = unit == core.null and given.unit or given.coder
      errors.raise("bad_value.rating_row", { row = #rows + 1, column = column })
    end
    rows[#rows + 1] = { unit = unit, coder = tostring(coder), value = value }
    coders[#rows] = rows[#rows].coder
  end
  return rows, coders
end

-- Ratings by unit and coder; nobody rates a unit twice.
local function sort_long(rows)
  local order, n = {}, 0
  for _, row in public_call.each(rows) do
    if not order[row.unit] then n, order[row.unit] = n + 1, n + 1 end
  end
  public_call.sort(rows, function(a, b)
    if a.unit ~= b.unit then return order[a.unit] < order[b.unit] end
    return a.coder < b.coder
  end)
  for i = 2, #rows do
    local a, b = rows[i - 1], rows[i]
    if a.unit == b.unit and a.coder == b.coder then
      errors.raise("bad_value.rated_twice", { coder = a.coder, unit = tostring(a.unit) })
    end
  end
end

local function of_long(frame, given, level, read)
  local rows, coders = read_long(frame, given)
  sort_long(rows)
  local names, places = places_of(coders)
  local field = ratings.field(level, names)
  for _, row in public_call.each(rows) do
    if row.value ~= nil then field:add(row.unit, places[row.coder], row.value, read) end
  end
  return field
end

-- ## A column a coder

local function of_wide(frame, given, level, read)
  local names = table.move(given.coders, 1, #given.coders, 1, {})
  table.sort(names)
  local field, unit = ratings.field(level, names), 0
  for row in frame:rows() do
    unit = unit + 1
    for i, name in ipairs(names) do
      if row[name] ~= nil then field:add(unit, i, row[name], read) end
    end
  end
  return field
end

-- ## The call

local function check(frame, given)
  if given.coders then
    if type(given.coders) ~= "table" or #given.coders == 0 or given.unit or given.coder or given.value then
      errors.raise "bad_argument.ratings_shape"
    end
    local found
    for _, name in ipairs(given.coders) do found = type_of(frame, name, "coders") end
    return found, "value"
  end
  if not (given.unit and given.coder and given.value) then errors.raise "bad_argument.ratings_shape" end
  type_of(frame, given.unit, "unit")
  type_of(frame, given.coder, "coder")
  return type_of(frame, given.value, "value"), given.value
end

--- All coefficients of agreement on a table of ratings.
---@param frame parley.Frame
---@param given table
---@return parley.Frame
function reliability_of_frame.of(frame, given)
  frame, given = frame_of(frame), options.check(given, "parley.reliability()", KNOWN)
  local kind, name = check(frame, given)
  ratings.check_level(given.level)
  local level = given.level or ratings.level_of_type(kind)
  local said = { field = name, order = reliability_options.order(given.order) }
  local function read(value) return ratings.read(level, value, said) end
  local field = (given.coders and of_wide or of_long)(frame, given, level, read)
  local rows = {}
  agreement.add(rows, { field = name }, field:finish(), reliability_options.drawing(given))
  return require("parley.frame.from_rows").lists(agreement.COLUMNS, rows)
end

return reliability_of_frame
