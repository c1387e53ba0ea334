--- A bundled dataset as a whole: all tables stored, all that a file has, or only how many rows there are.

local bundled = require "parley.bundled.bundled"
local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local savepoints = require "parley.storage.savepoints"

local whole = {}

--- Stores all tables.
---@param ds parley.Dataset
function whole.ensure_all(ds)
  if ds.bundle.filled then return end
  for _, info in ipairs(codebook.tables) do bundled.ensure(ds, info.name) end
  ds.bundle.filled = true
end

--- Makes the dataset in memory complete, with all that a file has.
---@param ds parley.Dataset
function whole.complete(ds)
  whole.ensure_all(ds)
  if ds.bundle.complete then return end
  savepoints.run(ds.store, "parley_bundle", require("parley.bundled.storing").rest, ds.store, ds.bundle)
  ds.bundle.complete = true
end

--- How many rows a table has, where the build has counted them and nothing has stored it yet; else nil.
---@param ds parley.Dataset
---@param name string
---@return integer?
function whole.counted(ds, name)
  local bundle = ds.bundle
  return not bundle.stored[name] and bundled.are_built() and core.image_rows(bundle.name .. "/" .. name) or nil
end

return whole
