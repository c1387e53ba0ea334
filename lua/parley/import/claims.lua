--- Rows of a file as claims: a source says again only what is new.
-- What is new is told by parley.import.source_history, which follows a file through what its source has said before.

local errors = require "parley.base.errors"
local records = require "parley.base.records"
local atomic = require "parley.claims.transactions"
local claim_keys = require "parley.storage.statements.claim_keys"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local claims = require "parley.storage.statements.claims"
local connection = require "parley.storage.connection"
local planned = require "parley.claims.planned"
local quantities = require "parley.claims.quantities"
local source_history = require "parley.import.source_history"

local import_claims = {}

--- ## Provenance

local function row_locator(row) return ("row %d"):format(row) end

-- Completes the provenance of a row, and notes what the row has stated itself.
local function complete_provenance(state, made, row)
  local p = made.provenance
  made.stated = { locator = p.locator ~= nil, reported = p.reported ~= nil }
  local mine = connection.rights(state.ds.store)          -- who may only claim does so as themselves
  p.coder = p.coder or mine and mine.user or nil
  p.source = p.source or state.source
  p.locator = p.locator or row_locator(row)
  p.source_day = p.reported == nil
  p.rank, p.polarity = p.rank or "normal", p.polarity or "affirmed"
  p.modality, p.certainty = p.modality or "fact", p.certainty or "narration"
  return p
end

--- ## Storing

-- A row that had to wait makes its first claim under the key that was kept for it; the others have their place there.
local function next_key(state, info, provenance)
  local store = state.ds.store
  if not state.entry then return claim_keys.new_key(store, info.name) end
  if not state.entry_used then
    state.entry_used = true
    claim_keys.keep_key(store, state.entry, info.name)
    return state.entry
  end
  provenance.entry = state.entry
  return claim_keys.new_key(store, info.name)
end

local function store(state, history, values, provenance, row)
  local ds, info = state.ds, history.info
  provenance = records.copy_of(provenance)
  provenance.source, provenance.recorded_at, provenance.import = history.source, state.recorded_at, state.import
  if provenance.source_day then provenance.reported = atomic.published(ds, history.source) end
  local key = next_key(state, info, provenance)
  claims.insert(ds.store, info, key, history.id, values, provenance)
  atomic.touch(ds, info.name, history.id)
  source_history.enter(state, history, { key = key, values = values, provenance = provenance }, row)
end

local function check_all(state, made)
  local writing, p = require "parley.claims.writing", made.provenance
  writing.check_bounds(made.info, made.values)
  planned.move(made.info, made.values, p.modality)
  local source = p.source or state.source
  if not p.stated or not source then return end
  writing.check_days(p.stated, p.reported or atomic.published(state.ds, source), p.rank)
end

--- Whether a row's values can stand together; nil and why they cannot.
---@param state table
---@param made table
---@return boolean? good, parley.Error? problem
function import_claims.check(state, made)
  local done, err = pcall(check_all, state, made)
  if done then return true end
  if not errors.is(err) then error(err, 0) end
  return nil, err
end

-- What says that there is such a thing takes back that there is none, and the other way round, where the mapping says
-- that its source means it so. Within a file the rows follow each other, and nothing is taken back. What the source
-- had said before is an older state, or its newest word.
local function withdraw(state, history, made, provenance, place)
  local ds, info, polarity = state.ds, history.info, provenance.polarity
  local reason = errors.phrase(polarity == "denied" and "withdrawn_by_denial" or "withdrawn_denial",
    { row = place.row, file = state.file })
  local opposite = source_history.leave_opposite(state, history, polarity)
  local source, values = provenance.source, made.values
  if opposite[1] and claim_lookup.is_taken_back(ds.store, info, history.id, source, polarity, values) then
    state.report:take_up(info.name, history.id, place.row)
  end
  for _, key in ipairs(opposite) do
    claims.retract(ds.store, info, key, state.recorded_at, reason)
    atomic.touch(ds, info.name, history.id)
  end
end

--- Claims what is new in a row; says whether the thing was added, updated or left unchanged.
---@param state table the import
---@param made table
---@param place table
---@return "added"|"updated"|"unchanged"
function import_claims.put(state, made, place)
  if not made.completed then quantities.complete(made.info, made.values, made.about) end
  planned.move(made.info, made.values, made.provenance.modality)
  local provenance = complete_provenance(state, made, place.row)
  local history = source_history.by(state, made.info, made.id, provenance.source)
  local known = source_history.is_known(state, history)
  local fresh, any = source_history.follow(state, history, made, place.row)
  if not any and known then return "unchanged" end
  if made.withdraws then
    withdraw(state, history, made, provenance, place)
    fresh = source_history.follow(state, history, made, place.row)
  end
  store(state, history, fresh, provenance, place.row)
  return known and "updated" or "added"
end

--- ## The end of an import

-- The claims made anew of what was said last: units of one row that rest on one claim go together.
local function restate(state, history, list)
  local i = 1
  while i <= #list do
    local claim, row, values = list[i].claim, list[i].row, {}
    while list[i] and list[i].claim == claim and list[i].row == row do
      for _, name in ipairs(list[i].unit.columns) do values[name] = claim.values[name] end
      i = i + 1
    end
    local provenance = records.copy_of(claim.provenance)
    provenance.entry = nil
    if provenance.locator and provenance.locator:find "^row %d+$" then provenance.locator = row_locator(row) end
    store(state, history, values, provenance, row)
  end
end

--- Claims again what a file says last about a thing where its source has said something else since.
---@param state table
function import_claims.finish(state)
  state.entry = nil
  source_history.each_left_behind(state, function(history, list)
    restate(state, history, list)
    state.report:take_up(history.info.name, history.id, list[1].row)
    state.report:count(history.info.name, "unchanged", -1)
    state.report:count(history.info.name, "updated")
  end)
end

return import_claims
