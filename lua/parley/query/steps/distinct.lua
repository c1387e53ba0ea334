--- distinct: different rows only; with expressions, the different values of these.

local bound = require "parley.query.bound"
local computed_columns = require "parley.query.computed_columns"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local distinct = {}

--- Different rows only; with expressions, the different values of these.
---@param ... any  expressions, each followed by the values of its `?`
---@return table step
function distinct.apply(_, ...)
  return { verb = "distinct", items = items.parse_all(expr.parse_item, "distinct", ...) }
end

function distinct.bind(before, step)
  if #step.items == 0 then return bound.after(before, { verb = "distinct", leaves_rows = true }, { apart = true }) end
  local list, lookups = items.bind_all(before, step.items)
  return computed_columns.link(before, { verb = "distinct", items = list, leaves_rows = true }, items.columns(list),
    { lookups = lookups, apart = true })
end

return distinct
