--- Tables kept as Frames for a working day of questions: read once, and again when the dataset has changed.

local connection = require "parley.storage.connection"

local frame_cache = {}

local kept = setmetatable({}, { __mode = "k" })      -- home -> name of a table -> { frame =, state = }

--- A table as a Frame: the same one until something is written.
---@param q parley.Query  for all rows of a table of a dataset
---@return parley.Frame
function frame_cache.of(q)
  local home, name = q.home, q.info.name
  home:ensure(name)
  if (home.parent or home).transaction then return q:frame() end          -- what may yet be undone is not kept
  kept[home] = kept[home] or {}
  local known = kept[home][name]
  if not known or known.state ~= connection.state(home.store) then
    known = { frame = q:frame() }
    known.state = connection.state(home.store)          -- after reading, which may fill a lazy table
    kept[home][name] = known
  end
  return known.frame
end

return frame_cache
