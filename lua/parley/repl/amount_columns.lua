--- Amounts in what is printed: the columns low, best and high of one quantity as one, `6000 (5000–7000)`.
-- The head names the columns there are, as they are asked for: "days_best (low–high)", "days_late_low–high". Columns
-- are those of an amount by their names, whatever they come from, and as far as their values are amounts: no text,
-- nothing below 0, no low above its high. Where a column says the amount in words already, nothing is folded.

local interval = require "parley.analysis.interval"

local amount_columns = {}

---@class parley.ShownColumn
---@field name string     what stands above it
---@field names string[]  the columns it shows
---@field place integer   where it stands
---@field places table<string, integer>?  low, best, high of an amount, by their places among the columns

local function number_of(value) return (math.type(value) and value == value and value) or nil end

-- Whether all rows of some columns are amounts.
local function are_amounts(values, places, rows)
  for row = 1, rows do
    local low, high = values[places.low][row], values[places.high][row]
    for _, place in pairs(places) do
      local value = values[place][row]
      if value ~= nil and not (number_of(value) and value >= 0 and value < math.huge) then return false end
    end
    if low and high and low > high then return false end
  end
  return true
end

-- The places of the bounds of a quantity whose columns begin in the same way; nil where there are not enough.
local function places_of(prefix, by_name)
  local low, best, high = by_name[prefix .. "low"], by_name[prefix .. "best"], by_name[prefix .. "high"]
  if not (low and high) or (prefix == "" and not best) then return nil end
  if by_name[prefix == "" and "amount" or prefix:sub(1, -2)] then return nil end
  return { low = low, best = best, high = high }
end

local function head_of(prefix, places)
  return prefix .. (places.best and "best (low–high)" or "low–high")
end

local ORDER = { "low", "best", "high" }

-- The columns of an amount, in the order in which they stand.
local function names_of(names, places)
  local at, own = {}, {}
  for _, bound in ipairs(ORDER) do at[#at + 1] = places[bound] end
  table.sort(at)
  for i, place in ipairs(at) do own[i] = names[place] end
  return own, at[1]
end

--- The columns that are shown, in their order.
---@param names string[]
---@param values any[][]  by column and row
---@param rows integer
---@return parley.ShownColumn[]
function amount_columns.of(names, values, rows)
  local by_name, shown, taken = {}, {}, {}
  for i, name in ipairs(names) do by_name[name] = i end
  for _, name in ipairs(names) do
    local prefix = name == "low" and "" or name:match "^(.+_)low$"
    local places = prefix and places_of(prefix, by_name)
    if places and are_amounts(values, places, rows) then
      local own, first = names_of(names, places)
      for _, place in pairs(places) do taken[place] = false end
      taken[first] = { name = head_of(prefix, places), names = own, place = first, places = places }
    end
  end
  for i, name in ipairs(names) do
    if taken[i] == nil then taken[i] = { name = name, names = { name }, place = i } end
    shown[#shown + 1] = taken[i] or nil
  end
  return shown
end

--- An amount in words.
---@param low number?
---@param best number?
---@param high number?
---@return string?
amount_columns.text = interval.text

return amount_columns
