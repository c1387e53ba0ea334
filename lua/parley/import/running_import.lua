--- A running import: what is being imported, how, and what has come of it so far; other modules call it the state.
-- ds, name (table), path, mapping, mapping_name, custom (the mapping is a table), given (options of reading and
-- of the import), plan, reader, source (id), recorded_at, report; import (its number: the first key it can
-- give to a claim), entry (the place kept for a row that had to wait) and entry_used; known (ids found so far), nearest
-- (ids meant by unknown ones), loaders (by target), alone (the loader that needs no Lua), later
-- (rows to be tried again); staged (parley.import.staging); pointed_at (parley.import.take_row); histories,
-- claims_at_hand, claimed, waiting, said_readers, followed, met (parley.import.source_history); failure (the error
-- object that ends the import).

local report = require "parley.import.report"
local records = require "parley.base.records"

local state = {}

--- What the mapping states about reading, under what the caller states.
---@param mapping table
---@param given table
---@return table
function state.merged(mapping, given)
  local all = records.copy_of(mapping.input or {}, given)
  all.lenient, all.clean = mapping.input ~= nil, true
  return all
end

-- The order of dates that is stated for a column of the file: "dmy", "mdy", "iso" or nothing.
local function order_of(given)
  return function(column) return require("parley.import.reader_options").reading(given, column).dates end
end

--- A new one.
---@param ds parley.Dataset
---@param name string
---@param path string
---@param mapping table
---@param given table
---@return table
function state.new(ds, name, path, mapping, given)
  return { dates = order_of(given),
    ds = ds, name = name, path = path, mapping = mapping, given = given, known = {}, nearest = {},
    loaders = {}, later = {}, staged = {}, batches = 0, histories = {}, claims_at_hand = 0,
    said_readers = {}, followed = false, met = {}, claimed = {}, waiting = {},
    report = report.new(name, path) }
end

-- Where a row does not say its source, it is that of the import.
local function or_source(entry, source)
  local get = entry.get
  entry.given, entry.call = get, nil
  entry.get = function(row, place)
    local value, why, code = get(row, place)
    if value == nil and why == nil then return source end
    return value, why, code
  end
end

--- Rows without claims name their source in a column, where they do not it is that of the import.
---@param s table
function state.add_source(s)
  for _, target in ipairs(s.plan.targets) do
    local column, stated = target.info.by_name.source, target.info.claims
    for _, entry in ipairs(target.columns) do
      if entry.column == column and s.source and not target.info.claims then or_source(entry, s.source) end
      stated = stated or entry.column == column
    end
    if column and not stated and s.source then
      target.columns[#target.columns + 1] = { column = column, given = { value = s.source },
        get = function() return s.source end }
    end
  end
end

return state
