--- Statements that put many rows into a table of a server: a lot of them in one parameter, as JSON.

local dialect = require "parley.query.sql.dialect"
local json = require "parley.base.json"

local sent_rows = {}

local MOST_ROWS <const>, MOST_BYTES <const> = 2000, 4000000          -- of one lot

local WRITTEN = {}

function WRITTEN.integer(value) return ("%d"):format(value) end
function WRITTEN.boolean(value) return tostring(value) end
function WRITTEN.number(value)
  if value ~= value then return '"NaN"' end
  if value == math.huge or value == -math.huge then return value > 0 and '"Infinity"' or '"-Infinity"' end
  return ("%.17g"):format(value)
end

-- A function that makes an object of the values of a row; nil and null are left out.
local function writer(columns, null)
  local names, written = {}, {}
  for i, column in ipairs(columns) do
    names[i], written[i] = json.text(column.name) .. ":", WRITTEN[column.type] or json.text
  end
  return function(...)
    local parts, n = {}, 0
    for i = 1, #columns do
      local value = (select(i, ...))
      if value ~= nil and value ~= null then
        n = n + 1
        parts[n] = names[i] .. written[i](value)
      end
    end
    return "{" .. table.concat(parts, ",") .. "}"
  end
end

local function insert_sql(d, name, columns)
  local names = {}
  for i, column in ipairs(columns) do names[i] = d.quote(column.name) end
  local list = table.concat(names, ", ")
  return ("INSERT INTO %s(%s) SELECT %s FROM %s"):format(d.quote(name), list, list, d.rows_in(columns, d.param(1)))
end

--- Puts the rows of a table of one store in the place of those of another's.
---@param from parley.Store
---@param to parley.Store
---@param name string
---@param columns { name: string, type: string }[]
---@param order string the column by which they are read
function sent_rows.copy(from, to, name, columns, order)
  local source, target, names, types = dialect.of(from), dialect.of(to), {}, {}
  for i, column in ipairs(columns) do names[i], types[i] = source.quote(column.name), column.type end
  local insert, write = insert_sql(target, name, columns), writer(columns, require("parley.core").null)
  local lot, bytes = {}, 0
  local function send()
    if #lot > 0 then to:run(insert, { n = 1, "[" .. table.concat(lot, ",") .. "]" }) end
    lot, bytes = {}, 0
  end
  to:run("DELETE FROM " .. target.quote(name))
  local next_row, state, control, closing <close> = from:each(("SELECT %s FROM %s ORDER BY %s"):format(
    table.concat(names, ", "), source.quote(name), order), nil, types)
  local function take(...)
    if (...) == nil then return false end
    lot[#lot + 1] = write(...)
    bytes = bytes + #lot[#lot]
    if #lot == MOST_ROWS or bytes > MOST_BYTES then send() end
    return true
  end
  while take(next_row(state, control)) do end
  send()
  return closing
end

return sent_rows
