--- Values at random for specs that ask two databases the same: plain ones, and those at the ends of their types.

local chance = require "spec.support.chance"

local of, pick, random = chance.of, chance.pick, math.random

local arguments = {}

local POOLS = {
  integer = { 0, 1, -1, 2, 3, 7, -7, 10, 100, 2025, -2025, 1 << 31, -(1 << 31), 1 << 53, (1 << 53) + 1, math.maxinteger,
    math.mininteger, 4611686018427387905 },
  number = { 0.0, 0.5, -0.5, 1.0, 2.5, -2.5, 0.15, 2.675, 1.005, 0.1, 0.3, 1e15, 1e16, -1e16, 123456.789, 1e-5, 1e-7,
    4503599627370497.5, 9007199254740993.0, 1e22, 1e100, -1e100, 1e300, -1e300, 1.7e308, 5e-324, 1e-300, 0.1 + 0.2,
    1 / 0, -1 / 0, 33.0, 90.0, -180.0, 45.25 },
  text = { "", "a", "A", "b", "ab", "aBc", "Sèvres", "sevres", "STRASSE", "Straße", "Київ", "КИЇВ", "київ", "ΟΔΟΣ",
    "Σ", "ὈΔΥΣΣΕΎΣ", "e\u{301}te\u{301}", "été", "ﬁnal", "한국", "中文", "x; y", "x; y; z", "y", "\"q\"; r", "100%", "a_b",
    "%", "a%", "_b", "%d+", "[ab]+", "^a.-c$", "talks-2025", "  a b \u{a0}", "\t", "ǅ", "İ", "ı", "ŉ", "Œuvre",
    "Мединський", "medinsky", "Щука", "a;b;c", ";", "-", "’", "ʼ", "\u{200d}", "لا", "का", "が", "\\", "'", "a\nb",
    "🕊 peace", "\u{ff21}\u{ff22}" },
  date = { "2025", "2025-06", "2025-06-02", "2024-02-29", "2025-12-31", "2018-12-31", "0000", "-0001-03-01", "-201X",
    "201X", "20XX", "2025-21", "2025-22", "2025-23", "2024-24", "2025-XX", "2025-06-XX", "2025-XX-XX", "2025?", "2025-06~",
    "2025-06-02%", "Y12345", "Y-123456-02", "2025-06/2025-07-04", "2025/2026", "../2025-06", "2025-06/..", "/2025-06",
    "2025-06/", "2025-06-02/2025-06-02", "1969-12-31", "1970-01-01", "2100-02-28", "1900-03-01", "999X", "9999-12-31",
    "0000-01-01", "2025-24/2026" },
  boolean = { true, false },
  unit = { "day", "week", "month", "quarter", "year" },
  sign = { "<", "<=", ">", ">=", "=", "!=", "between", "in" },
}

--- What makes a value of a type of columns.
arguments.makers = {
  integer = function() return of(0.5) and pick(POOLS.integer) or random(-50, 50) end,
  number = function()
    if of(0.4) then return pick(POOLS.number) end
    if of(0.4) then return random(-100000, 100000) / 10 ^ random(0, 5) end
    return (random() - 0.5) * 10.0 ^ random(-12, 18)
  end,
  text = function() return pick(POOLS.text) end,
  date = function()
    if of(0.6) then return pick(POOLS.date) end
    return ("%04d-%02d-%02d"):format(random(1800, 2200), random(12), random(28))
  end,
  boolean = function() return of(0.5) end,
  unit = function() return pick(POOLS.unit) end,
  sign = function() return pick(POOLS.sign) end,
}

--- Types of PostgreSQL by ours.
arguments.server_types = { integer = "bigint", number = "double precision", text = "text", date = "text",
  boolean = "boolean", unit = "text", sign = "text" }

--- Types of columns that a parameter of the table of functions takes, where it takes several or names none.
arguments.wider = { number = { "number", "integer" }, any = { "text", "integer", "number", "boolean" },
  scale = { "number", "integer" }, countable = { "number", "integer", "boolean" }, choice = { "unit" },
  whole = { "integer" } }

--- A value as SQLite has it.
function arguments.as_sqlite(value)
  if type(value) == "boolean" then return value and 1 or 0 end
  return value
end

local function near(a, b, ulps)
  if math.type(a) ~= "float" or math.type(b) ~= "float" then return false end
  return math.abs(a - b) <= ulps * 2.3e-16 * math.max(math.abs(a), math.abs(b))
end

--- Whether two values are the same, or numbers of which the last places differ by no more than that.
function arguments.same(a, b, ulps)
  return a == b and (a == nil or math.type(a) == math.type(b)) or near(a, b, ulps)
end

--- A value in words.
function arguments.shown(value)
  return type(value) == "string" and ("%q"):format(value) or math.type(value) == "float" and ("%.17g"):format(value)
    or tostring(value)
end

return arguments
