--- Rows that were set aside, tried again: each is read as it was, and taken like any row.

local atomic = require "parley.claims.transactions"
local errors = require "parley.base.errors"
local records = require "parley.base.records"
local fault = require "parley.import.fault"
local input = require "parley.import.reader_options"
local fixed_rows = require "parley.import.fixed_rows"
local plan = require "parley.import.plan"
local quarantine = require "parley.import.quarantine"
local renamed_ids = require "parley.import.renamed_ids"
local report = require "parley.import.report"
local states = require "parley.import.running_import"
local take_row = require "parley.import.take_row"
local source_block = require "parley.import.source_block"

local retry = {}

-- The record of a row that was set aside.
local function reopen(recipe, raw)
  local given = records.copy_of(recipe)
  given.text, given.lenient, given.encoding, given.skip, given.comment = raw, true, nil, nil, nil
  if recipe.format == "csv" or recipe.format == "tsv" then given.header = false else given.columns = nil end
  local reader, message = input.open("a row set aside", given, true)
  if not reader then return nil, message end
  local line, sound = reader:next()
  if not line or not sound then return nil, errors.new "malformed.row" end
  return reader
end

-- The row after a fix, and whether that has changed it.
local function fixed(fix, row)
  local before = {}
  for name, value in pairs(row) do before[name] = value end
  row = fix(row) or row
  for name, value in pairs(row) do
    if before[name] ~= value then return row, true end
    before[name] = nil
  end
  return row, next(before) ~= nil
end

local function as_it_was(entry)
  return fault.again(entry, entry.arguments and quarantine.read(entry.arguments))
end

-- Codes of rows that are readable, and no rows of the table as they stand: a header, the twin of a row before it, a
-- total.
local STAYS = { duplicate = true, total = true }

-- The rows of files before version 5 have no code: those are no rows whose fault lies in no column but the id.
local function stays(entry)
  if entry.code then return STAYS[entry.code] end
  return entry.column == nil or entry.column == "id"
end

local function row_again(recipe, entry, fix)
  local reader, message = reopen(recipe, entry.raw)
  -- a record that cannot be taken apart stays what it was
  if not reader then
    return nil, entry.reason and as_it_was(entry) or fault.of(entry.column, entry.value, message)
  end
  local row, column, value, why = reader:row()
  reader:close()
  if not row then return nil, fault.of(column, value, why) end
  local changed
  if fix then row, changed = fixed(fix, row) end
  if not changed and stays(entry) then return nil, as_it_was(entry) end
  return row
end

local function update_reason(state, entry, wrong)
  state.file, state.recipe = entry.file, entry.import
  quarantine.add(state, wrong, entry, entry.raw)
end

-- One row that was set aside: whether it is taken now, and what is wrong with it.
local function retry_one(state, recipe, entry, fix)
  local row, wrong = row_again(recipe, entry, fix)
  if row then
    state.entry, state.entry_used, state.met = entry.entry, false, {}
    wrong = take_row.take(state, row, { row = entry.row or entry.line, line = entry.line,
      file = entry.file, dates = state.dates })
    state.entry = nil
  end
  if not wrong then
    require("parley.storage.statements.quarantine").remove(state.ds.store, entry.id)
    return true
  end
  update_reason(state, entry, wrong)
  return false, wrong
end

--- Tries rows of the import at hand again, until no more of them can be taken.
---@param state table
---@param list table[]
function retry.rows(state, list)
  local recipe = records.copy_of({ columns = state.plan.context.names }, state.given)
  recipe.format, recipe.reader = state.format, nil
  local file, kept = state.file, state.recipe
  repeat
    local left = {}
    for _, entry in ipairs(list) do
      if retry_one(state, recipe, entry) then
        state.report:taken_back(entry.counted)
      else
        left[#left + 1] = entry
      end
    end
    local stuck = #left == #list
    list = left
    atomic.flush_all(state.ds)
  until stuck or #list == 0
  state.file, state.recipe = file, kept
end

-- The state for rows of one recipe.
local function state_of(ds, recipe, file)
  local mapping = recipe.mapping and require("parley.import.given_mapping").of(recipe.mapping)
    or require("parley.import.same_names").mapping(ds.schema.by_name[recipe.table], recipe.columns)
  local state = states.new(ds, recipe.table, file, mapping, states.merged(mapping, recipe))
  state.mapping_name = type(recipe.mapping) == "string" and recipe.mapping
  state.custom = type(recipe.mapping) == "table"
  local compiled, message, code = plan.compile(ds, recipe.table, mapping, recipe.columns, state.given, file)
  if not compiled then errors.pass(errors.of(message, code)) end
  state.plan, state.recorded_at = compiled, require("parley.storage.connection").now(ds.store, true)
  state.import = recipe.import or require("parley.storage.statements.claim_keys").next_key(ds.store)
  state.source = source_block.put(ds, renamed_ids.source(state, recipe.source or mapping.source))
  states.add_source(state)
  return state
end

local function try_all(ds, list, fix, total)
  local made = {}
  for _, entry in ipairs(list) do
    local state = made[entry.recipe]
    if not state then
      state = state_of(ds, entry.recipe, entry.file)
      state.report, made[entry.recipe], made[#made + 1] = total, state, state
      state.requeued = true
    end
    total.read = total.read + 1
    local taken, wrong = retry_one(state, entry.recipe, entry, fix)
    if taken then fixed_rows.remember(state, entry) end
    if not taken then total:set_aside(wrong, entry.line) end
  end
  for _, state in ipairs(made) do
    renamed_ids.finish(state)
    for _, loader in ipairs(state.loaders) do
      loader:finish()
      loader:close()
    end
  end
end

--- Tries rows of the quarantine again.
---@param ds parley.Dataset
---@param list table[]
---@param fix function?
---@return parley.ImportReport
function retry.again(ds, list, fix)
  local total = report.new(list[1] and list[1].recipe.table or "quarantine", "quarantine")
  local began = report.clock(ds)
  if #list > 0 then atomic.run(ds, atomic.guard, ds, try_all, ds, list, fix, total) end
  total:finish(ds, { context = { words = {}, names = {}, used = {} } })
  total.added, total.updated, total.unchanged = 0, 0, 0
  for _, entry in ipairs(total.tables) do
    total.added, total.updated = total.added + entry.added, total.updated + entry.updated
    total.unchanged = total.unchanged + entry.unchanged
  end
  total.seconds = report.clock(ds) - began
  return total
end

return retry
