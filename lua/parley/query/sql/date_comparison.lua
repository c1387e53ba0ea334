--- Comparisons with dates in SQL: a stored date is compared by the days it spans, any other by a function of its text.
-- A date whose first day is not before that of a period, and its last not after it, passes; one that lies before or
-- after it does not; of the rest it is undecided. An open side of a stored date has no day: NULL, which is in no bounds
-- and beside none.

local core = require "parley.core"
local functions = require "parley.query.functions"

local date_comparison = {}

local MOST_INLINE = 8          -- a list of more periods is left to the function
local MOST_ARGUMENTS = 100     -- of a call

local function is_literal(node) return node.kind == "literal" and node.value ~= nil end

-- The operator, the left side, the periods.
local function parts_of(node)
  if node.kind == "compare" then return node.op, node.left, { node.right } end
  if node.kind == "between" then return "between", node.operand, { node.low, node.high } end
  return "in", node.operand, node.list
end

-- Bounds of the days that pass, nil where there is none; of "!=" those that do not.
local BOUNDS = {
  ["<"] = function(first) return nil, first - 1 end,
  ["<="] = function(_, last) return nil, last end,
  [">"] = function(_, last) return last + 1, nil end,
  [">="] = function(first) return first, nil end,
}

local function bounds_of(op, periods)
  local list = {}
  if op == "between" then
    local first, last = core.date(periods[1].value), select(2, core.date(periods[2].value))
    return { { first, last } }
  end
  for i, period in ipairs(periods) do
    local first, last = core.date(period.value)
    list[i] = { first, last }
    if BOUNDS[op] then list[i] = { BOUNDS[op](first, last) } end
  end
  return list
end

local function joined(parts, word) return #parts == 1 and parts[1] or "(" .. table.concat(parts, word) .. ")" end

-- What holds where all days of a stored date lie within some bounds, and what where none do; nil for never.
local function within_and_apart(c, column, list)
  local within, apart = {}, {}
  for _, bounds in ipairs(list) do
    local first, last, all, none = bounds[1], bounds[2], {}, {}
    local low, high = first and c:param(first), last and c:param(last)
    if low then
      all[1], none[1] = ("%s >= %s"):format(column.first_day, low), ("%s < %s"):format(column.last_day, low)
    end
    local has_start = low or c.bounded and c.bounded[column.first_day]
    if has_start and high then all[#all + 1] = ("%s <= %s"):format(column.first_day, high) end          -- for an index
    if high then
      all[#all + 1] = ("%s <= %s"):format(column.last_day, high)
      none[#none + 1] = ("%s > %s"):format(column.first_day, high)
    end
    if #all == 0 then return column.sql .. " IS NOT NULL", nil end          -- all of time
    within[#within + 1], apart[#apart + 1] = joined(all, " AND "), joined(none, " OR ")
  end
  return joined(within, " OR "), joined(apart, " AND ")
end

local function all_literal(periods)
  for _, period in ipairs(periods) do
    if not is_literal(period) then return false end
  end
  return true
end

-- The two conditions of a comparison that can be written out: of a stored date with a few literals.
local function written_out(c, node)
  local op, date, periods = parts_of(node)
  local column = date.path and c:column(date)
  if not (column and column.first_day) or #periods > MOST_INLINE or not all_literal(periods) then return nil end
  local within, apart = within_and_apart(c, column, bounds_of(op, periods))
  if op == "!=" then return apart, within, column end
  return within, apart, column
end

-- A list that is longer than a call is asked in parts: its periods do not touch each other.
local function called(c, node, emit)
  local op, date, periods = parts_of(node)
  local entry = node.reading and functions.scalars[node.reading] or functions.operators.compare_dates
  local calls = {}
  for from = 1, #periods, MOST_ARGUMENTS do
    local parts = {}
    for i = from, math.min(from + MOST_ARGUMENTS - 1, #periods) do parts[#parts + 1] = emit(c, periods[i]) end
    local arguments = ("%s, %s, %s"):format(c.dialect.text(op), emit(c, date), table.concat(parts, ", "))
    calls[#calls + 1] = functions.fill(c.dialect.template(entry), function() return arguments end)
  end
  return #calls == 1 and calls[1] or "(" .. table.concat(calls, " OR ") .. ")"
end

-- True or false by the first condition that holds, else missing; a condition that is nil never does.
local function case(c, ...)
  local arms = {}
  for at = 1, 2 do
    local condition, value = select(2 * at - 1, ...)
    if condition then arms[#arms + 1] = ("WHEN %s THEN %s"):format(condition, c.dialect.truth(value)) end
  end
  return ("CASE %s END"):format(table.concat(arms, " "))
end

local LOWER = { [">="] = true, [">"] = true, ["="] = true, between = true, ["in"] = true }

--- Notes which stored dates have a first day in all rows that a condition leaves: `bounded`, by the SQL of that day. Of
-- these a later bound can be asked of the first day as well, which an index has.
---@param c table
---@param node table
function date_comparison.note_bounds(c, node)
  if node.kind == "logic" and node.op == "and" then
    date_comparison.note_bounds(c, node.left)
    date_comparison.note_bounds(c, node.right)
  end
  local op, date, periods = "", nil, {}
  if node.dated and node.reading ~= "possibly" then op, date, periods = parts_of(node) end
  local column = LOWER[op] and date.path and c:column(date)
  if not (column and column.first_day) then return end
  for _, bounds in ipairs(all_literal(periods) and bounds_of(op, periods) or { {} }) do
    if not bounds[1] then return end
  end
  c.bounded[column.first_day] = true
end

--- SQL of the value: true, false, or missing.
---@param c table
---@param node table  dated
---@param emit fun(c: table, node: table): string
---@return string
function date_comparison.value(c, node, emit)
  local yes, no, column = written_out(c, node)
  if not column then return called(c, node, emit) end
  local there = column.sql .. " IS NOT NULL"
  if node.reading == "surely" then return case(c, yes, true, there, false) end
  if node.reading == "possibly" then return case(c, no, false, there, true) end
  return case(c, yes, true, no, false)
end

--- SQL of the condition that it is true.
---@param c table
---@param node table  dated
---@param emit fun(c: table, node: table): string
---@return string
function date_comparison.holds(c, node, emit)
  if node.reading == "possibly" then return date_comparison.value(c, node, emit) end
  local yes, _, column = written_out(c, node)
  if not column then return called(c, node, emit) end
  return yes or "1 = 0"
end

return date_comparison
