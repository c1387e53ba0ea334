--- Migration: an older file brought up to the codebook of today.
-- What has been added to the codebook since is found by comparing; what comparing cannot find, such as a
-- column that was renamed, is a step of its own, by version.

local codebook = require "parley.codebook.tables"
local dialect = require "parley.query.sql.dialect"
local file_schema = require "parley.storage.file_schema"
local own_column_changes = require "parley.storage.own_column_changes"
local own_columns = require "parley.storage.own_columns"
local report_days = require "parley.storage.statements.report_days"
local stored_rows = require "parley.storage.statements.stored_rows"
local schema = require "parley.storage.schema"

local migration = {}

--- steps[n] takes a file from version n-1 to what version n cannot find out by itself: function(store).
---@type table<integer, fun(store: userdata)>
migration.steps = {}

-- Rows taken after a fix know the claims that they made.
migration.steps[3] = function(store)
  if require("parley.storage.connection").has_table(store, "quarantine_mended") then
    store:exec(("ALTER TABLE quarantine_mended ADD COLUMN claims %s"):format(dialect.of(store).types.text))
  end
end

-- Claims are copied into a table made anew, since weights are generated columns, which cannot be added.
local function rebuild_claims(store, info)
  local d, name = dialect.of(store), schema.claims_name(info.name)
  local before, shared = file_schema.present(store, name), {}
  for _, column in ipairs(file_schema.stored_claim_names(d, info)) do
    if before[column] then shared[#shared + 1] = d.quote(column) end
  end
  local list = table.concat(shared, ", ")
  store:exec(("ALTER TABLE %s RENAME TO parley_older; %s"):format(d.quote(name), schema.claims_ddl(d, info)))
  store:exec(("INSERT INTO %s(%s) SELECT %s FROM parley_older; DROP TABLE parley_older"):format(d.quote(name), list,
    list))
end

-- Brings the table of claims up to date; says whether it had to change.
local function migrate_claims(store, info)
  if file_schema.is_as_today(store, info, true) then return false end
  if next(file_schema.present(store, schema.claims_name(info.name))) then
    rebuild_claims(store, info)
  else
    store:exec(schema.claims_ddl(dialect.of(store), info))
  end
  return true
end

-- Whether a column refers to one thing in the file that takes several today: it has a foreign key, which knows none.
local function is_bound_to_one(store, info)
  local d = dialect.of(store)
  for _, column in store:each(d.catalogue.references, { n = 1, info.name }, { "text", "text", "text" }) do
    if info.by_name[column] and info.by_name[column].several then return true end
  end
  return false
end

-- The rows copied into a table made anew, under its old name: nobody checks references meanwhile
-- (parley.storage.open_dataset).
local function rebuild_things(store, info)
  local unbind = dialect.of(store).drop_reference
  for _, column in ipairs(unbind and info.columns or {}) do
    if column.several then store:exec(unbind(info.name, column.name)) end
  end
  if unbind then return end
  local d, present, shared = dialect.of(store), file_schema.present(store, info.name), { "id" }
  local newer = setmetatable({ name = "parley_newer" }, { __index = info })
  for _, column in ipairs(schema.thing_columns(d, info)) do
    if present[column.name] then shared[#shared + 1] = d.quote(column.name) end
  end
  local list, name = table.concat(shared, ", "), d.quote(info.name)
  store:exec(("%s INSERT INTO parley_newer(%s) SELECT %s FROM %s; DROP TABLE %s; ALTER TABLE parley_newer RENAME TO %s")
    :format(schema.thing_ddl(d, newer), list, list, name, name, name))
end

-- Says whether the table has to be resolved.
local function migrate_table(store, info)
  if next(file_schema.present(store, info.name)) == nil then
    schema.create_table(store, info)
    return false
  end
  local changed = file_schema.add_missing(store, info)
  if is_bound_to_one(store, info) then rebuild_things(store, info) end
  return info.claims and (migrate_claims(store, info) or changed)
end

-- Tables that have to be resolved anew: once the indexes are there.
local function migrate_tables(store, infos)
  local changed = {}
  for _, info in ipairs(infos) do
    if migrate_table(store, info) then changed[#changed + 1] = info end
  end
  return changed
end

-- Until then a plan could fill a column that tells what happened.
local PLANS_APART_SINCE = 13

local function move_plans(store, infos, from)
  if from >= PLANS_APART_SINCE then return end
  for _, info in ipairs(infos) do
    if info.claims then require("parley.storage.statements.planned").move(store, info) end
  end
end

-- Until then a claim that stated no day had its source's as if it were its own.
local FOLLOWS_SINCE = 6

local function resolve(store, list, from)
  for _, info in ipairs(list) do
    if from < FOLLOWS_SINCE then report_days.mark(store, info) end
  end
  stored_rows.derive(store, list, stored_rows.resolve_all)
end

local function refill_search(store, infos)
  local full_text = require "parley.storage.full_text"
  local d, is_there = dialect.of(store), full_text.is_there(store)
  -- on a server an earlier one may have been of another shape
  if is_there and d.beforehand then store:exec(d.full_text().drop) end
  if not is_there or d.beforehand then full_text.create(store) end
  for _, info in ipairs(infos) do full_text.fill(store, info) end
end

-- References that came with a column, where they are made after the tables.
local function refer(store, info)
  local d, known, missing = dialect.of(store), {}, {}
  for _, column in store:each(d.catalogue.references, { n = 1, info.name }, { "text", "text", "text" }) do
    known[column] = true
  end
  for _, column in ipairs(info.columns) do
    if not known[column.name] then missing[#missing + 1] = column end
  end
  file_schema.refer(store, info.name, missing)
end

-- What a server keeps beside the tables: its functions before them; references, texts of tables and rights behind them.
local function begin_on_server(store)
  local d = dialect.of(store)
  if not d.beforehand then return false end
  local owned = require("parley.storage.server_rights").become_owner(store)
  store:exec(d.beforehand((store:values(d.ask.schema))))
  return owned
end

local function end_on_server(store, of, owned)
  for _, info in ipairs(schema.tables(of)) do
    refer(store, info)
    file_schema.remember(store, info)
  end
  if owned then require("parley.storage.server_rights").grant(store, of) end
end

--- Brings a file from schema `from` to today's, inside the caller's transaction.
---@param store userdata
---@param from integer
function migration.run(store, from)
  local owned = begin_on_server(store)
  for version = from + 1, codebook.version do
    if migration.steps[version] then migration.steps[version](store) end
  end
  file_schema.create_keys(store)
  own_column_changes.hand_over(store)
  local of = own_columns.schema(store)
  local infos = schema.tables(of)
  local changed = migrate_tables(store, infos)
  file_schema.create_indexes(store, infos)
  move_plans(store, infos, from)
  resolve(store, changed, from)
  file_schema.fill_terms(store)
  file_schema.fill_crosswalk(store)
  refill_search(store, infos)
  if dialect.of(store).beforehand then end_on_server(store, of, owned) end
  file_schema.mark(store)
end

return migration
