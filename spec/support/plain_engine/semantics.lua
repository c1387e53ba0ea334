-- Values of the naive engine: nil is missing; truth, integers, floats and texts are Lua's. Their arithmetic, comparisons
-- and three-valued logic, and the days of a date.

local core = require "parley.core"

local store

-- The value of an SQL function.
local function ask(call, ...)
  store = store or assert(core.open(":memory:", { mode = "memory" }))
  return (store:values("SELECT " .. call, table.pack(...)))
end

local function clean(value)
  if value ~= value then return nil end
  return value == 0 and math.type(value) == "float" and 0.0 or value
end

local function overflow() error("integer overflow", 0) end

local function fits(exact, result)
  if math.abs(exact) > 2.0 ^ 62 and math.abs(exact - result) > 2.0 ^ 60 then overflow() end
  return result
end

local ARITHMETIC = {
  ["+"] = function(a, b) return a + b end,
  ["-"] = function(a, b) return a - b end,
  ["*"] = function(a, b) return a * b end,
}

local function arithmetic(op, a, b)
  if a == nil or b == nil then return nil end
  if op == "/" then return b ~= 0 and clean(a / b) or nil end
  if op == "%" then return b ~= 0 and clean(a % b) or nil end
  local result = ARITHMETIC[op](a, b)
  if math.type(result) == "integer" then return fits(ARITHMETIC[op](a + 0.0, b + 0.0), result) end
  return clean(result)
end

-- First and last day of a text; nil on an open side.
local function days(text)
  if text == nil then return nil end
  local first, last, flags = core.date(text)
  if not flags then error(last, 0) end
  return first, last
end

local function first_day(text) return (days(text)) end
local function last_day(text) return (select(2, days(text))) end

-- What values are compared by: the first day of a date, 0 and 1 for truth.
local function comparable(value, kind)
  if kind == "date" then return first_day(value) end
  if type(value) == "boolean" then return value and 1 or 0 end
  return value
end

local COMPARE = {
  ["="] = function(a, b) return a == b end, ["!="] = function(a, b) return a ~= b end,
  ["<"] = function(a, b) return a < b end, ["<="] = function(a, b) return a <= b end,
  [">"] = function(a, b) return a > b end, [">="] = function(a, b) return a >= b end,
}

local function compare(op, a, b)
  if a == nil or b == nil then return nil end
  return COMPARE[op](a, b)
end

local function negated(truth)
  if truth == nil then return nil end
  return not truth
end

local function both(a, b)
  if a == false or b == false then return false end
  if a == nil or b == nil then return nil end
  return true
end

local function same_key(value)
  if math.type(value) == "float" then value = math.tointeger(value) or value end
  return type(value):sub(1, 1) .. tostring(type(value) == "number" and ("%q"):format(value) or value)
end

local function as_text(value)
  if type(value) == "boolean" then return value and "1" or "0" end
  if math.type(value) == "float" then return ask("CAST(? AS TEXT)", value) end
  return tostring(value)
end

-- A sum to which the parts that rounding took are added in the end; of f(i) times `by`, i up to n.
local function compensated(n, f, by)
  local sum, lost = 0.0, 0.0
  for i = 1, n do
    local x = f(i) * by
    local after = sum + x
    lost = lost + (math.abs(sum) >= math.abs(x) and (sum - after) + x or (x - after) + sum)
    sum = after
  end
  return math.abs(sum) < math.huge and sum + lost or sum
end

-- The sum of f(i), divided by `count` where that is given. What is too large on the way is summed in units of 2^100.
local function exact_sum(n, f, count)
  local sum = compensated(n, f, 1.0)
  if sum == sum and math.abs(sum) < math.huge then return count and sum / count or sum end
  return compensated(n, f, 2.0 ^ -100) / (count or 1) * 2.0 ^ 100
end

return { ask = ask, clean = clean, overflow = overflow, arithmetic = arithmetic, days = days, first_day = first_day,
  last_day = last_day, comparable = comparable, COMPARE = COMPARE, compare = compare, negated = negated, both = both,
  same_key = same_key, as_text = as_text, exact_sum = exact_sum }
