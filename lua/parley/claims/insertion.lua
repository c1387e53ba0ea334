--- Claims of another dataset put into this one, as they are: the day of one that states none is its source's here.

local atomic = require "parley.claims.transactions"
local claim_fields = require "parley.claims.claim_fields"
local claims = require "parley.storage.statements.claims"

local insertion = {}

-- A claim as the statements take it, from the row in which it stands.
local function claim_of(info, row)
  local fields, values, provenance = claim_fields(info), {}, {}
  for i, name in ipairs(fields.values) do values[name] = row[fields.value_names[i]] end
  for i = 2, #fields.provenance do provenance[fields.provenance[i]] = row[fields.provenance_names[i]] end
  provenance.source_day = row.source_day or nil
  return values, provenance
end

--- Stores a claim inside a transaction; its key has been noted.
---@param ds parley.Dataset
---@param info table
---@param row table  as parley.claims.claim_fields names its fields
function insertion.put(ds, info, row)
  local values, provenance = claim_of(info, row)
  if row.source_day and row.source then provenance.reported = atomic.published(ds, row.source) end
  claims.insert(ds.store, info, row.claim, row.id, values, provenance)
  atomic.touch(ds, info.name, row.id)
end

return insertion
