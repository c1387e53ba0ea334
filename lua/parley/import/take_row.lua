--- One row of a file taken: the rows it makes are checked against what is there, then stored.
-- Either all of them are stored or none, and then the fault says why.

local atomic = require "parley.claims.transactions"
local errors = require "parley.base.errors"
local item_lists = require "parley.base.item_lists"
local fault = require "parley.import.fault"
local plan = require "parley.import.plan"
local renamed_ids = require "parley.import.renamed_ids"
local rows = require "parley.import.rows"
local staging = require "parley.import.staging"
local suggest = require "parley.base.suggest"

-- Loaded with the first row that makes claims.
local function claims() return require "parley.import.claims" end
local function source_history() return require "parley.import.source_history" end

local take_row = {}

--- ## References

local MOST_KNOWN, MOST_COMPARED = 100000, 5000

--- Claims what is staged, and resolves it; of ids known too many are forgotten.
---@param state table the import
function take_row.flush(state)
  staging.flush(state)
  atomic.flush_all(state.ds)
  for name, known in pairs(state.known) do
    if known.n > MOST_KNOWN then state.known[name] = nil end
  end
end

local function note_known(state, name, id)
  local known = state.known[name]
  if not known then
    known = { n = 0, ids = {} }
    state.known[name] = known
  end
  if not known.ids[id] then known.n, known.ids[id] = known.n + 1, true end
end

local function is_known(state, target, id)
  local known = state.known[target]
  if known and known.ids[id] then return true end
  if not require("parley.claims.references").exists(state.ds, target, id) then return false end
  note_known(state, target, id)
  return true
end

-- Tables that columns of the plan point at: { name = true }.
local function pointed_at(state)
  local found = {}
  for _, target in ipairs(state.plan.targets) do
    if target.info.claims then found.sources = true end
    for _, entry in ipairs(target.columns) do
      if entry.column.references then found[entry.column.references] = true end
    end
  end
  return found
end

-- What has just been made, where it may be pointed at before it is resolved.
local function note_made(state, made)
  state.pointed_at = state.pointed_at or pointed_at(state)
  if state.pointed_at[made.info.name] then note_known(state, made.info.name, made.id) end
end

-- The id of the thing whose name is nearly what stands there.
local function near_name(ds, target, given)
  if not ds.schema.by_name[target].by_name.name then return nil end
  local ids, names = {}, {}
  local statements = require "parley.storage.statements.rows"
  for id, name in statements.each(ds.store, target, { "id", "name" }, { with = "name", most = MOST_COMPARED }) do
    if not ids[name] then ids[name], names[#names + 1] = id, name end
  end
  local near = suggest.nearest(given, names)
  return near and ids[near]
end

-- Looked for once: the same words go wrong again and again.
local function nearest(state, target, id)
  local key = target .. "\0" .. id
  if state.nearest[key] == nil then
    state.nearest[key] = require("parley.claims.references").nearest(state.ds, target, id)
      or near_name(state.ds, target, id) or false
  end
  return state.nearest[key]
end

local function missing_reference(state, made, column, id)
  local references = require "parley.claims.references"
  local target = column.references
  local near = nearest(state, target, id)
  local wrong = fault.of(column.name, id, errors.new("no_row.import", { table = made.info.name, column = column.name,
    singular = references.singular(target), id = id,
    hint = suggest.meant(near) or { key = "add_and_requeue", table = target, id = id } }))
  wrong.is_reference = true
  return wrong
end

--- A fault when a row points at what nobody has, neither the dataset nor the rows made beside it.
---@param state table the import
---@param list table[] the rows made of a row
---@return parley.Fault?
function take_row.check_references(state, list)
  local beside = {}
  for _, made in ipairs(list) do beside[made.info.name .. "\0" .. made.id] = true end
  local source_column = { name = "source", references = "sources" }
  for _, made in ipairs(list) do
    for _, column in ipairs(made.info.columns) do
      local several = column.several or false
      for id in item_lists.each(column.references and made.values[column.name] or nil, several) do
        if not beside[column.references .. "\0" .. id] and not is_known(state, column.references, id) then
          local now = renamed_ids.now(state, column.references, id)
          if not now then return missing_reference(state, made, column, id) end
          made.values[column.name] = several and item_lists.replaced(made.values[column.name], id, now) or now
        end
      end
    end
    local source = made.provenance.source
    if source and not beside["sources\0" .. source] and not is_known(state, "sources", source) then
      made.provenance.source = renamed_ids.now(state, "sources", source)
      if not made.provenance.source then return missing_reference(state, made, source_column, source) end
    end
  end
end

--- ## Storing the rows made of one row

local function loader_of(state, made)
  local found = state.loaders[made.target]
  if not found then
    local holding = state.ds.store.copy_in and require("parley.import.held_rows").fits(state, made.target)
    found = rows.open(state.ds.store, state.plan, made.target, nil, false, state.requeued, holding and state or nil)
    state.held = holding and found.core or state.held
    state.loaders[made.target], state.loaders[#state.loaders + 1] = found, found
  end
  return found
end

local function target_of(state, made)
  for _, target in ipairs(state.plan.targets) do
    if target.info == made.info then return target end
  end
end

local function put_plain(state, made)
  made.target = made.target or target_of(state, made)
  local how, column, why = loader_of(state, made):put(made)
  if not how and state.requeued and why.code == "duplicate" then why = errors.new "duplicate.requeued" end
  if not how then return fault.of(column, column == "id" and made.id or nil, why) end
  if how ~= "held" then state.report:count(made.info.name, how) end
  note_made(state, made)
end

-- A row that had to wait is claimed by itself, as it has a place of its own; so is one that may take back what its
-- source has said before.
local function put_claims(state, made, place)
  if state.entry or made.withdraws then
    state.report:count(made.info.name, claims().put(state, made, place))
  else
    staging.put(state, made, place.row)
  end
  note_made(state, made)
end

-- Rows without claims come first, since they are the only ones that can still be refused.
local function store(state, list, place)
  for _, made in ipairs(list) do
    if not made.info.claims then
      local wrong = put_plain(state, made)
      if wrong then return wrong end
    end
  end
  for _, made in ipairs(list) do
    if made.info.claims then put_claims(state, made, place) end
  end
end

-- A row of the file that gives the table asked for an id and nothing else.
local function count_bare(state, list)
  local main, says = false, false
  for _, made in ipairs(list) do
    if made.info.name == state.name then
      main = true
      for name in pairs(made.values) do says = says or name ~= "source" or made.info.claims end
    end
  end
  if not main or says then return end
  state.report.bare = state.report.bare + 1
  if state.held and state.held.last then state.held.last.bare = true end
end

--- Makes and stores the rows of one row; a fault when it cannot be taken.
---@param state table the import
---@param row table
---@param place { row: integer, line: integer, file: string }
---@return table? fault
function take_row.take(state, row, place)
  local list, wrong = plan.make(state.plan, row, place)
  if not list then return wrong end
  if #list == 0 then
    state.report.skipped = state.report.skipped + 1
    return nil
  end
  renamed_ids.follow(state, list)
  for _, made in ipairs(list) do
    if made.info.claims then
      local good, problem = claims().check(state, made)
      if not good then return fault.of(problem.arguments.column, nil, problem) end
      if not (made.provenance.source or state.source) then
        if made.names_source then return fault.of("source", nil, errors.new "no_source.row") end
        errors.raise "no_source.import"
      end
    end
  end
  wrong = take_row.check_references(state, list)
  if wrong then source_history().wait(state, list) end
  wrong = wrong or store(state, list, place)
  if not wrong then count_bare(state, list) end
  return wrong
end

return take_row
