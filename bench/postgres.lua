--- Measures Parley on a PostgreSQL server of this checkout's own beside its peers, and prints one table. doc/scale.md has
-- what was seen. Programs run in turn, as those of bench/run.lua; the server, its cache and the files are warm for all.
--
-- Environment: ROWS (2000000), CLAIMS (200000), ROUNDS (3), CASES (names of cases, separated by commas).

local ROWS = math.tointeger(os.getenv "ROWS" or "2000000")
local CLAIMS = math.tointeger(os.getenv "CLAIMS" or "200000")
local ROUNDS = math.tointeger(os.getenv "ROUNDS" or "3")
local CASES = "," .. (os.getenv "CASES" or "") .. ","
local LUA, DIR = arg[-1], "build/bench"
local tools = dofile "bench/tools.lua"
local capture, median, verdict = tools.capture, tools.median, tools.verdict

-- Small tools --------------------------------------------------------------------------------------------------------

local function sh(command) assert(os.execute(command), command) end

local function seconds(value) return (value < 0.1 and "%.4f s" or "%.2f s"):format(value) end

local function report(row)
  print(("| %s | %s | %s | %s | %s | %s | %s |"):format(row.work, row.ours or "", row.peer or "", row.theirs or "",
    row.ratio and ("%.2f ×"):format(row.ratio) or "", row.goal or "", row.verdict or ""))
  io.stdout:flush()
end

local measure_programs = dofile "bench/programs.lua" {
  capture = capture, dir = DIR, rounds = ROUNDS, median = median, seconds = seconds, report = report,
  verdict = verdict,
  report_ratio = function(work, ours, title, theirs, ratio, goal)
    report { work = work, ours = ours, peer = title, theirs = theirs, ratio = ratio,
      goal = goal and ("≤ %.2f ×"):format(goal), verdict = verdict(ratio, goal) }
  end,
  report_absent = function(work, title, goal)
    report { work = work, peer = title, theirs = "not to be had", goal = goal and ("≤ %.2f ×"):format(goal) }
  end,
}

local function wanted(id) return CASES == ",," or CASES:find("," .. id .. ",", 1, true) ~= nil end

-- What is there before -----------------------------------------------------------------------------------------------

local address = capture "sh tools/postgres.sh start":match "[^\n]*$"
local host, port = address:match "@([^:/]+):(%d+)"
local psql = ("%s/psql -X -q -d '%s'"):format(capture "sh tools/postgres.sh programs", address)
local csv, dated, claims_db = DIR .. "/server.csv", DIR .. "/server_dated.csv", DIR .. "/server_claims.db"

local COLUMNS = "id,date,source_party,target_party,code,quad,goldstein,mentions,place,text"

local DATED <const> = ("SELECT %s, date::date - date '1970-01-01' AS a, date::date - date '1970-01-01' AS b "
  .. "FROM plain.events ORDER BY id::bigint"):format(COLUMNS)

-- The columns as the generator has them, and as the table of events has: with the first and the last day of the date.
local function make_tables()
  sh(("%s/generate events %d > %s"):format(DIR, ROWS, csv))
  sh(([[%s -c "SET client_min_messages = error; DROP SCHEMA IF EXISTS plain CASCADE; DROP SCHEMA IF EXISTS bench CASCADE;
    CREATE SCHEMA plain; CREATE TABLE plain.events (id text PRIMARY KEY, date text, source_party text, target_party text,
    code text, quad bigint, goldstein double precision, mentions bigint, place text, text text)" \
    -c "\copy plain.events (%s) FROM '%s' CSV HEADER" -c "VACUUM ANALYZE plain.events" \
    -c "\copy (%s) TO '%s' CSV HEADER"]]):format(psql, COLUMNS, csv, DATED, dated))
  assert(require("parley").create(address .. "?schema=bench")):close()
end

local function make_claims()
  os.remove(claims_db)
  sh(("%s bench/generate_claims.lua %s %d"):format(LUA, claims_db, CLAIMS))
end

-- Cases --------------------------------------------------------------------------------------------------------------

local ours = ("%s bench/peers/parley_server.lua %%s '%s' %%s"):format(LUA, address)
local function python(title, driver, how, goal)
  return { title, ("sh bench/peers/python.sh %s bench/peers/server_rows.py '%s' %s %s"):format(driver, address, driver, how),
    goal = goal, needs = ("sh bench/peers/python.sh %s -c 'import %s'"):format(driver, how == "pandas" and how or driver) }
end

local PROGRAMS = {
  { id = "rows", work = "rows, named", programs = { { "Parley", ours:format("rows", "") },
    python("psycopg2, dictionaries", "psycopg2", "named", 0.6),
    { "LuaSQL", ("%s bench/peers/luasql_rows.lua postgres plain.events talks parley '' %s %s"):format(LUA, host, port), goal = 1.1,
      needs = LUA .. " -e 'require \"luasql.postgres\"'" } } },
  { id = "rows_psycopg", work = "rows, named", programs = { { "Parley", ours:format("rows", "") },
    python("psycopg 3, dictionaries", "psycopg", "named", 0.6) } },          -- Debian's is Python alone, and slow
  { id = "frame", work = "`q:frame()`", programs = { { "Parley", ours:format("frame", "") },
    python("psycopg2 and pandas", "psycopg2", "pandas", 0.5) } },
  { id = "import", work = "import of events", same = false, programs = { { "Parley", ours:format("import", csv) },
    { "`psql \\copy`", ([[%s -c "TRUNCATE bench.events" -c "\copy bench.events (%s,date_start,date_end) FROM '%s' CSV HEADER"]])
      :format(psql, COLUMNS, dated), goal = 1.2 } } },
}

for _, case in ipairs(PROGRAMS) do case.cold = false end

-- Calls in one process, each in turn on the file and on the server ------------------------------------------------------

local CALLS = {
  { "as of a day, counted by topic", function(ds) return #ds:as_of("2022-01-01").demands:by("topic"):count():all() end },
  { "disagreements", function(ds) return #ds:disagreements() end },
  { "ledger", function(ds) return #ds:ledger {} end },
}

local function clock() return tonumber(capture "date +%s.%N") end

local function timed(fn, ...)
  collectgarbage()
  local start = clock()
  local answer = fn(...)
  return clock() - start, answer
end

local function create_there() sh(ours:format("create", claims_db) .. " >/dev/null") end

-- A file of the same claims, made as the generator makes it: written, resolved, indexed.
local function create_here() make_claims() end

local function measure_create()
  local here, there, ratios = {}, {}, {}
  for round = 1, ROUNDS do
    sh(ours:format("remove", ""))
    here[round], there[round] = timed(create_here), (timed(create_there))
    ratios[round] = there[round] / here[round]
  end
  report { work = "parley.create from claims", ours = seconds(median(there)), peer = "the same in a SQLite file",
    theirs = seconds(median(here)), ratio = median(ratios), goal = "≤ 1.50 ×", verdict = verdict(median(ratios), 1.5) }
end

local function measure_calls()
  local parley = require "parley"
  local file, server = assert(parley.open(claims_db, { mode = "ro" })), assert(parley.open(address .. "?schema=made"))
  for _, call in ipairs(CALLS) do
    local here, there, ratios = {}, {}, {}
    for round = 0, ROUNDS do
      local a, expected = timed(call[2], file)
      local b, answer = timed(call[2], server)
      assert(expected == answer, call[1])
      if round > 0 then here[round], there[round], ratios[round] = a, b, b / a end
    end
    report { work = call[1], ours = seconds(median(there)), peer = "SQLite", theirs = seconds(median(here)),
      ratio = median(ratios), goal = "≤ 2.00 ×", verdict = verdict(median(ratios), 2) }
  end
end

-- The whole ------------------------------------------------------------------------------------------------------------

print(("%d rows, %d claims, %d rounds, medians; server and client on one machine"):format(ROWS, CLAIMS, ROUNDS))
print "| work | Parley | beside | takes | ratio | goal | |\n|---|---|---|---|---|---|---|"
if wanted "rows" or wanted "rows_psycopg" or wanted "frame" or wanted "import" then
  make_tables()
end
for _, case in ipairs(PROGRAMS) do
  if wanted(case.id) then measure_programs(case) end
end
if wanted "create" or wanted "analyses" then
  sh(ours:format("remove", ""))
  make_claims()
  if wanted "create" then measure_create() else create_there() end
  if wanted "analyses" then measure_calls() end
end
