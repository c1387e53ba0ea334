--- Rows of a file as claims: a source says again only what is new.
-- What the source has said last about a field is the set of values it claimed in its latest import of it (claims
-- of one import share their `recorded_at`). A value in that set makes no claim; so a file imported twice changes
-- nothing, several rows about one thing add up, and a value that a source takes up again is claimed again.

local errors = require "parley.base.errors"
local atomic = require "parley.claims.transactions"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claims = require "parley.storage.statements.claims"
local quantities = require "parley.claims.quantities"
local references = require "parley.claims.references"
local rows = require "parley.storage.statements.rows"

local import_claims = {}

--- ## What a source has said

-- The claims about things of a table, by id; where they come from is called so that no column is.
local function claims_by_id(store, info)
  local names, called, types = { "recorded_at", "source" }, { "recorded at", "claimed by" }, { "text", "text" }
  for i = 2, #info.columns do
    local column = info.columns[i]
    names[i + 1], called[i + 1], types[i + 1] = column.claim_name, column.name, column.type
  end
  return claim_lookup.said(store, info, names, called, types)
end

-- Adds a claim's values to the sets of what was said last: column -> { at =, [value] = true }.
local function add_said(info, said, row)
  local at = row["recorded at"] or ""
  for i = 2, #info.columns do
    local name = info.columns[i].name
    local value = row[name]
    if value ~= nil then
      local set = said[name]
      if not set or set.at ~= at then
        set = { at = at }
        said[name] = set
      end
      set[value] = true
    end
  end
end

-- What a source said last about a thing, whether it said anything, and whether anybody did.
local function what_was_said(state, info, id, source)
  local said, by_source, known = {}, false, false
  local asked = state.said[info] or claims_by_id(state.ds.store, info)
  state.said[info] = asked
  for row in asked(id) do
    known = true
    if row["claimed by"] == source then
      by_source = true
      add_said(info, said, row)
    end
  end
  return said, by_source, known
end

-- The values that are new; of a quantity all bounds that are given, since they are taken together.
local function new_values(info, given, said)
  local fresh, touched = {}, {}
  for _, column in ipairs(info.columns) do
    local value = given[column.name]
    local set = said[column.name]
    if value ~= nil and not (set and set[value]) then
      fresh[column.name] = value
      if column.quantity then touched[column.quantity] = true end
    end
  end
  for _, column in ipairs(info.columns) do
    if column.quantity and touched[column.quantity] then fresh[column.name] = given[column.name] end
  end
  return fresh
end

--- ## Provenance

-- When a source was published, looked up once.
local function published(state, source)
  if state.published[source] == nil then
    state.published[source] = rows.value(state.ds.store, "sources", "published", source) or false
  end
  return state.published[source] or nil
end

local function provenance_of(state, made, place)
  local p = made.provenance
  p.source = p.source or state.source
  p.locator = p.locator or ("row %d"):format(place.row)
  p.reported = p.reported or published(state, p.source)
  p.rank, p.polarity = p.rank or "normal", p.polarity or "affirmed"
  p.modality, p.certainty = p.modality or "fact", p.certainty or "narration"
  p.recorded_at = state.recorded_at
  return p
end

--- ## Storing

local function store(state, made, id, fresh, provenance)
  local ds, info = state.ds, made.info
  claims.insert(ds.store, info, claims.new_key(ds.store, info.name), id, fresh, provenance)
  atomic.touch(ds, info.name, id)
end

--- Whether a row's values can stand together; nil and why they cannot.
---@param made table
---@return boolean? good, parley.Error? problem
function import_claims.check(made)
  local done, err = pcall(require("parley.claims.writing").check_bounds, made.info, made.values)
  if done then return true end
  if not errors.is(err) then error(err, 0) end
  return nil, err
end

--- Claims what is new in a row; says whether the thing was added, updated or left unchanged.
---@param state table the import
---@param made table
---@param place table
---@return "added"|"updated"|"unchanged"
function import_claims.put(state, made, place)
  quantities.complete(made.info, made.values)
  local provenance = provenance_of(state, made, place)
  local said, by_source, known = what_was_said(state, made.info, made.id, provenance.source)
  local fresh = new_values(made.info, made.values, said)
  if next(fresh) == nil and (by_source or known) then return "unchanged" end
  store(state, made, made.id, fresh, provenance)
  return known and "updated" or "added"
end

--- Makes the row of `sources` that an import rests on, unless it is there: its id.
---@param ds parley.Dataset
---@param given string|table|nil an id, or a row
---@return string?
function import_claims.source(ds, given)
  if given == nil then return nil end
  if type(given) == "string" then
    references.need(ds, "sources", given, "source")
    return given
  end
  if type(given) ~= "table" or type(given.id) ~= "string" then
    errors.raise "bad_argument.import_source"
  end
  if not references.exists(ds, "sources", given.id) then ds:add("sources", given) end
  return given.id
end

return import_claims
