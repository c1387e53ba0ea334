--- Presses Ctrl-C in each kind of long call, at several points of its course, and times how long it goes on. One line
-- "call, its milliseconds, points met; from Ctrl-C to its end the median, the longest, the most of the processor" each.
-- Usage: stopping.lua CLAIMS.db ROWS FOLDER [POINTS] [CALLS]
--   CLAIMS.db is what generate_claims.lua makes; ROWS go through Frames and imports; FOLDER takes files and is left
--   empty; POINTS (5) of each call; CALLS, patterns separated by commas, select some (also in the environment).

local clock = require "bench_clock"
local core = require "parley.core"
local parley = require "parley"

local claims_file, ROWS, folder = arg[1], math.tointeger(arg[2]), arg[3]
local POINTS, CALLS = math.tointeger(arg[4] or 5), arg[5] or os.getenv "CALLS" or ""

require "parley.repl" -- asks for Ctrl-C
parley.progress(false)

local function path(name) return folder .. "/" .. name end

local removal = dofile "spec/support/removal.lua"

local function remove(name) removal(path(name)) end

-- Data -----------------------------------------------------------------------------------------------------------

require "parley.frame.frame"

local function made_up()
  local columns = { {}, {}, {} }
  for i = 1, ROWS do
    columns[1][i], columns[2][i], columns[3][i] = i * 7919 % 104729, "name " .. i * 31 % ROWS, i / 7
  end
  return core.frame_new({ "k", "name", "x" }, { "integer", "text", "number" }, ROWS, columns)
end

local rows = made_up()

local function write(name, head, line)
  local file <close> = assert(io.open(path(name), "w"))
  file:write(head, "\n")
  for i = 1, ROWS do file:write(line:format(i, i % 12 + 1, i % 28 + 1), "\n") end
  return path(name)
end

local events = write("events.csv", "id,date,place", "e%d,2022-%02d-%02d,Kyiv")
local parties = write("parties.csv", "id,name", "p%d,Party %02d of %02d")
local json = path "rows.jsonl"
assert(rows:limit(ROWS // 5):frame():save(json))
os.remove(path "claims.db")
assert(parley.open(claims_file):save_as(path "claims.db"))
local ds = assert(parley.open(path "claims.db"))
assert(ds:import("events", events, { source = { id = "made-up", outlet = "Gazette" } }))
local empty = assert(parley.open(path "empty.db", { mode = "rwc" }))
local talk = ds.talks:sort("date"):first().id
assert(ds:dump(path "dumped", { overwrite = true }))

local SOURCE = { source = { id = "made-up", outlet = "Gazette" } }

-- Calls ----------------------------------------------------------------------------------------------------------

local LIST = {
  { "columns: where", function() return rows:where("contains(name, '77') and x / 3 > k"):count() end },
  { "columns: group", function() return rows:by("name"):summarise("sum(x) as s", "median(k) as m"):frame() end },
  { "columns: sort", function() return rows:sort("name", "x desc"):frame() end },
  { "columns: join", function() return rows:join(rows, { on = "name" }):frame() end },
  { "columns: window", function() return rows:sort("x"):by("k"):with("cumsum(x) as c"):frame() end },
  { "columns: function", function()
    return rows:define("twice", function(x) return x * 2 end):where("twice(k) > 50"):count()
  end },
  { "SQL: sort", function() return ds.events:sort("place", "date desc"):frame() end },
  { "SQL: group", function() return ds.events:by("date"):summarise("list(id) as l"):frame() end },
  { "SQL: statement", function()
    return ds:sql "with recursive c(x) as (select 1 union all select x + 1 from c where x < 5e7) select count(*) from c"
  end },
  { "SQL: sorted statement", function() return ds:sql "select * from events order by place, date desc, id" end },
  { "search", function() return ds:search "district" end },
  { "read CSV", function() return parley.read(events) end },
  { "read JSON Lines", function() return parley.read(json) end },
  { "import", function() return empty:import("events", events, SOURCE) end },
  { "import with claims", function() return empty:import("parties", parties, SOURCE) end },
  { "export CSV", function() return ds.events:save(path "out.csv") end },
  { "export HTML", function() return ds.events:save(path "out.html") end },
  { "timeline", function() return ds:timeline() end },
  { "positions", function() return ds:positions() end },
  { "concessions", function() return ds:concessions() end },
  { "ledger", function() return ds:ledger() end },
  { "overdue", function() return ds:overdue "2024-01-01" end },
  { "disagreements", function() return ds:disagreements() end },
  { "compare", function() return ds:compare("talks-1", "talks-2") end },
  { "resting_on", function() return ds:resting_on { "anonymous" } end },
  { "network", function() return ds:network() end },
  { "lint", function() return ds:lint() end },
  { "changes", function() return ds:changes { from = "2024-01-01" } end },
  { "cite", function() return ds:cite(ds.demands, "text") end },
  { "brief", function() return ds:brief { talk = talk } end },
  { "as of a day", function() return ds:as_of("2022-01-01").demands:frame() end },
  { "plot timeline", function() return tostring(ds:plot "timeline") end },
  { "plot ledger", function() return tostring(ds:plot "ledger") end },
  { "plot network", function() return tostring(ds:plot "network") end },
  { "plot rows", function() return tostring(rows:plot { kind = "point", x = "k", y = "x" }) end },
  { "report", function() return ds:report(path "report.html") end },
  { "dump", function() return ds:dump(path "dump") end },
  { "load", function() return parley.load(path "dumped") end },
  { "save_as", function() return ds:save_as(path "copy.db") end },
  { "save_package", function() return ds:save_package(path "package") end },
}

local LEFT = { "out.csv", "out.html", "report.html", "dump", "copy.db", "package" }

local function undo()
  for _, name in ipairs(LEFT) do remove(name) end
  for _, name in ipairs { "events", "parties", "parties_claims" } do empty.store:exec("DELETE FROM " .. name) end
end

local function wanted(name)
  if CALLS == "" then return true end
  for pattern in CALLS:gmatch "[^,]+" do
    if name:find("^" .. pattern .. "$") then return true end
  end
  return false
end

-- Pressing -------------------------------------------------------------------------------------------------------

-- Seconds of a whole call, or what it failed with.
local function whole(run)
  local start = clock.now()
  local done, result, message = pcall(run)
  local spent = clock.now() - start
  if not done or result == nil then return nil, tostring(done and message or result) end
  return spent
end

-- Seconds from Ctrl-C to the end of a call, and those of the processor; nil where it was over before. As at the prompt,
-- Ctrl-C ends the line around the call too: the outer pcall is the line.
local function stopped(run, after)
  collectgarbage()
  local code, now, used
  local _, failure = pcall(function()
    core.interrupts "line"
    clock.press(after)
    local done, result, _, failed = pcall(run)
    now, used = clock.now(), os.clock()
    code = not done and result or result == nil and failed
  end)
  now, used = now or clock.now(), used or os.clock()
  core.interrupts "prompt"
  local at, used_then = clock.pressed()
  code = code or failure
  if type(code) == "table" then code = code.code end
  if at and code == "cancelled" then return now - at, used - used_then end
end

local function milliseconds(seconds) return ("%.1f"):format(seconds * 1000) end

local function median_and_most(list)
  table.sort(list)
  return milliseconds(list[(#list + 1) // 2] or 0), milliseconds(list[#list] or 0)
end

local function measure(name, run)
  local spent, failure = whole(run)
  undo()
  local times, work = {}, {}
  for i = 1, spent and POINTS or 0 do
    local took, used = stopped(run, spent * (i - 0.5) / POINTS)
    if took then times[#times + 1], work[#work + 1] = took, used end
    undo()
  end
  local median, most = median_and_most(times)
  local _, most_work = median_and_most(work)
  local whole_time = spent and milliseconds(spent) or "failed: " .. failure
  print(table.concat({ name, whole_time, #times, median, most, most_work }, "\t"))
  io.stdout:flush()
end

for _, entry in ipairs(LIST) do
  if wanted(entry[1]) then measure(entry[1], entry[2]) end
end

ds:close()
empty:close()
for _, name in ipairs(core.list_folder(folder)) do remove(name) end
