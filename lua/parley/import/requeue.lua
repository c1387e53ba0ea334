--- Requeueing: which rows of the quarantine are tried again, and how each is read.

local errors = require "parley.base.errors"
local fixes = require "parley.import.fixes"
local input = require "parley.import.reader_options"
local options = require "parley.base.options"
local quarantine = require "parley.import.quarantine"
local statements = require "parley.storage.statements.quarantine"

local requeue = {}

local OPTIONS = { "table", "file", "mapping", "source", "dates", "short_years", "decimal",
  "thousands", "missing", "types", "key" }

local function rows_to_try(ds, given)
  local list = {}
  for row in statements.list(ds.store, given.table, given.file) do list[#list + 1] = row end
  return list
end

-- How a row is read: as it was, unless something else is stated now.
local function recipe_of(row, given, known)
  local recipe = known[row.import]
  if recipe then return recipe end
  recipe = quarantine.read(row.import)
  for _, option in ipairs(OPTIONS) do
    if option ~= "table" and option ~= "file" and given[option] ~= nil then recipe[option] = given[option] end
  end
  if recipe.custom and not given.mapping then
    errors.raise("bad_mapping.own_mapping", { file = row.file })
  end
  known[row.import] = recipe
  return recipe
end

local function check_given(ds, given)
  options.check(given, "requeue()", OPTIONS)
  if given.table ~= nil and not ds.schema.by_name[given.table] then
    errors.raise("no_table.requeue", { name = given.table, known = ds.schema.names })
  end
  input.check(given)
  require("parley.import.plan").check_key(given.key)
end

--- Tries the rows that were set aside again.
---@param ds parley.Dataset
---@param fix function|table|nil
---@param given table?
---@return parley.ImportReport
function requeue.run(ds, fix, given)
  given = given == nil and {} or given
  check_given(ds, given)
  local list, known = rows_to_try(ds, given), {}
  for _, row in ipairs(list) do row.recipe = recipe_of(row, given, known) end
  fix = fixes.compile(fix, list)
  return require("parley.import.retry").again(ds, list, fix)
end

return requeue
