-- The scalar functions of the naive engine, each a function of the values of its arguments. Those of one text, date or
-- number that nobody has written out here are asked of SQLite one by one.

local core = require "parley.core"
local functions = require "parley.query.functions"
local sqlite = require "parley.query.sql.dialect.sqlite"
local semantics = require "spec.support.plain_engine.semantics"

local ask, clean, overflow, days = semantics.ask, semantics.clean, semantics.overflow, semantics.days
local first_day, last_day = semantics.first_day, semantics.last_day

-- A function that nobody has written out here is asked of SQLite, as the table says it.
local function asked(node)
  return functions.fill(functions.scalars[node.name].sqlite, function(place)
    if place == "blanks" then return sqlite.blanks end
    return place == "*" and ("?, "):rep(#node.args):sub(1, -3) or "?" .. place
  end)
end

local CALLS = {}

-- Missing values have a place in it as well.
function CALLS.hash(node, ...) return ask(asked(node), ...) end

function CALLS.abs(_, x)
  if x == math.mininteger and math.type(x) == "integer" then overflow() end
  return x and clean(math.abs(x))
end

-- The digits of the shortest decimal, and the power of ten in front of which they stand: 0.DDD * 10^point.
local function decimal_of(x)
  for places = x < 1e-300 and 0 or 14, 16 do
    local text = ("%%.%de"):format(places):format(x)
    if tonumber(text) == x then
      local first, rest, exponent = text:match "^(%d)%.?(%d*)e(.+)$"
      return first .. rest, tonumber(exponent) + 1
    end
  end
end

-- As a person does it: the digits are cut, and if the next is 5 or more, the last is one more.
local function rounded(x, places)
  local digits, point = decimal_of(math.abs(x))
  local kept = point + math.max(-400, math.min(places, 400))
  if kept >= #digits then return x end
  if kept < 0 then return 0.0 end
  local whole = (tonumber(digits:sub(1, kept)) or 0) + (digits:byte(kept + 1) >= ("5"):byte() and 1 or 0)
  local result = tonumber(("%de%d"):format(whole, point - kept)) + 0.0
  return x < 0 and -result or result
end

function CALLS.round(node, x, places)
  if x == nil or #node.args == 2 and places == nil then return nil end
  local number = x + 0.0
  if number == 0 or number - number ~= 0 then return clean(number) end
  return clean(rounded(number, places or 0))
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
  lat1, lon1, lat2, lon2 = lat1 + 0.0, lon1 + 0.0, lat2 + 0.0, lon2 + 0.0          -- the least integer has no abs()
  if math.abs(lat1) > 90 or math.abs(lat2) > 90 or math.abs(lon1) == math.huge or math.abs(lon2) == math.huge then
    return nil
  end
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

-- Items of lists.
local function among(list, wanted)
  for _, item in ipairs(parts_of(list, "; ")) do
    if item == wanted then return true end
  end
  return false
end

function WHOLE.items(_, text) return #parts_of(text, "; ") end
function WHOLE.item(_, text, n) return n > 0 and parts_of(text, "; ")[n] or nil end

function WHOLE.includes(_, list, wanted)
  for _, item in ipairs(parts_of(wanted, "; ")) do
    if not among(list, item) then return false end
  end
  return true
end

function WHOLE.shares(_, list, other)
  for _, item in ipairs(parts_of(other, "; ")) do
    if among(list, item) then return true end
  end
  return false
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

-- Character by character; a % is tried with everything there is.
local function fits(text, at, shape, from, escape)
  local sign = shape[from]
  if not sign then return text[at] == nil end
  if sign == escape then return text[at] == shape[from + 1] and fits(text, at + 1, shape, from + 2, escape) end
  if sign == "%" then
    for next_at = at, #text + 1 do
      if fits(text, next_at, shape, from + 1, escape) then return true end
    end
    return false
  end
  return text[at] ~= nil and (sign == "_" or sign == text[at]) and fits(text, at + 1, shape, from + 1, escape)
end

function WHOLE.like_escape(_, text, shape, escape)
  return fits(characters_of(text), 1, characters_of(shape), 1, escape)
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

--- The value of a call for those of its arguments, a list of `n`.
local function call(node, args)
  local own = CALLS[node.name]
  if own then return own(node, table.unpack(args, 1, args.n)) end
  for i = 1, args.n do
    if args[i] == nil then return nil end
  end
  if WHOLE[node.name] then return WHOLE[node.name](node, table.unpack(args, 1, args.n)) end
  local value = ask(asked(node), table.unpack(args, 1, args.n))
  if node.type == "boolean" then return value == 1 end
  return value
end

return { call = call }
