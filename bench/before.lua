--- Measures this checkout beside an earlier one, so that a change that should cost nothing is seen to cost nothing:
--   make bench-before BEFORE=../earlier        a checkout in which `make` has run
-- The same questions in two long-lived processes, and the same commands as whole processes, in turns; a ratio is the
-- median over the rounds of this one's time over the earlier one's. It ends with status 1 when one is above LIMIT.
--
-- Environment: BEFORE; ROWS (1000000); ROUNDS (7); CASES (patterns of Lua, separated by commas); LIMIT (1.05).

local cases = dofile "bench/cases.lua"

local BEFORE = assert(os.getenv "BEFORE", "BEFORE says where the earlier checkout is")
local ROWS = math.tointeger(os.getenv "ROWS" or "1000000")
local ROUNDS = math.tointeger(os.getenv "ROUNDS" or "7")
local LIMIT = tonumber(os.getenv "LIMIT" or "1.05")
local CASES = os.getenv "CASES" or ""
local LUA = arg[-1]
local DIR = "build/bench"
local TREES = { ".", BEFORE }

local function sh(command) assert(os.execute(command), command) end

local tools = dofile "bench/tools.lua"
local capture, median = tools.capture, tools.median

-- Lua as it sees the Parley of one tree.
local function lua_of(tree)
  return ("env LUA_PATH='%s/lua/?.lua;%s/lua/?/init.lua' LUA_CPATH='%s/build/?.so;%s/?.so' %s"):format(tree, tree, tree,
    DIR, LUA)
end

local function wanted(id)
  if CASES == "" then return true end
  for pattern in CASES:gmatch "[^,]+" do
    if id:find("^" .. pattern .. "$") then return true end
  end
  return false
end

-- Rounds of both, the one that goes first by turns; time(i) gives seconds. The ratio, and the times' medians.
local function ratio_of(time)
  local ratios, times = {}, { {}, {} }
  time(1)
  time(2)
  for round = 1, ROUNDS do
    local first = round % 2 + 1
    times[first][round] = time(first)
    times[3 - first][round] = time(3 - first)
    ratios[round] = times[1][round] / times[2][round]
  end
  return median(ratios), median(times[1]), median(times[2])
end

local slower = 0

local function report(id, time)
  if not wanted(id) then return end
  local ratio, now, before = ratio_of(time)
  if ratio > LIMIT then slower = slower + 1 end
  print(("%-22s %8.4f s %8.4f s  %5.2f%s"):format(id, now, before, ratio, ratio > LIMIT and "  slower" or ""))
  io.stdout:flush()
end

-- Questions ---------------------------------------------------------------------------------------------------

local peer = dofile "bench/peer.lua"

local function csv_of(name)
  local entry = cases.tables[name]
  local path = ("%s/data/%s-%d.csv"):format(DIR, entry.shape, math.tointeger(ROWS * entry.share // 1))
  sh(("mkdir -p %s/data; [ -f %s ] || %s/generate %s %d > %s"):format(DIR, path, DIR, entry.shape,
    math.tointeger(ROWS * entry.share // 1), path))
  return path
end

for i, tree in ipairs(TREES) do
  peer.known["tree" .. i] = { title = tree, command = lua_of(tree) .. " bench/peers/parley.lua" }
end

local function both(need)
  local processes = {}
  for i in ipairs(TREES) do
    processes[i] = assert(peer.get("tree" .. i))
    local set = {}
    for _, name in ipairs(need) do set[name] = true end
    processes[i]:keep(set)
    for _, name in ipairs(need) do processes[i]:need(name, csv_of(name), cases.tables[name].types) end
  end
  return processes
end

local function measure_questions()
  for _, case in ipairs(cases.loads) do
    if wanted(case.id) then
      local processes, types = both {}, cases.tables[case.table].types or ""
      report(case.id, function(i) return tonumber((processes[i]:ask("load", case.table, csv_of(case.table), types))) end)
      for _, process in ipairs(processes) do process:ask("drop", case.table) end
    end
  end
  for _, case in ipairs(cases.queries) do
    if wanted(case.id) then
      local processes = both(case.needs)
      report(case.id, function(i) return tonumber((processes[i]:ask("time", case.id))) end)
    end
  end
end

-- Whole processes ---------------------------------------------------------------------------------------------

local function seconds_of(command)
  local text = capture(("sync; %s/measure %s 2>&1 </dev/null"):format(DIR, command))
  local wall, status = text:match "\n([%d.]+) [%d.]+ %d+ (%d+)%s*$"
  if status ~= "0" then error(("'%s' failed: %s"):format(command, text), 0) end
  return tonumber(wall)
end

local COMMANDS = {
  { "start", "-e 'for row in require(\"parley\").open().demands:by(\"topic\"):count():rows() do end'" },
  { "sqlite_rows", "bench/peers/parley_rows.lua DB" },
  { "sqlite_frame", "bench/peers/parley_frame.lua DB" },
  { "export", "bench/peers/parley_csv.lua DB DIR/before.csv" },
  { "import", "bench/peers/parley_import.lua CSV DIR/before_import.db" },
  { "import_functions", "bench/peers/parley_import.lua CSV DIR/before_import.db functions" },
  { "import_claims", "bench/peers/parley_import.lua CSV DIR/before_import.db claims" },
}

-- Files the commands read; both trees read the same ones, which the earlier one made.
local function make_files()
  local csv = csv_of "events"
  local db = csv:gsub("csv$", "db")
  sh(("[ -f %s ] || sh bench/peers/events_table.sh %s %s"):format(db, csv, db))
  return csv, db
end

local function measure_commands()
  local csv, db = make_files()
  local words = { CSV = csv, DB = db, DIR = DIR }
  for _, command in ipairs(COMMANDS) do
    local text = command[2]:gsub("%f[%u]%u+%f[%U]", words)
    report(command[1], function(i) return seconds_of(lua_of(TREES[i]) .. " " .. text) end)
  end
end

peer.dir = capture(("mktemp -d %s/before-XXXXXX"):format(DIR))
print(("%-22s %10s %10s  %5s"):format("case", "now", "before", "ratio"))
measure_commands()
measure_questions()
peer.stop_all()
sh("rm -rf " .. peer.dir)
print(slower == 0 and "nothing is slower" or ("%d cases are slower than %.2f times"):format(slower, LIMIT))
os.exit(slower == 0)
