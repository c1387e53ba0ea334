--- What a team's calls take over claims by twelve coders, each with ids of his own:
--   lua5.4 bench/coders.lua [CLAIMS [--write]]   (200,000; at a quarter and at half of that too, to see how it grows)
-- Each coder codes every demand of the sources: eight fields, of which one in ten is read otherwise; one demand in
-- twenty is missed. Times are of the processor, the least of some runs.
-- --write puts the table into doc/agreement.md.

package.path = "./?.lua;" .. package.path
local parley = require "parley"
local tools = dofile "bench/tools.lua"

local CLAIMS = math.tointeger(arg[1] or "200000")
local CODERS <const>, IN_SOURCE <const>, RUNS <const> = 12, 40, 3

-- ## The claims

local state = 20250723
local function random(n)
  state = state * 6364136223846793005 + 1442695040888963407
  return (state >> 33) % n + 1
end

local TOPICS = { "ceasefire", "prisoners", "remains", "children", "territory", "sanctions", "verification" }
local PARTIES = { "ukraine", "russia", "united-states", "turkiye" }
local STATUSES = { "raised", "repeated", "accepted", "rejected" }

-- What stands in the text about demand number n, as most read it.
local function truth(n)
  return { party = PARTIES[1 + n % 2], addressee = PARTIES[2 - n % 2], topic = TOPICS[1 + n % #TOPICS],
    made = ("2025-%02d-%02d"):format(1 + n // 28 % 12, 1 + n % 28), days_best = 10 * (1 + n % 9), priority = 1 + n % 5,
    status = STATUSES[1 + n % #STATUSES], text = "Stop the fighting in district " .. n }
end

local OTHERWISE = {
  topic = function() return TOPICS[random(#TOPICS)] end,
  made = function(value) return value:sub(1, 7) end,
  days_best = function(value) return value + random(5) end,
  status = function() return STATUSES[random(#STATUSES)] end,
  priority = function() return random(5) end,
}
local FIELDS = { "topic", "made", "days_best", "status", "priority" }

local function row(coder, n)
  local values = truth(n)
  for _, field in ipairs(FIELDS) do
    if random(10) == 1 then values[field] = OTHERWISE[field](values[field]) end
  end
  values.id, values.who = ("c%d-%d"):format(coder, n), "coder" .. coder
  values.source, values.locator = "s" .. n // IN_SOURCE + 1, "p" .. n % IN_SOURCE + 1
  return values
end

local function mapping()
  local columns = {}
  for name in pairs(truth(1)) do columns[name] = { column = name } end
  return { rows = { { table = "demands", id = { column = "id" }, columns = columns, provenance = {
    source = { column = "source" }, locator = { column = "locator" }, coder = { column = "who" } } } } }
end

local function dataset(claims)
  local ds, units, rows = parley.open ":memory:", claims // CODERS, {}
  ds:atomic(function()
    for i = 1, units // IN_SOURCE + 2 do ds:add("sources", { id = "s" .. i, published = "2025-06-02" }) end
    for _, id in ipairs(PARTIES) do ds:add("parties", { id = id, name = id, kind = "state" }, { source = "s1" }) end
  end)
  for coder = 1, CODERS do
    for n = 1, units do
      if random(20) > 1 then rows[#rows + 1] = row(coder, n) end
    end
  end
  ds:import("demands", parley.frame(rows), { mapping = mapping() })
  return ds
end

-- ## Times

local function least(fn, runs)
  local best, n = math.huge, nil
  for _ = 1, runs do
    collectgarbage()
    local start = os.clock()
    n = fn()
    best = math.min(best, os.clock() - start)
  end
  return best, n
end

local CALLS = {
  { "compare_coders", 1, function(ds) return #ds:compare_coders("coder1", "coder2") end },
  { "reliability, 1,000 draws", 2, function(ds) return #ds:reliability() end },
  { "reliability of two, 1,000 draws", 2,
    function(ds) return #ds:reliability { coders = { "coder1", "coder2" } } end },
  { "adjudications{waiting = true}", 1, function(ds) return #ds:adjudications { waiting = true } end },
  { "assign, a source each", 1, function(ds)
    return #ds:assign { coders = { "coder1", "coder2", "coder3" }, each = 2 }
  end, once = true },
  { "assignments", 1, function(ds) return #ds:assignments() end },
  { "log", 1, function(ds) return #ds:log() end },
  { "undo(\"last\")", 1, function(ds)
    ds:add("talks", { id = "last" .. random(1 << 30), kind = "round" }, { source = "s1" })
    return #ds:undo "last"
  end },
}

-- ## The page

-- Seconds of each call, by size.
local function measure(sizes)
  local of = {}
  for _, size in ipairs(sizes) do
    local ds <close> = dataset(size)
    for i, call in ipairs(CALLS) do
      of[i] = of[i] or {}
      of[i][#of[i] + 1] = least(function() return call[3](ds) end, call.once and 1 or RUNS)
      io.stderr:write(("%8d  %-32s %7.3f s\n"):format(size, call[1], of[i][#of[i]]))
    end
  end
  return of
end

local sizes, lines = { CLAIMS // 4, CLAIMS // 2, CLAIMS }, {}
local function say(text, ...) lines[#lines + 1] = text:format(...) end

local of = measure(sizes)
say("| seconds of the processor, claims | %d | %d | %d | goal | |", table.unpack(sizes))
say "|---|---|---|---|---|---|"
for i, call in ipairs(CALLS) do
  local a, b, c = table.unpack(of[i])
  say("| `%s` | %.2f | %.2f | %.2f | %d | %s |", call[1], a, b, c, call[2], tools.verdict(c, call[2]))
end
print(table.concat(lines, "\n"))
if arg[2] == "--write" then tools.write_page("doc/agreement.md", "bench/coders.lua", lines) end
