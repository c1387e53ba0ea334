--- PostgreSQL's dialect in a dataset of which a table is spread over nodes: no key of such a table is unique to the
-- server that has the dataset, so that a row is put there only where none has its id, and rows of tables in bulk go
-- there one by one, unless a load sends them to the nodes itself (parley.storage.node_writes).

local postgres = require "parley.query.sql.dialect.postgres"

local spread = setmetatable({ spreads_bulk = true }, { __index = postgres })

--- An insert of a row whose id is not there.
---@param name string
---@param columns { name: string, parameter: integer, type: string }[]  the id first
---@return string
function spread.insert_missing(name, columns)
  local names, values = {}, {}
  for i, column in ipairs(columns) do
    names[i] = postgres.quote(column.name)
    values[i] = postgres.read_as(postgres.param(column.parameter), column.type)
  end
  local at = postgres.quote(name)
  return ("INSERT INTO %s(%s) SELECT %s WHERE NOT EXISTS (SELECT 1 FROM %s WHERE id = %s)"):format(at,
    table.concat(names, ", "), table.concat(values, ", "), at, values[1])
end

return spread
