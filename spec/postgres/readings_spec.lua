-- The functions that choose among claims, on PostgreSQL: what they show of random readings is what SQLite shows.
-- Holds: query.sql.dialect.postgres_readings, query.sql.dialect.postgres_amounts, query.sql.dialect.postgres_sums,
-- query.sql.dialect.postgres_dates, query.sql.dialect.postgres_errors, query.sql.dialect.postgres_functions,
-- query.sql.dialect.postgres_letters

local chance = require "spec.support.chance"
local core = require "parley.core"
local functions = require "parley.query.functions"
local postgres = require "spec.support.postgres_by_hand"
local postgres_functions = require "parley.query.sql.dialect.postgres_functions"

local there, why = postgres.is_there()

local of, pick = chance.of, chance.pick

local WORDS = { "yes", "no", "Yes", "Нет", "нет", "" }
local DATES = { "2025", "2025-06", "2025-06-02", "2025-06-03", "2025-06?", "2025-06-02~", "2025-06/2025-07",
  "2025-06-02/2025-06-05", "../2025-06", "2025-06/..", "2025-21", "soon", "2025-06-XX", "2024-06-02/" }

local function voice()
  local source = pick { "a", "b", "c" }
  if of(0.4) then return source end
  return table.concat({ source, of(0.4) and pick { "a", "o", "p" } or "", of(0.3) and "s" or "",
    of(0.6) and pick { "", "ann", "bob", "\1A", "\1B" } or "" }, "\31")
end

local function maybe(p, value) if of(p) then return value end end

-- Places differ among the claims of a thing; certainty and preference do not always.
local function weight(place)
  return (of(0.1) and 1 or 0) << 56 | pick { 3, 3, 4 } << 52 | pick { 1, 1, 2 } << 30 | place
end

local COLUMNS = { { "g", "bigint" }, { "w", "bigint" }, { "voice", "text" }, { "word", "text" }, { "d", "text" },
  { "low", "bigint" }, { "best", "bigint" }, { "high", "bigint" }, { "unit", "text" }, { "share", "double precision" },
  { "yes", "boolean" }, { "firm", "bigint" } }

local function random_rows(groups)
  local rows = {}
  for g = 1, groups do
    for place = 1, math.random(1, 7) do
      rows[#rows + 1] = { g, maybe(0.95, weight(place)), voice(), maybe(0.8, pick(WORDS)), maybe(0.85, pick(DATES)),
        maybe(0.4, math.random(4)), maybe(0.4, math.random(3, 6)), maybe(0.4, math.random(5, 8)),
        maybe(0.4, pick { "people", "bodies" }), maybe(0.6, pick { 0.5, 1.0, 2.5 }), maybe(0.6, of(0.5)),
        of(0.5) and 1 or 0 }
    end
  end
  return rows
end

local function fill_sqlite(store, rows)
  local marks = {}
  for i, column in ipairs(COLUMNS) do marks[i] = column[1] end
  store:exec(("CREATE TABLE claims(%s)"):format(table.concat(marks, ", ")))
  for i in ipairs(COLUMNS) do marks[i] = "?" .. i end
  local insert = ("INSERT INTO claims VALUES (%s)"):format(table.concat(marks, ", "))
  for _, row in ipairs(rows) do
    local params = { n = #COLUMNS }
    for i in ipairs(COLUMNS) do params[i] = row[i] end
    store:run(insert, params)
  end
end

local function fill_postgres(rows)
  local columns, values = {}, {}
  for i, column in ipairs(COLUMNS) do
    columns[i] = ("%s %s%s"):format(column[1], column[2], column[2] == "text" and ' COLLATE "C"' or "")
  end
  for k, row in ipairs(rows) do
    local list = {}
    for i, column in ipairs(COLUMNS) do list[i] = postgres.literal(row[i], column[2]) end
    values[k] = "(" .. table.concat(list, ", ") .. ")"
  end
  assert(postgres.run(("SET client_min_messages = warning; DROP SCHEMA IF EXISTS readings CASCADE;\n"
    .. "CREATE SCHEMA readings;\n%s\nCREATE TABLE readings.claims(%s);\n"
    .. "INSERT INTO readings.claims VALUES %s;\n"):format(postgres_functions.create "readings",
    table.concat(columns, ", "), table.concat(values, ",\n"))))
end

-- A call of an entry as both write it.
local function call(dialect, name, ...)
  local arguments, entry = { ... }, functions.sql_only[name]
  return functions.fill(entry[dialect], function(place)
    return place == "*" and table.concat(arguments, ", ") or arguments[tonumber(place)]
  end)
end

local CALLS = {
  { "best", "word", "w" }, { "best", "low", "w" }, { "best", "share", "w" },
  { "best_said", "word", "w", "voice", "0" }, { "best_said", "word", "w", "voice", "1" },
  { "best_said", "word", "w", "voice", "2" }, { "best_said", "low", "w", "voice", "0" },
  { "best_said", "share", "w", "voice", "0" }, { "best_said", "yes", "w", "voice", "0" },
  { "best_date", "d", "w", "voice" }, { "best_date", "word", "w", "voice", "d" },
  { "best_date", "firm", "w", "voice", "d" },
  { "weak_words", "firm", "w", "voice", "word", "unit", "yes" },
  { "differing", "word", "d", "low", "share", "yes" },
  { "stable_sum", "low" }, { "stable_sum", "share" }, { "stable_mean", "best" }, { "stable_mean", "share" },
  { "stable_whole", "high" },
}

local AMOUNT = { "best_quantity", "w", "voice", "low", "best", "high", "unit", "share" }

local function sqlite_values(store, expression)
  local values = {}
  for g, v in store:each(("SELECT g, %s FROM claims GROUP BY g"):format(expression)) do values[g] = v end
  return values
end

local function assert_same(store, groups, written, on_sqlite, on_postgres)
  local wanted = sqlite_values(store, on_sqlite)
  local got = assert(postgres.values(postgres_functions.qualify(on_postgres, "readings"),
    "(SELECT DISTINCT g AS i FROM readings.claims) AS things JOIN readings.claims ON g = i GROUP BY i"))
  for g = 1, groups do
    if wanted[g] ~= got[g] or math.type(wanted[g]) ~= math.type(got[g]) then
      error(("%s of thing %d: SQLite %s, PostgreSQL %s"):format(written, g, tostring(wanted[g]), tostring(got[g])), 0)
    end
  end
end

describe("functions of claims on PostgreSQL #server", function()
  if not there then
    pending("skipped: no server: " .. tostring(why))
    return
  end

  local GROUPS <const> = 600
  local store, rows

  setup(function()
    math.randomseed(15)
    rows = random_rows(GROUPS)
    store = assert(core.open(":memory:", { mode = "memory" }))
    fill_sqlite(store, rows)
    fill_postgres(rows)
  end)

  teardown(function()
    store:close()
    postgres.run "SET client_min_messages = warning; DROP SCHEMA readings CASCADE"
  end)

  for _, example in ipairs(CALLS) do
    local written = ("%s(%s)"):format(example[1], table.concat(example, ", ", 2))
    it("shows what SQLite shows by " .. written, function()
      assert_same(store, GROUPS, written, call("sqlite", table.unpack(example)),
        call("postgres", table.unpack(example)))
    end)
  end

  for place = 0, 4 do
    it(("shows part %d of the amount that SQLite shows"):format(place), function()
      local cast = place == 3 and "%s" or place == 4 and "(%s)::double precision" or "(%s)::bigint"
      local on = {}
      for _, dialect in ipairs { "sqlite", "postgres" } do
        on[dialect] = call(dialect, "quantity_part", call(dialect, table.unpack(AMOUNT)), tostring(place))
      end
      assert_same(store, GROUPS, "part " .. place, on.sqlite, cast:format(on.postgres))
    end)
  end
end)
