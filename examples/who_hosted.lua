-- Who hosted, who else stood between or beside the two sides, and whether they faced each other.
--     lua5.4 examples/who_hosted.lua

local parley = require "parley"
local ds <close> = assert(parley.open "russia-ukraine-talks")

local function section(title) print(("== %s %s"):format(title, ("="):rep(96 - utf8.len(title)))) end

-- Meetings as a whole: days and rooms are parts of them.
local held = ds.talks:where "status = 'held' and part_of is nil"

section "Hosts of what both sides came to"
print(held:where("host is not nil and (directness is nil or directness != 'none')"):by("host.name as host")
  :summarise("count() as talks", "min(date) as first", "max(date) as last"):sort("talks desc", "host"))

section "Between and beside the two sides"
print(ds.participants:where("party not in ('russia', 'ukraine')")
  :where("role in ('mediator', 'relay', 'good_offices', 'observer', 'guarantor')")
  :select("talk.name as talk", "talk.date as date", "party.name as party", "role", "status"):sort("date", "party"))

section "Exchanges through others"
print(ds.deliveries:where("cause like 'through %' and basis = 'per_side'")
  :select("date", "best as each_side", "unit", "cause as how"):sort("date"))

section "Whether they faced each other"
print(held:by("coalesce(directness, 'not told') as directness"):count():sort("count desc", "directness"))

section "On whose asking, as far as somebody says"
print(ds.talks:where("initiated_by is not nil"):select("name", "date", "initiated_by"):sort("date"))

section "Where pages differ on either"
for row in ds.talks:disagreements():where("field in ('directness', 'initiated_by')"):sort("field", "id"):rows() do
  print(("%s, %s\n    %s"):format(ds.talks:get(row.id).name, row.field:gsub("_", " "), row.readings))
end
