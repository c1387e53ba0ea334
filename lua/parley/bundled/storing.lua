--- Stores the claims of a bundled dataset: a table at a time, or all that a file has.

local claims = require "parley.storage.statements.claims"
local codebook = require "parley.codebook.tables"
local data_files = require "parley.bundled.data_files"
local planned = require "parley.claims.planned"
local quantities = require "parley.claims.quantities"
local resolution = require "parley.storage.statements.resolution"
local schema = require "parley.storage.schema"

local storing = {}

-- Fills in what every claim of the file has in common, as a write would.
local function complete_provenance(data, name, claim)
  local p = claim.provenance or {}
  if name == "sources" then p.source, p.locator = p.source or claim.id, p.locator or "head" end
  for key, value in pairs(data.header.common or {}) do
    if p[key] == nil then p[key] = value end
  end
  if p.reported == nil then p.reported, p.source_day = data.published[p.source], true end
  p.source_origin = data.origins[p.source]
  p.rank, p.polarity = p.rank or "normal", p.polarity or "affirmed"
  p.modality, p.certainty = p.modality or "fact", p.certainty or "narration"
  p.recorded_at, p.coder = p.recorded_at or data.header.recorded_at, p.coder or data.header.coder
  return p
end

local function store_claims(store, data, info)
  local list = data_files.claims_of(data, info.name)
  for _, claim in ipairs(list) do
    claim.about = claim.about or quantities.take_approximate(info, claim.values)
    quantities.complete(info, claim.values, claim.about)
    claim.provenance = complete_provenance(data, info.name, claim)
    planned.move(info, claim.values, claim.provenance.modality)
  end
  claims.insert_all(store, info, list)
  resolution.fill(store, info)
end

--- Makes a table and fills it.
---@param store parley.Store
---@param bundle table
---@param info table
function storing.table(store, bundle, info)
  schema.create_table(store, info)
  if info.claims then
    store_claims(store, data_files.of(bundle), info)
  elseif info.name == "terms" then
    require("parley.storage.file_schema").fill_terms(store)
  elseif info.name == "crosswalk" then
    require("parley.storage.file_schema").fill_crosswalk(store)
  end
end

--- Adds to all tables what else a file has.
---@param store parley.Store
---@param bundle table
function storing.rest(store, bundle)
  local claim_keys = require "parley.storage.statements.claim_keys"
  local file_schema = require "parley.storage.file_schema"
  local full_text = require "parley.storage.full_text"
  file_schema.create_keys(store)
  file_schema.create_indexes(store)
  for name, parts in pairs(data_files.of(bundle).pieces) do
    for _, part in ipairs(parts) do
      for _, key in ipairs(part.keys) do claim_keys.keep_key(store, key, name) end
    end
  end
  full_text.create(store)
  for _, info in ipairs(codebook.tables) do full_text.fill(store, info) end
  file_schema.mark(store)
end

return storing
