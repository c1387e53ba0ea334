-- The table of functions on PostgreSQL: each entry is asked with arguments of its types, and gives what SQLite gives.
-- Holds: query.sql.dialect.postgres_functions, query.sql.dialect.postgres_numbers, query.sql.dialect.postgres_texts,
-- query.sql.dialect.postgres_dates, query.sql.dialect.postgres_calendar, query.sql.dialect.postgres_letters,
-- query.sql.dialect.postgres_patterns, query.sql.dialect.postgres_groups, query.sql.dialect.postgres_statistics,
-- query.sql.dialect.postgres_errors

local arguments = require "spec.support.postgres_arguments"
local chance = require "spec.support.chance"
local core = require "parley.core"
local functions = require "parley.query.functions"
local postgres = require "spec.support.postgres_by_hand"
local postgres_functions = require "parley.query.sql.dialect.postgres_functions"
local sqlite = require "parley.query.sql.dialect.sqlite"

local there, why = postgres.is_there()

local of, pick, random = chance.of, chance.pick, math.random

local MAKERS, SERVER_TYPES, WIDER = arguments.makers, arguments.server_types, arguments.wider

-- Arguments that the table does not tell: small counts, dates that are dates, patterns.
local SPECIAL = {
  substr = { integer = function() return pick { 0, 1, 2, 3, 5, -1, -2, -5, 100, 1 << 40 } end },
  lpad = { integer = function() return random(-2, 12) end },
  split_part = { integer = function() return random(-4, 4) end },
  item = { integer = function() return pick { 0, 1, 2, 3, -1, math.maxinteger } end },
  round = { integer = function() return of(0.9) and random(-25, 25) or pick { 323, -308, -309, 1 << 40, -(1 << 40) } end },
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

-- Answers whose last places may differ: functions of the C library, of which the server has its own. In units of the last
-- place.
local CLOSE = { exp = 2, ln = 2, log10 = 2, power = 2, distance = 8 }

-- Asking ------------------------------------------------------------------------------------------------------------

local SCHEMA <const> = "functions_spec"

local function filled(dialect, entry, form, names)
  local key = form and "_" .. form or ""
  local text = entry[dialect .. key] or entry[dialect]
  return functions.fill(text, function(place)
    if place == "*" or place == "comparison" then return table.concat(names, ", ") end
    if place == "blanks" then
      return dialect == "sqlite" and sqlite.blanks or [[E'\t\n\u000b\f\r \u00a0']]
    end
    if place == "hashed" then
      local parts = {}
      for i, argument in ipairs(names) do parts[i] = ("parley_hashed(%s)"):format(argument) end
      return table.concat(parts, ", ")
    end
    return names[tonumber(place)]
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

local ROWS <const> = 250

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
    for place = 1, width do params[place] = arguments.as_sqlite(row[place]) end
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

-- The rows in which the two differ, in words.
local function differences(entry, rows, wanted, got, refused)
  local list = {}
  for i, row in ipairs(rows) do
    if not refused[i] and not arguments.same(wanted[i], got[i], CLOSE[entry.name] or 0) then
      local given = {}
      for place = 1, #entry.parameters + 2 do given[place] = row[place] ~= nil and arguments.shown(row[place]) or "nil" end
      list[#list + 1] = ("%s(%s): SQLite %s, PostgreSQL %s"):format(entry.name, table.concat(given, ", "),
        arguments.shown(wanted[i]), arguments.shown(got[i]))
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

describe("the table of functions on PostgreSQL #server", function()
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
