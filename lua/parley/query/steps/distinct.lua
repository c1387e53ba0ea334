--- distinct: different rows only; with expressions, the different values of these.

local bound = require "parley.query.bound"
local computed_columns = require "parley.query.computed_columns"
local expr = require "parley.query.expr"
local items = require "parley.query.items"
local select_ = require "parley.query.steps.select"

local distinct = {}

--- Different rows only; with expressions, the different values of these.
--- Errors: no_column, bad_expression.
--- See also: by, count_distinct.
--- Example: ds.talks:distinct("place"):limit(3)
---@param ... any  expressions, each followed by the values of its `?`
---@return table step
function distinct.apply(_, ...)
  return { verb = "distinct", items = items.parse_all(expr.parse_item, "distinct", ...) }
end

-- Rows that have further columns at their end, all of them: what these hold belongs to one of the different rows.
local function carry_along(before) return before end

function distinct.bind(before, step)
  if #step.items == 0 then
    local only = #before.columns == 1 and items.told_apart(items.last(before, 1)) or nil
    return bound.after(before, { verb = "distinct", leaves_rows = true, carry_along = carry_along, told_apart = only },
      { apart = true })
  end
  local list, lookups = items.bind_all(before, step.items)
  return computed_columns.link(before, { verb = "distinct", items = list, leaves_rows = true,
    carry_along = select_.carry, told_apart = items.told_apart(list) }, items.columns(list),
    { lookups = lookups, apart = true })
end

return distinct
