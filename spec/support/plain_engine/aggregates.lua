-- Aggregates of the naive engine: functions of the values of a group, in order, and of its rows.

local semantics = require "spec.support.plain_engine.semantics"
local evaluate = require "spec.support.plain_engine.expressions"

local clean, days, comparable = semantics.clean, semantics.days, semantics.comparable
local COMPARE, negated, both, same_key = semantics.COMPARE, semantics.negated, semantics.both, semantics.same_key
local as_text, exact_sum = semantics.as_text, semantics.exact_sum

-- Values as integers or numbers; whether all are integers.
local function numbers(values)
  local list, whole = {}, true
  for i, value in ipairs(values) do
    if type(value) == "boolean" then value = value and 1 or 0 end
    list[i], whole = value, whole and math.type(value) == "integer"
  end
  return list, whole
end

-- Integers in halves of 32 bits, which never overflow: high and low, the low one below 2^32.
local function halves(list)
  local high, low = 0, 0
  for _, value in ipairs(list) do high, low = high + (value // (1 << 32)), low + (value & 0xffffffff) end
  return high + (low >> 32), low & 0xffffffff
end

local function fits(high) return high >= -(1 << 31) and high < 1 << 31 end

local function whole_sum(list)
  local high, low = halves(list)
  if not fits(high) then return semantics.overflow() end
  return high * (1 << 32) + low
end

local function sum_of(list, count) return exact_sum(#list, function(i) return list[i] + 0.0 end, count) end

local function quantile(values, p)
  if #values == 0 then return nil end
  local sorted = table.move(values, 1, #values, 1, {})
  table.sort(sorted)
  local h = (#sorted - 1) * (p + 0.0)
  local below, share = math.floor(h), h % 1
  local low, high = sorted[below + 1] + 0.0, (sorted[below + 2] or sorted[below + 1]) + 0.0
  return share == 0 and low or low == high and low or (1 - share) * low + share * high
end

-- The value that comes first by what it is compared by, or last.
local function extreme(node, values, op)
  local best, best_by
  for _, value in ipairs(values) do
    local by = comparable(value, node.args[1].type)
    if by ~= nil and (best_by == nil or COMPARE[op](by, best_by)) then best, best_by = value, by end
  end
  return best
end

local AGGREGATES = {}

function AGGREGATES.count(node, values, rows) return #node.args == 0 and #rows or #values end

function AGGREGATES.count_distinct(_, values)
  local seen, count = {}, 0
  for _, value in ipairs(values) do
    local key = same_key(value)
    if not seen[key] then seen[key], count = true, count + 1 end
  end
  return count
end

function AGGREGATES.sum(_, values)
  local list, whole = numbers(values)
  if #list == 0 then return nil end
  if whole then return whole_sum(list) end
  return clean(sum_of(list))
end

function AGGREGATES.mean(_, values)
  local list, whole = numbers(values)
  if #list == 0 then return nil end
  if not whole then return clean(sum_of(list, #list)) end
  local high, low = halves(list)
  return (fits(high) and high * (1 << 32) + low or high * 4294967296.0 + low) / #list
end

function AGGREGATES.min(node, values) return extreme(node, values, "<") end
function AGGREGATES.max(node, values) return extreme(node, values, ">") end
function AGGREGATES.median(_, values) return quantile(values, 0.5) end
function AGGREGATES.quantile(node, values) return quantile(values, node.args[2].value) end
function AGGREGATES.first(_, values) return values[1] end
function AGGREGATES.last(_, values) return values[#values] end

-- A text as an item of a list.
local function item(text)
  if not text:find("; ", 1, true) and text:sub(1, 1) ~= '"' then return text end
  return '"' .. text:gsub('"', '""') .. '"'
end

function AGGREGATES.list(_, values)
  local texts = {}
  for i, value in ipairs(values) do texts[i] = item(as_text(value)) end
  return #texts > 0 and table.concat(texts, "; ") or nil
end

function AGGREGATES.string_agg(node, values)
  local texts = {}
  for i, value in ipairs(values) do texts[i] = as_text(value) end
  return #texts > 0 and table.concat(texts, node.args[2].value) or nil
end

-- The values in the rows with the greatest `by`: one after another, the greatest that is left.
function AGGREGATES.top(node, _, rows)
  local texts, left = {}, {}
  for i, row in ipairs(rows) do
    local value, by = evaluate(node.args[1], row), comparable(evaluate(node.args[3], row), node.args[3].type)
    if value ~= nil and by ~= nil then left[#left + 1] = { value = value, by = by, at = i } end
  end
  while #left > 0 and #texts < node.args[2].value do
    local best = 1
    for i, one in ipairs(left) do
      if one.by > left[best].by then best = i end
    end
    texts[#texts + 1] = item(as_text(table.remove(left, best).value))
  end
  return #texts > 0 and table.concat(texts, "; ") or nil
end

-- Whether a value sorts before another of its type.
local function sorts_before(a, b, kind)
  if kind ~= "date" then return comparable(a) < comparable(b) end
  local first, last = days(a)
  local other_first, other_last = days(b)
  first, other_first, last, other_last = first or math.huge, other_first or math.huge, last or math.huge,
    other_last or math.huge
  if first ~= other_first then return first < other_first end
  if last ~= other_last then return last < other_last end
  return a < b
end

function AGGREGATES.mode(node, values)
  local times, best = {}, nil
  for _, value in ipairs(values) do
    local key = same_key(value)
    times[key] = (times[key] or 0) + 1
  end
  for _, value in ipairs(values) do
    local ahead = best ~= nil and times[same_key(value)] - times[same_key(best)]
    if not ahead or ahead > 0 or ahead == 0 and sorts_before(value, best, node.args[1].type) then best = value end
  end
  return best
end

local function three_valued(node, rows, fold)
  local truth = nil
  for i, row in ipairs(rows) do
    local value = evaluate(node.args[1], row)
    if i == 1 then truth = value else truth = fold(truth, value) end
  end
  return truth
end

function AGGREGATES.all(node, _, rows) return three_valued(node, rows, both) end

function AGGREGATES.any(node, _, rows)
  return three_valued(node, rows, function(a, b) return negated(both(negated(a), negated(b))) end)
end

-- The values of the rows in which every argument of a call has one, a list for each argument.
local function numbers_of(node, rows)
  local lists = {}
  for at in ipairs(node.args) do lists[at] = {} end
  for _, row in ipairs(rows) do
    local found = {}
    for at, arg in ipairs(node.args) do found[at] = evaluate(arg, row) end
    if #found == #node.args then
      for at, value in ipairs(found) do table.insert(lists[at], value) end
    end
  end
  return table.unpack(lists)
end

-- Two floats that come to a value: an integer may have more digits than one holds.
local function parts(value)
  if math.type(value) == "float" or value <= 1 << 53 and value >= -(1 << 53) then return value + 0.0, 0.0 end
  return (value >> 32 << 32) + 0.0, (value & 0xffffffff) + 0.0
end

-- Floats that vary as the values do: what the first is taken from all, where there are integers of more digits.
local function varying(list)
  local long, floats = false, {}
  for i, value in ipairs(list) do
    long = long or math.type(value) == "integer" and (value > 2 ^ 53 or value < -2 ^ 53)
    floats[i] = value + 0.0
  end
  if not long then return floats end
  local first, first_rest = parts(list[1])
  for i, value in ipairs(list) do
    local x, rest = parts(value)
    floats[i] = (x - first) + (rest - first_rest)
  end
  return floats
end

-- The numbers in units of a power of two of which none is large or small, and that unit.
local function in_units(list)
  local most = 0.0
  for _, x in ipairs(list) do most = math.max(most, math.abs(x)) end
  if most == 0 or most >= math.huge or (most < 2.0 ^ 300 and most > 2.0 ^ -300) then return list, 1.0 end
  local unit = 2.0 ^ math.max(-1000, math.floor(math.log(most, 2)))
  local scaled = {}
  for i, x in ipairs(list) do scaled[i] = x / unit end
  return scaled, unit
end

-- Sum of the products of deviations from the means; 0 where a side does not vary.
local function deviations(x, y)
  local n, varies = #x, {}
  for at, list in ipairs { x, y } do
    for i = 2, n do varies[at] = varies[at] or list[i] ~= list[1] end
  end
  if not (varies[1] and varies[2]) then return math.abs(x[1]) + math.abs(y[1]) < math.huge and 0.0 or 0.0 / 0.0 end
  local x_mean, y_mean = sum_of(x, n), sum_of(y, n)
  return exact_sum(n, function(i) return (x[i] - x_mean) * (y[i] - y_mean) end)
end

-- The variance in units, and the unit.
local function spread(node, rows)
  local x, unit = in_units(varying(numbers_of(node, rows)))
  return #x > 1 and deviations(x, x) / (#x - 1) or nil, unit
end

function AGGREGATES.variance(node, _, rows)
  local variance, unit = spread(node, rows)
  return variance and clean(variance * unit * unit)
end

function AGGREGATES.stddev(node, _, rows)
  local variance, unit = spread(node, rows)
  return variance and clean(math.sqrt(variance) * unit)
end

function AGGREGATES.corr(node, _, rows)
  local x, y = numbers_of(node, rows)
  if #x < 2 then return nil end
  x, y = in_units(varying(x)), in_units(varying(y))
  local xx, yy = deviations(x, x), deviations(y, y)
  if not (xx > 0 and yy > 0) then return nil end
  local r = deviations(x, y) / (math.sqrt(xx) * math.sqrt(yy))
  return clean(r == r and math.max(-1.0, math.min(1.0, r)) or r)
end

-- A half of the digits of a number, with which products are exact.
local function high(x) return x * (2.0 ^ 27 + 1) - (x * (2.0 ^ 27 + 1) - x) end

-- What rounding takes from a product.
local function rest_of_product(x, y)
  local x_high, y_high = high(x), high(y)
  local x_low, y_low = x - x_high, y - y_high
  return x_low * y_low - (x * y - x_high * y_high - x_low * y_high - x_high * y_low)
end

function AGGREGATES.weighted_mean(node, _, rows)
  local values, weights_of = numbers_of(node, rows)
  local least, greatest, negative, x, w, weights = math.huge, -math.huge, false, {}, {}, {}
  for i, value in ipairs(values) do
    least, greatest = math.min(least, value + 0.0), math.max(greatest, value + 0.0)
    negative = negative or weights_of[i] < 0
    local value_parts, weight_parts = { parts(value) }, { parts(weights_of[i]) }
    for k = 0, 3 do
      local value_part, weight_part = value_parts[k // 2 + 1], weight_parts[k % 2 + 1]
      local counts = k == 0 or value_part ~= 0 and weight_part ~= 0
      if counts then x[#x + 1], w[#w + 1] = value_part, weight_part end
      if k < 2 then weights[#weights + 1] = weight_part end
    end
  end
  local unit, weight_unit
  x, unit = in_units(x)
  w, weight_unit = in_units(w)
  local weight = exact_sum(#weights, function(i) return weights[i] / weight_unit end)
  if weight == 0 then return nil end
  local n = #x
  local mean = exact_sum(2 * n, function(i)
    if i <= n then return x[i] * w[i] end
    local rest = rest_of_product(x[i - n], w[i - n])
    return rest == rest and rest or 0.0
  end, weight) * unit
  if not negative and mean == mean then mean = math.max(least, math.min(greatest, mean)) end
  return clean(mean)
end

return AGGREGATES
