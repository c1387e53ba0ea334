--- The data of a chart: rows of a query or a Frame as points, in series and panels, with what could not be drawn
-- counted. x, y, low, high, by, facet and value are expressions, as in select(). A quantity as y brings its low and
-- high along. A date stands where its period does, from its first day to its last.

local core = require "parley.core"
local errors = require "parley.base.errors"
local notes = require "parley.base.notes"
local palette = require "parley.pictures.palette"
local plain = require "parley.base.plain_text"
local records = require "parley.base.records"
local tree = require "parley.query.tree"

local series = {}

---@class parley.Points
---@field x any a number, a word, or the middle of a period in days
---@field first number? the first day of the period
---@field last number? and the last
---@field y number?
---@field low number?
---@field high number?
---@field value number?
---@field row string? the word of a row, in a table of squares
---@field label string what x is called

local ROLES = { "x", "y", "low", "high", "value", "row", "by", "facet" }

-- Reading ------------------------------------------------------------------------------------------------------

-- A quantity is three columns: the ends are asked for with it, unless others are stated.
local function with_ends(src, given)
  local y = given.y
  if given.low or given.high or type(y) ~= "string" or not y:find "^[%a_][%w_.]*$" then return given end
  local known, why = pcall(src.select, src, y .. ".low as low")
  if errors.ends_call(why) then error(why, 0) end
  if not known then return given end
  return records.copy_of(given, { y = y .. ".best", low = y .. ".low", high = y .. ".high" })
end

-- Roles that make a place, a series or a panel of each word.
local WORDS = { x = true, row = true, by = true, facet = true }

-- A row that several stand in, such as a demand of two parties, is one for each of them, as after by().
local function each_of_several(q, roles)
  for i, name in ipairs(q:columns()) do
    local column = q.bound.by_name[name]
    if WORDS[roles[i]] and column and column.several then q = q:split(name) end
  end
  return q
end

local AMOUNTS = { x = true, y = true, low = true, high = true, value = true }
local APART = { by = true, facet = true }

local function is_unit(node)
  local part = node.kind == "column" and node.column.part
  return part == "unit" or part == "measure_unit"
end

-- Amounts of several units have no scale in common, unless each unit is a series or a panel.
local function refuse_units(q, roles, given)
  local items = q.bound.step.items
  for i, role in ipairs(roles) do
    if APART[role] and tree.find(items[i].node, is_unit) then return end
  end
  for i, role in ipairs(roles) do
    local column = items[i].column
    local found = AMOUNTS[role] and column.adds
      and require("parley.query.adding").units(q.bound.before, column, q.day)
    if found then
      found.name = given[role] or given.y
      errors.raise("bad_argument.plot_units", found)
    end
  end
end

-- A Frame of what is asked for, and the role of each of its columns. A column keeps its name; what has none is named
-- after its role.
local function read(src, given)
  local asked, items, roles, taken = with_ends(src, given), {}, {}, {}
  for _, role in ipairs(ROLES) do
    local expression = asked[role]
    if expression ~= nil then
      local name = expression:find "^[%a_][%w_]*$" and not taken[expression] and expression or role
      taken[name] = true
      items[#items + 1], roles[#roles + 1] = name == expression and name or ("%s as %s"):format(expression, name), role
    end
  end
  local q = src:select(table.unpack(items))
  refuse_units(q, roles, given)
  return each_of_several(q, roles):frame(), roles
end

-- Kinds of x --------------------------------------------------------------------------------------------------------

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

local NUMERIC = { integer = true, number = true }

local function kind_of(f)
  local name, declared = f:columns()[1], f:types()[1]
  if NUMERIC[declared] then return "number" end
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

-- Points -------------------------------------------------------------------------------------------------

local function there(value) return value ~= nil and value ~= core.null end

local function number_of(value, role, given)
  if not there(value) then return nil end
  -- what is infinite has no place on paper
  if type(value) == "number" then return value - value == 0 and value or nil end
  errors.raise("bad_type.plot_number", { role = role, expression = given[role], got = plain.visible(tostring(value)) })
end

local function point_of(row, kind, given)
  if not there(row.x) then return nil end
  local point = {}
  if not place(point, row.x, kind) then return nil end
  for _, role in ipairs { "y", "low", "high", "value" } do point[role] = number_of(row[role], role, given) end
  if given.row then
    if not there(row.row) then return nil end
    point.row = tostring(row.row)
  end
  local drawn = point.y or point.low or point.high or point.value
  return (drawn or not (given.y or given.low or given.high or given.value)) and point or nil
end

local function name_of(value) return there(value) and tostring(value) or "(none)" end

-- The list under a name, made and put in order of appearance when it is new.
local function under(lists, name, make)
  local list = lists[name]
  if not list then
    list = make(name)
    lists[name], lists[#lists + 1] = list, list
  end
  return list
end

-- Rows as { panels, each with its points by series }; gives how many were left out.
local function gather(f, roles, kind, given)
  local panels, left_out = {}, 0
  local function new_panel(name) return { name = name, series = {} } end
  local function new_series(name) return { name = name, points = {} } end
  for _, values in series.rows(f, roles) do
    local point = point_of(values, kind, given)
    if point then
      local panel = under(panels, given.facet and name_of(values.facet) or "", new_panel)
      local one = under(panel.series, given.by and name_of(values.by) or "", new_series)
      one.points[#one.points + 1] = point
    else
      left_out = left_out + 1
    end
  end
  return panels, left_out
end

--- The rows of a Frame, each as the same table of values by role.
function series.rows(f, roles)
  local row, n, next_values = {}, 0, f:each()
  local function keep(...)
    if select("#", ...) == 0 or (...) == nil then return nil end
    for i, role in ipairs(roles) do row[role] = (select(i, ...)) end
    n = n + 1
    return n, row
  end
  return function() return keep(next_values()) end
end

-- Inks ---------------------------------------------------------------------------------------------------

-- The same series has the same place and ink in every panel; those beyond the last ink share one, and one name.
local function give_inks(panels)
  local places, count = {}, 0
  for _, panel in ipairs(panels) do
    for _, one in ipairs(panel.series) do
      if not places[one.name] then
        count = count + 1
        places[one.name] = count
      end
      one.place = places[one.name]
      one.ink = math.min(one.place, palette.OTHER)
    end
  end
  return count
end

local function legend_of(panels, count)
  local list, seen = {}, {}
  for _, panel in ipairs(panels) do
    for _, one in ipairs(panel.series) do
      if not seen[one.ink] then
        local name = one.ink == palette.OTHER and ("other (%d)"):format(count - palette.MOST) or one.name
        list[#list + 1] = { ink = one.ink, name = name }
        seen[one.ink] = true
      end
    end
  end
  table.sort(list, function(a, b) return a.ink < b.ink end)
  return list
end

-- Whether what is upright is counted: numbers that are whole, one and all, or rows.
local function all_whole(types)
  for _, role in ipairs { "y", "low", "high" } do
    if types[role] and types[role] ~= "integer" then return false end
  end
  return true
end

--- The data of a chart.
---@param src parley.Query|parley.Frame
---@param given table  the options of plot{}
---@return { kind: string, panels: table[], legend: table[], count: integer, frame: parley.Frame, notes: parley.Note[] }
function series.of(src, given)
  local f, roles = read(src, given)
  local types, kind = {}, kind_of(f)
  for i, role in ipairs(roles) do types[role] = f:types()[i] end
  local panels, left_out = gather(f, roles, kind, given)
  if #panels == 0 then errors.raise("empty.plot", { rows = #f }) end
  local count = give_inks(panels)
  local said = notes.of(f)
  if left_out > 0 then said[#said + 1] = notes.new("left_out.plot", left_out) end
  if count > palette.MOST then said[#said + 1] = notes.new("cut.plot_series", count - palette.MOST) end
  return { kind = kind, panels = panels, legend = legend_of(panels, count), frame = f, notes = said, count = count,
    whole = types.x == "integer", whole_y = all_whole(types) }
end

return series
