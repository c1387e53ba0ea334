-- The Istanbul talks of 2025 on one page. Every line below comes from a query; `make demo` runs this file.

local parley = require "parley"
local ds <close> = assert(parley.open())

local function section(title) print(("\n== %s %s"):format(title, ("="):rep(96 - #title))) end

-- A label and a text, broken into lines that fit beside it.
local function item(label, label_width, text)
  local lines = { "" }
  for word in text:gmatch("%S+") do
    local longer = lines[#lines] == "" and word or lines[#lines] .. " " .. word
    if utf8.len(longer) <= 98 - label_width then lines[#lines] = longer else lines[#lines + 1] = word end
  end
  print((" %s %s"):format(label .. (" "):rep(label_width - #label),
    table.concat(lines, "\n" .. (" "):rep(label_width + 2))))
end

section "The talks"
-- A query prints as a table. Dates are as precise as the sources; a missing value is a dot.
print(ds.talks:sort("date"):select("id", "kind", "date", "planned_date", "status", "result", "assessment"))

for _, party in ipairs { "ukraine", "russia" } do
  section(ds.parties:get(party).name .. " asks, at the second round")
  local demands = ds.demands:where { party = party, talk = "r2" }:sort("topic")
  for topic, text, status in demands:each("topic", "text", "status") do
    item(topic, 19, status == "raised" and text or ("%s [%s]"):format(text, status))
  end
end

section "What was agreed"
-- An amount is an interval. A total may have parts with a day of their own, and readings that differ.
local function amount(o)
  if not o.low then return o.topic end
  return ("%d%s %s"):format(o.low, o.high ~= o.low and (o.high and "-" .. o.high or " or more") or "", o.unit)
end

local agreed = ds.outcomes:where("kind != 'no_agreement' and part_of is nil"):sort("talk", "topic")
local parts = ds.outcomes:where("part_of is not nil and due is not nil")
local differing = agreed:disagreements():where { field = { "best", "basis" }, among = "claims" }
for outcome in agreed:rows() do
  item(outcome.talk .. " " .. amount(outcome), 29, outcome.text)
  for readings in differing:where { id = outcome.id }:each("readings") do item("", 29, "either " .. readings) end
  for n, due in parts:where { part_of = outcome.id }:each("best", "due") do item("", 29, n .. " due in " .. due) end
end

section "Where the sources disagree (a selection)"
-- Left what the tables show, right every reading with its source and who says so.
local clashes = ds:disagreements():where("kind in ('outcome', 'reciprocity') or field = 'made'")
for id, field, shown, readings in clashes:each("id", "field", "shown", "readings") do
  item(("%s %s = %s"):format(id, field, shown), 29, readings)
end

section "Known by 1 June 2025, and today"
local before = ds.talks:as_of("2025-06-01"):select("id", "status as before")
local changed = ds.talks:join(before, { on = "id", kind = "left" }):where("before is nil or before != status")
for id, old, new in changed:each("id", "before", "status") do
  item(id, 29, ("%s, now %s"):format(old or "unknown", new))
end
item("demands", 29, ("%d, now %d"):format(ds.demands:as_of("2025-06-01"):count(), ds.demands:count()))

section "Ukraine's list, from the second round to the third"
for topic, agenda, old, new in ds:compare("r2", "r3", { party = "ukraine" }):where("agenda is not nil")
  :each("topic", "agenda", "place_before", "place_after") do
  item(topic, 29, ("%s (%s, then %s)"):format(agenda, old or "not on it", new or "not on it"))
end

section "Its day passed by 21 July 2025, and nothing reported since"
for row in ds:ledger { as_of = "2025-07-21" }:where { state = "nothing reported" }:rows() do
  item(row.outcome, 29, ("%d of %d %s outstanding, due %s; last report: %s"):format(row.outstanding_low,
    row.promised_low, row.unit, row.due, row.last_report))
end

section "How to go on"
print [[
$ eval "$(make -s env)"; lua5.4 -l parley.repl
> ds                                                  -- its tables
> ds.demands:by("party", "status"):count()            -- who asked for how much, and what came of it
> ds:evidence("demands", "ru-truce", "days_best")     -- who said what about the length of the truce]]
