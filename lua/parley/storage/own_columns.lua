--- Columns that a user has added to the codebook's tables: kept in the file, and joined with the codebook's.
-- `own_columns` has a row for each, with what the codebook says of a column of its own. A description of a table is
-- never changed: what a column joins is a new one, so that a query that is being asked goes on with what it knew.
-- How they are added is said in parley.storage.own_column_changes.

local schema = require "parley.storage.schema"

local own_columns = {}

local function column(name, type) return { name = name, type = type, claim_name = name } end

local KEPT = { name = "own_columns", columns = { column("id", "text"), column("table", "text"), column("name", "text"),
  column("position", "integer"), column("type", "text"), column("meaning", "text"), column("references", "text"),
  column("several", "boolean"), column("vocabulary", "text"), column("kind", "text"), column("over_time", "boolean"),
  column("span", "boolean"), column("clock", "boolean"), column("least", "integer"), column("most", "integer"),
  column("quantity", "text"), column("bound", "text"), column("beside", "text") } }

--- The table they are kept in, described as the codebook's are.
own_columns.kept = KEPT

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
  -- a file to which an older Parley added some knows less of them
  local present = require("parley.storage.file_schema").present(store, KEPT.name)
  for _, one in ipairs(KEPT.columns) do
    if present[one.name] then names[#names + 1], types[#types + 1] = one.name, one.type end
  end
  for row in require("parley.storage.statements.rows").all(store, KEPT.name, names, types) do list[#list + 1] = row end
  table.sort(list, function(a, b) return a.position < b.position end)
  return list
end

--- A table's description, with one column more.
---@param info table
---@param given table  the column
---@return table info
function own_columns.joined(info, given)
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
    if info and not info.by_name[given.name] then of.by_name[given.table] = own_columns.joined(info, given) end
  end
  return of
end

return own_columns
