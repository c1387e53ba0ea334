-- Expressions in the naive engine: the value of a bound node for a row.

local scalar_functions = require "spec.support.plain_engine.scalar_functions"
local semantics = require "spec.support.plain_engine.semantics"

local ask, clean, arithmetic, days = semantics.ask, semantics.clean, semantics.arithmetic, semantics.days
local comparable, COMPARE, compare = semantics.comparable, semantics.COMPARE, semantics.compare
local negated, both = semantics.negated, semantics.both

local evaluate                  -- forward: a node for a row

local NODES = {}

function NODES.literal(node) return clean(node.value) end

function NODES.column(node, row) return row[node.column.at] end

function NODES.key(node, row) return row.keys[node.place] end

function NODES.convert(node, row)
  local value = evaluate(node.operand, row)
  if value == nil then return nil end
  return node.operand.type == "date" and (days(value)) or value + 0.0
end

function NODES.binary(node, row)
  local a, b = evaluate(node.left, row), evaluate(node.right, row)
  if node.op == ".." then return a ~= nil and b ~= nil and a .. b or nil end
  return arithmetic(node.op, a, b)
end

function NODES.negate(node, row) return arithmetic("-", 0, evaluate(node.operand, row)) end

-- Comparisons with dates: every day that could make a difference is asked whether it passes.

local BEGINNING, END = -(1 << 40), 1 << 40

local function period_of(text)
  local first, last = days(text)
  return { first = first or BEGINNING, last = last or END }
end

local function inside(day, period) return day >= period.first and day <= period.last end

local PASSES = {
  ["<"] = function(day, p) return day < p.first end, ["<="] = function(day, p) return day <= p.last end,
  [">"] = function(day, p) return day > p.last end, [">="] = function(day, p) return day >= p.first end,
  ["="] = inside, ["!="] = function(day, p) return not inside(day, p) end,
  between = function(day, low, high) return day >= low.first and day <= high.last end,
  ["in"] = function(day, ...)
    for _, p in ipairs { ... } do
      if inside(day, p) then return true end
    end
    return false
  end,
}

-- Days at which the answer may change: the ends of the date, and those around the ends of the periods.
local function telling_days(date, periods)
  local list = { date.first, date.last }
  for _, p in ipairs(periods) do
    for _, day in ipairs { p.first - 1, p.first, p.last, p.last + 1 } do
      if inside(day, date) then list[#list + 1] = day end
    end
  end
  return list
end

-- "all", "none" or "some" of the days pass.
local function passing(op, date, periods)
  local all, none = true, true
  for _, day in ipairs(telling_days(date, periods)) do
    if PASSES[op](day, table.unpack(periods)) then none = false else all = false end
  end
  return all and "all" or none and "none" or "some"
end

local EVER = { first = BEGINNING, last = END }

-- The answer where some of the periods are missing, and might be any.
local function beside_missing(op, date, given)
  local known = {}
  for i = 1, given.n do
    if given[i] ~= nil then known[#known + 1] = period_of(given[i]) end
  end
  if op == "in" then
    local found = passing(op, date, known)
    return found == "none" and "missing" or found == "some" and "some or missing" or found
  end
  if op ~= "between" then return "missing" end
  local low, high = given[1] and known[1] or EVER, given[2] and known[#known] or EVER
  return passing(op, date, { low, high }) == "none" and "none" or "missing"
end

local ANSWERS = {
  plain = { all = true, none = false }, surely = { all = true, none = false, some = false },
  possibly = { all = true, none = false, some = true, ["some or missing"] = true },
}

local function dates_compared(node, op, left, others, row)
  local text, given, there = evaluate(left, row), { n = #others }, 0
  for i, other in ipairs(others) do
    given[i] = evaluate(other, row)
    there = there + (given[i] ~= nil and 1 or 0)
  end
  if text == nil or there == 0 then return nil end
  local date, periods = period_of(text), {}
  if there < given.n then return ANSWERS[node.reading or "plain"][beside_missing(op, date, given)] end
  for i, one in ipairs(given) do periods[i] = period_of(one) end
  return ANSWERS[node.reading or "plain"][passing(op, date, periods)]
end

local function compared(node, row) return comparable(evaluate(node, row), node.type) end

function NODES.compare(node, row)
  if node.dated then return dates_compared(node, node.op, node.left, { node.right }, row) end
  return compare(node.op, compared(node.left, row), compared(node.right, row))
end

function NODES.logic(node, row)
  local a = evaluate(node.left, row)
  if a == (node.op == "or") then return a end          -- the right side is not looked at
  local b = evaluate(node.right, row)
  if node.op == "and" then return both(a, b) end
  return negated(both(negated(a), negated(b)))
end

NODES["not"] = function(node, row) return negated(evaluate(node.operand, row)) end

NODES["in"] = function(node, row)
  if node.dated then return dates_compared(node, "in", node.operand, node.list, row) end
  local value, found = compared(node.operand, row), false
  for _, item in ipairs(node.list) do
    found = negated(both(negated(found), negated(compare("=", value, comparable(evaluate(item, row), node.operand.type)))))
  end
  if node.negated then return negated(found) end
  return found
end

function NODES.between(node, row)
  if node.dated then return dates_compared(node, "between", node.operand, { node.low, node.high }, row) end
  local value = compared(node.operand, row)
  local found = both(compare(">=", value, compared(node.low, row)), compare("<=", value, compared(node.high, row)))
  if node.negated then return negated(found) end
  return found
end

function NODES.like(node, row)
  local text, pattern = evaluate(node.operand, row), evaluate(node.pattern, row)
  if text == nil or pattern == nil then return nil end
  return (ask("like_exact(?, ?)", pattern, text) == 1) ~= node.negated
end

function NODES.is_nil(node, row) return (evaluate(node.operand, row) == nil) ~= node.negated end

-- These look at their arguments themselves.
local SPECIAL = {}

SPECIAL["if"] = function(node, row)
  local value = evaluate(node.args[evaluate(node.args[1], row) and 2 or 3], row)
  return value ~= nil and node.type == "number" and value + 0.0 or value
end

-- The first of those that lie farthest in a direction, of those that can be compared.
local function farthest(op)
  return function(node, row)
    local best, best_by
    for _, arg in ipairs(node.args) do
      local value = evaluate(arg, row)
      local by = comparable(value, node.type)
      if by ~= nil and (best_by == nil or COMPARE[op](by, best_by)) then best, best_by = value, by end
    end
    return best ~= nil and node.type == "number" and best + 0.0 or best
  end
end

SPECIAL.greatest, SPECIAL.least = farthest ">", farthest "<"

function SPECIAL.coalesce(node, row)
  for _, arg in ipairs(node.args) do
    local value = evaluate(arg, row)
    if value ~= nil then return node.type == "number" and value + 0.0 or value end
  end
end

function NODES.call(node, row)
  if node.aggregate or node.window then return row.aggregates[node] end
  if SPECIAL[node.name] then return SPECIAL[node.name](node, row) end
  local args = { n = #node.args }
  for i, arg in ipairs(node.args) do args[i] = evaluate(arg, row) end
  return scalar_functions.call(node, args)
end

function evaluate(node, row) return NODES[node.kind](node, row) end

return evaluate
