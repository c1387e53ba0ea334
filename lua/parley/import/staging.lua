--- Rows of a file that are claimed together: staged in a table, and claimed a batch at a time.
-- What a row says of a thing is mostly new, or mostly known; both are found for all rows of a batch at once. Rows that
-- have to be followed through what their source has said before are then taken one by one (parley.import.claims).

local atomic = require "parley.claims.transactions"
local planned = require "parley.claims.planned"
local quantities = require "parley.claims.quantities"

-- Loaded with the first row that is staged.
local function claim_lookup() return require "parley.storage.statements.claim_lookup" end
local function claims() return require "parley.import.claims" end
local function source_history() return require "parley.import.source_history" end
local function staged_claims() return require "parley.storage.statements.staged_claims" end

local staging = {}

--- ## Staging

-- Names of what the targets of a plan fill in a table; all bounds of a quantity, as an exact number sets them, and the
-- columns for what is planned.
local function filled(state, info)
  local values, provenance, bounds = {}, {}, {}
  for _, target in ipairs(state.plan.targets) do
    for _, entry in ipairs(target.info == info and target.columns or {}) do
      values[entry.column.name] = true
      if entry.column.planned then values[entry.column.planned] = true end
      if entry.column.quantity then bounds[entry.column.quantity] = true end
    end
    for _, entry in ipairs(target.info == info and target.provenance or {}) do provenance[entry.column.name] = true end
  end
  for _, column in ipairs(info.columns) do
    if bounds[column.quantity] then values[column.name] = true end
  end
  return values, provenance
end

-- Sources come first, as claims take the day of theirs.
local function open(state, info)
  local staged = staged_claims().open(state.ds.store, info, filled(state, info))
  state.staged[info] = staged
  table.insert(state.staged, info.name == "sources" and 1 or #state.staged + 1, staged)
  return staged
end

--- Stages what a row of the file says about a thing.
---@param state table the import
---@param made table
---@param row integer the number of the record
function staging.put(state, made, row)
  local staged = state.staged[made.info] or open(state, made.info)
  quantities.complete(made.info, made.values, made.about)
  planned.move(made.info, made.values, made.provenance.modality)
  staged:put(row, made.id, made.values, made.provenance)
end

--- A table whose rows the loader in C stages: it is told how many with staging.count.
---@param state table the import
---@param info table
---@return parley.StagedClaims
function staging.open(state, info) return open(state, info) end

--- Says how many rows the loader has staged.
---@param staged parley.StagedClaims
---@param total integer rows of the import so far
function staging.count(staged, total)
  staged.count, staged.total = staged.count + total - (staged.total or 0), total
  if staged.count > 0 then staged:complete() end
end

--- ## Claiming

-- Of things that are new, nothing is known but what their rows fill: one claim each.
local function claim_new(state, staged, added, updated)
  local last = claim_lookup().last_key(state.ds.store) or 0
  staged:claim(last, { source = state.source, recorded_at = state.recorded_at, import = state.import,
    published = state.source and atomic.published(state.ds, state.source) }, added == staged.count)
  atomic.resolve(state.ds, staged.info.name, staged.touched,
    updated == 0 and { columns = staged.values, after = last } or nil)
end

local function follow_left(state, staged)
  for _, made in ipairs(staged:left()) do
    made.completed = true
    state.report:count(staged.info.name, claims().put(state, made, { row = made.row }))
  end
end

local function take(state, staged)
  local name = staged.info.name
  local counts, bare = staged:judge(state.source, source_history().at_hand(state, staged.info))
  local added, updated = counts[staged_claims().ADDED], counts[staged_claims().UPDATED]
  if added + updated > 0 then claim_new(state, staged, added, updated) end
  state.report:count(name, "added", added)
  state.report:count(name, "updated", updated)
  state.report:count(name, "unchanged", counts[staged_claims().UNCHANGED])
  if staged.total then state.report.bare = state.report.bare + bare end
  if counts[staged_claims().LEFT] > 0 then follow_left(state, staged) end
  staged:clear()
end

--- Claims what is staged.
---@param state table the import
function staging.flush(state)
  for _, staged in ipairs(state.staged) do
    if staged.count > 0 then take(state, staged) end
  end
end

--- Drops the tables.
---@param state table the import
function staging.close(state)
  for _, staged in ipairs(state.staged) do staged:drop() end
end

return staging
