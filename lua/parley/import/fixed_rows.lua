--- Rows that cannot be taken as they stand in their file and were taken after a fix: when the file comes again, they
-- are known, so that importing it twice changes nothing. What they say has its place among what the file says.

local quarantine = require "parley.storage.statements.quarantine"

-- Loaded with the first row that has been mended.
local function claim_lookup() return require "parley.storage.statements.claim_lookup" end
local function json() return require "parley.base.json" end
local function source_history() return require "parley.import.source_history" end

local fixed_rows = {}

--- Remembers that a row which cannot be taken as it stands has been taken after a fix.
---@param state table the import; `met` are the keys of the claims that say what the row says
---@param entry table the row set aside
function fixed_rows.remember(state, entry)
  local keys = {}
  for i, key in ipairs(state.met) do keys[i] = ("%d"):format(key) end
  quarantine.remember_mended(state.ds.store, entry.recipe.table, entry.file, entry.raw, json().list(keys, 1, #keys))
end

--- Whether any row has been mended.
---@param ds parley.Dataset
---@return boolean
function fixed_rows.any(ds) return quarantine.any_mended(ds.store) end

local function come_to(state, key)
  local name = claim_lookup().table_of_key(state.ds.store, key)
  local info = name and state.ds.schema.by_name[name]
  if not info then return end
  local id, retracted, _, source = claim_lookup().find(state.ds.store, info, key)
  if id and not retracted then
    source_history().come_to_claim(source_history().by(state, info, id, source), key, state.report.read)
  end
end

--- Whether this row of the file has been mended and taken before; then the import comes to what it says.
---@param state table the import
---@param raw string
---@return boolean
function fixed_rows.meet(state, raw)
  if not state.any_mended then return false end
  local is_mended, keys = quarantine.mended(state.ds.store, state.name, state.file, raw)
  if is_mended and keys then
    for _, key in ipairs(require("parley.base.json_reader").read(keys) or {}) do
      come_to(state, math.tointeger(tonumber(key)))
    end
  end
  return is_mended
end

return fixed_rows
