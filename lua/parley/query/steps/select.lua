--- select: exactly these columns, in this order.

local computed_columns = require "parley.query.computed_columns"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local select_ = {}

--- Exactly these columns, in this order; `"expression as name"`.
--- Errors: no_column, bad_expression, unknown_function, twin_columns.
--- See also: with, distinct.
--- Example: ds.talks:select("id", "upper(place) as town"):limit(2)
---@param ... any  expressions, each followed by the values of its `?`
---@return table step
function select_.apply(_, ...)
  return { verb = "select", items = items.parse_some(expr.parse_item, "select",
    "select(\"topic\", \"talk.date as talk_date\")", ...) }
end

--- The same step on rows that have further columns at their end: these stay there.
---@param before table
---@param link table
---@param count integer
function select_.carry(before, link, count)
  local list = table.move(link.step.items, 1, #link.step.items, 1, {})
  return select_.link(before, table.move(items.last(before, count), 1, count, #list + 1, list), link.lookups)
end

--- The link of items that are bound to the rows of another.
---@param before table
---@param list table[]
---@param lookups table[]?
---@return table
function select_.link(before, list, lookups)
  return computed_columns.link(before, { verb = "select", items = list, keeps_rows = true, carry = select_.carry },
    items.columns(list), { lookups = lookups })
end

function select_.bind(before, step) return select_.link(before, items.bind_all(before, step.items)) end

return select_
