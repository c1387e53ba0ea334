--- Ratings: what coders say of units in one field, as parley.coding.rating_sums takes it.
-- A value is read as its level has it. Values are sorted, so that nothing depends on the order in which they come.

local core = require "parley.core"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local levels = require "parley.coding.levels"

local ratings = {}

-- ## Values

local READ = {}

local function refused(value, level, said)
  errors.raise("bad_value.rating", { value = tostring(value), field = said.field, level = level })
end

function READ.nominal(value) return { key = tostring(value), x = tonumber(value) } end

function READ.ordinal(value, said)
  local place = said.order and said.order[tostring(value)] or not said.order and tonumber(value)
  if not place then
    errors.raise("bad_value.rating_order", { value = tostring(value), field = said.field })
  end
  return { key = tostring(value), x = place }
end

function READ.interval(value, said)
  local x = tonumber(value)
  if not x or x ~= x or math.abs(x) == math.huge then refused(value, "interval", said) end
  return { key = ("%.17g"):format(x), x = x }
end

function READ.ratio(value, said)
  local x = tonumber(value)
  if not x or not (x >= 0 and x < math.huge) then refused(value, "ratio", said) end
  return { key = ("%.17g"):format(x), x = x }
end

local function period(first, last)
  return { key = ("%s|%s"):format(first, last), first = first, last = last, x = first or last }
end

function READ.date(value, said)
  local first, last, flags = core.date(tostring(value))
  if flags == nil then refused(value, "date", said) end
  return period(first, last)
end

-- A number, or "10–20"; an end may be left out.
function READ.range(value, said)
  local x = tonumber(value)
  if x then return period(x, x) end
  local low, high = tostring(value):match "^%s*(%d*%.?%d*)%s*[–-]+%s*(%d*%.?%d*)%s*$"
  low, high = tonumber(low), tonumber(high)
  if not (low or high) or low and high and low > high then refused(value, "range", said) end
  return period(low, high)
end

function READ.set(value, said)
  local items = item_lists.written(tostring(value))
  if #items == 0 then refused(value, "set", said) end
  local text = item_lists.text(items)
  return { key = text, items = text }
end

READ.jaccard = READ.set

--- A value as a level has it.
---@param level string
---@param value any
---@param said { field: string, order: table<string, integer>? }
---@return parley.RatedValue
function ratings.read(level, value, said) return READ[level](value, said) end

--- What a period is, for those who read it themselves.
---@param first number?
---@param last number?
---@return parley.RatedValue
ratings.period = period

-- ## Fields

local function before(a, b)
  if a.x and b.x and a.x ~= b.x then return a.x < b.x end
  if (a.x == nil) ~= (b.x == nil) then return a.x ~= nil end
  return a.key < b.key
end

-- The values in their order; each learns its place.
local function sorted(by_key)
  local list = {}
  for _, value in pairs(by_key) do list[#list + 1] = value end
  table.sort(list, before)
  for i, value in ipairs(list) do value.place = i end
  return list
end

local Field = {}
Field.__index = Field

--- A field that ratings are added to.
---@param level string
---@param coders string[] sorted
---@return table field
function ratings.field(level, coders)
  return setmetatable({ level = level, coders = coders, by_key = {}, raw = {}, said = {}, units = {} }, Field)
end

--- Adds what a coder says of a unit; the values of a unit come one after the other, by coders.
---@param unit any
---@param coder integer place of the coder
---@param raw any what is read, and by which the value is known again
---@param read fun(raw: any): parley.RatedValue
function Field:add(unit, coder, raw, read)
  local value = self.raw[raw]
  if not value then
    value = read(raw)
    value = self.by_key[value.key] or value
    self.by_key[value.key], self.raw[raw] = value, value
  end
  local list = self.said[unit]
  if not list then
    list = {}
    self.said[unit], self.units[#self.units + 1] = list, list
  end
  list[#list + 1], list[#list + 2] = coder, value
end

--- The ratings, ready to be summed.
---@return parley.Ratings
function Field:finish()
  local values = sorted(self.by_key)
  for _, unit in ipairs(self.units) do
    for i = 2, #unit, 2 do unit[i] = unit[i].place end
  end
  return { coders = self.coders, level = self.level, values = values, units = self.units }
end

--- The level of a column of a Frame: numbers are interval, dates date, all else nominal.
---@param type string
---@return string
function ratings.level_of_type(type)
  if type == "integer" or type == "number" then return "interval" end
  return type == "date" and "date" or "nominal"
end

--- A level that was asked for, if it is one.
---@param level any
function ratings.check_level(level)
  require("parley.base.options").one_of(level, levels.NAMES, { key = "level_of_measurement" })
end

return ratings
