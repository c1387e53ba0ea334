--- Groups in SQL: a level that has a row per group, sorted by the group's keys.

local order_terms = require "parley.query.sql.order"

--- Makes of a level one that groups; `more(level, keys)` gives the records of what stands beside the keys.
---@param level table
---@param keys table[]  bound items
---@param more fun(level: table, keys: table[]): table[]
---@return table level
local function groups(level, keys, more)
  local columns, group, order, d = {}, {}, {}, level.c.dialect
  for i, item in ipairs(keys) do
    columns[i] = level:compute(item)
    group[i] = columns[i].sql
    table.move(order_terms(level, item, columns[i]), 1, 2, #order + 1, order)
  end
  local others = more(level, table.move(columns, 1, #columns, 1, {}))
  level.columns = table.move(others, 1, #others, #columns + 1, columns)
  if d.is_strict then group = require("parley.query.sql.strict").group(d, group, order) end
  level.group, level.order, level.number, level.aggregated = group, #order > 0 and order or nil, nil, true
  return level
end

return groups
