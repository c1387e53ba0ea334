--- When two values of one field contradict each other, and in what respect.
-- Method. Dates contradict where no day is in both (2025-06 and 2025-06-02 do not); amounts where no number is; lists
-- where one has an item that the other has not; texts that are the same but for case, accents and blanks do not. What
-- one side does not say contradicts nothing.

local core = require "parley.core"
local interval = require "parley.analysis.interval"
local item_lists = require "parley.base.item_lists"

local compared_values = {}

---@class parley.ComparedField
---@field name string  what it is called
---@field kind string  of the disagreement
---@field a string[]  the columns of one side: one, or low, best and high
---@field b string[]
---@field is_date boolean?
---@field is_amount boolean?
---@field several boolean?

local function folded(value)
  if type(value) ~= "string" then return value end
  return (core.fold(value):gsub("%s+", " "):match "^ ?(.-) ?$")
end

-- First and last day; nil where it is open, false where the text is no date.
local function days(text)
  if type(text) ~= "string" then return false end
  local first, last = core.date(text)
  if first == nil and type(last) ~= "number" then return false end
  return type(first) == "number" and first or -math.huge, type(last) == "number" and last or math.huge
end

local function dates_contradict(a, b)
  local first_a, last_a = days(a)
  local first_b, last_b = days(b)
  if not first_a or not first_b then return folded(a) ~= folded(b), nil end
  if first_a <= last_b and first_b <= last_a then return false end
  return true, first_a > last_b and first_a - last_b or first_b - last_a
end

local function amounts_contradict(a, b)
  local low_a, high_a = interval.bounds(table.unpack(a, 1, 3))
  local low_b, high_b = interval.bounds(table.unpack(b, 1, 3))
  local above, below = low_a and high_b and low_a > high_b, low_b and high_a and low_b > high_a
  if not (above or below) then return false end
  return true, above and low_a - high_b or low_b - high_a
end

local function lists_contradict(a, b)
  local seen = {}
  for item in item_lists.each(a) do seen[folded(item)] = true end
  for item in item_lists.each(b) do
    if not seen[folded(item)] then return true end
    seen[folded(item)] = nil
  end
  return next(seen) ~= nil
end

local function values_of(row, names)
  local values, any = {}, false
  for i, name in ipairs(names) do
    values[i] = name and row[name] or nil
    any = any or values[i] ~= nil
  end
  return values, any
end

--- A side of a field as text.
---@param field parley.ComparedField
---@param row table
---@param names string[]
---@return string?
function compared_values.text(field, row, names)
  local values, any = values_of(row, names)
  if not any then return nil end
  if field.is_amount then return interval.text(table.unpack(values, 1, 3)) end
  return tostring(values[1])
end

--- Whether two rows contradict each other in a field; and by how much: days, or the number between the two.
---@param field parley.ComparedField
---@param a table
---@param b table
---@return boolean contradict, number? by
function compared_values.contradict(field, a, b)
  local left, any_left = values_of(a, field.a)
  local right, any_right = values_of(b, field.b)
  if not (any_left and any_right) then return false end
  if field.is_amount then return amounts_contradict(left, right) end
  local one, other = left[1], right[1]
  if field.is_date then return dates_contradict(one, other) end
  if field.several then return lists_contradict(one, other) end
  if type(one) == "number" and type(other) == "number" then
    return one ~= other, one ~= other and math.abs(one - other) or nil
  end
  return folded(tostring(one)) ~= folded(tostring(other))
end

return compared_values
