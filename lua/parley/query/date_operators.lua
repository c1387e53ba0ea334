--- Comparisons with dates, bound: the right side is a period, of whose days all, none or some of the left side's are.
-- A node of such a comparison is `dated`, and has a `reading`: none where what is undecided is missing, "surely" where
-- that is false, "possibly" where it is true. A scope has one inside surely() and possibly(); `not` turns it round.

local core = require "parley.core"
local compared = require "parley.query.compared"
local operands = require "parley.query.operands"
local typed = require "parley.query.typed_nodes"

local date_operators = {}

local fail, want = operands.fail, operands.want

local function is_date(node) return node.kind == "literal" and node.type == "date" and node.value ~= nil end

-- A node that is read as the scope says. Where nothing is said, rows may stay undecided.
local function dated(scope, node)
  node.dated, node.reading = true, scope.reading
  if not scope.reading then scope.doubtful = true end
  return node
end

-- `not in` is `not` of `in`, and what is possible of the one is what is not sure of the other.
local function without_negation(scope, node)
  if not node.negated then return dated(scope, node) end
  node.negated = false
  dated(scope, node)
  node.reading = typed.OTHER_READING[node.reading]
  return typed.at(node.pos, typed.negation(node))
end

-- Nothing lies before a period that has no beginning: such a comparison would never be true.
local function check_end(scope, op, node)
  if not is_date(node) then return end
  local first, last = core.date(node.value)
  if op == "<" and not first then fail(scope, node, "bad_date.no_first_day", { text = node.value }) end
  if op == ">" and not last then fail(scope, node, "bad_date.no_last_day", { text = node.value }) end
end

--- Has both sides of a comparison read as dates, which may be texts.
function date_operators.read_sides(scope, left, right)
  for _, side in ipairs { left, right } do
    if side.type == "text" and side.kind == "literal" then compared.become_date(scope, side) end
    want(scope, side, operands.DATED, { key = "side_in_call", call = scope.reading })
  end
end

--- A comparison of which a side is a date.
function date_operators.compare(scope, node)
  check_end(scope, node.op, node.right)
  return dated(scope, node)
end

--- `d between low and high`: from the first day of low to the last of high.
function date_operators.between(scope, node)
  local low, high = node.low, node.high
  if is_date(low) and is_date(high) then
    local first, _ = core.date(low.value)
    local _, last = core.date(high.value)
    if first and last and first > last then
      fail(scope, low, "bad_argument.reversed_bounds", { low = low.value, high = high.value })
    end
  end
  return without_negation(scope, node)
end

-- First and last day of a literal; the ends of time on open sides.
local function days_of(node)
  local first, last = core.date(node.value)
  return first or math.mininteger, last or math.maxinteger
end

local function day_text(day, open)
  return day == open and ".." or core.day_text(day)
end

-- Periods that meet or overlap, put together; nil where they cover all of time.
local function joined(literals)
  local spans = {}
  for i, node in ipairs(literals) do spans[i] = table.pack(days_of(node)) end
  table.sort(spans, function(a, b) return a[1] < b[1] end)
  local together = {}
  for _, span in ipairs(spans) do
    local last = together[#together]
    if last and (last[2] == math.maxinteger or span[1] <= last[2] + 1) then
      last[2] = math.max(last[2], span[2])
    else
      together[#together + 1] = span
    end
  end
  if together[1][1] == math.mininteger and together[1][2] == math.maxinteger then return nil end
  return together
end

--- `d in (…)`: within the periods of the list, taken together.
function date_operators.among(scope, node)
  local literals, list = {}, {}
  for _, item in ipairs(node.list) do table.insert(is_date(item) and literals or list, item) end
  local together = #literals > 1 and joined(literals)
  for i, span in ipairs(together or {}) do
    local first, last = day_text(span[1], math.mininteger), day_text(span[2], math.maxinteger)
    list[#list + 1] = typed.at(literals[i].pos, typed.value(first == last and first or first .. "/" .. last, "date"))
  end
  node.list = together and list or node.list
  return without_negation(scope, node)
end

--- `d - e`: days from e to d, where both are one day.
function date_operators.days_between(scope, left, right, pos)
  scope.doubtful = true
  return typed.at(pos, typed.call("date_diff", "integer", typed.at(pos, typed.value("day", "text")), right, left))
end

return date_operators
