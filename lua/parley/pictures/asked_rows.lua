--- The rows that a chart asks for: x, y, low, high, by, facet and value are expressions, as in select(). A quantity as
-- y brings its low and high along; amounts of several units are refused.

local amount_plans = require "parley.base.amount_plans"
local errors = require "parley.base.errors"
local public_call = require "parley.base.public_call"
local records = require "parley.base.records"
local tree = require "parley.query.tree"

local asked_rows = {}

local ROLES = { "x", "y", "low", "high", "value", "row", "by", "facet" }

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
  return node.kind == "column" and amount_plans.is_unit(node.column.part)
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

--- A Frame of what is asked for, and the role of each of its columns. A column keeps its name; what has none is named
--- after its role.
---@param src parley.Query|parley.Frame
---@param given table  the options of plot{}
---@return parley.Frame f, string[] roles
function asked_rows.read(src, given)
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

local LOOK = 64          -- so many rows between two looks

--- The rows of a Frame, each as the same table of values by role.
---@param f parley.Frame
---@param roles string[]
---@return fun(): integer?, table
function asked_rows.each(f, roles)
  local row, n, next_values = {}, 0, f:each()
  local function keep(...)
    if select("#", ...) == 0 or (...) == nil then return nil end
    for i, role in ipairs(roles) do row[role] = (select(i, ...)) end
    n = n + 1
    if n % LOOK == 0 then public_call.check() end
    return n, row
  end
  return function() return keep(next_values()) end
end

return asked_rows
