--- Evidence: the claims behind one thing, or behind one of its fields, hop by hop.
-- Method. Every claim is listed, those that count for nothing included: retracted ones (`retracted`), deprecated ones
-- (`rank`), denials (`polarity`), and those that the dataset's policy leaves out. `shown` marks the claim from which
-- the value that is shown is taken. Order: what the policy puts first comes first, of equals what is shown, then by
-- source; then what it does not consider; then what has been retracted. As of a day, only what had been reported by
-- then is listed; as recorded at a time, only what had been recorded, and what was retracted later is not marked.
-- A chain reads from the page to the origin: "Daily Beacon <- Radio Sund <- two officials, unnamed". Its first hop, the
-- outlet, is given its name; `origin` is its last hop, and `hops` counts them.

local claim_rows = require "parley.analysis.claim_rows"
local claim_units = require "parley.analysis.claim_units"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local options = require "parley.base.options"
local readings = require "parley.analysis.readings"
local references = require "parley.claims.references"
local rows = require "parley.storage.statements.rows"
local shown_reading = require "parley.analysis.shown_reading"
local statements = require "parley.storage.statements.claim_lookup"
local suggest = require "parley.base.suggest"

local evidence = {}

local COLUMNS = { { "claim", "integer" }, { "says", "text" }, { "shown", "boolean" }, { "source", "text" },
  { "locator", "text" }, { "said_by", "text" }, { "certainty", "text" }, { "chain", "text" }, { "hops", "integer" },
  { "origin", "text" }, { "outlet", "text" }, { "modality", "text" }, { "polarity", "text" }, { "rank", "text" },
  { "stated", "date" }, { "reported", "date" }, { "retracted", "boolean" }, { "retraction", "text" },
  { "shown_fields", "text" }, { "note", "text" }, { "restates", "integer" },
  { "tie", "boolean" }, { "coder", "text" }, { "tied_fields", "text" }, { "decides", "integer" },
  { "entered_by", "text" } }

-- Provenance beyond what every analysis reads, after the values.
local MORE = { "chain", "modality", "polarity", "stated", "reported", "retracted_at", "retraction", "note",
  "restates", "decides", "entered_by" }

-- What is asked for -----------------------------------------------------------------------------------------

local function need_table(ds, name)
  local tables, names = claim_rows.tables(ds)
  if type(name) ~= "string" then
    errors.raise("bad_type.evidence_arguments", { got = type(name) })
  end
  local other = not suggest.contains(names, name) and references.table_of(ds, name)
  if other then
    errors.raise("no_name.choice", { what = { key = "claims_table" }, name = name,
      hint = { key = "evidence_of_row", table = other, id = name } })
  end
  options.one_of(name, names, { key = "claims_table" })
  for _, info in ipairs(tables) do
    if info.name == name then return info end
  end
end

-- A thing of which all claims have been retracted has no row, but evidence.
local function need_thing(ds, info, id)
  ds:ensure(info.name)
  if type(id) == "string" and statements.is_about(ds.store, info, id, nil, ds:view().policy) then return id end
  return references.id(ds, info.name, id) or errors.raise("bad_argument.evidence_id", { name = info.name })
end

-- Claims ------------------------------------------------------------------------------------------------------

-- Whether a claim has been taken back, by the time the file is set back to.
local function is_retracted(claim, recorded)
  local at = claim.retracted_at
  return at ~= nil and (not recorded or at:gsub("Z+$", "") <= recorded)
end

-- The claims about a thing, with the rest of their provenance by name.
local function claims_of(ds, info, id, units)
  local names, found = claim_units.names(units), {}
  local values = #names
  table.move(MORE, 1, #MORE, values + 1, names)
  claim_rows.each_thing(ds, info, names, { day = ds:view().as_of, ids = { id }, retracted = true }, function(_, claims)
    found = claims
  end)
  local recorded = claim_rows.policy(ds).recorded
  for _, claim in ipairs(found) do
    for i, name in ipairs(MORE) do claim[name] = claim[values + i] end
    claim.retracted = is_retracted(claim, recorded)
  end
  return found
end

-- What is shown is chosen as tables are resolved, which know no aliases: texts need no other form.
local function as_it_is(text) return text end

-- Notes with each claim what it says about the units, and of which of them its value is shown.
local function read(claims, units)
  for _, claim in ipairs(claims) do claim.says, claim.shows, claim.ties = {}, {}, {} end
  for _, unit in ipairs(units) do
    local list = readings.of_all(unit, claims, as_it_is)
    local shown = shown_reading.of(unit, list)
    for _, reading in ipairs(list) do table.insert(reading.claim.says, { unit.field, reading.text }) end
    if shown and not shown.hull then table.insert(shown.claim.shows, unit.field) end
    for _, reading in ipairs(shown and shown.tied or {}) do
      if unit.kind then table.insert(reading.claim.ties, unit.field) end     -- other words for the same are no tie
      if shown.hull then table.insert(reading.claim.shows, unit.field) end
    end
  end
end

-- Where a claim comes: what the policy considers first, then the rest, then what was retracted; of what is equally firm
-- what is shown.
local function class_of(claim, firmness)
  return claim.retracted and 3 or firmness < 0 and 2 or 1, -firmness, #claim.shows > 0 and 1 or 2
end

-- The claims as they stand by themselves, but by their classes.
local function sorted(claims, unit)
  local order, firmness = readings.standing(unit, claims)
  local keys = {}
  for i, claim in ipairs(order) do keys[claim] = { i, class_of(claim, firmness[i]) } end
  table.sort(order, function(a, b)
    local mine, others = keys[a], keys[b]
    for at = 2, 4 do
      if mine[at] ~= others[at] then return mine[at] < others[at] end
    end
    return mine[1] < others[1]
  end)
  return order
end

-- Rows --------------------------------------------------------------------------------------------------------

-- The hops of a chain, nearest first; the first one, the outlet itself, by its name.
local function hops_of(claim, outlet)
  local hops = item_lists.written(claim.chain)
  if #hops == 0 or hops[1] == "outlet" then hops[1] = outlet or claim.source end
  return hops
end

-- "6000" of one field; "best: 6000; status: agreed" of a whole claim.
local function says_text(claim, one_field)
  if one_field then return claim.says[1][2] end
  local parts = {}
  for i, said in ipairs(claim.says) do parts[i] = said[1] .. ": " .. said[2] end
  return table.concat(parts, "; ")
end

local function row_of(claim, outlet, one_field)
  local hops, shows = hops_of(claim, outlet), #claim.shows > 0
  return { claim.claim, says_text(claim, one_field), shows, claim.source, claim.locator, claim.said_by,
    claim.certainty, table.concat(hops, " <- "), #hops, hops[#hops], outlet, claim.modality, claim.polarity, claim.rank,
    claim.stated, claim.reported, claim.retracted, claim.retracted and claim.retraction or nil,
    shows and table.concat(claim.shows, "; ") or nil, claim.note, claim.restates, #claim.ties > 0,
    claim.coder, #claim.ties > 0 and table.concat(claim.ties, "; ") or nil, claim.decides, claim.entered_by }
end

local OUTLET = { "id", "outlet" }

-- The outlets of the claims' sources, by source.
local function outlets(ds, claims)
  local names, sources = {}, {}
  for _, claim in ipairs(claims) do
    if names[claim.source] == nil then names[claim.source], sources[#sources + 1] = false, claim.source end
  end
  ds:ensure "sources"
  local seen = { policy = ds:view().policy, info = ds:table_info "sources" }
  for row in rows.sources(ds.store, OUTLET, sources, seen) do names[row.id] = row.outlet end
  return names
end

-- Calls -------------------------------------------------------------------------------------------------------

--- The claims about a thing; with `field`, those that say something about it, a bound standing for its quantity.
-- Columns: claim (its key), says (the field's value; without `field`, each field with its value), shown; source,
-- locator, said_by, certainty; chain, hops, origin, outlet; modality, polarity, rank; stated, reported; retracted,
-- retraction (why); shown_fields (those taken from this claim); note; restates (the claim
-- whose place it takes), tie (what it says is as firm as what another claim says, and given by as many sources), coder,
-- tied_fields (those in which it ties), decides (the claim that it decides for), entered_by (who decided or amended).
---@param ds parley.Dataset
---@param name string  a table
---@param id string
---@param field string?
---@return parley.Frame
function evidence.of_dataset(ds, name, id, field)
  local info = need_table(ds, name)
  need_thing(ds, info, id)
  local unit = field ~= nil and claim_units.of_field(info, field) or nil
  local units = unit and { unit } or claim_units.of_table(info)
  local claims, listed = claims_of(ds, info, id, units), {}
  local names = outlets(ds, claims)
  read(claims, units)
  for _, claim in ipairs(sorted(claims, unit or {})) do
    if #claim.says > 0 or not unit then
      listed[#listed + 1] = row_of(claim, names[claim.source] or nil, unit ~= nil)
    end
  end
  return require("parley.frame.from_rows").lists(COLUMNS, listed)
end

return evidence
