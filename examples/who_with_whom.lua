-- Who with whom: the ties between parties, people and talks, and the demands as a graph for Graphviz.
--     lua5.4 examples/who_with_whom.lua [file.dot | file.graphml]

local parley = require "parley"
local ds <close> = assert(parley.open())

local function section(title) print(("\n== %s %s"):format(title, ("="):rep(96 - #title))) end

section "Who sits at which talk, in which role"
print(ds:network { tables = "participants" }:where "target_kind = 'talk' and source_kind = 'person'"
  :pivot { rows = "source_name", columns = "target", values = "first(role)" }:show(20))

section "How often each side acts towards another, by role"
local acts = ds:network { tables = { "documents", "demands", "responses", "outcomes" } }
print(acts:by("source_name", "target_name", "role"):summarise "count() as times":sort("times desc", "role"))

section "Third parties"
print(ds:network { role = { "host", "mediator", "good_offices", "observer", "guarantor", "sponsor", "pressure" } }
  :distinct("source_name", "role", "target"))

section "Silences"
print(ds:network { role = "stays_silent" }:select("source_name", "target_name", "topic", "date", "id"))

-- One edge for each pair and topic, for drawing: `dot -Tsvg` makes a picture of it.
local demands = ds:network { role = "demands" }:distinct("source", "target", "source_kind", "target_kind",
  "source_name", "target_name", "topic as role")
if arg[1] then
  assert(demands:save(arg[1]))
  print(("\n%d edges written to %s"):format(demands:count(), arg[1]))
else
  section "Leaders' meeting and children, as DOT"
  print(demands:where { role = { "leaders_meeting", "children" } }:to_dot())
end
