--- where: keeps the rows for which conditions hold; given as column = value, or as an expression.

local bound = require "parley.query.bound"
local core = require "parley.core"
local errors = require "parley.base.errors"
local expr = require "parley.query.expr"
local lists = require "parley.base.lists"
local records = require "parley.base.records"
local tree = require "parley.query.tree"
local items = require "parley.query.items"

local where = {}

local function column_node(name)
  local path = {}
  for part in (name .. "."):gmatch("([^.]*)%.") do path[#path + 1] = part end
  return { kind = "column", path = path, pos = 1 }
end

-- The condition `column = value`, `column in (list)` or `column is nil`, as a tree.
local function equality(name, value)
  local column = column_node(name)
  if rawequal(value, core.null) then return { kind = "is_nil", operand = column, pos = 1 } end
  if type(value) ~= "table" then
    return { kind = "compare", op = "=", left = column, right = tree.literal(value, 1), pos = 1 }
  end
  local list, missing = {}, false
  for _, item in ipairs(value) do
    if rawequal(item, core.null) then missing = true else list[#list + 1] = tree.literal(item, 1) end
  end
  local node = { kind = "in", operand = column, list = list, negated = false, pos = 1 }
  if not missing then return node end
  return { kind = "logic", op = "or", left = node, right = { kind = "is_nil", operand = column_node(name), pos = 1 },
    pos = 1 }
end

local PLAIN = { string = true, number = true, boolean = true }

local function is_within(value)
  return type(value) == "table" and getmetatable(value) ~= nil and require("parley.query.within").is(value)
end

local function check_value(name, value)
  if PLAIN[type(value)] or rawequal(value, core.null) or is_within(value) then return end
  if type(value) ~= "table" or getmetatable(value) then
    errors.raise("bad_type.where_value", { name = name, got = type(value) })
  end
  for i, item in ipairs(value) do
    if not PLAIN[type(item)] and not rawequal(item, core.null) then
      errors.raise("bad_type.where_item", { i = i, name = name, got = type(item) })
    end
  end
  local hole, key = lists.flaw(value)
  if key ~= nil then errors.raise("bad_argument.where_list_key", { name = name, key = key }) end
  if hole then errors.raise("bad_argument.where_list_nil", { name = name, at = hole }) end
end

-- The conditions of a table, in the order of their columns' names.
local function conditions_of(given)
  local names, conditions = {}, {}
  for name in pairs(given) do
    if type(name) ~= "string" then
      errors.raise("bad_argument.where_pairs", { value = given[records.first_key(given, records.is_no_text)] })
    end
    names[#names + 1] = name
  end
  if #names == 0 then errors.raise "bad_argument.where_nothing" end
  table.sort(names)
  for i, name in ipairs(names) do
    check_value(name, given[name])
    conditions[i] = is_within(given[name]) and { within = given[name], column = name }
      or { node = equality(name, given[name]) }
  end
  return conditions
end

--- Keeps the rows for which a condition holds; several `where` are joined by *and*.
--- Errors: no_column, bad_type, bad_argument, bad_expression, bad_date, unknown_function, bad_term.
--- See also: within, select, search.
--- Example: ds.demands:where{party = "ukraine", topic = "ceasefire"}:count()
--- Example: ds.demands:where("made >= ? and topic is not nil", "2025-06-02"):count()
---@param condition table|string  column = value pairs (a list means any of them, parley.null missing,
---  parley.within(id) a whole with its members), or an expression
---@param ... any  values of the expression's `?`
---@return table step
function where.apply(_, condition, ...)
  if type(condition) == "table" and not getmetatable(condition) then
    if select("#", ...) > 0 then errors.raise "bad_argument.where_extra" end
    return { verb = "where", conditions = conditions_of(condition) }
  end
  if type(condition) ~= "string" then
    require("parley.query.unknown_verbs").no_text("bad_expression.where", condition, {})
  end
  return { verb = "where", conditions = { { text = condition, node = expr.parse(condition, table.pack(...)) } } }
end

-- The same step on rows that have further columns at their end.
local function carry(before, link) return bound.after(before, link.step) end

local function step_of(conditions, written)
  return { verb = "where", conditions = conditions, written = written, leaves_rows = true, carry = carry }
end

-- Binds the conditions. Those on a whole and its members stay open: `open` makes of them what can be said by now.
local function bound_conditions(before, step, open)
  local conditions, lookups, written = {}, {}, nil
  for i, condition in ipairs(step.conditions) do
    if condition.within then
      written = step
      condition = open(condition)
    end
    conditions[i] = items.condition(before, condition, lookups)
  end
  return step_of(conditions, written), lookups
end

--- The link of conditions that are bound to the rows of another.
---@param before table
---@param conditions table[]
---@param lookups table[]?
---@return table
function where.link(before, conditions, lookups)
  return bound.after(before, step_of(conditions), { lookups = lookups })
end

function where.bind(before, step)
  local made, lookups = bound_conditions(before, step, function(condition)
    return require("parley.query.within").open_condition(before, condition.column, condition.within)
  end)
  return bound.after(before, made, { lookups = lookups })
end

--- The link as the data are when the query runs: members of a whole are looked up then.
---@param link table
---@param day integer?
---@return table
function where.renewed(link, day)
  local made, lookups = bound_conditions(link.before, link.step.written, function(condition)
    return require("parley.query.within").condition(link.before, condition.column, condition.within, day)
  end)
  return bound.copy_of(link, { step = made, lookups = lookups })
end

return where
