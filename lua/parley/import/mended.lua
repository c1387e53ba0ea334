--- Rows that cannot be taken as they stand in their file and were taken after a fix: when the file comes again, they
-- are known, so that importing it twice changes nothing.

local mended = {}

-- Kept beside the quarantine, so that importing the file again knows them: the row as it stands in the file.
local MENDED = [[CREATE TABLE IF NOT EXISTS quarantine_mended ("table" TEXT NOT NULL, file TEXT NOT NULL,
  raw TEXT NOT NULL, PRIMARY KEY ("table", file, raw)) WITHOUT ROWID]]

--- Remembers that a row which cannot be taken as it stands has been taken after a fix.
---@param ds parley.Dataset
---@param name string table
---@param file string
---@param raw string
function mended.remember(ds, name, file, raw)
  ds.store:exec(MENDED)
  ds.store:run("INSERT OR IGNORE INTO quarantine_mended VALUES (?, ?, ?)", { n = 3, name, file, raw })
end

--- Whether any row has been mended.
---@param ds parley.Dataset
---@return boolean
function mended.any(ds)
  return ds.store:values "SELECT 1 FROM sqlite_master WHERE name = 'quarantine_mended'" ~= nil
end

--- Whether this row of the file has been mended and taken before.
---@param state table the import
---@param raw string
---@return boolean
function mended.has(state, raw)
  return state.any_mended and state.ds.store:values('SELECT 1 FROM quarantine_mended WHERE "table" = ? AND file = ? '
    .. "AND raw = ?", { n = 3, state.name, state.path, raw }) ~= nil
end

return mended
