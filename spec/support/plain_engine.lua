--- A third opinion: the steps of a query done row by row on Lua lists, with no thought of speed.
-- Names and types come from parley.check, as for every engine; functions of one text, date or number are asked of
-- SQLite one by one. All else (three-valued logic, comparisons, arithmetic, groups, order, joins) is written out here.

local bind = require "parley.query.bind"
local core = require "parley.core"
local expr = require "parley.query.expr"
local tree = require "parley.query.tree"
local functions = require "parley.query.functions"
local random_tables = require "spec.support.random_tables"

local plain_engine = {}

local evaluate                  -- forward: a node for a row

-- Values: nil is missing; truth, integers, floats and texts are Lua's -----------------------------------------

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

-- Nodes -----------------------------------------------------------------------------------------------------

local NODES = {}

function NODES.literal(node) return clean(node.value) end

function NODES.column(node, row) return row[node.column.at] end

function NODES.key(node, row) return row.keys[node.place] end

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
  local a, b = evaluate(node.left, row), evaluate(node.right, row)
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

-- Functions -------------------------------------------------------------------------------------------------

local ASKED = {
  lower = "text_lower(?)", upper = "text_upper(?)", length = "length(?)", contains = "contains(?, ?)",
  trim = "trim(?, char(9, 10, 11, 12, 13, 32, 160))", year = "edtf_year(?)", quarter = "edtf_quarter(?)",
  month = "edtf_month(?)", week = "edtf_week(?)", day = "edtf_day(?)", overlaps = "edtf_overlaps(?, ?)",
  during = "edtf_during(?, ?)",
}

-- A function that nobody has written out here is asked of SQLite under its own name.
local function asked_as_it_is(node)
  return ("parley_%s(%s)"):format(node.name, ("?, "):rep(#node.args):sub(1, -3))
end

local CALLS = {}

function CALLS.abs(_, x)
  if x == math.mininteger and math.type(x) == "integer" then overflow() end
  return x and clean(math.abs(x))
end

function CALLS.round(node, x, places)
  if x == nil or #node.args == 2 and places == nil then return nil end
  return clean(places and ask("round(?, ?)", x, places) or ask("round(?)", x))
end

function CALLS.substr(node, text, from, count)
  if text == nil or from == nil or #node.args == 3 and count == nil then return nil end
  return count and ask("substr(?, ?, ?)", text, from, count) or ask("substr(?, ?)", text, from)
end

function CALLS.start(_, text)
  local day = first_day(text)
  return day and core.day_text(day)
end

function CALLS.stop(_, text)
  local day = last_day(text)
  return day and core.day_text(day)
end

function CALLS.days(_, text)
  local first, last = first_day(text), last_day(text)
  return first and last and last - first + 1 or nil
end

local function number_or_nil(x)
  if x ~= x then return nil end
  return x + 0.0
end

-- An infinite result of finite arguments.
local function finite(result, ...)
  for _, x in ipairs { ... } do
    if math.abs(x) == math.huge then return number_or_nil(result) end
  end
  if math.abs(result) == math.huge then overflow() end
  return number_or_nil(result)
end

-- Each is asked only where no argument is missing.
local WHOLE = {}

function WHOLE.sqrt(_, x) return x >= 0 and math.sqrt(x) or nil end
function WHOLE.exp(_, x) return finite(math.exp(x), x) end
function WHOLE.ln(_, x) return x > 0 and math.log(x) or nil end
function WHOLE.log10(_, x) return x > 0 and math.log(x, 10) or nil end

function WHOLE.power(_, x, y)
  if x == 0 and y < 0 then return nil end
  return finite(x ^ y, x, y)
end

local function to_whole(round)
  return function(_, x)
    if math.type(x) == "integer" or math.abs(x) >= 2.0 ^ 52 then return x end
    return round(x) + 0.0
  end
end

WHOLE.floor, WHOLE.ceil = to_whole(math.floor), to_whole(math.ceil)

function WHOLE.sign(_, x) return x > 0 and 1 or x < 0 and -1 or 0 end

function WHOLE.distance(_, lat1, lon1, lat2, lon2)
  if math.abs(lat1) > 90 or math.abs(lat2) > 90 or math.abs(lon1) == math.huge or math.abs(lon2) == math.huge then
    return nil
  end
  lat1, lon1, lat2, lon2 = lat1 + 0.0, lon1 + 0.0, lat2 + 0.0, lon2 + 0.0
  local to_radians = math.pi / 180.0
  local north = math.sin((lat2 - lat1) * to_radians / 2.0)
  local east = math.sin((lon2 - lon1) * to_radians / 2.0)
  local h = north * north + math.cos(lat1 * to_radians) * math.cos(lat2 * to_radians) * east * east
  return 2.0 * 6371.0088 * math.asin(math.sqrt(math.min(h, 1.0)))
end

function WHOLE.starts_with(_, text, start) return text:sub(1, #start) == start end
function WHOLE.ends_with(_, text, stop) return #stop <= #text and text:sub(#text - #stop + 1) == stop end
function WHOLE.regexp(_, text, pattern) return text:find(pattern) ~= nil end

-- The parts of a text between separators, found plainly.
local function parts_of(text, separator)
  local parts, from = {}, 1
  if separator == "" then return { text } end
  while true do
    local first, last = text:find(separator, from, true)
    parts[#parts + 1] = text:sub(from, first and first - 1)
    if not first then return parts end
    from = last + 1
  end
end

function WHOLE.replace(_, text, old, new)
  if old == "" then return text end
  return table.concat(parts_of(text, old), new)
end

function WHOLE.split_part(_, text, separator, n)
  local parts = parts_of(text, separator)
  return parts[n < 0 and #parts + 1 + n or n]
end

-- Characters: any byte, and after one from 0xC0 on all that continue it.
local function characters_of(text)
  local list, at = {}, 1
  while at <= #text do
    local last = text:byte(at) >= 0xC0 and select(2, text:find("^[\x80-\xBF]*", at + 1)) or at
    list[#list + 1] = text:sub(at, last)
    at = last + 1
  end
  return list
end

function WHOLE.lpad(_, text, n, fill)
  local characters, filling = characters_of(text), characters_of(fill or " ")
  if n <= #characters or #filling == 0 then return table.concat(characters, "", 1, math.max(0, math.min(n, #characters))) end
  local parts = {}
  if n > 1 << 20 then error("a text that is too long", 0) end
  for i = 1, n - #characters do parts[i] = filling[(i - 1) % #filling + 1] end
  return table.concat(parts) .. text
end

-- Year, month and day of a day number.
local function calendar(day)
  local year, month, dom = core.day_text(day):match "^Y?(%-?%d+)%-(%d%d)%-(%d%d)$"
  return math.tointeger(year), math.tointeger(month), math.tointeger(dom)
end

local UNITS = {
  day = function(day) return day end,
  week = function(day) return (day + 3) // 7 end,
  month = function(day) local y, m = calendar(day) return y * 12 + m end,
  quarter = function(day) local y, m = calendar(day) return y * 4 + (m - 1) // 3 end,
  year = function(day) return (calendar(day)) end,
}

local function unit_of(unit, text)
  local first, last = days(text)
  if not (first and last) or UNITS[unit](first) ~= UNITS[unit](last) then return nil end
  return UNITS[unit](first)
end

function WHOLE.date_diff(_, unit, a, b)
  local from, to = unit_of(unit, a), unit_of(unit, b)
  return from and to and to - from or nil
end

-- The extremes of date_diff, over the days at the ends of both dates.
local function diff_of_days(unit, a, b) return a and b and UNITS[unit](b) - UNITS[unit](a) or nil end

function WHOLE.date_diff_low(_, unit, a, b) return diff_of_days(unit, last_day(a), first_day(b)) end
function WHOLE.date_diff_high(_, unit, a, b) return diff_of_days(unit, first_day(a), last_day(b)) end

-- The sides of an interval; a date that is none is both.
local function sides(text)
  days(text)
  local from, until_ = text:match "^([^/]*)/([^/]*)$"
  local function side(given) return given ~= "" and given ~= ".." and given or nil end
  return side(from or text), side(until_ or text)
end

WHOLE["from"] = function(_, text) return (sides(text)) end
WHOLE["until"] = function(_, text) return (select(2, sides(text))) end

function WHOLE.days_high(_, text)
  local from, to = sides(text)
  return from and to and last_day(to) - first_day(from) + 1 or nil
end

function WHOLE.days_low(_, text)
  local from, to = sides(text)
  return from and to and math.max(1, first_day(to) - last_day(from) + 1) or nil
end

-- Weeks are counted from the first Thursday of a year.
local function iso_week(day)
  local thursday = day - (day + 3) % 7 + 3
  local year, week = calendar(thursday), 1
  while calendar(thursday - 7 * week) == year do week = week + 1 end
  return year, week
end

local function shared(text, of)
  local first, last = days(text)
  if first == nil or last == nil then return nil end
  local a, b = of(first), of(last)
  return a == b and a or nil
end

function WHOLE.week_year(_, text) return shared(text, function(day) return (iso_week(day)) end) end

function WHOLE.iso_week(_, text)
  return shared(text, function(day)
    local year, week = iso_week(day)
    return ("%s%s%04d-W%02d"):format(math.abs(year) > 9999 and "Y" or "", year < 0 and "-" or "", math.abs(year), week)
  end)
end

local MONTHS = { month = 1, quarter = 3, year = 12 }

function WHOLE.date_add(_, text, n, unit)
  local first, last = days(text)
  if first == nil or first ~= last then return nil end
  if math.abs(n + 0.0) > 1e9 then overflow() end
  if not MONTHS[unit] then
    local day = first + n * (unit == "week" and 7 or 1)
    if day < -365961662 or day > 364522971 then overflow() end
    return core.day_text(day)
  end
  local year, month, dom = calendar(first)
  local number = year * 12 + month - 1 + n * MONTHS[unit]
  if number // 12 < -999999 or number // 12 > 999999 then overflow() end
  local function shaped(year_number, day)
    local sign = year_number < 0 and "-" or ""
    return ("%s%s%04d-%02d-%02d"):format(math.abs(year_number) > 9999 and "Y" or "", sign, math.abs(year_number),
      number % 12 + 1, day)
  end
  for day = dom, 28, -1 do
    if core.date(shaped(number // 12, day)) then return shaped(number // 12, day) end
  end
  return shaped(number // 12, dom)
end

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
  local call = CALLS[node.name]
  if call then return call(node, table.unpack(args, 1, args.n)) end
  for i = 1, args.n do
    if args[i] == nil then return nil end
  end
  if WHOLE[node.name] then return WHOLE[node.name](node, table.unpack(args, 1, args.n)) end
  local value = ask(ASKED[node.name] or asked_as_it_is(node), table.unpack(args, 1, args.n))
  if node.type == "boolean" then return value == 1 end
  return value
end

function evaluate(node, row) return NODES[node.kind](node, row) end

-- Aggregates: functions of the values of a group, in order ---------------------------------------------------

local function same_key(value)
  if math.type(value) == "float" then value = math.tointeger(value) or value end
  return type(value):sub(1, 1) .. tostring(type(value) == "number" and ("%q"):format(value) or value)
end

local function total(values)
  local sum = nil
  for i, value in ipairs(values) do
    if type(value) == "boolean" then value = value and 1 or 0 end
    if i == 1 then sum = value else sum = arithmetic("+", sum, value) end
    if sum == nil then return nil end
  end
  return sum
end

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

local function as_text(value)
  if type(value) == "boolean" then return value and "1" or "0" end
  if math.type(value) == "float" then return ask("CAST(? AS TEXT)", value) end
  return tostring(value)
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

function AGGREGATES.sum(_, values) return clean(total(values)) end

function AGGREGATES.mean(_, values)
  local floats = {}
  for i, value in ipairs(values) do
    floats[i] = type(value) == "boolean" and (value and 1.0 or 0.0) or value + 0.0
  end
  local sum = total(floats)
  return sum and clean(sum / #values)
end

function AGGREGATES.min(node, values) return extreme(node, values, "<") end
function AGGREGATES.max(node, values) return extreme(node, values, ">") end
function AGGREGATES.median(_, values) return quantile(values, 0.5) end
function AGGREGATES.quantile(node, values) return quantile(values, node.args[2].value) end
function AGGREGATES.first(_, values) return values[1] end
function AGGREGATES.last(_, values) return values[#values] end

function AGGREGATES.list(_, values)
  local texts = {}
  for i, value in ipairs(values) do texts[i] = as_text(value) end
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
    texts[#texts + 1] = as_text(table.remove(left, best).value)
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

-- Numbers of the rows in which every argument of a call has a value, a list for each argument.
local function numbers_of(node, rows)
  local lists = {}
  for at in ipairs(node.args) do lists[at] = {} end
  for _, row in ipairs(rows) do
    local found = {}
    for at, arg in ipairs(node.args) do found[at] = evaluate(arg, row) end
    if #found == #node.args then
      for at, value in ipairs(found) do table.insert(lists[at], value + 0.0) end
    end
  end
  return table.unpack(lists)
end

-- A sum to which the parts that rounding took are added in the end; of f(i), i up to n.
local function exact_sum(n, f)
  local sum, lost = 0.0, 0.0
  for i = 1, n do
    local x = f(i)
    local after = sum + x
    lost = lost + (math.abs(sum) >= math.abs(x) and (sum - after) + x or (x - after) + sum)
    sum = after
  end
  return math.abs(sum) < math.huge and sum + lost or sum
end

-- Sum of the products of deviations from the means; 0 where a side does not vary.
local function deviations(x, y)
  local n, varies = #x, {}
  for at, list in ipairs { x, y } do
    for i = 2, n do varies[at] = varies[at] or list[i] ~= list[1] end
  end
  if not (varies[1] and varies[2]) then return math.abs(x[1] * y[1]) < math.huge and 0.0 or 0.0 / 0.0 end
  local x_mean, y_mean = exact_sum(n, function(i) return x[i] end) / n, exact_sum(n, function(i) return y[i] end) / n
  return exact_sum(n, function(i) return (x[i] - x_mean) * (y[i] - y_mean) end)
end

function AGGREGATES.variance(node, _, rows)
  local x = numbers_of(node, rows)
  return #x > 1 and clean(deviations(x, x) / (#x - 1)) or nil
end

function AGGREGATES.stddev(node, _, rows)
  local variance = AGGREGATES.variance(node, nil, rows)
  return variance and math.sqrt(variance)
end

function AGGREGATES.corr(node, _, rows)
  local x, y = numbers_of(node, rows)
  if #x < 2 then return nil end
  local xx, yy = deviations(x, x), deviations(y, y)
  if not (xx > 0 and yy > 0) then return nil end
  local r = deviations(x, y) / (math.sqrt(xx) * math.sqrt(yy))
  return clean(r == r and math.max(-1.0, math.min(1.0, r)) or r)
end

function AGGREGATES.weighted_mean(node, _, rows)
  local x, w = numbers_of(node, rows)
  local weights = exact_sum(#w, function(i) return w[i] end)
  if weights == 0 then return nil end
  return clean(exact_sum(#x, function(i) return x[i] * w[i] end) / weights)
end

-- Window functions: of a row of a group, the at-th.
local WINDOWS = {}

local function counted(node, row)
  local value = evaluate(node.args[1], row)
  if type(value) == "boolean" then return value and 1 or 0 end
  return value
end

function WINDOWS.row_number(_, _, at) return at end

function WINDOWS.lag(node, rows, at)
  local from = rows[at - (node.args[2] and node.args[2].value or 1)]
  return from and evaluate(node.args[1], from)
end

function WINDOWS.lead(node, rows, at)
  local from = rows[at + (node.args[2] and node.args[2].value or 1)]
  return from and evaluate(node.args[1], from)
end

function WINDOWS.cumsum(node, rows, at)
  local sum = node.type == "number" and 0.0 or 0
  if counted(node, rows[at]) == nil then return nil end
  for i = 1, at do
    local value = counted(node, rows[i])
    if value ~= nil and math.type(sum) == "integer" then sum = arithmetic("+", sum, value)
    elseif value ~= nil then sum = sum + value end
  end
  return clean(sum)
end

function WINDOWS.share(node, rows, at)
  local list = {}
  for _, row in ipairs(rows) do table.insert(list, counted(node, row)) end
  local whole, own = exact_sum(#list, function(i) return list[i] + 0.0 end), counted(node, rows[at])
  return own ~= nil and whole ~= 0 and clean(own / whole) or nil
end

function WINDOWS.rolling_mean(node, rows, at)
  local n, sum, there = node.args[2].value, 0.0, 0
  if at < n then return nil end
  for i = at - n + 1, at do
    local value = counted(node, rows[i])
    if value ~= nil then sum, there = sum + value, there + 1 end
  end
  return there > 0 and clean(sum / there) or nil
end

function WINDOWS.rank(node, rows, at)
  local function keys(row)
    local value = evaluate(node.args[1], row)
    if node.args[1].type ~= "date" or value == nil then return comparable(value), 0, value end
    local first, last = days(value)
    return first or math.huge, last or math.huge, value
  end
  local own, own_last, value = keys(rows[at])
  local rank = 1
  if value == nil then return nil end
  for _, row in ipairs(rows) do
    local other, last, other_value = keys(row)
    if other_value ~= nil and (other < own or other == own and last < own_last) then rank = rank + 1 end
  end
  return rank
end

local function aggregates_of(node, found)
  if node.aggregate or node.window then
    found[#found + 1] = node
    return found
  end
  tree.find(node, function(inner)
    if inner.aggregate or inner.window then found[#found + 1] = inner end
    return false
  end)
  return found
end

-- The values of the aggregates of a node over the rows of a group, and of windows in its at-th row.
local function aggregated(node, rows, at)
  local values_of = {}
  for _, call in ipairs(aggregates_of(node, {})) do
    local values = {}
    if call.window then values_of[call] = WINDOWS[call.name](call, rows, at) end
    for _, row in ipairs(rows) do
      local value = call.args[1] and evaluate(call.args[1], row)
      if value ~= nil then values[#values + 1] = value end
    end
    if call.aggregate then values_of[call] = AGGREGATES[call.name](call, values, rows) end
  end
  return values_of
end

-- Relations: { columns = { { name, type, at } }, rows = lists } -----------------------------------------------

local function scope_of(relation, text, more)
  local by_name = {}
  for i = #relation.columns, 1, -1 do by_name[relation.columns[i].name] = relation.columns[i] end
  local rows = { columns = relation.columns, by_name = by_name, home = {}, info = { name = "plain" } }
  local scope = { text = text, rows = rows, lookups = {} }
  for key, value in pairs(more or {}) do scope[key] = value end
  return scope
end

local function checked(relation, text, node, more) return bind.expression(scope_of(relation, text, more), node) end

local function item_of(relation, text, more)
  local item = expr.parse_item(text)
  item.node = checked(relation, text, item.node, more)
  item.type, item.column = item.node.type, item.node.column or { name = item.name }
  return item
end

local function kind_of(node) return node.type == "null" and "text" or node.type end

-- The relation of these columns, whose rows are given by a function of the old ones.
local function made(columns, rows)
  for at, column in ipairs(columns) do column.at = at end
  return { columns = columns, rows = rows }
end

local function computed(relation, items, value_of)
  local columns, rows = {}, {}
  value_of = value_of or evaluate
  for i, item in ipairs(items) do columns[i] = { name = item.name, type = kind_of(item.node) } end
  for r, row in ipairs(relation.rows) do
    rows[r] = {}
    for i, item in ipairs(items) do rows[r][i] = clean(value_of(item.node, row, r)) end
  end
  return made(columns, rows)
end

-- Sorting -----------------------------------------------------------------------------------------------------

-- Negative, 0 or positive; missing values last either way.
local function order_of(a, b, desc)
  if a == nil or b == nil then return (a == nil and 1 or 0) - (b == nil and 1 or 0) end
  if a == b then return 0 end
  return (a < b) == not desc and -1 or 1
end

local function sort_values(value, kind)
  if kind == "date" then return first_day(value), last_day(value) end
  return comparable(value, kind), nil
end

-- Rows in the order of keys { value = function of a row, type, desc }; stable.
local function sorted(rows, keys)
  local entries = {}
  for at, row in ipairs(rows) do
    local entry = { at = at, row = row }
    for k, key in ipairs(keys) do entry[2 * k - 1], entry[2 * k] = sort_values(key.value(row), key.type) end
    entries[at] = entry
  end
  table.sort(entries, function(a, b)
    for k = 1, 2 * #keys do
      local order = order_of(a[k], b[k], keys[(k + 1) // 2].desc)
      if order ~= 0 then return order < 0 end
    end
    return a.at < b.at
  end)
  for at, entry in ipairs(entries) do entries[at] = entry.row end
  return entries
end

local function by_columns(columns, count)
  local keys = {}
  for i = 1, count do keys[i] = { type = columns[i].type, value = function(row) return row[i] end } end
  return keys
end

-- Verbs -------------------------------------------------------------------------------------------------------

local VERBS = {}

local function kept(relation, holds)
  local rows = {}
  for _, row in ipairs(relation.rows) do
    if holds(row) then rows[#rows + 1] = row end
  end
  return { columns = relation.columns, rows = rows }
end

local function matches(value, wanted)
  if rawequal(wanted, core.null) then return value == nil end
  return value ~= nil and value == wanted
end

-- Whether a date is within one of some periods, which is what the words of an expression say.
local function dated(relation, name, wanted)
  local periods, places = {}, {}
  for _, one in ipairs(wanted) do
    if not rawequal(one, core.null) then periods[#periods + 1], places[#places + 1] = one, "?" end
  end
  if #periods == 0 then return function() return false end end
  periods.n = #periods
  local text = ('"%s" in (%s)'):format(name:gsub('"', '""'), table.concat(places, ", "))
  local node = checked(relation, text, expr.parse(text, periods))
  return function(row) return evaluate(node, row) == true end
end

local function where_table(relation, conditions)
  for _, column in ipairs(relation.columns) do
    local wanted = conditions[column.name]
    if wanted ~= nil then
      if type(wanted) ~= "table" then wanted = { wanted } end
      local within = column.type == "date" and dated(relation, column.name, wanted)
      relation = kept(relation, function(row)
        local value = row[column.at]
        for _, one in ipairs(wanted) do
          if within and not rawequal(one, core.null) then
            if within(row) then return true end
          elseif matches(value, one) then
            return true
          end
        end
        return false
      end)
    end
  end
  return relation
end

function VERBS.where(relation, condition, ...)
  if type(condition) == "table" then return where_table(relation, condition) end
  local node = checked(relation, condition, expr.parse(condition, table.pack(...)))
  return kept(relation, function(row) return evaluate(node, row) == true end)
end

local function items_of(relation, ...)
  local items = {}
  for i, text in ipairs { ... } do items[i] = item_of(relation, text) end
  return items
end

function VERBS.select(relation, ...) return computed(relation, items_of(relation, ...)) end

local function column_item(column)
  return { name = column.name, node = { kind = "column", column = column, type = column.type } }
end

-- The items of all columns, with these among them.
local function put_among(relation, more)
  local items = {}
  for i, column in ipairs(relation.columns) do items[i] = column_item(column) end
  for _, item in ipairs(more) do
    local place = #items + 1
    for i, other in ipairs(items) do
      if other.name == item.name then place = i end
    end
    items[place] = item
  end
  return items
end

local function row_key(row, count)
  local parts = {}
  for i = 1, count do parts[i] = same_key(row[i]) end
  return table.concat(parts, "\0")
end

function VERBS.distinct(relation, ...)
  if select("#", ...) > 0 then relation = VERBS.select(relation, ...) end
  local seen = {}
  return kept(relation, function(row)
    local key = row_key(row, #relation.columns)
    local new = not seen[key]
    seen[key] = true
    return new
  end)
end

function VERBS.sort(relation, ...)
  local keys = {}
  for i, text in ipairs { ... } do
    local item = expr.parse_sort(text)
    local node = checked(relation, text, item.node)
    keys[i] = { type = node.type, desc = item.desc, value = function(row) return clean(evaluate(node, row)) end }
  end
  return { columns = relation.columns, rows = sorted(relation.rows, keys) }
end

function VERBS.limit(relation, n, offset)
  offset = offset or 0
  return { columns = relation.columns, rows = table.move(relation.rows, offset + 1,
    math.min(#relation.rows, offset + n), 1, {}) }
end

-- Groups ------------------------------------------------------------------------------------------------------

function VERBS.by(relation, ...)
  return { columns = relation.columns, rows = relation.rows, keys = items_of(relation, ...) }
end

-- The groups: rows by key, with the values of the keys, in the order of the keys.
local function groups_of(relation)
  local keys = relation.keys or {}
  local values, groups, by_key = computed(relation, keys), {}, {}
  for r, row in ipairs(relation.rows) do
    local key = row_key(values.rows[r], #keys)
    if not by_key[key] then
      by_key[key] = { rows = {}, first = row }
      for i = 1, #keys do by_key[key][i] = values.rows[r][i] end
      groups[#groups + 1] = by_key[key]
    end
    table.insert(by_key[key].rows, row)
  end
  if #keys == 0 and #groups == 0 then groups[1] = { rows = {}, first = {} } end
  return sorted(groups, by_columns(values.columns, #keys)), values.columns
end

-- with() after by(): each row in its place among the rows of its group.
local function windowed(relation, ...)
  local items, group_of, place_of = {}, {}, {}
  for i, text in ipairs { ... } do items[i] = item_of(relation, text, { aggregates = true, windows = true }) end
  for _, group in ipairs((groups_of(relation))) do
    for at, row in ipairs(group.rows) do group_of[row], place_of[row] = group, at end
  end
  return computed(relation, put_among(relation, items), function(node, row)
    local found = aggregated(node, group_of[row].rows, place_of[row])
    return evaluate(node, setmetatable({ aggregates = found }, { __index = row }))
  end)
end

VERBS["with"] = function(relation, ...)
  if relation.keys then return windowed(relation, ...) end
  return computed(relation, put_among(relation, items_of(relation, ...)))
end

local function summarised(relation, items)
  local groups, columns = groups_of(relation)
  local keys, rows = #columns, {}
  for i, item in ipairs(items) do columns[keys + i] = { name = item.name, type = kind_of(item.node) } end
  for g, group in ipairs(groups) do
    rows[g] = table.move(group, 1, keys, 1, {})
    for i, item in ipairs(items) do
      local row = setmetatable({ keys = group, aggregates = aggregated(item.node, group.rows) }, { __index = group.first })
      rows[g][keys + i] = clean(evaluate(item.node, row))
    end
  end
  return made(columns, rows)
end

function VERBS.summarise(relation, ...)
  local items = {}
  for i, text in ipairs { ... } do
    items[i] = item_of(relation, text, { aggregates = true, keys = relation.keys or {} })
  end
  return summarised(relation, items)
end

-- The short form of an aggregate, as an item.
local function short_item(relation, name, ...)
  local node, entry = { kind = "call", name = name, args = {}, pos = 1 }, functions.aggregates[name]
  for at, given in ipairs { ... } do
    node.args[at] = functions.is_setting(entry, at) and tree.literal(given, 1) or expr.parse_item(given).node
  end
  return { node = checked(relation, name, node, { aggregates = true, keys = {} }), name = tree.call_name(node, name) }
end

for name in pairs(functions.aggregates) do
  VERBS[name] = function(relation, ...) return summarised(relation, { short_item(relation, name, ...) }) end
end

-- Pivot and join ------------------------------------------------------------------------------------------------

local function different_values(relation, item)
  local values, seen = {}, {}
  for _, row in ipairs(relation.rows) do
    local value = clean(evaluate(item.node, row))
    local key = same_key(value)
    if not seen[key] then
      seen[key] = true
      values[#values + 1] = { value = value }
    end
  end
  return sorted(values, { { type = "value", value = function(entry) return entry.value end } })
end

function VERBS.pivot(relation, given)
  local texts = type(given.rows) == "table" and given.rows or { given.rows }
  local keyed = VERBS.by(relation, table.unpack(texts))
  local across = item_of(relation, given.columns)
  local values = item_of(relation, given.values or "count()", { aggregates = true, keys = keyed.keys })
  local groups, columns = groups_of(keyed)
  local keys, rows, taken = #columns, {}, {}
  for _, key in ipairs(columns) do taken[key.name] = true end
  for g, group in ipairs(groups) do rows[g] = table.move(group, 1, keys, 1, {}) end
  for i, entry in ipairs(different_values(relation, across)) do
    local name = entry.value == nil and "missing" or tostring(entry.value)
    if taken[name] then name = ("%s = %s"):format(across.name, name) end
    taken[name], columns[keys + i] = true, { name = name, type = kind_of(values.node) }
    for g, group in ipairs(groups) do
      local of_value = kept({ rows = group.rows }, function(row)
        return same_key(clean(evaluate(across.node, row))) == same_key(entry.value)
      end)
      local row = setmetatable({ keys = group, aggregates = aggregated(values.node, of_value.rows) },
        { __index = group.first })
      rows[g][keys + i] = clean(evaluate(values.node, row))
    end
  end
  return made(columns, rows)
end

local function column_at(relation, name)
  for _, column in ipairs(relation.columns) do
    if column.name == name then return column.at end
  end
end

local function key_pairs(left, right, on)
  local pairs_of_places = {}
  if type(on) == "string" then on = { [on] = on } end
  for a, b in pairs(on) do pairs_of_places[#pairs_of_places + 1] = { column_at(left, a), column_at(right, b), b, a } end
  return pairs_of_places
end

local function meets(a, b, keys)
  for _, key in ipairs(keys) do
    if a[key[1]] == nil or a[key[1]] ~= b[key[2]] then return false end
  end
  return true
end

-- A key's column whose name is taken gets a name of its own, by a number if need be.
local function free_name(columns, name, is_key)
  local function is_taken(wanted)
    for _, column in ipairs(columns) do
      if column.name == wanted then return true end
    end
  end
  if not is_taken(name) then return name end
  local free, at = "right_" .. name, 2
  while is_key and is_taken(free) do free, at = ("right_%s_%d"):format(name, at), at + 1 end
  return free
end

-- The right columns that come along: places and records. Keys do, but where both sides have them under one name.
local function beside(left, right, keys, kind)
  local places, columns = {}, table.move(left.columns, 1, #left.columns, 1, {})
  for i, column in ipairs(columns) do columns[i] = { name = column.name, type = column.type } end
  for _, column in ipairs(right.columns) do
    local dropped, is_key = false, false
    for _, key in ipairs(keys) do
      if key[3] == column.name then is_key, dropped = true, kind == "inner" and key[4] == column.name end
    end
    if not dropped then
      places[#places + 1] = column.at
      local name = free_name(columns, column.name, is_key)
      columns[#columns + 1] = { name = name, type = column.type }
    end
  end
  return places, columns
end

function VERBS.join(left, other, given)
  local right = plain_engine.relation(other)
  local keys, rows = key_pairs(left, right, given.on), {}
  local places, columns = beside(left, right, keys, given.kind or "inner")
  local function add(row, with)
    local joined = table.move(row, 1, #left.columns, 1, {})
    for i, place in ipairs(places) do joined[#left.columns + i] = with[place] end
    rows[#rows + 1] = joined
  end
  local one_side = given.kind == "semi" or given.kind == "anti"
  for _, row in ipairs(left.rows) do
    local met = false
    for _, with in ipairs(right.rows) do
      if meets(row, with, keys) then
        met = true
        if not one_side then add(row, with) end
      end
    end
    if given.kind == "left" and not met then add(row, {}) end
    if one_side and met == (given.kind == "semi") then rows[#rows + 1] = row end
  end
  return one_side and { columns = left.columns, rows = rows } or made(columns, rows)
end

-- Whole queries -------------------------------------------------------------------------------------------------

--- The relation of { table, steps }.
function plain_engine.relation(query)
  local columns, rows = {}, {}
  for i, column in ipairs(query.table.columns) do columns[i] = { name = column.name, type = column.type } end
  for row = 1, query.table.n do
    rows[row] = {}
    for i, column in ipairs(query.table.columns) do rows[row][i] = clean(column.values[row]) end
  end
  local relation = made(columns, rows)
  for _, step in ipairs(query.steps) do
    relation = VERBS[step.verb](relation, table.unpack(step.args, 1, step.args.n))
  end
  return relation
end

--- The answer, as same_answers has it.
---@param query table
function plain_engine.answer(query)
  local steps = table.move(query.steps, 1, #query.steps, 1, {})
  if query.finish then steps[#steps + 1] = query.finish end
  local ok, relation = pcall(plain_engine.relation, { table = query.table, steps = steps })
  if not ok then return { message = tostring(relation):gsub("^.-parley: ", "") } end
  if query.finish then return { value = relation.rows[1][1], is_value = true } end
  local made_table = { n = #relation.rows, columns = {} }
  for i, column in ipairs(relation.columns) do
    local values = {}
    for r, row in ipairs(relation.rows) do values[r] = row[i] end
    made_table.columns[i] = { name = column.name, type = column.type, values = values }
  end
  return { frame = random_tables.frame(made_table) }
end

return plain_engine
