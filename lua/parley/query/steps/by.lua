--- by: the keys of groups. What becomes of the groups is said by the verb after it; `by` itself is no step.

local expr = require "parley.query.expr"
local items = require "parley.query.items"

local by = {}

--- Groups the rows by these values; `summarise`, `count`, `sum`, … say what becomes of the groups.
---@param q parley.Query
---@param ... any  expressions, each followed by the values of its `?`
---@return nil step, table changes
function by.apply(q, ...)
  local keys = items.parse_some(expr.parse_item, "by", "by(\"party\", \"topic\")", ...)
  if not q.bound.open then keys.bound, keys.lookups = items.keys(q.bound, keys) end
  return nil, { keys = keys }
end

return by
