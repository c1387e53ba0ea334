--- The rows of a Frame as those a query starts from.

local bound = require "parley.query.bound"
local traits = require "parley.base.traits"

local frame_rows = {}

--- A description of a Frame as a table.
---@param f parley.Frame
---@return table info
function frame_rows.info(f)
  local info = { name = "frame", title = "the Frame", meaning = "a Frame", raw = true, columns = {}, by_name = {},
    frame = f }
  local types = f:types()
  for i, name in ipairs(f:columns()) do
    info.columns[i] = traits.copy({ name = name, type = types[i] }, traits.of(f, name))
    if types[i] == "text" then info.columns[i].texts_of = { frame = f, name = name } end
    info.by_name[name] = info.columns[i]
  end
  return info
end

--- The first link of a query over a Frame that belongs to no dataset.
---@param f parley.Frame
---@param known_as table?  description of the table its rows come from, for names in a join
---@return table
function frame_rows.link(f, known_as)
  local info = frame_rows.info(f)
  if known_as then info.name, info.raw, info.title = known_as.name, known_as.raw, known_as.title end
  return bound.of_table({}, info)
end

return frame_rows
