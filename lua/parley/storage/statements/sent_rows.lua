--- Statements that put many rows into a table of a server.

local dialect = require "parley.query.sql.dialect"

local sent_rows = {}

-- Names as a store's statements list them.
local function list_of(d, columns)
  local names = {}
  for i, column in ipairs(columns) do names[i] = d.quote(column.name) end
  return table.concat(names, ", ")
end

--- Puts the rows of a table of one store in the place of those of another's, which is on a server.
---@param from parley.Store
---@param to parley.Store
---@param name string
---@param columns { name: string, type: string }[]
---@param order string the column by which they are read
function sent_rows.copy(from, to, name, columns, order)
  local source, target, types = dialect.of(from), dialect.of(to), {}
  for i, column in ipairs(columns) do types[i] = column.type end
  to:run("DELETE FROM " .. target.quote(name))
  local next_row, state, control, closing <close> = from:each(("SELECT %s FROM %s ORDER BY %s"):format(
    list_of(source, columns), source.quote(name), order), nil, types)
  to:copy_in(("%s (%s)"):format(target.quote(name), list_of(target, columns)), types, next_row, state, control)
  return closing
end

return sent_rows
