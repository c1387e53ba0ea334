--- Changes of the columns that a user has added to the codebook's tables (parley.storage.own_columns): one is added, or
-- handed over to the codebook.

local errors = require "parley.base.errors"
local dialect = require "parley.query.sql.dialect"
local file_schema = require "parley.storage.file_schema"
local own_columns = require "parley.storage.own_columns"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"

local changes = {}

local KEPT = own_columns.kept

--- Adds a column that has been checked: to the file, inside the caller's transaction, and to what is known of it.
---@param store parley.Store
---@param of parley.Schema
---@param given table with `table` and `name`
function changes.add(store, of, given)
  local d, present = dialect.of(store), own_columns.all(store)
  local bulk = of.by_name[given.table].bulk
  if bulk and d.nodes and store:values(d.nodes.spread_by, { n = 1, given.table }) then
    errors.raise("read_only.spread_table", { table = given.table })
  end
  local owned = d.has_roles and require("parley.storage.server_rights").become_owner(store)
  if not next(file_schema.present(store, KEPT.name)) then store:exec(schema.thing_ddl(d, KEPT)) end
  file_schema.add_missing(store, KEPT)
  local row = { id = ("%s.%s"):format(given.table, given.name), table = given.table,
    name = given.name, position = #present > 0 and present[#present].position + 1 or 1 }
  for _, name in ipairs(own_columns.fields) do row[name] = given[name] end
  rows.insert_all(store, KEPT, { row })
  local info = own_columns.joined(of.by_name[given.table], row)
  file_schema.add_missing(store, info)
  file_schema.refer(store, info.name, { row })
  if info.claims then file_schema.add_missing_of_claims(store, info) end
  file_schema.create_indexes(store, { info })
  of.by_name[given.table] = info
  if owned then require("parley.storage.server_rights").grant(store, of) end
end

-- Gives a column of the file another name, among the claims too, with its days.
local function rename(store, info, given, name)
  local d = dialect.of(store)
  for _, table_name in ipairs { info.name, info.claims and schema.claims_name(info.name) or nil } do
    for _, ending in ipairs { "", given.type == "date" and "_start" or nil, given.type == "date" and "_end" or nil } do
      store:exec(("ALTER TABLE %s RENAME COLUMN %s TO %s"):format(d.quote(table_name), d.quote(given.name .. ending),
        d.quote(name .. ending)))
    end
  end
  store:run(("UPDATE %s SET id = %s, name = %s WHERE id = %s"):format(d.quote(KEPT.name), d.param(1), d.param(2),
    d.param(3)), { n = 3, ("%s.%s"):format(info.name, name), name, given.id })
end

--- Hands a user's column over to the codebook where that has got one of its name and type since; of another type, it is
--- called own_NAME from then on. Before the tables of an older file are brought up to date.
---@param store parley.Store
function changes.hand_over(store)
  local d, known = dialect.of(store), schema.of_codebook().by_name
  for _, given in ipairs(own_columns.all(store)) do
    local now = known[given.table].by_name[given.name]
    if now and now.type == given.type then
      store:run(("DELETE FROM %s WHERE id = %s"):format(d.quote(KEPT.name), d.param(1)), { n = 1, given.id })
    elseif now then
      rename(store, known[given.table], given, "own_" .. given.name)
    end
  end
end

return changes
