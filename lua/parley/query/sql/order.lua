--- The terms of an ORDER BY: dates by first, then last day; missing values last either way.

local expression = require "parley.query.sql.expression"

--- The terms of a bound item.
---@param level table
---@param item table
---@param column table  the record of what it gives
---@return string[]
local function order(level, item, column)
  local way = (item.desc and " DESC" or " ASC") .. " NULLS LAST"
  if column.type == "text" then return { level.c.dialect.in_order(column.sql) .. way } end
  if column.type ~= "date" then return { column.sql .. way } end
  local start = expression.start_of(level:context(item.text), item.node)
  return { start .. way, (column.last_day or level.c.dialect.call("edtf_stop", column.sql)) .. way }
end

return order
