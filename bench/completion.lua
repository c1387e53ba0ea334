--- Times what Tab does at the prompt behind the beginning of an id, of which a table has as many as the argument says.
-- Prints the median and the longest in milliseconds, and how many ids were offered:
--   lua5.4 bench/completion.lua 100000

local completion = require "parley.repl.completion"
local parley = require "parley"

local COUNT = math.tointeger(arg[1])
local ROUNDS = 9

local ds = assert(parley.open ":memory:")
ds:add("sources", { id = "s1" }, { source = "s1" })
local path = os.tmpname()
do
  local file <close> = assert(io.open(path, "w"))
  file:write "id,date\n"
  for i = 1, COUNT do file:write(("e%06d,2024-01-01\n"):format(i)) end
end
assert(ds:import("events", path, { source = { id = "s1" }, key = "id", format = "csv" }))
os.remove(path)
assert(ds.events:count() == COUNT)

local times, offered = {}, 0
for _, begun in ipairs { "", "e", "e0500", ("e%06d"):format(COUNT - 1) } do
  for _ = 1, ROUNDS do
    local started = os.clock()
    local found = completion.of("ds.events:get('" .. begun, { ds = ds })
    times[#times + 1] = (os.clock() - started) * 1000
    assert(#found >= 1 and found[1]:sub(1, #begun) == begun, begun .. ": nothing offered")
    offered = math.max(offered, #found)
  end
end
table.sort(times)
print(("%.2f\t%.2f\t%d"):format(times[#times // 2 + 1], times[#times], offered))
