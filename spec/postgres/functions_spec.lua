-- The table of functions on PostgreSQL: each entry is asked with arguments of its types, and gives what SQLite gives.
-- Holds: query.sql.dialect.postgres_functions, query.sql.dialect.postgres_numbers, query.sql.dialect.postgres_texts
-- Holds: query.sql.dialect.postgres_dates, query.sql.dialect.postgres_calendar, query.sql.dialect.postgres_letters
-- Holds: query.sql.dialect.postgres_patterns, query.sql.dialect.postgres_groups, query.sql.dialect.postgres_statistics
-- Holds: query.sql.dialect.postgres_errors

local chance = require "spec.support.chance"
local core = require "parley.core"
local functions = require "parley.query.functions"
local postgres = require "spec.support.postgres_by_hand"
local postgres_functions = require "parley.query.sql.dialect.postgres_functions"
local sqlite = require "parley.query.sql.dialect.sqlite"

local there, why = postgres.is_there()

local of, pick, random = chance.of, chance.pick, math.random

-- Values ------------------------------------------------------------------------------------------------------------

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

local MAKERS = {
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

local SERVER_TYPES = { integer = "bigint", number = "double precision", text = "text", date = "text",
  boolean = "boolean", unit = "text", sign = "text" }

-- What the parameters of an entry may be: a type of columns for each, or several such lists.
local WIDER = { number = { "number", "integer" }, any = { "text", "integer", "number", "boolean" }, scale = { "number",
  "integer" }, countable = { "number", "integer", "boolean" }, choice = { "unit" }, whole = { "integer" } }

-- Arguments that the table does not tell: small counts, dates that are dates, patterns.
local SPECIAL = {
  substr = { integer = function() return pick { 0, 1, 2, 3, 5, -1, -2, -5, 100, 1 << 40 } end },
  lpad = { integer = function() return random(-2, 12) end },
  split_part = { integer = function() return random(-4, 4) end },
  item = { integer = function() return pick { 0, 1, 2, 3, -1, math.maxinteger } end },
  round = { integer = function() return random(-20, 18) end },
  date_add = { integer = function() return pick { 0, 1, -1, 13, 400, -4000, random(-30000, 30000) } end },
  regexp = { pattern = function()
    return pick { "a", "^a", "%d+$", "[ab]+", "[^a]", "%f[%w]%w+", "%u", "%s", "(a)(b)%1", "^.-c$", "a-b", ".", "%%", "",
      "[%]]", "[]]", "[a-c]", "[^%w%s]", "%S+; %S+", "(%a)%1", "x?y", "%p", "[%a_][%w_]*", "^$", "()a()", "\u{456}" }
  end },
  like_escape = { escape = function() return pick { "!", "\\", "%" } end, shape = function()
    return pick { "%", "a%", "100!%", "!!%", "a\\_b", "%%", "_", "", "%b", "a_b" } end },
  like = { pattern = function() return pick { "%", "a%", "%b", "_", "__", "", "a_b", "100%", "%е%", "\\", "К%" } end },
  distance = { number = function() return pick { 0.0, 90.0, -90.0, 91.0, 50.45, 30.52, 41.01, 28.98, 180.0, -180.0 } end },
  power = { number = function() return pick { 0.0, 2.0, -2.0, 0.5, -1.0, 10.0, 3.0, 1e10, 300.0, 1e-5, 1 / 0 } end },
  exp = { number = function() return pick { 0.0, 1.0, -1.0, 700.0, -800.0, 0.5, 1 / 0, -1 / 0 } end },
}

-- Answers whose last places may differ: functions of the C library, of which the server has its own; and of many places
-- of decimals, which SQLite reads with fewer digits than a number has. In units of the last place.
local CLOSE = { exp = 2, ln = 2, log10 = 2, power = 2, distance = 8, round = function(row)
  local places = row[2] or 0
  return (places > 12 or math.abs(row[1] or 0) * 10.0 ^ places >= 1e11) and 4 or 0
end }

local function ulps_of(entry, row)
  local close = CLOSE[entry.name] or 0
  return type(close) == "function" and close(row) or close
end

-- Asking ------------------------------------------------------------------------------------------------------------

local SCHEMA <const> = "functions_spec"

local function filled(dialect, entry, form, arguments)
  local key = form and "_" .. form or ""
  local text = entry[dialect .. key] or entry[dialect]
  return functions.fill(text, function(place)
    if place == "*" or place == "comparison" then return table.concat(arguments, ", ") end
    if place == "blanks" then
      return dialect == "sqlite" and sqlite.blanks or [[E'\t\n\u000b\f\r \u00a0']]
    end
    if place == "hashed" then
      local parts = {}
      for i, argument in ipairs(arguments) do parts[i] = ("parley_hashed(%s)"):format(argument) end
      return table.concat(parts, ", ")
    end
    return arguments[tonumber(place)]
  end)
end

-- Every list of types that an entry may be asked with, and with how many arguments.
local function signatures(entry)
  local lists = { {} }
  if entry.parameters[1].type == "comparison" then
    return { { "sign", "date", "date" }, { "sign", "date", "date", "date" } }
  end
  local function extend(types)
    local longer = {}
    for _, list in ipairs(lists) do
      for _, type in ipairs(types) do
        local copy = table.move(list, 1, #list, 1, {})
        copy[#copy + 1] = type
        longer[#longer + 1] = copy
      end
    end
    lists = longer
  end
  local given, all = entry.parameters, {}
  for i, parameter in ipairs(given) do
    if parameter.optional then table.move(lists, 1, #lists, #all + 1, all) end
    local types = WIDER[parameter.type] or { parameter.type }
    if parameter.name == "op" then types = { "sign" } end
    if parameter.name == "c" and parameter.type == "boolean" then types = { "boolean" } end
    extend(types)
    if i == #given then table.move(lists, 1, #lists, #all + 1, all) end
    if i == #given and entry.most == math.huge then
      extend(types)
      table.move(lists, 1, #lists, #all + 1, all)
    end
  end
  return all
end

-- Of one type where the entry wants values of one.
local function is_asked(entry, list)
  if entry.gives == "common" or entry.name == "in" then
    local first = entry.name == "if" and 2 or 1
    for i = first + 1, #list do
      if list[i] ~= list[first] then return false end
    end
  end
  return true
end

local function value_of(entry, place, type)
  local parameter, special = functions.parameter(entry, place), SPECIAL[entry.name] or {}
  local make = special[parameter.name] or special[type] or MAKERS[type]
  return make()
end

local ROWS <const> = 400

local function random_rows(entry, list)
  local rows = {}
  for i = 1, ROWS do
    rows[i] = {}
    for place, type in ipairs(list) do
      if of(0.93) then rows[i][place] = value_of(entry, place, type) end
    end
  end
  return rows
end

local function as_sqlite(value)
  if type(value) == "boolean" then return value and 1 or 0 end
  return value
end

-- What SQLite gives of each row, and which rows it refuses.
local function sqlite_answers(store, expression, rows, width)
  local statement = ("SELECT %s FROM (SELECT %s)"):format(expression, (function()
    local marks = {}
    for i = 1, width do marks[i] = ("?%d AS a%d"):format(i, i) end
    return table.concat(marks, ", ")
  end)())
  local answers, refused = {}, {}
  for i, row in ipairs(rows) do
    local params = { n = width }
    for place = 1, width do params[place] = as_sqlite(row[place]) end
    local done, answer = pcall(store.values, store, statement, params)
    if done then answers[i] = answer else refused[i] = answer end
  end
  return answers, refused
end

local function postgres_source(rows, list, refused)
  local lines = {}
  for i, row in ipairs(rows) do
    if not refused[i] then
      local values = { tostring(i) }
      for place, type in ipairs(list) do
        local of_type = SERVER_TYPES[type]
        values[place + 1] = postgres.literal(row[place], of_type) .. (of_type == "text" and ' COLLATE "C"' or "")
      end
      lines[#lines + 1] = "(" .. table.concat(values, ", ") .. ")"
    end
  end
  local names = { "i" }
  for place in ipairs(list) do names[place + 1] = "a" .. place end
  return ("(VALUES %s) AS given(%s)"):format(table.concat(lines, ",\n"), table.concat(names, ", "))
end

local function near(a, b, ulps)
  if math.type(a) ~= "float" or math.type(b) ~= "float" then return false end
  return math.abs(a - b) <= ulps * 2.3e-16 * math.max(math.abs(a), math.abs(b))
end

local function same(a, b, ulps)
  return a == b and (a == nil or math.type(a) == math.type(b)) or near(a, b, ulps)
end

local function shown(value) return type(value) == "string" and ("%q"):format(value) or tostring(value) end

-- The rows in which the two differ, in words.
local function differences(entry, rows, wanted, got, refused)
  local list = {}
  for i, row in ipairs(rows) do
    if not refused[i] and not same(wanted[i], got[i], ulps_of(entry, row)) then
      local given = {}
      for place = 1, #entry.parameters + 2 do given[place] = row[place] ~= nil and shown(row[place]) or "nil" end
      list[#list + 1] = ("%s(%s): SQLite %s, PostgreSQL %s"):format(entry.name, table.concat(given, ", "),
        shown(wanted[i]), shown(got[i]))
    end
  end
  return list
end

local function ask(store, entry, list, form)
  local names = {}
  for place in ipairs(list) do names[place] = "a" .. place end
  local rows = random_rows(entry, list)
  local wanted, refused = sqlite_answers(store, filled("sqlite", entry, form, names), rows, #list)
  local got, words = postgres.values(postgres_functions.qualify(filled("postgres", entry, form, names), SCHEMA),
    postgres_source(rows, list, refused))
  if not got then error(("%s(%s): %s"):format(entry.name, table.concat(list, ", "), words), 0) end
  return differences(entry, rows, wanted, got, refused)
end

describe("the table of functions on PostgreSQL", function()
  if not there then
    pending("skipped: no server: " .. tostring(why))
    return
  end

  local store

  setup(function()
    math.randomseed(1515)
    store = assert(core.open(":memory:", { mode = "memory" }))
    assert(postgres.run(("SET client_min_messages = warning; DROP SCHEMA IF EXISTS %s CASCADE; CREATE SCHEMA %s;\n%s")
      :format(SCHEMA, SCHEMA, postgres_functions.create(SCHEMA))))
  end)

  teardown(function()
    store:close()
    postgres.run(("SET client_min_messages = warning; DROP SCHEMA %s CASCADE"):format(SCHEMA))
  end)

  for _, entry in ipairs(functions.all()) do
    local is_value = entry.kind == "scalar" or entry.kind == "operator"
    if is_value and entry.sqlite and entry.postgres then
      it("gives what SQLite gives by " .. entry.name, function()
        local found = {}
        for _, list in ipairs(signatures(entry)) do
          if is_asked(entry, list) then
            local form = list[1] == "date" and "dates"
            table.move(ask(store, entry, list, form), 1, 5, #found + 1, found)
          end
        end
        assert(#found == 0, table.concat(found, "\n", 1, math.min(#found, 8)))
      end)
    end
  end
end)
