--- Each demand as a line from when it was first made to where it ended, topic by topic; its status by shape.

local demand_lines = require "parley.pictures.demand_lines"
local lanes = require "parley.pictures.lanes"
local notes = require "parley.base.notes"

local demands = { options = { "topic", "party", "as_of" } }

--- What is to be drawn.
function demands.of(ds, given)
  local list, legend, f, undated = demand_lines.of(ds, given, "topic")
  local said = undated > 0 and { notes.new("left_out.plot", undated) } or {}
  local headed = demand_lines.under_headings(list, function(row) return row.topic or "(no topic)" end)
  demand_lines.name_parties(ds, list)
  return { lanes = headed, legend = legend, frame = f,
    notes = said, title = "demands by topic", width = 960, empty = #list == 0, draw = lanes.draw,
    description = ("%d demands by topic, each from when it was first made to its last known day."):format(#list) }
end

return demands
