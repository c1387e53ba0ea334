--- Measures Parley beside its peers and prints one table.
-- Whole processes, interleaved: each round runs every command of a case once, so that a slow moment of the
-- machine meets all of them. A figure is the median over the rounds; a ratio is the median of the rounds'
-- ratios. Peers must print the same first number (rows, or groups) as Parley, or the case is void.
-- Environment: ROWS (2000000), ROUNDS (5), BENCH_ONLY (a word of the cases to run).

local ROWS = math.tointeger(os.getenv("ROWS") or "2000000")
local ROUNDS = math.tointeger(os.getenv("ROUNDS") or "5")
local ONLY = os.getenv("BENCH_ONLY")
local LUA = arg[-1]
local DIR = "build/bench"

-- Running ------------------------------------------------------------------------------------------------------

local function sh(command)
  local ok, _, code = os.execute(command)
  if not ok then error(("'%s' failed (%s)"):format(command, tostring(code)), 0) end
end

local function capture(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read("a")
  pipe:close()
  return text
end

local function exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

-- One run: seconds, peak MiB, the first number printed.
local function run(command)
  local text = capture(("%s/measure %s 2>&1 </dev/null"):format(DIR, command))
  local seconds, kib, status = text:match("\n([%d.]+) (%d+) (%d+)%s*$")
  if not seconds or status ~= "0" then error(("'%s' failed:\n%s"):format(command, text), 0) end
  return tonumber(seconds), tonumber(kib) / 1024, text:match("^%s*(%S+)")
end

local function median(list)
  local sorted = table.move(list, 1, #list, 1, {})
  table.sort(sorted)
  local middle = #sorted // 2
  return #sorted % 2 == 1 and sorted[middle + 1] or (sorted[middle] + sorted[middle + 1]) / 2
end

-- Runs a case: commands in turn, ROUNDS times after one warm-up each.
local function measure(case)
  local results = {}
  for i, command in ipairs(case.commands) do results[i] = { name = command[1], seconds = {}, mib = {}, ratio = {} } end
  for round = 0, case.rounds or ROUNDS do
    for i, command in ipairs(case.commands) do
      local seconds, mib, answer = run(command[2])
      if case.same and i > 1 and answer ~= results[1].answer then
        error(("%s: %s answers %s, %s answers %s"):format(case.name, command[1], answer, case.commands[1][1],
          results[1].answer), 0)
      end
      results[i].answer = answer
      if round > 0 then
        table.insert(results[i].seconds, seconds)
        table.insert(results[i].mib, mib)
        table.insert(results[i].ratio, results[1].seconds[round] / seconds)
      end
    end
  end
  return results
end

-- Reporting ----------------------------------------------------------------------------------------------------

local lines = {}
local function report(text)
  lines[#lines + 1] = text
  print(text)
end

local function report_case(case)
  local results = measure(case)
  local ours = results[1]
  report(("| %s | **%s** | %.3f s | %.0f MiB | | |"):format(case.name, ours.name, median(ours.seconds),
    median(ours.mib)))
  for i = 2, #results do
    local peer, goal = results[i], case.commands[i][3]
    local ratio = median(peer.ratio)
    local verdict = goal and ("≤ %.2f %s"):format(goal, ratio <= goal and "met" or "MISSED") or ""
    report(("| | %s | %.3f s | %.0f MiB | %.2f × | %s |"):format(peer.name, median(peer.seconds), median(peer.mib),
      ratio, verdict))
  end
end

-- The analysis calls on 20,000 and 200,000 claims: seconds, and how the time per claim grows.
local GOALS = { ["resolve all"] = 1.5, disagreements = 2.0 }

local function analysis_times(claims)
  local file = ("%s/claims_%d.db"):format(DIR, claims)
  if not exists(file) then
    sh(("rm -f %s.new*; %s bench/generate_claims.lua %s.new %d && mv %s.new %s"):format(file, LUA, file, claims, file, file))
  end
  local times, order = {}, {}
  for line in capture(("%s bench/analysis.lua %s"):format(LUA, file)):gmatch("[^\n]+") do
    local call, seconds = line:match("^([^\t]+)\t([%d.]+)")
    times[call], order[#order + 1] = tonumber(seconds), call
  end
  return times, order
end

local function report_analysis()
  local small, large, order = {}, {}, nil
  for round = 1, math.max(3, ROUNDS // 2) do
    small[round] = analysis_times(20000)
    large[round], order = analysis_times(200000)
  end
  report("\n| analysis call | 20,000 claims | 200,000 claims | growth per claim | goal |\n|---|---|---|---|---|")
  for _, call in ipairs(order) do
    local few, many, growth = {}, {}, {}
    for round in ipairs(small) do
      few[round], many[round] = small[round][call], large[round][call]
      growth[round] = many[round] / few[round] / 10
    end
    local goal, seconds = GOALS[call] or 1.0, median(many)
    local steady = median(growth) <= 1.2 or seconds < 0.05
    report(("| %s | %.4f s | %.3f s | %.2f × | ≤ %.1f s, at most linear: %s |"):format(call, median(few), seconds,
      median(growth), goal, seconds <= goal and steady and "met" or "MISSED"))
  end
end

local function machine()
  local cpu = (capture("sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1"):gsub("%s+$", ""))
  local cores = capture("getconf _NPROCESSORS_ONLN"):gsub("%s+$", "")
  return ("%s, %s cores; %s, SQLite %s"):format(cpu ~= "" and cpu or "unknown processor", cores, _VERSION,
    require("parley.core").open(":memory:", { mode = "memory" }):values("select sqlite_version()"))
end

-- Cases --------------------------------------------------------------------------------------------------------

local DB = ("%s/events_%d.db"):format(DIR, ROWS)
local CSV = ("%s/events_%d.csv"):format(DIR, ROWS)

local function prepare()
  sh("mkdir -p " .. DIR)
  sh(("cc -O2 -o %s/measure bench/measure.c"):format(DIR))
  sh(("cc -O2 -o %s/loop bench/loop.c $(pkg-config --cflags --libs sqlite3)"):format(DIR))
  if not exists(DB) then
    sh(("%s bench/generate.lua %s.new %d && mv %s.new %s"):format(LUA, DB, ROWS, DB, DB))
  end
  if not exists(CSV) then
    sh(("sqlite3 -csv -header %s 'select * from events' > %s.new && mv %s.new %s"):format(DB, CSV, CSV, CSV))
  end
end

local GROUPED = "'for row in require(\"parley\").open().demands:by(\"topic\"):count():rows() do end'"

local cases = {
  { name = "start, open() and a grouped count", rounds = math.max(ROUNDS, 15), commands = {
    { "Parley", LUA .. " -e " .. GROUPED }, { "bare `lua5.4 -e ''`", LUA .. " -e ''", 8.0 } } },
  { name = ("%d named rows from SQLite"):format(ROWS), same = true, commands = {
    { "Parley rows()", ("%s bench/peers/parley_rows.lua %s"):format(LUA, DB) },
    { "LuaSQL", ("%s bench/peers/luasql_rows.lua %s"):format(LUA, DB), 0.80 },
    { "Python sqlite3", ("python3 bench/peers/python_rows.py %s"):format(DB), 0.65 },
    { "plain C loop", ("%s/loop %s"):format(DIR, DB), 1.60 } } },
  { name = ("%d rows to a Frame"):format(ROWS), same = true, commands = {
    { "Parley frame()", ("%s bench/peers/parley_frame.lua %s"):format(LUA, DB) },
    { "plain C loop", ("%s/loop %s"):format(DIR, DB), 1.30 } } },
  { name = ("%d rows to a CSV file"):format(ROWS), same = false, commands = {
    { "Parley save()", ("%s bench/peers/parley_csv.lua %s %s/parley.csv"):format(LUA, DB, DIR) },
    { "`sqlite3 -csv`", ("sh -c 'sqlite3 -csv %s \"select * from events\" > %s/shell.csv'"):format(DB, DIR), 0.70 } } },
  { name = ("%d rows of CSV into a table with its indexes"):format(ROWS), same = true, commands = {
    { "Parley import()", ("%s bench/peers/parley_import.lua %s %s/parley_import.db"):format(LUA, CSV, DIR) },
    { "`sqlite3` .import", ("sh bench/peers/shell_import.sh %s %s/shell_import.db"):format(CSV, DIR), 1.0 } } },
}

prepare()
report("Measured on " .. machine() .. (", median of %d interleaved rounds.\n"):format(ROUNDS))
report("| work | program | time | peak memory | Parley / peer | goal |\n|---|---|---|---|---|---|")
for _, case in ipairs(cases) do
  if not ONLY or case.name:find(ONLY, 1, true) then report_case(case) end
end
if not ONLY or ("analysis"):find(ONLY, 1, true) then report_analysis() end
local file = assert(io.open(DIR .. "/results.md", "w"))
file:write(table.concat(lines, "\n"), "\n")
file:close()
