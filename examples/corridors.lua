-- Humanitarian corridors in Ukraine, spring 2022: who proposed them, what was agreed, how they ended, week by week.
-- The file is not part of Parley; doc/mappings.md says what is read from it.
--     lua5.4 examples/corridors.lua [HC_geocoded.csv]

local parley = require "parley"

local path = arg[1] or "../shared/data/corridors/HC_geocoded.csv"
local ds <close> = assert(parley.open(":memory:"))
local report = assert(ds:import("demands", path, { mapping = "corridors" }))
print(("%d routes read, %d set aside"):format(report.read, report.quarantined))

-- A route and its end have the same id. A missing end means that the file does not tell it.
local ends = ds.outcomes:select("id", "status as ending")
local routes = ds.demands:join(ends, { on = "id", kind = "left" }):with("week(wanted) as week",
  "coalesce(party, 'agreed') as proposer", "coalesce(ending .. '', 'not told') as ended")

print "\nProposed by whom, by week of 2022"
print(routes:pivot { rows = "week", columns = "proposer" }:show(20))

print "\nHow it ended, by week"
print(routes:pivot { rows = "week", columns = "ended" }:show(20))

print "\nHow it ended, by who proposed it"
print(routes:pivot { rows = "proposer", columns = "ended" })

-- Of the routes whose end is told, the share that worked.
local told = routes:where "ending in ('done', 'missed', 'disputed')"
print "\nShare that worked, of those whose end is told"
print(told:with("ending = 'done' as worked"):by("proposer")
  :summarise("count() as told", "sum(worked) as worked"):with("round(100.0 * worked / told) as percent"))
