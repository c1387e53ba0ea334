--- The terms of an ORDER BY: dates by first, then last day; missing values last either way.

local expression = require "parley.query.sql.expression"

--- The terms of a bound item.
---@param level table
---@param item table
---@param column table  the record of what it gives
---@return string[]
local function order(level, item, column)
  local way = (item.desc and " DESC" or " ASC") .. " NULLS LAST"
  local d, terms = level.c.dialect, { column.sql .. way }
  if column.type == "text" then terms[1] = d.in_order(column.sql) .. way end
  if column.type == "date" then
    local start = expression.start_of(level:context(item.text), item.node)
    terms = { start .. way, (column.last_day or d.call("edtf_stop", column.sql)) .. way }
  end
  return d.is_strict and require("parley.query.sql.strict").order(d, terms) or terms
end

return order
