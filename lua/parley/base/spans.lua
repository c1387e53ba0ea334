--- Which columns of a Frame are spans: dates whose value lasts from one day to another, rather than lying somewhere in
-- between. The codebook says so of a column; a Frame made of it is told, for the type alone does not tell.

local core = require "parley.core"

local spans = {}

-- Frame -> name of a column -> true; beside the Frames' metatable, of which there is one, however often this is loaded.
local kept = core.frame_metatable.spans or setmetatable({}, { __mode = "k" })
core.frame_metatable.spans = kept

--- Tells a Frame which of its columns are spans, by the bound columns of the query that made it.
---@param f parley.Frame
---@param columns table[]
---@return parley.Frame f
function spans.keep(f, columns)
  for _, column in ipairs(columns) do
    if column.span then
      kept[f] = kept[f] or {}
      kept[f][column.name] = true
    end
  end
  return f
end

--- Whether a column of a Frame is a span.
---@param f parley.Frame
---@param name string
---@return boolean?
function spans.is_one(f, name) return kept[f] and kept[f][name] end

return spans
