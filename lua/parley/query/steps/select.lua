--- select: exactly these columns, in this order.

local bound = require "parley.query.bound"
local expr = require "parley.query.expr"
local items = require "parley.query.items"

local select_ = {}

--- Exactly these columns, in this order; `"expression as name"`.
---@param ... any  expressions, each followed by the values of its `?`
---@return table step
function select_.apply(_, ...)
  return { verb = "select", items = items.parse_some(expr.parse_item, "select",
    "select(\"topic\", \"talk.date as talk_date\")", ...) }
end

function select_.bind(before, step)
  local list, lookups = items.bind_all(before, step.items)
  return bound.with_columns(before, { verb = "select", items = list }, items.columns(list), { lookups = lookups })
end

return select_
