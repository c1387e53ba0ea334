--- Statements that put many rows of one store into a table of another: a server copies them, a file takes them one by
-- one.

local dialect = require "parley.query.sql.dialect"

local sent_rows = {}

-- Names as a store's statements list them.
local function list_of(d, columns)
  local names = {}
  for i, column in ipairs(columns) do names[i] = d.quote(column.name) end
  return table.concat(names, ", ")
end

local function insert_all(to, at, width, next_row, state, control)
  local sql = ("INSERT INTO %s VALUES (%s)"):format(at, dialect.marks(dialect.of(to), width))
  local params = { n = width }
  local function put(first, ...)
    if first == nil then return nil end
    params[1] = first
    for i = 2, width do params[i] = (select(i - 1, ...)) end
    to:run(sql, params)
    return first
  end
  repeat control = put(next_row(state, control)) until control == nil
end

--- Puts the rows of a table of one store in the place of those of another's.
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
  local at = ("%s (%s)"):format(target.quote(name), list_of(target, columns))
  if to.copy_in then to:copy_in(at, types, next_row, state, control)
  else insert_all(to, at, #columns, next_row, state, control) end
  return closing
end

return sent_rows
