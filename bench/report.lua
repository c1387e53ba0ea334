--- Times reports of generated datasets: how long one takes, how large it and Lua's memory are, and how both grow with
-- the claims.
-- Usage: report.lua FOLDER [CLAIMS]      (20000 if absent: a report of half as many, then one of all)

local parley = require "parley"

local folder, most = arg[1], math.tointeger(arg[2] or 20000)

-- Seconds of the processor, bytes of the page, and the most memory that Lua held after it was made.
local function measure(claims)
  local path = ("%s/claims-%d.db"):format(folder, claims)
  os.remove(path)
  assert(os.execute(("'%s' bench/generate_claims.lua '%s' %d"):format(arg[-1], path, claims)))
  local ds <close> = assert(parley.open(path))
  collectgarbage()
  local start = os.clock()
  local html = require("parley.report.report").text(ds)
  return os.clock() - start, #html, collectgarbage "count" / 1024
end

local half, all = table.pack(measure(most // 2)), table.pack(measure(most))
print("claims", "seconds", "MB of page", "MB of Lua")
print(most // 2, ("%.1f\t%.1f\t%.0f"):format(half[1], half[2] / 1e6, half[3]))
print(most, ("%.1f\t%.1f\t%.0f"):format(all[1], all[2] / 1e6, all[3]))
print(("twice the claims: %.2f × the time, %.2f × the page (goal: at most 2.4)"):format(all[1] / half[1],
  all[2] / half[2]))
