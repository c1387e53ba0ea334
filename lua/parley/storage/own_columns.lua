--- Columns that a user has added to the codebook's tables: kept in the file, and joined with the codebook's.
-- `own_columns` has a row for each, with what the codebook says of a column of its own. A description of a table is
-- never changed: what a column joins is a new one, so that a query that is being asked goes on with what it knew.

local dialect = require "parley.query.sql.dialect"
local file_schema = require "parley.storage.file_schema"
local rows = require "parley.storage.statements.rows"
local schema = require "parley.storage.schema"

local own_columns = {}

local function column(name, type) return { name = name, type = type, claim_name = name } end

-- Described as the codebook's tables are.
local KEPT = { name = "own_columns", columns = { column("id", "text"), column("table", "text"), column("name", "text"),
  column("position", "integer"), column("type", "text"), column("meaning", "text"), column("references", "text"),
  column("several", "boolean"), column("vocabulary", "text"), column("kind", "text"), column("over_time", "boolean"),
  column("span", "boolean"), column("clock", "boolean"), column("least", "integer"), column("most", "integer") } }

--- What a column is described by, beside its table and name, in the order in which dumps write it.
---@type string[]
own_columns.fields = {}
for i = 5, #KEPT.columns do own_columns.fields[i - 4] = KEPT.columns[i].name end

--- The columns of a file, in the order in which they were added.
---@param store parley.Store
---@return table[] columns each with its `table`
function own_columns.all(store)
  if not require("parley.storage.connection").has_table(store, KEPT.name) then return {} end
  local names, types, list = {}, {}, {}
  for i, one in ipairs(KEPT.columns) do names[i], types[i] = one.name, one.type end
  for row in rows.all(store, KEPT.name, names, types) do list[#list + 1] = row end
  table.sort(list, function(a, b) return a.position < b.position end)
  return list
end

-- A table's description, with one column more.
local function joined(info, given)
  local record = { name = given.name, claim_name = given.name, type = given.type,
    meaning = given.meaning or "a column added to this dataset" }
  for _, name in ipairs(own_columns.fields) do
    if given[name] then record[name] = given[name] end
  end
  local copy = { columns = table.move(info.columns, 1, #info.columns, 1, {}), by_name = {} }
  copy.columns[#copy.columns + 1] = record
  for _, one in ipairs(copy.columns) do copy.by_name[one.name] = one end
  return setmetatable(copy, { __index = info })
end

--- The tables of a file of Parley's: the codebook's, with the columns that its user has added.
---@param store parley.Store
---@return parley.Schema
function own_columns.schema(store)
  local of = schema.of_codebook()
  for _, given in ipairs(own_columns.all(store)) do
    local info = of.by_name[given.table]
    if info and not info.by_name[given.name] then of.by_name[given.table] = joined(info, given) end
  end
  return of
end

--- Adds a column that has been checked: to the file, inside the caller's transaction, and to what is known of it.
---@param store parley.Store
---@param of parley.Schema
---@param given table with `table` and `name`
function own_columns.add(store, of, given)
  local d, present = dialect.of(store), own_columns.all(store)
  if not next(file_schema.present(store, KEPT.name)) then store:exec(schema.thing_ddl(d, KEPT)) end
  local row = { id = ("%s.%s"):format(given.table, given.name), table = given.table,
    name = given.name, position = #present > 0 and present[#present].position + 1 or 1 }
  for _, name in ipairs(own_columns.fields) do row[name] = given[name] end
  rows.insert_all(store, KEPT, { row })
  local info = joined(of.by_name[given.table], row)
  file_schema.add_missing(store, info)
  if info.claims then file_schema.add_missing_of_claims(store, info) end
  file_schema.create_indexes(store, { info })
  of.by_name[given.table] = info
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
function own_columns.hand_over(store)
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

return own_columns
