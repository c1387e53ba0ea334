--- Migration: an older file brought up to the codebook of today.
-- What has been added to the codebook since is found by comparing; what comparing cannot find, such as a
-- column that was renamed, is a step of its own, by version.

local codebook = require "parley.codebook.tables"
local schema = require "parley.storage.schema"

local quote = schema.quote

local migration = {}

--- steps[n] takes a file from version n-1 to what version n cannot find out by itself: function(store).
---@type table<integer, fun(store: userdata)>
migration.steps = {}

-- name -> true, in the order of the table.
local function columns_of(store, name)
  local present, order = {}, {}
  for column in store:each("SELECT name FROM pragma_table_xinfo(?) ORDER BY cid", { n = 1, name }, { "text" }) do
    present[column] = true
    order[#order + 1] = column
  end
  return present, order
end

-- The columns a table of the codebook should have: { name, declaration }.
local function add_missing(store, info)
  local present = columns_of(store, info.name)
  local changed = false
  for _, line in ipairs(schema.thing_lines(info)) do
    local name = line:match '^"([^"]*)"' or "id"
    if not present[name] then
      store:exec(("ALTER TABLE %s ADD COLUMN %s"):format(quote(info.name), line))
      changed = true
    end
  end
  return changed
end

-- Claims are copied into a table made anew, since weights are generated columns, which cannot be added.
local function rebuild_claims(store, info)
  local name = schema.claims_name(info.name)
  local before, shared = columns_of(store, name), {}
  store:exec(("ALTER TABLE %s RENAME TO parley_older; %s"):format(quote(name), schema.claims_ddl(info)))
  local _, columns = columns_of(store, name)
  for _, column in ipairs(columns) do
    if before[column] and not column:find "_weight$" then shared[#shared + 1] = quote(column) end
  end
  local list = table.concat(shared, ", ")
  store:exec(("INSERT INTO %s(%s) SELECT %s FROM parley_older; DROP TABLE parley_older"):format(quote(name), list,
    list))
end

local function claims_differ(store, info)
  local sql = store:values("SELECT sql FROM sqlite_master WHERE name = ?", { n = 1, schema.claims_name(info.name) })
  return sql == nil or sql .. ";\n" ~= schema.claims_ddl(info), sql == nil
end

local function migrate_claims(store, info)
  local differ, missing = claims_differ(store, info)
  if missing then
    store:exec(schema.claims_ddl(info))
  elseif differ then
    rebuild_claims(store, info)
  end
  return differ
end

local function migrate_table(store, info, resolve_all)
  if #select(2, columns_of(store, info.name)) == 0 then
    store:exec(schema.table_ddl(info))
  else
    local changed = add_missing(store, info)
    if info.claims and (migrate_claims(store, info) or changed) then resolve_all(store, info) end
  end
  store:exec(schema.index_ddl(info))
end

local function refill_search(store)
  local search = require "parley.storage.full_text"
  if not store:values "SELECT 1 FROM sqlite_master WHERE name = 'search_text'" then search.create(store) end
  for _, info in ipairs(codebook.tables) do search.fill(store, info) end
end

--- Brings a file from schema `from` to today's, inside the caller's transaction.
---@param store userdata
---@param from integer
---@param resolve_all fun(store: userdata, info: table)  resolves the claims of a table anew
function migration.run(store, from, resolve_all)
  for version = from + 1, codebook.version do
    if migration.steps[version] then migration.steps[version](store) end
  end
  store:exec(schema.keys_ddl)
  for _, info in ipairs(codebook.tables) do migrate_table(store, info, resolve_all) end
  schema.fill_terms(store)
  schema.fill_crosswalk(store)
  refill_search(store)
  schema.mark(store)
end

return migration
