-- Who hosted, who mediated, and whether the two sides faced each other.
--     lua5.4 examples/who_hosted.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

local held = ds.talks:where "status = 'held' and part_of is nil"

section "Hosts of what was held"
print(held:where("host is not nil"):by("host.name as host")
  :summarise("count() as talks", "min(date) as first", "max(date) as last"):sort("talks desc", "host"))

section "Roles of outsiders"
print(ds.participants:where("role in ('host', 'mediator', 'observer', 'good_offices', 'guarantor')")
  :by("party.name as party", "role"):count():sort("party", "role"))

section "Whether they faced each other"
print(held:by("directness"):count():sort("count desc", "directness"))

section "On whose asking"
print(ds.talks:where("initiated_by is not nil"):select("id", "date", "initiated_by"):sort("date"))
