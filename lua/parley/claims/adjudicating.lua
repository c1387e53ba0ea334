--- Adjudicating: deciding for what one claim says of one field of a thing.
-- The decision is a claim of its own: it says what the claim says of that field and nothing else, from the same source
-- and by the same coder, with the rank preferred; `decides` names the claim, `entered_by` who decided, the note why.
-- Resolution follows by rank, under every policy and as of every day that the claim itself would count. A decision
-- about a field takes the place of the one before it (`restates`), so that taking it back restores that.

local atomic = require "parley.claims.transactions"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local correcting = require "parley.claims.correcting"
local errors = require "parley.base.errors"
local lists = require "parley.base.lists"
local references = require "parley.claims.references"
local speaking = require "parley.claims.speaking"
local suggest = require "parley.base.suggest"
local writing = require "parley.claims.writing"

local adjudicating = {}

local parts = writing.parts

-- The columns that stand together with a field: all bounds of its quantity.
local function columns_of(info, field)
  local column, names = info.by_name[field], {}
  if not column or field == "id" then
    errors.raise("no_column.field", { name = field, table = info.name, known = lists.field(info.columns, "name") })
  end
  for _, other in ipairs(info.columns) do
    if other == column or column.quantity and other.quantity == column.quantity then names[#names + 1] = other.name end
  end
  return names
end

local function says(values, names)
  for _, name in ipairs(names) do
    if values[name] ~= nil then return true end
  end
  return false
end

-- Which claims there are to decide for.
local function hint_of(keys) return #keys > 0 and { key = "claims_of_field", keys = suggest.listed(keys) } or nil end

-- The claims about a thing that say something of some columns: their keys as texts; the decision that stands about
-- them, and a claim preferred otherwise.
local function standing(ds, info, id, names)
  local keys, decision, preferred = {}, nil, nil
  for _, key in ipairs(claim_lookup.keys_where(ds.store, info, { stored = "id" }, id)) do
    local values, provenance = correcting.read(ds, info, key)
    if says(values, names) then
      if provenance.decides then decision = key
      else
        keys[#keys + 1] = tostring(key)
        if provenance.rank == "preferred" then preferred = key end
      end
    end
  end
  return keys, decision, preferred
end

-- Raises unless a claim is one to decide for.
local function check_claim(ds, info, id, field, names, key, keys)
  local name = claim_lookup.table_of_key(ds.store, key)
  if not name then errors.raise("no_row.claim", { key = key }) end
  local of, at, why = claim_lookup.find(ds.store, ds.schema.by_name[name], key)
  if at then errors.raise("exists.retracted", { key = key, at = at, why = why and (" (%s)"):format(why) or "" }) end
  if name ~= info.name or of ~= id then
    errors.raise("bad_argument.adjudicate_thing", { key = key, other = name, of = of, name = info.name, id = id,
      hint = hint_of(keys) })
  end
  local values, provenance = correcting.read(ds, info, key)
  if not says(values, names) then
    errors.raise("bad_argument.adjudicate_field", { key = key, field = field, hint = hint_of(keys) })
  elseif provenance.rank == "deprecated" or provenance.polarity == "denied" then
    errors.raise("bad_argument.adjudicate_never", { key = key, hint = hint_of(keys) })
  end
  return values, provenance
end

local function adjudicated(ds, info, id, field, key, reason)
  ds:ensure(info.name)
  references.need(ds, info.name, id, "adjudicate()")
  local names = columns_of(info, field)
  local keys, before, preferred = standing(ds, info, id, names)
  local values, provenance = check_claim(ds, info, id, field, names, key, keys)
  if provenance.decides then
    errors.raise("exists.adjudicated", { key = key, decides = provenance.decides })
  elseif preferred then
    errors.raise("exists.preferred", { key = preferred, name = field })
  end
  local said = {}
  for _, name in ipairs(names) do said[name] = values[name] end
  provenance.rank, provenance.note, provenance.decides = "preferred", reason, key
  provenance.entered_by, provenance.import = speaking.who(ds), nil
  if before then correcting.take_back(ds, info, id, before, reason) end
  return correcting.put(ds, info, id, said, provenance, key, before or key)
end

--- Decides for what a claim says of a field of a thing; a bound stands for its quantity.
---@param ds parley.Dataset
---@param name string table
---@param id string
---@param field string
---@param key integer
---@param reason string
---@return integer claim  the decision's key
function adjudicating.run(ds, name, id, field, key, reason)
  local info = parts.need_table(ds, name)
  if not info.claims then errors.raise("no_claims.table", { name = name }) end
  speaking.check_blind(ds, "adjudicate")
  parts.check_id(info, id)
  local claim = writing.key(key, "adjudicate")
  return atomic.verb(ds, adjudicated, ds, info, id, field, claim, correcting.checked_reason(reason, "adjudicate"))
end

return adjudicating
