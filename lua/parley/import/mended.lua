--- Rows that cannot be taken as they stand in their file and were taken after a fix: when the file comes again, they
-- are known, so that importing it twice changes nothing.

local quarantine = require "parley.storage.statements.quarantine"

local mended = {}

--- Remembers that a row which cannot be taken as it stands has been taken after a fix.
---@param ds parley.Dataset
---@param name string table
---@param file string
---@param raw string
function mended.remember(ds, name, file, raw)
  quarantine.remember_mended(ds.store, name, file, raw)
end

--- Whether any row has been mended.
---@param ds parley.Dataset
---@return boolean
function mended.any(ds) return quarantine.any_mended(ds.store) end

--- Whether this row of the file has been mended and taken before.
---@param state table the import
---@param raw string
---@return boolean
function mended.has(state, raw)
  return state.any_mended and quarantine.is_mended(state.ds.store, state.name, state.path, raw)
end

return mended
