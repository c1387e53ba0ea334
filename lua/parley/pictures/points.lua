--- The points of a chart: one for a row, at a number, a word, or a period of days. A date stands where its period does,
-- from its first day to its last.

local core = require "parley.core"
local errors = require "parley.base.errors"
local plain = require "parley.base.plain_text"
local types = require "parley.base.types"

local points = {}

---@class parley.Point
---@field x any a number, a word, or the middle of a period in days
---@field first number? the first day of the period
---@field last number? and the last
---@field y number?
---@field low number?
---@field high number?
---@field value number?
---@field row string? the word of a row, in a table of squares
---@field label string what x is called
---@field order integer the number of its row

-- Texts that are years, months or days, one and all, are time: that is how queries give the month of a date.
local function all_dates(f, name)
  local some = false
  for value in f:each(name) do
    if value ~= core.null then
      local like_date = type(value) == "string" and (value:find "^%d%d%d%d%-%d%d" or value:find "^[12]%d%d%d$")
      if not like_date or not core.date(value) then return false end
      some = true
    end
  end
  return some
end

--- What x is: "number", "time" or "word".
---@param f parley.Frame
---@return string
function points.kind_of(f)
  local name, declared = f:columns()[1], f:types()[1]
  if types.is_numeric(declared) then return "number" end
  if declared == "date" or declared == "text" and all_dates(f, name) then return "time" end
  return "word"
end

-- The period of a date as its first and last day; an open end is the day that is known.
local function period(text)
  local first, last = core.date(text)
  if not first and not last then return nil end
  return first or last, last or first, first and last
end

local function place(point, value, kind)
  if kind == "number" and value - value ~= 0 then return false end
  point.label = type(value) == "string" and value or plain.bare(value)
  if kind ~= "time" then
    point.x = kind == "word" and point.label or value
    return true
  end
  point.first, point.last, point.known = period(value)
  if not point.first then return false end
  point.x = (point.first + point.last + 1) / 2
  return true
end

--- Whether a cell has a value.
---@param value any
---@return boolean
function points.there(value) return value ~= nil and value ~= core.null end

local function number_of(value, role, given)
  if not points.there(value) then return nil end
  -- what is infinite has no place on paper
  if type(value) == "number" then return value - value == 0 and value or nil end
  errors.raise("bad_type.plot_number", { role = role, expression = given[role], got = plain.visible(tostring(value)) })
end

--- The point of a row; nil where it has no value to draw.
---@param row table  values by role
---@param kind string
---@param given table  the options of plot{}
---@return parley.Point?
function points.of(row, kind, given)
  if not points.there(row.x) then return nil end
  local point = {}
  if not place(point, row.x, kind) then return nil end
  for _, role in ipairs { "y", "low", "high", "value" } do point[role] = number_of(row[role], role, given) end
  if given.row then
    if not points.there(row.row) then return nil end
    point.row = tostring(row.row)
  end
  local drawn = point.y or point.low or point.high or point.value
  return (drawn or not (given.y or given.low or given.high or given.value)) and point or nil
end

--- One point for each place on an axis of time or numbers, in their order, whatever their series.
---@param panels table[]
---@return parley.Point[]
function points.at_different_places(panels)
  local list, seen = {}, {}
  for _, panel in ipairs(panels) do
    for _, one in ipairs(panel.series) do
      for _, point in ipairs(one.points) do
        if not seen[point.x] then seen[point.x], list[#list + 1] = true, point end
      end
    end
  end
  table.sort(list, function(a, b) return a.x < b.x end)
  return list
end

return points
