--- Adding a column of the user's own to a table: what it is described by is checked, as the codebook's columns are.
-- From then on it is a column like any other: claims may state it, and all that walks the schema finds it.

local atomic = require "parley.claims.transactions"
local codebook = require "parley.codebook.tables"
local errors = require "parley.base.errors"
local expression_words = require "parley.base.expression_words"
local file_schema = require "parley.storage.file_schema"
local options = require "parley.base.options"
local own_column_changes = require "parley.storage.own_column_changes"
local own_columns = require "parley.storage.own_columns"
local records = require "parley.base.records"
local schema = require "parley.storage.schema"
local suggest = require "parley.base.suggest"
local types = require "parley.base.types"
local vocabularies = require "parley.codebook.vocabularies"

local adding = {}

local CALL = "add_column()"

--- ## The name

-- Tables that Parley fills itself.
local OF_PARLEY = { terms = true, crosswalk = true, quarantine = true }

local function check_name(ds, info, name)
  if type(name) ~= "string" or not name:find "^%l[%l%d_]*$" or #name > 63 then
    errors.raise("bad_argument.column_name", { name = name })
  end
  if info.by_name[name] then errors.raise("exists.column", { table = info.name, name = name,
    hint = { key = "take_column", table = info.name } }) end
  if expression_words[name] or file_schema.is_row_name(ds.store, name) then
    errors.raise("bad_argument.column_keyword", { name = name })
  end
end

-- Names of columns that stand in the file beside those that are described: days, provenance, weights.
local function check_free(ds, info, column)
  local wanted = { column.name }
  if column.type == "date" then table.move({ column.name .. "_start", column.name .. "_end" }, 1, 2, 2, wanted) end
  for _, table_name in ipairs { info.name, info.claims and schema.claims_name(info.name) or nil } do
    local present = file_schema.present(ds.store, table_name)
    for _, name in ipairs(wanted) do
      if present[name] then errors.raise("exists.column_kept", { table = table_name, name = name }) end
    end
  end
end

--- ## What it is

local function check_type(column)
  if column.type == nil and (column.references or column.vocabulary) then column.type = "text" end
  if not suggest.contains(types.names(), column.type) then
    errors.raise("bad_argument.column_type", { name = column.type or "nil", known = types.names() })
  end
end

-- Options that only columns of some types take.
local NUMBERS = { integer = true, number = true }
local TAKES = { references = { text = true }, vocabulary = { text = true }, clock = { text = true },
  span = { date = true }, least = NUMBERS, most = NUMBERS, quantity = NUMBERS, beside = { text = true } }

local function check_fit(column)
  for _, name in ipairs(own_columns.fields) do
    local of = TAKES[name]
    if of and column[name] and not of[column.type] then
      errors.raise("bad_argument.column_fit", { option = name, type = column.type })
    end
  end
  if column.references and column.vocabulary then errors.raise "bad_argument.column_both" end
end

local function check_references(ds, column)
  local target = column.references
  if target == nil then return end
  local info = type(target) == "string" and ds.schema.by_name[target]
  if not info then errors.raise("no_table.table", { name = tostring(target), known = ds.schema.names }) end
  if not info.claims then errors.raise("no_claims.table", { name = target }) end
end

local function check_vocabulary(ds, column)
  local name = column.vocabulary
  if name == nil then return end
  if type(name) == "string" and #ds:term_codes(name) > 0 then return end
  errors.raise("no_name.vocabulary", { name = tostring(name), known = vocabularies.names })
end

local function check_kind(info, column)
  if column.kind == nil and info.claims then column.kind = column.type == "date" and "date" or "value" end
  if column.kind then
    options.one_of(column.kind, vocabularies.codes "disagreement_kind", { key = "disagreement_kind" })
  end
  column.kind = column.kind or nil
end

local function check_bounds(column)
  local least, most = column.least, column.most
  if least == nil and most == nil then return end
  if math.type(least) ~= "integer" or most ~= nil and (math.type(most) ~= "integer" or most < least) then
    errors.raise "bad_argument.column_bounds"
  end
end

local function check_several(column)
  if column.several and not codebook.in_lists[column.references] then errors.raise "bad_argument.column_several" end
end

-- The bounds of a quantity, as columns: what cost, cost at the least, at the most.
local BOUNDS = { "best", "low", "high" }

-- Quantities of a table, the codebook's and the user's own, by name; and their names in order.
local function quantities_of(info)
  local set, names = {}, {}
  for _, one in ipairs(info.columns) do
    local name = one.quantity
    if name and not set[name] then set[name], names[#names + 1] = {}, name end
    if name then set[name][one.bound] = true end
  end
  return set, names
end

local function check_quantity(ds, info, column)
  local quantity, bound = column.quantity, column.bound
  if quantity == nil and bound == nil then return end
  if not suggest.contains(BOUNDS, bound) or column.name ~= ("%s_%s"):format(quantity, bound) then
    errors.raise "bad_argument.column_quantity"
  end
  check_name(ds, info, quantity)
end

local function check_beside(info, column)
  if column.beside == nil then return end
  local set, names = quantities_of(info)
  if not set[column.beside] then
    errors.raise("no_name.quantity", { name = tostring(column.beside), table = info.name, known = names })
  end
end

local function check_meaning(column)
  if column.meaning ~= nil and type(column.meaning) ~= "string" then
    errors.raise("bad_type.text_option", { name = "meaning" })
  end
end

-- A checked description of a column.
local function checked(ds, info, name, given)
  if type(given) ~= "table" then errors.raise("bad_type.options", { what = CALL, got = type(given) }) end
  options.check(given, CALL, own_columns.fields)
  local column = { table = info.name }
  for _, field in ipairs(own_columns.fields) do column[field] = given[field] end
  for _, field in ipairs { "several", "over_time", "span", "clock" } do options.switch(column[field], field) end
  column.name = name
  check_name(ds, info, name)
  check_type(column)
  check_fit(column)
  check_references(ds, column)
  check_vocabulary(ds, column)
  check_kind(info, column)
  check_bounds(column)
  check_several(column)
  check_quantity(ds, info, column)
  check_beside(info, column)
  check_meaning(column)
  check_free(ds, info, column)
  return column
end

--- ## The verb

local function need_table(ds, name)
  local info = type(name) == "string" and ds.schema.by_name[name]
  if not info then errors.raise("no_table.table", { name = tostring(name), known = ds.schema.names }) end
  if OF_PARLEY[name] then errors.raise("read_only.table_of_parley", { name = name }) end
  return info
end

--- Adds a column, or the three of a quantity, inside a transaction that is at hand, such as that of a dump being read.
---@param ds parley.Dataset
---@param name string table
---@param column_name string
---@param given table
function adding.put(ds, name, column_name, given)
  local info = need_table(ds, name)
  if type(given) ~= "table" or given.quantity ~= true then
    return own_column_changes.add(ds.store, ds.schema, checked(ds, info, column_name, given))
  end
  check_name(ds, info, column_name)
  if quantities_of(info)[column_name] then
    errors.raise("exists.quantity", { table = info.name, name = column_name })
  end
  for _, bound in ipairs(BOUNDS) do
    local one = records.copy_of(given, { quantity = column_name, bound = bound })
    own_column_changes.add(ds.store, ds.schema, checked(ds, need_table(ds, name), column_name .. "_" .. bound, one))
  end
end

--- Adds a column as another dataset keeps it, inside a transaction that is at hand.
---@param ds parley.Dataset
---@param column table  of parley.storage.own_columns
function adding.put_kept(ds, column)
  local given = {}
  for _, name in ipairs(own_columns.fields) do given[name] = column[name] end
  given.kind = given.kind or false
  adding.put(ds, column.table, column.name, given)
end

--- Adds a column to a table, in a transaction of its own.
---@param ds parley.Dataset
---@param name string table
---@param column_name string
---@param given table type, meaning, references, several, vocabulary, kind, over_time, span, clock, least, most,
--- quantity, beside
function adding.run(ds, name, column_name, given)
  if ds.transaction then errors.raise "in_transaction.add_column" end
  local before = ds.schema.by_name[name]
  local done, err = pcall(atomic.run, ds, atomic.guard, ds, adding.put, ds, name, column_name, given)
  if done then return end
  if before then ds.schema.by_name[name] = before end
  error(err, 0)
end

return adding
