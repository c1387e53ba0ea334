-- Aggregates and windows on PostgreSQL: of groups of random values they give what SQLite gives.
-- Holds: query.sql.dialect.postgres_groups, query.sql.dialect.postgres_statistics

local arguments = require "spec.support.postgres_arguments"
local chance = require "spec.support.chance"
local core = require "parley.core"
local functions = require "parley.query.functions"
local postgres = require "spec.support.postgres_by_hand"
local postgres_functions = require "parley.query.sql.dialect.postgres_functions"

local there, why = postgres.is_there()

local of, pick, random = chance.of, chance.pick, math.random

local SCHEMA <const> = "groups_spec"
local GROUPS <const> = 120

-- Column by type; numbers beyond the range of a sum, and those that are near each other, stand in columns of their own.
local COLUMNS = { { "whole", "integer" }, { "number", "number" }, { "word", "text" }, { "day", "date" },
  { "yes", "boolean" }, { "other", "number" }, { "huge", "number" }, { "near", "number" }, { "large", "integer" },
  { "tiny", "number" }, { "mixed", "number" }, { "beside", "integer" } }

local OWN = {
  whole = function() return random(-20, 20) end,
  number = function() return random(-1000, 1000) / 10 ^ random(0, 3) end,
  word = function() return pick { "a", "b", "B", "é", "a; b", '"q"', "", "Київ" } end,
  other = function() return random(0, 9) / 4 end,
  huge = function() return pick { 1e308, -1e308, 1.7e308, 1.0, 1e300, -1.7e308, 5e-324, 1e16, -1e16 } end,
  near = function() return 1e9 + random(0, 8) / 8 end,
  tiny = function() return random() * 10.0 ^ random(-20, 2) end,
  mixed = function() return pick { 1e17, 0.1, 0.2, 0.3, 5e-324, 1e-300, 2.5 } end,
  beside = function() return (1 << 53) + random(0, 9) end,
  large = function() return pick { 1, -1, 4611686018427387904, -4611686018427387904, 1 << 53 } end,
}

local function random_rows()
  local rows = {}
  for g = 1, GROUPS do
    for _ = 1, random(1, 12) do
      local row = { g, #rows + 1 }
      for i, column in ipairs(COLUMNS) do
        if of(0.85) then row[i + 2] = (OWN[column[1]] or arguments.makers[column[2]])() end
      end
      rows[#rows + 1] = row
    end
  end
  return rows
end

local function names()
  local list = { "g", "k" }
  for _, column in ipairs(COLUMNS) do list[#list + 1] = column[1] end
  return list
end

local function fill_sqlite(store, rows)
  local marks = names()
  store:exec(("CREATE TABLE things(%s)"):format(table.concat(marks, ", ")))
  for i in ipairs(marks) do marks[i] = "?" .. i end
  for _, row in ipairs(rows) do
    local params = { n = #marks }
    for i = 1, #marks do params[i] = arguments.as_sqlite(row[i]) end
    store:run(("INSERT INTO things VALUES (%s)"):format(table.concat(marks, ", ")), params)
  end
end

local function fill_postgres(rows)
  local columns, lines = { "g bigint", "k bigint" }, {}
  for _, column in ipairs(COLUMNS) do
    local type = arguments.server_types[column[2]]
    columns[#columns + 1] = ("%s %s%s"):format(column[1], type, type == "text" and ' COLLATE "C"' or "")
  end
  for r, row in ipairs(rows) do
    local list = {}
    for i in ipairs(columns) do
      list[i] = postgres.literal(row[i], i < 3 and "bigint" or arguments.server_types[COLUMNS[i - 2][2]])
    end
    lines[r] = "(" .. table.concat(list, ", ") .. ")"
  end
  assert(postgres.run(("SET client_min_messages = warning; DROP SCHEMA IF EXISTS %s CASCADE; CREATE SCHEMA %s;\n%s\n"
    .. "CREATE TABLE %s.things(%s);\nINSERT INTO %s.things VALUES %s;"):format(SCHEMA, SCHEMA,
    postgres_functions.create(SCHEMA), SCHEMA, table.concat(columns, ", "), SCHEMA, table.concat(lines, ",\n"))))
end

-- Settings, and what an aggregate is asked of.
local SETTINGS = { share = { "0", "0.5", "0.37", "1" }, whole = { "2", "3" }, separator = { "'+'" } }
local BY_TYPE = {}
for _, column in ipairs(COLUMNS) do
  BY_TYPE[column[2]] = BY_TYPE[column[2]] or {}
  table.insert(BY_TYPE[column[2]], column[1])
end

local function choices(parameter)
  if SETTINGS[parameter.type] then return SETTINGS[parameter.type] end
  local list = {}
  for _, type in ipairs(arguments.wider[parameter.type] or { parameter.type }) do
    table.move(BY_TYPE[type], 1, #BY_TYPE[type], #list + 1, list)
  end
  if parameter.type == "any" then list[#list + 1] = "day" end
  return list
end

-- All lists of arguments, of long ones some.
local function calls(entry)
  local lists = { {} }
  for i, parameter in ipairs(entry.parameters) do
    local longer = {}
    if parameter.optional then table.move(lists, 1, #lists, 1, longer) end
    for _, list in ipairs(lists) do
      for _, choice in ipairs(choices(parameter)) do
        if i < 3 or of(0.3) then longer[#longer + 1] = table.move({ choice }, 1, 1, #list + 1,
          table.move(list, 1, #list, 1, {})) end
      end
    end
    lists = longer
  end
  return lists
end

local START = { sqlite = "edtf_start(%s)", postgres = "parley_edtf_start(%s)" }
local STOP = { sqlite = "edtf_stop(%s)", postgres = "parley_edtf_stop(%s)" }

local OWN_FORMS = { whole = "_integer", large = "_integer", day = "_dates", number = "_number", near = "_number",
  tiny = "_number", mixed = "_number", huge = "_number" }

local function filled(dialect, entry, list)
  local form = OWN_FORMS[list[1]] or ""
  local text = entry[dialect .. form] or entry[dialect]
  return functions.fill(text, function(place)
    if place == "*" then return #list == 0 and "*" or table.concat(list, ", ") end
    if place == "row" then return "k" end
    if place == "filter" then return "" end
    if place == "partition" then return "PARTITION BY g" end
    if place == "ordered" then return "PARTITION BY g ORDER BY k" end
    if place == "steps" then return list[2] or "1" end
    if place == "day1" then return START[dialect]:format(list[1]) end
    if place == "sort1" then
      local terms = list[1]
      if terms == "day" then
        terms = START[dialect]:format "day" .. " ASC NULLS LAST, " .. STOP[dialect]:format "day"
      end
      return terms .. " ASC NULLS LAST"
    end
    return list[tonumber(place)]
  end)
end

-- Last places that may differ: sums of others in another order.
local CLOSE = { variance = 4, stddev = 4, corr = 8, weighted_mean = 2, rolling_mean = 2, share = 2 }

-- The same of numbers of very different sizes, where a compensated sum loses places that an exact one keeps.
local CLOSE_COLUMNS = { mixed = 2, huge = 2 }

local function ulps_of(entry, list) return math.max(CLOSE[entry.name] or 0, CLOSE_COLUMNS[list[1]] or 0) end

local function sqlite_answers(store, entry, list)
  local expression, answers, refused = filled("sqlite", entry, list), {}, { list = {} }
  for g = 1, GROUPS do
    local done, why_not = pcall(function()
      if entry.kind == "window" then
        for k, v in store:each(("SELECT k, %s AS v FROM things WHERE g = %d"):format(expression, g)) do answers[k] = v end
      else
        answers[g] = store:values(("SELECT %s FROM things WHERE g = %d"):format(expression, g))
      end
    end)
    if not done then
      table.insert(refused.list, g)
      refused[g] = why_not
    end
  end
  return answers, refused
end

local function ask(store, entry, list, rows)
  local wanted, refused = sqlite_answers(store, entry, list)
  local expression = postgres_functions.qualify(filled("postgres", entry, list), SCHEMA)
  local kept = refused.list[1] and ("WHERE g NOT IN (%s)"):format(table.concat(refused.list, ", ")) or ""
  local from = ("%s.things %s"):format(SCHEMA, kept)
  local got, words
  if entry.kind == "window" then
    got, words = postgres.values(expression, ("(SELECT k AS i, * FROM %s) AS things"):format(from))
  else
    got, words = postgres.values(expression, ("(SELECT g AS i, * FROM %s) AS things GROUP BY i"):format(from))
  end
  local written = ("%s(%s)"):format(entry.name, table.concat(list, ", "))
  if not got then return { written .. ": " .. words } end
  local found = {}
  for at = 1, entry.kind == "window" and #rows or GROUPS do
    local g = entry.kind == "window" and rows[at][1] or at
    if not refused[g] and not arguments.same(wanted[at], got[at], ulps_of(entry, list)) then
      found[#found + 1] = ("%s of %d: SQLite %s, PostgreSQL %s"):format(written, at, arguments.shown(wanted[at]),
        arguments.shown(got[at]))
    end
  end
  return found
end

describe("aggregates and windows on PostgreSQL #server", function()
  if not there then
    pending("skipped: no server: " .. tostring(why))
    return
  end

  local store, rows

  setup(function()
    math.randomseed(77)
    rows = random_rows()
    store = assert(core.open(":memory:", { mode = "memory" }))
    fill_sqlite(store, rows)
    fill_postgres(rows)
  end)

  teardown(function()
    store:close()
    postgres.run(("SET client_min_messages = warning; DROP SCHEMA %s CASCADE"):format(SCHEMA))
  end)

  for _, entry in ipairs(functions.all()) do
    if (entry.kind == "aggregate" or entry.kind == "window") and entry.postgres then
      it("give what SQLite gives by " .. entry.name, function()
        local found = {}
        for _, list in ipairs(calls(entry)) do
          local faults = ask(store, entry, list, rows)
          table.move(faults, 1, math.min(#faults, 3), #found + 1, found)
        end
        assert(#found == 0, table.concat(found, "\n", 1, math.min(#found, 12)))
      end)
    end
  end
end)
