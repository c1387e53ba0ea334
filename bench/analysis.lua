--- Times the analysis calls on a generated dataset: one line "call seconds rows" each.
-- Usage: analysis.lua FILE.db      The best of three runs counts, each call in one process with the others.

local parley = require "parley"
local stored_rows = require "parley.storage.statements.stored_rows"

local ds = assert(parley.open(arg[1]))

-- Seconds of the processor: the calls use one thread and wait for nothing but the file cache.
local function best_of_three(call)
  local best, rows = math.huge, nil
  for _ = 1, 3 do
    collectgarbage()
    local start = os.clock()
    local result = call()
    best = math.min(best, os.clock() - start)
    rows = type(result) == "string" and #result or result and #result or 0
  end
  return best, rows
end

local talk = ds.talks:sort("date"):first().id
local CALLS = {
  { "resolve all", function()
    ds.store:exec "BEGIN"
    for _, name in ipairs(ds:tables()) do
      local info = ds:table_info(name)
      if info.claims then stored_rows.resolve_all(ds.store, info) end
    end
    ds.store:exec "ROLLBACK"
  end },
  { "disagreements", function() return ds:disagreements() end },
  { "timeline", function() return ds:timeline {} end },
  { "positions", function() return ds:positions {} end },
  { "compare", function() return ds:compare("talks-1", "talks-2") end },
  { "concessions", function() return ds:concessions() end },
  { "ledger", function() return ds:ledger {} end },
  { "overdue", function() return ds:overdue("2024-01-01") end },
  { "evidence", function() return ds:evidence("demands", "demands-1") end },
  { "resting_on", function() return ds:resting_on { "anonymous", "inferred" } end },
  { "network", function() return ds:network {} end },
  { "search", function() return ds:search("district 77") end },
  { "cite", function() return ds:cite("s1", "text") end },
  { "brief", function() return ds:brief { talk = talk, format = "text" } end },
  { "as_of: count", function() return { ds:as_of("2022-01-01").demands:count() } end },
}

for _, entry in ipairs(CALLS) do
  local seconds, rows = best_of_three(entry[2])
  print(("%s\t%.4f\t%d"):format(entry[1], seconds, rows))
end
