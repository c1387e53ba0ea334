--- What an import did, counted while it runs and printed at its end.

local beside = require "parley.base.notes"
local fault = require "parley.import.fault"
local same_names = require "parley.import.same_names"
local suggest = require "parley.base.suggest"

local report = {}

--- What an import did; it prints as a report.
---@class parley.ImportReport
---@field file string
---@field table string
---@field read integer rows of the file
---@field added integer rows of the table
---@field updated integer
---@field unchanged integer
---@field quarantined integer rows of the file that were set aside; ds.quarantine has them
---@field skipped integer rows of the file that no part of the mapping wants
---@field folded integer mirrored rows left out
---@field mirrored integer rows that mirror others, where nobody has said what is to become of them
---@field keyed boolean whether key = … goes before the file's own ids
---@field bare integer rows that say nothing but their id
---@field seconds number
---@field tables table[] { table, added, updated, unchanged } of all tables that got rows
---@field unmapped table[] { target, value, count, near } words that have no place
---@field reasons table[] { reason, count, line } why rows were set aside
---@field unused string[] columns of the file that nothing takes; none where functions may take any
---@field source { column: string, stated: any, stored: any, edition: string? }[] what the source's block says otherwise
---@field near table<string, string> columns of the table that unused ones may stand for
---@field notes parley.Note[] what else is to be told of how the file was read
local Report = { __name = "parley.ImportReport" }
Report.__index = Report

--- A report with nothing in it yet.
---@param name string
---@param path string
---@return table
function report.new(name, path)
  return setmetatable({ file = path, table = name, read = 0, added = 0, updated = 0, unchanged = 0, quarantined = 0,
    skipped = 0, folded = 0, mirrored = 0, bare = 0, seconds = 0,
    tables = {}, unmapped = {}, reasons = {}, unused = {}, near = {}, source = {}, notes = {}, first = {} }, Report)
end

--- Seconds on the wall, to take differences of.
---@param ds parley.Dataset
---@return number
function report.clock(ds) return require("parley.storage.connection").clock(ds.store) end

--- Counts rows of one table.
---@param name string
---@param how "added"|"updated"|"unchanged"
---@param n integer?
function Report:count(name, how, n)
  local entry = self.tables[name]
  if not entry then
    entry = { table = name, added = 0, updated = 0, unchanged = 0 }
    self.tables[name], self.tables[#self.tables + 1] = entry, entry
  end
  entry[how] = entry[how] + (n or 1)
end

local MOST_REASONS = 50

--- Counts a row that is set aside.
---@param wrong table
---@param line integer
---@return table? reason counted under this reason
function Report:set_aside(wrong, line)
  self.quarantined = self.quarantined + 1
  local kind, about = fault.kind(wrong), wrong.column and wrong.column .. ": " or ""
  local entry, first = self.reasons[kind], self.first[kind]
  if not entry and #self.reasons >= MOST_REASONS then return nil end
  if not entry then
    entry = { reason = about .. fault.text(wrong), count = 0, line = line }
    self.reasons[kind], self.reasons[#self.reasons + 1], self.first[kind] = entry, entry, wrong
  elseif first and not fault.same_hint(first, wrong) then
    -- what helps the first does not help all: each has its own in ds.quarantine
    entry.reason, self.first[kind] = about .. first.reason, nil
  end
  entry.count = entry.count + 1
  return entry
end

--- Counts a row that could be taken after all.
---@param counted table?
function Report:taken_back(counted)
  self.quarantined = self.quarantined - 1
  if counted then counted.count = counted.count - 1 end
end

-- Words near to one that has no place: of the map, or of the vocabulary.
local function near_word(ds, entry)
  local known = {}
  if entry.map then
    for word in pairs(entry.map) do known[#known + 1] = tostring(word) end
    table.sort(known)
  else
    local name, column = entry.target:match "^([^.]+)%.(.+)$"
    local info = name and ds.schema.by_name[name]
    local found = info and info.by_name[column]
    if found and found.vocabulary then known = ds:term_codes(found.vocabulary) end
  end
  return suggest.nearest(entry.value, known)
end

-- Columns that nothing takes; of a table filled by name, also what they may stand for.
local function add_unused(self, plan, info)
  local known = {}
  for _, name in ipairs(info and same_names.taken(info) or {}) do
    if not plan.context.used[name] then known[#known + 1] = name end
  end
  for _, name in ipairs(plan.context.names) do
    if not plan.context.used[name] and not plan.context.opaque then
      self.unused[#self.unused + 1] = name
      local own = info and info.by_name[name]
      self.near[name] = not own and suggest.nearest(name, known) or nil
    end
  end
end

--- Counts a thing of which the file says what its source had said before it said something else.
---@param name string the table
---@param id string
---@param row integer
function Report:take_up(name, id, row)
  local found = self.taken_up or { count = 0 }
  self.taken_up = found
  found.count = found.count + 1
  if not found.row or row < found.row then found.table, found.id, found.row = name, id, row end
end

-- An older file comes after a newer one, or the source has gone back: the file does not tell which.
local function note_taken_up(self)
  local found = self.taken_up
  if not found then return end
  local key = found.count == 1 and "guessed.older_state" or "guessed.older_states"
  self.taken_up = nil
  table.insert(self.notes, beside.new(key, found.count, { table = found.table, id = found.id, row = found.row }))
end

--- Closes the counts.
---@param ds parley.Dataset
---@param plan table
---@param info table? the table, where columns went to those of the same name
function Report:finish(ds, plan, info)
  local main = self.tables[self.table] or { added = 0, updated = 0, unchanged = 0 }
  self.added, self.updated, self.unchanged = main.added, main.updated, main.unchanged
  for i, entry in ipairs(self.tables) do self.tables[entry.table], self.tables[i] = nil, entry end
  local reasons = {}
  for _, entry in ipairs(self.reasons) do
    if entry.count > 0 then reasons[#reasons + 1] = entry end
  end
  self.reasons, self.first = reasons, nil
  table.sort(self.reasons, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.line < b.line
  end)
  for i, entry in ipairs(plan.context.words) do
    self.unmapped[i] = { target = entry.target, value = entry.value, count = entry.count, near = near_word(ds, entry) }
  end
  table.sort(self.unmapped, function(a, b)
    if a.target ~= b.target then return a.target < b.target end
    if a.count ~= b.count then return a.count > b.count end
    return a.value < b.value
  end)
  add_unused(self, plan, info)
  note_taken_up(self)
end

--- The report as lines of text.
function Report:__tostring() return require("parley.import.printed_report").text(self) end

return report
