--- What parties asked over time, party under party: their demands on one topic, or on all, as lines; and where they
-- met, which the shapes of accepted demands show. Rounds of talks are marks above.

local core = require "parley.core"
local demand_lines = require "parley.pictures.demand_lines"
local lanes = require "parley.pictures.lanes"
local notes = require "parley.base.notes"
local party_names = require "parley.pictures.party_names"

local positions = { options = { "topic", "party", "as_of" } }

-- The talks that were held between the first and the last of the demands.
local function talks_lane(ds, given, list)
  local first, last = math.huge, -math.huge
  for _, lane in ipairs(list) do
    first, last = math.min(first, lane.items[1].first), math.max(last, lane.items[1].last)
  end
  local q = given.as_of and ds.talks:as_of(given.as_of) or ds.talks
  local items = {}
  for date, name, status in q:sort("date"):select("date", "name", "status"):each() do
    local from, to = core.date(date ~= core.null and date or "")
    if from and to and to >= first and from <= last and status == "held" then
      items[#items + 1] = { first = from, last = to, ink = 7, shape = "circle", title = ("%s: %s"):format(date, name) }
    end
  end
  return #items > 0 and { name = "talks held", items = items } or nil
end

--- What is to be drawn.
function positions.of(ds, given)
  local list, legend, f, undated = demand_lines.of(ds, given, "party")
  local said = undated > 0 and { notes.new("left_out.plot", undated) } or {}
  local named = party_names.of(ds)
  local headed = demand_lines.under_headings(list, function(row)
    return row.party and named(row.party) or "(no party)"
  end)
  local talks = talks_lane(ds, given, list)
  if talks then table.insert(headed, 1, talks) end
  local topic = type(given.topic) == "table" and table.concat(given.topic, ", ") or given.topic
  return { lanes = headed, legend = legend, frame = f, notes = said, width = 960, empty = #list == 0, draw = lanes.draw,
    title = topic and "positions on " .. topic or "positions",
    description = ("%d demands of parties%s over time, and what became of them."):format(#list,
      topic and " on " .. topic or "") }
end

return positions
