--- Rows that the loader in C takes from the reader itself: no row passes through Lua, only what has to be made of one.
-- Cells, templates and constants are C's. Functions, maps, countries, words of vocabularies and references are asked
-- for with one call a row; they see a row whose cells are read when they are asked for, valid in that call.

local connection = require "parley.storage.connection"
local core = require "parley.core"
local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local mirrored_rows = require "parley.import.mirrored_rows"
local plain = require "parley.base.plain_text"
local plan = require "parley.import.plan"
local renamed_ids = require "parley.import.renamed_ids"
local rows = require "parley.import.rows"
local staging = require "parley.import.staging"
local values = require "parley.import.values"

-- Loaded with the first row that points at something, and the first that has to wait.
local function take_row() return require "parley.import.take_row" end
local function source_history() return require "parley.import.source_history" end

local direct = {}

--- ## Which plans

-- Rows that point at rows of their own table have to be known one after the other.
local function points_at_itself(target)
  if target.info.claims and target.info.name == "sources" then return true end
  for _, entry in ipairs(target.columns) do
    if entry.column.references == target.info.name then return true end
  end
  return false
end

-- Whether several bounds of one quantity are filled, which have to be held against each other.
local function has_bounds(target)
  local seen = {}
  for _, entry in ipairs(target.columns) do
    local quantity = entry.column.quantity
    if quantity and (seen[quantity] or entry.column.bound ~= "best") then return true end
    if quantity then seen[quantity] = true end
  end
  return false
end

-- When something was said is held against the day of its source.
local function states_day(target)
  for _, entry in ipairs(target.provenance) do
    if entry.column.name == "stated" then return true end
  end
  return false
end

local function has_source(state, target) return state.source ~= nil or target.names_source end

--- Whether the rows of an import can be taken so.
---@param state table the import
---@return boolean
function direct.fits(state)
  local targets, context = state.plan.targets, state.plan.context
  local target = targets[1]
  local is_written = state.plan.writes and state.plan.writes[target.info.name]
  local store = state.ds.store
  if not (is_written or connection.has_loader(store, target.info) or connection.sends_on(store, target.info)) then
    return false
  end
  if state.json or #targets > 1 or target.each or target.withdraws or context.expressions
    or next(state.given.types or {}) then
    return false
  end
  if points_at_itself(target) or renamed_ids.any(state, target.info.name) then return false end
  return not target.info.claims or not has_bounds(target) and not states_day(target) and has_source(state, target)
end

--- ## What is made of a row

local function text_of(value)
  if type(value) == "number" then return plain.number(value) end
  return type(value) == "boolean" and tostring(value) or value
end

-- What a value points at; nil and a fault when nobody has it.
local function reference(state, target, one, value, row, place)
  local list = { { info = target.info, id = plan.id_of(target, row, place), values = {}, provenance = {} } }
  local holder = list[1][one.of_provenance and "provenance" or "values"]
  holder[one.name] = value
  local wrong = take_row().check_references(state, list)
  if wrong and target.info.claims then source_history().wait(state, list) end
  return not wrong and holder[one.name], wrong
end

local function check_source(state, target, value)
  if value or not target.info.claims or state.source then return nil end
  return fault.of("source", nil, errors.new "no_source.row")
end

-- Reads a column as the plan does: its text, false where it is missing; nil and a fault.
local function reader_of(state, target, one)
  local context, entry, column = state.plan.context, one.entry, one.column
  return function(row, place)
    local value, wrong = plan.checked(context, target, entry, row, place)
    if wrong then return nil, wrong end
    if column.references and value then value, wrong = reference(state, target, one, value, row, place) end
    if column.name == "source" then wrong = wrong or check_source(state, target, value) end
    if wrong then return nil, wrong end
    return value ~= nil and text_of(value)
  end
end

-- What stands for itself: it is looked up nowhere, and the loader reads it as its column's type.
local function is_plain(column) return not (column.vocabulary or column.references or column.clock) end

local MOST_WORDS = 1000

-- Words of a vocabulary come again and again.
local function word_reader(entry, read)
  local name, words, count = values.column_of(entry.given), {}, 0
  return function(row, place)
    local word = row[name]
    if word == nil then return false end
    local known = words[word]
    if known then return known end
    local text, wrong = read(row, place)
    if text and count < MOST_WORDS then words[word], count = text, count + 1 end
    return text, wrong
  end
end

-- The function that the loader calls for a column, and whether it gives what functions of mappings give: value, why,
-- code. That of the mapping itself is called as it is: the loader catches what it raises, once for the row.
local function step_of(state, target, one)
  local entry = one.entry
  if is_plain(one.column) then return entry.call or entry.get, true end
  local read = reader_of(state, target, one)
  if one.column.vocabulary and values.column_of(entry.given) then return word_reader(entry, read), false end
  return read, false
end

-- Gives the id, or nil where there is none and none is needed: then the row is skipped.
local function id_maker(state, target)
  return function(row, place)
    local id, wrong = plan.id_of(target, row, place)
    if not (id or wrong) then state.report.skipped = state.report.skipped + 1 end
    return id, wrong
  end
end

local SKIPPED, REFUSED = false, nil

-- Whether a row makes one: true, false to skip it, nil and a fault.
local function wanted(state, target, row, place)
  if state.fold and mirrored_rows.is_mirror(state, row) then
    state.report.folded = state.report.folded + 1
    return SKIPPED
  end
  if state.count_mirrors then mirrored_rows.count(state, row) end
  if not target.when then return true end
  local is_wanted, why = target.when(row, place)
  if why then return REFUSED, fault.of("when", nil, why) end
  if is_wanted then return true end
  state.report.skipped = state.report.skipped + 1
  return SKIPPED
end

-- What a plain function has given, where it is not just a text: its text, false for nothing; nil and a fault.
local function settler(state, target, made)
  local context = state.plan.context
  return function(step, value, why, code)
    local entry = made[step].entry
    if why then return nil, fault.of(entry.column.name, value, why, code) end
    if value == nil or value == "" then return false end
    local stored, wrong = plan.stored(context, target, entry, value)
    return text_of(stored), wrong
  end
end

-- A row whose cells are read when they are asked for.
local function lazy_row(state)
  local reader = state.reader
  local cells = reader:cells(rows.places_of(state.plan.context.names))
  local function each(row)
    local whole = reader:row()
    for name, value in next, row do whole[name] = value end
    return next, whole
  end
  return setmetatable({}, { __index = cells, __pairs = each })
end

--- What the loader needs besides its statements for what is made (csrc/lua/row_maker.h): the row, its place, the list
--- of texts, and the functions.
---@param state table the import
---@param target table of the plan
---@param targets table[] of the loader; those that are made are marked
---@return table?
function direct.making(state, target, targets)
  local made, steps, out = {}, {}, { wrong = false, calling = false }
  for at, one in ipairs(targets) do
    out[at] = false
    if one.made then
      made[#made + 1] = one
      if at == 1 then steps[#made] = id_maker(state, target)
      else steps[#made], one.plain = step_of(state, target, one) end
    end
  end
  local asks = state.fold or state.count_mirrors or target.when
  if #made == 0 and not asks then return nil end
  state.made = { steps = made, place = { file = state.path, dates = state.dates }, out = out }
  return { row = lazy_row(state), out = out, place = state.made.place, steps = steps,
    settle = settler(state, target, made),
    wanted = asks and function(row, place) return wanted(state, target, row, place) end or nil }
end

-- A loader that stages what rows say of things.
local Stager = {}
Stager.__index = Stager

local function open_stager(state, target)
  local targets = rows.targets(state.plan, target, true)
  local staged = staging.open(state, target.info)
  local store, loading = state.ds.store, staged:loading(targets)
  loading.targets, loading.make = targets, direct.making(state, target, targets)
  local loader = connection.copies(store, target.info)
    and require("parley.import.piece_loader").stager(store, loading.into, loading) or core.loader(store, loading)
  return setmetatable({ targets = targets, staged = staged, core = loader }, Stager)
end

--- Notes what has been staged, to be claimed.
function Stager:note()
  staging.count(self.staged, (self.core:counts()))
end

function Stager:finish() self.core:close() end
Stager.close = Stager.finish

-- The function of the mapping that has raised: what it was to give.
local function calling(state, target)
  local step = state.made and state.made.out.calling
  local one = step and state.made.steps[step]
  return one and one.entry.call and target.info.name .. "." .. one.name
end

--- Has the loader take up to `most` records.
---@param state table the import
---@param most integer
---@return string? how, string? column, parley.Error? why
function direct.load(state, most)
  local loader = state.alone.core
  local done, how, column, why = pcall(loader.load, loader, state.reader, most)
  if done then return how, column, why end
  local is_told, called = type(how) == "string" or errors.is(how), calling(state, state.plan.targets[1])
  if not (called and is_told) then error(how, 0) end
  errors.raise("bad_mapping.function_failed", { file = state.path, line = state.made.place.line, target = called,
    value = how })
end

--- What is wrong with the row that was refused, where that was found before the loader saw it.
---@param state table the import
---@return parley.Fault?
function direct.wrong(state)
  local out = state.made and state.made.out
  local wrong = out and out.wrong or nil
  if wrong then out.wrong = false end
  return wrong
end

--- The text that was made for a column, where one was.
---@param state table the import
---@param name string
---@return string?
function direct.made_text(state, name)
  for at, one in ipairs(state.made and state.alone.targets or {}) do
    if one.made and one.name == name then return state.made.out[at] or nil end
  end
end

--- Opens the loader of an import.
---@param state table the import
---@return table
function direct.open(state)
  local target = state.plan.targets[1]
  if target.info.claims then return open_stager(state, target) end
  local function alone(targets) return direct.making(state, target, targets) end
  return rows.open(state.ds.store, state.plan, target, alone, state.given.batch == nil)
end

return direct
