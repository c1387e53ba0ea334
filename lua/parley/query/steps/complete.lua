--- complete: rows for combinations of values that have none, below those there are.
-- A chain of other verbs: a union with the grid of the values (parley.query.grid) without what the rows have of it.

local bound = require "parley.query.bound"
local errors = require "parley.base.errors"
local grid = require "parley.query.grid"
local items = require "parley.query.items"
local join = require "parley.query.steps.join"
local lists = require "parley.base.lists"
local records = require "parley.base.records"
local public_call = require "parley.base.public_call"
local sort = require "parley.query.steps.sort"
local traits = require "parley.base.traits"
local union = require "parley.query.steps.union"

local complete = {}

local function check_values(name, list)
  if type(list) == "string" then return end
  local got = type(list) ~= "table" and { key = "of_type", type = type(list) } or #list == 0 and { key = "empty_list" }
    or lists.flaw(list) and { key = "list_with_holes" }
  if got then errors.raise("bad_type.complete", { name = name, got = got }) end
end

--- Rows for every combination of the values named that no row has: below the others, sorted by these columns, all other
--- columns missing. Values are a list, or a span with its first and last, as in
--- `complete{month = "2022-01/2022-12", party = {"a", "b"}}`. Rows with other values stay.
--- Errors: no_column, bad_type, bad_argument.
--- See also: by.
--- Example: ds.talks:select("id", "round"):complete{round = {1, 2, 9}}:where("id is nil")
---@param given table<string, string|any[]>  column = values
---@return table step
function complete.apply(_, given)
  if type(given) ~= "table" or next(given) == nil then errors.raise "no_column.complete" end
  local values, names = {}, {}
  for name, list in records.by_key(given) do
    if type(name) ~= "string" then errors.raise "no_column.complete" end
    check_values(name, list)
    names[#names + 1] = name
    values[name] = type(list) == "table" and table.move(list, 1, #list, 1, {}) or list
  end
  return { verb = "complete", names = names, values = values }
end

-- The columns to be completed, in the order in which the rows have them.
local function columns_of(before, names)
  local wanted = {}
  for _, name in ipairs(names) do
    wanted[name] = true
    if not before.by_name[name] then
      items.bind_all(before, { items.of_column(name) })
    end
  end
  local columns = {}
  for _, column in ipairs(before.columns) do
    if wanted[column.name] then columns[#columns + 1] = bound.copy_of(column, { type = bound.type_of(column) }) end
  end
  return columns
end

-- The first link of the grid's rows, which are known of as the columns are.
local function grid_link(before, columns, f)
  local info = { name = before.info.name, raw = true, columns = {}, by_name = {}, frame = f }
  for i, column in ipairs(columns) do
    local record = traits.copy({ name = column.name, type = column.type, references = column.references,
      key = column.key, vocabulary = column.vocabulary, clock = column.clock }, column)
    info.columns[i], info.by_name[column.name] = record, record
  end
  return bound.of_table(before.home, info, before.source.day)
end

local function sorted_by(columns)
  local list = {}
  for i, column in ipairs(columns) do
    list[i] = items.of_column(column.name)
  end
  return list
end

-- Words and ids among the values, which the data know or not.
local function lookups_of(columns, f)
  local lookups = {}
  for _, column in ipairs(columns) do
    if column.vocabulary or column.references then
      local seen = {}
      for _, value in public_call.each(f:values(column.name)) do
        if not seen[value] then
          seen[value] = true
          lookups[#lookups + 1] = { pos = 1, value = value, vocabulary = column.vocabulary,
            references = column.references }
        end
      end
    end
  end
  return lookups
end

function complete.bind(before, step)
  local columns, keys = columns_of(before, step.names), {}
  if before.asks then return bound.waiting(before, step) end          -- the types say what the values become
  local f = grid.of(columns, step.values)
  for i, column in ipairs(columns) do keys[i] = { column.name, column.name } end
  local absent = join.bind(grid_link(before, columns, f),
    { kind = "anti", keys = keys, right = before })
  local link = union.bind(before, { right = sort.bind(absent, { items = sorted_by(columns) }) })
  link.step.said = nil          -- that the other columns are missing is what was asked for
  link.lookups = lookups_of(columns, f)
  return link
end

return complete
