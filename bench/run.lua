--- Measures Parley beside its peers and prints one table. doc/performance.md has the method.
--
-- Programs of a case run in turn, round by round (A B C, A B C, …), so that a slow moment of the machine meets all of
-- them; before the rounds that count, each has run once, and their results have been compared. A figure is the median
-- over the rounds, a ratio the median of the rounds' own ratios.
--
-- Environment: ROWS (2000000); ROUNDS (5); CASES, PEERS (patterns of Lua, separated by commas: "group,join",
-- "duckdb"); BENCH_LARGE=1 (growth to ten times ROWS).

local cases = dofile "bench/cases.lua"
local peer = dofile "bench/peer.lua"
local compare = dofile "bench/compare.lua"
local tools = dofile "bench/tools.lua"
local capture, median, verdict = tools.capture, tools.median, tools.verdict

local ROWS = math.tointeger(os.getenv("ROWS") or "2000000")
local ROUNDS = math.tointeger(os.getenv("ROUNDS") or "5")
local CASES, PEERS = os.getenv("CASES") or "", os.getenv("PEERS") or ""
local QUICK, QUICK_ROUNDS = 0.1, 15 -- queries that take less than so many seconds are asked more often
local SLOW, FEW_ROUNDS = 5.0, 3     -- those that take more, and peers without a goal, less often
local GROWTH = 1.2
local LUA = arg[-1]
local DIR = "build/bench"
local DATA = DIR .. "/data"

-- Small tools --------------------------------------------------------------------------------------------------

local function sh(command)
  local ok, _, code = os.execute(command)
  if not ok then error(("'%s' failed (%s)"):format(command, tostring(code)), 0) end
end

local function thousands(n)
  local text = tostring(n):reverse():gsub("(%d%d%d)", "%1,"):reverse()
  return (text:gsub("^,", ""))
end

-- Whether a comma-separated list of patterns has one for this name; an empty list has.
local function selected(patterns, name)
  if patterns == "" then return true end
  for pattern in patterns:gmatch("[^,]+") do
    if name:find("^" .. pattern .. "$") then return true end
  end
  return false
end

local function wanted(case) return selected(CASES, case.id) end

-- The table ----------------------------------------------------------------------------------------------------

local rows_of_table, failures = {}, 0

local function seconds(value) return value < 0.1 and ("%.4f s"):format(value) or ("%.3f s"):format(value) end

-- One row of the table; printed at once as well, since a whole run takes minutes.
local function report(row)
  local line = ("| %s | %s | %s | %s | %s | %s | %s |"):format(row.work, row.ours or "", row.peer or "", row.theirs or "",
    row.ratio and ("%.2f ×"):format(row.ratio) or "", row.goal or "", row.verdict or "")
  rows_of_table[#rows_of_table + 1] = line
  print(line)
  io.stdout:flush()
end

local function report_ratio(work, ours, title, theirs, ratio, goal)
  report { work = work, ours = ours, peer = title, theirs = theirs, ratio = ratio,
    goal = goal and ("≤ %.2f ×"):format(goal), verdict = verdict(ratio, goal) }
end

local function report_absent(work, title, goal)
  report { work = work, peer = title, theirs = "absent", goal = goal and ("≤ %.2f ×"):format(goal),
    verdict = goal and "not measured" }
end

-- A case that cannot be measured is a row that says so; the others go on.
local function attempt(case, measure)
  if not wanted(case) then return end
  io.stderr:write(("-- %s\n"):format(case.id))
  local ok, message = pcall(measure, case)
  if ok then return end
  failures = failures + 1
  report { work = ("%s (`%s`)"):format(case.work, case.id), verdict = "**failed**: " .. tostring(message):gsub("[|\n]", " ") }
end

-- Times of several runners, in turn. Each is a function that gives seconds; `few` are those without a goal, which are
-- asked less often.
local function interleave(runners, rounds, few)
  local times, ratios = {}, {}
  for i in ipairs(runners) do times[i], ratios[i] = {}, {} end
  for round = 1, rounds do
    for i, run in ipairs(runners) do
      if round <= FEW_ROUNDS or not (few and few[i]) then
        times[i][round] = run()
        ratios[i][round] = times[1][round] / times[i][round]
      end
    end
  end
  local result = {}
  for i in ipairs(runners) do result[i] = { seconds = median(times[i]), ratio = median(ratios[i]) } end
  return result
end

-- Files --------------------------------------------------------------------------------------------------------

-- A generated CSV file; made again when the generator is newer.
local function csv_file(shape, rows)
  local path = ("%s/%s-%d.csv"):format(DATA, shape, rows)
  sh(("[ %s -nt bench/generate.c ] || { %s/generate %s %d > %s.new && mv %s.new %s; }"):format(path, DIR, shape, rows,
    path, path, path))
  return path
end

local function rows_of(name, base)
  return math.max(1, math.tointeger(base * cases.tables[name].share // 1))
end

local function path_of(name, base) return csv_file(cases.tables[name].shape, rows_of(name, base or ROWS)) end

-- The events as a table of a SQLite file, for those who read from there.
local function database_of(rows)
  local csv = csv_file("events", rows)
  local path = csv:gsub("csv$", "db")
  sh(("[ %s -nt %s ] || { rm -f %s.new && sh bench/peers/events_table.sh %s %s.new && mv %s.new %s; }"):format(path, csv,
    path, csv, path, path, path))
  return path
end

local function size_of(path)
  local file <close> = assert(io.open(path, "rb"))
  return file:seek("end")
end

-- Queries and loads in long-lived processes --------------------------------------------------------------------

local function set_of(list)
  local set = {}
  for _, name in ipairs(list) do set[name] = true end
  return set
end

-- A process with the tables a case needs, and no others.
local function ready(name, case)
  local process = peer.get(name)
  if not process then return nil end
  process:keep(set_of(case.needs))
  for _, table_name in ipairs(case.needs) do
    if name == "luasql" then database_of(ROWS) end
    process:need(table_name, path_of(table_name), cases.tables[table_name].types)
  end
  return process
end

-- Raises unless all processes give the same result; gives the longest time that one with a goal took.
local function same_results(case, ours, others)
  local mine = ("%s/%s.csv"):format(peer.dir, ours.name)
  local slowest = tonumber((ours:ask("show", case.id, mine)))
  for _, process in ipairs(others) do
    local file = ("%s/%s.csv"):format(peer.dir, process.name)
    local spent = tonumber((process:ask("show", cases.code(case, process.name), file)))
    local count, difference = compare.files(mine, file, case.ordered)
    os.remove(file)
    if not count then error(("%s and %s differ: %s"):format(ours.title, process.title, difference), 0) end
    if case.goal and case.goal[process.name] then slowest = math.max(slowest, spent) end
  end
  os.remove(mine)
  return slowest
end

-- Which of the runners, Parley's being the first, are without a goal.
local function without_goal(case, others)
  local few = {}
  for i, process in ipairs(others) do few[i + 1] = not case.goal[process.name] end
  return few
end

-- The peers of a case: those PEERS selects, split into processes and names of the absent.
local function peers_of(names, case)
  local there, absent = {}, {}
  for _, name in ipairs(names) do
    if selected(PEERS, name) then
      local process = ready(name, case)
      if process then there[#there + 1] = process else absent[#absent + 1] = name end
    end
  end
  return there, absent
end

local function timer(process, code)
  return function() return tonumber((process:ask("time", code))) end
end

local function report_results(case, there, absent, results)
  local mine = seconds(results[1].seconds)
  for i, process in ipairs(there) do
    local result = results[i + 1]
    report_ratio(case.work, mine, process.title, seconds(result.seconds), result.ratio, case.goal[process.name])
  end
  for _, name in ipairs(absent) do report_absent(case.work, peer.known[name].title, case.goal[name]) end
  if #there == 0 then report { work = case.work, ours = mine } end
end

local function report_query(case)
  local names = {}
  for _, name in ipairs(peer.order) do
    if cases.code(case, name) then names[#names + 1] = name end
  end
  local ours = ready("parley", case)
  local there, absent = peers_of(names, case)
  local slowest = same_results(case, ours, there)
  local runners = { timer(ours, case.id) }
  for i, process in ipairs(there) do runners[i + 1] = timer(process, cases.code(case, process.name)) end
  local rounds = slowest < QUICK and math.max(QUICK_ROUNDS, ROUNDS) or slowest > SLOW and FEW_ROUNDS or ROUNDS
  report_results(case, there, absent, interleave(runners, rounds, without_goal(case, there)))
end

local function report_load(case)
  local stated = cases.tables[case.table].types or ""
  local path = path_of(case.table)
  local check = case.check
  local ours = ready("parley", check)
  local there, absent = peers_of(case.peers, check)
  same_results(check, ours, there)
  local runners = {}
  for i, process in ipairs({ ours, table.unpack(there) }) do
    runners[i] = function() return tonumber((process:ask("load", case.table, path, stated))) end
  end
  report_results(case, there, absent, interleave(runners, ROUNDS, without_goal(case, there)))
end

local function report_bytes(case)
  local path = path_of(case.table)
  local ours = peer.get("parley")
  ours:keep {}
  local before = ours:ask("memory")
  ours:need(case.table, path, cases.tables[case.table].types)
  local bytes, held = tonumber((ours:ask("bytes", case.table))), ours:ask("memory") - before
  local file = size_of(path)
  report_ratio(case.work, ("%.0f MB"):format(bytes / 1e6), "the CSV file", ("%.0f MB"):format(file / 1e6), bytes / file,
    case.goal)
  report_ratio(case.work .. ": what the process holds", ("%.0f MB"):format(held / 1e6), "the CSV file",
    ("%.0f MB"):format(file / 1e6), held / file)
end

-- Growth -------------------------------------------------------------------------------------------------------

-- Why ten times ROWS are not measured, or nil. The files and Frames of three sizes take some 600 bytes a row.
local function why_not_large()
  if os.getenv("BENCH_LARGE") ~= "1" then return "not measured: BENCH_LARGE=1 does" end
  local needed = ROWS * 10 * 600 // 2 ^ 30 + 1
  local memory = capture("sed -n 's/^MemAvailable: *//p' /proc/meminfo 2>/dev/null"):match("%d+")
  local disk = capture(("df -Pk %s | tail -n 1"):format(DIR)):match("^%S+%s+%d+%s+%d+%s+(%d+)")
  for _, kib in ipairs { memory or "0", disk or "0" } do
    if tonumber(kib) / 2 ^ 20 < needed then
      return ("not measured: takes %d GiB of memory and of disk"):format(needed)
    end
  end
end

-- Parley with a tenth of the rows, all, and ten times as many; ratios are of the time per row.
local function growth_sizes()
  local sizes = { { suffix = "", rows = ROWS }, { suffix = "@small", rows = ROWS // 10 } }
  if not why_not_large() then sizes[3] = { suffix = "@large", rows = ROWS * 10, goal = GROWTH } end
  return sizes
end

local function growth_runner(ours, case, size)
  if case.table then
    local path, name = path_of(case.table, size.rows), case.table .. size.suffix
    ours.tables[name] = true
    return function() return tonumber((ours:ask("load", name, path, ""))) end
  end
  for _, name in ipairs(case.needs) do ours:need(name .. size.suffix, path_of(name, size.rows)) end
  return timer(ours, case.of.id .. size.suffix)
end

local function report_growth(case)
  local ours, sizes, runners = peer.get("parley"), growth_sizes(), {}
  for i, size in ipairs(sizes) do runners[i] = growth_runner(ours, case, size) end
  for _, run_once in ipairs(runners) do run_once() end
  local results = interleave(runners, ROUNDS)
  local base = results[1]
  local per_row = base.seconds / sizes[1].rows
  for i = 2, #sizes do
    local size, result = sizes[i], results[i]
    local work = ("%s: %s rows against %s, time per row"):format(case.work, thousands(size.rows), thousands(sizes[1].rows))
    report_ratio(work, seconds(result.seconds), "Parley", seconds(base.seconds), result.seconds / size.rows / per_row, size.goal)
  end
  local reason = why_not_large()
  if reason then
    report { work = ("%s: %s rows"):format(case.work, thousands(ROWS * 10)), goal = ("≤ %.2f ×"):format(GROWTH),
      verdict = reason }
  end
end

-- Analysis -----------------------------------------------------------------------------------------------------

-- The analysis calls on 20,000 and 200,000 claims: seconds, and how the time per claim grows.
local GOALS = { ["resolve all"] = 1.5, disagreements = 2.0 }

local function claims_file(claims)
  local file = ("%s/claims_%d.db"):format(DATA, claims)
  sh(("[ %s -nt bench/generate_claims.lua ] || { rm -f %s.new*; %s bench/generate_claims.lua %s.new %d && mv %s.new %s; }")
    :format(file, file, LUA, file, claims, file, file))
  return file
end

local function analysis_times(claims)
  local times, order = {}, {}
  for line in capture(("%s bench/analysis.lua %s"):format(LUA, claims_file(claims))):gmatch("[^\n]+") do
    local call, spent = line:match("^([^\t]+)\t([%d.]+)")
    times[call], order[#order + 1] = tonumber(spent), call
  end
  return times, order
end

local analysis = {}

local function report_analysis()
  local small, large, order = {}, {}, nil
  for round = 1, math.max(3, ROUNDS // 2) do
    small[round] = analysis_times(20000)
    large[round], order = analysis_times(200000)
  end
  analysis[1] = "\n| analysis call | 20,000 claims | 200,000 claims | growth per claim | goal |\n|---|---|---|---|---|"
  for _, call in ipairs(order) do
    local few, many, growth = {}, {}, {}
    for round in ipairs(small) do
      few[round], many[round] = small[round][call], large[round][call]
      growth[round] = many[round] / few[round] / 10
    end
    local goal, spent = GOALS[call] or 1.0, median(many)
    local steady = median(growth) <= GROWTH or spent < 0.05
    analysis[#analysis + 1] = ("| %s | %.4f s | %.3f s | %.2f × | ≤ %.1f s, at most linear: %s |"):format(call,
      median(few), spent, median(growth), goal, spent <= goal and steady and "met" or "**missed**")
  end
end

local function report_stopping()
  local stops = dofile("bench/stops.lua") { lua = LUA, dir = DIR, rows = ROWS // 10, claims = claims_file(100000),
    capture = capture }
  local measured = 0
  for _, stop in ipairs(stops) do
    if stop.most then measured = measured + 1 end
    stop.verdict = stop.most and verdict(stop.most, stop.limit) or "not measured"
    report(stop)
  end
  if measured == 0 then error("Ctrl-C met no call", 0) end
end

-- The prompt looks among this many ids when Tab is pressed: milliseconds.
local IDS, MOST = 100000, 50

local function report_completion()
  local line = capture(("%s bench/completion.lua %d"):format(LUA, IDS))
  local typical, most, found = line:match("^([%d.]+)\t([%d.]+)\t(%d+)$")
  if not most or found == "0" then error("nothing was completed: " .. line, 0) end
  report { work = ("completion of an id among %s"):format(thousands(IDS)), ours = ("%s ms, at most %s ms"):format(typical,
    most), theirs = found .. " ids offered", goal = ("≤ %d ms"):format(MOST), verdict = verdict(tonumber(most), MOST) }
end

-- All of it ----------------------------------------------------------------------------------------------------

local function run_all(list, measure)
  for _, case in ipairs(list) do attempt(case, measure) end
end

local function growing()
  local list = {}
  for _, group in ipairs { cases.loads, cases.queries } do
    for _, case in ipairs(group) do
      if case.growth then list[#list + 1] = setmetatable({ id = "growth_" .. case.id, of = case }, { __index = case }) end
    end
  end
  return list
end

local function is_odd(case) return case.id:find("^odd_") ~= nil end

local function part(list, odd)
  local chosen = {}
  for _, case in ipairs(list) do
    if is_odd(case) == odd then chosen[#chosen + 1] = case end
  end
  return chosen
end

-- Files are made only when a whole-process case asks for them.
local function run_commands()
  local names = { "start", "start_tables", "sqlite_rows", "sqlite_frame", "export", "import" }
  local some = false
  for _, id in ipairs(names) do some = some or selected(CASES, id) end
  if not some then return end
  local programs = dofile("bench/programs.lua") { dir = DIR, rounds = ROUNDS, capture = capture, median = median,
    seconds = seconds, report = report, report_ratio = report_ratio, report_absent = report_absent, verdict = verdict,
    make_database = function() database_of(ROWS) end }
  run_all(dofile("bench/commands.lua") { lua = LUA, tools = DIR, dir = peer.dir, rows = ROWS, csv = csv_file("events", ROWS),
    small_csv = csv_file("events", ROWS // 10), db = csv_file("events", ROWS):gsub("csv$", "db"),
    python = capture("python3 -c 'import sys; print(sys.executable)' 2>/dev/null || echo python3") }, programs)
end

local function load_average() return capture("cut -d ' ' -f 1 /proc/loadavg 2>/dev/null") end

local function machine(load_before)
  local cpu = capture("sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1")
  local memory = capture("sed -n 's/^MemTotal: *//p' /proc/meminfo 2>/dev/null")
  local gib = (tonumber(memory:match("%d+")) or 0) / 1024 ^ 2
  local others = {}
  for _, name in ipairs(peer.order) do
    if peer.about[name] then others[#others + 1] = peer.about[name] end
    if peer.absent[name] then others[#others + 1] = ("%s absent (%s)"):format(peer.known[name].title, peer.absent[name]) end
  end
  local text = ("Measured on %s, %s cores, %.0f GiB; %s, SQLite %s; %s rows, %.0f MB of CSV; median of %d interleaved rounds.")
    :format(cpu ~= "" and cpu or "unknown processor", capture("getconf _NPROCESSORS_ONLN"), gib, _VERSION,
      capture("pkg-config --modversion sqlite3"), thousands(ROWS), size_of(csv_file("events", ROWS)) / 1e6, ROUNDS)
  text = text .. (" Load average %s at the start, %s at the end."):format(load_before, load_average())
  return text .. (#others > 0 and "\nPeers: " .. table.concat(others, ", ") .. "." or "")
end

sh("mkdir -p " .. DATA)
peer.dir = capture(("mktemp -d %s/run-XXXXXX"):format(DIR)) -- two runs at once disturb each other, but not their files
local load_before = load_average()
run_commands()
run_all(part(cases.loads, false), report_load)
run_all(part(cases.queries, false), report_query)
run_all({ cases.bytes }, report_bytes)
run_all(part(cases.loads, true), report_load)
run_all(part(cases.queries, true), report_query)
peer.stop_all()
run_all(growing(), report_growth)
peer.stop_all()
sh("rm -rf " .. peer.dir)
attempt({ id = "completion", work = "completion" }, report_completion)
attempt({ id = "stopping", work = "Ctrl-C" }, report_stopping)
attempt({ id = "analysis", work = "analysis calls" }, report_analysis)

local page = ("%s\n\n| work | Parley | peer | its figure | Parley / peer | goal | verdict |\n|---|---|---|---|---|---|---|\n%s\n%s\n")
  :format(machine(load_before), table.concat(rows_of_table, "\n"), table.concat(analysis, "\n"))
print("\n" .. page)
local file <close> = assert(io.open(DIR .. "/results.md", "w"))
assert(file:write(page))
os.exit(failures == 0, true)
