--- Tables kept as Frames for a working day of questions: read once, and again when the dataset has changed.

local connection = require "parley.storage.connection"
local errors = require "parley.base.errors"

local frame_cache = {}

local kept = setmetatable({}, { __mode = "k" })      -- dataset -> name of a table -> { frame =, state = }

--- A table of a dataset as a Frame: the same one until something is written.
---@param ds parley.Dataset
---@param name string
---@return parley.Frame
function frame_cache.of(ds, name)
  if type(name) ~= "string" then errors.raise("bad_type.frame_table", { got = type(name) }) end
  local query = ds:table(name)
  ds:ensure(name)
  if (ds.parent or ds).transaction then return query:frame() end          -- what may yet be undone is not kept
  kept[ds] = kept[ds] or {}
  local known = kept[ds][name]
  if not known or known.state ~= connection.state(ds.store) then
    known = { frame = query:frame() }
    known.state = connection.state(ds.store)          -- after reading, which may fill a lazy table
    kept[ds][name] = known
  end
  return known.frame
end

return frame_cache
